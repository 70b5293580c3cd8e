import { Command } from 'commander';
import type { Declare } from './commands/declare.ts';
import { AppError } from './errors.ts';
import type { Context } from './cli/context.ts';
import { addGlobalOptions } from './cli/global-options.ts';
import { readTexts } from './cli/language.ts';
import { configureProgram, writeTopic } from './cli/usage.ts';
import type { NounName } from './text/shape.ts';

/** Imports the verbs of a noun; nothing of the others is read. */
const nouns: Readonly<Record<NounName, () => Promise<{ readonly verbs: readonly Declare[] }>>> = {
  status: () => import('./commands/status/verbs.ts'),
  init: () => import('./commands/init/verbs.ts'),
  jurisdiction: () => import('./commands/jurisdiction/verbs.ts'),
  unit: () => import('./commands/unit/verbs.ts'),
  volume: () => import('./commands/volume/verbs.ts'),
  scheme: () => import('./commands/scheme/verbs.ts'),
  tier: () => import('./commands/tier/verbs.ts'),
  desk: () => import('./commands/desk/verbs.ts'),
  roster: () => import('./commands/roster/verbs.ts'),
  appeal: () => import('./commands/appeal/verbs.ts'),
  import: () => import('./commands/import/verbs.ts'),
  database: () => import('./commands/database/verbs.ts'),
};

function isNoun(name: string): name is NounName {
  return Object.hasOwn(nouns, name);
}

/** Makes the program for one run: nouns with their summaries; the verbs of a noun come in when it is named. */
export function makeProgram(context: Context, writeError: (text: string) => void): Command {
  const { summaries, host } = context;
  const program = new Command('liaison');
  configureProgram(program, context, writeError);
  program
    .description(summaries.program)
    .usage('<noun> <verb> …')
    .version(host.version, '-V, --version', summaries.labels.version)
    .helpCommand(false)
    .addHelpText('after', `\n${summaries.labels.start}`);
  addGlobalOptions(program, summaries);
  for (const name of Object.keys(nouns) as NounName[]) {
    const noun = program.command(name).description(summaries.nouns[name]).helpCommand(false);
    if (name === 'unit') noun.alias('department');
  }
  program
    .command('help')
    .argument('[words...]')
    .description(summaries.labels.helpCommand)
    .action((words: readonly string[]) => showHelp(program, context, words));
  program.hook('preSubcommand', async (_program, noun) => {
    context.text = await readTexts(context.language);
    const name = noun.name();
    if (isNoun(name)) for (const declare of (await nouns[name]()).verbs) declare(noun, context);
  });
  program.hook('preAction', (root) => {
    context.settle(root.opts());
  });
  return program;
}

async function showHelp(program: Command, context: Context, words: readonly string[]): Promise<void> {
  const [first] = words;
  if (first === 'exit-codes' || first === 'environment') {
    context.host.stdout.write(writeTopic(context.summaries, first));
    return;
  }
  if (first === 'help') throw new AppError('command-unknown', { name: words.join(' '), suggestions: [] });
  await program.parseAsync([...words, '--help'], { from: 'user' });
}
