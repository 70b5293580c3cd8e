import { digitsOf, hasDigits, plain, plainDigits } from './masking-signs.ts';
import { parsePhones } from './phone.ts';

/**
 * Masks a phone number: 13812345678 becomes 138****5678, 2851344 becomes 285****, with its area code 0534-285****, so that both
 * together tell no more than one; short numbers vanish whole.
 */
export function maskPhone(phone: string): string {
  const several = phone.split(/[、，,;；/\n]/u).filter((part) => (part.match(/\p{Nd}/gu) ?? []).length >= 5);
  if (several.length > 1) return several.map(maskPhone).join('、');
  return maskDigits(phone.normalize('NFKC').replace(/\D/gu, ''));
}

/** Masks the mobiles among phones; offices and short numbers stay. */
export function maskMobiles(phones: string): string {
  return phones.replace(/(?<!\d)(?:(?:\+|00)?86[- ]?)?1[3-9](?:[- ]?\d){9}(?!\d)/gu, maskPhone);
}

/** Masks the digits of a phone as `maskPhone` does. */
export function maskDigits(all: string): string {
  const digits = /^(?:(?:00)?86|0)(1[3-9]\d{9})$/u.exec(all)?.[1] ?? all;
  const [, area, local] = /^(0(?:10|2\d|[3-9]\d{2}))(\d{7,8})/u.exec(digits) ?? [];
  if (area !== undefined && local !== undefined) return `${area}-${local.slice(0, 3)}****`;
  if (digits.length >= 11) return `${digits.slice(0, 3)}****${digits.slice(-4)}`;
  if (digits.length >= 7) return `${digits.slice(0, 3)}****`;
  return '****';
}

/** Whether the digit at a place and the one before are figures both, with nothing between them: parts of one number. */
export function areFigures(view: string, places: readonly number[], at: number): boolean {
  return at > 0 && at < places.length && /^\d\d$/u.test(view.slice(places[at - 1], (places[at] ?? 0) + 1));
}

/** What may stand between two digits of a phone that is known: signs of any kind, but neither letters nor digits. */
const partingSigns = /^[^\p{L}\p{N}]{0,6}$/u;

/** The digits a phone may be written with: of a landline with and without its area code, or that without its 0. */
function writings(phone: string): string[] {
  const reading = parsePhones(phone);
  if (reading.kind !== 'phones') {
    const digits = digitsOf(plainDigits(plain(phone.normalize('NFKC'))));
    // A landline whose area code has lost its 0.
    const local = /^(?:10|2\d|[3-9]\d{2})([2-9]\d{6,7})$/u.exec(digits)?.[1];
    return local === undefined ? [digits] : [`0${digits}`, digits, local];
  }
  return reading.phones.flatMap(({ areaCode: area, number, extension: behind }) => {
    const own = area === null ? [number] : [area + number, area.slice(1) + number, number];
    return behind === null ? own : [...own.map((one) => one + behind), ...own];
  });
}

/** Masks a phone that is known, in figures or spelled, whatever signs part its digits; those too short to be told from other numbers too. */
export function maskKnownPhone(text: string, phone: string): string {
  if (!hasDigits(text) || phone.length > 200) return text;
  // Shorter ones are those of services: 12345, 95598.
  const known = [...new Set(writings(phone))].filter((one) => one.length >= 6);
  return known.reduce(maskKnown, text);
}

/** The area code, without or with its 0, in figures right before a place; nothing where another number stands there. */
function areaBefore(view: string, place: number): string {
  const run = /\d*$/u.exec(view.slice(Math.max(0, place - 20), place))?.[0] ?? '';
  return /^0?(?:10|2\d|[3-9]\d{2})$/u.test(run) ? run : '';
}

function maskKnown(text: string, known: string): string {
  const view = plainDigits(plain(text));
  const values = digitsOf(view);
  if (!values.includes(known)) return text;
  const places = Array.from(view.matchAll(/[\d\ue000-\ue009]/gu), ({ index }) => index);
  const gapBefore = (at: number): string => view.slice((places[at - 1] ?? -1) + 1, places[at]);
  const areJoined = (at: number): boolean => areFigures(view, places, at);
  let masked = '';
  let from = 0;
  const isMobile = /^1[3-9]\d{9}$/u.test(known);
  for (let at = values.indexOf(known); at !== -1; at = values.indexOf(known, at + 1)) {
    const end = at + known.length;
    let isOne = (places[at] ?? 0) >= from;
    for (let next = at + 1; isOne && next < end; next += 1) isOne = partingSigns.test(gapBefore(next));
    const area = known.length < 9 ? areaBefore(view, places[at] ?? 0) : '';
    // Eleven digits are not found in another number by chance; fewer must stand alone, or behind an area code.
    if (!isOne || (known.length < 11 && ((area === '' && areJoined(at)) || areJoined(end)))) continue;
    const prefix = isMobile
      ? (/(?:(?:00|0)?86|0)$/u.exec(values.slice(Math.max(0, at - 4), at))?.[0] ?? '')
      : '';
    const first = at - prefix.length - area.length;
    const isPrefixed = /^[ -]?$/u.test(gapBefore(at)) && !areJoined(first) && (places[first] ?? 0) >= from;
    let place = places[isPrefixed ? first : at] ?? 0;
    if (place > from && isPrefixed && view[place - 1] === '+') place -= 1;
    masked += text.slice(from, place) + maskDigits(isPrefixed ? area + known : known);
    from = (places[end - 1] ?? 0) + 1;
    // The second half of a sign of two places, and what has no width, go with their digit.
    while (view[from] === '\u200b') from += 1;
  }
  return masked + text.slice(from);
}
