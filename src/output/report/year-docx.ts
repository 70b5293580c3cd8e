import type * as Docx from 'docx';
import type { Day } from '../../domain/time.ts';
import { official } from '../../text/official.ts';
import { setUpPages } from '../papers/docx-pages.ts';
import { makeRun, makeTable, writeWord } from '../papers/docx-parts.ts';
import { breakLines } from '../papers/fit-columns.ts';
import { acrossWidth, fonts, sizes } from '../papers/official-page.ts';
import { cellText } from '../view.ts';
import { writeAnnex, writeHead } from './report-docx.ts';
import { fitYearColumns } from './year-columns.ts';
import type { YearPaper, YearSection } from './year-sections.ts';

/** Widths of figures of a table's small letters beside each other on a page that lies. */
const room = 141;

/** Writes an evaluation as a Word document after GB/T 9704, lying: title, what it is of, its tables, what is used by itself on pages of its own; the definitions as an annex. */
export async function writeYearDocx(paper: YearPaper, day: Day): Promise<Uint8Array> {
  const docx = await import('docx');
  const { title, sections } = paper;
  const set = setUpPages(docx, { marks: [official.internal], isAcross: true });
  return writeWord(docx, {
    title,
    creator: '',
    day,
    sections: [
      {
        ...set,
        children: [...writeHead(docx, paper), ...sections.flatMap((section) => writeSection(docx, section))],
      },
      {
        ...setUpPages(docx, { marks: [official.internal], isAcross: true }),
        children: writeAnnex(docx, paper),
      },
    ],
  });
}

function line(docx: typeof Docx, text: string, more: Partial<Docx.IParagraphOptions> = {}): Docx.Paragraph {
  return new docx.Paragraph({
    spacing: { line: sizes.table * 15, lineRule: docx.LineRuleType.AT_LEAST, before: 0, after: 40 },
    ...more,
    children: [makeRun(docx, text, { size: sizes.table })],
  });
}

function writeSection(docx: typeof Docx, section: YearSection): (Docx.Paragraph | Docx.Table)[] {
  const { title, table, notes = [], isApart = false } = section;
  const { columns, rows, sums = [] } = table;
  const cells = rows.map((row) => columns.map((_, at) => cellText(row[at] ?? '')));
  const widths = fitYearColumns(section, cells, room);
  return [
    new docx.Paragraph({
      spacing: { before: isApart ? 0 : 240, after: 80 },
      keepNext: true,
      pageBreakBefore: isApart,
      children: [makeRun(docx, title, { font: fonts.black, size: sizes.page })],
    }),
    ...(rows.length === 0
      ? []
      : [
          makeTable(docx, {
            columns: columns.map((column, at) => ({
              title: column.title,
              isNumber: column.align === 'right',
              width: widths[at] ?? 4,
            })),
            heading: null,
            rows: cells.map((row) => row.map((cell, at) => breakLines(cell, widths[at] ?? 4))),
            sums,
            whole: acrossWidth,
            size: sizes.small,
          }),
        ]),
    ...notes.map((text) => line(docx, text, { spacing: { before: 40, after: 0 } })),
  ];
}
