import type { Command } from 'commander';
import { isAppError } from '../../errors.ts';
import type { CheckupLine } from '../../cli/checkup.ts';
import { checkMachine, checkupLine } from '../../cli/checkup.ts';
import type { Context } from '../../cli/context.ts';
import { exitCodes } from '../../cli/exit-codes.ts';
import { fillVerb } from '../../cli/verb.ts';
import { backupDays, checkupSubjects, neededCalendarYears, neededSpace } from '../../domain/checkup.ts';
import { localDay, localTime, usualTimeZone } from '../../domain/time.ts';
import { checkupView } from '../../output/checkup-view.ts';
import { listCalendarYears } from '../../store/calendar.ts';
import type { Store } from '../../store/database.ts';
import { findPlace, findRoom } from '../../store/database.ts';
import { isFileThere } from '../../store/copies.ts';
import { listJurisdictions } from '../../store/jurisdictions.ts';
import { findLastOf, findLastOperation } from '../../store/operations.ts';

/** Fills the command `doctor`. */
export function addDoctorCommand(command: Command, context: Context): void {
  fillVerb(command, context, 'doctor', 'liaison doctor').action(() => runDoctor(context));
}

async function runDoctor(context: Context): Promise<void> {
  const lines = [...checkMachine(context), ...checkFolder(context), ...(await checkDatabaseFile(context))];
  const found = checkupSubjects.flatMap((subject) =>
    tellOf(lines.filter((line) => line.subject === subject)),
  );
  const isBad = found.some(({ grade }) => grade === 'bad');
  if (isBad) context.exitCode = exitCodes.findings;
  const { checkup } = context.text.views;
  const told = found.map(({ subject, grade, state, values }) => {
    const { found: message, remedy = null } = checkup.states(state, values);
    return { subject, grade, state, message, remedy };
  });
  await context.print({ json: { ok: !isBad, checks: told }, view: checkupView(told, context.text) });
}

/** What is told of one thing: all that is to be seen to, else what was found last, which says more. */
function tellOf(lines: readonly CheckupLine[]): readonly CheckupLine[] {
  const bad = new Map(lines.filter(({ grade }) => grade === 'bad').map((line) => [line.state, line]));
  return bad.size > 0 ? [...bad.values()] : lines.slice(-1);
}

/** Looks at the folder that the database lies in, or would. */
function checkFolder({ databasePath: path }: Context): CheckupLine[] {
  const { kind, name } = findPlace(path);
  const { isWritable, freeBytes } = findRoom(path);
  const values = { path, name: name ?? '' };
  const place = {
    local: checkupLine('place', 'ok', 'place-local', values),
    removable: checkupLine('place', 'note', 'place-removable', values),
    synchronised: checkupLine('place', 'bad', 'place-synchronised', values),
    network: checkupLine('place', 'bad', 'place-network', values),
  };
  const space = { free: String(Math.floor((freeBytes ?? 0) / 1e6)), needed: String(neededSpace(0) / 1e6) };
  return [
    place[kind],
    isWritable
      ? checkupLine('rights', 'ok', 'rights')
      : checkupLine('rights', 'bad', 'rights-read-only', values),
    ...(freeBytes === null
      ? []
      : [
          checkupLine(
            'space',
            freeBytes < neededSpace(0) ? 'bad' : 'ok',
            freeBytes < neededSpace(0) ? 'space-low' : 'space',
            space,
          ),
        ]),
  ];
}

/** Looks at the database, if there is one. What keeps it from being opened is a finding, not an error of the doctor. */
async function checkDatabaseFile(context: Context): Promise<CheckupLine[]> {
  const { databasePath: path } = context;
  if (!isFileThere(path)) return [checkupLine('database', 'note', 'database-none', { path })];
  // Who asks the doctor changes nothing.
  context.isLooking = true;
  try {
    return await checkStore(context, await context.store());
  } catch (error) {
    if (!isAppError(error)) throw error;
    if (error.code === 'database-older') return [checkupLine('database', 'note', 'database-older', { path })];
    const reason = context.text.errors[error.code](error.details as never).message;
    const subject = error.code === 'system-too-old' ? 'engine' : 'database';
    return [checkupLine(subject, 'bad', 'database-bad', { reason })];
  }
}

async function checkStore(context: Context, store: Store): Promise<CheckupLine[]> {
  const { path, db } = store;
  const facts = store.facts();
  const free = findRoom(path).freeBytes;
  const needed = neededSpace(facts.pageBytes);
  const size = { free: String(Math.floor((free ?? 0) / 1e6)), needed: String(Math.ceil(needed / 1e6)) };
  const last = (await findLastOperation(db))?.at;
  const lines = [
    checkupLine('engine', 'ok', 'engine', { engine: facts.engine, driver: facts.driver }),
    checkupLine('database', 'ok', 'database', { path, schema: store.schema }),
    ...(facts.wideRights === null
      ? []
      : [checkupLine('rights', 'bad', 'rights-wide', { mode: facts.wideRights, path })]),
    ...(free === null
      ? []
      : [checkupLine('space', free < needed ? 'bad' : 'ok', free < needed ? 'space-low' : 'space', size)]),
    ...(last !== undefined && last > context.now
      ? [
          checkupLine('clock', 'bad', 'clock-behind', {
            now: localTime(context.now, usualTimeZone),
            last: localTime(last, usualTimeZone),
          }),
        ]
      : []),
    await checkCalendars(context, store),
    await checkBackup(context, store),
  ];
  return lines;
}

/** Whether the holidays are known that deadlines of this year need, and from November on of the next. */
async function checkCalendars({ today }: Context, { db }: Store): Promise<CheckupLine> {
  const missing = new Set<number>();
  for (const { id } of await listJurisdictions(db)) {
    const known = new Set((await listCalendarYears(db, id)).map(({ year }) => year));
    for (const year of neededCalendarYears(today)) if (!known.has(year)) missing.add(year);
  }
  const years = [...missing].sort().join(', ');
  return missing.size === 0
    ? checkupLine('calendar', 'ok', 'calendar', { years: neededCalendarYears(today).join(', ') })
    : checkupLine('calendar', 'bad', 'calendar-missing', { years });
}

async function checkBackup({ today }: Context, { db }: Store): Promise<CheckupLine> {
  const at = await findLastOf(db, 'database backup');
  if (at === undefined) return checkupLine('backup', 'bad', 'backup-none');
  const day = localDay(at, usualTimeZone);
  const days = Math.round((Date.parse(today) - Date.parse(day)) / 86_400_000);
  const values = { day, days: String(days) };
  return days > backupDays
    ? checkupLine('backup', 'bad', 'backup-old', values)
    : checkupLine('backup', 'ok', 'backup', values);
}
