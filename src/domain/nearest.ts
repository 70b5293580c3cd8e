import { distance } from 'fastest-levenshtein';

/** How much further than the nearest another may be to be named too. */
const reach = 0.2;

/** A name that something answers to. */
export interface Named {
  readonly name: string;
  readonly words: readonly string[];
}

/** Of ten signs so many may differ. */
const tolerance = 0.5;

/**
 * The names whose words come nearest to what was typed, the nearest first, so many at most: the word itself, one that begins like it or holds it, one with a slip or
 * two in it (of two Chinese signs one). Where one is the word itself, no other is meant.
 */
export function findNearest(typed: string, among: readonly Named[], most = 5): string[] {
  const word = typed.normalize('NFKC').toLowerCase();
  if (word === '') return [];
  const rated = among.flatMap(({ name, words }) => {
    const best = Math.min(...words.filter((one) => one !== '').map((one) => rate(word, one.toLowerCase())));
    return best <= tolerance ? [{ name, best }] : [];
  });
  const nearest = Math.min(...rated.map(({ best }) => best));
  return rated
    .filter(({ best }) => best === 0 || (nearest > 0 && best <= nearest + reach))
    .sort((one, other) => one.best - other.best)
    .slice(0, most)
    .map(({ name }) => name);
}

/** How far a word is from another: 0 is the same, 1 has nothing to do with it. */
function rate(typed: string, word: string): number {
  if (typed === word) return 0;
  if (typed.length > 1 && word.startsWith(typed)) return 0.1;
  if (word.length > 1 && typed.includes(word)) return 0.2;
  if (typed.length > 1 && word.includes(typed)) return 0.25;
  if (isTurned(typed, word)) return 0.15;
  return distance(typed, word) / Math.max(typed.length, word.length);
}

/** Whether two words have the same signs in another order: teir, tier. */
function isTurned(one: string, other: string): boolean {
  const sorted = (text: string): string => Array.from(text).sort().join('');
  return one.length > 2 && one.length === other.length && sorted(one) === sorted(other);
}
