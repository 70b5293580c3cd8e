import type * as Docx from 'docx';
import type { Day } from '../../domain/time.ts';
import { fixZipTimes } from './fix-zip-times.ts';
import { fonts, sizes } from './official-page.ts';
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

/** A place of a frame: how wide it is, what is in it, and where that stands. */
export interface FrameCell {
  readonly width: number;
  readonly children: readonly (Docx.Paragraph | Docx.Table)[];
  readonly at: 'top' | 'center' | 'bottom';
}

/** Puts things beside each other: a table of one row without borders, which is not parted. Widths in twentieths of a point. */
export function makeFrame(
  docx: typeof Docx,
  cells: readonly FrameCell[],
  alignment?: (typeof Docx.AlignmentType)[keyof typeof Docx.AlignmentType],
): Docx.Table {
  const { Table, TableCell, TableLayoutType, TableRow, WidthType } = docx;
  return new Table({
    width: { size: cells.reduce((sum, { width }) => sum + width, 0), type: WidthType.DXA },
    columnWidths: cells.map(({ width }) => width),
    layout: TableLayoutType.FIXED,
    ...(alignment === undefined ? {} : { alignment }),
    borders: noTableBorders(docx),
    rows: [
      new TableRow({
        cantSplit: true,
        children: cells.map(
          ({ width, children, at }) =>
            new TableCell({
              width: { size: width, type: WidthType.DXA },
              borders: noBorders(docx),
              margins: noMargins,
              verticalAlign: at,
              children,
            }),
        ),
      }),
    ],
  });
}

/** Margins of a cell of which there are none. */
export const noMargins = { top: 0, bottom: 0, left: 0, right: 0 };

/** The head of a page with the marks it carries: 草稿, 内部. */
export function makeHeader(docx: typeof Docx, marks: readonly string[]): Docx.Header {
  const { AlignmentType, Header, Paragraph } = docx;
  return new Header({
    children: [new Paragraph({ alignment: AlignmentType.RIGHT, children: [makeMarks(docx, marks)] })],
  });
}

/** The marks a page carries, as a run. */
export const makeMarks = (docx: typeof Docx, marks: readonly string[]): Docx.TextRun =>
  makeRun(docx, marks.join('\u3000'), { font: fonts.black });

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
