import { countLines } from '../papers/fit-columns.ts';
import type { SheetRow } from '../papers/print-workbook.ts';
import { writePrintWorkbook } from '../papers/print-workbook.ts';
import type { ListPaper } from './list-paper.ts';

/** Writes a list as an Excel workbook that prints: title, titles of columns on every page, numbers as numbers, sums. */
export async function writeListWorkbook(paper: ListPaper): Promise<Uint8Array> {
  const { tab, title, marks, head, lead, columns, rows, foot, signature, isUpright, day } = paper;
  return writePrintWorkbook({
    tab,
    title,
    head: [...head, ...lead],
    marks,
    columns,
    rows: rows.map(({ cells, isSum }): SheetRow => ({
      kind: 'row',
      cells,
      lines: Math.max(1, ...cells.map((cell, at) => countLines(cell, columns[at]?.width ?? 6))),
      isSum,
    })),
    foot: [...foot, ...signature],
    day,
    isUpright,
  });
}
