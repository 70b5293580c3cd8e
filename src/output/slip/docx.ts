import type * as Docx from 'docx';
import { official } from '../../text/official.ts';
import { fonts, mm, page, sizes } from '../papers/official-page.ts';
import { fixZipTimes } from '../papers/fix-zip-times.ts';
import type { SlipDocument } from './document.ts';
import { showHidden } from '../visible.ts';

const margin = mm(20);
const whole = page.width - 2 * margin;
/** Label and value, twice. */
const shares = [15, 35, 15, 35] as const;
const size = 24;

/** Writes a slip as a Word document of one sheet. */
export async function writeSlipDocx(slip: SlipDocument): Promise<Uint8Array> {
  const docx = await import('docx');
  const { AlignmentType, Document, Packer, Paragraph, TextRun } = docx;
  const heading = (text: string, font: typeof fonts.body, of: number, isCentred: boolean) =>
    new Paragraph({
      alignment: isCentred ? AlignmentType.CENTER : AlignmentType.RIGHT,
      spacing: { after: 160 },
      children: [new TextRun({ text: showHidden(text), font, size: of })],
    });
  const built = new Document({
    title: slip.title,
    styles: { default: { document: { run: { font: fonts.body, size } } } },
    sections: [
      {
        properties: {
          page: {
            size: { width: page.width, height: page.height },
            margin: { top: margin, bottom: mm(18), left: margin, right: margin },
          },
        },
        children: [
          ...(slip.warning === null ? [] : [heading(slip.warning, fonts.black, size, false)]),
          heading(slip.title, fonts.title, sizes.title, true),
          writeTable(docx, slip),
          new Paragraph({ children: [] }),
        ],
      },
    ],
  });
  return fixZipTimes(new Uint8Array(await Packer.toBuffer(built)), slip.day);
}

function writeTable(docx: typeof Docx, slip: SlipDocument): Docx.Table {
  const { AlignmentType, HeightRule, Paragraph, Table, TableCell, TableLayoutType, TableRow, TextRun, VerticalAlignTable, WidthType } = docx; // prettier-ignore
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
            children: [
              new TextRun({ text: showHidden(line), font: isLabel ? fonts.black : fonts.body, size }),
            ],
          }),
      ),
    });
  };
  const row = (children: Docx.TableCell[], height?: number): Docx.TableRow =>
    new TableRow({
      children,
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
            cell(value, at * 2 + 1),
          ]),
        ),
      ),
      ...slip.texts.map(([label, value]) =>
        row([cell(label, 0, { isLabel: true }), cell(value, 1, { span: 3 })]),
      ),
      row([cell(say.opinion, 0, { isLabel: true }), cell('', 1, { span: 3 })], mm(38)),
      row(
        [say.handedOver, say.taken].map((who, at) =>
          cell(`${who}\n\n${say.day}`, at * 2, { span: 2, isTop: true }),
        ),
        mm(22),
      ),
    ],
  });
}
