import { join, relative, resolve } from 'node:path';
import type { Chance } from './chance.ts';
import type { City, World } from './city.ts';
import type { Grammar, OptionShape, Slot, Verb } from './grammar.ts';
import type { Occasion } from './values.ts';
import { annoy, spoil, suit } from './values.ts';

/** The folder of every case, below the one that is looked after, so that `..` leads nowhere else. */
export const inside = join('a', 'b', 'c');

/** How lines are made: shares of values that do not suit, and of options that are said without need. */
export interface Manner {
  readonly nasty: number;
  readonly near: number;
  readonly options: number;
  /** Share of lines that are broken in their structure. */
  readonly broken: number;
}

export const wild: Manner = { nasty: 0.2, near: 0.1, options: 0.25, broken: 0.15 };
export const steady: Manner = { nasty: 0.02, near: 0.02, options: 0.2, broken: 0 };

/** Options without which a verb asks or refuses, though none of them is mandatory by itself. */
const needed: Readonly<Record<string, readonly string[]>> = {
  'appeal log': ['--kind', '--channel', '--title'],
  'tier override': ['--tier', '--reason', '--document-no'],
  'tier adopt': ['--reason', '--allow-missing'],
  'appeal transfer': ['--reason'],
  'desk form': ['--output'],
};
/** Options of which a verb wants one. */
const alternatives: Readonly<Record<string, readonly string[]>> = {
  'appeal decide': ['--uphold', '--reject'],
  'appeal link': ['--duplicate-of', '--repeat-of', '--related'],
  'appeal assist': ['--add', '--remove'],
};

/** Makes one command line. */
export function makeLine(
  grammar: Grammar,
  verb: Verb,
  { world, today, city }: { readonly world: World; readonly today: string; readonly city: City },
  manner: Manner,
  chance: Chance,
): string[] {
  const occasion: Occasion = { verb: verb.path, world, today, codes: city.codes };
  const value = (slot: Slot): string => {
    const drawn = chance.next();
    if (drawn < manner.nasty) return annoy(chance);
    const suiting = suit(slot, occasion, chance);
    return drawn < manner.nasty + manner.near ? spoil(suiting, chance) : suiting;
  };
  const several = (slot: Slot): string[] => {
    const isMany = chance.happens(verb.path[1] === 'split' || slot.name === 'runs' ? 0.9 : 0.3);
    const count = slot.isVariadic && isMany ? chance.between(2, 3) : 1;
    return Array.from({ length: count }, () => value(slot));
  };
  const values = verb.slots.flatMap((slot) =>
    chance.happens(slot.isRequired || slot.isVariadic ? 0.97 : 0.6) ? several(slot) : [],
  );
  const name = verb.path.join(' ');
  const one = alternatives[name] === undefined ? undefined : chance.pick(alternatives[name]);
  const isSaid = ({ flags, isMandatory, slot }: OptionShape): boolean => {
    const [flag = ''] = flags;
    if (manner === wild) return chance.happens(isMandatory ? 0.9 : manner.options);
    if (isMandatory || flag === one || needed[name]?.includes(flag) === true) return true;
    if (alternatives[name]?.includes(flag) === true || flag === '--from-file') return false;
    if (flag === '--withdraw') return chance.happens(0.02);
    if (flag === '--text' && one === '--reject') return true;
    if (['--time', '--dry-run', '--encoding', '--tab', '--map', '--resolve'].includes(flag)) return chance.happens(0.05); // prettier-ignore
    if (flag === '--from' && verb.path[0] === 'appeal') return chance.happens(0.05);
    return chance.happens(slot === undefined ? 0.25 : manner.options);
  };
  const say = (option: OptionShape): string[] => {
    const flag = chance.pick(option.flags);
    if (option.slot === undefined) return [flag];
    const given = several(option.slot);
    return chance.happens(0.2) && flag.startsWith('--') && given.length === 1
      ? [`${flag}=${given[0] ?? ''}`]
      : [flag, ...given];
  };
  const options = verb.options.filter(isSaid).map(say);
  const isFirst = chance.happens(0.5);
  const own = isFirst ? [...values, ...options.flat()] : [...options.flat(), ...values];
  const isNeeded = (flag: string): boolean => needed[name]?.includes(flag) === true;
  const { before, after } = sayGlobals(grammar, city, manner, chance, { say, isNeeded });
  const line = [...before, ...verb.path, ...own, ...after];
  return (chance.happens(manner.broken) ? breakLine(line, chance) : line).map(keepInside);
}

function sayGlobals(
  grammar: Grammar,
  city: City,
  manner: Manner,
  chance: Chance,
  { say, isNeeded }: { say: (option: OptionShape) => string[]; isNeeded: (flag: string) => boolean },
): { before: string[]; after: string[] } {
  const before: string[] = [];
  const after: string[] = [];
  for (const option of grammar.globals) {
    const [flag = ''] = option.flags;
    const share: Readonly<Record<string, number>> = { '--version': 0.002, '--db': 0.01, '--yes': 0.8, '--lang': 0.1, '--json': 0, '--in': city.codes.length > 1 ? 0.9 : 0.02 }; // prettier-ignore
    if (!isNeeded(flag) && !chance.happens(share[flag] ?? (manner === wild ? 0.08 : 0.03))) continue;
    (chance.happens(0.3) ? before : after).push(...say(option));
  }
  if (chance.happens(0.35)) {
    if (chance.happens(0.4)) before.unshift('--json');
    else after.push('--json');
  }
  return { before, after };
}

/** Breaks a line as slips of the hand do, and worse. */
function breakLine(line: readonly string[], chance: Chance): string[] {
  const at = chance.below(line.length);
  const to = chance.below(line.length);
  const token = line[at] ?? '';
  return chance.pick<() => string[]>([
    () => line.filter((_one, index) => index !== at),
    () => [...line.slice(0, at), token, ...line.slice(at)],
    () => [...line.slice(0, at), annoy(chance), ...line.slice(at)],
    () => [...line.slice(0, at), spoil(token, chance), ...line.slice(at + 1)],
    () => line.map((one, index) => (index === at ? (line[to] ?? '') : index === to ? token : one)),
    () => [...line.slice(0, at), '--', ...line.slice(at)],
    () => [...line.slice(0, at), `--${annoy(chance)}`, ...line.slice(at)],
    () => line.slice(0, at),
    () => [...line.slice(0, at), '--help', ...line.slice(at)],
    () => ['help', ...line],
  ])();
}

/** Lets no name lead out of the folder that is looked after. */
function keepInside(token: string): string {
  const at = token.startsWith('--') ? token.indexOf('=') + 1 : 0;
  const name = token.slice(at);
  const path = relative('/base', resolve('/base', inside, name));
  return path.startsWith('..') ? `${token.slice(0, at)}../..` : token;
}

/** A line as it can be pasted into a shell. */
export function quoteLine(args: readonly string[]): string {
  return ['liaison', ...args.map(quoteWord)].join(' ');
}

function quoteWord(word: string): string {
  const run = /^(?<sign>.)\k<sign>{999,}$/su.exec(word)?.groups?.['sign'];
  if (run !== undefined) return `"$(printf '${run}%.0s' {1..${String(Array.from(word).length)}})"`;
  if (/^[\p{L}\p{N}_./:=,〔〕（）+@%-]+$/u.test(word)) return word;
  // What stands invisibly is written as an escape.
  if (/[\p{C}\p{Z}\\]/u.test(word.replaceAll(' ', '')))
    return `$'${word
      .replaceAll('\\', '\\\\')
      .replaceAll("'", "\\'")
      .replace(/(?! )[\p{C}\p{Z}]/gu, (sign) => escape(sign))}'`;
  return `'${word.replaceAll("'", `'\\''`)}'`;
}

function escape(sign: string): string {
  const code = sign.codePointAt(0) ?? 0;
  if (code < 0x80) return `\\x${code.toString(16).padStart(2, '0')}`;
  return code < 0x10000
    ? `\\u${code.toString(16).padStart(4, '0')}`
    : `\\U${code.toString(16).padStart(8, '0')}`;
}
