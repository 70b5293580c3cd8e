import { AppError } from '../errors.ts';
import type { Bound } from '../domain/bound.ts';
import { parseLowerBound } from '../domain/bound.ts';
import { officialDocumentNo } from '../domain/document-number.ts';
import type { Texts } from '../text/shape.ts';
import { isBlankWord } from '../domain/blank-words.ts';
import { isDestroyed, isOnlyQuestionMarks } from '../domain/destroyed-text.ts';
import { holdsInvisible, isUnseen, textLimits } from '../domain/text-limits.ts';
import type { Day } from '../domain/time.ts';
import { completeTime, parseDay } from '../domain/time.ts';
import { findCode, listWords } from '../domain/input-words.ts';
import { earliestYear, latestYear } from '../domain/volume.ts';
import { factsOf, withFacts } from './option-facts.ts';

/** Reads a year given as an option. */
export function yearOption(option: string): (value: string) => number {
  return (value) => {
    const year = /^\d{4}$/u.test(value.normalize('NFKC')) ? Number(value.normalize('NFKC')) : 0;
    if (year < earliestYear || year > latestYear) {
      throw new AppError('option-value-invalid', { option, value, example: '2021' });
    }
    return year;
  };
}

/** Reads a whole number that is at least one: of a run, an edition, a position. */
export function numberOption(option: string): (value: string) => number {
  return (value) => {
    if (!/^[1-9]\d{0,8}$/u.test(value))
      throw new AppError('option-value-invalid', { option, value, example: '1' });
    return Number(value);
  };
}

/** Reads a day given as an option, in any form people write days in; one without a year is of this year. */
export function dayOption(option: string, context: { readonly today: Day }): (value: string) => string {
  return (value) => {
    const day = parseDay(completeTime(value, context.today));
    if (day === undefined)
      throw new AppError('option-value-invalid', { option, value, example: '2022-01-18' });
    return day;
  };
}

/** Reads a word that stands for a code, in either language. */
export function wordOption<Code extends string>(
  option: string,
  words: Readonly<Record<Code, readonly string[]>>,
): (value: string) => Code {
  const read = (value: string): Code => {
    const code = findCode(words, value);
    if (code === undefined)
      throw new AppError('option-value-invalid', { option, value, allowed: listWords(words) });
    return code;
  };
  const entries = Object.entries<readonly string[]>(words);
  return withFacts(read, { choices: entries.map(([value, others]) => ({ value, words: others })) });
}

/** Reads several words that stand for codes, parted by commas. */
export function wordsOption<Code extends string>(
  option: string,
  words: Readonly<Record<Code, readonly string[]>>,
): (value: string) => readonly Code[] {
  return listOption(wordOption(option, words));
}

/** Reads several values parted by commas, each once. */
export function listOption<Value>(read: (value: string) => Value): (value: string) => readonly Value[] {
  const readAll = (value: string): readonly Value[] => [
    ...new Set(value.split(/[,，、]/u).map((one) => read(one.trim()))),
  ];
  return withFacts(readAll, { ...factsOf(read), isList: true });
}

/** Reads the lower bound of a band, in the one grammar of bounds. */
export function boundOption(option: string): (value: string) => Bound {
  return (value) => {
    const bound = parseLowerBound(value);
    if (bound === undefined)
      throw new AppError('option-value-invalid', { option, value, example: '1000+ / over:1000' });
    return bound;
  };
}

/** Options that take what people say at length, line breaks and all; every other is a name, a number or one line. */
const freeTexts: Readonly<Record<string, number>> = {
  '--text': textLimits.text,
  '--note': textLimits.text,
  '--basis': textLimits.text,
  '--decision': textLimits.text,
  '--result': textLimits.text,
  '--duties': textLimits.text,
  '--reason': textLimits.line,
  '--title': textLimits.title,
  '--caller': textLimits.caller,
  '--place': textLimits.line,
};

/** Reads a text that must not be empty, nor longer than what is taken; a name or code holds nothing that cannot be seen. */
export function textOption(option: string): (value: string) => string {
  return (value) => {
    const text = value.replaceAll(/\r\n?/gu, '\n').trim();
    if (isUnseen(text)) throw new AppError('option-value-missing', { option });
    const limit = freeTexts[option] ?? textLimits.line;
    if (text.length > limit) throw new AppError('option-too-long', { option, length: text.length, limit });
    const isFree = freeTexts[option] !== undefined;
    if (!isFree && holdsInvisible(text)) throw new AppError('option-invisible', { option });
    if (isDestroyed(text) || (!isFree && isOnlyQuestionMarks(text)))
      throw new AppError('option-destroyed', { option });
    return text;
  };
}

/** Reads a document number; its year is brought into the brackets of official papers, and that is said. */
export function documentNoOption(
  option: string,
  context: { readonly say: (sentence: string) => void; readonly text: Texts },
): (value: string) => string {
  const read = textOption(option);
  return (value) => {
    const typed = read(value);
    const official = officialDocumentNo(typed);
    if (official !== typed) context.say(context.text.labels.documentNoBrought(typed, official));
    return official;
  };
}

/** Reads a name; a word for nothing (-, /, 无) is the name of nobody and nothing. */
export function nameOption(option: string): (value: string) => string {
  const read = textOption(option);
  return (value) => {
    const name = read(value);
    if (isBlankWord(name)) throw new AppError('option-nothing', { option, value: name });
    return name;
  };
}

/** Gathers the values of an option that may be given several times. */
export function severalOption(
  option: string,
): (value: string, before: readonly string[]) => readonly string[] {
  const read = (value: string, before: readonly string[]): readonly string[] => [
    ...before,
    textOption(option)(value),
  ];
  return withFacts(read, { isRepeatable: true });
}
