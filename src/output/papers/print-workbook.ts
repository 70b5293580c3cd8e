import type { SheetData } from 'write-excel-file/node';
import type { Day } from '../../domain/time.ts';
import { official } from '../../text/official.ts';
import { countLines } from './fit-columns.ts';
import type { OfficeParts } from './fix-zip-times.ts';
import { fixZipTimes } from './fix-zip-times.ts';
import { coverNames, numberOf, tallestRow, writableText } from './workbook.ts';

/** A row of a sheet that prints: a heading over all columns, or cells with the lines the highest of them takes. */
export type SheetRow =
  | { readonly kind: 'heading'; readonly text: string }
  | {
      readonly kind: 'row';
      readonly cells: readonly string[];
      readonly lines: number;
      readonly isSum?: boolean;
    };

/** A sheet that prints. */
export interface PrintSheet {
  readonly tab: string;
  readonly title: string;
  /** What stands below the title, a line each: number, document number, day. */
  readonly head: readonly string[];
  /** Marks in the head of every page. */
  readonly marks: readonly string[];
  readonly columns: readonly {
    readonly title: string;
    readonly isCentred?: boolean;
    /** Whether whole numbers in it are numbers, to be counted with. */
    readonly isNumber?: boolean;
    /** In widths of figures. */
    readonly width: number;
  }[];
  readonly rows: readonly SheetRow[];
  readonly foot: readonly string[];
  readonly day: Day;
  readonly isUpright?: boolean;
}

/** Points a line of 10 pt takes. */
const linePoints = 14.5;
/** Excel sets a column in widths of figures of the usual letters, which are a little wider than those of 10 pt. */
const widthOf = (width: number): number => Math.round(width * 1.12 * 10) / 10;

/** Writes a sheet that prints on A4 fitted to its width: title, titles of columns on every page, borders, rows as high as their text, pages numbered. */
export async function writePrintWorkbook(sheet: PrintSheet): Promise<Uint8Array> {
  const { default: writeXlsxFile } = await import('write-excel-file/node');
  const { tab, title, head, marks, columns, rows, foot, day, isUpright = false } = sheet;
  const count = columns.length;
  const names = coverNames([
    title,
    ...head,
    ...foot,
    ...columns.map((column) => column.title),
    ...rows.flatMap((row) => (row.kind === 'heading' ? [row.text] : row.cells)),
  ]);
  const text = (value: string, more: object = {}) => ({
    // A cell without a value keeps its borders.
    value: value === '' ? '' : names.cover(writableText(value)),
    type: String,
    wrap: true,
    alignVertical: 'center' as const,
    ...more,
  });
  const whole = (value: string, more: object) => [
    { ...text(value, more), columnSpan: count },
    ...Array.from({ length: count - 1 }, () => null),
  ];
  const room = columns.reduce((sum, { width }) => sum + width, 0);
  /** Height of a line over all columns. */
  const heightOf = (line: string): number => linePoints * countLines(line, room) + 4;
  const border = { borderStyle: 'thin' as const };
  /** The row of the titles, which stands again on every page. */
  const titleRow = 2 + head.length;
  const data = [
    whole(title, { fontWeight: 'bold', fontSize: 18, align: 'center', height: 30 }),
    ...head.map((line) => whole(line, { align: 'center', height: heightOf(line) })),
    columns.map((column) => text(column.title, { ...border, fontWeight: 'bold', align: 'center', height: 2 * linePoints + 4 })), // prettier-ignore
    ...rows.map((row) => {
      if (row.kind === 'heading')
        return whole(row.text, { ...border, fontWeight: 'bold', height: linePoints + 6 });
      const height = Math.min(tallestRow, linePoints * Math.max(1, row.lines) + 6);
      const weight = row.isSum === true ? { fontWeight: 'bold' as const } : {};
      return columns.map(({ isCentred = false, isNumber = false }, at) => {
        const value = row.cells[at] ?? '';
        const more = { ...border, ...weight, height };
        const number = isNumber ? numberOf(value) : undefined;
        if (number !== undefined)
          return { ...number, alignVertical: 'center' as const, align: 'right' as const, ...more };
        return text(value, { ...more, align: isNumber ? 'right' : isCentred ? 'center' : 'left' });
      });
    }),
    ...foot.map((line) => whole(line, { height: heightOf(line) })),
  ];
  const bytes = await writeXlsxFile(
    data as SheetData,
    {
      columns: columns.map(({ width }) => ({ width: widthOf(width) })),
      ...(isUpright ? {} : { orientation: 'landscape' as const }),
      stickyRowsCount: titleRow,
      sheet: tab,
    },
    { fontSize: 10 },
  ).toBuffer();
  return fixZipTimes(new Uint8Array(bytes), day, (parts) => {
    names.uncover(parts);
    setUpPrint(parts, {
      tab,
      columns: count,
      rows: data.length,
      titleRow,
      marks: marks.join('　'),
      isUpright,
    });
  });
}

/** The letters of a column by its number, from 1. */
function columnName(number: number): string {
  const first = 'A'.codePointAt(0) as number;
  return number <= 26
    ? String.fromCodePoint(first + number - 1)
    : columnName(Math.floor((number - 1) / 26)) + columnName(((number - 1) % 26) + 1);
}

/** Sets a sheet up for A4: fitted to its width, pages numbered, marks in the head of every page. */
export function fitSheet(
  { read, write }: OfficeParts,
  sheet: string,
  { marks, isUpright }: { readonly marks: string; readonly isUpright: boolean },
): void {
  const setup = [
    '<pageMargins left="0.5" right="0.5" top="0.7" bottom="0.7" header="0.3" footer="0.3"/>',
    `<pageSetup paperSize="9" orientation="${isUpright ? 'portrait' : 'landscape'}" fitToWidth="1" fitToHeight="0"/>`,
    `<headerFooter><oddHeader>&amp;R${marks}</oddHeader><oddFooter>&amp;C${official.page('&amp;P', '&amp;N')}</oddFooter></headerFooter>`,
  ].join('');
  write(
    sheet,
    read(sheet)
      .replace(/<pageMargins[^>]*\/>/gu, '')
      .replace(/<pageSetup[^>]*\/>/gu, '')
      .replace(/(<worksheet[^>]*>)(?!<sheetPr)/u, '$1<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>')
      .replace('</worksheet>', `${setup}</worksheet>`),
  );
}

/** What the writer does not know: A4, fitted to its width, the area that prints, rows repeated on every page, page numbers. */
function setUpPrint(
  { read, write }: OfficeParts,
  print: { readonly tab: string; readonly columns: number; readonly rows: number; readonly titleRow: number; readonly marks: string; readonly isUpright: boolean }, // prettier-ignore
): void {
  const { tab, marks, isUpright } = print;
  fitSheet({ read, write }, 'xl/worksheets/sheet1.xml', { marks, isUpright });
  const workbook = 'xl/workbook.xml';
  const names =
    `<definedNames><definedName name="_xlnm.Print_Area" localSheetId="0">'${tab}'!$A$1:$${columnName(print.columns)}$${String(print.rows)}</definedName>` +
    `<definedName name="_xlnm.Print_Titles" localSheetId="0">'${tab}'!$${String(print.titleRow)}:$${String(print.titleRow)}</definedName></definedNames>`;
  write(
    workbook,
    read(workbook)
      .replace(/<definedNames\s*\/>|<definedNames>.*<\/definedNames>/su, '')
      .replace('</sheets>', `</sheets>${names}`),
  );
}
