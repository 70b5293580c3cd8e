import type { Texts } from '../../text/shape.ts';
import { toneColors } from '../charts/colors.ts';
import { writeBandSvg } from '../charts/band-svg.ts';
import { escapeHtml, wholeHtml, writeHtmlPage } from '../papers/html.ts';
import type { BandChart, Cell } from '../view.ts';
import { cellText } from '../view.ts';
import type { OverviewCard, OverviewPaper, OverviewPart } from './overview-paper.ts';
import type { HeatMap } from './report.ts';
import { heatOf } from './report.ts';

/** Steps of a matrix, from nothing to most, each darker than the one before: red is for what is late alone. */
const calmHeat = ['#ffffff', '#e6eef5', '#c5d8e8', '#94b7d3', '#5b8bb3', '#2f5d8a'] as const;
/** Parts of what was due: light, middle and dark, so that they are told apart without colours too. */
const partColors = { onTime: '#b9cddd', lateClosed: '#d99a8f', lateOpen: toneColors.bad } as const;

const sans = '"Noto Sans CJK SC", "Microsoft YaHei", "PingFang SC", sans-serif';
const style = `
:root { color-scheme: light; --ink: #1c2329; --dim: #55606b; --line: #c9d0d6; --soft: #f3f5f7; --late: ${toneColors.bad}; }
* { box-sizing: border-box; }
body { font: 13px/1.4 ${sans}; color: var(--ink); background: #fff; margin: 0 auto; padding: 16px 20px 32px; max-width: 1800px; }
h1 { font: 700 24px/1.3 ${sans}; margin: 0 0 2px; }
h2 { font: 700 15px/1.3 ${sans}; margin: 0 0 6px; break-after: avoid; }
p { margin: 0; }
p.head, p.note { color: var(--dim); }
p.head { display: flex; flex-wrap: wrap; gap: 0 1.5em; } p.head > span:first-child { color: var(--ink); font-weight: 700; }
p.note { font-size: 12px; margin-top: 4px; }
p.empty { color: var(--dim); border: 1px dashed var(--line); padding: 10px 12px; }
.n { white-space: nowrap; }
.cards { display: grid; grid-template-columns: repeat(auto-fit, minmax(118px, 1fr)); gap: 8px; margin: 12px 0 16px; }
.card { border: 1px solid var(--line); border-left: 6px solid #8b96a1; border-radius: 3px; padding: 6px 10px 8px; break-inside: avoid; }
.card b { display: block; font-size: 22px; line-height: 1.3; font-variant-numeric: tabular-nums; }
.card small { display: block; font-size: 11.5px; line-height: 1.35; color: var(--dim); }
${(['high', 'middle', 'low', 'warning', 'bad'] as const).map((tone) => `.card.${tone} { border-left-color: ${toneColors[tone]}; }`).join('\n')}
.card.bad b, .bad { color: var(--late); font-weight: 700; }
.card.bad { border: 2px solid var(--late); border-left-width: 6px; }
.parts { column-gap: 28px; } .parts section { break-inside: avoid; margin-bottom: 20px; }
.wide { overflow-x: auto; }
section svg { width: 100%; max-width: 900px; height: auto; display: block; }
table { border-collapse: collapse; font-variant-numeric: tabular-nums; }
section > .wide > table { width: 100%; } .waiting > .wide > table { max-width: 320px; }
thead { display: table-header-group; }
tr { break-inside: avoid; }
th, td { border-bottom: 1px solid #e3e7ea; padding: 1.5px 5px; text-align: left; vertical-align: middle; }
thead th { border-bottom: 1.5px solid #8b96a1; font-weight: 500; vertical-align: bottom; color: var(--dim); }
th.r, td.r { text-align: right; white-space: nowrap; }
tr.sum td { font-weight: 700; border-top: 1.5px solid #8b96a1; border-bottom: 0; }
td.timely { width: 16%; min-width: 44px; } .due td:first-child, .due th { white-space: nowrap; } .bar { display: flex; height: 11px; } .bar i { display: block; height: 100%; }
${Object.entries(partColors)
  .map(([name, color]) => `i.${name} { background: ${color}; }`)
  .join('\n')}
.key { display: inline-flex; gap: 4px; align-items: center; margin-right: 1em; } .key i { width: 14px; height: 10px; }
section > .wide > table.heat { width: auto; margin: 0; }
.heat th, .heat td { border: 1px solid #dde2e6; }
.heat thead th { writing-mode: vertical-rl; text-align: right; vertical-align: bottom; padding: 4px 1px; font-size: 12px; line-height: 1.2; color: var(--ink); border-bottom-width: 1px; }
.heat thead td { border: 0; }
.heat tbody th { font-weight: 400; white-space: nowrap; font-size: 12px; }
.heat tbody td { text-align: center; width: 28px; min-width: 26px; height: 24px; padding: 0; }
.heat tbody td.self { background: repeating-linear-gradient(135deg, #fff 0 3px, #e8ebee 3px 5px); }
${calmHeat.map((color, step) => `.h${String(step)} { background: ${color};${step >= 4 ? ' color: #fff;' : ''} }`).join('\n')}
dl { columns: 2; column-gap: 28px; font-size: 11.5px; color: var(--dim); margin: 0; }
dl div { break-inside: avoid; margin-bottom: 2px; } dt { display: inline; font-weight: 700; color: var(--ink); } dt::after { content: "："; font-weight: 400; } dd { display: inline; margin: 0; }
.definitions { margin-top: 24px; border-top: 1px solid var(--line); padding-top: 10px; }
@media screen and (min-width: 1000px) { .parts { columns: 2; } }
@media screen and (min-width: 1640px) { .parts { columns: 3; } }
@media (max-width: 620px) { dl { columns: 1; } }
@page { size: A3 landscape; margin: 10mm 12mm; }
@media print {
  * { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  body { padding: 0; max-width: none; font-size: 12px; }
  .cards { grid-template-columns: repeat(9, minmax(0, 1fr)); margin: 8px 0 12px; }
  .parts { columns: 3; column-gap: 22px; } .parts section { margin-bottom: 14px; }
  .wide { overflow: visible; } section svg { max-height: 213mm; } .due th, .due td { padding: 1.2px 3.5px; }
  .definitions { margin-top: 12px; break-inside: avoid; } dl { columns: 3; font-size: 10.5px; }
}
`;

/** Writes the overview as one self-contained page: cards, then its parts beside each other as the width has room, what the figures mean at its end. */
export async function writeOverviewPage(paper: OverviewPaper, text: Texts): Promise<string> {
  const { title, head, cards, volumes, due, matrix, moves, waiting, definitions, definitionsTitle } = paper;
  const { band } = volumes;
  const chart =
    band === undefined ? undefined : await writeBandSvg(band, { width: 680, rowHeight: rowHeightOf(band) });
  const meanings = definitions
    .map(([name, meaning]) => `<div><dt>${escapeHtml(name)}</dt><dd>${wholeHtml(meaning)}</dd></div>`)
    .join('\n');
  const body = `<h1>${wholeHtml(title)}</h1>
<p class="head">${head.map((line) => `<span>${wholeHtml(line)}</span>`).join('')}</p>
<div class="cards">\n${cards.map(writeCard).join('\n')}\n</div>
<div class="parts">
${writePart(volumes, chart)}
${writePart(moves, moves.table.rows.length === 0 ? undefined : writeTable(moves))}
${writePart(waiting, waiting.table.rows.length === 0 ? undefined : writeTable(waiting), 'waiting')}
${writePart(due, due.table.rows.length === 0 ? undefined : writeDue(due, text), 'due')}
${writePart(matrix, matrix.heat === undefined ? undefined : writeMatrix(matrix.heat))}
</div>
<div class="definitions">\n<h2>${escapeHtml(definitionsTitle)}</h2>\n<dl>\n${meanings}\n</dl>\n</div>`;
  return writeHtmlPage({ title, style, body });
}

/** Pixels of a row of the chart: closer where there are many, so that all of them fit one printed page. */
function rowHeightOf({ rows }: BandChart): number {
  return rows.length > 45 ? 17 : 21;
}

function writeCard({ label, value, remark, tone }: OverviewCard): string {
  return `<div class="card ${tone}"><span>${escapeHtml(label)}</span><b>${wholeHtml(value)}</b><small>${wholeHtml(remark)}</small></div>`;
}

/** A part with what it shows; where there is nothing, its notes say so in its place. */
function writePart({ title, notes = [] }: OverviewPart, content: string | undefined, kind?: string): string {
  const said = notes.map(
    (note) => `<p class="${content === undefined ? 'empty' : 'note'}">${wholeHtml(note)}</p>`,
  );
  return `<section${kind === undefined ? '' : ` class="${kind}"`}>\n<h2>${escapeHtml(title)}</h2>\n${content === undefined ? '' : `<div class="wide">${content}</div>\n`}${said.join('\n')}\n</section>`;
}

function writeCell(cell: Cell, isNumber: boolean): string {
  const isLate = typeof cell !== 'string' && cell.tone === 'bad';
  const kinds = [...(isNumber ? ['r'] : []), ...(isLate ? ['bad'] : [])];
  const inner = wholeHtml(cellText(cell));
  return `<td${kinds.length === 0 ? '' : ` class="${kinds.join(' ')}"`}>${inner}</td>`;
}

/** A table; `more` is a last cell of each row as markup. */
function writeTable(
  { table: { columns, rows, sums = [] } }: OverviewPart,
  more?: { readonly title: string; readonly cells: readonly string[] },
): string {
  const heads = columns.map(({ title, align }) => `<th scope="col"${align === 'right' ? ' class="r"' : ''}>${escapeHtml(title)}</th>`); // prettier-ignore
  const last = more === undefined ? '' : `<th scope="col">${escapeHtml(more.title)}</th>`;
  const body = rows.map((row, at) => {
    const cells = columns.map(({ align }, place) => writeCell(row[place] ?? '', align === 'right'));
    return `<tr${sums.includes(at) ? ' class="sum"' : ''}>${cells.join('')}${more?.cells[at] ?? ''}</tr>`;
  });
  return `<table>\n<thead><tr>${heads.join('')}${last}</tr></thead>\n<tbody>\n${body.join('\n')}\n</tbody>\n</table>`;
}

/** Units with what was due as a bar, as long as it was much: on time, late, and still open. */
function writeDue(part: OverviewPart, text: Texts): string {
  const { timely, bars } = text.views.overviewReport;
  const { parts = [] } = part;
  const kinds = ['onTime', 'lateClosed', 'lateOpen'] as const;
  const most = Math.max(1, ...parts.map((one) => kinds.reduce((sum, kind) => sum + one[kind], 0)));
  const cells = parts.map((one) => {
    const inner = kinds.flatMap((kind) =>
      one[kind] === 0
        ? []
        : [`<i class="${kind}" style="width:${((one[kind] * 100) / most).toFixed(2)}%"></i>`],
    );
    return `<td class="timely"><span class="bar">${inner.join('')}</span></td>`;
  });
  const key = kinds.map(
    (kind) => `<span class="key"><i class="${kind}"></i>${escapeHtml(bars[kind])}</span>`,
  );
  return `<p class="note">${key.join('')}</p>${writeTable(part, { title: timely, cells: [...cells, '<td></td>'] })}`;
}

function writeMatrix({ labels, cells }: HeatMap): string {
  const most = Math.max(0, ...cells.flat());
  const heads = labels.map((label) => `<th scope="col">${escapeHtml(label)}</th>`).join('');
  const rows = cells.map((row, at) => {
    const inner = row.map((value, place) => {
      if (at === place && value === 0) return '<td class="self"></td>';
      return `<td class="h${String(heatOf(value, most))}">${value === 0 ? '' : String(value)}</td>`;
    });
    return `<tr><th scope="row">${escapeHtml(labels[at] ?? '')}</th>${inner.join('')}</tr>`;
  });
  return `<table class="heat">\n<thead><tr><td></td>${heads}</tr></thead>\n<tbody>\n${rows.join('\n')}\n</tbody>\n</table>`;
}
