import { AppError } from '../../errors.ts';
import { canonicalJson } from '../../domain/canonical.ts';
import type { Appeal, PersonalFields } from '../../domain/appeal.ts';
import type { Desk } from '../../domain/desk.ts';
import { showDesk } from '../../domain/desk-plan.ts';
import type { Personal } from '../../domain/masking.ts';
import { maskName, maskOrderNumber, maskPhone, maskText } from '../../domain/masking.ts';
import { getAppealById } from '../../store/appeals.ts';
import type { Db } from '../../store/db.ts';
import { listDesks } from '../../store/desks.ts';
import { listEventTexts, listPersonalFields } from '../../store/plain-texts.ts';
import type { Shown } from '../../store/privacy.ts';
import type { LocalWork } from '../kernel/transaction.ts';
import { recordShown } from './record-shown.ts';

/** That something personal is to be shown as it was written: as what, and why. */
export interface Reveal {
  /** As what; else as one appeal, or a list of several. */
  readonly shown?: Shown;
  readonly reason: string | undefined;
}

/** How the texts of one appeal are seen: masked, or plain where that is on record. */
export interface Sight {
  /** Whether personal texts are as they were written. */
  readonly isPlain: boolean;
  readonly personal: PersonalFields;
  /** Whether it has personal texts at all. */
  readonly hasTexts: boolean;
  /** Shows a text that was written about it. */
  readonly text: (text: string) => string;
  /** Shows its own row: a place may be a citizen's home, and a matter is written by hand where there is no list. */
  readonly row: (appeal: Appeal) => Appeal;
}

/** Shows the appeals of which ids are given. */
export type Sights = (appealId: number) => Sight;

const nothing: PersonalFields = { caller: null, phone: null, title: '', text: null };

function maskedSight(fields: PersonalFields | undefined): Sight {
  const { caller, phone, title, text, former } = fields ?? nothing;
  const known: Personal = { caller, phone, former };
  const mask = (written: string): string => maskText(written, known);
  const maskOr = (written: string | null): string | null => (written === null ? null : mask(written));
  return {
    isPlain: false,
    hasTexts: fields !== undefined,
    personal: {
      caller: caller === null ? null : maskName(caller),
      phone: phone === null ? null : maskPhone(phone),
      title: mask(title),
      text: maskOr(text),
    },
    text: mask,
    row: (appeal) => ({
      ...appeal,
      place: maskOr(appeal.place),
      matter: maskOr(appeal.matter),
      externalNumber: appeal.externalNumber === null ? null : maskOrderNumber(appeal.externalNumber, known),
    }),
  };
}

function plainSight(fields: PersonalFields | undefined): Sight {
  return {
    isPlain: true,
    hasTexts: fields !== undefined,
    personal: fields ?? nothing,
    text: (written) => written,
    row: (appeal) => appeal,
  };
}

/** Gives appeals as everybody may see them. */
export async function maskAppeals(db: Db, appealIds: readonly number[]): Promise<Sights> {
  const fields = await listPersonalFields(db, appealIds);
  return (appealId) => maskedSight(fields.get(appealId));
}

/** Gives appeals as they were written; whoever asks has put on record that they are shown. */
export async function showPlain(db: Db, appealIds: readonly number[]): Promise<Sights> {
  const fields = await listPersonalFields(db, appealIds);
  return (appealId) => plainSight(fields.get(appealId));
}

/**
 * Gives an appeal as it was written, once it is on record that it is shown; masked where nothing is to be revealed.
 *
 * Errors: those of `recordReveal`.
 */
export async function seeAppeal(
  work: LocalWork,
  { appeal, reveal }: { readonly appeal: Appeal; readonly reveal: Reveal | undefined },
): Promise<Sight> {
  const { db } = work.store;
  const ids = [appeal.id];
  if (reveal === undefined) return (await maskAppeals(db, ids))(appeal.id);
  await recordReveal(work, { ids, reveal });
  return (await showPlain(db, ids))(appeal.id);
}

/**
 * Puts on record that appeals are shown as they were written.
 *
 * Errors: `appeal-purged` for a single one whose texts are gone, `text-personal` for a reason that holds what is personal.
 */
export async function recordReveal(
  work: LocalWork,
  { ids, reveal }: { readonly ids: readonly number[]; readonly reveal: Reveal },
): Promise<void> {
  const { store, jurisdiction } = work;
  const { db } = store;
  const [first, ...others] = ids.slice(0, 2);
  const isOne = first !== undefined && others.length === 0;
  const only = isOne ? await getAppealById(db, jurisdiction.id, first) : undefined;
  if (only !== undefined && only.purgedOn !== null && !(await hasTexts(db, only.id)))
    throw new AppError('appeal-purged', { number: only.number, on: only.purgedOn });
  await recordShown(work, {
    shown: reveal.shown ?? (only === undefined ? 'export' : 'reveal'),
    subject: only?.number ?? `list of ${String(ids.length)}`,
    reason: reveal.reason,
    appealIds: ids,
  });
}

async function hasTexts(db: Db, appealId: number): Promise<boolean> {
  return (
    (await listPersonalFields(db, [appealId])).has(appealId) || (await listEventTexts(db, appealId)).size > 0
  );
}

/** Lists what was written with each event of an appeal, by the event's number, as the appeal is seen. */
export async function listSeenEventTexts(
  db: Db,
  appealId: number,
  sight: Sight,
): Promise<Map<number, { readonly field: string; readonly text: string }[]>> {
  const texts = await listEventTexts(db, appealId);
  return new Map(
    [...texts].map(([seq, written]) => [
      seq,
      written.map(({ field, text }) => ({ field, text: sight.text(text) })),
    ]),
  );
}

/** Lists the desks of today by unit, of one unit if asked, as everybody may see them. */
export async function seeDesks(
  work: Pick<LocalWork, 'store' | 'jurisdiction'>,
  filter: { readonly unitId?: number } = {},
): Promise<Map<number, Desk>> {
  const desks = await listDesks(work.store.db, work.jurisdiction.id, filter);
  return new Map([...desks].map(([unitId, desk]) => [unitId, showDesk(desk)]));
}

/**
 * Lists desks with the numbers of their people, once it is on record that they are shown; where there is nothing to hide, nothing is put on
 * record, and `isRecorded` says so. Errors: `text-personal` for the reason.
 */
export async function revealDesks(
  work: LocalWork,
  terms: {
    readonly filter: { readonly unitId?: number };
    readonly subject: string;
    readonly reason: string | undefined;
  },
): Promise<{ readonly desks: Map<number, Desk>; readonly isRecorded: boolean }> {
  const { filter, subject, reason } = terms;
  const desks = await listDesks(work.store.db, work.jurisdiction.id, filter);
  const isHidden = (desk: Desk): boolean => canonicalJson(showDesk(desk)) !== canonicalJson(desk);
  const isRecorded = [...desks.values()].some(isHidden);
  if (isRecorded) await recordShown(work, { shown: 'desk-mobiles', subject, reason });
  return { desks, isRecorded };
}
