/** A text as it is compared: full-width and half-width alike, capitals and small letters alike. */
export function foldText(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}

/** The ways in which signs without letters are written: as they are folded, and full-width. */
export function writingsOf(word: string): string[] {
  const folded = foldText(word);
  const wide = folded.replace(/[!-~]/gu, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));
  return [...new Set([folded, wide])];
}

/** Marks the words of a title, which rank before those of other texts. A sign of private use, which no text holds. */
const titleMark = '\ue000';

/** Letters without anything between them, of any script; digits are not indexed. */
const runs = /\p{L}+/gu;

/** The pieces by which a text is found: each letter, and each pair of letters that stand side by side. */
export function piecesOf(text: string): Set<string> {
  const pieces = new Set<string>();
  for (const [run] of foldText(text).matchAll(runs)) {
    const letters = Array.from(run);
    letters.forEach((letter, at) => {
      pieces.add(letter);
      const next = letters[at + 1];
      if (next !== undefined) pieces.add(letter + next);
    });
  }
  return pieces;
}

/** The pieces a text must have to hold a word: its pairs, or the letter itself where it stands alone. */
export function piecesToFind(word: string): string[] {
  const pieces = new Set<string>();
  for (const [run] of foldText(word).matchAll(runs)) {
    const letters = Array.from(run);
    if (letters.length === 1) pieces.add(run);
    letters.slice(1).forEach((letter, at) => pieces.add((letters[at] ?? '') + letter));
  }
  return [...pieces];
}

/** Everything by which an appeal is found, as the index takes it in: pieces parted by spaces, those of its title marked once more. */
export function indexWords(title: string, texts: readonly string[]): string {
  const ofTitle = piecesOf(title.replaceAll(titleMark, ''));
  const all = new Set(ofTitle);
  for (const text of texts) for (const piece of piecesOf(text.replaceAll(titleMark, ''))) all.add(piece);
  return [...all, ...[...ofTitle].map(markTitle)].join(' ');
}

/** A piece as it is indexed where it stands in a title. */
export function markTitle(piece: string): string {
  return titleMark + piece;
}

/** How alike two texts are: the pairs they share against all they have, 0 to 1. */
export function shareOfPairs(one: string, other: string): number {
  const pairs = (text: string): string[] =>
    [...piecesOf(text)].filter((piece) => Array.from(piece).length === 2);
  const first = new Set(pairs(one));
  const second = pairs(other);
  if (first.size + second.length === 0) return 0;
  return (2 * second.filter((pair) => first.has(pair)).length) / (first.size + second.length);
}
