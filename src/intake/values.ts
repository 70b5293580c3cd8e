import { officialDocumentNo } from '../domain/document-number.ts';
import type { Place, Problem, ProblemDetails } from '../problems.ts';
import { hasLostCharacter, isOnlyQuestionMarks } from '../domain/destroyed-text.ts';
import { findCode, listWords } from '../domain/input-words.ts';
import { parsePhones } from '../domain/phone.ts';
import { bareCode, bareNumber, plainWidth } from '../domain/plain-width.ts';
import { textLimits } from '../domain/text-limits.ts';
import { earliestDay, parseDay, parseLocalTime } from '../domain/time.ts';
import { cleanName } from '../domain/unit-name.ts';
import { earliestYear, latestYear } from '../domain/volume.ts';
import type { Parse, Reading } from './column.ts';

/** Readers of what is stored: counts, years, days and times; other cells are read as a person sees them. */
const storedReaders = new WeakSet<object>();

/** Whether a cell is read as it is stored, whatever a person sees of it. */
export function isStoredReader(read: object): boolean {
  return storedReaders.has(read);
}

/** Codes of problems that say no more than the column and what stands in it. */
type ValueProblem = {
  [Code in keyof ProblemDetails]: ProblemDetails[Code] extends { column: string; value: string }
    ? { column: string; value: string } extends ProblemDetails[Code]
      ? Code
      : never
    : never;
}[keyof ProblemDetails];

function refuse(code: ValueProblem, value: string, column: string, place: Place): Reading<never> {
  // Every code of these has the same details.
  return { ok: false, problem: { code, place, details: { column, value } } as Problem };
}

/** A number that has lost digits: what a spreadsheet makes of long ones. */
const scientific = /^\d+(?:\.\d+)?e[+-]?\d+$/iu;

/** Makes a reader of what a citizen or a person says, of a length. */
export function textReader(limit: number): Parse<string> {
  return (text, column, place) => {
    if (text.length > limit) {
      const details = { column, length: text.length, limit };
      return { ok: false, problem: { code: 'text-too-long', place, details } };
    }
    return scientific.test(text) && /e\+(?!0)/iu.test(text)
      ? refuse('count-scientific', text, column, place)
      : { ok: true, value: text };
  };
}

const readText = textReader(textLimits.text);

/** Reads a cell as text, as it stands but for the spaces around it. A long number in scientific notation has lost digits and is refused. */
export const parseText: Parse<string> = (text, column, place) =>
  isOnlyQuestionMarks(text) ? refuse('text-destroyed', text, column, place) : readText(text, column, place);

/** Reads a cell as a document number, its year in the brackets of official papers. */
export const parseDocumentNo: Parse<string> = (text, column, place) => {
  const read = parseText(text, column, place);
  return read.ok ? { ...read, value: officialDocumentNo(read.value) } : read;
};

/**
 * Reads a name of a person, an office or a group, spaces and line breaks between its characters aside. What is no name is refused: 0,
 * FALSE, ???, and one with a sign for a character that was lost (张?, 李□).
 */
export const parseName: Parse<string> = (text, column, place) => {
  const name = cleanName(text);
  if (isOnlyQuestionMarks(name) || hasLostCharacter(name))
    return refuse('text-destroyed', text, column, place);
  if (!/\p{L}/u.test(name) || /^(?:true|false)$/iu.test(name))
    return refuse('name-not-valid', text, column, place);
  return parseText(name, column, place);
};

/** Readings of words that stand in a column again and again: as many as are kept. */
const wordsKept = 5000;

/** Makes a reader that reads a word once, however often it stands in a file. What is wrong with one is told each time. */
function once<T>(parse: Parse<T>): Parse<T> {
  const known = new Map<string, Reading<T>>();
  return (text, column, place, terms) => {
    const there = known.get(text);
    if (there !== undefined) return there;
    const reading = parse(text, column, place, terms);
    if (reading.ok) {
      if (known.size >= wordsKept) known.clear();
      known.set(text, reading);
    }
    return reading;
  };
}

/** Reads what a unit is named by in a file that speaks of it: a name of it, or its code. */
export const parseUnitWord: Parse<string> = once((text, column, place) => {
  const word = cleanName(text);
  if (hasLostCharacter(word)) return refuse('text-destroyed', text, column, place);
  const code = parseCode(text, column, place);
  return code.ok ? parseText(/^[\p{ASCII}]+$/u.test(code.value) ? code.value : word, column, place) : code;
});

/**
 * Reads a code or an order number: plain signs for full-width ones, without the apostrophe by which spreadsheets keep a text and without
 * signs that nobody sees. One that a spreadsheet has made a number of, 1.1E+17 or 3.0, is refused.
 */
export const parseCode: Parse<string> = (text, column, place) => {
  const code = bareCode(text);
  if (scientific.test(code)) return refuse('count-scientific', text, column, place);
  if (/^\d+\.0+$/u.test(code)) return refuse('code-not-exact', text, column, place);
  return isOnlyQuestionMarks(code)
    ? refuse('text-destroyed', text, column, place)
    : { ok: true, value: code };
};

/** Largest count that can be meant. */
const largestCount = 100_000_000;

/**
 * Reads a count as it is written: 1023, 1,023, 1 023, １０２３, 1023件, 1022.0. Refused with their reason: 1.38E+10, 9.67万, negatives,
 * fractions, a mark beside the number (120①, 100²), two numbers in a cell, anything else.
 */
export const parseCount = countReader(() => false);

/** Makes a reader of counts; `allows` is asked for every rounded one, and is told its place by that. */
export function countReader(allows: (place: Place) => boolean): Parse<number> {
  const read: Parse<number> = (text, column, place) => parseCountText(text, column, place, allows);
  storedReaders.add(read);
  return read;
}

/** Largest number a bulletin prints: a trillion. */
const largestPrinted = 1_000_000_000_000;

/** Reads a whole number as a bulletin prints it, one below nought too: 36516, 36,516件, −27. Refused as counts are. */
export const parseWhole: Parse<number> = (text, column, place) => {
  const plain = bareNumber(text);
  const isBelow = /^[-−]\s*\d/u.test(plain);
  const size = isBelow ? plain.replace(/^[-−]\s*/u, '') : plain;
  const reading = parseCountText(size, column, place, () => false, largestPrinted);
  if (reading.ok) return isBelow ? { ok: true, value: -reading.value } : reading;
  return {
    ok: false,
    problem: { ...reading.problem, details: { ...reading.problem.details, value: text } } as Problem,
  };
};

storedReaders.add(parseWhole);

/** White space that parts thousands, as some programs write it. */
const thousandsSpace = String.raw`[ \u00a0\u2009\u202f]`;
const wholeCount = new RegExp(
  String.raw`^(\d{1,3}(?:,\d{3})+|\d{1,3}(?:${thousandsSpace}\d{3})+|\d+)(\.\d+)?$`,
  'u',
);

function parseCountText(
  text: string,
  column: string,
  place: Place,
  allows: (place: Place) => boolean,
  largest = largestCount,
): Reading<number> {
  const plain = bareNumber(text).replace(/ ?件$/u, '');
  const no = (code: ValueProblem): Reading<number> => refuse(code, text, column, place);
  if (/^[-−]\d/u.test(plain)) return no('count-negative');
  if (scientific.test(plain)) return no('count-scientific');
  const rounded = /^(\d+)(?:\.(\d+))? ?(万|亿)$/u.exec(plain);
  if (rounded !== null) {
    if (!allows(place)) return no('count-rounded');
    const [, whole = '', fraction = '', unit] = rounded;
    const zeros = unit === '万' ? 4 : 8;
    if (fraction.length > zeros) return no('count-fraction');
    const count = Number(`${whole}${fraction.padEnd(zeros, '0')}`);
    return count > largest ? no('count-too-large') : { ok: true, value: count };
  }
  const found = wholeCount.exec(plain);
  if (found === null) {
    if (/^\d+\s*(?:[\p{No}*＊※†]|\([\p{No}\d]{1,2}\)|\[[\p{No}\d]{1,2}\]|注)+$/u.test(plain))
      return no('count-marked');
    return no(/^\d[\d,.]*(?:\s+|[/;、])\d[\d,.]*$/u.test(plain) ? 'count-several' : 'count-not-a-number');
  }
  const [, whole = '', fraction = ''] = found.map((part) => part as string | undefined);
  if (/[1-9]/u.test(fraction)) return no('count-fraction');
  const count = Number(whole.replaceAll(/[^\d]/gu, ''));
  return count > largest ? no('count-too-large') : { ok: true, value: count };
}

/** Reads a year: 2021, 2021年, ２０２１年度. */
export const parseYear: Parse<number> = (text, column, place) => {
  const found = /^(\d{4})(?:\.0)?(?:年度?)?$/u.exec(bareNumber(text).replace(/\s+/gu, ''));
  const year = Number(found?.[1]);
  return found === null || year < earliestYear || year > latestYear
    ? refuse('year-not-valid', text, column, place)
    : { ok: true, value: year };
};

storedReaders.add(parseYear);

/**
 * Why a text is no time, where that can be told: it is a number by which spreadsheets count days (1990 to 2100), or its parts can be put
 * in two orders.
 */
function whyNoTime(text: string): 'time-serial' | 'time-order' | undefined {
  const serial = Number(/^\d{5}(?:\.\d+)?$/u.test(text) ? text : Number.NaN);
  if (serial >= 32_874 && serial <= 73_415) return 'time-serial';
  return /^\d{1,2}[-/.]\d{1,2}[-/.]\d{4}(?!\d)/u.test(plainWidth(text)) ? 'time-order' : undefined;
}

/** Reads a day, 2022-01-18, 2022/1/18, 2022年1月18日 or 20220118, from 1990 on. */
export const parseDayCell: Parse<string> = (text, column, place, terms) => {
  const day = parseDay(text, terms?.dates);
  if (day === undefined) return refuse(whyNoTime(text) ?? 'day-not-valid', text, column, place);
  return day < earliestDay ? refuse('day-too-early', text, column, place) : { ok: true, value: day };
};

storedReaders.add(parseDayCell);

/** Makes a reader of local times of a time zone. */
export function timeReader(timeZone: string): Parse<string> {
  const read: Parse<string> = (text, column, place, terms) => {
    const instant = parseLocalTime(text, timeZone, terms?.dates);
    if (instant !== undefined) return { ok: true, value: instant };
    return refuse(whyNoTime(text) ?? 'time-not-valid', text, column, place);
  };
  storedReaders.add(read);
  return read;
}

/** Makes a reader of times by which something is to be done: a day without a time is meant to its end. */
export function endReader(timeZone: string): Parse<string> {
  const readTime = timeReader(timeZone);
  const read: Parse<string> = (text, column, place, terms) => {
    const reading = readTime(text, column, place, terms);
    const day = reading.ok ? parseDay(text, terms?.dates) : undefined;
    if (day === undefined) return reading;
    const end = parseLocalTime(`${day} 23:59:59`, timeZone);
    return end === undefined ? reading : { ok: true, value: end };
  };
  storedReaders.add(read);
  return read;
}

/** Reads a list of phones; the text is kept as written once every part of it reads as a phone. */
export const parsePhoneList: Parse<string> = (text, column, place) => {
  if (text.length > textLimits.phone) {
    const details = { column, length: text.length, limit: textLimits.phone };
    return { ok: false, problem: { code: 'text-too-long', place, details } };
  }
  const plain = bareNumber(text);
  if (scientific.test(plain)) return refuse('count-scientific', text, column, place);
  const reading = parsePhones(text);
  switch (reading.kind) {
    case 'phones':
      return { ok: true, value: plain };
    case 'zero-lost':
      return refuse('phone-zero-lost', reading.part, column, place);
    case 'run-together':
      return refuse('phones-run-together', reading.part, column, place);
    case 'not-a-phone':
      return refuse('phone-not-valid', reading.part, column, place);
  }
};

/**
 * Reads the phones of whoever brings an appeal up. A number that the other system has hidden (138****0001) is none: nothing is kept of it.
 */
export const parseCallerPhone: Parse<string> = (text, column, place, terms) =>
  /\d[*＊xX]{3,}\d/u.test(text) ? { ok: true, value: '' } : parsePhoneList(text, column, place, terms);

/** Makes a reader of words that stand for codes, in either language: 部门 and department are one. */
export function wordReader<Code extends string>(
  words: Readonly<Record<Code, readonly string[]>>,
): Parse<Code> {
  return once((text, column, place) => {
    const code = findCode(words, plainWidth(text));
    if (code !== undefined) return { ok: true, value: code };
    const details = { column, value: text, allowed: listWords(words) };
    return { ok: false, problem: { code: 'value-not-allowed', place, details } };
  });
}
