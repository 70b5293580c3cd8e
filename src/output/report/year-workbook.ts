import type { SheetData } from 'write-excel-file/node';
import type { Day } from '../../domain/time.ts';
import { official } from '../../text/official.ts';
import { countLines } from '../papers/fit-columns.ts';
import type { OfficeParts } from '../papers/fix-zip-times.ts';
import { fixZipTimes } from '../papers/fix-zip-times.ts';
import { fitSheet } from '../papers/print-workbook.ts';
import { coverNames, figureOf, tallestRow, writableText } from '../papers/workbook.ts';
import { cellText } from '../view.ts';
import { fitYearColumns } from './year-columns.ts';
import type { YearPaper, YearSection } from './year-sections.ts';

/** Widths of figures beside each other on a sheet that is fitted to a page that lies. */
const room = 150;
const linePoints = 14.5;
/** Excel sets a column in widths of figures of the usual letters, which are a little wider than those of 10 pt. */
const widthOf = (width: number): number => Math.round(width * 1.12 * 10) / 10;
const border = { borderStyle: 'thin' as const };

/** Writes an evaluation as a workbook: a tab for each sheet, each with its head, printed on A4 with the titles of its columns on every page. */
export async function writeYearWorkbook(paper: YearPaper, day: Day): Promise<Uint8Array> {
  const { default: writeXlsxFile } = await import('write-excel-file/node');
  const sections: readonly YearSection[] = [...paper.sections, definitionSection(paper)];
  const names = coverNames([
    ...[paper.title, ...paper.head],
    ...sections.flatMap(({ title, table, notes = [] }) => [
      ...[title, ...notes, ...table.columns.map((column) => column.title)],
      ...table.rows.flat().map(cellText),
    ]),
  ]);
  const [run = '', counted = ''] = [paper.head[0], paper.head.at(-1)];
  const sheets = sections.map((section, at) =>
    makeSheet([paper.title, ...(at === 0 ? paper.head : [run, counted])], section, names.cover),
  );
  const bytes = await writeXlsxFile(
    sheets.map(({ tab, data, widths, titleRow }) => ({
      sheet: tab,
      data: data as SheetData,
      columns: widths.map((width) => ({ width: widthOf(width) })),
      orientation: 'landscape' as const,
      stickyRowsCount: titleRow,
    })),
    { fontSize: 10 },
  ).toBuffer();
  return fixZipTimes(new Uint8Array(bytes), day, (parts) => {
    names.uncover(parts);
    for (const at of sheets.keys())
      fitSheet(parts, `xl/worksheets/sheet${String(at + 1)}.xml`, {
        marks: official.internal,
        isUpright: false,
      });
    repeatTitles(parts, sheets);
  });
}

function definitionSection({ definitions, definitionsTitle }: YearPaper): YearSection {
  return {
    title: definitionsTitle,
    table: { columns: [{ title: '指标' }, { title: '口径' }], rows: definitions },
  };
}

interface Sheet {
  readonly tab: string;
  readonly data: readonly (readonly (object | null)[])[];
  readonly widths: readonly number[];
  /** The row of the titles of its columns, from 1. */
  readonly titleRow: number;
}

/** Makes a sheet: its title, what it is of line by line, its table, what is to be said of it. */
function makeSheet(lines: readonly string[], section: YearSection, cover: (text: string) => string): Sheet {
  const { title, table, notes = [] } = section;
  const { columns, sums = [] } = table;
  const cells = table.rows.map((row) => columns.map((_, at) => cellText(row[at] ?? '')));
  const widths = fitYearColumns(section, cells, room);
  const text = (value: string, more: object = {}) => ({
    ...{ value: cover(writableText(value)), type: String, wrap: true, alignVertical: 'center' as const },
    ...more,
  });
  const whole = (value: string, more: object) => [
    { ...text(value, more), columnSpan: columns.length },
    ...Array.from({ length: columns.length - 1 }, () => null),
  ];
  const heightOf = (line: string): number => linePoints * countLines(line, room) + 4;
  const titles = columns.map((column, at) => countLines(column.title, widths[at] ?? 4));
  const data = [
    whole(title, { fontWeight: 'bold', fontSize: 16, align: 'center', height: 28 }),
    ...lines.map((line) => whole(line, { align: 'center', height: heightOf(line) })),
    columns.map((column) =>
      text(column.title, {
        ...{ ...border, fontWeight: 'bold', align: 'center', backgroundColor: '#f2f2f2' },
        height: linePoints * Math.max(...titles) + 6,
      }),
    ),
    ...cells.map((row, place) => {
      const most = Math.max(1, ...row.map((cell, at) => countLines(cell, widths[at] ?? 4)));
      const more = {
        ...{ ...border, height: Math.min(tallestRow, linePoints * most + 6) },
        ...(sums.includes(place) ? { fontWeight: 'bold' as const } : {}),
      };
      return row.map((cell, at) => {
        if (columns[at]?.align !== 'right') return text(cell, { ...more, align: 'left' });
        const number = figureOf(cell);
        return number === undefined
          ? text(cell, { ...more, align: 'right' })
          : { ...number, ...more, align: 'right' as const, alignVertical: 'center' as const };
      });
    }),
    ...notes.map((line) => whole(line, { height: heightOf(line) })),
  ];
  return { tab: title, data, widths, titleRow: lines.length + 2 };
}

/** Has the titles of the columns stand again on every page of each sheet. */
function repeatTitles({ read, write }: OfficeParts, sheets: readonly Sheet[]): void {
  const path = 'xl/workbook.xml';
  const names = sheets.map(({ tab, titleRow }, at) => {
    const rows = `$${String(titleRow)}:$${String(titleRow)}`;
    return `<definedName name="_xlnm.Print_Titles" localSheetId="${String(at)}">'${tab}'!${rows}</definedName>`;
  });
  write(
    path,
    read(path)
      .replace(/<definedNames\s*\/>|<definedNames>.*<\/definedNames>/su, '')
      .replace('</sheets>', `</sheets><definedNames>${names.join('')}</definedNames>`),
  );
}
