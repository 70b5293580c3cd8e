// What running a command takes, as one piece: loading many small ones costs more than their code.
export { Context } from './cli/context.ts';
export { readScreen } from './cli/screen.ts';
export { writeDefect, writeError, writeErrorJson } from './cli/failure.ts';
export { commands } from './commands/commands.ts';
