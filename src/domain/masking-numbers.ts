import { day, isList, isRising, maskFigures } from './masking-figures.ts';
import { areFigures, maskDigits } from './masking-phones.ts';
import { digitsOf, hasDigits, plain, plainDigits, replaceIn, spelledClass } from './masking-signs.ts';

/** What may part the digits of one number that are spelled. */
const spelledGap = `[ .·、,\\u200b\\n-]{0,2}`;
const anyDigit = `[\\d${spelledClass}]`;

/** A run of digits in any writing, without the 一 of 一直; begins where one begins, so that no run is gone through twice. */
const digitRun = new RegExp(
  `(?<!${anyDigit}${spelledGap})${anyDigit}(?:${spelledGap}${anyDigit}){6,}(?<!\\ue001(?=[直定样旦些起再个]))`,
  'gu',
);

/** What follows a count that is spelled: 一二三四五六七八九栋. */
const spelledMeasure = /^[栋号楼单层年元万亿人户月日条项班]/u;
/** A day, or years. */
const days = new RegExp(`^(?:${day}|(?:(?:19|20)\\d{2}){2,3})$`, 'u');
const someSpelled = /[\ue000-\ue009]/u;

/** Masks a run of digits of which some are spelled; undefined for figures alone, which are other rules' work. */
function maskRun(run: string, behind: string): string | undefined {
  if (!someSpelled.test(run) || areYears(run)) return undefined;
  const places = Array.from(run.matchAll(/[\d\ue000-\ue009]/gu), ({ index }) => index);
  const values = digitsOf(run);
  const areJoined = (at: number): boolean => areFigures(run, places, at);
  let masked = '';
  let from = 0;
  for (let at = 0; at + 11 <= values.length; at += 1) {
    const place = places[at] ?? 0;
    if (place < from || areJoined(at) || areJoined(at + 11)) continue;
    if (!/^1[3-9]/u.test(values.slice(at, at + 2))) continue;
    const end = (places[at + 10] ?? 0) + 1;
    const mobile = run.slice(place, end);
    if (!someSpelled.test(mobile) || isSpelledList(mobile)) continue;
    masked += run.slice(from, place) + (/\d/u.test(mobile) ? maskDigits(values.slice(at, at + 11)) : '****');
    from = end;
  }
  const rest = run.slice(from);
  const others = maskOtherRun(rest, digitsOf(rest), behind);
  return masked === '' ? others : masked + (others ?? rest);
}

/** Masks a run without a mobile: a landline, or seven and more spelled digits on end; undefined for a list, a day, years. */
function maskOtherRun(run: string, values: string, behind: string): string | undefined {
  if (values.length < 7 || !someSpelled.test(run) || days.test(values) || spelledMeasure.test(behind))
    return undefined;
  if (isSpelledList(run)) return undefined;
  if (/^0(?:10|2\d|[3-9]\d{2})[2-9]\d{6,7}$/u.test(values)) return maskDigits(values);
  if (!/\d/u.test(run)) return '****';
  // A single spelled digit before figures may be the end of a word.
  const isLocal = /^(?!19|20)[2-9]\d{6,7}$/u.test(values) && /^(?:\d|[\ue000-\ue009]{2})/u.test(run);
  return isLocal && !/[^\d\ue000-\ue009]/u.test(run) ? '****' : undefined;
}

function groupsOf(run: string): string[] {
  return run.split(/[^\d\ue000-\ue009]+/u).map(digitsOf);
}

function areYears(run: string): boolean {
  return groupsOf(run).every((group) => /^(?:19|20)\d{2}$/u.test(group));
}

/** Whether spelled digits are a list: 一二三四五六七, of what comes one after the other. */
function isSpelledList(run: string): boolean {
  const groups = groupsOf(run);
  return isList(groups.join(/[、\n]/u.test(run) ? '、' : ' '), '') || isRising(Array.from(groups.join('')));
}

/** Masks in a text every number that is personal whosever it is: in figures, then in spelled digits and both mixed. */
export function maskNumbers(text: string): string {
  if (!hasDigits(text)) return text;
  const masked = maskFigures(text);
  return replaceIn(masked, plainDigits(plain(masked)), digitRun, ({ 0: run, index }) =>
    maskRun(run, masked.slice(index + run.length, index + run.length + 1)),
  );
}
