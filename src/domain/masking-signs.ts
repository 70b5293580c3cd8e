/** What stands in a plain text for a sign without width, a soft hyphen for one: it takes a place and shows nothing. */
const nothing = '\u200b';

/** Signs that are written in several ways, and those that have no width; the digits of mathematics take two places each. */
const manifold =
  /(?![ -])[\t\p{Zs}\p{Pd}\u2212\uff01-\uff5e\p{Default_Ignorable_Code_Point}\u20e3•‧∙⋅･・\u{1d7ce}-\u{1d7ff}]/gu;

function plainSign(sign: string): string {
  if (/[\t\p{Zs}]/u.test(sign)) return ' ';
  // The dash that is a wave stands between two figures, not inside one.
  if (/[\u301c\u3030]/u.test(sign)) return sign;
  if (/[\uff01-\uff5e]/u.test(sign))
    return String.fromCharCode(sign.charCodeAt(0) - 0xfee0).replace('~', sign);
  if (/[\p{Pd}\u2212]/u.test(sign)) return '-';
  if (/[•‧∙⋅･・]/u.test(sign)) return '·';
  if (/[\u{1d7ce}-\u{1d7ff}]/u.test(sign)) return sign.normalize('NFKC') + nothing;
  return nothing.repeat(sign.length);
}

/** Writes a text in plain signs, place for place: full-width as ASCII, every dash as a hyphen, every space as a blank. */
export function plain(text: string): string {
  return text.replace(manifold, plainSign);
}

/** Digits that are no figures, by what they stand for; 两 and 十 count, they spell no number. */
const spelled = [
  '〇零○⓪⓿', '一幺壹①❶➀➊⓵⑴¹₁㊀⒈㈠', '二贰貳②❷➁➋⓶⑵²₂㊁⒉㈡', '三叁叄③❸➂➌⓷⑶³₃㊂⒊㈢', '四肆④❹➃➍⓸⑷⁴₄㊃⒋㈣',
  '五伍⑤❺➄➎⓹⑸⁵₅㊄⒌㈤', '六陆陸⑥❻➅➏⓺⑹⁶₆㊅⒍㈥', '七柒⑦❼➆➐⓻⑺⁷₇㊆⒎㈦', '八捌⑧❽➇➑⓼⑻⁸₈㊇⒏㈧', '九玖⑨❾➈➒⓽⑼⁹₉㊈⒐㈨',
] as const; // prettier-ignore

/** What each of them becomes: a sign of its own, so that 三 before a phone is not taken for a digit of it. */
const spelledSigns: ReadonlyMap<string, string> = new Map(
  spelled.flatMap((signs, digit) =>
    Array.from(signs, (sign) => [sign, String.fromCharCode(0xe000 + digit)] as const),
  ),
);

const spelledSign = new RegExp(`[${spelled.join('')}]`, 'gu');

/** Class of the digits that are spelled, inside brackets, after `plainDigits`. */
export const spelledClass = '\\ue000-\\ue009';

/** Writes a plain text with every spelled digit as the sign for it, place for place. */
export function plainDigits(view: string): string {
  return view.replace(spelledSign, (sign) => spelledSigns.get(sign) ?? sign);
}

/** The digit that a sign stands for after `plainDigits`; what is none is left away. */
export function digitsOf(text: string): string {
  let digits = '';
  for (const sign of text) {
    if (sign >= '0' && sign <= '9') digits += sign;
    else if (sign >= '\ue000' && sign <= '\ue009') digits += String(sign.charCodeAt(0) - 0xe000);
  }
  return digits;
}

/** As many digits has the shortest number that is masked. */
const fewestDigits = 5;

/** Which signs of two bytes are digits in any writing; made when it is first asked for. */
let digitSigns: Uint8Array | undefined;

function listDigitSigns(): Uint8Array {
  const signs = new Uint8Array(0x10000);
  for (const sign of `0123456789０１２３４５６７８９${spelled.join('')}`) signs[sign.charCodeAt(0)] = 1;
  return signs;
}

/** The digits of mathematics, which take two places: the first, and between which signs the second is. */
const mathematical = { first: 0xd835, from: 0xdfce, until: 0xdfff } as const;

/** Whether a text can hold a number that is masked; costs a tenth of looking for one, and nearly every text of an import is asked. */
export function hasDigits(text: string): boolean {
  const signs = (digitSigns ??= listDigitSigns());
  let count = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    const { first, from, until } = mathematical;
    const next = code === first ? text.charCodeAt(at + 1) : 0;
    if (signs[code] === 1 || (next >= from && next <= until)) count += 1;
    if (count === fewestDigits) return true;
  }
  return false;
}

/**
 * Replaces in a text what a pattern finds in a view of it that is the same place for place. What is given no mask stays, and the
 * search goes on with the sign after its first.
 */
export function replaceIn(
  text: string,
  view: string,
  pattern: RegExp,
  mask: (match: RegExpExecArray) => string | undefined,
): string {
  let masked = '';
  let from = 0;
  pattern.lastIndex = 0;
  for (let match = pattern.exec(view); match !== null; match = pattern.exec(view)) {
    const put = mask(match);
    if (put === undefined) {
      pattern.lastIndex = match.index + 1;
      continue;
    }
    masked += text.slice(from, match.index) + put;
    from = match.index + match[0].length;
  }
  return masked + text.slice(from);
}
