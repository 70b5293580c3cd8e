import { foldText } from './tokens.ts';

/** A part of a text around a word: what stands before it, the word as the text writes it, and what comes after. */
export interface Excerpt {
  readonly before: string;
  readonly word: string;
  readonly after: string;
}

/** Signs that are shown on either side of a word. */
const reach = 24;

/** Whether a text holds a word, full-width or half-width, capital or small. */
export function holdsWord(text: string, word: string): boolean {
  return foldText(text).includes(foldText(word));
}

/** Finds a word in a text and cuts out what stands around it; undefined where the text does not hold it. */
export function findExcerpt(text: string, word: string): Excerpt | undefined {
  const signs = Array.from(text.replaceAll(/\s+/gu, ' '));
  let folded = '';
  /** For each sign of the folded text, which sign of the text it came of. */
  const origins: number[] = [];
  signs.forEach((sign, at) => {
    const plain = foldText(sign);
    folded += plain;
    for (let count = 0; count < plain.length; count += 1) origins.push(at);
  });
  const wanted = foldText(word);
  const found = wanted === '' ? -1 : folded.indexOf(wanted);
  const from = origins[found];
  if (found < 0 || from === undefined) {
    // Signs that only become one when they stand together: the text is shown from its beginning.
    if (wanted === '' || !holdsWord(text, word)) return undefined;
    const start = signs.slice(0, 2 * reach).join('');
    return { before: start, word: '', after: signs.length > 2 * reach ? '…' : '' };
  }
  const until = (origins[found + wanted.length - 1] ?? from) + 1;
  const start = Math.max(0, from - reach);
  const end = Math.min(signs.length, until + reach);
  return {
    before: (start > 0 ? '…' : '') + signs.slice(start, from).join(''),
    word: signs.slice(from, until).join(''),
    after: signs.slice(until, end).join('') + (end < signs.length ? '…' : ''),
  };
}
