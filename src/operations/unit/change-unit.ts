import { AppError } from '../../errors.ts';
import { localDay } from '../../domain/time.ts';
import type { Unit } from '../../domain/unit.ts';
import type { FieldChange, UnitField, UnitRow } from '../../domain/unit-plan.ts';
import { compareUnit } from '../../domain/unit-plan.ts';
import { listOpenAppeals } from '../../store/appeals.ts';
import { listAssistedAppeals } from '../../store/appeal-parties.ts';
import type { Trx } from '../../store/db.ts';
import { endDesk, listDesks } from '../../store/desks.ts';
import { listRulings } from '../../store/rulings.ts';

import {
  endLeader,
  insertSuccession,
  listLeaders,
  listNamedUnits,
  recordLeader,
  retireUnit,
  updateUnit,
} from '../../store/units.ts';
import { cleanName } from '../../domain/unit-name.ts';
import { refuseTakenName } from './add-unit.ts';
import type { LocalWork, Operation } from '../kernel/transaction.ts';
import type { RegisterTask } from '../kernel/change-register.ts';
import { changeRegister } from '../kernel/change-register.ts';

import { refuseNumbers } from '../privacy/refuse-personal.ts';
import { getUnitByName, refuseRetired } from './find-unit.ts';
import { changedFields } from './record-unit.ts';
import { leaveEndedUnit, takeOverAssistance } from '../appeal/take-over-appeal.ts';

/** Fields of a unit that are set by hand; what is not said stays. `outsideReason: null` puts it into the scheme. */
export type UnitSettings = Partial<
  Omit<UnitRow, 'place' | 'code' | 'name' | 'outsideReason'> & { readonly outsideReason: string | null }
>;

/** Sets fields of one unit, and takes others away. Nothing is written when all is so already. */
export async function setUnit(
  asked: LocalWork,
  { name, fields: { outsideReason, ...fields } }: { readonly name: string; readonly fields: UnitSettings },
): Promise<{ readonly unit: Unit; readonly changes: readonly FieldChange<UnitField>[] }> {
  const { jurisdiction } = asked;
  return changeRegister(asked, async (trx, _operation, work) => {
    const unit = await getActiveUnit(trx, work, name);
    const registered = await listNamedUnits(trx, jurisdiction.id);
    const others = registered.filter((one) => one.unit.id !== unit.id);
    if (fields.shortName !== undefined)
      refuseTakenName(others, fields.shortName, { city: jurisdiction.name });
    const leader = (await listLeaders(trx, jurisdiction.id)).get(unit.id) ?? null;
    const above = fields.parent === undefined ? undefined : await getActiveUnit(trx, work, fields.parent);
    if (above?.id === unit.id) throw new AppError('unit-own-successor', { unit: unit.name });
    const parent = registered.find((one) => one.unit.id === unit.parentId)?.unit.name ?? null;
    const named = { unit, names: [], leader, parent };
    const row = {
      ...fields,
      ...(above === undefined ? {} : { parent: above.name }),
      name: unit.name,
      ...(typeof outsideReason === 'string' ? { outsideReason } : {}),
    };
    const changes = compareUnit(row, named);
    if (outsideReason === null && unit.outsideReason !== null) {
      changes.push({ field: 'outsideReason', before: unit.outsideReason, after: '' });
    }
    const changed = new Set<string>(changes.map(({ field }) => field));
    const today = localDay(work.now, jurisdiction.timeZone);
    const columns = changedFields(row, changed);
    if (outsideReason === null) columns.outsideReason = null;
    if (above !== undefined) columns.parentId = above.id;
    if (fields.cleared?.includes('parent') === true) columns.parentId = null;
    await updateUnit(trx, unit, columns, today);
    if (fields.cleared?.includes('leader') === true) await endLeader(trx, unit.id, today);
    else if (changed.has('leader') || changed.has('leaderTitle')) {
      const after = { name: fields.leader ?? leader?.name, title: fields.leaderTitle ?? null };
      if (after.name === undefined) throw new AppError('value-missing', { fields: ['leader'] });
      await recordLeader(trx, unit.id, { name: after.name, title: after.title }, today);
    }
    return { result: { unit, changes }, summary: { unit: unit.code, fields: [...changed] } };
  });
}

/** The change that gives a unit a new official name from a day on; the old one leads to it as before. Errors: `name-in-use`, `time-in-future`, `unit-named-so`, `rename-too-early` before the day of the name it has. */
export function renameUnit(terms: {
  readonly name: string;
  readonly to: string;
  readonly shortName?: string;
  readonly on?: string;
}): RegisterTask<{ readonly unit: Unit; readonly on: string }> {
  const { name } = terms;
  return async (trx, _operation, work) => {
    const { jurisdiction } = work;
    const on = decideDay(work, terms.on);
    const unit = await getActiveUnit(trx, work, name);
    const registered = await listNamedUnits(trx, jurisdiction.id);
    const others = registered.filter((one) => one.unit.id !== unit.id);
    const own = registered.find((one) => one.unit.id === unit.id);
    const { shortName } = terms;
    const names = {
      to: cleanName(terms.to),
      ...(shortName === undefined ? {} : { shortName: cleanName(shortName) }),
    };
    if (names.to === unit.name) throw new AppError('unit-named-so', { unit: unit.name });
    const since = own?.names.find(({ kind }) => kind === 'official')?.from ?? null;
    if (since !== null && on < since) throw new AppError('rename-too-early', { unit: unit.name, on, since });
    for (const one of [names.to, names.shortName])
      if (one !== undefined) refuseTakenName(others, one, { city: jurisdiction.name });
    await recordRename(trx, unit, names, on);
    return { result: { unit, on }, summary: { unit: unit.code, on } };
  };
}

/** Writes a rename within a transaction. */
export async function recordRename(
  trx: Trx,
  unit: Unit,
  names: { readonly to: string; readonly shortName?: string | undefined },
  on: string,
): Promise<void> {
  const { to, shortName } = names;
  await updateUnit(trx, unit, { name: to, ...(shortName === undefined ? {} : { shortName }) }, on);
}

/** What became of units: who ended, who goes on, and the appeals that went over. */
export interface Reorganisation {
  readonly ended: readonly Unit[];
  readonly successors: readonly Unit[];
  readonly on: string;
  /** Numbers of open appeals that went to the successor in the same step. */
  readonly moved: readonly string[];
  /** Numbers of open appeals that went to the transfer desk in the same step, to be handed over. */
  readonly waiting: readonly string[];
  /** What units that ended had: names by which they are still found, a desk, rulings by which they lead. */
  readonly had: {
    readonly names: readonly string[];
    readonly desks: readonly string[];
    readonly rulings: readonly number[];
  };
}

/** Reads what units have that are to end. */
async function listHad(
  trx: Trx,
  { jurisdiction }: LocalWork,
  units: readonly Unit[],
): Promise<Reorganisation['had']> {
  const ids = new Set(units.map(({ id }) => id));
  const named = (await listNamedUnits(trx, jurisdiction.id)).filter(({ unit }) => ids.has(unit.id));
  const desks = await listDesks(trx, jurisdiction.id);
  const rulings = await listRulings(trx, jurisdiction.id);
  return {
    names: named.flatMap(({ names }) => names.map(({ name }) => name)),
    desks: units.filter(({ id }) => desks.has(id)).map(({ name }) => name),
    rulings: rulings
      .filter(
        ({ isPrecedent, supersededBy, leadId }) => isPrecedent && supersededBy === null && ids.has(leadId),
      )
      .map(({ number }) => number),
  };
}

/**
 * The change that merges units into another on a day, to be tried or made. They end and take no new work; what is counted for them is found through their
 * successor. Open appeals go over to it at once, as one hop for the reason `reorganised`: no new visit.
 *
 * Errors: `unit-own-successor`, `unit-retired`, `time-in-future`.
 */
export function mergeUnits(terms: {
  readonly names: readonly string[];
  readonly into: string;
  readonly on?: string;
}): RegisterTask<Reorganisation> {
  const { names } = terms;
  return async (trx, operation, work) => {
    const on = decideDay(work, terms.on);
    const into = await getActiveUnit(trx, work, terms.into);
    const ended: Unit[] = [];
    for (const name of names) ended.push(await getActiveUnit(trx, work, name));
    const had = await listHad(trx, work, ended);
    const moved: string[] = [];
    for (const unit of ended) moved.push(...(await mergeUnit(trx, work, operation, unit, into, on)));
    const result = { ended, successors: [into], on, moved, waiting: [], had };
    return {
      result,
      summary: { units: ended.map((unit) => unit.code), into: into.code, on, moved: moved.length },
    };
  };
}

/** Merges one unit within a transaction; gives the numbers of the appeals that went over. */
async function mergeUnit(
  trx: Trx,
  work: LocalWork,
  operation: Operation,
  unit: Unit,
  into: Unit,
  on: string,
): Promise<string[]> {
  if (unit.id === into.id) throw new AppError('unit-own-successor', { unit: unit.name });
  // First, so that the unit is known as what the other has become.
  await recordMerger(trx, unit, into, on);
  const moved: string[] = [];
  for (const { number } of await listOpenAppeals(trx, unit.id)) {
    await leaveEndedUnit(trx, work, operation, number);
    moved.push(number);
  }
  for (const { number } of await listAssistedAppeals(trx, unit.id)) {
    await takeOverAssistance(trx, work, operation, number, { from: unit, to: into });
  }
  return moved;
}

/** Writes within a transaction that a unit went into another on a day. */
export async function recordMerger(trx: Trx, unit: Unit, into: Unit, on: string): Promise<void> {
  await insertSuccession(trx, { fromId: unit.id, toId: into.id, on, how: 'merged' });
  await endUnit(trx, unit, on);
}

/**
 * The change that splits a unit on a day into units that are registered already. It ends unless it is among them; then its open appeals go to
 * the transfer desk, in the queue: only people know which part answers for which.
 */
export function splitUnit(terms: {
  readonly name: string;
  readonly into: readonly string[];
  readonly on?: string;
}): RegisterTask<Reorganisation> {
  const { name } = terms;
  return async (trx, operation, work) => {
    const on = decideDay(work, terms.on);
    const unit = await getActiveUnit(trx, work, name);
    const successors: Unit[] = [];
    for (const one of terms.into) successors.push(await getActiveUnit(trx, work, one));
    const isEnding = successors.every((one) => one.id !== unit.id);
    const others = successors.filter((one) => one.id !== unit.id);
    if (others.length === 0) throw new AppError('unit-own-successor', { unit: unit.name });
    for (const { id } of others) await insertSuccession(trx, { fromId: unit.id, toId: id, on, how: 'split' });
    const open = (await listOpenAppeals(trx, unit.id)).map(({ number }) => number);
    const had = await listHad(trx, work, isEnding ? [unit] : []);
    if (isEnding) await endUnitWithWork(trx, work, operation, unit, on);
    const result = {
      ended: isEnding ? [unit] : [],
      successors,
      on,
      moved: [],
      waiting: isEnding ? open : [],
      had,
    };
    return { result, summary: { unit: unit.code, into: successors.map((one) => one.code), on } };
  };
}

/** The change that ends a unit that nobody succeeds. Errors: `unit-holds-appeals` while it leads open ones. */
export function endOneUnit(terms: {
  readonly name: string;
  readonly reason: string;
  readonly on?: string;
}): RegisterTask<Reorganisation> {
  const { name } = terms;
  return async (trx, operation, work) => {
    refuseNumbers({ reason: terms.reason });
    const on = decideDay(work, terms.on);
    const unit = await getActiveUnit(trx, work, name);
    const numbers = (await listOpenAppeals(trx, unit.id)).map(({ number }) => number);
    if (numbers.length > 0) throw new AppError('unit-holds-appeals', { unit: unit.name, numbers });
    const had = await listHad(trx, work, [unit]);
    await endUnitWithWork(trx, work, operation, unit, on);
    const result = { ended: [unit], successors: [], on, moved: [], waiting: [], had };
    return { result, summary: { unit: unit.code, on, reason: terms.reason } };
  };
}

/** Ends a unit that nobody takes over whole: its open appeals go to the transfer desk, and it assists nobody any more. */
async function endUnitWithWork(
  trx: Trx,
  work: LocalWork,
  operation: Operation,
  unit: Unit,
  on: string,
): Promise<void> {
  const open = await listOpenAppeals(trx, unit.id);
  const assisted = await listAssistedAppeals(trx, unit.id);
  await endUnit(trx, unit, on);
  for (const { number } of open) await leaveEndedUnit(trx, work, operation, number);
  for (const { number } of assisted)
    await takeOverAssistance(trx, work, operation, number, { from: unit, to: null });
}

async function endUnit(trx: Trx, unit: Unit, on: string): Promise<void> {
  await retireUnit(trx, unit.id, on);
  await endDesk(trx, unit.id, on);
}

async function getActiveUnit(trx: Trx, work: LocalWork, name: string): Promise<Unit> {
  const { jurisdiction } = work;
  const unit = await getUnitByName(trx, jurisdiction, name);
  await refuseRetired(trx, jurisdiction, unit);
  return unit;
}

/** The day a change holds from: the one said, else today. Never in the future: a name printed is the name of its day. */
function decideDay(work: LocalWork, said: string | undefined): string {
  const today = localDay(work.now, work.jurisdiction.timeZone);
  if (said !== undefined && said > today) throw new AppError('time-in-future', { time: said });
  return said ?? today;
}
