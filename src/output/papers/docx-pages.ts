import type * as Docx from 'docx';
import { makeHeader, makeMarks, noBorders, noMargins, noTableBorders } from './docx-parts.ts';
import { fonts, mm, page, sizes } from './official-page.ts';

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
  const { AlignmentType, Footer, Paragraph } = docx;
  const header = makeHeader(docx, marks);
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
  const upright = makeTurned(docx, {
    run: makeMarks(docx, marks),
    left: page.height - mm(20) - mm(10),
    end: true,
  });
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
            margins: noMargins,
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
