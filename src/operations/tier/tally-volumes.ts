import { AppError } from '../../errors.ts';
import { canonicalJson } from '../../domain/canonical.ts';
import { inOrder } from '../../domain/appeal-event.ts';
import { foldCourse } from '../../domain/course.ts';
import type { TallyLine } from '../../domain/tally.ts';
import { compareTally, countsToTake } from '../../domain/tally.ts';
import type { Instant } from '../../domain/time.ts';
import { localDay, startOfDay, toInstant } from '../../domain/time.ts';
import type { Channel, VolumeChannel } from '../../domain/volume.ts';
import { listEventsOf } from '../../store/appeal-events.ts';
import type { TallySpan } from '../../store/appeal-tally.ts';
import {
  countAssisted,
  countLeftOut,
  countSettled,
  listMovedSince,
  listSettledIds,
} from '../../store/appeal-tally.ts';
import { insertBatch } from '../../store/batches.ts';
import { listRuns } from '../../store/classifications.ts';
import type { Db } from '../../store/db.ts';
import { listUnits } from '../../store/units.ts';
import { groupCounts, insertImportedVolumes, listVolumes } from '../../store/volumes.ts';
import { sha256 } from '../kernel/digest.ts';
import type { LocalWork } from '../kernel/transaction.ts';
import { transaction } from '../kernel/transaction.ts';
import { listRunsThatRead } from './changed-since.ts';

/** What the appeals of a unit count in a year beside the counts in force. */
export interface TallyOfUnit {
  readonly unitId: number;
  readonly code: string;
  readonly name: string;
  readonly lines: readonly TallyLine[];
  /** Appeals in which it assisted: they count for their leads. */
  readonly assisted: number;
}

/** One count that a tally would write. */
export interface TallyChange {
  readonly unitId: number;
  readonly code: string;
  readonly name: string;
  readonly channel: VolumeChannel;
  readonly before: number | null;
  readonly after: number | null;
}

/** A year's volumes as its appeals count them. */
export interface VolumeTally {
  readonly year: number;
  /** The end of the year, or now while it is not over. */
  readonly asOf: Instant;
  readonly isYearOver: boolean;
  readonly units: readonly TallyOfUnit[];
  /** Appeals that count for a unit. */
  readonly counted: number;
  /** Appeals that no unit held: answered by the hotline itself, or at the transfer desk. */
  readonly withoutUnit: number;
  readonly duplicates: number;
  readonly withdrawn: number;
  /** What is to be written for it to be in force, and the runs that read other counts; those in force among them. */
  readonly changes: readonly TallyChange[];
  readonly runs: readonly number[];
  readonly adoptedRuns: readonly number[];
}

type ByChannel = Partial<Record<Channel, number>>;

/**
 * Counts a year's volumes from the appeals: each counts for the unit that held it when it was closed, or holds it at the end of the year, in the year
 * and channel in which it was received. Duplicates and withdrawn ones do not count, a reopened one counts once, assists are apart.
 *
 * Errors: `time-in-future` for a year to come.
 */
export async function tallyVolumes(work: LocalWork, year: number): Promise<VolumeTally> {
  return tallyIn(work.store.db, work, year);
}

async function tallyIn(
  db: Db,
  work: Pick<LocalWork, 'jurisdiction' | 'now'>,
  year: number,
): Promise<VolumeTally> {
  const { jurisdiction } = work;
  const span = spanOf(work, year);
  const counts = new Map<number | null, ByChannel>();
  const add = (unitId: number | null, channel: Channel, count: number): void => {
    const own = counts.get(unitId) ?? {};
    own[channel] = (own[channel] ?? 0) + count;
    counts.set(unitId, own);
  };
  for (const { unitId, channel, count } of await countSettled(db, jurisdiction.id, span))
    add(unitId, channel, count);
  for await (const { unitId, channel } of eachMoved(db, jurisdiction.id, span)) add(unitId, channel, 1);
  const assisted = new Map(
    (await countAssisted(db, jurisdiction.id, span)).map(({ unitId, count }) => [unitId, count]),
  );
  const inForce = groupCounts(await listVolumes(db, jurisdiction.id, { year }));
  const all = await listUnits(db, jurisdiction.id);
  const units = all.flatMap(({ id: unitId, code, name }): TallyOfUnit[] => {
    const lines = compareTally(counts.get(unitId) ?? {}, inForce(unitId, year));
    const helped = assisted.get(unitId) ?? 0;
    return lines.length === 0 && helped === 0 ? [] : [{ unitId, code, name, lines, assisted: helped }];
  });
  const changes = all.flatMap(({ id: unitId, code, name }) =>
    countsToTake(counts.get(unitId) ?? {}, inForce(unitId, year)).map((change): TallyChange => ({
      unitId,
      code,
      name,
      ...change,
    })),
  );
  const runs = await listRunsThatRead(
    db,
    jurisdiction.id,
    changes.map(({ unitId, channel, after: count }) => ({ unitId, year, channel, count })),
  );
  const adopted = (await listRuns(db, jurisdiction.id)).filter(
    ({ number, adoption, supersededBy }) =>
      adoption !== null && supersededBy === null && runs.includes(number),
  );
  const sumOf = (of: ByChannel): number => Object.values(of).reduce((sum, count) => sum + count, 0);
  const sum = [...counts.values()].reduce((every, of) => every + sumOf(of), 0);
  const withoutUnit = sumOf(counts.get(null) ?? {});
  const { duplicate: duplicates, withdrawn } = await countLeftOut(db, jurisdiction.id, span);
  return {
    year,
    asOf: span.asOf,
    isYearOver: span.asOf < work.now,
    units,
    counted: sum - withoutUnit,
    withoutUnit,
    duplicates,
    withdrawn,
    changes,
    runs,
    adoptedRuns: adopted.map(({ number }) => number),
  };
}

/** Lists the ids of the appeals that a tally counts for a unit, in all channels or in one. */
export async function listTallied(
  work: LocalWork,
  terms: { readonly year: number; readonly unitId: number; readonly channel?: Channel | undefined },
): Promise<number[]> {
  const { year, unitId, channel } = terms;
  const { db } = work.store;
  const { id } = work.jurisdiction;
  const span = spanOf(work, year);
  const ids = await listSettledIds(db, id, span, { unitId, channel });
  for await (const moved of eachMoved(db, id, span))
    if (moved.unitId === unitId && (channel === undefined || moved.channel === channel)) ids.push(moved.id);
  return ids;
}

/**
 * Puts the counts of a tally in force, as it was shown; gives the number of the import that they are from then on. It can be undone as one. Null where
 * nothing differs.
 *
 * Errors: `conflict` when the appeals or the counts have changed since it was shown.
 */
export async function takeTally(asked: LocalWork, shown: VolumeTally): Promise<number | null> {
  const { changes, year } = shown;
  if (changes.length === 0) return null;
  const { jurisdiction } = asked;
  return transaction(asked, async (trx, operation, work) => {
    // A year that is not over is counted as of the moment of which it was shown.
    const tally = await tallyIn(trx, { ...work, now: shown.isYearOver ? work.now : shown.asOf }, year);
    if (canonicalJson(tally) !== canonicalJson(shown))
      throw new AppError('conflict', { what: tallyName(year) });
    const counts = changes.map(({ code, channel, after }) => ({ code, channel, after }));
    await operation.seal({ tally: year, asOf: shown.asOf, counts });
    const batch = await insertBatch(trx, jurisdiction.id, {
      kind: 'tally',
      file: tallyName(year),
      sha256: await sha256(canonicalJson({ year, asOf: shown.asOf, counts })),
      encoding: 'utf-8',
      tab: null,
      rows: shown.counted,
      summary: {
        added: changes.filter(({ before }) => before === null).length,
        changed: changes.filter(({ before }) => before !== null).length,
      },
      at: work.now,
      by: work.by,
      operationId: operation.id,
    });
    await insertImportedVolumes(
      trx,
      changes.map(({ unitId, channel, after: count }) => ({
        unitId,
        year,
        channel,
        count,
        batchId: batch.id,
        row: null,
        rounded: 0,
      })),
    );
    return {
      result: batch.number,
      summary: { batch: batch.number, year, changed: changes.length, appeals: shown.counted },
    };
  });
}

/** What stands as the source of counts that were tallied, where others have the name of a file. */
function tallyName(year: number): string {
  return `${String(year)}年诉求清点`;
}

function spanOf({ jurisdiction, now }: Pick<LocalWork, 'jurisdiction' | 'now'>, year: number): TallySpan {
  const { timeZone } = jurisdiction;
  if (year > Number(localDay(now, timeZone).slice(0, 4)))
    throw new AppError('time-in-future', { time: String(year) });
  const since = startOfDay(`${String(year)}-01-01`, timeZone);
  const before = startOfDay(`${String(year + 1)}-01-01`, timeZone);
  // Instants are whole seconds: the last of the year.
  const last = toInstant(new Date(Date.parse(before) - 1000));
  return { since, asOf: last <= now ? last : now };
}

/** Appeals whose history is read in one go. */
const portion = 500;

/** The appeals that were moved since the moment as of which they count, with the unit that held them then. */
async function* eachMoved(
  db: Db,
  jurisdictionId: number,
  span: TallySpan,
): AsyncGenerator<{ readonly id: number; readonly unitId: number | null; readonly channel: Channel }> {
  const moved = await listMovedSince(db, jurisdictionId, span);
  for (let from = 0; from < moved.length; from += portion) {
    const some = moved.slice(from, from + portion);
    const histories = await listEventsOf(
      db,
      some.map(({ id }) => id),
    );
    for (const { id, channel } of some) {
      const then = inOrder(histories.get(id) ?? []).filter(({ at }) => at <= span.asOf);
      yield { id, channel, unitId: then.length === 0 ? null : (foldCourse(then).holder?.id ?? null) };
    }
  }
}
