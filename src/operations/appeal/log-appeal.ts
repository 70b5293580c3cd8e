import { bareCode } from '../../domain/plain-width.ts';
import { AppError } from '../../errors.ts';
import type { Kind, Priority } from '../../domain/appeal.ts';
import { appealNumber } from '../../domain/appeal.ts';
import { holdsPersonal, maskText } from '../../domain/masking.ts';
import { freshCourse } from '../../domain/course.ts';
import type { Day, Instant } from '../../domain/time.ts';
import { localDay } from '../../domain/time.ts';
import type { Unit } from '../../domain/unit.ts';
import type { Channel } from '../../domain/volume.ts';
import { findExternalNumber, insertAppeal } from '../../store/appeals.ts';
import type { Trx } from '../../store/db.ts';
import type { LocalWork, Operation } from '../kernel/transaction.ts';
import { transaction } from '../kernel/transaction.ts';
import { getUnitByName } from '../unit/find-unit.ts';
import { countingRulesIn } from './counting-rules.ts';
import { decideHandOver, decideMoment } from './hand-over.ts';
import type { PersonalText, ActedAppeal } from './record-event.ts';
import { recordEvent } from './record-event.ts';
import { getMatter } from './matters.ts';
import { findRulingFor } from './rulings.ts';
import { takeSerial } from './serials.ts';

/** An appeal as it is taken in. Caller and phone may both be absent: an anonymous appeal. */
export interface NewAppeal {
  readonly externalNumber?: string | undefined;
  readonly kind: Kind;
  readonly channel: Channel;
  readonly matter?: string | undefined;
  readonly place?: string;
  readonly confidential: boolean;
  readonly priority?: Priority | undefined;
  readonly title: string;
  readonly text?: string;
  readonly caller?: string;
  readonly phone?: string;
}

/** An appeal that was taken in. */
export interface LoggedAppeal {
  readonly number: string;
  readonly receivedAt: Instant;
  /** The unit it was handed to at once. */
  readonly unit: Unit | null;
  /** By when it is to be answered; null where no calendar is there to count by. */
  readonly dueOn: Day | null;
}

/** Takes an appeal in and, if a unit is named, hands it over at once; one that the hotline answers or declines is closed at once. Errors: `external-number-twice`, `matter-unknown`. */
export async function logAppeal(
  asked: LocalWork,
  terms: {
    readonly appeal: NewAppeal;
    readonly time?: string | undefined;
    readonly to?: string | undefined;
    readonly outcome?: 'answered' | 'declined' | undefined;
  },
): Promise<LoggedAppeal> {
  const { appeal } = terms;
  return transaction(asked, async (trx, operation, work) => {
    const { externalNumber: said } = appeal;
    const externalNumber = said === undefined ? undefined : bareCode(said);
    if (externalNumber !== undefined) {
      const there = await findExternalNumber(trx, work.jurisdiction.id, externalNumber);
      if (there !== undefined) throw new AppError('external-number-twice', { externalNumber, number: there });
    }
    // It is shown to everybody, and sealed.
    const known = { caller: appeal.caller ?? null, phone: appeal.phone ?? null };
    if (externalNumber !== undefined && holdsPersonal(externalNumber, known))
      throw new AppError('text-personal', { field: 'externalNumber' });
    const matter = await getMatter(trx, work.jurisdiction, appeal.matter);
    const receivedAt = decideMoment(work, terms.time, undefined);
    const unit = terms.to === undefined ? null : await getUnitByName(trx, work.jurisdiction, terms.to);
    const { outcome } = terms;
    const rule = await findRulingFor(trx, work.jurisdiction, matter);
    const cites = unit !== null && rule?.lead.id === unit.id ? rule.ruling.number : undefined;
    const course = { receivedAt, unit, outcome, cites };
    const { number, dueOn } = await recordAppeal(
      trx,
      work,
      operation,
      { ...appeal, externalNumber, matter },
      course,
    );
    return {
      result: { number, receivedAt, unit, dueOn },
      summary: { appeal: number, to: unit?.code ?? null },
    };
  });
}

/** Writes a new appeal with its number, its first event and its hand-over. That its external number is new was seen to before. */
async function recordAppeal(
  trx: Trx,
  work: LocalWork,
  operation: Operation,
  appeal: NewAppeal,
  course: {
    readonly receivedAt: Instant;
    readonly unit: Unit | null;
    readonly outcome?: 'answered' | 'declined' | undefined;
    /** Number of the ruling for its matter that the hand-over follows. */
    readonly cites?: number | undefined;
  },
): Promise<{ readonly number: string; readonly dueOn: Day | null }> {
  const { jurisdiction } = work;
  const { texts: appealTexts, received } = describeAppeal(appeal);
  const { receivedAt, unit, outcome, cites } = course;
  const year = Number(localDay(receivedAt, jurisdiction.timeZone).slice(0, 4));
  const serial = await takeSerial(trx, operation, jurisdiction.id, year);
  const number = appealNumber(year, serial);
  const { rulesOn } = await countingRulesIn(trx, operation, jurisdiction);
  const deadline = rulesOn(localDay(receivedAt, jurisdiction.timeZone));
  const { kind, channel, priority, confidential, matter, externalNumber } = received;
  const id = await insertAppeal(trx, jurisdiction.id, {
    deadline,
    year,
    serial,
    number,
    externalNumber,
    kind,
    channel,
    matter,
    place: appeal.place ?? null,
    confidential,
    priority,
    receivedAt,
  });
  const fresh: ActedAppeal = {
    appeal: { id, number, kind, channel, priority, dueOn: null },
    events: [],
    course: freshCourse(receivedAt),
  };
  const data = { deadline, received };
  const log = { action: 'log' as const, at: receivedAt, data, appealTexts };
  const logged = await recordEvent(trx, work, operation, fresh, log);
  if (unit !== null) {
    const hop = {
      action: 'transfer' as const,
      at: receivedAt,
      to: unit,
      data: cites === undefined ? {} : { cites },
    };
    await recordEvent(trx, work, operation, logged, await decideHandOver(trx, work, logged, hop));
  }
  if (outcome !== undefined) {
    await recordEvent(trx, work, operation, logged, { action: 'close', at: receivedAt, data: { outcome } });
  }
  return { number, dueOn: logged.appeal.dueOn };
}

/** What everybody may see of an appeal as it came in. */
interface ReceivedAppeal {
  readonly kind: Kind;
  readonly channel: Channel;
  readonly priority: Priority;
  readonly confidential: boolean;
  readonly matter: string | null;
  readonly externalNumber: string | null;
}

/** What is kept of an appeal as it is taken in: what everybody may see, which its first event says too, and its personal texts. */
export function describeAppeal(appeal: NewAppeal): {
  readonly received: ReceivedAppeal;
  readonly texts: readonly PersonalText[];
} {
  const { title, text, caller, phone, place, kind, channel, priority = 'normal', confidential } = appeal;
  const known = { caller: caller ?? null, phone: phone ?? null };
  // A matter is listed for everybody: what is personal in one that was written by hand is not kept.
  const matter = appeal.matter === undefined ? null : maskText(appeal.matter, known);
  const texts: PersonalText[] = [];
  for (const [field, value] of [
    ['title', title],
    ['text', text],
    ['caller', caller],
    ['phone', phone],
    ['place', place],
  ] as const)
    if (value !== undefined) texts.push({ field, text: value });
  const externalNumber = appeal.externalNumber ?? null;
  return { received: { kind, channel, priority, confidential, matter, externalNumber }, texts };
}
