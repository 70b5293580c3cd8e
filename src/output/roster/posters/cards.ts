import type * as Docx from 'docx';
import { unitWithCounty } from '../../../domain/roster.ts';
import type { Day } from '../../../domain/time.ts';
import { officialDay } from '../../../domain/time.ts';
import { official } from '../../../text/official.ts';
import { makeRun, noBorders, noTableBorders, writeWord } from '../../papers/docx-parts.ts';
import { fonts, mm, page } from '../../papers/official-page.ts';
import { wholeHtml, writeHtmlPage } from '../../papers/html.ts';
import { hoursLines } from '../../whole-pieces.ts';
import { displayWidth, wrapText } from '../../wrap.ts';
import { dialLinks } from '../dial.ts';
import { deskWithSign } from '../layout.ts';
import type { PosterFacts } from './poster.ts';
import { inOrder, phonesOf, point, posterTitle, widthOf } from './poster.ts';

/** A card or plate: lines with how large each is set in points; black ones stand out. */
export interface PosterLine {
  readonly text: string;
  readonly size: number;
  readonly isBlack: boolean;
  readonly isPhone: boolean;
}

/** What is cut out or put on a door: its size in millimetres, how many stand on a sheet of A4, and its lines. */
export interface PosterSheet {
  readonly title: string;
  readonly width: number;
  readonly height: number;
  readonly across: number;
  readonly down: number;
  readonly isLying: boolean;
  /** Whether lines are centred, as on a plate. */
  readonly isCentred: boolean;
  readonly posters: readonly (readonly PosterLine[])[];
  readonly day: Day;
}

/** The largest of the sizes in which a text stands on one line of a width in millimetres; the smallest where it does on none. */
function fitSize(text: string, width: number, sizes: readonly number[]): number {
  return sizes.find((size) => widthOf(text, size) <= width) ?? sizes.at(-1) ?? 8;
}

/** Height of a line in millimetres, wrapped to a width. */
function heightOf({ text, size }: PosterLine, width: number): number {
  return wrapText(text, Math.floor(width / (size * point * 0.55))).length * size * point * 1.25;
}

/** Cards for citizens (便民联系卡), 90 × 54 mm, ten on a sheet. */
export function makeCards(facts: PosterFacts): PosterSheet {
  const { jurisdiction, edition } = facts;
  const [width, height, padding] = [90, 54, 4.5];
  const room = width - 2 * padding;
  const from = official.card.from(jurisdiction, edition.number, officialDay(edition.publishedOn));
  return {
    title: posterTitle(facts),
    ...{ width, height, across: 2, down: 5, isLying: false, isCentred: false },
    day: edition.publishedOn,
    posters: inOrder(facts).map((entry) => {
      const hours = entry.hours === null ? [] : hoursLines(entry.hours).split('\n');
      const head: PosterLine[] = [
        { text: unitWithCounty(entry), size: fitSize(unitWithCounty(entry), room, [14, 12, 11, 10, 9]), isBlack: true, isPhone: false }, // prettier-ignore
        { text: deskWithSign(entry) || official.gap, size: 9, isBlack: false, isPhone: false },
      ];
      const tail: PosterLine[] = [
        ...((entry.address ?? '') === '' ? [] : [{ text: official.address(entry.address ?? ''), size: 7.5, isBlack: false, isPhone: false }]), // prettier-ignore
        { text: from, size: 7, isBlack: false, isPhone: false },
      ];
      // Phones as large as the card lets them be, all of them; hours in a size that stands beside.
      const sized = [16, 14, 12, 10.5, 9, 8, 7].map((size): PosterLine[] => [
        ...head,
        ...phonesOf(entry).map((text) => ({ text, size, isBlack: true, isPhone: true })),
        ...joinShort(hours, room, Math.min(8.5, size)).map((text) => ({ text, size: Math.min(8.5, size), isBlack: false, isPhone: false })), // prettier-ignore
        ...tail,
      ]);
      const inner = height - 2 * padding + 1;
      return sized.find((lines) => lines.reduce((sum, line) => sum + heightOf(line, room), 0) <= inner) ?? sized.at(-1) ?? []; // prettier-ignore
    }),
  };
}

/** Spells of hours beside each other as long as they stand on one line. */
function joinShort(spells: readonly string[], width: number, size: number): string[] {
  const lines: string[] = [];
  for (const spell of spells) {
    const last = lines.at(-1);
    const joined = `${last ?? ''}${spell}`;
    if (last !== undefined && displayWidth(joined) * size * point * 0.55 <= width)
      lines[lines.length - 1] = joined;
    else lines.push(spell);
  }
  return lines;
}

/** Door plates: one on a sheet of A4 that lies, with the name of the desk as large as it may be. */
export function makePlates(facts: PosterFacts): PosterSheet {
  const { edition } = facts;
  const [width, height, padding] = [277, 190, 12];
  const room = width - 2 * padding;
  return {
    title: posterTitle(facts),
    ...{ width, height, across: 1, down: 1, isLying: true, isCentred: true },
    day: edition.publishedOn,
    posters: inOrder(facts).map((entry): PosterLine[] => {
      const sign = entry.sign ?? '';
      const name = entry.desk ?? '';
      const hours = entry.hours === null ? [] : hoursLines(entry.hours).split('\n');
      const plain = (text: string, size: number): PosterLine => ({
        text,
        size,
        isBlack: false,
        isPhone: false,
      });
      const bold = (text: string, sizes: readonly number[]): PosterLine => ({ text, size: fitSize(text, room, sizes), isBlack: true, isPhone: false }); // prettier-ignore
      const sized = [40, 34, 28, 24, 20, 16].map((size): PosterLine[] => [
        plain(unitWithCounty(entry), fitSize(unitWithCounty(entry), room, [28, 24, 20, 16, 14])),
        ...(sign === '' ? [] : [bold(sign, [72, 64, 54, 44, 36, 28])]),
        ...(name === '' ? [] : [bold(name, sign === '' ? [72, 64, 54, 44, 36, 28] : [44, 36, 28, 22])]),
        ...phonesOf(entry).map((text) => ({ text, size, isBlack: true, isPhone: true })),
        ...joinShort(hours, room, Math.min(20, size)).map((text) => plain(text, Math.min(20, size))),
        ...((entry.address ?? '') === '' ? [] : [plain(official.address(entry.address ?? ''), Math.min(18, size))]), // prettier-ignore
      ]);
      return sized.find((lines) => lines.reduce((sum, line) => sum + heightOf(line, room), 0) <= height - 2 * padding) ?? sized.at(-1) ?? []; // prettier-ignore
    }),
  };
}

/** Writes cards or plates as a page that prints on A4. */
export function writePosterPage(sheet: PosterSheet): string {
  const { title, width, height, across, down, isLying, isCentred, posters } = sheet;
  const [wide, high] = isLying ? [297, 210] : [210, 297];
  const each = across * down;
  const style = `
@page { size: ${String(wide)}mm ${String(high)}mm; margin: 0; }
body { margin: 0; color: #000; background: #fff; font-family: SimSun, "宋体", "Noto Serif CJK SC", serif; }
section { width: ${String(wide)}mm; height: ${String(high)}mm; box-sizing: border-box; padding: ${String((high - height * down) / 2)}mm ${String((wide - width * across) / 2)}mm; display: grid; grid-template-columns: repeat(${String(across)}, ${String(width)}mm); grid-auto-rows: ${String(height)}mm; overflow: hidden; break-after: page; }
section:last-child { break-after: auto; }
div { border: ${isCentred ? '1.5pt solid #000' : '0.4pt dashed #888'}; box-sizing: border-box; padding: ${isCentred ? '12mm' : '4mm'}; overflow: hidden; display: flex; flex-direction: column; justify-content: space-evenly; ${isCentred ? 'text-align: center;' : ''} }
p { margin: 0; line-height: 1.25; overflow-wrap: break-word; }
p.b { font-family: SimHei, "黑体", "Noto Sans CJK SC", sans-serif; font-weight: 500; }
a { color: inherit; text-decoration: none; white-space: nowrap; }
.n { white-space: nowrap; }
`;
  const write = (lines: readonly PosterLine[]): string =>
    `<div>${lines.map(({ text, size, isBlack, isPhone }) => `<p${isBlack ? ' class="b"' : ''} style="font-size:${String(size)}pt">${isPhone ? dialLinks(text, true) : wholeHtml(text)}</p>`).join('')}</div>`;
  const pages = Array.from({ length: Math.ceil(posters.length / each) }, (_, at) =>
    posters.slice(at * each, (at + 1) * each),
  );
  const body = pages.map((of) => `<section>${of.map(write).join('\n')}</section>`).join('\n');
  return writeHtmlPage({ title, style, body });
}

/** Writes cards or plates as a Word document on A4: each in its place, with lines to cut along. */
export async function writePosterDocx(sheet: PosterSheet): Promise<Uint8Array> {
  const docx = await import('docx');
  const { title, width, height, across, down, isLying, posters, day } = sheet;
  const { AlignmentType, HeightRule, PageOrientation, Table, TableLayoutType, TableRow, WidthType } = docx;
  const [wide, high] = isLying ? [297, 210] : [210, 297];
  const [beside, above] = [(wide - width * across) / 2, (high - height * down) / 2];
  const rows = Array.from({ length: Math.ceil(posters.length / across) }, (_, at) =>
    posters.slice(at * across, (at + 1) * across),
  );
  return writeWord(docx, {
    title,
    creator: '',
    day,
    sections: [
      {
        properties: {
          page: {
            size: {
              width: page.width,
              height: page.height,
              orientation: isLying ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
            },
            // The last line of a table needs a hair of room below it.
            margin: { top: mm(above) - 20, bottom: mm(above) - 200, left: mm(beside), right: mm(beside), header: 0, footer: 0 }, // prettier-ignore
          },
        },
        children: [
          new Table({
            width: { size: mm(width * across), type: WidthType.DXA },
            columnWidths: Array.from({ length: across }, () => mm(width)),
            layout: TableLayoutType.FIXED,
            alignment: AlignmentType.CENTER,
            borders: noTableBorders(docx),
            rows: rows.map(
              (of) =>
                new TableRow({
                  cantSplit: true,
                  height: { value: mm(height), rule: HeightRule.EXACT },
                  children: Array.from({ length: across }, (_, at) => writeCell(docx, sheet, of[at] ?? [])),
                }),
            ),
          }),
          new docx.Paragraph({ spacing: { line: 20, lineRule: docx.LineRuleType.EXACT }, children: [] }),
        ],
      },
    ],
  });
}

function writeCell(docx: typeof Docx, sheet: PosterSheet, lines: readonly PosterLine[]): Docx.TableCell {
  const { AlignmentType, BorderStyle, LineRuleType, Paragraph, TableCell, VerticalAlignTable, WidthType } =
    docx;
  const { width, isCentred } = sheet;
  const edge = isCentred
    ? { style: BorderStyle.SINGLE, size: 12, color: '000000' }
    : { style: BorderStyle.DASHED, size: 3, color: '888888' };
  const padding = mm(isCentred ? 12 : 4);
  return new TableCell({
    width: { size: mm(width), type: WidthType.DXA },
    borders: lines.length === 0 ? noBorders(docx) : { top: edge, bottom: edge, left: edge, right: edge },
    margins: { top: mm(2), bottom: mm(2), left: padding, right: padding },
    verticalAlign: VerticalAlignTable.CENTER,
    children:
      lines.length === 0
        ? [new Paragraph({ children: [] })]
        : lines.map(
            ({ text, size, isBlack }) =>
              new Paragraph({
                alignment: isCentred ? AlignmentType.CENTER : AlignmentType.LEFT,
                spacing: { line: Math.round(size * 24.5), lineRule: LineRuleType.EXACT, before: 0, after: isCentred ? 120 : 20 }, // prettier-ignore
                children: [
                  makeRun(docx, text, {
                    size: Math.round(size * 2),
                    font: isBlack ? fonts.black : fonts.song,
                  }),
                ],
              }),
          ),
  });
}
