import { addSums } from '../../domain/figure-names.ts';
import { percentileOf } from '../../domain/figure.ts';
import type { Jurisdiction } from '../../domain/jurisdiction.ts';
import type { Period } from '../../domain/period.ts';
import { secondsOf, startOfDay } from '../../domain/time.ts';
import type { RatePair, Rates } from '../../domain/year-report.ts';
import type { YearWindow } from '../../domain/year-window.ts';
import type { Db } from '../../store/db.ts';
import { countClock, countFigures } from '../../store/figures.ts';

/** Gives what units did, all of them as one. */
export type RatesOf<Given> = (unitIds: Iterable<number>) => Given;

/** Counts what each unit did in a period that is over. */
async function countRates(db: Db, { id, timeZone }: Jurisdiction, period: Period): Promise<RatesOf<Rates>> {
  const scope = {
    jurisdictionId: id,
    from: secondsOf(startOfDay(period.from, timeZone)),
    until: secondsOf(startOfDay(period.until, timeZone)),
  };
  const lines = await countFigures(db, scope, ['due', 'on-time', 'graded', 'satisfied'], ['unit']);
  const sums = new Map(lines.map(({ keys, counts }) => [keys[0], counts]));
  const times = Map.groupBy(await countClock(db, scope, 'whole'), ({ unitId }) => unitId);
  return (unitIds) => {
    const ids = [...new Set(unitIds)];
    const all = addSums(ids.flatMap((unitId) => sums.get(unitId) ?? []));
    const histogram = ids.flatMap((unitId) => times.get(unitId) ?? []).sort((a, b) => a.minutes - b.minutes);
    return {
      onTime: { numerator: all['on-time'] ?? 0, denominator: all.due ?? 0 },
      satisfied: { numerator: all.satisfied ?? 0, denominator: all.graded ?? 0 },
      minutes: percentileOf(histogram, 50),
      timed: histogram.reduce((sum, { count }) => sum + count, 0),
    };
  };
}

/** Makes what counts the months on either side of a day; months that several units have are counted once. */
export function makePairs(
  db: Db,
  jurisdiction: Jurisdiction,
): (window: Pick<YearWindow, 'before' | 'after'>) => Promise<RatesOf<RatePair>> {
  const known = new Map<string, Promise<RatesOf<Rates>>>();
  const ratesIn = (period: Period): Promise<RatesOf<Rates>> => {
    const key = `${period.from} ${period.until}`;
    const counted = known.get(key) ?? countRates(db, jurisdiction, period);
    known.set(key, counted);
    return counted;
  };
  return async (window) => {
    const [before, after] = [await ratesIn(window.before), await ratesIn(window.after)];
    return (unitIds) => {
      const ids = [...unitIds];
      return { before: before(ids), after: after(ids) };
    };
  };
}
