import { escapeHtml, wholeHtml, writeHtmlPage } from '../papers/html.ts';
import { official } from '../../text/official.ts';
import { phonesApart } from './phones-apart.ts';
import type { ListPaper } from './list-paper.ts';

const style = `
:root { color-scheme: light dark; --ink: #000; --paper: #fff; --line: #000; --soft: #f2f2f2; --dim: #444; }
@media screen and (prefers-color-scheme: dark) { :root { --ink: #eee; --paper: #121212; --line: #555; --soft: #242424; --dim: #aaa; } }
* { box-sizing: border-box; }
body { font: 10.5pt/1.4 FangSong, "仿宋", "仿宋_GB2312", STFangsong, "Noto Serif CJK SC", serif; color: var(--ink); background: var(--paper); margin: 0 auto; }
h1 { font: 700 20pt/1.4 "小标宋", "方正小标宋简体", SimSun, "Noto Serif CJK SC", serif; text-align: center; margin: 0 0 2mm; }
p { margin: 0 0 1mm; overflow-wrap: anywhere; }
p.head { text-align: center; color: var(--dim); }
p.lead { font-size: 14pt; text-indent: 2em; }
p.foot { font-size: 9pt; margin-top: 2mm; }
p.mark { text-align: right; font: 500 14pt SimHei, "黑体", "Noto Sans CJK SC", sans-serif; }
p.signature { text-align: right; margin: 6mm 2em 0 0; break-inside: avoid; break-before: avoid; }
table { border-collapse: collapse; width: calc(100% - 1pt); margin: 2mm 0 0; }
thead { display: table-header-group; }
tr { break-inside: avoid; }
th, td { border: 0.5pt solid var(--line); padding: 1mm 1.5mm; text-align: left; overflow-wrap: break-word; }
th { font-family: SimHei, "黑体", "Noto Sans CJK SC", sans-serif; font-weight: 500; text-align: center; background: var(--soft); }
td.r { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; }
tr.sum td { font-family: SimHei, "黑体", "Noto Sans CJK SC", sans-serif; }
.n { white-space: nowrap; }
svg { max-width: 100%; height: auto; display: block; margin: 3mm auto 0; }
@media screen {
  body { padding: 12px 16px 32px; max-width: 1280px; font-size: 15px; }
  .wide { overflow-x: auto; }
  thead th { position: sticky; top: 0; }
}
`;

/** Writes a list as one self-contained page that prints on A4, its titles on every page, pages numbered n of m. `chart` stands above the table, with what is to be known to read it. */
export function writeListPage(paper: ListPaper, chart = ''): string {
  const { title, marks, head, lead, columns, rows, foot, signature, isUpright } = paper;
  const [before, between, after] = official.page('\u0000', '\u0000').split('\u0000');
  const number = `content: "${before ?? ''}" counter(page) "${between ?? ''}" counter(pages) "${after ?? ''}"`;
  const print = `@page { size: A4 ${isUpright ? 'portrait' : 'landscape'}; margin: ${isUpright ? '25mm 26mm 22mm 28mm' : '22mm 37mm 20mm 35mm'}; @bottom-center { ${number}; font: 9pt SimSun, "Noto Serif CJK SC", serif; } }`;
  const total = columns.reduce((sum, { width }) => sum + width, 0);
  const paragraphs = (texts: readonly string[], kind: string): string =>
    texts.map((text) => `<p class="${kind}">${wholeHtml(text)}</p>\n`).join('');
  const body = rows.map(({ cells, isSum }) => {
    const inner = columns.map(({ isNumber }, at) => {
      const html = phonesApart(cells[at] ?? '')
        .split('\n')
        .map(wholeHtml)
        .join('<br>');
      return `<td${isNumber ? ' class="r"' : ''}>${html}</td>`;
    });
    return `<tr${isSum ? ' class="sum"' : ''}>${inner.join('')}</tr>`;
  });
  const content = `${marks.length === 0 ? '' : `<p class="mark">${marks.map(escapeHtml).join('&#12288;')}</p>\n`}<h1>${wholeHtml(title)}</h1>
${paragraphs(head, 'head')}${paragraphs(lead, 'lead')}${chart}${chart === '' ? '' : paragraphs([official.chart.bands], 'foot')}<div class="wide"><table>
<colgroup>${columns.map(({ width }) => `<col style="width:${((width * 100) / total).toFixed(2)}%">`).join('')}</colgroup>
<thead><tr>${columns.map(({ title: name }) => `<th scope="col">${escapeHtml(name)}</th>`).join('')}</tr></thead>
<tbody>
${body.join('\n')}
</tbody>
</table></div>
${paragraphs(foot, 'foot')}${signature.length === 0 ? '' : `<p class="signature">${signature.map(wholeHtml).join('<br>')}</p>\n`}`;
  return writeHtmlPage({ title, style: `${print}${style}`, body: content.trimEnd() });
}
