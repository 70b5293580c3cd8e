import type { Appeal } from '../../domain/appeal.ts';
import type { KnownLife, LifeDifference, LifeField } from '../../domain/continue-life.ts';
import type { HistoryChain } from '../../domain/history.ts';
import type { HistoryMerge } from '../../domain/merge-history.ts';
import { mergeHistory } from '../../domain/merge-history.ts';
import { eventsInForce, isSuccession } from '../../domain/appeal-event.ts';
import { continueLife } from '../../domain/continue-life.ts';
import type { LifeRow, LifeUnits, RecordedEvent } from '../../domain/life.ts';
import { maskWhole } from '../../domain/masking.ts';
import { localTime } from '../../domain/time.ts';
import { listEventsOf, listOwnActs } from '../../store/appeal-events.ts';
import type { Db } from '../../store/db.ts';
import { listEventTextsOf } from '../../store/plain-texts.ts';
import type { LocalWork } from '../kernel/transaction.ts';

/** An appeal of the register, and what a row of a file adds to its history. */
export interface ContinuedAppeal {
  readonly number: string;
  readonly row: number;
  readonly added: readonly RecordedEvent[];
}

/** What a file says otherwise of the course of an appeal; it stays as it is, and texts are masked. */
export interface CourseDifference {
  readonly number: string;
  readonly field: LifeField;
  readonly before: string;
  readonly after: string;
  readonly isCorrected: false;
}

/** What a file adds to the histories of appeals, and where it says otherwise. */
export interface FurtherCourses<Course> {
  readonly continued: readonly Course[];
  readonly differences: readonly CourseDifference[];
}

type Told = Pick<Appeal, 'id' | 'number' | 'purgedOn'>;

/**
 * Says what later rows of appeals add to their histories. One whose course was recorded here is not touched: what the file says otherwise
 * is told. An appeal whose texts were removed gets none anew.
 */
export async function continueAppeals(
  db: Db,
  work: LocalWork,
  rows: readonly {
    readonly appeal: Told;
    readonly row: number;
    readonly life: LifeRow;
    readonly units: LifeUnits;
  }[],
): Promise<FurtherCourses<ContinuedAppeal>> {
  const knownOf = await listKnownLives(db, rows);
  const continued: ContinuedAppeal[] = [];
  const differences: CourseDifference[] = [];
  for (const { appeal, row, life, units } of rows) {
    const found = continueLife(knownOf(appeal), life, units);
    const added = withoutPurged(appeal, found.added);
    if (added.length > 0) continued.push({ number: appeal.number, row, added });
    differences.push(...showDifferences(work, appeal, found.differences));
  }
  return { continued, differences };
}

/**
 * Says what a log of hand-overs adds to the histories of appeals. One whose course was recorded here is not touched; its number is among
 * `ours`. Texts as in `continueAppeals`.
 */
export async function mergeHistories(
  db: Db,
  work: LocalWork,
  logs: readonly { readonly appeal: Told; readonly events: HistoryChain['events'] }[],
): Promise<
  FurtherCourses<{ readonly number: string; readonly added: HistoryMerge['added'] }> & {
    readonly ours: readonly string[];
  }
> {
  const knownOf = await listKnownLives(db, logs);
  const continued: { number: string; added: HistoryMerge['added'] }[] = [];
  const differences: CourseDifference[] = [];
  const ours: string[] = [];
  for (const { appeal, events } of logs) {
    const known = knownOf(appeal);
    if (known.isOurs) {
      ours.push(appeal.number);
      continue;
    }
    const found = mergeHistory(known, events, work.now);
    // What followed from the end of a unit follows from where it was then.
    const isTakenOver = eventsInForce(known.events).some(
      (one) => one.action === 'release' || isSuccession(one),
    );
    if (isTakenOver && found.added.some(({ to }) => to !== null)) {
      ours.push(appeal.number);
      continue;
    }
    const added = withoutPurged(appeal, found.added);
    if (added.length > 0) continued.push({ number: appeal.number, added });
    differences.push(...showDifferences(work, appeal, found.differences));
  }
  return { continued, differences, ours };
}

/** Reads the histories of appeals with what was written in them, for them to be compared. */
async function listKnownLives(
  db: Db,
  pairs: readonly { readonly appeal: Told }[],
): Promise<(appeal: Told) => KnownLife> {
  const ids = pairs.map(({ appeal }) => appeal.id);
  const histories = await listEventsOf(db, ids);
  const texts = await listEventTextsOf(db, ids);
  const own = await listOwnActs(db, ids);
  return ({ id }) => ({
    events: histories.get(id) ?? [],
    isOurs: own.has(id),
    textsOf: (seq) => (texts.get(id) ?? []).filter((one) => one.seq === seq),
  });
}

/** Of an appeal whose texts were removed none is written anew. */
function withoutPurged<Event extends RecordedEvent>(
  { purgedOn }: Told,
  added: readonly Event[],
): readonly Event[] {
  return purgedOn === null ? added : added.map((event) => ({ ...event, texts: [] }));
}

/** Differences as they may be told. */
function showDifferences(
  { jurisdiction: { timeZone } }: LocalWork,
  { number }: Told,
  differences: readonly LifeDifference[],
): CourseDifference[] {
  return differences.map(({ field, before, after }) => {
    const write = (value: string): string => {
      if (value === '') return value;
      if (field.endsWith('At')) return localTime(value, timeZone);
      return field === 'reply' || field === 'callback' ? maskWhole(value) : value;
    };
    return { number, field, before: write(before), after: write(after), isCorrected: false };
  });
}
