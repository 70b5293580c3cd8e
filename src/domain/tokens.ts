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
const titleSign = titleMark.charCodeAt(0);

/** Letters without anything between them, of any script; digits are not indexed. */
const runs = /\p{L}+/gu;

/**
 * The pieces by which a text is found: each pair of letters that stand side by side, and the letter that ends a run. Every letter is the first
 * of a piece, so that one alone is found by its beginning.
 */
export function piecesOf(text: string): Set<string> {
  const pieces = new Set<string>();
  for (const [run] of foldText(text).matchAll(runs)) {
    const letters = Array.from(run);
    letters.forEach((letter, at) => pieces.add(letter + (letters[at + 1] ?? '')));
  }
  return pieces;
}

/** The pieces a text must have to hold a word: its pairs, or the letter itself where it stands alone, with which one begins. */
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
  return indexPlainWords(title, texts) ?? indexAnyWords(title, texts);
}

/** The same, whatever signs the texts hold. */
export function indexAnyWords(title: string, texts: readonly string[]): string {
  const ofTitle = piecesOf(title.replaceAll(titleMark, ''));
  const all = new Set(ofTitle);
  for (const text of texts) for (const piece of piecesOf(text.replaceAll(titleMark, ''))) all.add(piece);
  return [...all, ...[...ofTitle].map(markTitle)].join(' ');
}

/** A piece as it is indexed where it stands in a title. */
export function markTitle(piece: string): string {
  return titleMark + piece;
}

/** Whether a piece to find is a letter that stands alone: pieces that begin with it are meant. */
export function isLetterAlone(piece: string): boolean {
  return Array.from(piece.startsWith(titleMark) ? piece.slice(titleMark.length) : piece).length === 1;
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

/** What a sign of a plain text is: a letter by its number, 0 for what parts runs; -1 for a sign that folding may change. */
function letterOf(sign: number): number {
  if (sign >= 0x4e00 && sign <= 0x9fff) return sign;
  if (sign < 0x80) {
    if (sign >= 0x61 && sign <= 0x7a) return sign;
    return sign >= 0x41 && sign <= 0x5a ? sign + 0x20 : 0;
  }
  return plainMarks.has(sign) ? 0 : -1;
}

/** Marks of Chinese texts: whatever folding makes of them, they part runs. */
const plainMarks: ReadonlySet<number> = new Set(
  Array.from('，。、；：？！（）“”‘’《》【】—…\u3000', (mark) => mark.charCodeAt(0)),
);

/** Texts of more signs go the long way. */
const longestPlain = 1000;
/** Places for pieces, by their number; more than twice as many as a text has. */
const places = 8192;

/** Pieces that were met in a text: two letters in one number, the stamp says in which text. */
const met = { pieces: new Uint32Array(places), stamps: new Uint32Array(places), stamp: 0 };
const written = new Uint16Array(16 * longestPlain);
const space = 0x20;

/** Whether a piece was not met before in this text. */
function isNewPiece(piece: number): boolean {
  const { pieces, stamps, stamp } = met;
  for (let at = Math.imul(piece, 0x9e3779b1) >>> 19; ; at = (at + 1) % places) {
    if (stamps[at] !== stamp) {
      stamps[at] = stamp;
      pieces[at] = piece;
      return true;
    }
    if (pieces[at] === piece) return false;
  }
}

/**
 * The words of texts that hold nothing but usual characters, letters without accents, figures and marks: nearly all of an import, for which
 * this takes a fifth of the time. Undefined for others.
 */
function indexPlainWords(title: string, texts: readonly string[]): string | undefined {
  const length = texts.reduce((sum, text) => sum + text.length, title.length);
  if (length > longestPlain) return undefined;
  met.stamp = (met.stamp + 1) >>> 0;
  let end = 0;
  let endOfTitle = 0;
  for (let at = -1; at < texts.length; at += 1) {
    const text = at < 0 ? title : (texts[at] ?? '');
    let last = 0;
    for (let place = 0; place < text.length; place += 1) {
      const letter = letterOf(text.charCodeAt(place));
      if (letter < 0) return undefined;
      if (last > 0) {
        if (letter > 0) {
          if (isNewPiece(last * 0x10000 + letter)) {
            written[end] = last;
            written[end + 1] = letter;
            written[end + 2] = space;
            end += 3;
          }
        } else if (isNewPiece(last)) {
          written[end] = last;
          written[end + 1] = space;
          end += 2;
        }
      }
      last = letter;
    }
    if (last > 0 && isNewPiece(last)) {
      written[end] = last;
      written[end + 1] = space;
      end += 2;
    }
    if (at < 0) endOfTitle = end;
  }
  for (let at = 0; at < endOfTitle; at += 1) {
    if (at === 0 || written[at - 1] === space) {
      written[end] = titleSign;
      end += 1;
    }
    written[end] = written[at] ?? 0;
    end += 1;
  }
  return Buffer.from(written.buffer, 0, Math.max(end - 1, 0) * 2).toString('utf16le');
}
