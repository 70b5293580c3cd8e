import { AppError } from '../../errors.ts';
import type { Appeal } from '../../domain/appeal.ts';
import type { EventData } from '../../domain/appeal-event.ts';
import { knownOf, maskOrderNumber, maskText } from '../../domain/masking.ts';
import type { AppealFields } from '../../store/appeals.ts';
import { updateAppealFields } from '../../store/appeals.ts';
import type { Db, Trx } from '../../store/db.ts';
import { correctedField, formerField } from '../../store/personal-texts.ts';
import { listPersonalFields } from '../../store/plain-texts.ts';
import { getMatter } from '../appeal/matters.ts';
import type { EventInput, PersonalText } from '../appeal/record-event.ts';
import type { LocalWork } from '../kernel/transaction.ts';
import { refusePersonal } from './refuse-personal.ts';

/** Fields of an appeal that `correct` sets right: those of its own row, and what the citizen said. */
export interface Corrections extends AppealFields {
  readonly title?: string;
  readonly text?: string;
  readonly caller?: string;
  readonly phone?: string;
}

/**
 * Makes the event that sets fields right: plain ones by what they were and are, personal ones by name, their texts apart.
 *
 * Errors: `appeal-nothing-corrected`, `text-personal`, `matter-unknown`.
 */
export async function correctAppeal(
  db: Db,
  work: LocalWork,
  appeal: Appeal,
  terms: { readonly fields: Corrections; readonly texts: readonly PersonalText[] },
): Promise<Pick<EventInput, 'data' | 'texts'>> {
  const fields = await settleFields(db, work, terms.fields);
  const personal = (await listPersonalFields(db, [appeal.id])).get(appeal.id);
  const { kind, channel, priority, matter, place, title, text, caller, phone } = fields;
  const plain = [
    ['kind', appeal.kind, kind],
    ['priority', appeal.priority, priority],
    ['channel', appeal.channel, channel],
    ['matter', appeal.matter, matter],
  ] as const;
  const said = [
    ['title', personal?.title, title],
    ['text', personal?.text, text],
    ['caller', personal?.caller, caller],
    ['phone', personal?.phone, phone],
    // A place may be a citizen's home.
    ['place', appeal.place, place],
  ] as const;
  // A matter is sealed, with what it was.
  await refusePersonal(db, [appeal.id], { matter });
  const known = knownOf(personal);
  // Whoever the caller turns out to be must not stand in it either.
  const named = { caller: caller ?? null, phone: phone ?? null };
  if (matter !== undefined && maskText(matter, named) !== matter)
    throw new AppError('text-personal', { field: 'matter' });
  if (
    appeal.externalNumber !== null &&
    maskOrderNumber(appeal.externalNumber, named) !== appeal.externalNumber
  )
    throw new AppError('text-personal', { field: 'externalNumber' });
  const corrected: Mutable<NonNullable<EventData['corrected']>> = [];
  const kept: PersonalText[] = [...terms.texts];
  for (const [field, before, after] of plain) {
    if (after === undefined || after === before) continue;
    const masked = maskText(maskText(before ?? '', known), named);
    corrected.push({ field, before: masked, after });
    if (before !== null && masked !== before) kept.push({ field: formerField(field), text: before });
  }
  for (const [field, before, after] of said) {
    if (after === undefined || after === before) continue;
    corrected.push({ field });
    kept.push({ field: correctedField(field), text: after });
    // The row of the appeal holds the place itself; what it was is kept with the event.
    if (field === 'place' && before !== null) kept.push({ field: formerField(field), text: before });
  }
  if (corrected.length === 0) throw new AppError('appeal-nothing-corrected', { number: appeal.number });
  return { data: { corrected }, texts: kept };
}

/** Fields as they are to be: a matter as the list writes it. */
async function settleFields(db: Db, { jurisdiction }: LocalWork, fields: Corrections): Promise<Corrections> {
  const matter = await getMatter(db, jurisdiction, fields.matter);
  return matter === undefined ? fields : { ...fields, matter };
}

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] };

/** Fields of the appeal's own row among those that are set right. */
function ownFields({ kind, channel, priority, matter, place }: Corrections): AppealFields {
  return {
    ...(priority === undefined ? {} : { priority }),
    ...(kind === undefined ? {} : { kind }),
    ...(channel === undefined ? {} : { channel }),
    ...(matter === undefined ? {} : { matter }),
    ...(place === undefined ? {} : { place }),
  };
}

/** Writes corrected fields into the appeal's own row. */
export async function writeCorrections(
  trx: Trx,
  work: LocalWork,
  appealId: number,
  fields: Corrections,
): Promise<void> {
  await updateAppealFields(trx, appealId, ownFields(await settleFields(trx, work, fields)));
}
