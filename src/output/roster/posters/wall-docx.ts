import type * as Docx from 'docx';
import type { Day } from '../../../domain/time.ts';
import { official } from '../../../text/official.ts';
import type { FrameCell, RunStyle } from '../../papers/docx-parts.ts';
import { makeFrame, makeRun, noMargins, noTableBorders, writeWord } from '../../papers/docx-parts.ts';
import { fonts, mm } from '../../papers/official-page.ts';
import type { WallBlock, WallSheet } from './wall.ts';
import { smallSize, tierMarks, wallGap, wallLead, wallMargin, wallPapers } from './wall.ts';

/** Writes a wall sheet as a Word document on its paper, lying. */
export async function writeWallDocx(sheet: WallSheet, day: Day): Promise<Uint8Array> {
  const docx = await import('docx');
  const { paper, title, pages, issuers } = sheet;
  const { width, height } = wallPapers[paper];
  const margin = mm(wallMargin);
  return writeWord(docx, {
    title,
    creator: issuers.join('、'),
    day,
    sections: pages.map((columns, at) => ({
      properties: {
        page: {
          // The writer turns a page that lies.
          size: { width: mm(height), height: mm(width), orientation: docx.PageOrientation.LANDSCAPE },
          margin: {
            top: margin,
            bottom: margin - mm(3),
            left: margin,
            right: margin,
            header: mm(5),
            footer: mm(5),
          },
        },
      },
      children: writeSheet(docx, sheet, columns, at),
    })),
  });
}

function makeLines(docx: typeof Docx) {
  /** A line of exactly as much height as its letters need. */
  return (text: string, style: RunStyle & { readonly size: number }, more: Docx.IParagraphOptions = {}) =>
    new docx.Paragraph({
      spacing: {
        line: Math.round(style.size * 12.5),
        lineRule: docx.LineRuleType.EXACT,
        before: 0,
        after: 0,
      },
      autoSpaceEastAsianText: false,
      ...more,
      children: [makeRun(docx, text, style)],
    });
}

function writeSheet(
  docx: typeof Docx,
  sheet: WallSheet,
  columns: readonly (readonly WallBlock[])[],
  at: number,
): (Docx.Paragraph | Docx.Table)[] {
  const { AlignmentType, BorderStyle } = docx;
  const { paper, title, head, pages, columnWidth, legend, note, issuers } = sheet;
  const line = makeLines(docx);
  const whole = mm(wallPapers[paper].width - 2 * wallMargin);
  const count = pages.length === 1 ? '' : `\u3000${official.page(String(at + 1), String(pages.length))}`;
  const cell = (width: number, children: (Docx.Paragraph | Docx.Table)[]): FrameCell => ({
    width,
    children,
    at: 'top',
  });
  const tiny = () => line('', { size: 4 });
  const grid = Array.from({ length: sheet.columns }, (_, column) => column);
  const cells = grid.flatMap((column) => {
    const blocks = columns[column] ?? [];
    const own = cell(
      mm(columnWidth),
      blocks.length === 0 ? [tiny()] : [writeColumn(docx, sheet, blocks), tiny()],
    );
    return column === 0 ? [own] : [cell(mm(wallGap), [tiny()]), own];
  });
  const foot = [whole * 0.72, whole * 0.28].map(Math.floor);
  const small = { size: smallSize * 2, font: fonts.song };
  return [
    line(title, { size: paper === 'a3' ? 60 : 44, font: fonts.title }, { alignment: AlignmentType.CENTER }),
    line(`${head}${count}`, { size: 20, font: fonts.song }, { alignment: AlignmentType.CENTER, spacing: { after: 160 } }), // prettier-ignore
    makeFrame(docx, cells),
    line(
      '',
      { size: 8 },
      { border: { bottom: { style: BorderStyle.SINGLE, size: 8, color: '000000', space: 1 } } },
    ),
    makeFrame(docx, [
      cell(foot[0] ?? 0, [
        ...legend.map((one) => line(`${one.mark} ${one.tier}：${one.duties}`, small, { spacing: {} })),
        ...(note === null ? [] : [line(note, small)]),
      ]),
      cell(foot[1] ?? 0, (issuers.length === 0 ? [''] : issuers).map((name) => line(name, small, { alignment: AlignmentType.RIGHT }))), // prettier-ignore
    ]),
    tiny(),
  ];
}

function writeColumn(docx: typeof Docx, sheet: WallSheet, blocks: readonly WallBlock[]): Docx.Table {
  const { AlignmentType, BorderStyle, HeightRule, Table, TableCell, TableLayoutType, TableRow, VerticalAlignTable, WidthType } = docx; // prettier-ignore
  const { columnWidth, phoneSize, nameSize } = sheet;
  const line = makeLines(docx);
  const whole = mm(columnWidth);
  const none = { style: BorderStyle.NONE, size: 0, color: 'auto' };
  const phones = mm(sheet.phoneWidth);
  const widths = [mm(wallLead), whole - mm(wallLead) - phones, phones];
  const cell = (
    at: number,
    children: Docx.Paragraph[],
    more: { readonly span?: number; readonly rule?: number } = {},
  ) =>
    new TableCell({
      width: { size: more.span === undefined ? (widths[at] ?? 0) : whole, type: WidthType.DXA },
      ...(more.span === undefined ? {} : { columnSpan: more.span }),
      borders: {
        top: none,
        left: none,
        right: none,
        bottom: { style: BorderStyle.SINGLE, size: more.rule ?? 3, color: more.rule === undefined ? '888888' : '000000' }, // prettier-ignore
      },
      margins: noMargins,
      verticalAlign: VerticalAlignTable.CENTER,
      children,
    });
  const small = { size: smallSize * 2, font: fonts.song };
  return new Table({
    width: { size: whole, type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    borders: noTableBorders(docx),
    rows: blocks.map((block) => {
      const height = { value: mm(block.height), rule: HeightRule.EXACT };
      if (block.kind === 'heading')
        return new TableRow({
          height,
          children: [cell(0, [line(block.text, { size: 22, font: fonts.black })], { span: 3, rule: 8 })],
        });
      const { number, unit, desk, tier, phones: numbers, hours } = block.item;
      return new TableRow({
        height,
        children: [
          cell(0, [line(`${String(number)} ${tierMarks[tier]}`, { size: 24, font: fonts.song })]),
          cell(1, [
            line(unit, { size: nameSize * 2, font: fonts.song }),
            ...[desk, ...(hours ?? '').split('\n')]
              .filter((text) => text !== '')
              .map((text) => line(text, small)),
          ]),
          cell(
            2,
            numbers.flatMap(({ number: phone, note }) => [
              line(phone, { size: phoneSize * 2, font: fonts.black }, { alignment: AlignmentType.RIGHT }),
              ...(note === '' ? [] : [line(note, small, { alignment: AlignmentType.RIGHT })]),
            ]),
          ),
        ],
      });
    }),
  });
}
