import { AppError } from '../../errors.ts';
import type { Jurisdiction } from '../../domain/jurisdiction.ts';
import type { Day } from '../../domain/time.ts';
import { nextDay, startOfDay } from '../../domain/time.ts';
import { getAppeal } from '../../store/appeals.ts';
import type { OperationFilter } from '../../store/operations.ts';
import {
  countOperations,
  findLastOperation,
  findOperation,
  listOperationIds,
  listOperationsNumbered,
  listOperationsOfUnit,
} from '../../store/operations.ts';
import type { Db } from '../../store/db.ts';
import type { OperationMark } from '../../store/operation-changes.ts';
import { listOperationChanges, listOperationMarks } from '../../store/operation-changes.ts';
import type { OperationRow } from '../../store/operations.ts';
import { getRegister } from '../../store/register.ts';
import type { Effect } from '../../domain/register.ts';
import { describeRowChanges } from '../../domain/register.ts';
import { listUnits } from '../../store/units.ts';
import { nameUnits } from '../undo/later-rows.ts';
import type { LocalWork } from '../kernel/transaction.ts';
import { getUnitByName } from '../unit/find-unit.ts';

/** What one fact of an operation is: a word, a number, several words, or nothing. */
export type OperationFact = string | number | readonly (string | number)[] | null;

/** One operation as people are told of it. Nothing in it is personal: a reason with a number was refused when it was given. */
export interface LoggedOperation {
  readonly operation: number;
  readonly at: string;
  readonly by: string;
  readonly command: string;
  readonly facts: Readonly<Record<string, OperationFact>>;
  /** Number of the operation that undid it; null while it holds. */
  readonly undoneBy: number | null;
  readonly hash: string;
}

/** Which operations are asked for; both days included. */
export interface OperationLogTerms {
  /** First word of the command: unit, desk, appeal … */
  readonly noun?: string;
  readonly unit?: string;
  /** Number of an appeal. */
  readonly appeal?: string;
  readonly by?: string;
  readonly since?: Day;
  readonly until?: Day;
  /** So many of the newest. */
  readonly limit?: number;
}

/** A log that is open: how much was found, and what is shown of it a portion at a time. */
export interface OpenOperationLog {
  readonly found: number;
  /** How many of them are shown. */
  readonly count: number;
  /** Whether one of those that are shown was undone. */
  readonly hasUndone: boolean;
  readonly pages: () => AsyncIterable<readonly LoggedOperation[]>;
}

/** Operations that are read in one go. */
const portion = 500;

/**
 * Lists what was done, the newest last: who did what when, by which command. Of a unit it lists what names it, the imports that changed it,
 * and what handed an appeal to it or from it. An appeal's are those that wrote its events: a county's have the numbers that the city's have.
 *
 * Errors: `unit-not-found`, `appeal-not-found`.
 */
export async function openOperationLog(
  { store: { db }, jurisdiction }: LocalWork,
  terms: OperationLogTerms,
): Promise<OpenOperationLog> {
  const { noun, by, since, until, limit } = terms;
  const { timeZone } = jurisdiction;
  const unit = terms.unit === undefined ? undefined : await getUnitByName(db, jurisdiction, terms.unit);
  const appeal = terms.appeal === undefined ? undefined : await getAppeal(db, jurisdiction.id, terms.appeal);
  const filter: OperationFilter = {
    noun,
    by,
    since: since === undefined ? undefined : startOfDay(since, timeZone),
    before: until === undefined ? undefined : startOfDay(nextDay(until), timeZone),
    appealId: appeal?.id,
  };
  const marks = await listOperationMarks(db);
  const newest = await listOperationIds(db, filter, unit === undefined ? limit : undefined);
  const all = unit === undefined ? newest : await keepThoseOfUnit(db, newest, unit);
  const ids = (limit === undefined ? all : all.slice(0, limit)).toReversed();
  const isAll = unit !== undefined || limit === undefined || newest.length < limit;
  async function* pages(): AsyncGenerator<readonly LoggedOperation[]> {
    for (let at = 0; at < ids.length; at += portion) {
      const rows = await listOperationsNumbered(db, ids.slice(at, at + portion));
      yield rows.map((row) => describeOperation(row, marks));
    }
  }
  const shown = new Set(marks.length === 0 ? [] : ids);
  return {
    found: isAll ? all.length : await countOperations(db, filter),
    count: ids.length,
    hasUndone: marks.some(
      ({ operationId }) => shown.has(operationId) && findUndo(operationId, marks) !== null,
    ),
    pages,
  };
}

/** Of some operations those that a unit is in, in the same order. */
async function keepThoseOfUnit(
  db: Db,
  ids: readonly number[],
  unit: { readonly id: number; readonly code: string },
): Promise<number[]> {
  const touched = new Set(await listOperationsOfUnit(db, unit.id));
  const kept: number[] = [];
  for (let at = 0; at < ids.length; at += portion) {
    const rows = await listOperationsNumbered(db, ids.slice(at, at + portion));
    for (const row of rows.toReversed())
      if (touched.has(row.id) || names(factsOf(row), unit.code)) kept.push(row.id);
  }
  return kept;
}

/** Gets one operation by its number. Errors: `operation-not-found`. */
export async function getLoggedOperation(db: Db, number: number): Promise<LoggedOperation> {
  const row = await findOperation(db, number);
  if (row === undefined)
    throw new AppError('operation-not-found', { number, newest: (await findLastOperation(db))?.id ?? 0 });
  return describeOperation(row, await listOperationMarks(db));
}

/** What an operation by hand changed in the register, from what to what; none for imports, which tell of themselves, and for those of older versions. */
export async function listOperationEffects(
  db: Db,
  { id }: Jurisdiction,
  number: number,
): Promise<{ readonly effects: readonly Effect[]; readonly nameOf: (unitId: number) => string }> {
  const nameOf = nameUnits(await getRegister(db, id));
  return { effects: describeRowChanges(await listOperationChanges(db, number), nameOf), nameOf };
}

/** Names the units of a jurisdiction by their codes of now. */
export async function nameUnitCodes({
  store,
  jurisdiction,
}: LocalWork): Promise<(code: string) => string | undefined> {
  const names = new Map((await listUnits(store.db, jurisdiction.id)).map(({ code, name }) => [code, name]));
  return (code) => names.get(code);
}

function describeOperation(row: OperationRow, marks: readonly OperationMark[]): LoggedOperation {
  const { id: operation, at, by, command, hash } = row;
  return { operation, at, by, command, facts: factsOf(row), undoneBy: findUndo(operation, marks), hash };
}

/** Number of the operation that undid one; null while it holds. */
function findUndo(operation: number, marks: readonly OperationMark[]): number | null {
  const mark = marks.findLast(({ operationId }) => operationId === operation);
  return mark?.isUndone === true ? mark.byOperationId : null;
}

function factsOf({ summary }: OperationRow): LoggedOperation['facts'] {
  // How many rows an operation wrote and sealed is what the tool goes by, and tells people nothing.
  const { seals: _seals, rows: _rows, ...facts } = JSON.parse(summary) as Record<string, OperationFact>;
  return facts;
}

/** Whether one of the facts of an operation is the code of a unit, or has it among several. */
function names(facts: LoggedOperation['facts'], code: string): boolean {
  return Object.values(facts).some((fact) => (Array.isArray(fact) ? fact.includes(code) : fact === code));
}
