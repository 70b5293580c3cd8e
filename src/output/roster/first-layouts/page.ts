import { officialDay } from '../../../domain/time.ts';
import { official } from '../../../text/official.ts';
import type { RosterDocument } from './document.ts';
import { documentMarks } from '../layout.ts';
import { escapeHtml } from '../../papers/html.ts';

const style = `
@page { size: A4 landscape; margin: 18mm 15mm; }
@page :right { @bottom-right { content: "— " counter(page) " —"; font: 14pt SimSun, "Noto Serif CJK SC", serif; } }
@page :left { @bottom-left { content: "— " counter(page) " —"; font: 14pt SimSun, "Noto Serif CJK SC", serif; } }
body { font: 12pt/1.5 FangSong, "仿宋", "仿宋_GB2312", STFangsong, "Noto Serif CJK SC", serif; color: #000; margin: 0 auto; max-width: 267mm; }
h1 { font: 700 22pt/1.4 "小标宋", "方正小标宋简体", SimSun, "Noto Serif CJK SC", serif; text-align: center; margin: 8mm 0 2mm; }
p.edition { text-align: center; margin: 0 0 5mm; }
p.mark { text-align: right; margin: 0; font: 500 16pt/1.4 SimHei, "黑体", "Noto Sans CJK SC", sans-serif; }
/* A hair narrower than the page, or the right border falls off the paper. */
table { border-collapse: collapse; width: calc(100% - 1pt); table-layout: fixed; }
thead { display: table-header-group; }
tr { break-inside: avoid; }
th, td { border: 0.5pt solid #000; padding: 1.2mm 1.5mm; vertical-align: middle; overflow-wrap: anywhere; }
table.wide { font-size: 10pt; }
th { font-family: SimHei, "黑体", "Noto Sans CJK SC", sans-serif; font-weight: 500; text-align: center; }
tr.group th { text-align: left; break-after: avoid; background: #f2f2f2; }
td.c { text-align: center; }
span.n { white-space: nowrap; }
p.issuers { text-align: right; margin: 8mm 0 0; break-inside: avoid; }
p.foot { font-size: 9pt; margin: 2mm 0 0; overflow-wrap: anywhere; }
thead tr.marks th { border: 0; text-align: right; font-size: 14pt; padding: 0 0 1mm; }
form { position: sticky; top: 0; background: #fff; padding: 3mm 0; display: flex; gap: 3mm; align-items: baseline; }
input { font: inherit; flex: 1; padding: 1mm 2mm; }
@media screen { body { padding: 8mm; } tr.off { display: none; } }
@media print { form { display: none; } }
`;

/** Hides the rows that do not hold every word typed, and headings without rows; Escape shows all again. Printing prints all. */
const script = `
const box = document.querySelector('input');
const shown = document.querySelector('output');
const rows = [...document.querySelectorAll('tbody tr')];
function filter() {
  const words = box.value.normalize('NFKC').toLowerCase().split(/\\s+/).filter(Boolean);
  let count = 0, heading = null;
  for (const row of rows) {
    if (row.className.startsWith('group')) { heading = row; row.classList.toggle('off', words.length > 0); continue; }
    const text = row.textContent.normalize('NFKC').toLowerCase();
    const fits = words.every((word) => text.includes(word) || text.replace(/-/g, '').includes(word));
    row.classList.toggle('off', !fits);
    if (fits) { count += 1; heading?.classList.remove('off'); }
  }
  shown.value = count;
}
box.addEventListener('input', filter);
box.addEventListener('keydown', (event) => { if (event.key === 'Escape') { box.value = ''; filter(); } });
box.form.addEventListener('submit', (event) => event.preventDefault());
`;

/** Keeps figures with hyphens between them on one line: phones, times of day. */
function keepTogether(line: string): string {
  return line.replace(/\d[\d:]*(?:-\d[\d:]*)+(?:转\d+)?/gu, '<span class="n">$&</span>');
}

/**
 * Writes a roster as one self-contained page: it asks nothing of any network, prints on A4 with its header repeated and
 * pages numbered in the outside corner, and has a box that filters it on screen.
 */
export function writeRosterPage(document: RosterDocument): string {
  const { notice, edition, columns, density, groups, foot } = document;
  const title = escapeHtml(notice.annex);
  const marks = documentMarks(document).map(escapeHtml).join('&#12288;');
  const head =
    edition === null
      ? ''
      : `<p class="edition">${official.edition(edition.number)}&#12288;${escapeHtml(edition.documentNo)}&#12288;${officialDay(edition.publishedOn)}</p>\n`;
  const issuers =
    edition === null || edition.issuers.length === 0
      ? ''
      : `<p class="issuers">${edition.issuers.map(escapeHtml).join('<br>')}<br>${officialDay(edition.publishedOn)}</p>\n`;
  const count = groups.reduce((sum, { rows }) => sum + rows.length, 0);
  const span = String(columns.length);
  const repeated = marks === '' ? '' : `<tr class="marks"><th colspan="${span}">${marks}</th></tr>`;
  const cells = (row: readonly string[]): string =>
    row
      .map((cell, at) => {
        const lines = cell.split('\n').map((line) => keepTogether(escapeHtml(line)));
        return `<td${columns[at]?.isCentred === true ? ' class="c"' : ''}>${lines.join('<br>')}</td>`;
      })
      .join('');
  const body = groups.flatMap(({ heading, rows }) => [
    ...(heading === null ? [] : [`<tr class="group"><th colspan="${span}">${escapeHtml(heading)}</th></tr>`]),
    ...rows.map((row) => `<tr>${cells(row)}</tr>`),
  ]);
  return `<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>${style}</style>
</head>
<body>
<h1>${title}</h1>
${head}<form><label for="filter">${official.filter}</label><input id="filter" type="search" autofocus autocomplete="off" placeholder="${official.filterHint}"><span>${official.found} <output for="filter">${String(count)}</output> / ${String(count)}</span></form>
<table${density === 'dense' ? ' class="wide"' : ''}>
<colgroup>${columns.map(({ share }) => `<col style="width:${String(share)}%">`).join('')}</colgroup>
<thead>${repeated}<tr>${columns.map((column) => `<th scope="col">${column.title}</th>`).join('')}</tr></thead>
<tbody>
${body.join('\n')}
</tbody>
</table>
${foot.map((line) => `<p class="foot">${escapeHtml(line)}</p>\n`).join('')}${issuers}<script>${script}</script>
</body>
</html>
`;
}
