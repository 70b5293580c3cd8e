import type { Argument, Option } from 'commander';
import { AppError, isAppError } from '../../errors.ts';
import type { Choice } from '../../cli/ask/choose.ts';
import { askChoice, askSeveral } from '../../cli/ask/choose.ts';
import { askText } from '../../cli/ask/prompts.ts';
import { findFile, plainPath } from '../../cli/ask/list-files.ts';
import { makeUnitCheck } from '../../cli/ask/ask-unit.ts';
import { describeError } from '../../cli/failure.ts';
import { factsOf } from '../../cli/option-facts.ts';
import { findMatter } from '../../domain/matter.ts';
import { listMatters } from '../../store/matters.ts';
import type { Asking, FileKind } from './choices.ts';
import { isFileKind, listChoices } from './choices.ts';
import { findQuestionKind, nameOf } from './kinds.ts';
import { titleOf } from './lacks.ts';

/** What is asked for, and what is known of the answer already. */
export interface ValueQuestion {
  readonly declared: Argument | Option;
  readonly isOptional: boolean;
  /** How the question is put, where its help does not put it. */
  readonly words?: string | undefined;
  /** Whether somebody has to decide it: the first choice stands there, and leaving it open is the last. */
  readonly isDecided: boolean;
  /** What was answered before, to be changed. */
  readonly before: readonly string[];
}

type Check = (typed: string) => string | undefined;

/** Asks for the value of an option or argument in the way of its kind; gives what is typed for it on a command line, nothing where it stays empty. */
export async function askValue(asking: Asking, question: ValueQuestion): Promise<readonly string[]> {
  const { context, verb } = asking;
  const { declared, isOptional, isDecided, before } = question;
  const kind = findQuestionKind(verb, declared) ?? 'line';
  const [initial] = before;
  const { words } = question;
  const title = words ?? titleOf(declared);
  const message = isOptional && words === undefined ? context.text.questions.optional(title) : title;
  const option = nameOf(declared);
  const check = makeCheck(asking, declared);
  const base = { message, option, isOptional };
  switch (kind) {
    case 'flag':
      return [];
    case 'choice': {
      const choices = wordChoices(asking, declared);
      const chosen = await askChoice(context, { ...base, choices, initial });
      return chosen === undefined ? [] : [chosen];
    }
    case 'several': {
      const choices = wordChoices(asking, declared);
      const chosen = await askSeveral(context, { ...base, choices, initial: initial?.split(',') ?? [] });
      return chosen.length === 0 ? [] : [chosen.join(',')];
    }
    case 'name':
    case 'line':
    case 'text':
    case 'number':
    case 'moment': {
      const isLong = kind === 'text';
      const all = isManyfold(declared) ? before.join('、') : initial;
      const typed = await askText(context, { ...base, initial: all, isLong, check });
      if (typed === undefined) return [];
      return isManyfold(declared) ? typed.split(/[、;；]/u).flatMap((one) => one.trim() || []) : [typed];
    }
    default: {
      if (isFileKind(kind)) return askFile(asking, { ...base, kind, initial });
      const choices = await listChoices(kind, asking);
      const other = await makeOther(asking, kind, check);
      const typed =
        initial !== undefined && !choices.some(({ value }) => value === initial) ? initial : undefined;
      if (isManyfold(declared)) return askSeveral(context, { ...base, choices, other, initial: before });
      if (isDecided) return decide(asking, { message: title, option, choices, initial });
      const chosen = await askChoice(context, { ...base, choices, other, initial, typed });
      return chosen === undefined ? [] : [chosen];
    }
  }
}

/** Lets a person decide, or leave it open. */
async function decide(
  { context }: Asking,
  question: {
    readonly message: string;
    readonly option: string;
    readonly choices: readonly Choice[];
    readonly initial: string | undefined;
  },
): Promise<readonly string[]> {
  const later = { value: '', label: context.text.help.init.decideLater };
  const chosen = await askChoice(context, { ...question, choices: [...question.choices, later] });
  return chosen === '' ? [] : [chosen];
}

/** Whether several values may be given. */
function isManyfold(declared: Argument | Option): boolean {
  return declared.variadic || factsOf(declared.parseArg).isRepeatable === true;
}

/** The words that a parser takes, in the language of the reader: they stand in the line too, as whoever reads it would type it. */
function wordChoices({ context }: Asking, declared: Argument | Option): Choice[] {
  const { choices = [] } = factsOf(declared.parseArg);
  const isEnglish = context.summaries.words === null;
  return choices.map(({ value, words }) => {
    const word = isEnglish ? value : (words[0] ?? value);
    return { value: word, label: word, words: [value, ...words].join(' ') };
  });
}

/** What is wrong with a value, in the words of the parser that would read it. */
function makeCheck({ context }: Asking, { parseArg }: Argument | Option): Check {
  return (typed) => {
    if (parseArg === undefined) return undefined;
    try {
      const parse = parseArg as (value: string, before: unknown) => unknown;
      context.quietly(() => parse(typed, []));
      return undefined;
    } catch (error) {
      if (isAppError(error)) return describeError(error, context.text).message;
      throw error;
    }
  };
}

/** What may be typed in place of a choice: a unit must be known, and a matter where the city has a list of them. */
async function makeOther({ context, verb }: Asking, kind: string, check: Check): Promise<Check> {
  if (kind !== 'unit' && kind !== 'matter') return check;
  try {
    const { db } = await context.store();
    const jurisdiction = await context.jurisdiction();
    if (kind === 'unit') {
      const isUnit = await makeUnitCheck(context, { db, jurisdiction });
      // An office is named behind its unit.
      return (typed) => check(typed) ?? isUnit(typed.split('/')[0] ?? '');
    }
    if (verb !== 'appeal log' && verb !== 'appeal correct') return check;
    const matters = await listMatters(db, jurisdiction.id);
    return (typed) => {
      const match = findMatter(matters, typed);
      if (matters.length === 0 || match.kind === 'found') return check(typed);
      return context.text.errors['matter-unknown']({ matter: typed, suggestions: match.suggestions }).message;
    };
  } catch (error) {
    if (error instanceof AppError) return check;
    throw error;
  }
}

/** Asks for a file, folder by folder, or a folder. A path may be typed, or dragged onto the terminal. */
export async function askFile(
  asking: Asking,
  question: {
    readonly message: string;
    readonly option: string;
    readonly isOptional: boolean;
    readonly kind: FileKind;
    readonly initial?: string | undefined;
  },
): Promise<readonly string[]> {
  const { context, verb } = asking;
  const { kind, ...base } = question;
  const { questions, errors } = context.text;
  let { folder } = asking;
  let { initial } = question;
  // What is written there need not be there.
  const isOutput =
    ['--output', '--skip-bad', '--draft'].includes(question.option) ||
    verb === 'database backup' ||
    verb === 'database export';
  for (;;) {
    const found = await listChoices(kind, { ...asking, folder });
    // Forms that came back lie in a folder, which is read as a whole.
    const isWhole = kind === 'folder' || verb === 'desk import';
    const here = { value: folder === '' ? '.' : folder, label: questions.thisFolder };
    const suggested = isOutput && folder === '' ? asking.files.map((value) => ({ value, label: value })) : [];
    const choices = [...suggested, ...found, ...(isWhole && !isOutput ? [here] : [])];
    const other = (typed: string): string | undefined =>
      isOutput || findFile(context.resolvePath(plainPath(typed))) !== undefined
        ? undefined
        : errors['file-not-found']({ file: typed }).message;
    const typed =
      initial !== undefined && !choices.some(({ value }) => value === initial) ? initial : undefined;
    const chosen = await askChoice(context, { ...base, choices, other, initial, typed });
    if (chosen === undefined) return [];
    const path = plainPath(chosen);
    const isFolder = path !== here.value && findFile(context.resolvePath(path)) === 'folder';
    if (!isFolder || ((isWhole || isOutput) && !path.endsWith('/'))) return [path];
    folder = path;
    initial = undefined;
  }
}
