import { bareNumber, plainWidth } from './plain-width.ts';
import { textLimits } from './text-limits.ts';

/** A phone number as published: digits with its parts, and what stands beside it. */
export interface Phone {
  readonly kind: 'mobile' | 'landline' | 'short' | 'service';
  /** Area code of a landline when it is written, `0534`. */
  readonly areaCode: string | null;
  /** Digits without area code and extension. */
  readonly number: string;
  readonly extension: string | null;
  /** What stands beside it: 夜间, 值班. */
  readonly note: string | null;
}

export type PhoneReading =
  | { readonly kind: 'phones'; readonly phones: readonly Phone[] }
  | { readonly kind: 'run-together'; readonly part: string }
  /** A landline whose area code lacks its 0, as numbers of spreadsheets do; `whole` is what it would be with it. */
  | { readonly kind: 'zero-lost'; readonly part: string; readonly whole: string }
  | { readonly kind: 'not-a-phone'; readonly part: string };

const extensionPattern = /^(.*?)(?:转|#|ext\.?|x|-(?=\d{1,4}$)(?<=\d{7,8}-))\s*(\d{1,6})$/iu;

/**
 * Reads one phone number.
 *
 * | written | read as |
 * |---|---|
 * | 13812345678, 138-1234-5678, +86 138…, 0086 138… | mobile |
 * | 0534-2851344, (0534) 2851344, +86-534-2851344, 2851344 | landline of 7 or 8 digits, area code or none |
 * | 12345, 95588, 110 | short code, 3 to 6 digits |
 * | 400-123-4567, 800… | service number |
 * | 2851344转8001, 2851344#8001, 2851344-8001 | with extension |
 * | 2851344（夜间）, 值班：2851344 | with a note |
 */
export function parsePhone(text: string): Phone | undefined {
  const { rest, note } = takeNote(bareNumber(text));
  const plain = rest.replace(/[—–－‐]/gu, '-');
  const cut = extensionPattern.exec(plain);
  const [main, extension] = cut === null ? [plain, null] : [cut[1] ?? '', cut[2] ?? null];
  if (!/^[+\d() -]+$/u.test(main)) return undefined;
  let digits = main.replace(/\D/gu, '');
  if (main.startsWith('+') || digits.startsWith('0086')) {
    digits = digits.replace(/^00/u, '');
    if (!digits.startsWith('86')) return undefined;
    digits = digits.slice(2);
    // Abroad an area code is dialled without its 0.
    if (isLandlineWithoutZero(digits)) digits = `0${digits}`;
  }
  if (/^1[3-9]\d{9}$/u.test(digits))
    return { kind: 'mobile', areaCode: null, number: digits, extension, note };
  if (/^[48]00\d{7}$/u.test(digits))
    return { kind: 'service', areaCode: null, number: digits, extension, note };
  const area = /^(0(?:10|2\d|[3-9]\d{2}))([2-9]\d{6,7})$/u.exec(digits);
  if (area !== null) {
    return { kind: 'landline', areaCode: area[1] ?? null, number: area[2] ?? '', extension, note };
  }
  if (/^[2-9]\d{6,7}$/u.test(digits))
    return { kind: 'landline', areaCode: null, number: digits, extension, note };
  if (/^[19]\d{2,5}$/u.test(digits) && main === digits) {
    return { kind: 'short', areaCode: null, number: digits, extension, note };
  }
  return undefined;
}

/** Whether digits are a landline with an area code that lacks its 0. */
function isLandlineWithoutZero(digits: string): boolean {
  return /^(?:10|2\d|[3-9]\d{2})[2-9]\d{6,7}$/u.test(digits) && !/^[48]00\d{7}$/u.test(digits);
}

/** Parts a number from the words in brackets behind it, or before a colon in front of it. */
function takeNote(text: string): { readonly rest: string; readonly note: string | null } {
  const behind = /^(.*\d)\s*\(([^()]*[^()\d\s-][^()]*)\)$/u.exec(text);
  if (behind !== null) return { rest: behind[1] ?? '', note: (behind[2] ?? '').trim() };
  const before = /^([^()+:]{0,19}\p{L}[^()+:]{0,19}):\s*(.+)$/u.exec(text);
  if (before !== null) return { rest: before[2] ?? '', note: (before[1] ?? '').trim() };
  return { rest: text, note: null };
}

/** Reads a list of phones parted by 、 ， ； / or a line break; says which part is none, and which is two run together. */
export function parsePhones(text: string): PhoneReading {
  // No list of phones is that long, and to take it apart would take long.
  if (text.length > textLimits.phone) return { kind: 'not-a-phone', part: text.slice(0, textLimits.phone) };
  const parts = plainWidth(text)
    // Not inside brackets, where a note stands.
    .split(/[、,;/\n]+(?![^()]*\))/u)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const phones: Phone[] = [];
  for (const part of parts) {
    const phone = parsePhone(part);
    if (phone === undefined) {
      const bare = bareNumber(part).replace(/\.0+$/u, '');
      if (/^[\d-]{9,13}$/u.test(bare) && isLandlineWithoutZero(bare.replaceAll('-', '')))
        return { kind: 'zero-lost', part, whole: `0${bare}` };
      return { kind: isRunTogether(part) ? 'run-together' : 'not-a-phone', part };
    }
    phones.push(phone);
  }
  return { kind: 'phones', phones };
}

/** Whether the digits are two phones without anything between them, as in 2851344128533376. */
function isRunTogether(part: string): boolean {
  const digits = part.replace(/\D/gu, '');
  if (digits.length < 13) return false;
  // Longer than any two: to try every place where they could be parted would take long.
  if (digits.length > 32) return true;
  for (let at = 7; at <= digits.length - 7; at += 1) {
    if (parsePhone(digits.slice(0, at)) !== undefined && parsePhone(digits.slice(at)) !== undefined)
      return true;
  }
  return /^\d{14,}$/u.test(digits);
}

/** Writes a phone as it is published, with the jurisdiction's area code where a landline has none. */
export function writePhone(phone: Phone, areaCode: string | null): string {
  const area = phone.kind === 'landline' ? (phone.areaCode ?? areaCode) : null;
  const number = area === null ? phone.number : `${area}-${phone.number}`;
  const whole = phone.extension === null ? number : `${number}转${phone.extension}`;
  return phone.note === null ? whole : `${whole}（${phone.note}）`;
}

/**
 * The digits by which phones are found exactly, however they were written: a landline with the area code it has, else that of
 * the jurisdiction. What cannot be read as phones is taken by its digits, if it has five or more.
 */
export function phoneKeys(text: string, areaCode: string | null): string[] {
  const reading = parsePhones(text);
  if (reading.kind === 'phones') {
    return reading.phones.map(({ kind, number, areaCode: own }) =>
      kind === 'landline' ? (own ?? areaCode ?? '') + number : number,
    );
  }
  const digits = plainWidth(text.slice(0, textLimits.phone)).replace(/\D/gu, '');
  return digits.length >= 5 ? [digits] : [];
}
