import { officialDay } from '../../domain/time.ts';
import { official } from '../../text/official.ts';
import { escapeHtml, wholeHtml, writeHtmlPage } from '../papers/html.ts';
import { documentMarks, headLine } from './layout.ts';
import type { PaperGroup, PaperRow, RosterPaper } from './paper.ts';
import { partRow } from './paper.ts';
import { dialLinks } from './dial.ts';

const style = `
@page { size: A4 landscape; margin: 28mm 37mm 26mm 35mm; }
@page :right { @left-bottom { content: "— " counter(page) " —"; writing-mode: vertical-rl; width: 8mm; margin-left: 20mm; text-align: end; font: 14pt SimSun, "Noto Serif CJK SC", serif; padding-bottom: 5mm; } }
@page :left { @left-top { content: "— " counter(page) " —"; writing-mode: vertical-rl; width: 8mm; margin-left: 20mm; text-align: start; font: 14pt SimSun, "Noto Serif CJK SC", serif; padding-top: 5mm; } }
:root { color-scheme: light dark; --ink: #000; --paper: #fff; --line: #000; --soft: #f2f2f2; --dim: #555; --link: #0645ad; }
@media screen and (prefers-color-scheme: dark) { :root { --ink: #eee; --paper: #121212; --line: #555; --soft: #242424; --dim: #aaa; --link: #8ab4f8; } }
* { box-sizing: border-box; }
body { font: 10.5pt/1.4 FangSong, "仿宋", "仿宋_GB2312", STFangsong, "Noto Serif CJK SC", serif; color: var(--ink); background: var(--paper); margin: 0 auto; }
h1 { font: 700 22pt/1.4 "小标宋", "方正小标宋简体", SimSun, "Noto Serif CJK SC", serif; text-align: center; margin: 0 0 2mm; }
p.edition { text-align: center; margin: 0 0 4mm; }
table { border-collapse: collapse; width: calc(100% - 1pt); table-layout: fixed; margin: 0 0 2mm; }
table.dense { font-size: 9pt; }
thead { display: table-header-group; }
tr { break-inside: avoid; }
th, td { border: 0.5pt solid var(--line); padding: 1mm 1.2mm; vertical-align: middle; text-align: left; overflow-wrap: break-word; }
th { font-family: SimHei, "黑体", "Noto Sans CJK SC", sans-serif; font-weight: 500; text-align: center; }
tr.group th { text-align: left; background: var(--soft); }
td.c { text-align: center; }
.n { white-space: nowrap; }
a { color: inherit; text-decoration: none; white-space: nowrap; }
.tier { display: none; }
p.issuers { text-align: right; margin: 6mm 0 0; break-inside: avoid; }
p.foot { font-size: 9pt; margin: 2mm 0 0; overflow-wrap: anywhere; }
thead tr.marks th { border: 0; text-align: right; font-size: 14pt; padding: 0 0 1mm; }
@media print, (min-width: 700px) { summary { display: none; } }
@media print { form, p.nobody, tr.whole { display: none; } }
@media screen {
  body { text-spacing-trim: space-all; padding: 0 16px 32px; max-width: 1280px; font: 16px/1.6 system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; }
  h1 { font-size: 24px; margin: 16px 0 4px; }
  form { position: sticky; top: 0; z-index: 2; background: var(--paper); padding: 8px 0; display: flex; flex-wrap: wrap; gap: 4px 12px; align-items: baseline; }
  form label { white-space: nowrap; }
  input { font: inherit; flex: 1 1 12em; min-width: 0; padding: 6px 10px; color: var(--ink); background: var(--paper); border: 1px solid var(--dim); border-radius: 6px; }
  .off, tr.part { display: none !important; }
  a { color: var(--link); }
  table { table-layout: auto; width: 100%; }
  th, td { padding: 6px 8px; }
}
@media screen and (min-width: 700px) {
  body { font-size: 14px; }
  thead th { position: sticky; top: var(--top, 54px); z-index: 1; background: var(--soft); }
  thead tr.group th { top: calc(var(--top, 54px) + 35px); text-align: left; }
  thead tr.marks th { position: static; }
}
@media screen and (min-width: 1000px) { table { table-layout: fixed; } }
@media screen and (min-width: 700px) and (max-width: 999px) {
  body { font-size: 13px; padding: 0 8px 32px; }
  th, td { padding: 4px; }
  col { width: auto !important; }
  td.k-unit, td.k-desk { min-width: 5em; }
  td.k-duties { min-width: 10em; }
}
@media screen and (max-width: 699px) {
  body { padding: 0 16px 32px; }
  h1 { font-size: 20px; text-align: left; }
  p.edition { text-align: left; color: var(--dim); font-size: 14px; }
  colgroup, thead tr.titles, thead tr.marks { display: none; }
  table, thead, tbody, tr, td, th { display: block; width: auto; }
  thead { display: block; }
  th, td { border: 0; padding: 0; }
  tr.group th { background: none; font-size: 17px; padding: 16px 0 4px; border-bottom: 1px solid var(--line); text-align: left; }
  tbody tr { border-bottom: 1px solid var(--line); padding: 12px 0; }
  td.c { text-align: left; }
  tbody tr { display: flex; flex-wrap: wrap; }
  td { flex: 0 0 100%; min-width: 0; overflow-wrap: anywhere; }
  td.k-number { flex: none; font-weight: 700; margin-right: .4em; }
  td.k-number::after { content: "."; }
  td.k-unit { flex: 1; font-weight: 700; }
  td.k-desk { order: 1; } td.k-phones { order: 2; } td.k-hours { order: 3; } td.k-person { order: 4; } td.k-duties { order: 5; }
  td.k-before, td.k-after { order: 6; }
  summary { cursor: pointer; padding: 4px 0; }
  .tier { display: inline-block; font-weight: 400; font-size: 13px; line-height: 1.5; border: 1px solid var(--dim); border-radius: 4px; padding: 0 6px; margin-left: 8px; }
  td.k-desk, td.k-hours, td.k-duties, td.k-person, td.k-kind, td.k-field { color: var(--dim); font-size: 14px; }
  td.k-phones { font-size: 20px; font-weight: 700; line-height: 1.7; }
  td.k-duties, td.k-person, td.k-field, td.k-before, td.k-after { margin-top: 4px; }
  td[data-title]::before { content: attr(data-title) "："; color: var(--dim); }
  p.issuers { text-align: left; }
}
`;

/** Hides the rows that do not hold every word typed, and tables without rows; Escape shows all again. Printing prints all. */
const script = `
const form = document.querySelector('form');
const box = form.querySelector('input');
const shown = form.querySelector('output');
const nobody = document.querySelector('p.nobody');
const plain = (text) => text.normalize('NFKC').toLowerCase();
const tables = [...document.querySelectorAll('table')].map((table) => ({ table, rows: [...table.tBodies[0].rows].filter((row) => !row.classList.contains('part')).map((row) => {
  const text = plain(row.dataset.find + ' ' + row.textContent);
  return { row, text: text + ' ' + text.replace(/-/g, ''), unit: row.dataset.unit };
}) }));
const measure = () => document.documentElement.style.setProperty('--top', form.offsetHeight + 'px');
function filter() {
  const words = plain(box.value).split(/\\s+/).filter(Boolean);
  const units = new Set();
  for (const { table, rows } of tables) {
    let some = false;
    for (const { row, text, unit } of rows) {
      const fits = words.every((word) => text.includes(word));
      row.classList.toggle('off', !fits);
      if (fits) { some = true; units.add(unit); }
    }
    table.classList.toggle('off', !some);
  }
  shown.value = units.size;
  nobody.classList.toggle('off', units.size > 0);
}
box.addEventListener('input', filter);
box.addEventListener('keydown', (event) => { if (event.key === 'Escape') { box.value = ''; filter(); } });
form.addEventListener('submit', (event) => event.preventDefault());
// On a narrow screen duties are folded until they are asked for; on paper they never are.
const narrow = matchMedia('(max-width: 699px)');
const fold = (isOpen) => { for (const part of document.querySelectorAll('details')) part.open = isOpen; };
narrow.addEventListener('change', () => fold(!narrow.matches));
addEventListener('beforeprint', () => fold(true));
addEventListener('afterprint', () => fold(!narrow.matches));
fold(!narrow.matches);
addEventListener('resize', measure);
measure();
`;

/** Cells of a row; titles that a card tells are those of people and of what changed. */
function cellsOf({ columns }: RosterPaper, { cells, tier }: PaperRow): string {
  return columns
    .map(({ key, title, isCentred }, at) => {
      const isTold = key === 'person' || key === 'before' || key === 'after';
      const text = cells[at] ?? '';
      const html = dialLinks(
        text,
        key === 'phones' || key === 'person' || key === 'before' || key === 'after',
      );
      const badge = key === 'unit' && tier !== null ? `<span class="tier">${official.tier[tier]}</span>` : '';
      const classes = [`k-${key}`, ...(isCentred ? ['c'] : [])].join(' ');
      const inner =
        key === 'duties' && text !== ''
          ? `<details open><summary>${title}</summary>${html}</details>`
          : html + badge;
      return `<td class="${classes}"${isTold ? ` data-title="${title}"` : ''}>${inner}</td>`;
    })
    .join('');
}

function writeTable(paper: RosterPaper, group: PaperGroup, marks: string): string {
  const { columns, size } = paper;
  const span = String(columns.length);
  const total = columns.reduce((sum, { width }) => sum + width, 0);
  const unit = columns.findIndex(({ key }) => key === 'unit');
  const head = [
    ...(marks === '' ? [] : [`<tr class="marks"><th colspan="${span}">${marks}</th></tr>`]),
    `<tr class="titles">${columns.map(({ title }) => `<th scope="col">${title}</th>`).join('')}</tr>`,
    ...(group.heading === null
      ? []
      : [`<tr class="group"><th colspan="${span}" scope="colgroup">${wholeHtml(group.heading)}</th></tr>`]),
  ];
  const write = (row: PaperRow, form: string): string => {
    const name = (row.cells[unit] ?? '').replaceAll('\n', ' ');
    return `<tr${form} data-unit="${escapeHtml(name)}" data-find="${escapeHtml(group.heading ?? '')}">${cellsOf(paper, row)}</tr>`;
  };
  const rows = group.rows.flatMap((row) => {
    const parts = partRow(paper, row);
    // On a screen a row is whole, however tall.
    return parts.length === 1
      ? [write(row, '')]
      : [write(row, ' class="whole"'), ...parts.map((part) => write(part, ' class="part"'))];
  });
  return `<table${size < 21 ? ' class="dense"' : ''}>
<colgroup>${columns.map(({ width }) => `<col style="width:${((width * 100) / total).toFixed(2)}%">`).join('')}</colgroup>
<thead>${head.join('')}</thead>
<tbody>
${rows.join('\n')}
</tbody>
</table>`;
}

/**
 * Writes a roster as one self-contained page: it asks nothing of any network; on a narrow screen each unit is a card with its
 * phones to tap, on a wide one and on paper (A4 across) a table whose titles and groups stand again on every page.
 */
export function writeRosterPage(paper: RosterPaper): string {
  const { notice, edition, groups, foot, columns } = paper;
  const title = escapeHtml(notice.annex);
  const marks = documentMarks(paper).map(escapeHtml).join('&#12288;');
  const head =
    edition === null
      ? ''
      : `<p class="edition">${wholeHtml(headLine({ ...paper, copy: 'public' }, officialDay))}</p>\n`;
  const issuers =
    edition === null || edition.issuers.length === 0
      ? ''
      : `<p class="issuers">${edition.issuers.map(escapeHtml).join('<br>')}<br>${wholeHtml(officialDay(edition.publishedOn))}</p>\n`;
  const unit = columns.findIndex(({ key }) => key === 'unit');
  const count = new Set(groups.flatMap(({ rows, heading }) => rows.map(({ cells }) => `${heading ?? ''} ${cells[unit] ?? ''}`))).size; // prettier-ignore
  const body = `<h1>${title}</h1>
${head}<form><label for="filter">${official.filter}</label><input id="filter" type="search" autofocus autocomplete="off" placeholder="${official.filterHintAll}"><span class="n">${official.found} <output for="filter">${String(count)}</output> / ${String(count)}</span></form>
<p class="nobody off">${official.foundNobody}</p>
${groups.map((group) => writeTable(paper, group, marks)).join('\n')}
${foot.map((line) => `<p class="foot">${wholeHtml(line)}</p>\n`).join('')}${issuers}`;
  return writeHtmlPage({ title: notice.annex, style, body, script });
}
