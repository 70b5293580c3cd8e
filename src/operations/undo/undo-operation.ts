import { AppError } from '../../errors.ts';
import type { Problem } from '../../problems.ts';
import type { CourseEvent } from '../../domain/appeal-event.ts';
import type { MovedDue } from '../../domain/calendar-plan.ts';
import { canonicalJson } from '../../domain/canonical.ts';
import type { Effect, RowChange } from '../../domain/register.ts';
import { describeRowChanges, wholeJurisdiction } from '../../domain/register.ts';
import { findBatchOfOperation } from '../../store/batches.ts';
import type { Db, Trx } from '../../store/db.ts';
import { getJurisdiction, listJurisdictions } from '../../store/jurisdictions.ts';
import {
  insertOperationMark,
  listOperationChanges,
  listOperationMarks,
} from '../../store/operation-changes.ts';
import type { OperationParts, WrittenEvent } from '../../store/operation-parts.ts';
import {
  getOperationParts,
  listJurisdictionsOfUnits,
  listLaterNumbers,
} from '../../store/operation-parts.ts';
import { getOperation } from '../../store/operations.ts';
import { compareRegisters, getRegister, putBackRows } from '../../store/register.ts';
import { decideMoment } from '../appeal/hand-over.ts';
import { getActedAppeal, recordEvent } from '../appeal/record-event.ts';
import { getCountingRules } from '../../store/counting-rules.ts';
import { recountAllFacts } from '../../store/recount-facts.ts';
import { recountDues } from '../appeal/recount-dues.ts';
import type { LoggedOperation } from '../database/operation-log.ts';
import { getLoggedOperation } from '../database/operation-log.ts';
import { keepChanges } from '../kernel/change-register.ts';
import type { LocalWork, Operation } from '../kernel/transaction.ts';
import { transaction, tryOut } from '../kernel/transaction.ts';
import type { Target } from './later-parts.ts';
import {
  findHeldAppeals,
  findLaterParts,
  findSecondRulings,
  findStudiesAtOdds,
  listNamedAnew,
  listTakenNames,
} from './later-parts.ts';
import { findLaterRows, nameUnits, ownerOf } from './later-rows.ts';

/** Commands whose operations can be undone. */
const undoable: ReadonlySet<string> = new Set([
  'unit add',
  'unit set',
  'unit move',
  'unit alias',
  'unit rename',
  'unit merge',
  'unit split',
  'unit retire',
  'office set',
  'desk set',
  'desk confirm',
  'jurisdiction set',
  'jurisdiction use',
  'scheme use',
  'deadline use',
  'tier override',
  'ruling add',
  'ruling supersede',
  'study add',
  'study close',
  'undo',
]);

/** What no longer holds, or holds again, beside the register: a run, a ruling, a study or its closing, a scheme or deadline rules in use. */
export interface PartEffect {
  readonly of: 'run' | 'ruling' | 'study' | 'study-closing' | 'scheme' | 'deadline';
  /** Number of the run, the ruling or the study, code of the scheme or the rules. */
  readonly name: number | string;
  /** The volume year, or the day, from which a scheme or rules were in use. */
  readonly from: number | string | null;
  /** Whether it holds after the undo. */
  readonly holds: boolean;
}

/** What undoing an operation does, what stays as it is, and what is to be looked at. */
export interface OperationUndo {
  readonly operation: LoggedOperation;
  readonly effects: readonly Effect[];
  readonly nameOf: (unitId: number) => string;
  readonly parts: readonly PartEffect[];
  /** Appeals that go back to where they were, and those that stay where they are: something was done on them since. */
  readonly appeals: { readonly back: readonly string[]; readonly stay: readonly string[] };
  readonly moved: readonly MovedDue[];
  /** What came after and stays: sealed runs and editions; imports that may have gone by a name that is taken away. */
  readonly later: {
    readonly runs: readonly number[];
    readonly editions: readonly number[];
    readonly imports: readonly number[];
  };
}

/**
 * Says what undoing an operation would do, without writing.
 *
 * Errors: `operation-not-found`, `operation-undone-already`, `operation-not-undoable` with what to do instead, `operation-not-recorded` for
 * one of an older version, `operation-changed-nothing`, `operation-elsewhere` for one of another jurisdiction, `operation-undo-blocked` with everything that later work built
 * upon it.
 */
export async function planOperationUndo(work: LocalWork, number: number): Promise<OperationUndo> {
  return tryOut(work, (trx, operation) => carryOut(trx, operation, work, number));
}

/** Undoes an operation as it was shown; gives the number of the operation that the undo is. Errors: those of `planOperationUndo`, `conflict`. */
export async function undoOperation(asked: LocalWork, shown: OperationUndo): Promise<number> {
  const { operation: number } = shown.operation;
  return transaction(asked, (trx, operation, work) =>
    keepChanges(trx, operation, work, async () => {
      const done = await carryOut(trx, operation, work, number);
      if (writePlan(done) !== writePlan(shown))
        throw new AppError('conflict', { what: `${String(number)} ${shown.operation.command}` });
      await operation.seal({ undoes: number });
      return { result: operation.id, summary: { operation: number } };
    }),
  );
}

/** What a person was shown of an undo and says yes to. */
function writePlan({ effects, parts, appeals, moved }: OperationUndo): string {
  return canonicalJson({ effects, parts, appeals, moved });
}

async function carryOut(
  trx: Trx,
  operation: Operation,
  work: LocalWork,
  number: number,
): Promise<OperationUndo> {
  const logged = await getLoggedOperation(trx, number);
  await refuseOther(trx, logged);
  const changes = await listOperationChanges(trx, number);
  const targets = await listTargets(trx, number);
  const own = await getOperationParts(trx, number);
  const parts = await Promise.all(
    targets.map(async (target) => ({ ...target, parts: await getOperationParts(trx, target.operationId) })),
  );
  await refuseElsewhere(
    trx,
    work,
    number,
    changes,
    parts.map((one) => one.parts),
  );
  const isNothing = changes.length + own.events.length + targets.length === 1 && isEmpty(own);
  if (isNothing) throw nothingToUndo(logged, await isRecorded(trx, number));
  const before = await getRegister(trx, work.jurisdiction.id);
  const problems = [
    ...(await findLaterRows(trx, { operationId: number }, changes, before)),
    ...(await findLaterParts(trx, work, number, parts)),
  ];
  if (problems.length > 0) throw blocked(logged, problems);
  const named = listNamedAnew(changes);
  const taken = await listTakenNames(trx, work, named);
  for (const { operationId, isUndone } of targets)
    await insertOperationMark(trx, { operationId, isUndone, byOperationId: operation.id });
  const appeals = await takeBackEvents(trx, operation, work, own.events);
  await putBackRows(trx, changes, `o${String(number)}`);
  const after = await getRegister(trx, work.jurisdiction.id);
  const written = compareRegisters(before, after);
  const remaining = [
    ...[...(await listTakenNames(trx, work, named))].flatMap(([name, unit]): Problem[] =>
      taken.has(name) ? [] : [{ code: 'undo-name-taken', details: { name, units: [unit] } }],
    ),
    ...(await findSecondRulings(trx, work, parts)),
    ...(await findStudiesAtOdds(trx, work, parts)),
    ...(await findHeldAppeals(trx, work, written)),
  ];
  if (remaining.length > 0) throw blocked(logged, remaining);
  // Days are counted where the jurisdiction is, and by the calendar of its city; no other setting moves them.
  const isMoved = changes.some(
    ({ table, before: was, after: is }) =>
      table === 'jurisdiction' &&
      (['timeZone', 'parentId'] as const).some((column) => was?.[column] !== is?.[column]),
  );
  const jurisdiction = await getJurisdiction(trx, work.jurisdiction.code);
  const moved = isMoved ? await recountDues(trx, jurisdiction, work.now) : [];
  if (isMoved || changes.some(({ before: was, after: is }) => was?.['workHours'] !== is?.['workHours']))
    await recountAllFacts(trx, jurisdiction.id, await getCountingRules(trx, jurisdiction));
  const nameOf = nameUnits(after);
  return {
    operation: logged,
    effects: describeRowChanges(written, nameOf),
    nameOf,
    parts: parts.flatMap(describeParts),
    appeals,
    moved,
    later: await findLater(trx, work, logged),
  };
}

function blocked({ operation: number, command }: LoggedOperation, problems: readonly Problem[]): AppError {
  return new AppError('operation-undo-blocked', { number, command }, { problems });
}

function nothingToUndo({ operation: number, command }: LoggedOperation, isRecordedHere: boolean): AppError {
  return new AppError(isRecordedHere ? 'operation-changed-nothing' : 'operation-not-recorded', {
    number,
    command,
  });
}

function isEmpty({ events: _events, ...parts }: OperationParts): boolean {
  return Object.values(parts).every((rows) => rows.length === 0);
}

/** Refuses what cannot be undone, by its command, and what is undone already. */
async function refuseOther(trx: Trx, { operation: number, command, facts }: LoggedOperation): Promise<void> {
  if (!undoable.has(command)) {
    const batch = await findBatchOfOperation(trx, number);
    const instead =
      batch === undefined ? (remedies[command]?.(facts) ?? null) : `liaison import undo ${String(batch)}`;
    throw new AppError('operation-not-undoable', { number, command, instead });
  }
  const mark = (await listOperationMarks(trx)).findLast(({ operationId }) => operationId === number);
  if (mark?.isUndone === true)
    throw new AppError('operation-undone-already', { number, by: mark.byOperationId });
}

/** The command that sets right what another did, where it cannot be undone. */
const remedies: Readonly<Record<string, (facts: LoggedOperation['facts']) => string>> = {
  'volume set': ({ unit, year, channel, before }) =>
    ['liaison volume set', unit, year, '--channel', channel, '--count', before ?? 'none', '--reason …'].join(
      ' ',
    ),
  'tier adopt': () => 'liaison tier adopt … --document-no … --reason …',
  'roster publish': () => 'liaison roster publish --supersedes …',
  'appeal rule': ({ appeal }) => `liaison appeal rule ${String(appeal)} …`,
  'appeal transfer': ({ appeal }) => `liaison appeal recall ${String(appeal ?? '…')}`,
  'appeal log': ({ appeal }) => `liaison appeal correct ${String(appeal ?? '…')}`,
  'appeal close': ({ appeal }) => `liaison appeal reopen ${String(appeal ?? '…')}`,
  'appeal correct': ({ appeal }) => `liaison appeal correct ${String(appeal ?? '…')}`,
};

/** Whether an operation was kept row by row, by a version that does so. */
async function isRecorded(db: Db, number: number): Promise<boolean> {
  const { summary } = await getOperation(db, number);
  return (JSON.parse(summary) as { readonly rows?: number }).rows !== undefined;
}

/** The operation itself, and those that it had undone or put back. */
async function listTargets(db: Db, number: number): Promise<Target[]> {
  const marks = (await listOperationMarks(db)).filter(({ byOperationId }) => byOperationId === number);
  return [
    { operationId: number, isUndone: true },
    ...marks.map(({ operationId, isUndone }) => ({ operationId, isUndone: !isUndone })),
  ];
}

/** Refuses an operation of another jurisdiction, which is undone there. Errors: `operation-elsewhere`. */
async function refuseElsewhere(
  db: Db,
  { jurisdiction }: LocalWork,
  number: number,
  changes: readonly RowChange[],
  parts: readonly OperationParts[],
): Promise<void> {
  const units = changes.map(ownerOf).filter((id) => id !== wholeJurisdiction);
  const ids = new Set([
    ...(await listJurisdictionsOfUnits(db, [...new Set(units)])),
    ...changes.flatMap(({ table, id }) => (table === 'jurisdiction' ? [id] : [])),
    ...parts.flatMap(({ schemeUses, deadlineUses, runs, rulings, studies, studyCloses, events }) =>
      [...schemeUses, ...deadlineUses, ...runs, ...rulings, ...studies, ...studyCloses, ...events].map(
        (one) => one.jurisdictionId,
      ),
    ),
  ]);
  const other = [...ids].find((id) => id !== jurisdiction.id);
  if (other === undefined) return;
  const code = (await listJurisdictions(db)).find(({ id }) => id === other)?.code ?? '';
  throw new AppError('operation-elsewhere', { number, jurisdiction: code });
}

function describeParts({ isUndone, parts }: Target & { readonly parts: OperationParts }): PartEffect[] {
  const holds = !isUndone;
  return [
    ...parts.runs.map(({ number }): PartEffect => ({ of: 'run', name: number, from: null, holds })),
    ...parts.rulings.map(({ number }): PartEffect => ({ of: 'ruling', name: number, from: null, holds })),
    ...parts.studies.map(({ number }): PartEffect => ({ of: 'study', name: number, from: null, holds })),
    ...parts.studyCloses.map(({ number }): PartEffect => ({
      of: 'study-closing',
      name: number,
      from: null,
      holds,
    })),
    ...parts.schemeUses.map(({ schemeCode, fromVolumeYear }): PartEffect => ({
      of: 'scheme',
      name: schemeCode,
      from: fromVolumeYear,
      holds,
    })),
    ...parts.deadlineUses.map(({ code, fromDay }): PartEffect => ({
      of: 'deadline',
      name: code,
      from: fromDay,
      holds,
    })),
  ];
}

/** Entries of a history that change nothing of where an appeal stands. */
const neutral: ReadonlySet<CourseEvent['action']> = new Set(['note', 'remind', 'correct', 'link', 'extend']);

/** Takes back what followed for open appeals: they stand as before, unless something was done on them since. */
async function takeBackEvents(
  trx: Trx,
  operation: Operation,
  work: LocalWork,
  events: readonly WrittenEvent[],
): Promise<OperationUndo['appeals']> {
  const back: string[] = [];
  const stay: string[] = [];
  for (const [number, written] of Map.groupBy(events, (event) => event.number)) {
    const acted = await getActedAppeal(trx, work.jurisdiction, number);
    const undoes = written.map(({ seq }) => seq);
    const last = Math.max(...undoes);
    if (acted.events.some(({ seq, action }) => seq > last && !neutral.has(action))) stay.push(number);
    else {
      const at = decideMoment(work, undefined, acted.course.lastAt);
      await recordEvent(trx, work, operation, acted, { action: 'undo', at, data: { undoes } });
      back.push(number);
    }
  }
  return { back, stay };
}

/** What came after an operation and is not touched by its undo. */
async function findLater(
  db: Db,
  { jurisdiction: { id } }: LocalWork,
  { operation, command }: LoggedOperation,
): Promise<OperationUndo['later']> {
  const noun = command.split(' ')[0] ?? '';
  const later = await listLaterNumbers(db, id, operation);
  return {
    runs: noun === 'unit' ? later.runs : [],
    editions: ['unit', 'desk', 'office', 'jurisdiction'].includes(noun) ? later.editions : [],
    imports: ['unit alias', 'unit rename', 'unit merge', 'unit split'].includes(command) ? later.imports : [],
  };
}
