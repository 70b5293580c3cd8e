// What running a command takes, and asking for one, as one piece: loading many small ones costs more than their code.
import type { Context } from './cli/context.ts';
import { isProgramFault } from './errors.ts';
import { checkDatabase } from './operations/database/check-database.ts';

export { Context } from './cli/context.ts';
export { describeProgram } from './cli/describe-program.ts';
export { makeScreen } from './cli/screen.ts';
export { nameFields } from './cli/name-fields.ts';
export { writeDefect, writeError, writeErrorJson } from './cli/failure.ts';
export { commands } from './commands/commands.ts';

/** How much a check finds in the database that a command has open; none where it has none. */
export async function countFindings({ openedStore }: Context): Promise<number> {
  if (openedStore === undefined) return 0;
  try {
    return (await checkDatabase(openedStore)).findings.length;
  } catch (error) {
    return isProgramFault(error) ? 0 : 1;
  }
}
export { describeVerbs } from './cli/describe-program.ts';
export { inWords } from './cli/command-words.ts';
export { findNearestCommands, searchVerbs } from './cli/find-commands.ts';
export { changeAnswer, completeLine } from './commands/questions/complete-line.ts';
export { completeWord } from './commands/completion/complete-word.ts';
export { mendCommand } from './commands/questions/mend-command.ts';
