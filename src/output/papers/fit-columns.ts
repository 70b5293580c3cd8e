import { displayWidth, unbrokenPieces, wrapText } from '../wrap.ts';

/** Room beside the text of a cell. */
const cellPadding = 2;
/** A figure is wider in some fonts than half a Chinese character: what must not be broken is given so much more room. */
const figureRoom = 0.3;

/** The width a piece may take in print, whatever the font. */
export function printedWidth(piece: string): number {
  return Math.ceil(displayWidth(piece) + (piece.match(/[!-~]/gu)?.length ?? 0) * figureRoom);
}

/** The greatest of numbers, however many there are. */
function widest(numbers: readonly number[]): number {
  return numbers.reduce((most, number) => Math.max(most, number), 0);
}

/** Rows by which columns are fitted, at most. */
const mostMeasured = 500;
/** By how much a column is widened at once. */
const steps = [1, 2, 4, 6, 8, 12, 16, 24];

/** A line that belongs together is kept on one up to this width: a phone with its note. */
const keptLine = 27;

/**
 * Fits columns into a room, in widths of figures (a Chinese character is two): none is narrower than the longest piece in it
 * that stays whole (of a column that `isKept`, than its lines, up to a limit), and the rest goes where it spares most lines. Where all fits without breaks, columns grow alike.
 */
export function fitColumns(
  titles: readonly string[],
  rows: readonly (readonly string[])[],
  room: number,
  isKept: (at: number) => boolean = () => false,
): number[] {
  const linesOf = titles.map((_, at) => rows.map((row) => (row[at] ?? '').split('\n').map(printedWidth)));
  const least = titles.map((title, at) => {
    const whole = widest(rows.map((row) => widest(unbrokenPieces(row[at] ?? '').map(printedWidth))));
    const kept = isKept(at) ? Math.min(widest((linesOf[at] ?? []).map(widest)), keptLine) : 0;
    return cellPadding + Math.max(2, Math.min(displayWidth(title), 8), whole, kept);
  });
  const natural = titles.map((title, at) =>
    Math.max(
      least[at] ?? 4,
      cellPadding + Math.max(displayWidth(title), widest((linesOf[at] ?? []).map(widest))),
    ),
  );
  const sum = (widths: readonly number[]): number => widths.reduce((total, width) => total + width, 0);
  if (sum(natural) <= room) return stretch(natural, room);
  const widths = [...least];
  if (sum(widths) >= room) return stretch(widths, room);
  const count = (lines: readonly number[], width: number): number =>
    lines.reduce((total, line) => total + Math.max(1, Math.ceil(line / Math.max(1, width - cellPadding))), 0);
  // Of a long list some rows tell how wide its columns are to be.
  const every = Math.ceil(rows.length / mostMeasured);
  const sampled = linesOf.map((lines) => lines.filter((_, row) => row % every === 0));
  const seen = rows.filter((_, row) => row % every === 0);
  const heights = widths.map((width, at) => (sampled[at] ?? []).map((lines) => count(lines, width)));
  let left = room - sum(widths);
  while (left >= 1) {
    let best = { at: -1, step: 0, score: 0, heights: [] as number[] };
    for (const [at, width] of widths.entries()) {
      for (const step of steps.filter((one) => one <= left && width + one <= (natural[at] ?? 0) + 2)) {
        const tried = (sampled[at] ?? []).map((lines) => count(lines, width + step));
        // Lines of the whole table that are spared for each width given.
        const gain = seen.reduce((total, _, row) => {
          const others = Math.max(0, ...heights.map((of, other) => (other === at ? 0 : (of[row] ?? 0))));
          return total + Math.max(others, heights[at]?.[row] ?? 0) - Math.max(others, tried[row] ?? 0);
        }, 0);
        if (gain / step > best.score) best = { at, step, score: gain / step, heights: tried };
      }
    }
    if (best.at < 0) break;
    widths[best.at] = (widths[best.at] ?? 0) + best.step;
    heights[best.at] = best.heights;
    left -= best.step;
  }
  // What is left fills up those that lack least.
  const lacks = widths
    .map((width, at) => ({ at, lack: (natural[at] ?? 0) - width }))
    .filter(({ lack }) => lack > 0)
    .sort((a, b) => a.lack - b.lack);
  for (const { at, lack } of lacks) {
    if (lack > left) break;
    widths[at] = (widths[at] ?? 0) + lack;
    left -= lack;
  }
  return stretch(widths, room);
}

/** Widths that fill the room, in the same shares. */
function stretch(widths: readonly number[], room: number): number[] {
  const total = widths.reduce((sum, width) => sum + width, 0);
  return widths.map((width) => (width * room) / total);
}

/** A cell in which a line with a phone, a time or a day ends where it must, so that no program ends it inside of one. */
export function breakLines(cell: string, width: number): string {
  return cell
    .split('\n')
    .flatMap((line) =>
      /\d[-:：]\d/u.test(line) ? wrapText(line, Math.floor(width - cellPadding), printedWidth) : [line],
    )
    .join('\n');
}

/** Lines that a cell takes at a width. */
export function countLines(cell: string, width: number): number {
  return wrapText(cell, Math.floor(width - cellPadding), printedWidth).length;
}

/**
 * Parts a row that is taller than the room there is into rows of at most so many lines; what is cut stands between two lines, never in
 * one. The first cells, which say whose row it is, are told anew by `repeat`.
 */
export function splitTall(
  row: readonly string[],
  widths: readonly number[],
  room: { readonly first: number; readonly most: number },
  repeat: (cell: string, at: number) => string | null,
): string[][] {
  const cells = row.map((cell, at) =>
    cell.split('\n').flatMap((line, number) =>
      wrapText(line, Math.floor((widths[at] ?? 4) - cellPadding), printedWidth).map((text) => ({
        text,
        number,
      })),
    ),
  );
  const { first, most } = room;
  const tallest = Math.max(...cells.map((lines) => lines.length));
  // Lines are counted as for the widest figures: one too many is none in print.
  if (tallest <= first || (first === most && tallest === most + 1)) return [[...row]];
  const others = Math.ceil((tallest - first) / most);
  // The parts after the first are about equal: none is left with a line alone.
  const share = Math.ceil((tallest - first) / others);
  return Array.from({ length: others + 1 }, (_, part) =>
    cells.map((lines, at) => {
      const from = part === 0 ? 0 : first + (part - 1) * share;
      const own = lines.slice(from, part === 0 ? first : from + share);
      const again = part === 0 ? null : repeat(row[at] ?? '', at);
      if (again !== null) return again;
      return own.reduce((text, { text: more, number }, index) => {
        const before = own[index - 1];
        if (before === undefined) return more;
        if (before.number !== number) return `${text}\n${more}`;
        const hadSpace = /[!-~]$/u.test(text) && /^[!-~]/u.test(more);
        return `${text}${hadSpace ? ' ' : ''}${more}`;
      }, '');
    }),
  );
}
