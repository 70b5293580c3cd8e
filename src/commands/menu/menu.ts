import type { Command } from 'commander';
import { AppError } from '../../errors.ts';
import { Escaped } from '../../cli/ask/ask.ts';
import type { Choice } from '../../cli/ask/choose.ts';
import { askChoice } from '../../cli/ask/choose.ts';
import { nameInWords, toChinese } from '../../cli/command-words.ts';
import type { Context } from '../../cli/context.ts';
import type { NounGroup } from '../../cli/noun-groups.ts';
import { groupOf } from '../../cli/noun-groups.ts';
import { fillVerb, hasNoResult } from '../../cli/verb.ts';
import type { NounName, VerbName } from '../../text/shape.ts';
import { listNextChoices } from './next-choices.ts';

/** Fills the command `menu`, which a bare `liaison` at a terminal goes on with. */
export function addMenuCommand(command: Command, context: Context): void {
  hasNoResult(fillVerb(command, context, 'menu', 'liaison menu')).action(() => runMenu(context));
}

/** Groups in the order of the menu. */
const groups: readonly NounGroup[] = ['register', 'year', 'roster', 'appeals', 'reports', 'upkeep'];
/** What a choice does: runs a command once what it needs is known, asks for all of it first, or opens a group. */
const does = 'do ';
const runs = 'run ';
const opens = 'open ';

/** Shows where the work stands, then lets a person choose until they leave. What is chosen is asked for what it needs, said as a line, and run. Errors: `terminal-only`. */
async function runMenu(context: Context): Promise<void> {
  if (!context.isInteractive) throw new AppError('terminal-only', { command: 'menu' });
  if (await hasDatabase(context)) await context.runCommand(['status', '--quiet']);
  let here: string | undefined;
  for (;;) {
    const chosen = await chooseCommand(context, here);
    if (chosen === undefined) return;
    // Where one came from is pointed at again.
    here = chosen.from;
    await context.runCommand(chosen.command, chosen.isWhole);
    context.host.stderr.write('\n');
  }
}

/** A command that was chosen, and under which choice of the first level. */
interface Chosen {
  readonly command: readonly string[];
  /** Whether its options are offered before it runs. */
  readonly isWhole: boolean;
  readonly from: string;
}

async function hasDatabase(context: Context): Promise<boolean> {
  try {
    await context.store();
    return true;
  } catch (error) {
    if (error instanceof AppError && error.code === 'database-not-found') return false;
    throw error;
  } finally {
    await context.close();
  }
}

/** Asks what is to be done, group by group; undefined where a person leaves. */
async function chooseCommand(context: Context, from: string | undefined): Promise<Chosen | undefined> {
  const { menu } = context.text;
  const { summaries } = context;
  const next = await listNextChoices(context);
  await context.close();
  const first: Choice[] = [
    ...next.map(({ command, label }) => ({
      value: does + command.join(' '),
      label,
      note: inReadersWords(context, command),
    })),
    ...groups.map((group) => ({
      value: opens + group,
      label: menu.which(summaries.groups[group]),
      note: describeGroup(context, group),
    })),
  ];
  const verbs = listVerbs(context);
  let initial = from;
  for (;;) {
    // What is typed here is looked for in all there is; a command by its own name is meant before all that name it.
    const find = (words: string): readonly Choice[] => {
      const isNamed = ({ value }: Choice): boolean => {
        const command = value.startsWith(runs) ? value.slice(runs.length) : undefined;
        return (
          command !== undefined && [command, inReadersWords(context, command.split(' '))].includes(words)
        );
      };
      const found = [...first, ...verbs].filter((one) => matches(one, words));
      return [...found.filter(isNamed), ...found.filter((one) => !isNamed(one))];
    };
    const top = await askTop(context, { choices: first, find, initial });
    if (top === undefined) return undefined;
    if (!top.startsWith(opens)) return { ...commandOf(top), from: top };
    initial = top;
    try {
      const group = top.slice(opens.length);
      const chosen = await askChoice(context, {
        message: menu.which(summaries.groups[group as NounGroup]),
        option: '',
        choices: verbs.filter(
          ({ value }) => groupOf[value.slice(runs.length).split(' ')[0] as NounName] === group,
        ),
      });
      return { ...commandOf(chosen), from: top };
    } catch (error) {
      if (!(error instanceof Escaped)) throw error;
    }
  }
}

/** The command of a choice. */
function commandOf(value: string): Pick<Chosen, 'command' | 'isWhole'> {
  const [how = '', ...command] = value.split(' ');
  return { command, isWhole: `${how} ` === runs };
}

/** The first level; Escape there leaves, as `q` does. */
async function askTop(
  context: Context,
  question: Pick<Parameters<typeof askChoice>[1], 'choices' | 'find' | 'initial'>,
): Promise<string | undefined> {
  try {
    return await askChoice(context, {
      ...question,
      message: context.text.menu.what,
      option: '',
      leavesWithQ: true,
      isOptional: false,
    });
  } catch (error) {
    if (error instanceof Escaped) return undefined;
    throw error;
  }
}

/** Every verb by its summary. */
function listVerbs({ summaries }: Context): Choice[] {
  return (Object.keys(summaries.verbs) as VerbName[])
    .filter((name) => name !== 'menu')
    .map((name) => ({
      value: runs + name,
      label: summaries.verbs[name],
      note: nameInWords(name, summaries),
    }));
}

/** The nouns of a group, by their names. */
function describeGroup({ summaries }: Context, group: NounGroup): string {
  const nouns = Object.keys(summaries.nouns) as NounName[];
  const own = nouns.filter((noun) => groupOf[noun] === group && noun !== 'menu');
  return own.map((noun) => summaries.words?.nouns[noun] ?? noun).join(' ');
}

/** A command in the words of the reader. */
function inReadersWords({ summaries: { words } }: Context, command: readonly string[]): string {
  return words === null ? command.join(' ') : toChinese(command, words).join(' ');
}

function matches({ label, note = '' }: Choice, typed: string): boolean {
  const all = `${label} ${note}`.normalize('NFKC').toLowerCase();
  return typed
    .normalize('NFKC')
    .toLowerCase()
    .split(/\s+/u)
    .every((word) => all.includes(word));
}
