import type { Period } from './period.ts';

/** A figure that the text of a bulletin refers to by its name: `{受理=182}`. */
export interface BulletinCell {
  /** As it is printed: `182`, `28.57%`, `上升15.19%`, `下降1.24个百分点`. */
  readonly value: string;
  /** The numbers it is made of; null where there are none. */
  readonly numerator: number | null;
  readonly denominator: number | null;
}

/** The figures of a period by the names a bulletin has for them. */
export type BulletinCells = ReadonlyMap<string, BulletinCell>;

/** A line of a bulletin as it is printed. */
export interface BulletinLine {
  /** 一、 is a heading, （一） one below it. */
  readonly kind: 'heading' | 'subheading' | 'text';
  readonly text: string;
  /** The same with the names of its figures in place of their values: what somebody wrote, whatever the figures are. */
  readonly pattern: string;
}

/** A table that goes with a bulletin, as it is printed. */
export interface BulletinTable {
  readonly title: string;
  readonly columns: readonly { readonly title: string; readonly isNumber: boolean }[];
  readonly rows: readonly (readonly string[])[];
  /** Rows of sums, by their place. */
  readonly sums: readonly number[];
  readonly notes: readonly string[];
}

/** A figure of an earlier issue that this one sets right. */
export interface BulletinCorrection {
  readonly cell: string;
  readonly before: string;
  readonly after: string;
}

/** A case that went round, was returned again and again, or is long overdue, and is still open at the end of the period. */
export interface HardCase {
  readonly number: string;
  /** Its number in the system it came from, by which those who get the bulletin know it. */
  readonly externalNumber: string | null;
  readonly unit: string | null;
  readonly matter: string | null;
}

/** All that an issue of a bulletin prints, as it was sealed. */
export interface BulletinContent {
  /** In which layout it is printed ever after. */
  readonly layout: 1;
  readonly title: string;
  readonly issuers: readonly string[];
  readonly period: Period;
  readonly lines: readonly BulletinLine[];
  /** The figures its text refers to. */
  readonly cells: Readonly<Record<string, BulletinCell>>;
  /** Numbers typed by hand that are no figure of the period, taken in all the same. */
  readonly ownFigures: readonly string[];
  readonly annexes: readonly { readonly title: string; readonly tables: readonly BulletinTable[] }[];
  /** What its figures are of: the periods it is compared with, the run, the deadline rules. */
  readonly basis: readonly string[];
  readonly definitions: readonly (readonly [name: string, meaning: string])[];
  readonly countedAt: string;
  readonly head: string;
  readonly hardCases: readonly HardCase[];
  readonly corrects: { readonly number: number; readonly documentNo: string } | null;
  readonly corrections: readonly BulletinCorrection[];
}

/** What of the text of a bulletin is wrong, by line and place in it. */
export type BulletinFault =
  | { readonly kind: 'cell-unknown'; readonly row: number; readonly column: number; readonly name: string }
  | {
      readonly kind: 'cell-differs';
      readonly row: number;
      readonly column: number;
      readonly name: string;
      readonly said: string;
      readonly is: string;
    }
  | { readonly kind: 'own-figure'; readonly row: number; readonly column: number; readonly value: string }
  /** A figure that goes the other way: 上升 where it is 下降. */
  | { readonly kind: 'other-way'; readonly row: number; readonly column: number; readonly value: string }
  /** A brace that is not closed, or not opened: a cell that is none. */
  | { readonly kind: 'brace-broken'; readonly row: number; readonly column: number };

/** A bulletin as somebody wrote it: its head, and the lines that are printed. */
export interface WrittenBulletin {
  readonly title: string;
  /** As it is written in its head. */
  readonly period: string;
  readonly lines: readonly { readonly row: number; readonly text: string }[];
}

const headWords = { period: '统计期', title: '标题' } as const;

/**
 * Reads the text of a bulletin: a head with 统计期 and 标题, then its lines. Lines that begin with ※ are notes to whoever edits it, and are not
 * printed. What is missing of the head is told by name.
 */
export function parseBulletin(text: string): WrittenBulletin | { readonly missing: readonly string[] } {
  const head = new Map<string, string>();
  const lines: { row: number; text: string }[] = [];
  text.split(/\r?\n/u).forEach((line, at) => {
    const plain = line.trim();
    if (plain === '' || plain.startsWith('※')) return;
    const [, word = '', value = ''] = /^(统计期|标题)\s*[:：]\s*(.+)$/u.exec(plain) ?? [];
    if (word !== '' && lines.length === 0) head.set(word, value.trim());
    else lines.push({ row: at + 1, text: plain });
  });
  const period = head.get(headWords.period);
  const title = head.get(headWords.title);
  return period === undefined || title === undefined
    ? { missing: Object.values(headWords).filter((word) => !head.has(word)) }
    : { title, period, lines };
}

const cellPattern = /[{｛]([^{}｛｝=＝]+)(?:[=＝]([^{}｛｝]*))?[}｝]/gu;

/** What a number counts, where it counts something. */
const counted = String.raw`\s*(?:余|多)?\s*(?:件|次|个|人|户|家|起|%|百分点)`;

/** Numbers that are no figures: years, months and days, times, ordinals, numbers of documents and appeals, limits in working days, the number of the hotline. */
const noFigures: readonly RegExp[] = [
  /[〔[（(]\d{4}[〕\]）)]\s*\d+\s*号/gu,
  new RegExp(
    String.raw`\d{4}-\d{2}-\d{2}|\d{4}-\d{6}|[A-Za-z]+-?\d{5,}|[A-Za-z]+\d+(?![\d.]*${counted})`,
    'gu',
  ),
  /\d{4}\s*年度?|(?<![\d.])(?:1[0-2]|[1-9])\s*月份?(?:\s*(?:3[01]|[12]\d|[1-9])\s*日)?/gu,
  /(?<=[至到、—～~-]\s*)(?<![\d.])(?:3[01]|[12]\d|[1-9])\s*日(?!均)/gu,
  /(?<!\d)(?:2[0-4]|[01]?\d)[:：][0-5]\d(?!\d)/gu,
  /第\s*[\d一二三四五六七八九十]+\s*(?:期|季度|号|条|款|项|次|届|批|年|段)/gu,
  new RegExp(String.raw`(?<!\d)12345(?!\d|${counted})`, 'gu'),
  /(?<![\d.])\d+\s*个?工作日/gu,
  /附件\s*\d+/gu,
  /^[（(]\d{1,2}[)）]|^\d{1,2}(?:[)）、]|[.．](?!\d))/gu,
];

const digits = String.raw`(?:\d{1,3}(?:[,，]\d{3})+(?!\d)|\d+)(?:\.\d+)?\s*(?:[万亿]\s*)?(?:%|‰|个?百分点)?`;
const inWords = '[零〇一二两三四五六七八九十百千万]';
const numberPattern = new RegExp(
  [
    '百分之[零〇一二三四五六七八九十百点]+',
    `${inWords}+分之${inWords}+`,
    digits,
    `(?:${inWords}{2,}|[十百千万])(?=\\s*(?:余|多)?\\s*(?:件|次|人|户|家|起|个百分点|个单位))`,
    '[一二两三四五六七八九]成(?![立果为员效功都本])',
    '翻[一两二三]?番',
  ].join('|'),
  'gu',
);

/** Figures are compared as plain ones, whatever their width and separators. */
const plainFigure = (text: string): string =>
  text
    .normalize('NFKC')
    .replaceAll(/[,，\s]/gu, '')
    .replace(/^个?百分点$/u, '百分点')
    .replace(/个百分点$/u, '百分点');

/** The numbers in what is printed of a figure: `182`, `15.19%`, `1.24百分点`. */
function numbersIn(value: string): string[] {
  return (value.match(numberPattern) ?? []).map(plainFigure);
}

const upWords = /(?:上升|增长|增加|提高|上涨|升高)了?\s*$/u;
const downWords = /(?:下降|减少|降低|回落|下滑)了?\s*$/u;

/** The ways in which each number is told to go, where it is told of a change. */
function directionsOf(cells: BulletinCells): ReadonlyMap<string, ReadonlySet<'up' | 'down' | 'none'>> {
  const ways = new Map<string, Set<'up' | 'down' | 'none'>>();
  for (const { value } of cells.values()) {
    const way =
      value.startsWith('上升') || value.startsWith('增加')
        ? 'up'
        : value.startsWith('下降') || value.startsWith('减少')
          ? 'down'
          : 'none';
    for (const number of numbersIn(value)) ways.set(number, (ways.get(number) ?? new Set()).add(way));
  }
  return ways;
}

/** Brings full-width figures and signs to plain ones, sign by sign, so that places stay what they are. */
function narrow(text: string): string {
  return text.replaceAll(/[０-９％．]/gu, (sign) => sign.normalize('NFKC'));
}

/**
 * Checks the text of a bulletin against the figures of its period, and gives its lines as they are printed. A cell that is not known, or that says
 * another value than the figure has, is a fault; so is a number typed by hand that is no figure of the period. A cell without a value takes the
 * figure's.
 */
export function checkWritten(
  written: WrittenBulletin,
  cells: BulletinCells,
  /** Texts quoted word for word, whose numbers are theirs: names of units and matters, decisions of study meetings. */
  quoted: readonly string[] = [],
): {
  /** As it is printed, like its lines. */
  readonly title: string;
  readonly lines: readonly BulletinLine[];
  readonly used: readonly string[];
  /** Numbers typed by hand that are figures of the period, each with the name of one that has its value. */
  readonly typed: readonly (readonly [value: string, name: string])[];
  readonly faults: readonly BulletinFault[];
} {
  const known = new Set([...cells.values()].flatMap(({ value }) => numbersIn(value)));
  const names = [...new Set(quoted)]
    .filter((text) => /[\d０-９一二两三四五六七八九十百千万]/u.test(text))
    .sort((a, b) => b.length - a.length);
  const ways = directionsOf(cells);
  const named = new Map<string, string>();
  for (const [name, { value }] of cells)
    for (const number of numbersIn(value)) if (!named.has(number)) named.set(number, name);
  const used = new Set<string>();
  const typed = new Map<string, string>();
  const faults: BulletinFault[] = [];
  const fill = (row: number, text: string): string =>
    text.replaceAll(cellPattern, (_whole, name: string, said: string | undefined, at: number) => {
      const cell = cells.get(name.trim());
      const place = { row, column: at + 1, name: name.trim() };
      if (cell === undefined) faults.push({ kind: 'cell-unknown', ...place });
      else if (said !== undefined && plainFigure(said) !== plainFigure(cell.value))
        faults.push({ kind: 'cell-differs', ...place, said, is: cell.value });
      used.add(name.trim());
      return cell?.value ?? '';
    });
  const [title, ...lines] = [{ row: 0, text: written.title }, ...written.lines].map(
    ({ row, text }): BulletinLine => {
      // What a cell says is a figure, and a name or a decision is quoted; the rest is looked through with its place kept.
      const blank = (whole: string): string => ' '.repeat(whole.length);
      const unquoted = names.reduce(
        (left, name) => left.replaceAll(name, blank),
        text.replaceAll(cellPattern, blank),
      );
      let rest = narrow(unquoted);
      for (const pattern of noFigures) rest = rest.replaceAll(pattern, blank);
      const brace = rest.search(/[{}｛｝]/u);
      if (brace >= 0) faults.push({ kind: 'brace-broken', row, column: brace + 1 });
      for (const { 0: value, index } of rest.matchAll(numberPattern)) {
        const [plain, place] = [plainFigure(value), { row, column: index + 1, value: value.trim() }];
        const told = ways.get(plain);
        const lead = rest.slice(0, index);
        const way = upWords.test(lead) ? 'up' : downWords.test(lead) ? 'down' : undefined;
        if (!known.has(plain)) faults.push({ kind: 'own-figure', ...place });
        else if (
          way !== undefined &&
          told !== undefined &&
          told.has(way === 'up' ? 'down' : 'up') &&
          !told.has(way)
        )
          faults.push({ kind: 'other-way', ...place });
        else typed.set(value.trim(), named.get(plain) ?? '');
      }
      const pattern = text.replaceAll(cellPattern, (_whole, name: string) => `{${name.trim()}}`);
      return { kind: kindOf(text), text: fill(row, text), pattern };
    },
  );
  return {
    title: title?.text ?? written.title,
    lines,
    used: [...used].filter((name) => cells.has(name)),
    typed: [...typed],
    faults,
  };
}

function kindOf(text: string): BulletinLine['kind'] {
  if (/^[一二三四五六七八九十]+、/u.test(text)) return 'heading';
  return /^（[一二三四五六七八九十]+）/u.test(text) ? 'subheading' : 'text';
}

/** A text with every cell set to what its figure is in another period; cells that are not known there stay as they are written. */
export function refillBulletin(text: string, cells: BulletinCells): string {
  return text.replaceAll(cellPattern, (whole, name: string) => {
    const cell = cells.get(name.trim());
    return cell === undefined ? whole : writeCell(name.trim(), cell);
  });
}

/** A cell as it stands in a text. */
export function writeCell(name: string, { value }: BulletinCell): string {
  return `{${name}=${value}}`;
}
