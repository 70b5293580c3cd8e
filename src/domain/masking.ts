import { startsWithFamilyName } from './family-names.ts';
import { holdsName, maskCaller, maskName } from './masking-names.ts';
import { maskNumbers } from './masking-numbers.ts';
import { maskKnownPhone } from './masking-phones.ts';
import { plain, plainDigits } from './masking-signs.ts';

export { maskName } from './masking-names.ts';
export { maskPhone } from './masking-phones.ts';

/** What is known to be personal in a text: the caller's name and phone, and those they were taken for before. */
export interface Personal {
  readonly caller: string | null;
  readonly phone: string | null;
  readonly former?: readonly { readonly caller: string | null; readonly phone: string | null }[] | undefined;
}

/** What is known to be personal of an appeal, of what the citizen said. */
export function knownOf(fields: Personal | undefined): Personal {
  return { caller: fields?.caller ?? null, phone: fields?.phone ?? null, former: fields?.former };
}

/** Masks in a text what is known of the caller: names and phones, those of before too. */
function maskKnown(text: string, personal: Personal): string {
  let masked = text;
  for (const { caller, phone } of [personal, ...(personal.former ?? [])]) {
    if (caller !== null) masked = maskCaller(masked, caller);
    if (phone !== null) masked = maskKnownPhone(masked, phone);
  }
  return masked;
}

/**
 * Masks in free text what is personal of the caller and every number that is personal whosever it is.
 *
 * | masked | stays |
 * |---|---|
 * | each name of the caller field, a given name alone where it stands as one, accounts in it | 建设路, 城市建设 for 李建设 |
 * | the caller's phone, whatever signs part its digits | |
 * | mobiles, landlines, extensions, identity and bank card numbers: parted, broken, spelled, in circles, mixed | numbers of orders, meters, standards, houses; coordinates |
 * | after 电话, 手机, 号码 also mistyped ones | days, sums, sizes, lists |
 */
export function maskText(text: string, personal: Personal): string {
  return maskNumbers(maskKnown(text, personal));
}

/**
 * Masks what a message shows of a cell of a file: numbers that are personal, and a name where it stands as one. In a file without
 * headers, or with a row that is shifted, any cell may be a citizen's.
 */
export function maskCell(text: string): string {
  const masked = maskNumbers(text);
  return holdsName(text) ? maskName(masked) : masked;
}

/**
 * Masks what a message shows of a row where headers were looked for. A row that holds a day, a long number or a sentence is one of data:
 * of it nothing is shown but where each cell begins. Where no header `isKnown`, neither is a cell that could be a name, or what somebody says.
 */
export function maskHeaders(cells: readonly string[], isKnown = true): string[] {
  const shown = cells.map((cell) => (isKnown ? maskCell(cell.trim()) : maskUnknown(cell.trim())));
  const isData = cells.some((cell) => looksLikeData(plain(cell)));
  const one = (cell: string, masked: string): string =>
    masked === '' || timeSigns.test(cell) ? masked : maskWhole(cell.trim());
  return (isData ? shown.map((masked, at) => one(cells[at] ?? '', masked)) : shown).filter(
    (cell) => cell !== '',
  );
}

function maskUnknown(cell: string): string {
  const isName = /^[\p{Script=Han}·]{2,4}$/u.test(cell) && startsWithFamilyName(cell);
  return isName || /反映|来电|本人|诉称|业主|市民|先生|女士/u.test(cell) ? maskWhole(cell) : maskCell(cell);
}

function looksLikeData(cell: string): boolean {
  return cell.length > longestHeader || /\d{5}|\d{4}[-/.年]\d{1,2}[-/.月]\d|[,;!?。]/u.test(cell);
}

/** Longest header that is one: a phrase with a note in brackets. */
const longestHeader = 40;

/** Shows nothing of a cell but its first sign, so that it can be found. */
export function maskWhole(text: string): string {
  return `${Array.from(text)[0] ?? ''}***`;
}

/** Days and times, and what people write with them. */
const timeSigns = /^[\d\s:：/.\-年月日时分秒TZ+上下午]+$/u;

/**
 * Masks what a message shows of a cell in a file of citizens where a code or time was looked for: what is no time and no short word may be
 * what a citizen said, and what begins with a family name a citizen.
 */
export function maskStray(text: string): string {
  if (timeSigns.test(text)) return maskNumbers(text);
  if (text.length > longestWord || (startsWithFamilyName(text) && /^[\p{Script=Han}·.\s]{2,}$/u.test(text)))
    return maskWhole(text);
  return maskCell(text);
}

/** Longest word of a code that other systems use, 市长信箱转办件. */
const longestWord = 8;

/**
 * Shows an order number as every output may: whole, for it is nobody's phone; one of an older version that holds the caller's name or
 * phone is masked.
 */
export function maskOrderNumber(number: string, personal: Personal): string {
  const masked = maskKnown(number, personal);
  return masked === number ? number : maskText(number, personal);
}

/**
 * Whether the number of an order holds what is personal: the caller's name or phone, a mobile that stands on its own in any writing, an
 * identity number, or a name. A run of more digits that has eleven like a mobile in it, 13812202202070001, is a number of an order, and so
 * is 371402202202070012, whose day is none of birth.
 */
export function holdsPersonal(value: string, personal: Personal): boolean {
  const view = plainDigits(plain(value));
  return (
    maskKnown(value, personal) !== value ||
    /(?<!\d)1[3-9]\d(?:[ .-]?\d{4}){2}(?!\d)/u.test(view) ||
    /(?<![\ue000-\ue009])[\d\ue000-\ue009]{11}(?![\d\ue000-\ue009])/u.test(
      view.replaceAll(/(?<!\d)\d{11,}/gu, ''),
    ) ||
    isIdentity(view) ||
    holdsName(value)
  );
}

/** Whether a number is one of identity, by its day of birth and its last sign (GB 11643-1999). */
function isIdentity(view: string): boolean {
  const number = /(?<!\d)[1-9]\d{5}(?:19\d{2}|200\d|201[0-4])\d{7}[\dXx](?!\d)/u.exec(view)?.[0];
  if (number === undefined) return false;
  const sum = Array.from(number.slice(0, 17)).reduce(
    (all, digit, at) => all + Number(digit) * 2 ** (17 - at),
    0,
  );
  return '10X98765432'[sum % 11] === number.at(-1)?.toUpperCase();
}
