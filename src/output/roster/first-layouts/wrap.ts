import { displayWidth, takeWidth } from '../../wrap.ts';

/** Signs that do not begin a line in Chinese typesetting. */
const neverFirst = new Set('，。、；：！？）》】”’％,.;:!?)]}%');

/** Breaks text into lines of at most a width as the first layouts do, whose bytes depend on it. */
export function wrapText(text: string, width: number): string[] {
  return text.split('\n').flatMap((line) => wrapLine(line, Math.max(width, 2)));
}

function wrapLine(line: string, width: number): string[] {
  if (displayWidth(line) <= width) return [line];
  const lines: string[] = [];
  let current = '';
  for (const piece of splitPieces(line)) {
    if (current.trim() !== '' && displayWidth(current + piece) > width) {
      const { stays, moves } = neverFirst.has(piece) ? breakBefore(current) : { stays: current, moves: '' };
      // An opening bracket goes along with what it opens.
      const opening = /[（《【“‘([{]+$/u.exec(stays.trimEnd())?.[0] ?? '';
      const whole = stays.trimEnd();
      const isAll = opening.length === whole.length;
      lines.push(isAll ? whole : whole.slice(0, whole.length - opening.length).trimEnd());
      current = (isAll ? '' : opening) + moves;
    }
    if (current === '' && piece === ' ') continue;
    current += piece;
    while (displayWidth(current) > width) {
      const head = takeWidth(current, width);
      lines.push(head);
      current = current.slice(head.length);
    }
  }
  if (current !== '') lines.push(current.trimEnd());
  return lines;
}

/** Breaks a line early, so that the sign which may not begin a line takes the one before it along. */
function breakBefore(line: string): { readonly stays: string; readonly moves: string } {
  const signs = Array.from(line);
  let at = signs.length - 1;
  while (at > 0 && (neverFirst.has(signs[at] ?? '') || signs[at] === ' ')) at -= 1;
  // A number or Latin word moves whole.
  while (at > 0 && !isWide(signs[at]) && !isWide(signs[at - 1]) && signs[at - 1] !== ' ') at -= 1;
  return at <= 0
    ? { stays: line, moves: '' }
    : { stays: signs.slice(0, at).join(''), moves: signs.slice(at).join('') };
}

const isWide = (sign: string | undefined): boolean => displayWidth(sign ?? '') > 1;

/** Runs of narrow signs without spaces stay together; every wide sign and every space stands alone. */
function splitPieces(line: string): string[] {
  const pieces: string[] = [];
  let word = '';
  for (const sign of line) {
    if (sign === ' ' || displayWidth(sign) > 1) {
      if (word !== '') pieces.push(word);
      pieces.push(sign);
      word = '';
    } else word += sign;
  }
  if (word !== '') pieces.push(word);
  return pieces;
}
