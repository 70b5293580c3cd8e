import { givenNameOf, givenPattern } from './masking-given.ts';
import type { Name } from './masking-callers.ts';
import { plainDoubleNames } from './family-names.ts';
import { commonFamilyName, noNames, takeApart } from './masking-callers.ts';
import { maskNumbers } from './masking-numbers.ts';
import { maskKnownPhone } from './masking-phones.ts';
import { plain, replaceIn } from './masking-signs.ts';

function maskSigns(signs: string): string {
  const [first = '', ...rest] = Array.from(signs);
  return first + '*'.repeat(Math.max(rest.length, 1));
}

/** Masks a name found in a field or a text; words of Latin letters each. */
function maskWords({ signs, parts }: Name): string {
  return parts.length > 0 && !/\p{Script=Han}/u.test(signs)
    ? parts.map(maskSigns).join(' ')
    : maskSigns(signs);
}

/**
 * Masks the names of a caller field, the first character of each stays: 王某某 becomes 王**, 业主王小明和李红 业主王**和李*. Numbers
 * and accounts in it are masked too.
 */
export function maskName(name: string): string {
  const field = maskNumbers(name.trim());
  const { names, accounts } = takeApart(field);
  const places = [
    ...names
      .filter(({ signs, to }) => signs.length > 1 || field[to] !== '*')
      .map((one) => ({ ...one, mask: maskWords(one) })),
    ...accounts.map((one) => ({ ...one, mask: `${Array.from(field.slice(one.from, one.to))[0] ?? ''}****` })),
  ].sort((a, b) => a.from - b.from);
  let masked = '';
  let from = 0;
  for (const { from: start, to, mask } of places) {
    masked += field.slice(from, start) + mask;
    from = to;
  }
  masked = (masked + field.slice(from)).replace(/\p{Nd}{5,}/gu, '****');
  // What is no name that is known, 匿名 or another sign, is masked as one; what is masked stays.
  return masked !== '' && masked === name.trim() && !masked.includes('*') ? maskSigns(masked) : masked;
}

/** Patterns made before: the texts of one appeal are masked one after the other. */
const patterns = new Map<string, RegExp>();

function patternOf(source: string): RegExp {
  const there = patterns.get(source);
  if (there !== undefined) return there;
  const pattern = new RegExp(source, 'giu');
  if (patterns.size >= 500) patterns.clear();
  patterns.set(source, pattern);
  return pattern;
}

/** What may stand between the signs of a name. */
const between = "[\\s·.\\u200b'’-]{0,2}";

function spaced(signs: string): string {
  // What parts the signs may be left out or be another: O'Brien, O’Brien, Jean-Pierre, Jean Pierre.
  const own = Array.from(signs).filter((sign) => !/['’-]/u.test(sign));
  return own.map((sign) => sign.replace(/[\\^$.*+?()[\]{}|/]/gu, '\\$&')).join(between);
}

/** Whether signs are a name that can be told from other words. */
function isTold(signs: string): boolean {
  if (noNames.has(signs.toLowerCase())) return false;
  const letters = signs.match(/\p{L}/gu)?.length ?? 0;
  return /\p{Script=Han}/u.test(signs) ? letters >= 2 : letters >= 3;
}

/** Makes a pattern of Latin letters one that stands as a word. */
const alone = (source: string): string => `(?<!\\p{Script=Latin})${source}(?!\\p{Script=Latin})`;

interface Hidden {
  readonly source: string;
  readonly mask: string;
  /** A sign without which it is not there. */
  readonly first: string;
}

/** Lists what hides the names of a caller, the longest first. */
function listHidden(names: readonly Name[]): Hidden[] {
  const hidden: Hidden[] = [];
  const add = (signs: string, mask: string, source: string): void => {
    if (isTold(signs)) hidden.push({ source, mask, first: Array.from(signs)[0] ?? '' });
  };
  for (const name of names) {
    const { signs, parts, inner } = name;
    const isHan = /\p{Script=Han}/u.test(signs);
    if (isHan) {
      add(signs, maskSigns(signs), spaced(signs));
      if (inner !== null) add(inner, maskSigns(inner), spaced(inner));
      for (const part of parts.filter(({ length }) => length >= 3)) add(part, maskSigns(part), spaced(part));
      continue;
    }
    const sides = parts.length === 2 ? [parts, parts.toReversed()] : [parts];
    for (const words of sides.filter(({ length }) => length > 1))
      add(
        words.join(''),
        words.map(maskSigns).join(' '),
        alone(words.map(spaced).join('[\\s,.·\\u200b-]{0,3}')),
      );
    for (const part of parts.length === 0 ? [signs] : parts) add(part, maskSigns(part), alone(spaced(part)));
  }
  for (const { signs, parts } of names) {
    // A short part of a long name, 古丽, is as a given name.
    const own = parts.filter((part) => /^\p{Script=Han}{2}$/u.test(part));
    for (const given of parts.length === 0 ? [givenNameOf(signs)] : own)
      if (given !== null)
        hidden.push({ source: givenPattern(given), mask: '**', first: Array.from(given)[0] ?? '' });
  }
  return hidden;
}

/** Names of one field that are looked for in every writing; of more, a list of a whole village, each as it is written. */
const mostNames = 60;

/** Masks in a text the names, accounts and numbers of a caller field, wherever they recur and however they are written. */
export function maskCaller(text: string, caller: string): string {
  const { names } = takeApart(maskNumbers(caller));
  const told = names.filter(({ signs }) => isTold(signs));
  let masked = text;
  const near = told.filter(({ signs }) => Array.from(signs).length <= 40).slice(0, mostNames);
  let view = plain(masked).toLowerCase();
  for (const { source, mask, first } of listHidden(near)) {
    if (!view.includes(first.toLowerCase())) continue;
    const changed = replaceIn(masked, plain(masked), patternOf(source), () => mask);
    if (changed === masked) continue;
    masked = changed;
    view = plain(masked).toLowerCase();
  }
  const kept = new Set(near);
  for (const name of told.filter((one) => !kept.has(one)))
    masked = masked.replaceAll(name.signs, () => maskWords(name));
  return maskAccounts(masked, caller);
}

/** Writes a pattern of an account, in any case, its parts apart or not: BTDT-0815, btdt 0815. */
function accountPattern(account: string): string {
  const chunks = account.split(/[^\p{L}\p{N}]+/u).filter((chunk) => chunk !== '');
  const source = chunks.map((chunk) => Array.from(chunk).join('\\u200b?')).join('[\\s_.@+\\u200b-]{0,2}');
  const before = /^\d/u.test(account) ? '\\d' : '\\p{Script=Latin}';
  const after = /\d$/u.test(account) ? '\\d' : '\\p{Script=Latin}';
  return `(?<!${before})${source}(?!${after})`;
}

/** Masks accounts and numbers that stand in a caller field. */
function maskAccounts(text: string, caller: string): string {
  const view = plain(caller);
  let masked = text;
  for (const [at, { from, to }] of takeApart(caller).accounts.entries()) {
    const account = view.slice(from, to).replace(/[^\p{L}\p{N}]+$/u, '');
    const mask = (): string => `${Array.from(account)[0] ?? ''}****`;
    masked =
      at < mostNames && account.length <= 60
        ? replaceIn(masked, plain(masked), patternOf(accountPattern(account)), mask)
        : masked.replaceAll(account, mask);
  }
  const numbers = view.match(/\d(?:[ .-]?\d){4,}/gu) ?? [];
  for (const number of new Set(numbers.slice(0, mostNames))) {
    const digits = number.replace(/\D/gu, '');
    // When somebody called is no number of theirs; those of services begin with 1 or 9: 12345, 95598.
    if (/^(?:19|20)\d{2}(?:0[1-9]|1[0-2])[0-3]\d$|^[19]\d{4}$/u.test(digits)) continue;
    masked =
      digits.length > 5
        ? maskKnownPhone(masked, digits)
        : masked.replace(patternOf(`(?<!\\d)${digits}(?!\\d)`), '****');
  }
  return masked;
}

/** What a name does not end in: places, bodies, and what is counted or filed. */
const noEnd =
  '(?<![路街巷村镇乡县区市局委办店厂室栋院校所处部站司层号元会类单组科股队台线网件案岗馆库书证表票页卷第期批])';
const nameAlone = new RegExp(
  [
    `(?<!\\p{L})(?:${commonFamilyName}\\p{Script=Han}{2}${noEnd}|(?:${plainDoubleNames.join('|')})\\p{Script=Han}{1,3}${noEnd}|${commonFamilyName}[某×]{1,2})(?!\\p{L})`,
    `${commonFamilyName}\\p{Script=Han}{0,2}(?:先生|女士|小姐)`,
  ].join('|'),
  'u',
);

/** Whether a value holds something that looks like a person's name: one of three characters, or of a double family name, on its own, or one with 先生, 女士. */
export function holdsName(value: string): boolean {
  return nameAlone.test(plain(value));
}
