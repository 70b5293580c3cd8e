import { AppError } from '../../errors.ts';
import type { Kind } from '../../domain/appeal.ts';
import { countWorkingDays } from '../../domain/calendar.ts';
import { periodBefore, periodYearBefore } from '../../domain/compare-periods.ts';
import type { CountingRules } from '../../domain/counting-rules.ts';
import { unlessMissing } from '../../domain/counting-rules.ts';
import type { Comparison, ReportFrame } from '../../domain/grid.ts';
import type { Jurisdiction } from '../../domain/jurisdiction.ts';
import { groupsOfMatters, isOfMatter, levelsOfMatter } from '../../domain/matter.ts';
import type { Period } from '../../domain/period.ts';
import { lastOfPeriod } from '../../domain/period.ts';
import type { Tier } from '../../domain/scheme.ts';
import type { Day } from '../../domain/time.ts';
import { addDays, instantOf, localDay, secondsOf, startOfDay } from '../../domain/time.ts';
import type { Category, Unit } from '../../domain/unit.ts';
import type { Channel } from '../../domain/volume.ts';
import { findRunInForceAt, listRuns, listRunUnits } from '../../store/classifications.ts';
import { getCountingRules } from '../../store/counting-rules.ts';
import type { Db } from '../../store/db.ts';
import { listDeadlineUses } from '../../store/deadlines.ts';
import type { FigureScope } from '../../store/figure-scope.ts';
import { findFirstReceipt, listCountedMatters } from '../../store/figures.ts';
import { listJurisdictions } from '../../store/jurisdictions.ts';
import { listMatters } from '../../store/matters.ts';
import { listUnits } from '../../store/units.ts';
import type { LocalWork } from '../kernel/transaction.ts';
import { getUnitByName } from '../unit/find-unit.ts';

/** What a report is of. */
export interface FigureTerms {
  readonly period: Period;
  readonly unit?: string | undefined;
  readonly group?: string | undefined;
  readonly category?: Category | undefined;
  readonly tier?: Tier | undefined;
  readonly matter?: string | undefined;
  readonly channel?: Channel | undefined;
  readonly kind?: Kind | undefined;
  /** Code or name of a county of the city, whose own appeals the report is of. */
  readonly county?: string | undefined;
}

/** A unit as reports group it. */
export interface GroupedUnit extends Unit {
  /** By the run in force; null where none says. */
  readonly tier: Tier | null;
}

/** A report before its figures: what is counted, and of what units. */
export interface FramedReport {
  readonly db: Db;
  readonly jurisdiction: Jurisdiction;
  readonly frame: ReportFrame;
  readonly scope: FigureScope;
  readonly before: FigureScope | null;
  readonly yearBefore: FigureScope | null;
  readonly units: readonly GroupedUnit[];
  /** Whether the units of the report are only some. */
  readonly isNarrowed: boolean;
}

/** Finds out what a report is of. Errors: `unit-not-found`, `jurisdiction-not-found`, `report-nothing-of`. */
export async function frameReport(asked: LocalWork, terms: FigureTerms): Promise<FramedReport> {
  const { db } = asked.store;
  const jurisdiction = await findCounty(db, asked.jurisdiction, terms.county);
  const { period } = terms;
  const { timeZone, id } = jurisdiction;
  // What happened this very second has happened.
  const now = secondsOf(asked.now) + 1;
  const end = secondsOf(startOfDay(period.until, timeZone));
  const isOver = end <= now;
  const until = Math.min(end, now);
  const run = await findRunAsOf(db, id, instantOf(until));
  const units = await groupUnits(db, id, run?.id);
  const unitIds = await chooseUnits(db, jurisdiction, units, terms);
  const narrowing = {
    ...{ jurisdictionId: id, unitIds },
    kinds: terms.kind === undefined ? undefined : [terms.kind],
    channels: terms.channel === undefined ? undefined : [terms.channel],
    matters: terms.matter === undefined ? undefined : await chooseMatters(db, id, terms.matter),
  };
  const scopeOf = (of: Period): FigureScope => ({
    ...narrowing,
    from: secondsOf(startOfDay(of.from, timeZone)),
    until: Math.min(secondsOf(startOfDay(of.until, timeZone)), now),
  });
  const first = await findFirstReceipt(db, id);
  const wholeFrom = first === null ? null : localDay(instantOf(first), timeZone);
  const compare = (other: Period | undefined): Comparison => compareWith(other, { isOver, wholeFrom });
  const [before, yearBefore] = [compare(periodBefore(period)), compare(periodYearBefore(period))];
  const counting = await getCountingRules(db, jurisdiction);
  const upTo = isOver ? lastOfPeriod(period) : localDay(asked.now, timeZone);
  const frame: ReportFrame = {
    ...{ jurisdiction: jurisdiction.name, period, isOver, upTo, before, yearBefore, wholeFrom },
    filters: (['county', 'unit', 'group', 'category', 'tier', 'matter', 'channel', 'kind'] as const).flatMap(
      (name) => (terms[name] === undefined ? [] : [{ name, value: terms[name] }]),
    ),
    run:
      run?.adoption == null
        ? null
        : { number: run.number, year: run.year, documentNo: run.adoption.documentNo },
    rules: await findRules(db, jurisdiction, counting, period.from),
    workedDays: unlessMissing(
      () => countWorkingDays(counting.calendar, addDays(period.from, -1), upTo),
      null,
    ),
  };
  return {
    ...{ db, jurisdiction, frame, scope: scopeOf(period), units },
    before: before.kind === 'period' ? scopeOf(before.period) : null,
    yearBefore: yearBefore.kind === 'period' ? scopeOf(yearBefore.period) : null,
    isNarrowed: unitIds !== undefined,
  };
}

/** The deadline rules of a day, and whether somebody took them into use. */
async function findRules(
  db: Db,
  jurisdiction: Jurisdiction,
  counting: CountingRules,
  day: Day,
): Promise<ReportFrame['rules']> {
  const code = counting.rulesOn(day);
  const isDecided = (await listDeadlineUses(db, jurisdiction.id)).some(({ fromDay }) => fromDay <= day);
  return { code, name: counting.rules(code)?.name ?? code, isDecided };
}

/** Whether a report can be compared with another period: both over, and that one wholly in the database. */
function compareWith(
  period: Period | undefined,
  { isOver, wholeFrom }: { readonly isOver: boolean; readonly wholeFrom: Day | null },
): Comparison {
  if (period === undefined) return { kind: 'refused', why: 'no-such-days', period: null, wholeFrom };
  if (!isOver) return { kind: 'refused', why: 'unfinished', period, wholeFrom };
  if (wholeFrom === null) return { kind: 'refused', why: 'no-appeals', period, wholeFrom };
  return period.from < wholeFrom
    ? { kind: 'refused', why: 'not-whole', period, wholeFrom }
    : { kind: 'period', period };
}

async function findCounty(db: Db, city: Jurisdiction, county: string | undefined): Promise<Jurisdiction> {
  if (county === undefined) return city;
  const counties = (await listJurisdictions(db)).filter(({ parent }) => parent === city.code);
  const found = counties.find(({ code, name }) => code === county || name === county);
  if (found === undefined)
    throw new AppError('county-not-found', {
      county,
      city: city.name,
      known: counties.map(({ code, name }) => `${code} ${name}`),
    });
  return found;
}

/** The run by which units were staffed at a moment: of the latest year that had one in force. */
async function findRunAsOf(db: Db, jurisdictionId: number, at: string) {
  const years = new Set((await listRuns(db, jurisdictionId)).map(({ year }) => year));
  for (const year of [...years].sort((a, b) => b - a)) {
    const run = await findRunInForceAt(db, jurisdictionId, year, at);
    if (run !== undefined) return run;
  }
  return undefined;
}

async function groupUnits(db: Db, jurisdictionId: number, runId: number | undefined): Promise<GroupedUnit[]> {
  const sealed = runId === undefined ? [] : await listRunUnits(db, runId);
  const tiers = new Map(sealed.map(({ unitId, tier }) => [unitId, tier]));
  return (await listUnits(db, jurisdictionId)).map((unit) => ({ ...unit, tier: tiers.get(unit.id) ?? null }));
}

/** The units that a report is narrowed to; undefined where it is of all. Errors: `report-nothing-of` where there is no such unit. */
async function chooseUnits(
  db: Db,
  jurisdiction: Jurisdiction,
  units: readonly GroupedUnit[],
  { unit, group, category, tier }: FigureTerms,
): Promise<number[] | undefined> {
  if (unit === undefined && group === undefined && category === undefined && tier === undefined)
    return undefined;
  const named = unit === undefined ? undefined : await getUnitByName(db, jurisdiction, unit);
  const chosen = units.filter(
    (one) =>
      (named === undefined || one.id === named.id) &&
      (group === undefined || one.group === group) &&
      (category === undefined || one.category === category) &&
      (tier === undefined || one.tier === tier),
  );
  if (chosen.length === 0)
    throw new AppError('report-nothing-of', {
      of: [unit, group].filter((one) => one !== undefined),
      ...{ category: category ?? null, tier: tier ?? null },
    });
  return chosen.map(({ id }) => id);
}

/** The matters of appeals that are of a matter, at any of their levels, those that the list has above them included. Errors: `report-nothing-of`. */
async function chooseMatters(db: Db, jurisdictionId: number, matter: string): Promise<string[]> {
  const groups = groupsOfMatters(await listMatters(db, jurisdictionId));
  const known = (await listCountedMatters(db, jurisdictionId)).filter((one) => one !== null);
  const chosen = known.filter((one) => {
    const path = levelsOfMatter(one, groups).join('/');
    return isOfMatter(path, matter) || path.startsWith(`${matter}/`);
  });
  if (chosen.length === 0)
    throw new AppError('report-nothing-of', { of: [matter], category: null, tier: null });
  return chosen;
}
