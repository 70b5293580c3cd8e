import type { Argument, Command, Option } from 'commander';
import type { Context } from '../../cli/context.ts';
import { choicesOf, factsOf } from '../../cli/option-facts.ts';
import { fieldsOf } from '../../cli/pick-fields.ts';
import { findDeclaredVerb } from '../../cli/verb.ts';
import type { CommandWords } from '../../text/command-words.ts';
import type { VerbName } from '../../text/shape.ts';
import type { Asking, ChosenKind } from '../questions/choices.ts';
import { isFileKind, listChoices } from '../questions/choices.ts';
import { findQuestionKind, nameOf } from '../questions/kinds.ts';
import { fileMark, folderMark } from './scripts.ts';

/** Something that could be typed next, and what it is. */
export interface Candidate {
  readonly value: string;
  readonly about?: string | undefined;
  /** Other words by which it is found. */
  readonly words?: string | undefined;
}

/** A line that is being typed: the command it names so far, its operands, the options in it, and the word at the cursor. */
export interface TypedSoFar {
  readonly command: Command;
  readonly root: Command;
  readonly operands: readonly string[];
  readonly used: readonly string[];
  /** Option whose value is being typed. */
  readonly option: Option | undefined;
  readonly prefix: string;
  /** Words of the reader's language for commands; null where they are English. */
  readonly words: CommandWords | null;
}

const han = /[\u4E00-\u9FFF]/u;

/** What could be typed at the cursor: nothing of it is personal. `:file` and `:folder` leave it to the shell. */
export async function listCandidates(context: Context, line: TypedSoFar): Promise<readonly Candidate[]> {
  const { command, option, prefix } = line;
  const found =
    option !== undefined
      ? await valuesOf(context, line, option)
      : /^[-\u2014\uFF0D]/u.test(prefix)
        ? optionsOf(line)
        : command.commands.length > 0
          ? commandsOf(line)
          : await argumentsOf(context, line);
  return narrow(found, prefix);
}

/** Whether a candidate stands for the files or folders that the shell itself offers. */
export function isMark({ value }: Candidate): boolean {
  return value === fileMark || value === folderMark;
}

/** Those that begin with what was typed; where none does, those whose other words have it in them. */
function narrow(found: readonly Candidate[], prefix: string): readonly Candidate[] {
  const begun = found.filter((one) => isMark(one) || one.value.startsWith(prefix));
  if (begun.length > 0) return begun;
  return found.filter(
    ({ words = '' }) => prefix !== '' && words.split(' ').some((word) => word.includes(prefix)),
  );
}

function commandsOf({ command, root, prefix, words }: TypedSoFar): Candidate[] {
  const path = pathOf(command, root);
  return command.commands.flatMap((child) => {
    const name = child.name();
    const about = child.description();
    const full = [...path, name].join(' ');
    const own =
      words === null
        ? undefined
        : path.length === 0
          ? words.nouns[name]
          : (words.verbs[full] ?? words.inner[full]);
    // In the reader's language the words are offered that were begun, else both.
    const isOwn = own !== undefined && (prefix === '' || han.test(prefix));
    return [...(isOwn ? [{ value: own, about }] : []), ...(han.test(prefix) ? [] : [{ value: name, about }])];
  });
}

function pathOf(command: Command, root: Command): string[] {
  return command === root || command.parent === null ? [] : [...pathOf(command.parent, root), command.name()];
}

function optionsOf({ command, root, used, prefix, words }: TypedSoFar): Candidate[] {
  const all = command === root ? root.options : [...command.options, ...root.options];
  return all.flatMap((option) => {
    const name = nameOf(option);
    const { isRepeatable = false } = factsOf(option.parseArg);
    if (used.includes(name) && !isRepeatable) return [];
    const own = words?.options[name];
    const isOwn = own !== undefined && (han.test(prefix) || /^--?$/u.test(prefix));
    const about = option.description;
    return [...(isOwn ? [{ value: own, about }] : []), ...(han.test(prefix) ? [] : [{ value: name, about }])];
  });
}

async function argumentsOf(context: Context, line: TypedSoFar): Promise<readonly Candidate[]> {
  const { registeredArguments: declared } = line.command;
  const argument =
    declared[line.operands.length] ?? (declared.at(-1)?.variadic === true ? declared.at(-1) : undefined);
  return argument === undefined ? [] : valuesOf(context, line, argument);
}

/** Values of options that every command has, which no verb declares. */
const globalKinds: Readonly<Record<string, ChosenKind>> = {
  '--db': 'database',
  '--output': 'document',
  '--in': 'jurisdiction',
};

async function valuesOf(
  context: Context,
  line: TypedSoFar,
  declared: Argument | Option,
): Promise<readonly Candidate[]> {
  const { choices } = factsOf(declared.parseArg);
  const { command, operands } = line;
  const verb = findDeclaredVerb(command)?.name;
  const name = nameOf(declared);
  if (name === '--fields' && verb !== undefined) return fieldCandidates(verb, line.prefix);
  if (choices !== undefined || (declared.argChoices?.length ?? 0) > 0)
    return (choices ?? choicesOf(declared.argChoices ?? [])).map(({ value, words }) => ({
      value,
      about: words[0],
      words: words.join(' '),
    }));
  const kind = globalKinds[name] ?? (verb === undefined ? undefined : findQuestionKind(verb, declared));
  if (kind === undefined) return [];
  if (kind === 'folder') return [{ value: folderMark }];
  if (isFileKind(kind)) return [{ value: fileMark }];
  if (typedKinds.has(kind)) return [];
  const said = (one: string): string | undefined =>
    operands[command.registeredArguments.findIndex((argument) => argument.name() === one)];
  const asking: Asking = { context, verb: verb ?? 'status', folder: '', files: [], said };
  const found = await listChoices(kind as ChosenKind, asking);
  const told = found.map(({ value, label, note, words }) => ({
    value,
    // The title of an appeal and who did something stay unsaid: whoever looks over a shoulder sees the candidates.
    about:
      kind === 'appeal' ? note : kind === 'operation' ? label.replace(value, '').trim() : (note ?? label),
    words: kind === 'appeal' ? '' : words,
  }));
  // A unit is named by its code too.
  return kind === 'unit' && /^[\w-]+$/u.test(line.prefix)
    ? told.map(({ value, about = '' }) => ({ value: about, about: value }))
    : told;
}

/** Kinds of values that are typed: there is nothing to be offered. */
const typedKinds: ReadonlySet<string> = new Set([
  'flag',
  'name',
  'line',
  'text',
  'number',
  'moment',
  'choice',
  'several',
]);

async function fieldCandidates(verb: VerbName, prefix: string): Promise<Candidate[]> {
  const { resultShapes } = await import('../../cli/result-shapes.ts');
  const typed = prefix.slice(0, prefix.lastIndexOf(',') + 1);
  return fieldsOf(resultShapes[verb]).map((field) => ({ value: `${typed}${field}` }));
}
