import { AppError } from '../errors.ts';
import type { Kind } from '../domain/appeal.ts';
import { appealNumber } from '../domain/appeal.ts';
import type { Course } from '../domain/course.ts';
import type { Instant } from '../domain/time.ts';
import { localDay } from '../domain/time.ts';
import type { Unit } from '../domain/unit.ts';
import type { Channel } from '../domain/volume.ts';
import { findExternalNumber, insertAppeal, nextSerial } from '../store/appeals.ts';
import type { Db } from '../store/database.ts';
import type { LocalWork, Operation } from './change.ts';
import { change } from './change.ts';
import { getUnitByName } from './find-unit.ts';
import type { PersonalText } from './hand-over.ts';
import { handOver, readMoment, recordEvent } from './hand-over.ts';

/** An appeal as it is taken in. Caller and phone may both be absent: an anonymous appeal. */
export interface NewAppeal {
  readonly externalNumber?: string;
  readonly kind: Kind;
  readonly channel: Channel;
  readonly matter?: string;
  readonly place?: string;
  readonly confidential: boolean;
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
}

/** Takes an appeal in and, if a unit is named, hands it over at once. Errors: `external-number-twice`. */
export async function logAppeal(
  work: LocalWork,
  appeal: NewAppeal,
  terms: { readonly time?: string; readonly to?: string },
): Promise<LoggedAppeal> {
  return change(work, async (trx, operation) => {
    const { externalNumber } = appeal;
    if (externalNumber !== undefined) {
      const there = await findExternalNumber(trx, work.jurisdiction.id, externalNumber);
      if (there !== undefined) throw new AppError('external-number-twice', { externalNumber, number: there });
    }
    const receivedAt = readMoment(work, terms.time, undefined);
    const unit = terms.to === undefined ? null : await getUnitByName(trx, work.jurisdiction, terms.to);
    const number = await recordAppeal(trx, work, operation, appeal, { receivedAt, unit, sentAt: receivedAt });
    return { result: { number, receivedAt, unit }, summary: { appeal: number, to: unit?.code ?? null } };
  });
}

/** Writes a new appeal with its number, its first event and its hand-over. That its external number is new was seen to before. */
export async function recordAppeal(
  trx: Db,
  work: LocalWork,
  operation: Operation,
  appeal: NewAppeal,
  course: { readonly receivedAt: Instant; readonly unit: Unit | null; readonly sentAt: Instant },
): Promise<string> {
  const { jurisdiction } = work;
  const { title, text, caller, phone, ...plain } = appeal;
  const { receivedAt, unit, sentAt } = course;
  const year = Number(localDay(receivedAt, jurisdiction.timeZone).slice(0, 4));
  const serial = await nextSerial(trx, jurisdiction.id, year);
  const number = appealNumber(year, serial);
  const id = await insertAppeal(trx, jurisdiction.id, {
    year,
    serial,
    number,
    externalNumber: plain.externalNumber ?? null,
    kind: plain.kind,
    channel: plain.channel,
    matter: plain.matter ?? null,
    place: plain.place ?? null,
    confidential: plain.confidential,
    receivedAt,
  });
  const appealTexts = Object.entries({ title, text, caller, phone }).flatMap(
    ([field, value]): PersonalText[] => (value === undefined ? [] : [{ field, text: value }]),
  );
  const subject = { id, number };
  const log = { action: 'log' as const, at: receivedAt, from: null, to: null, reason: null, appealTexts };
  await recordEvent(trx, work, operation, subject, 1, log);
  if (unit !== null) {
    const fresh: Course = {
      state: 'unassigned',
      holder: null,
      hops: [],
      visited: [],
      boundBy: null,
      assists: [],
      lastAt: receivedAt,
    };
    const hop = { action: 'transfer' as const, at: sentAt, to: unit, reason: null };
    await handOver(trx, work, operation, { appeal: subject, course: fresh, seq: 2 }, hop);
  }
  return number;
}
