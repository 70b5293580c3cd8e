import type * as Docx from 'docx';
import type { BandChart } from '../view.ts';
import { official } from '../../text/official.ts';
import { makeHeader, makeRun, makeTable, writeWord } from '../papers/docx-parts.ts';
import { phonesApart } from './phones-apart.ts';
import { breakLines } from '../papers/fit-columns.ts';
import { acrossWidth, fonts, mm, page, sizes, textWidth } from '../papers/official-page.ts';
import { makeWordCharts } from '../charts/word-chart.ts';
import type { ListPaper } from './list-paper.ts';
import { listSize } from './list-paper.ts';

/** Writes a list as a Word document on A4: title, what it is of, the table with its titles on every page, pages numbered n of m. */
export async function writeListDocx(paper: ListPaper, chart?: BandChart): Promise<Uint8Array> {
  const docx = await import('docx');
  const charts = chart === undefined ? [] : await makeWordCharts(docx, chart);
  return writeWord(docx, {
    title: paper.title,
    creator: '',
    day: paper.day,
    sections: [{ ...setUpPage(docx, paper), children: writeList(docx, paper, charts) }],
  });
}

/** Margins of a list: those of the official page to the left and right, narrower above and below. */
const upright = {
  top: mm(25),
  bottom: mm(22),
  left: page.left,
  right: page.right,
  header: mm(12),
  footer: mm(12),
};
const across = {
  top: mm(22),
  bottom: mm(20),
  left: page.bottom,
  right: page.top,
  header: mm(12),
  footer: mm(10),
};

function setUpPage(docx: typeof Docx, { isUpright, marks }: ListPaper) {
  const { AlignmentType, Footer, PageNumber, PageOrientation, Paragraph, TextRun } = docx;
  const [before, between, after] = official.page('\u0000', '\u0000').split('\u0000');
  const header = makeHeader(docx, marks);
  const footer = new Footer({
    children: [
      new Paragraph({
        alignment: AlignmentType.CENTER,
        children: [
          new TextRun({
            children: [before ?? '', PageNumber.CURRENT, between ?? '', PageNumber.TOTAL_PAGES, after ?? ''],
            font: fonts.song,
            size: sizes.small,
          }),
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
          orientation: isUpright ? PageOrientation.PORTRAIT : PageOrientation.LANDSCAPE,
        },
        margin: isUpright ? upright : across,
      },
    },
    headers: { default: header, even: header },
    footers: { default: footer, even: footer },
  };
}

function writeList(
  docx: typeof Docx,
  paper: ListPaper,
  charts: readonly Docx.Paragraph[],
): (Docx.Paragraph | Docx.Table)[] {
  const { AlignmentType, LineRuleType, Paragraph } = docx;
  const { title, head, lead, columns, rows, foot, signature, isUpright } = paper;
  const line = (text: string, size: number, more: object = {}) =>
    new Paragraph({
      spacing: { line: Math.round(size * 15), lineRule: LineRuleType.AT_LEAST, before: 0, after: 40 },
      ...more,
      children: [makeRun(docx, text, { size })],
    });
  const whole = isUpright ? textWidth : acrossWidth;
  return [
    new Paragraph({
      alignment: AlignmentType.CENTER,
      spacing: { after: 120 },
      children: [makeRun(docx, title, { font: fonts.title, size: sizes.title })],
    }),
    ...head.map((text) => line(text, listSize, { alignment: AlignmentType.CENTER, keepNext: true })),
    ...lead.map((text) => line(text, sizes.body, { indent: { firstLine: 2 * sizes.body * 10 } })),
    ...charts,
    makeTable(docx, {
      columns: columns.map(({ title: name, isNumber, width }) => ({ title: name, isNumber, width })),
      heading: null,
      rows: rows.map(({ cells }) =>
        cells.map((cell, at) => breakLines(phonesApart(cell), columns[at]?.width ?? 0)),
      ),
      sums: rows.flatMap(({ isSum }, at) => (isSum ? [at] : [])),
      whole,
      size: listSize,
    }),
    // What is signed stays with who signs it.
    ...foot.map((text) =>
      line(text, sizes.small, { spacing: { before: 60 }, keepNext: signature.length > 0 }),
    ),
    ...signature.map((text, at) =>
      line(text, sizes.body, {
        alignment: AlignmentType.RIGHT,
        indent: { right: 2 * sizes.body * 10 },
        keepNext: at < signature.length - 1,
        spacing: { before: at === 0 ? 300 : 0 },
      }),
    ),
  ];
}
