import type { SheetData } from 'write-excel-file/node';
import { officialDay } from '../../../domain/time.ts';
import { official } from '../../../text/official.ts';
import type { RosterDocument } from './document.ts';
import { printedCell } from './document.ts';
import { documentMarks } from '../layout.ts';
import type { OfficeParts } from '../../papers/fix-zip-times.ts';
import { fixZipTimes } from '../../papers/fix-zip-times.ts';
import { showHidden } from '../../visible.ts';
import { coverNames, writableText } from '../../papers/workbook.ts';
import { wrapText } from './wrap.ts';

/** Characters of 10 pt that stand side by side on A4 across, within its margins. */
const pageCharacters = 150;
/** Points a line of 10 pt takes. */
const linePoints = 14;

/** The greatest height of a row in Excel, in points. */
const tallest = 409;

/** Writes a roster as an Excel workbook that prints: A4 across, its header on every page, wrapped, all cells text. */
export async function writeRosterWorkbook(document: RosterDocument): Promise<Uint8Array> {
  const { default: writeXlsxFile } = await import('write-excel-file/node');
  const { notice, edition, columns, groups, foot } = document;
  const count = columns.length;
  const widths = columns.map(({ share }) => Math.max(6, Math.floor((pageCharacters * share) / 100)));
  const head = [
    ...documentMarks(document),
    ...(edition === null
      ? []
      : [official.edition(edition.number), edition.documentNo, officialDay(edition.publishedOn)]),
  ].join('　');
  const texts = [notice.annex, head, ...columns.map(({ title }) => title), ...foot, ...groups.flatMap(({ heading, rows }) => [heading ?? '', ...rows.flat()])]; // prettier-ignore
  const names = coverNames(texts);
  const text = (value: string, more: object = {}) =>
    value === '' ? null : { value: names.cover(writableText(showHidden(value))), type: String, wrap: true, alignVertical: 'center' as const, ...more }; // prettier-ignore
  const whole = (value: string, more: object) => [
    { ...text(value, more), columnSpan: count },
    ...Array.from({ length: count - 1 }, () => null),
  ];
  const border = { borderStyle: 'thin' as const };
  const height = (row: readonly string[]): number =>
    Math.min(
      tallest,
      linePoints * Math.max(1, ...row.map((cell, at) => wrapText(cell, (widths[at] ?? 6) - 1).length)) + 4,
    );
  const data = [
    whole(notice.annex, { fontWeight: 'bold', fontSize: 18, align: 'center', height: 30 }),
    whole(head === '' ? ' ' : head, { align: 'center', height: 18 }),
    columns.map(({ title }) => text(title, { ...border, fontWeight: 'bold', align: 'center', height: 2 * linePoints + 4 })), // prettier-ignore
    ...groups.flatMap(({ heading, rows }) => [
      ...(heading === null
        ? []
        : [whole(heading, { ...border, fontWeight: 'bold', height: linePoints + 4 })]),
      ...rows.map((line) =>
        line.map(printedCell).map((cell, at, row) => {
          const align = columns[at]?.isCentred === true ? 'center' : 'left';
          return (
            text(cell, { ...border, align, height: height(row) }) ?? { ...border, value: '', type: String }
          );
        }),
      ),
    ]),
    ...foot.map((line) => whole(line, { height: linePoints + 4 })),
  ];
  const bytes = await writeXlsxFile(
    data as SheetData,
    {
      columns: widths.map((width) => ({ width })),
      orientation: 'landscape',
      stickyRowsCount: 3,
      sheet: '联络名册',
    },
    { fontSize: 10 },
  ).toBuffer();
  const lastColumn = columnName(count);
  return fixZipTimes(new Uint8Array(bytes), document.day, (parts) => {
    names.uncover(parts);
    setUpPrint(parts, { lastColumn, rows: data.length, marks: documentMarks(document).join('　') });
  });
}

function columnName(number: number): string {
  return String.fromCodePoint(('A'.codePointAt(0) as number) + number - 1);
}

/** What the writer does not know: A4, fitted to its width, the area that prints, rows repeated on every page, page numbers. */
function setUpPrint(
  { read, write }: OfficeParts,
  print: { readonly lastColumn: string; readonly rows: number; readonly marks: string },
): void {
  const sheet = 'xl/worksheets/sheet1.xml';
  const setup = [
    '<pageMargins left="0.5" right="0.5" top="0.7" bottom="0.7" header="0.3" footer="0.3"/>',
    '<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>',
    `<headerFooter><oddHeader>&amp;R${print.marks}</oddHeader><oddFooter>&amp;C${official.page('&amp;P', '&amp;N')}</oddFooter></headerFooter>`,
  ].join('');
  write(
    sheet,
    read(sheet)
      .replace(/<pageMargins[^>]*\/>/gu, '')
      .replace(/<pageSetup[^>]*\/>/gu, '')
      .replace(/(<worksheet[^>]*>)(?!<sheetPr)/u, '$1<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>')
      .replace('</worksheet>', `${setup}</worksheet>`),
  );
  const workbook = 'xl/workbook.xml';
  const names =
    `<definedNames><definedName name="_xlnm.Print_Area" localSheetId="0">'联络名册'!$A$1:$${print.lastColumn}$${String(print.rows)}</definedName>` +
    `<definedName name="_xlnm.Print_Titles" localSheetId="0">'联络名册'!$3:$3</definedName></definedNames>`;
  write(
    workbook,
    read(workbook)
      .replace(/<definedNames\s*\/>|<definedNames>.*<\/definedNames>/su, '')
      .replace('</sheets>', `</sheets>${names}`),
  );
}
