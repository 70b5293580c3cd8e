// What running a command takes, as one piece: loading many small ones costs more than their code.
export { Context } from './cli/context.ts';
export { commands } from './commands/commands.ts';
