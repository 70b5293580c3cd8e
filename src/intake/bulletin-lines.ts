import { bareNumber, plainWidth } from '../domain/plain-width.ts';
import type { PrintedShare, PrintedSum } from '../domain/printed-figures.ts';
import { parsePrinted } from '../domain/printed-value.ts';
import type { Problem } from '../problems.ts';
import { parseWhole } from './values.ts';
import type { BulletinRow } from './bulletin-rows.ts';

/** What a line of a typed bulletin says. */
export type BulletinLine =
  | { readonly kind: 'share'; readonly share: PrintedShare }
  | { readonly kind: 'sum'; readonly sum: PrintedSum }
  /** `# 德州 7月`: what follows is of this bulletin. */
  | { readonly kind: 'title'; readonly name: string };

const whole = String.raw`(?:(?<=^|\s)[-−])?(?:\d{1,3}(?:,\d{3})+(?!\d)|\d+)`;
/** What stands before the figures; it may hold digits of its own, but does not break into those of the figures. */
const name = String.raw`(?<name>.*?)[\s:、,;]*(?<![\d,.])`;
const shareForm = new RegExp(
  `^${name}(?<num>${whole})\\s*件?\\s*[/÷]\\s*(?<den>${whole})\\s*件?\\s*[\\s=,:;→]\\s*(?<printed>\\S.*)$`,
  'u',
);
const sumForm = new RegExp(
  `^${name}(?<parts>${whole}(?:\\s*件?\\s*\\+\\s*${whole})+)\\s*件?\\s*=\\s*(?<total>${whole})\\s*件?$`,
  'u',
);

/**
 * Parses a line as it is typed: `直接答复 36516/54706 66.75%`, `36516+18190=54706`, `办理单位 5216+455+261=4567`, `# 德州 7月`; undefined for
 * one that says nothing of the kind.
 */
export function parseBulletinLine(text: string): BulletinLine | undefined {
  const plain = plainWidth(bareNumber(text));
  const title = /^#+\s*(?<title>\S.*)$/u.exec(plain)?.groups?.['title'];
  if (title !== undefined) return { kind: 'title', name: title };
  const sum = sumForm.exec(plain)?.groups;
  if (sum !== undefined) {
    const { name: called = '', parts = '', total = '' } = sum;
    const numbers = [...parts.split('+'), total].map(parseNumber);
    const whole = numbers.filter((one) => one !== undefined);
    return whole.length < numbers.length
      ? undefined
      : {
          kind: 'sum',
          sum: { name: called.trim() || null, parts: whole.slice(0, -1), total: whole.at(-1) ?? 0 },
        };
  }
  const { name: called = '', num, den, printed: shown } = shareForm.exec(plain)?.groups ?? {};
  if (num === undefined || den === undefined || shown === undefined) return undefined;
  const printed = parsePrinted(shown);
  const [top, base] = [parseNumber(num), parseNumber(den)];
  if (printed === undefined || top === undefined || base === undefined || base < 0) return undefined;
  return { kind: 'share', share: { name: called.trim() || null, num: top, den: base, printed } };
}

function parseNumber(text: string): number | undefined {
  const reading = parseWhole(text.trim(), '', { file: '' });
  return reading.ok ? reading.value : undefined;
}

/**
 * Whether a text is typed lines: one of them is what a line can be, and no row of a table stands before it (a day beside a figure reads like
 * a percentage: 2023/05,12.5); or none has a sign that parts columns.
 */
export function isTypedText(text: string): boolean {
  const lines = linesOf(text);
  const first = lines.findIndex(({ line }) => (parseBulletinLine(line)?.kind ?? 'title') !== 'title');
  const isRow = (line: string): boolean =>
    (line.match(/[,\t;|，]/gu)?.length ?? 0) > 1 || line.startsWith('<');
  if (first >= 0) return !lines.slice(0, first).some(({ line }) => isRow(line));
  return lines.every(({ line }) => !/[,\t;|，<]/u.test(line));
}

/** Lines that hold something, with their numbers. */
function linesOf(text: string): { readonly line: string; readonly row: number }[] {
  return text
    .split(/\r\n?|\n/u)
    .map((line, at) => ({ line: line.trim(), row: at + 1 }))
    .filter(({ line }) => line !== '');
}

/** Reads typed lines as rows of bulletins; each that says nothing is a problem of its line. */
export function parseBulletinLines(
  text: string,
  file: string,
): { readonly rows: readonly BulletinRow[]; readonly problems: readonly Problem[] } {
  const rows: BulletinRow[] = [];
  const problems: Problem[] = [];
  let bulletin: string | null = null;
  for (const { line, row } of linesOf(text)) {
    const read = parseBulletinLine(line);
    if (read === undefined)
      problems.push({
        code: 'line-not-figures',
        place: { file, row },
        details: { value: line.slice(0, 60) },
      });
    else if (read.kind === 'title') bulletin = read.name;
    else if (read.kind === 'sum') rows.push({ bulletin, sum: read.sum });
    else rows.push({ bulletin, share: read.share });
  }
  return { rows, problems };
}
