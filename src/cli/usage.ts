import type { Command } from 'commander';
import { CommanderError, Help } from 'commander';
import { AppError } from '../errors.ts';
import type { Summaries } from '../text/shape.ts';
import type { Invocation } from './argv.ts';
import { findWidth } from './argv.ts';
import { exitCodes } from './exit-codes.ts';
import { displayWidth, wrapText } from '../output/wrap.ts';
import { wordsOf } from './typed-line.ts';
import { factsOf } from './option-facts.ts';

/** Sets up a program or noun so that commander writes to our streams, throws instead of ending, and speaks both languages. */
export function configureProgram(
  program: Command,
  { summaries, host }: Invocation,
  writeError: (text: string) => void,
): void {
  const inWords = (term: string): string => fillPlaceholders(term, summaries);
  const titles = new Map<string, string>(Object.entries(summaries.titles));
  program
    .exitOverride()
    .configureOutput({
      writeOut: (text) => host.stdout.write(text),
      writeErr: writeError,
      outputError: () => undefined,
      getOutHelpWidth: () => findWidth(host, host.stdout),
      getErrHelpWidth: () => findWidth(host, host.stderr),
      getOutHasColors: () => false,
      getErrHasColors: () => false,
    })
    .configureHelp({
      styleTitle: (title) => titles.get(title) ?? title,
      sortSubcommands: false,
      // Chinese has no blanks to end a line at, and takes two columns a sign.
      displayWidth,
      boxWrap: (text, width) => wrapText(text, width).join('\n'),
      minWidthToWrap: 16,
      subcommandTerm: (command) => inWords(nameWithAlias(command, summaries)),
      optionTerm: (option) => inWords(withOwnWord(option.flags, summaries)),
      argumentTerm: (argument) => summaries.placeholders[argument.name()] ?? argument.name(),
      commandUsage: (command) => inWords(new Help().commandUsage(command)),
      optionDescription: (option) => withChoices(option.description, option.parseArg, summaries),
      argumentDescription: (argument) => withChoices(argument.description, argument.parseArg, summaries),
    })
    .helpOption('-h, --help', summaries.labels.help)
    .showSuggestionAfterError();
}

/** What an option or argument is, with the words that its parser takes where there are no others: help and parser say the same. */
function withChoices(what: string, parser: object | undefined, { labels }: Summaries): string {
  const { choices } = factsOf(parser);
  if (choices === undefined) return what;
  const codes = choices.map(({ value }) => value);
  return labels.choices(
    what,
    codes,
    choices.map(({ value, words }) => words[0] ?? value),
  );
}

/** Writes what stands for a value in the language of the reader: `<unit>`, `[numbers...]`. */
function fillPlaceholders(term: string, { placeholders }: Summaries): string {
  return term.replaceAll(
    /([<[])([a-z|:=-]+)((?:\.\.\.)?[>\]])/gu,
    (_, open: string, word: string, end: string) => [open, placeholders[word] ?? word, end].join(''),
  );
}

/** The flags of an option with its word in the language of the reader, where it has one: `--unit, --单位 <unit>`. */
function withOwnWord(flags: string, { words }: Summaries): string {
  const [name = ''] = /--[a-z-]+/u.exec(flags) ?? [];
  const word = words?.options[name];
  return word === undefined ? flags : flags.replace(name, `${name}, ${word}`);
}

/** The word for a command in the language of the reader, where it has one. */
function ownWord(command: Command, { words }: Summaries): string[] {
  const name = wordsOf(command).join(' ');
  const word = words === null ? undefined : (words.nouns[name] ?? words.inner[name] ?? words.verbs[name]);
  return word === undefined ? [] : [word];
}

function nameWithAlias(command: Command, summaries: Summaries): string {
  const args = command.registeredArguments.map((argument) => {
    const name = argument.variadic ? `${argument.name()}...` : argument.name();
    return argument.required ? ` <${name}>` : ` [${name}]`;
  });
  return `${[command.name(), ...command.aliases(), ...ownWord(command, summaries)].join('|')}${args.join('')}`;
}

/** Turns what commander throws into an error of ours; undefined when it only showed help or the version. `noun` is the noun named, if any. */
export function makeUsageError(error: CommanderError, noun: string | undefined): AppError | undefined {
  const named = /'([^']*)'/u.exec(error.message)?.[1] ?? '';
  const suggestion = /\(Did you mean (?:one of )?(.*)\?\)/u.exec(error.message)?.[1];
  const suggestions = suggestion === undefined ? [] : suggestion.split(', ');
  switch (error.code) {
    case 'commander.helpDisplayed':
    case 'commander.version':
      return undefined;
    case 'commander.unknownCommand':
      return new AppError('command-unknown', {
        name: named,
        noun: noun === named ? undefined : noun,
        suggestions,
      });
    case 'commander.unknownOption':
      return new AppError('option-unknown', { option: named, suggestions });
    case 'commander.optionMissingArgument':
      return new AppError('option-value-missing', { option: named });
    case 'commander.missingArgument':
      return new AppError('argument-missing', { argument: named });
    case 'commander.missingMandatoryOptionValue':
      return new AppError('option-missing', { options: [named.replace(/ .*$/u, '')] });
    case 'commander.excessArguments':
      return new AppError('arguments-too-many', { arguments: [] });
    default:
      throw error;
  }
}

/**
 * Refuses an option whose value is another option of the command (`--in --json`), or was made to look like one (`--text —json`): it was forgotten. Where a text is to be just that,
 * it is given by `=`. Errors: `option-value-missing`.
 */
export function refuseForgottenValues(
  verb: Command,
  root: Command,
  { args, typed }: Pick<Invocation, 'args' | 'typed'>,
): void {
  const options = [...verb.options, ...root.options];
  const find = (arg: string | undefined) => options.find(({ long, short }) => arg === long || arg === short);
  const end = args.indexOf('--');
  for (const [at, arg] of (end < 0 ? args : args.slice(0, end)).entries()) {
    const next = args[at + 1];
    const isOption = next?.startsWith('--') === true && find(next) !== undefined;
    // A text that only looks like an option is never altered unsaid.
    const isAltered = next !== typed[at + 1];
    if (find(arg)?.required === true && (isOption || isAltered))
      throw new AppError('option-value-missing', { option: arg });
  }
}

export function isUsageError(error: unknown): error is CommanderError {
  return error instanceof CommanderError;
}

/** The help of a topic, with its title. */
export function writeTopic({ topics }: Summaries, topic: 'exit-codes' | 'environment'): string {
  const { exitCodes: ends, environment } = topics;
  const lines =
    topic === 'exit-codes'
      ? [
          ends.title,
          '',
          ...listExitCodes(ends.codes).map(({ code, meaning }) => `${String(code).padStart(5)}  ${meaning}`),
          '',
          ends.error,
        ]
      : [
          environment.title,
          '',
          ...Object.entries(environment.variables).map(([name, use]) => `  ${name.padEnd(20)}  ${use}`),
        ];
  return `${lines.join('\n')}\n`;
}

/** The exit codes with what they mean, smallest first. */
export function listExitCodes(
  meanings: Summaries['topics']['exitCodes']['codes'],
): readonly { readonly code: number; readonly meaning: string }[] {
  const names = Object.keys(exitCodes) as (keyof typeof exitCodes)[];
  return names.map((name) => ({ code: exitCodes[name], meaning: meanings[name] }));
}
