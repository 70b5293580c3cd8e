import { AppError } from '../../errors.ts';
import type { Jurisdiction } from '../../domain/jurisdiction.ts';
import type { Day } from '../../domain/time.ts';
import { nextDay, startOfDay } from '../../domain/time.ts';
import { getAppeal } from '../../store/appeals.ts';
import {
  findLastOperation,
  findOperation,
  listOperationsBetween,
  listOperationsOfAppeal,
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

/**
 * Lists what was done, the newest last: who did what when, by which command. Of a unit it lists what names it, the imports that changed it,
 * and what handed an appeal to it or from it. Errors: `unit-not-found`, `appeal-not-found`.
 */
export async function listLoggedOperations(
  { store: { db }, jurisdiction }: LocalWork,
  terms: OperationLogTerms,
): Promise<{ readonly operations: readonly LoggedOperation[]; readonly found: number }> {
  const { noun, by, since, until, limit } = terms;
  const { timeZone } = jurisdiction;
  const unit = terms.unit === undefined ? undefined : await getUnitByName(db, jurisdiction, terms.unit);
  const ofUnit = unit === undefined ? undefined : new Set(await listOperationsOfUnit(db, unit.id));
  const appeal = terms.appeal === undefined ? undefined : await getAppeal(db, jurisdiction.id, terms.appeal);
  // A county's appeals have the numbers that the city's have: the events tell them apart.
  const ofAppeal = appeal === undefined ? undefined : new Set(await listOperationsOfAppeal(db, appeal.id));
  const rows = await listOperationsBetween(db, {
    noun,
    by,
    since: since === undefined ? undefined : startOfDay(since, timeZone),
    before: until === undefined ? undefined : startOfDay(nextDay(until), timeZone),
  });
  const marks = await listOperationMarks(db);
  const found = rows
    .map((row) => describeOperation(row, marks))
    .filter(
      ({ operation, facts }) =>
        unit === undefined || ofUnit?.has(operation) === true || names(facts, unit.code),
    )
    .filter(({ operation }) => ofAppeal?.has(operation) !== false);
  return { operations: limit === undefined ? found : found.slice(-limit), found: found.length };
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
  const mark = marks.findLast(({ operationId }) => operationId === operation);
  const undoneBy = mark?.isUndone === true ? mark.byOperationId : null;
  // How many rows an operation wrote and sealed is what the tool goes by, and tells people nothing.
  const { seals: _seals, rows: _rows, ...facts } = JSON.parse(row.summary) as Record<string, OperationFact>;
  return { operation, at, by, command, facts, undoneBy, hash };
}

/** Whether one of the facts of an operation is the code of a unit, or has it among several. */
function names(facts: LoggedOperation['facts'], code: string): boolean {
  return Object.values(facts).some((fact) => (Array.isArray(fact) ? fact.includes(code) : fact === code));
}
