import type { AppError } from '../../errors.ts';
import { isAppError } from '../../errors.ts';
import type { Problem } from '../../problems.ts';
import type { RowChange } from '../../domain/register.ts';
import { hasEnded } from '../../domain/span.ts';
import { startOfDay } from '../../domain/time.ts';
import type { NamedUnit } from '../../domain/unit.ts';
import { nameKey } from '../../domain/unit-name.ts';
import { listAssistedAppeals } from '../../store/appeal-parties.ts';
import { listOpenAppeals } from '../../store/appeals.ts';
import { listRuns } from '../../store/classifications.ts';
import type { Db } from '../../store/db.ts';
import { listJurisdictions } from '../../store/jurisdictions.ts';
import type { OperationMark } from '../../store/operation-changes.ts';
import type { OperationParts } from '../../store/operation-parts.ts';
import { listAppealsTakenInAfter, listRunsAdoptedAfter } from '../../store/operation-parts.ts';
import { listAppealsCiting, listRulings } from '../../store/rulings.ts';
import { listStudiesAtOdds } from '../../store/studies.ts';
import { listNamedUnits, listUnits } from '../../store/units.ts';
import type { LocalWork } from '../kernel/transaction.ts';
import { refuseTakenName } from '../unit/add-unit.ts';

/** One operation that is to be marked, and whether it is undone from then on. */
export type Target = Pick<OperationMark, 'operationId' | 'isUndone'>;

/** Says what later work built upon runs, rulings, schemes and rules that are to hold no longer, or again. */
export async function findLaterParts(
  db: Db,
  { jurisdiction }: LocalWork,
  number: number,
  marked: readonly (Target & { readonly parts: OperationParts })[],
): Promise<Problem[]> {
  const problems: Problem[] = [];
  const { id: jurisdictionId, timeZone } = jurisdiction;
  for (const { isUndone, parts } of marked) {
    for (const { fromVolumeYear } of parts.schemeUses) {
      const runs = await listRunsAdoptedAfter(db, number, { jurisdictionId, fromYear: fromVolumeYear });
      for (const run of runs) problems.push({ code: 'undo-run-adopted', details: { run } });
    }
    for (const { code, fromDay } of parts.deadlineUses) {
      const counties = (await listJurisdictions(db)).filter(({ parent }) => parent === jurisdiction.code);
      const taken = await listAppealsTakenInAfter(db, number, {
        jurisdictionIds: [jurisdictionId, ...counties.map(({ id }) => id)],
        from: startOfDay(fromDay, timeZone),
      });
      const numbers = taken
        .filter(({ rulesCode }) => !isUndone || rulesCode === code)
        .map((one) => one.number);
      if (numbers.length > 0) problems.push({ code: 'undo-rules-applied', details: { code, numbers } });
    }
    for (const { number: run, year } of parts.runs) {
      const runs = await listRuns(db, jurisdictionId, year);
      if (runs.some((one) => one.number === run && one.adoption !== null))
        problems.push({ code: 'undo-run-adopted', details: { run } });
      for (const later of runs)
        if (later.number > run) problems.push({ code: 'undo-later-run', details: { run: later.number } });
    }
    for (const { id, number: ruling } of isUndone ? parts.rulings : []) {
      const by = (await listRulings(db, jurisdictionId)).find((one) => one.id === id)?.supersededBy;
      if (typeof by === 'number') problems.push({ code: 'undo-ruling-superseded', details: { ruling, by } });
      const numbers = (await listAppealsCiting(db, { id, number: ruling })).map((one) => one.number);
      if (numbers.length > 0) problems.push({ code: 'undo-ruling-followed', details: { ruling, numbers } });
    }
  }
  return problems;
}

/** Names of units that go on which another has too, by the rule that new names are under. */
export async function listTakenNames(
  db: Db,
  { jurisdiction }: LocalWork,
  unitIds: ReadonlySet<number>,
): Promise<ReadonlyMap<string, string>> {
  const registered = await listNamedUnits(db, jurisdiction.id);
  const taken = new Map<string, string>();
  for (const { unit, names } of registered) {
    if (!unitIds.has(unit.id) || hasEnded(unit)) continue;
    const others = registered.filter((one) => one.unit.id !== unit.id);
    for (const { name } of names) {
      const owner = findOwner(others, name, jurisdiction.name);
      if (owner !== undefined) taken.set(name, owner);
    }
  }
  return taken;
}

/** The other unit that has a name by now, by code and name. */
function findOwner(others: readonly NamedUnit[], name: string, city: string): string | undefined {
  try {
    refuseTakenName(others, name, { city, isNew: true });
    return undefined;
  } catch (error) {
    if (isAppError(error) && error.code === 'name-in-use')
      return (error as AppError<'name-in-use'>).details.unit;
    throw error;
  }
}

/** Units whose row, or whose names, were written. */
export function listNamedAnew(written: readonly RowChange[]): ReadonlySet<number> {
  return new Set(
    written.flatMap(({ table, id, before, after }) =>
      table === 'unit' ? [id] : table === 'unitName' ? [Number((after ?? before)?.['unitId'])] : [],
    ),
  );
}

/** Matters for which two rulings would hold. */
export async function findSecondRulings(
  db: Db,
  { jurisdiction }: LocalWork,
  marked: readonly { readonly parts: OperationParts }[],
): Promise<Problem[]> {
  if (marked.every(({ parts }) => parts.rulings.length === 0)) return [];
  const inForce = (await listRulings(db, jurisdiction.id)).filter(
    (one) => one.isPrecedent && one.supersededBy === null,
  );
  return [...Map.groupBy(inForce, ({ matter }) => nameKey(matter ?? ''))].flatMap(([, rulings]): Problem[] =>
    rulings.length < 2 ? [] : [{ code: 'undo-ruling-there', details: { matter: rulings[0]?.matter ?? '' } }],
  );
}

/** Studies that would be closed twice, or closed though they are undone: what is undone first is what came last. */
export async function findStudiesAtOdds(
  db: Db,
  { jurisdiction }: LocalWork,
  marked: readonly (Target & { readonly parts: OperationParts })[],
): Promise<Problem[]> {
  if (marked.every(({ parts }) => parts.studies.length + parts.studyCloses.length === 0)) return [];
  const { closedTwice, gone } = await listStudiesAtOdds(db, jurisdiction.id);
  const taken = new Set(
    marked.flatMap(({ isUndone, parts }) => (isUndone ? parts.studies.map(({ number }) => number) : [])),
  );
  return [
    ...closedTwice.map((study): Problem => ({ code: 'undo-study-closed', details: { study } })),
    ...gone.map((study): Problem => ({
      code: taken.has(study) ? 'undo-study-closed' : 'undo-study-gone',
      details: { study },
    })),
  ];
}

/** Units that would end again, or be none, while they lead or assist open appeals. */
export async function findHeldAppeals(
  db: Db,
  { jurisdiction }: LocalWork,
  written: readonly RowChange[],
): Promise<Problem[]> {
  const touched = new Set(written.flatMap(({ table, id }) => (table === 'unit' ? [id] : [])));
  const problems: Problem[] = [];
  for (const unit of await listUnits(db, jurisdiction.id)) {
    if (!touched.has(unit.id) || !hasEnded(unit)) continue;
    const open = [...(await listOpenAppeals(db, unit.id)), ...(await listAssistedAppeals(db, unit.id))];
    const numbers = [...new Set(open.map((one) => one.number))];
    if (numbers.length > 0) problems.push({ code: 'undo-unit-holds', details: { unit: unit.name, numbers } });
  }
  return problems;
}
