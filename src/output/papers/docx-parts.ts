import type * as Docx from 'docx';
import type { Day } from '../../domain/time.ts';
import { fixZipTimes } from './fix-zip-times.ts';
import { fonts, mm, page, sizes } from './official-page.ts';
import { showHidden } from '../visible.ts';

/** How a font of official papers is called, what may stand for it where it is missing, and its kind. */
const fontTable = [
  { names: ['仿宋_GB2312', 'FangSong_GB2312'], instead: '仿宋,FangSong,STFangsong,Noto Serif CJK SC', family: 'roman' },
  { names: ['方正小标宋简体', 'FZXiaoBiaoSong-B05S'], instead: '小标宋,STZhongsong,宋体,SimSun,Noto Serif CJK SC', family: 'roman' },
  { names: ['黑体', 'SimHei'], instead: 'SimHei,STHeiti,Noto Sans CJK SC', family: 'roman' },
  { names: ['宋体', 'SimSun'], instead: 'SimSun,STSong,Noto Serif CJK SC', family: 'roman' },
  { names: ['楷体_GB2312', 'KaiTi_GB2312'], instead: '楷体,KaiTi,STKaiti,Noto Serif CJK SC', family: 'roman' },
] as const; // prettier-ignore

/** The fonts of official papers with what may stand for them, as simplified Chinese: no machine takes Japanese glyphs. */
function writeFontTable(): string {
  const font = (name: string, instead: string, family: string): string =>
    `<w:font w:name="${name}"><w:altName w:val="${instead}"/><w:charset w:val="86"/><w:family w:val="${family}"/><w:pitch w:val="fixed"/></w:font>`;
  const all = fontTable.flatMap(({ names, instead, family }) =>
    names.map((name) => font(name, instead, family)),
  );
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${all.join('')}</w:fonts>`;
}

/** What a paper is made of, whatever it says. */
export interface WordPaper {
  readonly title: string;
  readonly creator: string;
  readonly sections: readonly Docx.ISectionOptions[];
  /** The day the file says it was made on, so that equal papers are equal files; a chart alone has marks of chance in it. */
  readonly day: Day;
}

/** Writes a paper as a Word file, in simplified Chinese, with the fonts of official papers. */
export async function writeWord(
  docx: typeof Docx,
  { title, creator, sections, day }: WordPaper,
): Promise<Uint8Array> {
  const built = new docx.Document({
    creator,
    title,
    evenAndOddHeaderAndFooters: true,
    styles: {
      default: {
        document: {
          run: {
            font: fonts.body,
            size: sizes.body,
            // Figures as in English: in Chinese some programs end a line inside a number.
            language: { value: 'en-US', eastAsia: 'zh-CN', bidirectional: 'ar-SA' },
          },
        },
      },
    },
    sections,
  });
  return fixZipTimes(new Uint8Array(await docx.Packer.toBuffer(built)), day, ({ read, write }) => {
    write('word/fontTable.xml', writeFontTable());
    // Beside figures and beside letters: some programs go by the one, some by the other.
    const text = 'word/document.xml';
    write(
      text,
      read(text).replaceAll(/<w:autoSpaceDN (w:val="[^"]*")\/>/gu, '<w:autoSpaceDE $1/><w:autoSpaceDN $1/>'),
    );
  });
}

/** How a run of text is set. */
export interface RunStyle {
  readonly font?: (typeof fonts)[keyof typeof fonts];
  /** In half points. */
  readonly size?: number;
  readonly color?: string;
  /** Added between characters, in twentieths of a point. */
  readonly spacing?: number;
}

/** A run of text in which a hyphen between figures ends no line: phones, times of day, days. */
export function makeRun(docx: typeof Docx, text: string, style: RunStyle = {}): Docx.TextRun {
  const { font = fonts.body, size = sizes.body, color, spacing } = style;
  const children = showHidden(text)
    .split(/(?<=\d)-(?=\d)/u)
    .flatMap((part, at) => (at === 0 ? [part] : [new docx.NoBreakHyphen(), part]));
  return new docx.TextRun({
    children,
    font,
    size,
    ...(color === undefined ? {} : { color }),
    ...(spacing === undefined ? {} : { characterSpacing: spacing }),
  });
}

/** Borders of which there are none. */
export function noBorders(docx: typeof Docx) {
  const none = { style: docx.BorderStyle.NONE, size: 0, color: 'auto' };
  return { top: none, bottom: none, left: none, right: none };
}

/** Borders of a table of which there are none. */
export function noTableBorders(docx: typeof Docx) {
  const none = { style: docx.BorderStyle.NONE, size: 0, color: 'auto' };
  return { ...noBorders(docx), insideHorizontal: none, insideVertical: none };
}

/** A column of a table on paper. */
export interface WordColumn {
  readonly title: string;
  readonly isCentred?: boolean;
  readonly isNumber?: boolean;
  /** Share of the whole width. */
  readonly width: number;
}

/** A table on paper: its titles and heading stand again on every page, no row is parted. */
export interface WordTable {
  readonly columns: readonly WordColumn[];
  readonly heading: string | null;
  readonly rows: readonly (readonly string[])[];
  /** Rows of sums, by their place: set in black letters. */
  readonly sums?: readonly number[];
  /** Whole width in twentieths of a point. */
  readonly whole: number;
  /** Half points. */
  readonly size: number;
}

/** Height of a line in a table, by the size of its letters: 10.5 pt stands on 15 pt. */
export const tableLine = (size: number): number => Math.round(size * 14.4);

/** Space beside the text of a cell. */
export const cellMargin = 60;

/** Writes a table: borders, its titles (and the heading of its group) on top of every page. */
export function makeTable(docx: typeof Docx, table: WordTable): Docx.Table {
  const { columns, heading, rows, whole, size, sums = [] } = table;
  const { AlignmentType, LineRuleType, Paragraph, Table, TableCell, TableLayoutType, TableRow, VerticalAlignTable, WidthType } = docx; // prettier-ignore
  const total = columns.reduce((sum, { width }) => sum + width, 0);
  const widths = columns.map(({ width }) => Math.floor((whole * width) / total));
  const spacing = { line: tableLine(size), lineRule: LineRuleType.EXACT, before: 0, after: 0 };
  const cell = (
    content: string,
    at: number,
    more: { readonly style?: RunStyle; readonly alignment?: (typeof AlignmentType)[keyof typeof AlignmentType]; readonly span?: number; readonly keepNext?: boolean } = {}, // prettier-ignore
  ): Docx.TableCell => {
    const { style = {}, alignment = AlignmentType.LEFT, span, keepNext = false } = more;
    return new TableCell({
      width: { size: span === undefined ? (widths[at] ?? 0) : whole, type: WidthType.DXA },
      ...(span === undefined ? {} : { columnSpan: span }),
      margins: { top: 40, bottom: 40, left: cellMargin, right: cellMargin },
      verticalAlign: VerticalAlignTable.CENTER,
      children: content
        .split('\n')
        .map((line) => new Paragraph({ alignment, keepNext, spacing, children: [makeRun(docx, line, { size, ...style })] })), // prettier-ignore
    });
  };
  const aligned = ({ isCentred, isNumber }: WordColumn) =>
    isNumber === true ? AlignmentType.RIGHT : isCentred === true ? AlignmentType.CENTER : AlignmentType.LEFT;
  return new Table({
    width: { size: whole, type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    rows: [
      new TableRow({
        tableHeader: true,
        cantSplit: true,
        children: columns.map(({ title }, at) =>
          cell(title, at, { style: { font: fonts.black }, alignment: AlignmentType.CENTER, keepNext: true }),
        ),
      }),
      ...(heading === null
        ? []
        : [
            new TableRow({
              tableHeader: true,
              cantSplit: true,
              children: [
                cell(heading, 0, { style: { font: fonts.black }, span: columns.length, keepNext: true }),
              ],
            }),
          ]),
      ...rows.map(
        (row, index) =>
          new TableRow({
            cantSplit: true,
            children: columns.map((column, at) =>
              cell(row[at] ?? '', at, {
                alignment: aligned(column),
                ...(sums.includes(index) ? { style: { font: fonts.black } } : {}),
              }),
            ),
          }),
      ),
    ],
  });
}

/** Head and foot of a page, by whether it is odd or even. */
interface Corners {
  readonly headers: { readonly default: Docx.Header; readonly even: Docx.Header };
  readonly footers: { readonly default: Docx.Footer; readonly even: Docx.Footer };
}

/** What stands in the corners of a page beside its number. */
export interface PageTerms {
  /** 草稿, 内部: in the head of every page. */
  readonly marks: readonly string[];
  readonly isAcross: boolean;
  /** Whether pages are counted anew from here. */
  readonly startsAt?: number;
}

/**
 * Sets up pages of GB/T 9704: margins, marks in the head, the number with a dash on either side 7 mm below the text, in the
 * outside corner. On pages across all of it stays where it is on upright ones, seen with the page turned (section 8).
 */
export function setUpPages(docx: typeof Docx, terms: PageTerms) {
  const { PageOrientation } = docx;
  const { isAcross, startsAt } = terms;
  return {
    properties: {
      page: {
        size: {
          width: page.width,
          height: page.height,
          orientation: isAcross ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
        },
        margin: isAcross
          ? { top: page.left, bottom: page.right, left: page.bottom, right: page.top, header: mm(10), footer: mm(10) }
          : { top: page.top, bottom: page.bottom, left: page.left, right: page.right, header: mm(20), footer: mm(25) }, // prettier-ignore
        ...(startsAt === undefined ? {} : { pageNumbers: { start: startsAt } }),
      },
    },
    ...(isAcross ? makeTurnedCorners(docx, terms) : makeCorners(docx, terms)),
  };
}

function numberRun(docx: typeof Docx): Docx.TextRun {
  const { PageNumber, TextRun } = docx;
  return new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'], font: fonts.song, size: sizes.page });
}

/** One character of 14 pt in from the edge. */
const oneIn = 280;

function makeCorners(docx: typeof Docx, { marks }: PageTerms): Corners {
  const { AlignmentType, Footer, Header, Paragraph } = docx;
  const head = makeRun(docx, marks.join('　'), { font: fonts.black, size: sizes.body });
  const header = new Header({
    children: [new Paragraph({ alignment: AlignmentType.RIGHT, children: [head] })],
  });
  const footer = (isOdd: boolean) =>
    new Footer({
      children: [
        new Paragraph({
          alignment: isOdd ? AlignmentType.RIGHT : AlignmentType.LEFT,
          indent: isOdd ? { right: oneIn } : { left: oneIn },
          children: [numberRun(docx)],
        }),
      ],
    });
  return {
    headers: { default: header, even: header },
    footers: { default: footer(true), even: footer(false) },
  };
}

/** Corners of a page that is turned to be read: what stands above the text upright stands at its right, what stands below at its left. */
function makeTurnedCorners(docx: typeof Docx, { marks }: PageTerms): Corners {
  const { AlignmentType, Footer, Header, Paragraph } = docx;
  const head = makeRun(docx, marks.join('　'), { font: fonts.black, size: sizes.body });
  const upright = makeTurned(docx, { run: head, left: page.height - mm(20) - mm(10), end: true });
  const header = (isOdd: boolean) =>
    new Header({
      children: [
        ...(marks.length === 0 ? [] : [upright]),
        // 7 mm below the text upright, the figures themselves 5 mm high.
        makeTurned(docx, { run: numberRun(docx), left: page.bottom - mm(7) - mm(8), end: isOdd }),
        new Paragraph({ children: [] }),
      ],
    });
  const footer = new Footer({ children: [new Paragraph({ alignment: AlignmentType.LEFT, children: [] })] });
  return {
    headers: { default: header(true), even: header(false) },
    footers: { default: footer, even: footer },
  };
}

/** A line of text that runs down the page at a distance from its left edge, at the upper or the lower end of the text block. */
function makeTurned(
  docx: typeof Docx,
  { run, left, end }: { readonly run: Docx.TextRun; readonly left: number; readonly end: boolean },
): Docx.Table {
  const { AlignmentType, HeightRule, LineRuleType, Paragraph, Table, TableAnchorType, TableCell, TableLayoutType, TableRow, TextDirection, WidthType } = docx; // prettier-ignore
  const width = mm(8);
  return new Table({
    width: { size: width, type: WidthType.DXA },
    columnWidths: [width],
    layout: TableLayoutType.FIXED,
    borders: noTableBorders(docx),
    float: {
      horizontalAnchor: TableAnchorType.PAGE,
      verticalAnchor: TableAnchorType.PAGE,
      absoluteHorizontalPosition: left,
      absoluteVerticalPosition: page.left,
    },
    rows: [
      new TableRow({
        height: { value: page.width - page.left - page.right, rule: HeightRule.EXACT },
        children: [
          new TableCell({
            width: { size: width, type: WidthType.DXA },
            borders: noBorders(docx),
            margins: { top: 0, bottom: 0, left: 0, right: 0 },
            textDirection: TextDirection.TOP_TO_BOTTOM_RIGHT_TO_LEFT,
            children: [
              new Paragraph({
                alignment: end ? AlignmentType.RIGHT : AlignmentType.LEFT,
                indent: end ? { right: oneIn } : { left: oneIn },
                spacing: { line: width, lineRule: LineRuleType.EXACT, before: 0, after: 0 },
                children: [run],
              }),
            ],
          }),
        ],
      }),
    ],
  });
}
