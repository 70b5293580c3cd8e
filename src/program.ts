import { Command } from 'commander';
import type { ErrorDetails } from './errors.ts';
import { AppError } from './errors.ts';
import type { Context } from './cli/context.ts';
import type { Invocation } from './cli/argv.ts';
import type { GlobalOptions } from './cli/global-options.ts';
import { addGlobalOptions } from './cli/global-options.ts';
import { loadCommandWords, loadTexts } from './cli/language.ts';
import { findVerbQuestions } from './cli/verb.ts';
import { typedGlobals, watchOptions } from './cli/typed-line.ts';
import { nameInWords } from './cli/command-words.ts';
import { displayWidth } from './output/wrap.ts';
import { configureProgram, listExitCodes, refuseForgottenValues, writeTopic } from './cli/usage.ts';
import { groupOf } from './cli/noun-groups.ts';
import type { NounName, Summaries } from './text/shape.ts';

/** The program of one run, and the context its command was given, once one was named. */
export interface Program {
  readonly command: Command;
  readonly context: () => Context | undefined;
  /** The same, with the global options as far as the line was read. */
  readonly settled: () => Context | undefined;
  /** A context whatever was named, for what is asked about the command itself. */
  readonly anyContext: () => Promise<Context>;
  /** The noun that a word names, which may be another word for it. */
  readonly nounOf: (word: string) => string;
  /** The verb that was named, once its line was read. */
  readonly verb: () => Command | undefined;
}

/** Commands to begin with, each on a line of its own. */
function writeExamples({ labels }: Summaries): string {
  return `\n${labels.examples}\n${labels.start.map((line) => `  $ ${line}`).join('\n')}\n\n${labels.topics}`;
}

/** Makes the program for one run: nouns with their summaries. Verbs, and all they need, come in when a noun is named. */
export function makeProgram(front: Invocation, writeError: (text: string) => void): Program {
  const { summaries, host } = front;
  let context: Context | undefined;
  let named: Command | undefined;
  const program = new Command('liaison');
  configureProgram(program, front, writeError);
  program
    .description(summaries.program)
    .usage('<noun> <verb> …')
    .version(host.version, '-V, --version', summaries.labels.version)
    .helpCommand(false)
    .addHelpText('after', writeExamples(summaries));
  addGlobalOptions(program, summaries);
  watchOptions(program);
  for (const name of Object.keys(summaries.nouns) as NounName[]) {
    const noun = program
      .command(name)
      .helpGroup(summaries.groups[groupOf[name]])
      .description(summaries.nouns[name])
      .helpCommand(false);
    if (name === 'unit') noun.alias('department');
  }
  program
    .command('help')
    .helpGroup(summaries.groups.upkeep)
    .argument('[words...]')
    .description(summaries.labels.helpCommand)
    .action(async (words: readonly string[], _options, help: Command) => {
      const options = program.opts<GlobalOptions>();
      const { json, format, output } = options;
      const isData =
        json === true || format === 'json' || (format === undefined && output?.endsWith('.json') === true);
      if (!isData) {
        // Text for a person goes to the screen; what goes into a file is data.
        const other = format ?? output;
        if (other !== undefined && other !== 'table')
          throw new AppError('format-not-offered', { format: other, offered: ['table', 'json'] });
        return showHelp(program, front, words);
      }
      context = await makeContext(front);
      context.settle(options);
      await context.prepareOutput(help);
      await printDescription(program, front, context, words);
    });
  program.hook('preSubcommand', async (_program, noun) => {
    const name = noun.name();
    if (!isNoun(front, name)) return;
    context = await makeContext(front);
    await declareVerbs(noun, name, context);
    watchVerbs(noun, (verb) => {
      named = verb;
    });
  });
  program.hook('preAction', async (root, verb) => {
    named = verb;
    refuseForgottenValues(verb, root, front);
    context?.settle(root.opts());
    if (front.unread !== undefined && context !== undefined) tellUnread(front.unread, context, verb);
    for (const { path, ignored } of front.settings ?? [])
      if (ignored.length > 0) context?.warn(context.text.views.config.ignored(path, ignored));
    // One that was chosen is asked for before anything else, and one that is thorough.
    const isThorough =
      findVerbQuestions(verb).isThorough === true &&
      front.choosing === undefined &&
      // Asked last: it makes Node's streams.
      context?.isInteractive === true;
    if (front.choosing?.isChosen === true || isThorough) throw new Chosen();
    await context?.prepareOutput(verb);
    if (context !== undefined) await prepareTexts(context, verb);
  });
  const settled = (): Context | undefined => {
    context?.settle(program.opts());
    if (context !== undefined) context.globalsTyped = typedGlobals(program);
    return context;
  };
  const anyContext = async (): Promise<Context> => {
    context ??= await makeContext(front);
    context.settle(program.opts());
    return context;
  };
  const nounOf = (word: string): string =>
    program.commands.find((noun) => noun.aliases().includes(word))?.name() ?? word;
  return { command: program, context: () => context, settled, anyContext, nounOf, verb: () => named };
}

/** Commands that go on where a file of settings cannot be read, and say so: by them it is found out what is wrong. */
const withoutSettings: ReadonlySet<string> = new Set(['doctor', 'config list']);

/** Says that a file of settings cannot be read; that ends whatever works on a database. */
function tellUnread(unread: Error, context: Context, verb: Command): void {
  const name = verb.parent?.parent == null ? verb.name() : `${verb.parent.name()} ${verb.name()}`;
  if (!withoutSettings.has(name) && !name.startsWith('completion ')) throw unread;
  if (unread instanceof AppError && unread.code === 'config-invalid')
    context.warn(
      context.text.errors['config-invalid'](unread.details as ErrorDetails['config-invalid']).message,
    );
}

/** Thrown in place of running a verb that was chosen, or asks for all it can: what it needs is to be asked for. */
class Chosen extends Error {}

/** Notes what is typed of every verb of a noun, and which of them a line that lacks something names. */
function watchVerbs(command: Command, name: (verb: Command) => void): void {
  watchOptions(command);
  command.exitOverride((error) => {
    name(command);
    throw error;
  });
  for (const child of command.commands) watchVerbs(child, name);
}

async function makeContext(front: Invocation): Promise<Context> {
  const [{ Context }, text] = await Promise.all([import('./run-command.ts'), loadTexts(front.language)]);
  return new Context(front, text);
}

/**
 * Writes what could be typed next on a line, for the scripts of the shells: `words` are those before the cursor, `prefix` is what was begun. Nothing is
 * said of what goes wrong: whoever presses Tab has asked nothing.
 */
export async function writeCompletion(
  front: Invocation,
  words: readonly string[],
  prefix: string,
): Promise<void> {
  const program = makeProgram(front, () => undefined);
  const context = await program.anyContext();
  try {
    const { completeWord } = await import('./run-command.ts');
    const declare = async (noun: Command): Promise<void> => {
      const name = noun.name();
      if (isNoun(front, name)) await declareVerbs(noun, name, context);
    };
    front.host.stdout.write(await completeWord(context, { root: program.command, words, prefix, declare }));
  } finally {
    await context.close();
  }
}

async function declareVerbs(noun: Command, name: NounName, context: Context): Promise<void> {
  const { commands } = await import('./run-command.ts');
  for (const declare of commands[name]) declare(noun, context);
}

async function declareAll(program: Command, front: Invocation, context: Context): Promise<void> {
  for (const noun of program.commands) {
    const name = noun.name();
    if (isNoun(front, name)) await declareVerbs(noun, name, context);
  }
}

/** Takes in what the command line leaves to be typed. */
async function prepareTexts(context: Context, verb: Command): Promise<void> {
  if (!verb.options.some((option) => verb.getOptionValue(option.attributeName()) === '-')) return;
  const { takeTypedTexts } = await import('./cli/typed-texts.ts');
  await takeTypedTexts(context, verb);
}

function isNoun(front: Invocation, name: string): name is NounName {
  return Object.hasOwn(front.summaries.nouns, name);
}

/** Prints the program as data, or what of it has the name in these words. Errors: `command-unknown`. */
async function printDescription(
  program: Command,
  front: Invocation,
  context: Context,
  words: readonly string[],
): Promise<void> {
  const { summaries, host } = front;
  await declareAll(program, front, context);
  const [{ describeProgram }, { resultShapes: shapes }] = await Promise.all([
    import('./run-command.ts'),
    import('./cli/result-shapes.ts'),
  ]);
  const sources = {
    summaries,
    version: host.version,
    exitCodes: listExitCodes(summaries.topics.exitCodes.codes),
    shapes,
  };
  const [first = '', ...rest] = words;
  const alias = program.commands.find((noun) => noun.aliases().includes(first));
  const wanted = alias === undefined || isTopic(first) ? words : [alias.name(), ...rest];
  const all = describeProgram(program, sources, isTopic(first) ? [] : wanted);
  if (all.verbs.length === 0)
    throw new AppError('command-unknown', { name: words.join(' '), suggestions: [] });
  const { exitCodes, environment } = all;
  const json = !isTopic(first) ? all : first === 'exit-codes' ? { exitCodes } : { environment };
  await context.print({ json, view: [] });
}

function isTopic(word: string | undefined): word is 'exit-codes' | 'environment' {
  return word === 'exit-codes' || word === 'environment';
}

async function showHelp(program: Command, front: Invocation, words: readonly string[]): Promise<void> {
  const { host, summaries } = front;
  const [first] = words;
  if (isTopic(first)) {
    host.stdout.write(writeTopic(summaries, first));
    return;
  }
  if (first === 'help') throw new AppError('command-unknown', { name: words.join(' '), suggestions: [] });
  const isKnown = program.commands.some(
    (noun) => noun.name() === first || noun.aliases().includes(first ?? ''),
  );
  if (first === undefined || isKnown) await program.parseAsync([...words, '--help'], { from: 'user' });
  else await searchHelp(program, front, words);
}

/** Writes the commands that some words are about: those whose names, summaries, options or examples have them all. Errors: `command-unknown` where none has. */
async function searchHelp(program: Command, front: Invocation, words: readonly string[]): Promise<void> {
  const context = await makeContext(front);
  const { describeVerbs, searchVerbs } = await import('./run-command.ts');
  await declareAll(program, front, context);
  const texts = describeVerbs(program);
  const book = { summaries: front.summaries, words: front.summaries.words ?? (await loadCommandWords()) };
  const found = searchVerbs(book, words, (name) => texts.get(name) ?? '');
  if (found.length === 0) throw new AppError('command-unknown', { name: words.join(' '), suggestions: [] });
  const { questions } = context.text;
  const width = Math.max(...found.map((name) => displayWidth(nameInWords(name, front.summaries))));
  const lines = found.map((name) => {
    const shown = nameInWords(name, front.summaries);
    return `  ${shown}${' '.repeat(width - displayWidth(shown))}  ${front.summaries.verbs[name]}`;
  });
  front.host.stdout.write(`${[questions.found(words.join(' '), found.length), '', ...lines].join('\n')}\n`);
}
