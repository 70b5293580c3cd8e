import { writeReportSvg } from '../charts/report-svg.ts';
import { escapeHtml, wholeHtml, writeHtmlPage } from '../papers/html.ts';
import type { Table } from '../view.ts';
import { cellText } from '../view.ts';
import type { HeatMap, Report } from './report.ts';
import { heatColors, heatOf } from './report.ts';

const style = `
:root { color-scheme: light; --ink: #000; --line: #888; --soft: #f2f2f2; --dim: #444; }
* { box-sizing: border-box; }
body { font: 10.5pt/1.4 FangSong, "仿宋", STFangsong, "Noto Serif CJK SC", serif; color: var(--ink); background: #fff; margin: 0 auto; padding: 12px 16px 32px; max-width: 1280px; }
h1 { font: 700 20pt/1.4 "小标宋", "方正小标宋简体", SimSun, "Noto Serif CJK SC", serif; text-align: center; margin: 0 0 2mm; }
h2 { font: 500 12pt/1.4 SimHei, "黑体", "Noto Sans CJK SC", sans-serif; margin: 6mm 0 1mm; break-after: avoid; }
p { margin: 0 0 1mm; }
p.head { text-align: center; color: var(--dim); }
.wide { overflow-x: auto; }
figure { margin: 1mm 0; } figure svg { max-width: 100%; height: auto; }
tr.sum td { font-family: SimHei, "黑体", "Noto Sans CJK SC", sans-serif; background: var(--soft); }
table { border-collapse: collapse; margin: 1mm 0 0; }
thead { display: table-header-group; }
tr, section.whole { break-inside: avoid; }
th, td { border: 0.5pt solid var(--line); padding: 0.6mm 1.5mm; text-align: left; }
th { font-family: SimHei, "黑体", "Noto Sans CJK SC", sans-serif; font-weight: 500; background: var(--soft); }
td.r { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; }
.heat th.u { writing-mode: vertical-rl; text-orientation: mixed; padding: 1.5mm 0.6mm; vertical-align: bottom; max-height: 40mm; }
.heat td { text-align: right; min-width: 8mm; font-variant-numeric: tabular-nums; }
${heatColors.map((color, step) => `.h${String(step)} { background: ${color};${step === 5 ? ' color: #fff;' : ''} }`).join('\n')}
dt { font-family: SimHei, "黑体", "Noto Sans CJK SC", sans-serif; margin-top: 1mm; } dd { margin: 0 0 0 2em; }
@page { size: A4 landscape; margin: 15mm; }
@media print { body { padding: 0; } .heat td, .heat th { print-color-adjust: exact; -webkit-print-color-adjust: exact; } }
`;

/** Writes a report as one self-contained page, its matrices as heat maps, the definitions of its figures at its end. */
export async function writeReportPage(report: Report): Promise<string> {
  const { title, head, sections, definitions, definitionsTitle } = report;
  const charts = await Promise.all(
    sections.map(async ({ chart }) =>
      chart === undefined ? '' : `<figure>${await writeReportSvg(chart)}</figure>\n`,
    ),
  );
  const parts = sections.map(
    ({ title: name, table, notes = [], heat }, at) =>
      `<section${heat === undefined ? '' : ' class="whole"'}>\n<h2>${escapeHtml(name)}</h2>\n${charts[at] ?? ''}<div class="wide">${heat === undefined ? writeTable(table) : writeHeat(heat)}</div>\n${notes.map((note) => `<p>${wholeHtml(note)}</p>\n`).join('')}</section>`,
  );
  const meanings = definitions
    .map(([name, meaning]) => `<dt>${escapeHtml(name)}</dt><dd>${wholeHtml(meaning)}</dd>`)
    .join('\n');
  const body = `<h1>${wholeHtml(title)}</h1>
${head.map((line) => `<p class="head">${wholeHtml(line)}</p>`).join('\n')}
${parts.join('\n')}
<section>\n<h2>${escapeHtml(definitionsTitle)}</h2>\n<dl>\n${meanings}\n</dl>\n</section>`;
  return writeHtmlPage({ title, style, body });
}

function writeTable({ columns, rows, sums = [] }: Table): string {
  const isSum = new Set(sums);
  const heads = columns.map(({ title }) => `<th scope="col">${escapeHtml(title)}</th>`).join('');
  const body = rows.map((row, place) => {
    const cells = columns.map(({ align }, at) => {
      const text = wholeHtml(cellText(row[at] ?? ''));
      return align === 'right' ? `<td class="r">${text}</td>` : `<td>${text}</td>`;
    });
    return `<tr${isSum.has(place) ? ' class="sum"' : ''}>${cells.join('')}</tr>`;
  });
  return `<table>\n<thead><tr>${heads}</tr></thead>\n<tbody>\n${body.join('\n')}\n</tbody>\n</table>`;
}

function writeHeat({ labels, cells }: HeatMap): string {
  const most = Math.max(0, ...cells.flat());
  const heads = labels.map((label) => `<th class="u" scope="col">${escapeHtml(label)}</th>`).join('');
  const rows = cells.map((row, at) => {
    const inner = row.map(
      (value) => `<td class="h${String(heatOf(value, most))}">${value === 0 ? '' : String(value)}</td>`,
    );
    return `<tr><th scope="row">${escapeHtml(labels[at] ?? '')}</th>${inner.join('')}</tr>`;
  });
  return `<table class="heat">\n<thead><tr><th></th>${heads}</tr></thead>\n<tbody>\n${rows.join('\n')}\n</tbody>\n</table>`;
}
