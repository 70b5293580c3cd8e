import { AppError } from '../../errors.ts';
import type { Desk } from '../../domain/desk.ts';
import type { Jurisdiction } from '../../domain/jurisdiction.ts';
import { balanceOffices } from '../../domain/office-balance.ts';
import type { Period } from '../../domain/period.ts';
import type { RunUnit } from '../../domain/run.ts';
import { isJudged } from '../../domain/run.ts';
import { hasEnded } from '../../domain/span.ts';
import { makeLineage } from '../../domain/succession.ts';
import { countedVolumeOf } from '../../domain/tier.ts';
import type { Day } from '../../domain/time.ts';
import { instantOf, localDay } from '../../domain/time.ts';
import type { Unit } from '../../domain/unit.ts';
import type { ControlUnit, YearEffect, YearReport, YearUnit } from '../../domain/year-report.ts';
import type { PastTier, Reach, YearWindow } from '../../domain/year-window.ts';
import { findWindow, isSteady, listHeld } from '../../domain/year-window.ts';
import type { AdoptedRun, Run } from '../../store/classifications.ts';
import { listRuns, listRunsInForce, listRunUnits } from '../../store/classifications.ts';
import type { Db } from '../../store/db.ts';
import { findFirstReceipt, findLastReceipt } from '../../store/figures.ts';
import { listOffices } from '../../store/offices.ts';
import { listLeaders, listSuccessions, listUnits } from '../../store/units.ts';
import { listVolumeYears } from '../../store/volumes.ts';
import type { LocalWork } from '../kernel/transaction.ts';
import type { Reveal } from '../privacy/gate.ts';
import { revealDesks, seeDesks } from '../privacy/gate.ts';
import { listRunInputs } from '../tier/classify-units.ts';
import { getUnitByName, refuseRetired } from '../unit/find-unit.ts';
import { listOpenFindings } from './year-findings.ts';
import type { RatesOf } from './year-rates.ts';
import { makePairs } from './year-rates.ts';

/** What an evaluation is of. */
export interface YearTerms {
  readonly year: number;
  /** The day for all, whatever day is on record of each desk. */
  readonly on?: Day | undefined;
  /** Names of the units others are held against; those that were designated all the time where none is named. */
  readonly controls: readonly string[];
  readonly reveal: Reveal | undefined;
}

/** A unit with what the evaluation asks of it by its number. */
interface Evaluated {
  readonly id: number;
  /** Whether the scheme judges it; others can be held against those it does. */
  readonly isJudged: boolean;
  readonly unit: YearUnit;
  /** It, and the units that went into it whole: what they led counts for it. */
  readonly ids: readonly number[];
}

/** A unit that others are held against. */
type ChosenControl = Evaluated & Pick<ControlUnit, 'hasChanged'>;

/**
 * Evaluates the reform in a year: how units are staffed, how much they had, what changed since, beside units where nothing did, and what is open.
 *
 * Errors: `run-not-in-force` where no run of that year or one before is; `unit-not-found`, `unit-retired` for units to be held against;
 * `text-personal` for the reason to show mobile numbers.
 */
export async function reportYear(
  work: LocalWork,
  terms: YearTerms,
): Promise<{ readonly report: YearReport; readonly isRecorded: boolean }> {
  const { jurisdiction } = work;
  const { db } = work.store;
  const { year, on = null, reveal } = terms;
  const today = localDay(work.now, jurisdiction.timeZone);
  const run = await getRunOfYear(db, jurisdiction, year);
  const runUnits = await listRunUnits(db, run.id);
  const controls = await listNamedControls(work, terms.controls);
  const reach = await findReach(db, jurisdiction);
  const findings = await listOpenFindings(work, { run, runUnits, today });
  const { desks, isRecorded } =
    reveal === undefined
      ? { desks: await seeDesks(work), isRecorded: false }
      : await revealDesks(work, {
          filter: {},
          subject: `report year ${String(year)}`,
          reason: reveal.reason,
        });
  const pairsOf = makePairs(db, jurisdiction);
  const all = await listEvaluated(db, jurisdiction, { year, on, today, reach, run, runUnits, desks });
  const counted = await Promise.all(
    all.map(async (one): Promise<Evaluated> => {
      const { window } = one.unit;
      if (window.kind === 'none') return one;
      return { ...one, unit: { ...one.unit, rates: (await pairsOf(window))(one.ids) } };
    }),
  );
  const controlIds = new Set(controls.map(({ id }) => id));
  const treated = counted.filter(
    ({ id, isJudged: isIn, unit: { tier } }) =>
      isIn && (tier === 'dedicated' || tier === 'attached') && !controlIds.has(id),
  );
  const past = await listPastTiers(db, jurisdiction, run);
  const pastOf = (one: Evaluated): readonly PastTier[] => past.get(one.id) ?? [];
  const chooseControls = (window: YearWindow): readonly ChosenControl[] => {
    const named = counted.filter(({ id }) => controlIds.has(id));
    return controls.length > 0
      ? named.map((one) => ({ ...one, hasChanged: hasChangedIn(one, pastOf(one), window) }))
      : counted.flatMap((one) =>
          one.isJudged && isUnchanged(one, pastOf(one), window) ? [{ ...one, hasChanged: false }] : [],
        );
  };
  const effects: YearEffect[] = [];
  for (const own of Map.groupBy(treated, ({ unit }) => monthsKey(unit)).values()) {
    const window = own[0]?.unit.window;
    if (window?.kind !== 'window') continue;
    effects.push(makeEffect(await pairsOf(window), { window, own, chosen: chooseControls(window) }));
  }
  const report: YearReport = {
    ...{ jurisdiction: jurisdiction.name, year, today, on, reach, findings: findings.list },
    run: {
      ...{ number: run.number, year: run.year, scheme: run.scheme.code },
      ...{ documentNo: run.adoption.documentNo, adoptedOn: run.adoption.on },
    },
    checkedRun: findings.run,
    units: counted.flatMap(({ isJudged: isIn, unit }) => (isIn ? [unit] : [])),
    effects: effects.sort((a, b) =>
      monthsKey({ window: a.window }) < monthsKey({ window: b.window }) ? -1 : 1,
    ),
    uncompared: treated.flatMap(({ unit }) => (unit.window.kind === 'none' ? [unit] : [])),
    isRevealed: reveal !== undefined,
  };
  return { report, isRecorded };
}

async function findReach(db: Db, { id, timeZone }: Jurisdiction): Promise<Reach | null> {
  const [first, last] = [await findFirstReceipt(db, id), await findLastReceipt(db, id)];
  const dayOf = (seconds: number): Day => localDay(instantOf(seconds), timeZone);
  return first === null || last === null ? null : { from: dayOf(first), last: dayOf(last) };
}

/** The run by which units are staffed in a year: in force, of that year or the latest before it. */
async function getRunOfYear(db: Db, { id }: Jurisdiction, year: number): Promise<AdoptedRun> {
  const run = (await listRunsInForce(db, id)).find((one) => one.year <= year);
  if (run === undefined) throw new AppError('run-not-in-force', { year });
  return run;
}

async function listNamedControls(
  { store, jurisdiction }: LocalWork,
  names: readonly string[],
): Promise<Unit[]> {
  const units: Unit[] = [];
  for (const name of names) {
    const unit = await getUnitByName(store.db, jurisdiction, name);
    await refuseRetired(store.db, jurisdiction, unit);
    units.push(unit);
  }
  return units;
}

/** The tiers of each unit by every run that was adopted, in the order of their days. */
async function listPastTiers(db: Db, { id }: Jurisdiction, { year }: Run): Promise<Map<number, PastTier[]>> {
  const past = new Map<number, PastTier[]>();
  const runs = (await listRuns(db, id)).filter(
    (run): run is AdoptedRun => run.adoption !== null && run.year <= year,
  );
  for (const run of runs.sort((a, b) => (a.adoption.on < b.adoption.on ? -1 : 1)))
    for (const { unitId, tier } of await listRunUnits(db, run.id))
      past.set(unitId, [...(past.get(unitId) ?? []), { on: run.adoption.on, tier }]);
  return past;
}

/** Whether nothing changed for a unit in that time: designated all along, and no body was set up whatever the run says. */
function isUnchanged({ unit }: Evaluated, past: readonly PastTier[], window: YearWindow): boolean {
  return (unit.desk === null || unit.desk.tier === 'designated') && isSteady(past, timeOf(window), unit.tier);
}

/** Whether something changed for a unit in that time: a body of its own was set up, or a run put it into another tier. */
function hasChangedIn({ unit }: Evaluated, past: readonly PastTier[], window: YearWindow): boolean {
  const { desk } = unit;
  const time = timeOf(window);
  const since = desk === null || desk.tier === 'designated' ? null : desk.establishedOn;
  const isSetUp = since !== null && since >= time.from && since < time.until;
  return isSetUp || new Set(listHeld(past, time).map(({ tier }) => tier)).size > 1;
}

/** All of the months, those between the two sides included. */
function timeOf({ before, after }: YearWindow): Period {
  return { from: before.from, until: after.until };
}

function monthsKey({ window }: Pick<YearUnit, 'window'>): string {
  return window.kind === 'none' ? '' : `${window.after.from} ${window.after.until} ${window.before.from}`;
}

function makeEffect(
  ratesOf: RatesOf<YearEffect['all']>,
  terms: {
    readonly window: YearWindow;
    readonly own: readonly Evaluated[];
    readonly chosen: readonly ChosenControl[];
  },
): YearEffect {
  const { window, own, chosen } = terms;
  const idsOf = (list: readonly Evaluated[]): number[] => list.flatMap(({ ids }) => ids);
  return {
    window,
    units: own.map(({ unit, ids }) => ({ unit, rates: ratesOf(ids) })),
    all: ratesOf(idsOf(own)),
    controls: chosen.map(({ unit: { code, name }, hasChanged }): ControlUnit => ({ code, name, hasChanged })),
    control: chosen.length === 0 ? null : ratesOf(idsOf(chosen)),
  };
}

/** The units that go on, in the official order. */
async function listEvaluated(
  db: Db,
  jurisdiction: Jurisdiction,
  terms: {
    readonly year: number;
    readonly on: Day | null;
    readonly today: Day;
    readonly reach: Reach | null;
    readonly run: Run;
    readonly runUnits: readonly RunUnit[];
    readonly desks: ReadonlyMap<number, Desk>;
  },
): Promise<Evaluated[]> {
  const { year, on, today, run, desks } = terms;
  const { id } = jurisdiction;
  const [leaders, offices] = [await listLeaders(db, id), await listOffices(db, id)];
  const { ancestorsOf } = makeLineage(await listSuccessions(db, id));
  const ofRun = new Map(terms.runUnits.map((unit) => [unit.unitId, unit]));
  const volumeOf = await countVolumes(db, jurisdiction, { years: [year - 2, year - 1, year], today, run });
  const units = (await listUnits(db, id)).filter((unit) => !hasEnded(unit, today));
  return units.map((unit): Evaluated => {
    const { tier = null, override = null } = ofRun.get(unit.id) ?? {};
    const desk = desks.get(unit.id);
    const ownDay = desk?.establishedOn ?? null;
    return {
      id: unit.id,
      isJudged: isJudged(run.scheme, unit),
      ids: [unit.id, ...ancestorsOf(unit.id).flatMap((one) => (one.isWhole ? [one.unitId] : []))],
      unit: {
        ...{ code: unit.code, name: unit.name, category: unit.category, group: unit.group, tier, override },
        ...{ leader: leaders.get(unit.id) ?? null, desk: desk ?? null, volumes: volumeOf(unit.id) },
        window: findWindow(on ?? ownDay, { year, today, reach: terms.reach }),
        rates: null,
        offices: balanceOffices(
          { offices: offices.get(unit.id) ?? [], limit: unit.officeLimit, desk },
          { day: ownDay ?? on, today },
        ),
      },
    };
  });
}

/** Counts the volumes of years as the scheme of a run counts them, those of units that went into another whole with it. */
async function countVolumes(
  db: Db,
  jurisdiction: Jurisdiction,
  { years, today, run }: { readonly years: readonly number[]; readonly today: Day; readonly run: Run },
): Promise<(unitId: number) => YearUnit['volumes']> {
  const known = new Set(await listVolumeYears(db, jurisdiction.id));
  const byYear = new Map<number, Map<number, number>>();
  for (const year of years) {
    const inputs = known.has(year) ? await listRunInputs(db, jurisdiction, { year, today }) : [];
    const counted = inputs.flatMap((input) => {
      const volume = countedVolumeOf(run.scheme, input);
      return volume === undefined ? [] : [[input.unitId, volume] as const];
    });
    byYear.set(year, new Map(counted));
  }
  return (unitId) => years.map((year) => ({ year, volume: byYear.get(year)?.get(unitId) ?? null }));
}
