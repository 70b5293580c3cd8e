import type { Command } from 'commander';
import type { Summaries, VerbName } from '../text/shape.ts';
import type { DocumentForm, Format } from './global-options.ts';
import { formats, isDocumentForm } from './global-options.ts';

/** Declares a verb of a noun: its summary, and a real example in its help. */
export function addVerb(
  parent: Command,
  { summaries }: { readonly summaries: Summaries },
  name: VerbName,
  ...examples: readonly string[]
): Command {
  const verb = parent.command(name.split(' ').at(-1) ?? name).description(summaries.verbs[name]);
  return fillVerb(verb, { summaries }, name, ...examples);
}

/** Gives a command that is there already, such as a noun without verbs, its examples. */
export function fillVerb(
  verb: Command,
  { summaries }: { readonly summaries: Summaries },
  name: VerbName,
  ...examples: readonly string[]
): Command {
  declared.set(verb, { name, examples });
  const lines = examples.map((example) => `  $ ${example}`).join('\n');
  return verb.addHelpText(
    'after',
    `\n${summaries.labels.examples}\n${lines}\n\n${summaries.labels.globalOptions}`,
  );
}

/** What a verb asks for at a terminal beside what its declaration requires, by the names of its arguments and options. */
export interface VerbQuestions {
  /** Of each of these one must be given. */
  readonly needs?: readonly (readonly string[])[];
  /** What is asked for too, and may stay empty, where anything is asked for. */
  readonly also?: readonly string[];
  /** What of both is asked for only where another option was not given: that option by the one asked for. */
  readonly unless?: Readonly<Record<string, string>>;
  /** What of it somebody has to decide: the likeliest choice stands there, and leaving it open is a choice of its own. */
  readonly decides?: readonly string[];
  /** Whether all of it is asked for though nothing lacks. */
  readonly isThorough?: boolean;
  /** How a question is put, where the help says too little or too much for one. */
  readonly words?: Readonly<Record<string, string>>;
  /** What is said before a question, out of what was answered before it. */
  readonly tell?: Readonly<Record<string, (said: (name: string) => string | undefined) => Promise<void>>>;
}

const questions = new WeakMap<Command, VerbQuestions>();

/** Declares what a verb asks for at a terminal. */
export function asksFor(verb: Command, more: VerbQuestions): Command {
  questions.set(verb, { ...questions.get(verb), ...more });
  return verb;
}

export function findVerbQuestions(verb: Command): VerbQuestions {
  return questions.get(verb) ?? {};
}

/** What a verb was declared with. */
export interface DeclaredVerb {
  readonly name: VerbName;
  readonly examples: readonly string[];
}

const declared = new WeakMap<Command, DeclaredVerb>();

/** What a command was declared with; undefined where it is a noun. */
export function findDeclaredVerb(command: Command): DeclaredVerb | undefined {
  return declared.get(command);
}

/** Forms of output that a verb makes itself, beside those every result has; and the verbs whose `-o` is a folder. */
const ownForms = new WeakMap<Command, readonly DocumentForm[]>();
const folderVerbs = new WeakSet<Command>();
const silentVerbs = new WeakSet<Command>();

/** Declares that a verb makes whole documents. */
export function makesDocuments(verb: Command, ...forms: readonly DocumentForm[]): Command {
  ownForms.set(verb, forms);
  return verb;
}

/** Declares that a verb writes files into the folder of `-o`, and its result to stdout. */
export function writesFolder(verb: Command): Command {
  folderVerbs.add(verb);
  return verb;
}

/** Declares that a verb has no result of its own, since it runs others that print theirs. */
export function hasNoResult(verb: Command): Command {
  silentVerbs.add(verb);
  return verb;
}

/** The forms in which a verb can write its result. */
export function formsOf(verb: Command): readonly Format[] {
  if (silentVerbs.has(verb)) return ['table'];
  const own = ownForms.get(verb) ?? [];
  return formats.filter((form) => !isDocumentForm(form) || own.includes(form));
}

export function isFolderVerb(verb: Command): boolean {
  return folderVerbs.has(verb);
}

/** Files and folders that a command reads, by what its arguments and options are called. */
export function listInputs(verb: Command): readonly string[] {
  const fromArguments = verb.registeredArguments.flatMap((argument, at) =>
    argument.name() === 'file' ? [verb.args[at]] : [],
  );
  const fromOptions = verb.options.flatMap((option) => {
    const value: unknown = option.flags.includes('<file>')
      ? verb.getOptionValue(option.attributeName())
      : undefined;
    return typeof value === 'string' ? [value] : [];
  });
  return [...fromArguments, ...fromOptions].filter((one): one is string => one !== undefined && one !== '-');
}
