import type { SheetData } from 'write-excel-file/node';
import { fixZipTimes } from '../papers/fix-zip-times.ts';
import { fitSheet } from '../papers/print-workbook.ts';
import { coverNames, figureOf, writableText } from '../papers/workbook.ts';
import type { Day } from '../../domain/time.ts';
import type { Table } from '../view.ts';
import { cellText } from '../view.ts';
import { displayWidth } from '../wrap.ts';
import type { HeatMap, Report } from './report.ts';
import { heatColors, heatOf } from './report.ts';

/** Widest column, in characters. */
const widest = 60;

/** Writes a report as an Excel workbook: a tab for each part, numbers as numbers, matrices coloured, the definitions as a tab of their own. */
export async function writeReportWorkbook(report: Report, day: Day): Promise<Uint8Array> {
  const { default: writeXlsxFile } = await import('write-excel-file/node');
  const { title, head, sections, definitions, definitionsTitle } = report;
  const texts = [
    ...[title, definitionsTitle, ...head, ...definitions.flat()],
    ...sections.flatMap(({ title: name, table, notes = [], heat }) => [
      ...[name, ...notes, ...(heat?.labels ?? []), ...table.columns.map((column) => column.title)],
      ...table.rows.flat().map(cellText),
    ]),
  ];
  const names = coverNames(texts);
  const text = (value: string, more: object = {}) => ({
    ...{ value: names.cover(writableText(value)), type: String, ...more },
  });
  const bold = { fontWeight: 'bold' as const };
  const lines = (values: readonly string[]) => values.map((value) => [text(value)]);
  const sheets = sections.map(({ title: name, table, notes = [], heat }, at) => {
    const inner = heat === undefined ? tableRows(table, text) : heatRows(heat, text);
    const above = at === 0 ? [[text(title, bold)], ...lines(head), []] : [];
    return {
      sheet: name,
      data: [...above, ...inner, ...lines(notes)] as SheetData,
      columns:
        heat === undefined ? widthsOf(table) : [{ width: 24 }, ...heat.labels.map(() => ({ width: 5 }))],
      stickyRowsCount: above.length + 1,
    };
  });
  const meanings = definitions.map(([name, meaning]) => [text(name, bold), text(meaning, { wrap: true })]);
  const bytes = await writeXlsxFile([
    ...sheets,
    { sheet: definitionsTitle, data: meanings, columns: [{ width: 20 }, { width: 90 }] },
  ]).toBuffer();
  return fixZipTimes(new Uint8Array(bytes), day, (parts) => {
    names.uncover(parts);
    for (let at = 1; at <= sheets.length + 1; at += 1)
      fitSheet(parts, `xl/worksheets/sheet${String(at)}.xml`, { marks: '', isUpright: false });
  });
}

type TextCell = (value: string, more?: object) => object;

function tableRows({ columns, rows }: Table, text: TextCell): object[][] {
  return [
    columns.map(({ title }) => text(title, { fontWeight: 'bold', wrap: true, backgroundColor: '#f2f2f2' })),
    ...rows.map((row) =>
      columns.map(({ align }, at) => {
        const value = cellText(row[at] ?? '');
        return (align === 'right' ? figureOf(value) : undefined) ?? text(value);
      }),
    ),
  ];
}

function heatRows({ labels, cells }: HeatMap, text: TextCell): object[][] {
  const most = Math.max(0, ...cells.flat());
  return [
    [
      text('', { height: headHeight(labels) }),
      ...labels.map((label) => text(label, { fontWeight: 'bold', textRotation: 90, align: 'center' })),
    ],
    ...cells.map((row, at) => [
      text(labels[at] ?? '', { fontWeight: 'bold' }),
      ...row.map((value) =>
        value === 0
          ? text('')
          : {
              ...{ value, type: Number, backgroundColor: heatColors[heatOf(value, most)] },
              ...(heatOf(value, most) === 5 ? { textColor: '#ffffff' } : {}),
            },
      ),
    ]),
  ];
}

/** Height of a row of names that stand upright, in points. */
function headHeight(labels: readonly string[]): number {
  return Math.min(200, Math.max(40, ...labels.map((label) => displayWidth(label) * 6 + 8)));
}

function widthsOf({ columns, rows }: Table): { readonly width: number }[] {
  return columns.map(({ title }, at) => ({
    width: Math.min(
      widest,
      rows.reduce(
        (most, row) => Math.max(most, displayWidth(cellText(row[at] ?? '')) + 2),
        displayWidth(title) + 2,
      ),
    ),
  }));
}
