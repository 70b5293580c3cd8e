import { AppError } from '../../errors.ts';
import { localDay } from '../../domain/time.ts';
import { hasEndedBefore } from '../../domain/unit.ts';
import type { Unit } from '../../domain/unit.ts';
import type { VolumeChannel } from '../../domain/volume.ts';
import { sumOfParts } from '../../domain/volume.ts';
import { groupCounts, insertVolume, listVolumes } from '../../store/volumes.ts';
import type { LocalWork } from '../kernel/transaction.ts';
import { transaction } from '../kernel/transaction.ts';
import { refuseNumbers } from '../privacy/refuse-personal.ts';
import { listRunsThatRead } from './changed-since.ts';
import { getUnitByName, refuseRetired } from '../unit/find-unit.ts';

/** A count that was set by hand. */
export interface VolumeCorrection {
  readonly unit: Unit;
  readonly before: number | null;
  /** Runs of that year that read the count before; they stay as they were. */
  readonly runs: readonly number[];
}

/**
 * Sets one count of a unit by hand. The count before stays on record; the reason is kept with it.
 *
 * Errors: `time-in-future` for a year to come, `unit-retired` for one in which the unit was no more, `total-and-parts` when a total would stand beside parts that add up to something else.
 */
export async function setVolume(
  asked: LocalWork,
  terms: {
    readonly unit: string;
    readonly year: number;
    readonly channel: VolumeChannel;
    readonly count: number;
    readonly reason: string;
  },
): Promise<VolumeCorrection> {
  refuseNumbers({ reason: terms.reason });
  const { jurisdiction } = asked;
  const { year, channel, count, reason } = terms;
  return transaction(asked, async (trx, _operation, work) => {
    const today = localDay(work.now, jurisdiction.timeZone);
    if (year > Number(today.slice(0, 4))) throw new AppError('time-in-future', { time: String(year) });
    const unit = await getUnitByName(trx, jurisdiction, terms.unit);
    if (hasEndedBefore(unit, year)) await refuseRetired(trx, jurisdiction, unit);
    const counts = groupCounts(await listVolumes(trx, jurisdiction.id, { year }))(unit.id, year);
    const after = { ...counts, [channel]: count };
    const parts = sumOfParts(after);
    if (parts !== undefined && after.total !== undefined && parts !== after.total) {
      throw new AppError('total-and-parts', { unit: unit.name, total: after.total, parts });
    }
    const before = counts[channel] ?? null;
    if (before !== count) {
      const set = { reason, setBy: work.by, setOn: today };
      await insertVolume(trx, { unitId: unit.id, year, channel, count, batchId: null, row: null, ...set });
    }
    const changed = before === count ? [] : [{ unitId: unit.id, year, channel, count }];
    const runs = await listRunsThatRead(trx, jurisdiction.id, changed);
    return {
      result: { unit, before, runs },
      summary: { unit: unit.code, year, channel, before, after: count, reason },
    };
  });
}
