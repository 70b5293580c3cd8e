import type * as Docx from 'docx';
import { officialDay } from '../../../domain/time.ts';
import { official } from '../../../text/official.ts';
import type { RosterDocument } from './document.ts';
import { printedCell } from './document.ts';
import { documentMarks } from '../layout.ts';
import { fonts, mm, page, sizes } from '../../papers/official-page.ts';
import { fixZipTimes } from '../../papers/fix-zip-times.ts';
import { showHidden } from '../../visible.ts';
import { wrapText } from './wrap.ts';

/** Lines up to which a row of the annex stays on one page; a page has room for twice as many. */
const longestUnbroken = 14;

/** Writes a roster as a Word document: the notice with its title, recipients, text, annex note, issuers and date, then the annex with the table. */
export async function writeRosterDocx(document: RosterDocument): Promise<Uint8Array> {
  const docx = await import('docx');
  const { Document, Packer } = docx;
  const built = new Document({
    creator: document.edition?.issuers.join('、') ?? '',
    title: document.notice.title,
    evenAndOddHeaderAndFooters: true,
    styles: { default: { document: { run: { font: fonts.body, size: sizes.body } } } },
    sections: [
      // An edition of an older version has no notice.
      ...(document.notice.paragraphs.length === 0
        ? []
        : [{ ...pageSetup(docx, document, false), children: writeNotice(docx, document) }]),
      { ...pageSetup(docx, document, true), children: writeAnnex(docx, document) },
    ],
  });
  return fixZipTimes(new Uint8Array(await Packer.toBuffer(built)), document.day);
}

/** Page, margins, page number with a dash on either side in the outside corner, and the marks of a draft or internal copy. */
function pageSetup(docx: typeof Docx, document: RosterDocument, isWide: boolean) {
  const { AlignmentType, Footer, Header, PageNumber, PageOrientation, Paragraph, TextRun } = docx;
  const marks = documentMarks(document).join('　');
  const header = new Header({
    children: [
      new Paragraph({
        alignment: AlignmentType.RIGHT,
        children: [new TextRun({ text: marks, font: fonts.black, size: sizes.body })],
      }),
    ],
  });
  const footer = (isOdd: boolean) =>
    new Footer({
      children: [
        new Paragraph({
          alignment: isOdd ? AlignmentType.RIGHT : AlignmentType.LEFT,
          // One character in from the edge.
          indent: isOdd ? { right: 280 } : { left: 280 },
          children: [
            new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'], font: fonts.song, size: sizes.page }),
          ],
        }),
      ],
    });
  return {
    properties: {
      page: {
        size: {
          width: page.width,
          height: page.height,
          orientation: isWide ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
        },
        margin: isWide
          ? {
              top: mm(26),
              bottom: mm(26),
              left: page.acrossMargin,
              right: page.acrossMargin,
              header: mm(12),
              footer: mm(15),
            }
          : {
              top: page.top,
              bottom: page.bottom,
              left: page.left,
              right: page.right,
              header: mm(20),
              footer: mm(25),
            },
      },
    },
    headers: { default: header, even: header },
    footers: { default: footer(true), even: footer(false) },
  };
}

function writeNotice(docx: typeof Docx, document: RosterDocument): Docx.Paragraph[] {
  const { AlignmentType, LineRuleType, Paragraph, TextRun } = docx;
  const { notice, edition } = document;
  const spacing = { line: page.line, lineRule: LineRuleType.EXACT, before: 0, after: 0 };
  const line = (
    text: string,
    more: {
      readonly alignment?: (typeof AlignmentType)[keyof typeof AlignmentType];
      readonly indent?: Docx.IIndentAttributesProperties;
      readonly font?: typeof fonts.body;
      readonly size?: number;
    } = {},
  ): Docx.Paragraph => {
    const { font = fonts.body, size = sizes.body, ...layout } = more;
    return new Paragraph({
      spacing,
      ...layout,
      children: [new TextRun({ text: showHidden(text), font, size })],
    });
  };
  /** Two characters in, as every paragraph begins. */
  const first = { firstLine: 2 * sizes.body * 10 };
  const issuers = edition?.issuers ?? [];
  const date = edition === null ? official.draft : officialDay(edition.publishedOn);
  return [
    ...(edition === null
      ? []
      : [line(edition.documentNo, { alignment: AlignmentType.CENTER }), line(''), line('')]),
    line(notice.title, { alignment: AlignmentType.CENTER, font: fonts.title, size: sizes.title }),
    line(''),
    ...(notice.recipients.length === 0 ? [] : [line(official.contents(notice.recipients.join('、')))]),
    ...notice.paragraphs.map((text) => line(text, { indent: first })),
    line(''),
    line(official.annexNote(notice.annex), { indent: first }),
    line(''),
    line(''),
    ...issuers.map((name) =>
      line(name, { alignment: AlignmentType.RIGHT, indent: { right: 2 * sizes.body * 10 } }),
    ),
    line(date, { alignment: AlignmentType.RIGHT, indent: { right: 4 * sizes.body * 10 } }),
  ];
}

/** The annex, across: 附件 at the top left, its title on the third line, the table. */
function writeAnnex(docx: typeof Docx, document: RosterDocument) {
  const { AlignmentType, LineRuleType, Paragraph, TextRun } = docx;
  const { notice, edition, foot } = document;
  const spacing = { line: page.line, lineRule: LineRuleType.EXACT };
  const meta = [
    ...(edition === null ? [] : [official.edition(edition.number), officialDay(edition.publishedOn)]),
  ].join('　');
  const text = (content: string, font: typeof fonts.body, size: number) =>
    new TextRun({ text: showHidden(content), font, size });
  // Without a notice it is annexed to nothing.
  const mark = notice.paragraphs.length === 0 ? '' : official.annex;
  return [
    new Paragraph({ spacing, children: [text(mark, fonts.black, sizes.body)] }),
    new Paragraph({ spacing, children: [] }),
    // The third line, centred.
    new Paragraph({
      spacing,
      alignment: AlignmentType.CENTER,
      children: [text(notice.annex, fonts.title, sizes.title)],
    }),
    new Paragraph({
      spacing: { after: 80 },
      alignment: AlignmentType.CENTER,
      children: [text(meta, fonts.body, sizes.page)],
    }),
    writeTable(docx, document),
    ...foot.map(
      (content) =>
        new Paragraph({ spacing: { before: 60 }, children: [text(content, fonts.song, sizes.small)] }),
    ),
    new Paragraph({ children: [] }),
  ];
}

function writeTable(docx: typeof Docx, { columns, density, groups }: RosterDocument): Docx.Table {
  const {
    AlignmentType,
    Paragraph,
    Table,
    TableCell,
    TableLayoutType,
    TableRow,
    TextRun,
    VerticalAlignTable,
    WidthType,
  } = docx;
  const whole = page.height - 2 * page.acrossMargin;
  const size = density === 'dense' ? sizes.small : sizes.table;
  const widths = columns.map(({ share }) => Math.floor((whole * share) / 100));
  const margins = { top: 40, bottom: 40, left: 60, right: 60 };
  const cell = (
    content: string,
    at: number,
    more: { readonly font?: typeof fonts.body; readonly isCentred?: boolean; readonly span?: number } = {},
  ): Docx.TableCell => {
    const { font = fonts.body, isCentred = columns[at]?.isCentred === true, span } = more;
    return new TableCell({
      width: { size: span === undefined ? (widths[at] ?? 0) : whole, type: WidthType.DXA },
      columnSpan: span,
      margins,
      verticalAlign: VerticalAlignTable.CENTER,
      children: printedCell(content)
        .split('\n')
        .map(
          (line) =>
            new Paragraph({
              alignment: isCentred ? AlignmentType.CENTER : AlignmentType.LEFT,
              keepNext: span !== undefined,
              children: [new TextRun({ children: keepTogether(docx, showHidden(line)), font, size })],
            }),
        ),
    });
  };
  // A row that may fill more than a page has to break, or its end would not be printed.
  const cellWidth = (at: number): number =>
    Math.floor(((widths[at] ?? 0) - margins.left - margins.right) / (size * 5));
  const isLong = (row: readonly string[]): boolean =>
    row.some((content, at) => wrapText(printedCell(content), cellWidth(at)).length > longestUnbroken);
  return new Table({
    width: { size: whole, type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    rows: [
      new TableRow({
        tableHeader: true,
        cantSplit: true,
        children: columns.map(({ title }, at) => cell(title, at, { font: fonts.black, isCentred: true })),
      }),
      ...groups.flatMap(({ heading, rows }) => [
        ...(heading === null
          ? []
          : [
              new TableRow({
                cantSplit: true,
                children: [cell(heading, 0, { font: fonts.black, isCentred: false, span: columns.length })],
              }),
            ]),
        ...rows.map(
          (row) =>
            new TableRow({
              cantSplit: !isLong(row),
              children: row.map((content, at) => cell(content, at)),
            }),
        ),
      ]),
    ],
  });
}

/** Text in which a hyphen between figures does not end a line: phones, times of day. */
function keepTogether(docx: typeof Docx, text: string): (string | Docx.NoBreakHyphen)[] {
  return text
    .split(/(?<=\d)-(?=\d)/u)
    .flatMap((part, at) => (at === 0 ? [part] : [new docx.NoBreakHyphen(), part]));
}
