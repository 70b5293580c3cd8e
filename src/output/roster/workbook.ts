import { officialDay } from '../../domain/time.ts';
import { official } from '../../text/official.ts';
import { countLines } from '../papers/fit-columns.ts';
import type { SheetRow } from '../papers/print-workbook.ts';
import { writePrintWorkbook } from '../papers/print-workbook.ts';
import { showHidden } from '../visible.ts';
import { documentMarks, headLine } from './layout.ts';
import type { RosterPaper } from './paper.ts';
import { printRows } from './paper.ts';

/** Writes a roster as an Excel workbook that prints: A4 across, titles on every page, rows as high as what is in them, all cells text. */
export async function writeRosterWorkbook(paper: RosterPaper): Promise<Uint8Array> {
  const { notice, columns, groups, foot, day } = paper;
  const widths = columns.map(({ width }) => width);
  const rows = groups.flatMap((group): SheetRow[] => [
    ...(group.heading === null ? [] : [{ kind: 'heading' as const, text: showHidden(group.heading) }]),
    ...printRows(paper, group)
      .map((row) => row.map(showHidden))
      .map((cells) => ({
        kind: 'row' as const,
        cells,
        lines: Math.max(...cells.map((cell, at) => countLines(cell, widths[at] ?? 6))),
      })),
  ]);
  return writePrintWorkbook({
    tab: official.rosterTab,
    title: showHidden(notice.annex),
    head: [showHidden(headLine(paper, officialDay))].filter((line) => line !== ''),
    marks: documentMarks(paper),
    columns: columns.map(({ title, isCentred, width }) => ({ title, isCentred, width })),
    rows,
    foot: foot.map(showHidden),
    day,
  });
}
