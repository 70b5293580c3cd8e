import type * as Docx from 'docx';
import { official } from '../../text/official.ts';
import { showHidden } from '../visible.ts';
import { makeRun, noMargins, noTableBorders } from './docx-parts.ts';
import type { SignedNotice } from './notice-docx.ts';
import { charactersOf, mm, page, sizes, textWidth } from './official-page.ts';

/** Height of a line of what closes the last page. */
const closeLine = mm(9);
/** Characters of 14 pt that a line of it surely holds, whatever the font that stands in. */
const closeCharacters = 27;

/** Closes the last even page (版记): who gets a copy, who had it printed and when, at the foot of the text. */
export function writeClose(docx: typeof Docx, notice: SignedNotice): (Docx.Paragraph | Docx.Table)[] {
  const { AlignmentType, BorderStyle, HeightRule, LineRuleType, Paragraph, Table, TableCell, TableLayoutType, TableRow, VerticalAlignTable, WidthType } = docx; // prettier-ignore
  const { copiesTo, printedBy, issuers, date } = notice;
  const copies = copiesTo.length === 0 ? [] : [official.copiesTo(copiesTo.join('、'))];
  const printer = printedBy ?? issuers[0] ?? '';
  const thick = { style: BorderStyle.SINGLE, size: 8, color: '000000' };
  const thin = { style: BorderStyle.SINGLE, size: 6, color: '000000' };
  const none = { style: BorderStyle.NONE, size: 0, color: 'auto' };
  const half = Math.floor(textWidth / 2);
  const indent = oneCharacter;
  const line = (text: string, alignment: (typeof AlignmentType)[keyof typeof AlignmentType]) =>
    new Paragraph({
      alignment,
      spacing: { line: closeLine - mm(1), lineRule: LineRuleType.EXACT, before: 0, after: 0 },
      indent: { left: indent, right: indent },
      children: [makeRun(docx, showHidden(text), { size: sizes.page })],
    });
  const copyLines = copies.reduce(
    (sum, text) => sum + Math.ceil((charactersOf(text) + 2) / closeCharacters),
    0,
  );
  const rows = [
    ...copies.map(
      (text) =>
        new TableRow({
          cantSplit: true,
          height: { value: closeLine * copyLines, rule: HeightRule.ATLEAST },
          children: [
            new TableCell({
              columnSpan: 2,
              width: { size: textWidth, type: WidthType.DXA },
              borders: { top: thick, bottom: thin, left: none, right: none },
              verticalAlign: VerticalAlignTable.CENTER,
              children: [line(text, AlignmentType.LEFT)],
            }),
          ],
        }),
    ),
    new TableRow({
      cantSplit: true,
      height: { value: closeLine, rule: HeightRule.EXACT },
      children: [printer, official.printedOn(date)].map(
        (text, at) =>
          new TableCell({
            width: { size: half, type: WidthType.DXA },
            borders: { top: copies.length === 0 ? thick : thin, bottom: thick, left: none, right: none },
            margins: noMargins,
            verticalAlign: VerticalAlignTable.CENTER,
            children: [line(text, at === 0 ? AlignmentType.LEFT : AlignmentType.RIGHT)],
          }),
      ),
    }),
  ];
  const height = closeLine * (1 + copyLines);
  return [
    new Paragraph({
      spacing: { line: page.height - page.top - page.bottom - height - mm(2), lineRule: LineRuleType.EXACT, before: 0, after: 0 }, // prettier-ignore
      children: [],
    }),
    new Table({
      width: { size: textWidth, type: WidthType.DXA },
      columnWidths: [half, textWidth - half],
      layout: TableLayoutType.FIXED,
      borders: noTableBorders(docx),
      rows,
    }),
    new Paragraph({ spacing: { line: 20, lineRule: LineRuleType.EXACT, before: 0, after: 0 }, children: [] }),
  ];
}

/** One character of 14 pt. */
const oneCharacter = 280;
