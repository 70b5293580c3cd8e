import type { Place } from '../errors.ts';
import { parseDay, parseLocalTime } from '../domain/time.ts';
import { parsePhones } from '../domain/phone.ts';
import { earliestYear, latestYear } from '../domain/volume.ts';
import { textLimits } from '../domain/text-limits.ts';
import { findCode, listWords } from '../domain/input-words.ts';
import type { Reading } from './column.ts';

/** Readers of plain text, for which a sign like - is a text as any other. */
const textReaders = new WeakSet<object>();

export function isTextReader(read: object): boolean {
  return textReaders.has(read);
}

/** Readers of what is stored: counts, years, days and times; other cells are read as a person sees them. */
const storedReaders = new WeakSet<object>();

/** Whether a cell is read as it is stored, whatever a person sees of it. */
export function isStoredReader(read: object): boolean {
  return storedReaders.has(read);
}

/** Makes a reader of texts of a length. */
export function textReader(limit: number): (text: string, column: string, place: Place) => Reading<string> {
  const read = (text: string, column: string, place: Place): Reading<string> => {
    if (text.length <= limit) return parseText(text, column, place);
    const details = { column, length: text.length, limit };
    return { ok: false, problem: { code: 'text-too-long', place, details } };
  };
  textReaders.add(read);
  return read;
}

/** Reads a cell as text, as it stands but for the spaces around it. A long number in scientific notation has lost digits and is refused. */
export function parseText(text: string, column: string, place: Place): Reading<string> {
  if (/^\d(?:\.\d+)?e\+\d{2}$/iu.test(text) && !/e\+0/iu.test(text)) {
    return { ok: false, problem: { code: 'count-scientific', place, details: { column, value: text } } };
  }
  return { ok: true, value: text };
}
textReaders.add(parseText);

/** Largest count that can be meant. */
const largestCount = 100_000_000;

/**
 * Reads a count after NFKC: 1023, 1,023, １０２３, 1023件, 1022.0. Refused with their reason: 1.38E+10, 9.67万, negatives,
 * fractions, anything else.
 */
export const parseCount = countReader(() => false);

/** Makes a reader of counts; `allows` is asked for every rounded one, and is told its place by that. */
export function countReader(
  allows: (place: Place) => boolean,
): (text: string, column: string, place: Place) => Reading<number> {
  const read = (text: string, column: string, place: Place): Reading<number> =>
    parseCountText(text, column, place, allows);
  storedReaders.add(read);
  return read;
}

function parseCountText(
  text: string,
  column: string,
  place: Place,
  allows: (place: Place) => boolean,
): Reading<number> {
  const plain = text.normalize('NFKC').replace(/\s+/gu, '').replace(/件$/u, '');
  const refuse = (
    code:
      | 'count-not-a-number'
      | 'count-scientific'
      | 'count-rounded'
      | 'count-negative'
      | 'count-fraction'
      | 'count-too-large',
  ): Reading<number> => ({ ok: false, problem: { code, place, details: { column, value: text } } });
  if (/^[-−]\d/u.test(plain)) return refuse('count-negative');
  if (/^\d+(\.\d+)?e[+-]?\d+$/iu.test(plain)) return refuse('count-scientific');
  const rounded = /^(\d+)(?:\.(\d+))?(万|亿)$/u.exec(plain);
  if (rounded !== null) {
    if (!allows(place)) return refuse('count-rounded');
    const [, whole = '', fraction = '', unit] = rounded;
    const zeros = unit === '万' ? 4 : 8;
    if (fraction.length > zeros) return refuse('count-fraction');
    const count = Number(`${whole}${fraction.padEnd(zeros, '0')}`);
    return count > largestCount ? refuse('count-too-large') : { ok: true, value: count };
  }
  const found = /^(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?$/u.exec(plain);
  if (found === null) return refuse('count-not-a-number');
  const [, whole = '', fraction = ''] = found.map((part) => part as string | undefined);
  if (/[1-9]/u.test(fraction)) return refuse('count-fraction');
  const count = Number(whole.replaceAll(',', ''));
  return count > largestCount ? refuse('count-too-large') : { ok: true, value: count };
}

/** Reads a year: 2021, 2021年, ２０２１年度. */
export function parseYear(text: string, column: string, place: Place): Reading<number> {
  const found = /^(\d{4})(?:年度?)?$/u.exec(text.normalize('NFKC').replace(/\s+/gu, ''));
  const year = Number(found?.[1]);
  if (found === null || year < earliestYear || year > latestYear) {
    return { ok: false, problem: { code: 'year-not-valid', place, details: { column, value: text } } };
  }
  return { ok: true, value: year };
}

storedReaders.add(parseYear);

/** Reads a day, 2022-01-18, 2022/1/18 or 2022年1月18日. */
export function parseDayCell(text: string, column: string, place: Place): Reading<string> {
  const day = parseDay(text);
  return day === undefined
    ? { ok: false, problem: { code: 'day-not-valid', place, details: { column, value: text } } }
    : { ok: true, value: day };
}

storedReaders.add(parseDayCell);

/** Makes a reader of local times of a time zone. */
export function timeReader(
  timeZone: string,
): (text: string, column: string, place: Place) => Reading<string> {
  const read = (text: string, column: string, place: Place): Reading<string> => {
    const instant = parseLocalTime(text, timeZone);
    return instant === undefined
      ? { ok: false, problem: { code: 'time-not-valid', place, details: { column, value: text } } }
      : { ok: true, value: instant };
  };
  storedReaders.add(read);
  return read;
}

/** Reads a list of phones; the text is kept as written once every part of it reads as a phone. */
export function parsePhoneList(text: string, column: string, place: Place): Reading<string> {
  if (text.length > textLimits.phone) {
    const details = { column, length: text.length, limit: textLimits.phone };
    return { ok: false, problem: { code: 'text-too-long', place, details } };
  }
  const plain = text.normalize('NFKC');
  if (/^\d+(\.\d+)?e[+-]?\d+$/iu.test(plain)) {
    return { ok: false, problem: { code: 'count-scientific', place, details: { column, value: text } } };
  }
  const reading = parsePhones(text);
  if (reading.kind === 'phones') return { ok: true, value: plain };
  const code = reading.kind === 'run-together' ? 'phones-run-together' : 'phone-not-valid';
  return { ok: false, problem: { code, place, details: { column, value: reading.part } } };
}

/** Makes a reader of words that stand for codes, in either language: 部门 and department are one. */
export function wordReader<Code extends string>(
  words: Readonly<Record<Code, readonly string[]>>,
): (text: string, column: string, place: Place) => Reading<Code> {
  return (text, column, place) => {
    const code = findCode(words, text);
    if (code !== undefined) return { ok: true, value: code };
    const details = { column, value: text, allowed: listWords(words) };
    return { ok: false, problem: { code: 'value-not-allowed', place, details } };
  };
}
