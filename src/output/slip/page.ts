import { official } from '../../text/official.ts';
import { escapeHtml, wholeHtml, writeHtmlPage } from '../papers/html.ts';
import { wrapText } from '../wrap.ts';
import type { SlipDocument } from './document.ts';

const style = `
@page { size: A4; margin: 18mm 20mm 15mm; }
body { font: 12pt/1.5 FangSong, "仿宋", "仿宋_GB2312", STFangsong, "Noto Serif CJK SC", serif; color: #000; background: #fff; margin: 0 auto; max-width: 170mm; }
section { break-after: page; }
section:last-child { break-after: auto; }
h1 { font: 700 20pt/1.4 "小标宋", "方正小标宋简体", SimSun, "Noto Serif CJK SC", serif; text-align: center; margin: 2mm 0 4mm; position: relative; }
span.mark { position: absolute; right: 0; top: 0.3em; font: 500 14pt/1.3 SimHei, "黑体", "Noto Sans CJK SC", sans-serif; border: 1.5pt solid #000; padding: 0 2mm; }
table { border-collapse: collapse; width: calc(100% - 1pt); table-layout: fixed; }
col.label { width: 15%; } col.value { width: 35%; }
tr { break-inside: avoid; }
th, td { border: 0.5pt solid #000; padding: 1.2mm 2mm; text-align: left; vertical-align: middle; overflow-wrap: anywhere; }
th { font-family: SimHei, "黑体", "Noto Sans CJK SC", sans-serif; font-weight: 400; text-align: center; }
tr.opinion td { height: 30mm; }
tr.sign td { height: 18mm; vertical-align: top; }
p.warning { font-family: SimHei, "黑体", "Noto Sans CJK SC", sans-serif; margin: 0; text-align: right; }
p.printed { text-align: right; font-size: 9pt; margin: 1.5mm 0 0; }
.n { white-space: nowrap; }
@media screen { body { padding: 16px; } section { margin-bottom: 32px; } }
`;
/** Points of a sheet between its margins, what its title, blank, signatures and day take, and what a row takes beside its lines. */
const sheet = { height: 725, fixed: 235, row: 9, width: 392 };
const leading = 1.5;

/** The largest size in which a slip stands on one sheet, in points. */
function sizeOf({ texts, fields }: SlipDocument): number {
  const pairs = Math.ceil(fields.length / 2);
  const height = (size: number): number => {
    const characters = Math.floor(sheet.width / size) * 2;
    const lines = texts.reduce((sum, [, value]) => sum + wrapText(value, characters).length, 0);
    // A unit with two phones has a pair of two lines.
    const own = fields.reduce((sum, [, value]) => sum + value.split('\n').length - 1, pairs);
    return sheet.fixed + (pairs + texts.length) * sheet.row + (lines + own) * size * leading;
  };
  const fits = [12, 11.5, 11, 10.5, 10, 9.5, 9, 8.5, 8, 7.5];
  return fits.find((size) => height(size) <= sheet.height) ?? 7.5;
}

/** Writes slips as one self-contained page: each prints on a sheet of A4 of its own. */
export function writeSlipPage(slips: readonly SlipDocument[]): string {
  const title = [...new Set(slips.map((slip) => slip.title))].join('、');
  return writeHtmlPage({ title, style, body: slips.map(writeSheet).join('\n') });
}

function writeSheet(slip: SlipDocument): string {
  const cell = (text: string): string => text.split('\n').map(wholeHtml).join('<br>');
  const pairs = Array.from({ length: Math.ceil(slip.fields.length / 2) }, (_, at) =>
    slip.fields.slice(at * 2, at * 2 + 2),
  );
  const rows = [
    ...pairs.map(
      (pair) =>
        `<tr>${pair.map(([label, value]) => `<th>${label}</th><td${pair.length === 1 ? ' colspan="3"' : ''}>${cell(value)}</td>`).join('')}</tr>`,
    ),
    ...slip.texts.map(([label, value]) => `<tr><th>${label}</th><td colspan="3">${cell(value)}</td></tr>`),
    `<tr class="opinion"><th>${slip.blank}</th><td colspan="3"></td></tr>`,
    `<tr class="sign">${slip.signers.map((who) => `<td colspan="2">${who}<br><br>${official.slip.day}</td>`).join('')}</tr>`,
  ];
  const mark = slip.mark === null ? '' : `<span class="mark">${escapeHtml(slip.mark)}</span>`;
  return `<section style="font-size:${String(sizeOf(slip))}pt">
${slip.warning === null ? '' : `<p class="warning">${slip.warning}</p>\n`}<h1>${escapeHtml(slip.title)}${mark}</h1>
<table>
<colgroup><col class="label"><col class="value"><col class="label"><col class="value"></colgroup>
<tbody>
${rows.join('\n')}
</tbody>
</table>
<p class="printed">${wholeHtml(slip.printedOn)}</p>
</section>`;
}
