import { distance } from 'fastest-levenshtein';

/** A name that something answers to. */
export interface Named {
  readonly name: string;
  readonly words: readonly string[];
}

/** Of ten signs so many may differ. */
const tolerance = 0.45;

/**
 * The names whose words come nearest to what was typed, the nearest first, so many at most: the word itself, one that begins like it or holds it, one with a slip or
 * two in it. Where one is the word itself, no other is meant. Chinese words are short: one sign of two may differ in none.
 */
export function findNearest(typed: string, among: readonly Named[], most = 5): string[] {
  const word = typed.normalize('NFKC').toLowerCase();
  if (word === '') return [];
  const rated = among.flatMap(({ name, words }) => {
    const best = Math.min(...words.filter((one) => one !== '').map((one) => rate(word, one.toLowerCase())));
    return best <= tolerance ? [{ name, best }] : [];
  });
  const isExact = rated.some(({ best }) => best === 0);
  return rated
    .filter(({ best }) => !isExact || best === 0)
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
  return distance(typed, word) / Math.max(typed.length, word.length);
}
