import type * as Docx from 'docx';
import { official } from '../../text/official.ts';
import { fonts, mm, page, sizes } from '../papers/official-page.ts';
import type { RunStyle } from '../papers/docx-parts.ts';
import { makeRun, writeWord } from '../papers/docx-parts.ts';
import type { SlipDocument } from './document.ts';

const margin = mm(20);
const whole = page.width - 2 * margin;
/** Label and value, twice. */
const shares = [15, 35, 15, 35] as const;
const size = 24;

/** Writes slips as one Word document: each begins on a sheet of its own. */
export async function writeSlipDocx(slips: readonly SlipDocument[]): Promise<Uint8Array> {
  const docx = await import('docx');
  return writeWord(docx, {
    title: [...new Set(slips.map(({ title }) => title))].join('、'),
    creator: '',
    day: slips[0]?.day ?? '2000-01-01',
    sections: slips.map((slip) => ({
      properties: {
        page: {
          size: { width: page.width, height: page.height },
          margin: { top: margin, bottom: mm(15), left: margin, right: margin },
        },
      },
      children: writeSheet(docx, slip),
    })),
  });
}

function writeSheet(docx: typeof Docx, slip: SlipDocument): (Docx.Paragraph | Docx.Table)[] {
  const { AlignmentType, Paragraph } = docx;
  const line = (
    text: string,
    style: RunStyle,
    alignment: (typeof AlignmentType)[keyof typeof AlignmentType],
    after: number,
  ) =>
    // prettier-ignore
    new Paragraph({ alignment, spacing: { before: 0, after }, children: [makeRun(docx, text, style)] });
  const notes = [slip.warning, slip.mark === null ? null : `【${slip.mark}】`].filter((one) => one !== null);
  return [
    ...notes.map((text) => line(text, { font: fonts.black, size }, AlignmentType.RIGHT, 60)),
    line(slip.title, { font: fonts.title, size: sizes.title }, AlignmentType.CENTER, 160),
    writeTable(docx, slip),
    line(slip.printedOn, { font: fonts.song, size: sizes.small }, AlignmentType.RIGHT, 0),
  ];
}

function writeTable(docx: typeof Docx, slip: SlipDocument): Docx.Table {
  const { AlignmentType, HeightRule, Paragraph, Table, TableCell, TableLayoutType, TableRow, VerticalAlignTable, WidthType } = docx; // prettier-ignore
  const say = official.slip;
  const widths = shares.map((share) => Math.floor((whole * share) / 100));
  const cell = (
    text: string,
    from: number,
    more: { readonly span?: number; readonly isLabel?: boolean; readonly isTop?: boolean } = {},
  ): Docx.TableCell => {
    const { span = 1, isLabel = false, isTop = false } = more;
    return new TableCell({
      columnSpan: span,
      width: {
        size: widths.slice(from, from + span).reduce((sum, width) => sum + width, 0),
        type: WidthType.DXA,
      },
      margins: { top: 80, bottom: 80, left: 100, right: 100 },
      verticalAlign: isTop ? VerticalAlignTable.TOP : VerticalAlignTable.CENTER,
      children: text.split('\n').map(
        (line) =>
          new Paragraph({
            alignment: isLabel ? AlignmentType.CENTER : AlignmentType.LEFT,
            children: [makeRun(docx, line, { font: isLabel ? fonts.black : fonts.body, size })],
          }),
      ),
    });
  };
  const row = (children: Docx.TableCell[], height?: number): Docx.TableRow =>
    new TableRow({
      children,
      cantSplit: height !== undefined,
      ...(height === undefined ? {} : { height: { value: height, rule: HeightRule.ATLEAST } }),
    });
  const pairs = Array.from({ length: Math.ceil(slip.fields.length / 2) }, (_, at) =>
    slip.fields.slice(at * 2, at * 2 + 2),
  );
  return new Table({
    width: { size: whole, type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    rows: [
      ...pairs.map((pair) =>
        row(
          pair.flatMap(([label, value], at) => [
            cell(label, at * 2, { isLabel: true }),
            cell(value, at * 2 + 1, { span: pair.length === 1 ? 3 : 1 }),
          ]),
        ),
      ),
      ...slip.texts.map(([label, value]) =>
        row([cell(label, 0, { isLabel: true }), cell(value, 1, { span: 3 })]),
      ),
      row([cell(slip.blank, 0, { isLabel: true }), cell('', 1, { span: 3 })], mm(38)),
      row(
        slip.signers.map((who, at) => cell(`${who}\n\n${say.day}`, at * 2, { span: 2, isTop: true })),
        mm(22),
      ),
    ],
  });
}
