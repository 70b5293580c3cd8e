import type * as Docx from 'docx';
import { official } from '../../text/official.ts';
import { makeRun, noMargins, noTableBorders } from './docx-parts.ts';
import type { SignedNotice } from './notice-docx.ts';
import { charactersOf, mm, page, sizes, textWidth } from './official-page.ts';

/** Height of a line of what closes the last page. */
const closeLine = mm(9);
/** Characters of 14 pt that a line of it surely holds, whatever the font that stands in. */
const closeCharacters = 27;

const writtenCopies = ({ copiesTo }: SignedNotice): string[] =>
  copiesTo.length === 0 ? [] : [official.copiesTo(copiesTo.join('、'))];

/** Who had it printed, and when. */
const printedLine = ({ printedBy, issuers, date }: SignedNotice): readonly [by: string, on: string] => [
  printedBy ?? issuers[0] ?? '',
  official.printedOn(date),
];

const linesOf = (copies: readonly string[]): number =>
  copies.reduce((sum, text) => sum + Math.ceil((charactersOf(text) + 2) / closeCharacters), 0);

/** Height of what closes a notice, in twentieths of a point. */
export function closeHeight(notice: SignedNotice): number {
  return closeLine * (1 + linesOf(writtenCopies(notice)));
}

/** Closes the last even page (版记), on a page of its own: who gets a copy, who had it printed and when, at the foot of the text. */
export function writeClose(docx: typeof Docx, notice: SignedNotice): (Docx.Paragraph | Docx.Table)[] {
  const { AlignmentType, BorderStyle, HeightRule, LineRuleType, Paragraph, Table, TableCell, TableLayoutType, TableRow, VerticalAlignTable, WidthType } = docx; // prettier-ignore
  const copies = writtenCopies(notice);
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
      children: [makeRun(docx, text, { size: sizes.page })],
    });
  const copyLines = linesOf(copies);
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
      children: printedLine(notice).map(
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
  const height = closeHeight(notice);
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
    makeTiny(docx),
  ];
}

/** One character of 14 pt. */
const oneCharacter = 280;

/** The same at the foot of the page on which the notice ends: in a frame, wherever the text above it ends. */
export function writeCloseBelow(docx: typeof Docx, notice: SignedNotice): Docx.Paragraph[] {
  const { BorderStyle, FrameAnchorType, LineRuleType, Paragraph, TabStopType } = docx;
  const copies = writtenCopies(notice);
  const height = closeHeight(notice);
  const frame = {
    type: 'absolute' as const,
    position: { x: page.left, y: page.height - page.bottom - height },
    width: textWidth,
    height,
    anchor: { horizontal: FrameAnchorType.PAGE, vertical: FrameAnchorType.PAGE },
  };
  const edge = (size: number) => ({ style: BorderStyle.SINGLE, size, color: '000000', space: 1 });
  const line = (texts: readonly string[], border: Docx.IParagraphOptions['border']) =>
    new Paragraph({
      frame,
      ...(border === undefined ? {} : { border }),
      spacing: { line: closeLine - mm(1), lineRule: LineRuleType.EXACT, before: 0, after: 0 },
      indent: { left: oneCharacter, right: oneCharacter },
      tabStops: [{ type: TabStopType.RIGHT, position: textWidth - oneCharacter }],
      children: texts.flatMap((text, at) => [
        ...(at === 0 ? [] : [new docx.TextRun({ children: [new docx.Tab()] })]),
        makeRun(docx, text, { size: sizes.page }),
      ]),
    });
  return [
    ...copies.map((text) => line([text], { top: edge(8) })),
    line(printedLine(notice), { top: edge(copies.length === 0 ? 8 : 6), bottom: edge(8) }),
    makeTiny(docx),
  ];
}

/** A paragraph that takes no room: what stands before it needs one to hold on to. */
function makeTiny(docx: typeof Docx): Docx.Paragraph {
  return new docx.Paragraph({
    spacing: { line: 20, lineRule: docx.LineRuleType.EXACT, before: 0, after: 0 },
    children: [],
  });
}
