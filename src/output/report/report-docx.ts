import type * as Docx from 'docx';
import type { Day } from '../../domain/time.ts';
import { makeRun, makeTable, writeWord } from '../papers/docx-parts.ts';
import { setUpPages } from '../papers/docx-pages.ts';
import { breakLines, fitColumns } from '../papers/fit-columns.ts';
import { acrossWidth, fonts, mm, sizes } from '../papers/official-page.ts';
import { official } from '../../text/official.ts';
import { zh } from '../../text/zh.ts';
import type { Table } from '../view.ts';
import { cellText } from '../view.ts';
import type { Report, ReportSection } from './report.ts';

/** Widths of figures of a table's size beside each other on a page that lies. */
const room = 121;
/** Of a matrix no more names stand beside each other on paper; all of it is in the workbook and the page. */
const mostColumns = 16;

/** Writes a report as a Word document after GB/T 9704, lying: title, what it is of, its tables, and the definitions as an annex. */
export async function writeReportDocx(report: Report, day: Day): Promise<Uint8Array> {
  const docx = await import('docx');
  return writeWord(docx, {
    title: report.title,
    creator: '',
    day,
    sections: [
      {
        ...setUpPages(docx, { marks: [], isAcross: true }),
        children: [...writeHead(docx, report), ...writeSections(docx, report.sections)],
      },
      { ...setUpPages(docx, { marks: [], isAcross: true }), children: writeAnnex(docx, report) },
    ],
  });
}

function line(
  docx: typeof Docx,
  text: string,
  more: Partial<Docx.IParagraphOptions> & { readonly black?: boolean; readonly size?: number } = {},
): Docx.Paragraph {
  const { black = false, size = sizes.table, ...options } = more;
  return new docx.Paragraph({
    spacing: { line: size * 15, lineRule: docx.LineRuleType.AT_LEAST, before: 0, after: 40 },
    ...options,
    children: [makeRun(docx, text, { size, ...(black ? { font: fonts.black } : {}) })],
  });
}

/** The title of a report, and what it is of below. */
export function writeHead(
  docx: typeof Docx,
  { title, head }: Pick<Report, 'title' | 'head'>,
): Docx.Paragraph[] {
  return [
    new docx.Paragraph({
      alignment: docx.AlignmentType.CENTER,
      keepNext: true,
      spacing: { after: 120 },
      children: [makeRun(docx, title, { font: fonts.title, size: sizes.title })],
    }),
    ...writeHeadLines(docx, head),
  ];
}

/** What a report is of, line by line below its title. */
export function writeHeadLines(docx: typeof Docx, head: readonly string[]): Docx.Paragraph[] {
  return head.map((text) => line(docx, text, { alignment: docx.AlignmentType.CENTER, keepNext: true }));
}

/** The parts of a report one below the other: heading, table, notes. */
export function writeSections(
  docx: typeof Docx,
  sections: readonly ReportSection[],
  whole = acrossWidth,
): (Docx.Paragraph | Docx.Table)[] {
  return sections.flatMap(({ title, table, notes = [] }) => [
    line(docx, title, { black: true, size: sizes.page, spacing: { before: 240, after: 80 }, keepNext: true }),
    writeTable(docx, table, whole),
    ...notes.map((text) => line(docx, text, { size: sizes.small, spacing: { before: 40, after: 0 } })),
  ]);
}

/** A table of a paper, its titles on every page, its sums in black letters. */
function writeTable(docx: typeof Docx, { columns, rows, sums = [] }: Table, whole: number): Docx.Table {
  const shown = columns.slice(0, mostColumns + 1);
  const cells = rows.map((row) => shown.map((_, at) => cellText(row[at] ?? '')));
  const titles = shown.map(({ title }) => title);
  const widths = fitColumns(titles, cells, Math.floor((room * whole) / acrossWidth));
  return makeTable(docx, {
    columns: shown.map(({ title, align }, at) => ({
      title,
      isNumber: align === 'right',
      width: widths[at] ?? 0,
    })),
    heading: null,
    rows: cells.map((row) => row.map((cell, at) => breakLines(cell, widths[at] ?? 0))),
    sums,
    whole,
    size: sizes.table,
  });
}

/** The head of an annex: its mark in black at the left, its title centred below. */
export function writeAnnexHead(docx: typeof Docx, title: string, { isMarked = true } = {}): Docx.Paragraph[] {
  return [
    ...(isMarked ? [line(docx, official.annex, { black: true, size: sizes.body })] : []),
    new docx.Paragraph({
      alignment: docx.AlignmentType.CENTER,
      keepNext: true,
      spacing: { before: mm(4), after: mm(4) },
      children: [makeRun(docx, title, { font: fonts.title, size: sizes.title })],
    }),
  ];
}

/** The definitions, as an annex of their own or the last part of one. */
export function writeAnnex(
  docx: typeof Docx,
  { definitions, definitionsTitle }: Pick<Report, 'definitions' | 'definitionsTitle'>,
  terms: { readonly isMarked?: boolean } = {},
): (Docx.Paragraph | Docx.Table)[] {
  const columns = [{ title: zh.views.report.figure }, { title: zh.views.figures.meaning }];
  return [
    ...writeAnnexHead(docx, definitionsTitle, terms),
    writeTable(docx, { columns, rows: definitions.map((one) => [...one]) }, acrossWidth),
  ];
}
