import type { Command } from 'commander';
import { isAppError } from '../../errors.ts';
import { checkMachine } from '../../cli/checkup.ts';
import type { Context } from '../../cli/context.ts';
import { exitCodes } from '../../cli/exit-codes.ts';
import { fillVerb } from '../../cli/verb.ts';
import type { CheckupLine } from '../../domain/checkup.ts';
import { checkupLine, checkupSubjects, tellOf } from '../../domain/checkup.ts';
import { examineDatabase, examineFolder } from '../../operations/database/examine-database.ts';
import { checkupView } from '../../output/checkup-view.ts';
import { isFileThere } from '../../store/copies.ts';
import { isServerAddress } from '../../store/database.ts';

/** Fills the command `doctor`. */
export function addDoctorCommand(command: Command, context: Context): void {
  fillVerb(command, context, 'doctor', 'liaison doctor').action(() => runDoctor(context));
}

async function runDoctor(context: Context): Promise<void> {
  const lines = [
    ...checkMachine(context),
    ...(isServerAddress(context.databasePath) ? [] : examineFolder(context.databasePath)),
    ...(await examineFile(context)),
  ];
  const found = checkupSubjects.flatMap((subject) =>
    tellOf(lines.filter((line) => line.subject === subject)),
  );
  const isBad = found.some(({ grade }) => grade === 'bad');
  if (isBad) context.exitCode = exitCodes.findings;
  const { states } = context.text.views.checkup;
  const told = found.map(({ subject, grade, state, values }) => {
    const { found: message, remedy = null } = states[state](values);
    return { subject, grade, state, message, remedy };
  });
  await context.print({ json: { ok: !isBad, checks: told }, view: checkupView(told, context.text) });
}

/** Looks at the database, if there is one. What keeps it from being opened is a finding, not an error of the doctor. */
async function examineFile(context: Context): Promise<CheckupLine[]> {
  const { databasePath, databaseName: path } = context;
  if (!isServerAddress(databasePath) && !isFileThere(path))
    return [checkupLine('database', 'note', 'database-none', { path })];
  // Who asks the doctor changes nothing.
  context.isLooking = true;
  try {
    return await examineDatabase({ store: await context.store(), now: context.now });
  } catch (error) {
    if (!isAppError(error)) throw error;
    if (error.code === 'database-older') return [checkupLine('database', 'note', 'database-older', { path })];
    const reason = context.text.errors[error.code](error.details as never).message;
    const subject = error.code === 'system-too-old' ? 'engine' : 'database';
    return [checkupLine(subject, 'bad', 'database-bad', { reason })];
  }
}
