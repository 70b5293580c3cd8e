import { eastAsianWidth } from 'get-east-asian-width';
import { splitWhole } from './whole-pieces.ts';

/** Printable ASCII, one column wide, and common Chinese characters and signs, two columns wide: no table is needed. */
const isPlain = /^[ -~\u3001-\u303E\u4E00-\u9FFF\uFF01-\uFF60]*$/u;
const narrow = /[ -~]+/gu;

/** Columns a text takes in a terminal; Chinese characters take two. */
export function displayWidth(text: string): number {
  if (isPlain.test(text)) return text.length + text.replace(narrow, '').length;
  let width = 0;
  for (const sign of text) width += noWidth.test(sign) ? 0 : eastAsianWidth(sign.codePointAt(0) ?? 0);
  return width;
}

/** Marks that stand over or join the sign before them. */
const noWidth = /^[\p{Mn}\p{Me}\p{Cf}]$/u;

/** Signs that do not begin a line in Chinese typesetting, and those that do not end one. */
const neverFirst = /^[，。、；：！？）》〉】〕」』”’％…,.;:!?)\]}%]+/u;
const neverLast = /[（《〈【〔「『“‘([{]+$/u;

/**
 * Breaks text into lines of at most a width: Chinese anywhere, Latin words at spaces; numbers, phones, times and days never
 * inside, unless one is wider than the line. `measure` says how wide a text is, where it is not a terminal's.
 */
export function wrapText(text: string, width: number, measure = displayWidth): string[] {
  return text.split('\n').flatMap((line) => wrapLine(line, Math.max(width, 2), measure));
}

function wrapLine(line: string, width: number, measure: (text: string) => number): string[] {
  if (measure(line) <= width) return [line];
  const lines: string[] = [];
  let current = '';
  let room = width;
  for (const piece of splitPieces(line)) {
    const wide = measure(piece);
    if (wide > room && current !== '') {
      lines.push(current.trimEnd());
      current = '';
      room = width;
    }
    if (current === '' && piece.trim() === '' && lines.length > 0) continue;
    current += piece;
    room -= wide;
    while (room < 0) {
      const head = takeWidth(current, width, measure);
      lines.push(head);
      current = current.slice(head.length);
      room = width - measure(current);
    }
  }
  if (current.trim() !== '') lines.push(current.trimEnd());
  return lines;
}

/**
 * The pieces between which a line may end: every Chinese character, every space, every Latin word and every number by itself,
 * each with the signs that may not stand apart from it at a line's end or beginning.
 */
function splitPieces(line: string): string[] {
  const pieces: string[] = [];
  const add = (piece: string): void => {
    const last = pieces.at(-1);
    const isBound =
      last !== undefined &&
      (neverLast.test(last.trimEnd()) || (neverFirst.test(piece) && last.trim() !== ''));
    if (isBound) pieces[pieces.length - 1] = last + piece;
    else pieces.push(piece);
  };
  let word = '';
  const endWord = (): void => {
    if (word !== '') add(word);
    word = '';
  };
  for (const { text, isWhole } of splitWhole(line)) {
    // A number that a word ends with or begins with stays with it.
    if (isWhole) {
      if (/[^ -~]/u.test(text)) endWord();
      word += text;
      continue;
    }
    for (const sign of text) {
      if (sign === ' ' || displayWidth(sign) > 1 || /[“”‘’…]/u.test(sign)) {
        endWord();
        add(sign);
      } else word += sign;
    }
  }
  endWord();
  return pieces;
}

/** The pieces of a text that are never broken inside, each with the signs that stay at it: 8:30-12:00、. */
export function unbrokenPieces(text: string): string[] {
  return text
    .split('\n')
    .flatMap(splitPieces)
    .filter((piece) => /\d/u.test(piece));
}

/** The beginning of a text that fits a width. */
export function takeWidth(text: string, width: number, measure = displayWidth): string {
  let taken = '';
  for (const sign of text) {
    if (taken !== '' && measure(taken + sign) > width) break;
    taken += sign;
  }
  return taken;
}
