import type { Command } from 'commander';
import type { VerbName } from '../text/shape.ts';
import type { Context } from './context.ts';

/** Declares a verb of a noun: its summary, and a real example in its help. */
export function addVerb(
  parent: Command,
  context: Context,
  name: VerbName,
  ...examples: readonly string[]
): Command {
  const verb = name.split(' ').at(-1) ?? name;
  const { summaries } = context;
  const lines = examples.map((example) => `  $ ${example}`).join('\n');
  return parent
    .command(verb)
    .description(summaries.verbs[name])
    .addHelpText('after', `\n${summaries.labels.examples}\n${lines}\n\n${summaries.labels.globalOptions}`);
}
