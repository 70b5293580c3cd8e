/** A line that is typed, and where in it the cursor stands (in UTF-16 units, never inside a sign). */
export interface EditedLine {
  readonly text: string;
  readonly cursor: number;
}

/** A key as the terminal tells it: a sign that was typed has no name of its own, or that of its letter. */
export interface Key {
  readonly name?: string | undefined;
  readonly sequence: string;
  readonly ctrl: boolean;
  readonly meta: boolean;
}

let segmenter: Intl.Segmenter | undefined;

/** The signs of a text, each whole. Making what parts them takes milliseconds: only where something is edited. */
function segment(text: string): Intl.Segments {
  segmenter ??= new Intl.Segmenter(undefined, { granularity: 'grapheme' });
  return segmenter.segment(text);
}

/** Where the sign before the cursor begins; 0 at the beginning. */
function before({ text, cursor }: EditedLine): number {
  return [...segment(text.slice(0, cursor))].at(-1)?.index ?? 0;
}

/** Where the sign after the cursor ends. */
function after({ text, cursor }: EditedLine): number {
  const [next] = segment(text.slice(cursor));
  return cursor + (next?.segment.length ?? 0);
}

/** Where the word before the cursor begins: what is not blank, and the blanks behind it. */
function wordBefore({ text, cursor }: EditedLine): number {
  return text.slice(0, cursor).replace(/\S*\s*$/u, '').length;
}

function wordAfter({ text, cursor }: EditedLine): number {
  return text.length - text.slice(cursor).replace(/^\s*\S*/u, '').length;
}

/** Puts text in at the cursor. */
export function insertText({ text, cursor }: EditedLine, added: string): EditedLine {
  return { text: text.slice(0, cursor) + added + text.slice(cursor), cursor: cursor + added.length };
}

function cut({ text }: EditedLine, from: number, to: number): EditedLine {
  return { text: text.slice(0, from) + text.slice(to), cursor: from };
}

/**
 * What a key makes of the line: signs go in at the cursor, the usual keys of an editing line move and delete. A key that edits nothing
 * (arrows up and down, Enter, Tab) leaves the line as it is.
 */
export function editLine(line: EditedLine, key: Key): EditedLine {
  const { text, cursor } = line;
  const { name, sequence, ctrl, meta } = key;
  if (ctrl || meta) {
    switch (name) {
      case 'a':
        return { text, cursor: 0 };
      case 'e':
        return { text, cursor: text.length };
      case 'b':
      case 'left':
        return { text, cursor: meta || name === 'left' ? wordBefore(line) : before(line) };
      case 'f':
      case 'right':
        return { text, cursor: meta || name === 'right' ? wordAfter(line) : after(line) };
      case 'h':
        return cut(line, before(line), cursor);
      case 'u':
        return cut(line, 0, cursor);
      case 'k':
        return cut(line, cursor, text.length);
      case 'w':
      case 'backspace':
        return cut(line, wordBefore(line), cursor);
      default:
        return line;
    }
  }
  switch (name) {
    case 'left':
      return { text, cursor: before(line) };
    case 'right':
      return { text, cursor: after(line) };
    case 'home':
      return { text, cursor: 0 };
    case 'end':
      return { text, cursor: text.length };
    case 'backspace':
      return cut(line, before(line), cursor);
    case 'delete':
      return cut(line, cursor, after(line));
    default:
      return /^\p{Cc}/u.test(sequence) ? line : insertText(line, sequence);
  }
}
