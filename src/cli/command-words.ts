import { valuedGlobals } from './global-options.ts';
import type { CommandWords } from '../text/command-words.ts';
import type { Summaries } from '../text/shape.ts';

/** What an input method writes in place of two hyphens. */
const leadingDashes = /^[\u2010-\u2015\u2212\u2500\uFE58\uFE63\uFF0D-]{1,4}(?=[\u4E00-\u9FFF])/u;

/** What stands for words in one direction: of nouns, of verbs below each noun, of options. */
interface Dictionary {
  readonly noun: (word: string) => string | undefined;
  readonly below: (
    path: readonly string[],
    word: string,
  ) => { readonly word: string; readonly name: string } | undefined;
  readonly option: (word: string) => string | undefined;
}

/** The English words of a command line whose words are Chinese, or both; all else stays as it is. */
export function toEnglish(args: readonly string[], words: CommandWords): string[] {
  const nouns = new Map(Object.entries(words.nouns).map(([name, word]) => [word, name]));
  const below = new Map(
    Object.entries({ ...words.inner, ...words.verbs }).map(([name, word]) => [
      keyOf(parentOf(name), word),
      lastOf(name),
    ]),
  );
  const options = new Map(Object.entries(words.options).map(([name, word]) => [word, name]));
  return translate(args, words, {
    noun: (word) => nouns.get(word),
    below: (path, word) => {
      const found = below.get(keyOf(path, word));
      return found === undefined ? undefined : { word: found, name: found };
    },
    option: (word) => options.get(word),
  });
}

/** The Chinese words of a command line whose words are English; what has none stays as it is. */
export function toChinese(args: readonly string[], words: CommandWords): string[] {
  const names: Readonly<Record<string, string | undefined>> = { ...words.inner, ...words.verbs };
  return translate(args, words, {
    noun: (word) => words.nouns[word],
    below: (path, word) => {
      const found = names[[...path, word].join(' ')];
      return found === undefined ? undefined : { word: found, name: word };
    },
    option: (word) => words.options[word],
  });
}

/** A sentence with the commands in it (`liaison unit list`) in Chinese words. */
export function commandsInChinese(sentence: string, words: CommandWords): string {
  return sentence.replaceAll(/liaison((?: +[^\s，。；、（）]+)+)/gu, (_whole, line: string) => {
    const parts = line.split(/( +)/u);
    const args = parts.filter((part) => part.trim() !== '');
    const translated = toChinese(args, words);
    let at = 0;
    return `liaison${parts.map((part) => (part.trim() === '' ? part : (translated[at++] ?? ''))).join('')}`;
  });
}

/** What a command is called for a reader: in their words, with the English ones behind, where they have words of their own. */
export function nameInWords(name: string, { words }: Pick<Summaries, 'words'>): string {
  return words === null ? name : `${toChinese(name.split(' '), words).join(' ')}  ${name}`;
}

/** Words of a command in Chinese: of a whole one, or of what stands behind its noun. */
export function inWords(name: string, noun: string | undefined, words: CommandWords): string {
  const before = noun === undefined ? [] : noun.split(' ');
  return toChinese([...before, ...name.split(' ')], words)
    .slice(before.length)
    .join(' ');
}

function translate(args: readonly string[], words: CommandWords, dictionary: Dictionary): string[] {
  const end = args.indexOf('--');
  let path: readonly string[] = [];
  let isOpen = true;
  return args.map((arg, at) => {
    if (end >= 0 && at >= end) return arg;
    // An input method writes other dashes; what only looks like an option is left alone.
    const dashed = arg.replace(leadingDashes, '--');
    if (dashed.startsWith('--')) {
      const [name = '', ...value] = dashed.split(/[=＝]/u);
      const found = dictionary.option(name);
      return found === undefined ? arg : [found, ...value].join('=');
    }
    const before = args[at - 1];
    if (
      arg.startsWith('-') ||
      !isOpen ||
      (before !== undefined && valuedGlobals.has(englishOption(before, words)))
    )
      return arg;
    if (path.length === 0) {
      const noun = dictionary.noun(arg);
      path = [Object.hasOwn(words.nouns, arg) ? arg : (noun ?? arg)];
      // Of `help` the words of a command follow.
      if (path[0] === 'help') path = [];
      return noun ?? arg;
    }
    const found = dictionary.below(path, arg);
    const name = found?.name ?? arg;
    isOpen = Object.hasOwn(words.inner, [...path, name].join(' '));
    path = [...path, name];
    return found?.word ?? arg;
  });
}

function englishOption(word: string, { options }: CommandWords): string {
  return Object.keys(options).find((name) => options[name] === word) ?? word;
}

function keyOf(path: readonly string[], word: string): string {
  return [...path, word].join(' ');
}

function parentOf(name: string): readonly string[] {
  return name.split(' ').slice(0, -1);
}

function lastOf(name: string): string {
  return name.split(' ').at(-1) ?? name;
}
