import type { Argument, Command, Option } from 'commander';
import type { Summaries, VerbName } from '../text/shape.ts';
import type { ValueFacts } from './option-facts.ts';
import { factsOf } from './option-facts.ts';
import type { ResultShape } from './result-shape.ts';
import type { DeclaredVerb } from './verb.ts';
import { findDeclaredVerb, formsOf, isFolderVerb } from './verb.ts';

/** What `help --json` is asked for: all of it, one noun, or one verb. */
export type Wanted = readonly string[];

/** The program as data: what its help says, and what its results look like. */
export type ProgramDescription = ReturnType<typeof describeProgram>;
export type VerbDescription = ProgramDescription['verbs'][number];
export type OptionDescription = ProgramDescription['globalOptions'][number];

/** What is told beside what the commands themselves say. */
export interface Sources {
  readonly summaries: Summaries;
  readonly version: string;
  readonly exitCodes: readonly { readonly code: number; readonly meaning: string }[];
  readonly shapes: Readonly<Record<VerbName, ResultShape | null>>;
}

/** Describes a program all of whose verbs are declared; of these the ones whose name begins with the words wanted. */
export function describeProgram(
  program: Command,
  { summaries, version, exitCodes, shapes }: Sources,
  wanted: Wanted = [],
) {
  const verbs = listVerbs(program, shapes).filter(({ name }) =>
    wanted.every((word, at) => name.split(' ')[at] === word),
  );
  const nouns = new Set(verbs.map(({ noun }) => noun));
  return {
    program: program.name(),
    version,
    summary: summaries.program,
    globalOptions: program.createHelp().visibleOptions(program).map(describeOption),
    environment: Object.entries(summaries.topics.environment.variables).map(([name, summary]) => ({
      name,
      summary,
    })),
    exitCodes,
    nouns: program.commands
      .filter((noun) => nouns.has(noun.name()))
      .map((noun) => ({ name: noun.name(), aliases: noun.aliases(), summary: noun.description() })),
    verbs,
  };
}

/** What the help of each verb says, as one text to look words up in: its options, arguments and examples. */
export function describeVerbs(program: Command): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  const gather = (command: Command): void => {
    const declared = findDeclaredVerb(command);
    if (declared !== undefined) {
      const said = [...command.options, ...command.registeredArguments].map(({ description }) => description);
      texts.set(declared.name, [...said, ...declared.examples].join(' '));
    }
    for (const child of command.commands) gather(child);
  };
  gather(program);
  return texts;
}

function listVerbs(
  command: Command,
  shapes: Sources['shapes'],
  path: readonly string[] = [],
): ReturnType<typeof describeVerb>[] {
  return command.commands.flatMap((child) => {
    const names = [...path, child.name()];
    const declared = findDeclaredVerb(child);
    return declared === undefined
      ? listVerbs(child, shapes, names)
      : [describeVerb(child, declared, shapes, names)];
  });
}

function describeVerb(
  verb: Command,
  { name, examples }: DeclaredVerb,
  shapes: Sources['shapes'],
  path: readonly string[],
) {
  const [noun = '', ...rest] = path;
  return {
    name,
    noun,
    /** The rest of its name; null where the noun alone is the command. */
    verb: rest.length === 0 ? null : rest.join(' '),
    summary: verb.description(),
    usage: `liaison ${name} ${verb.usage()}`.trim(),
    arguments: verb.registeredArguments.map(describeArgument),
    options: verb.options.map(describeOption),
    examples,
    forms: formsOf(verb),
    /** Whether `-o` is a folder that files are written into. */
    writesFolder: isFolderVerb(verb),
    result: shapes[name],
  };
}

function describeArgument(argument: Argument) {
  return {
    name: argument.name(),
    required: argument.required,
    variadic: argument.variadic,
    summary: argument.description,
    ...describeValue(argument.parseArg, argument.defaultValue),
  };
}

function describeOption(option: Option) {
  const value = /<[^>]+>|\[[^\]]+\]/u.exec(option.flags)?.[0] ?? null;
  const { isRepeatable = false } = factsOf(option.parseArg);
  return {
    flags: option.flags,
    name: option.long ?? option.flags,
    short: option.short ?? null,
    /** What stands for its value in the help; null where it takes none. */
    value,
    takesValue: value !== null,
    required: option.mandatory,
    repeatable: isRepeatable || option.variadic,
    summary: option.description,
    ...describeValue(option.parseArg, option.defaultValue),
  };
}

/** The words that are taken, and what holds unless one is given. */
function describeValue(parser: Option['parseArg'], usual: unknown) {
  const { choices, isList = false }: ValueFacts = factsOf(parser);
  return { choices: choices ?? null, isList, default: describeDefault(usual) };
}

function describeDefault(usual: unknown): string | number | boolean | readonly string[] | null {
  if (typeof usual === 'string' || typeof usual === 'number' || typeof usual === 'boolean') return usual;
  return Array.isArray(usual) && usual.length > 0 ? usual.map(String) : null;
}
