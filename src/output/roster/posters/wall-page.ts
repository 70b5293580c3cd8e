import { official } from '../../../text/official.ts';
import { escapeHtml, wholeHtml, writeHtmlPage } from '../../papers/html.ts';
import { dialLinks } from '../dial.ts';
import type { WallBlock, WallSheet } from './wall.ts';
import { smallSize, tierMarks, wallGap, wallHead, wallLead, wallMargin, wallPapers } from './wall.ts';

const mm = (length: number): string => `${length.toFixed(2)}mm`;

/** Writes a wall sheet as a page that prints on its paper, lying. */
export function writeWallPage(sheet: WallSheet): string {
  const { paper, title, head, pages, columnWidth, phoneWidth, phoneSize, nameSize, legend, note, issuers } =
    sheet;
  const { width, height } = wallPapers[paper];
  const style = `
@page { size: ${mm(width)} ${mm(height)}; margin: 0; }
body { margin: 0; color: #000; background: #fff; font-family: SimSun, "宋体", "Noto Serif CJK SC", serif; }
section { position: relative; width: ${mm(width)}; height: ${mm(height)}; padding: ${mm(wallMargin)}; overflow: hidden; break-after: page; box-sizing: border-box; }
section:last-child { break-after: auto; }
header { height: ${mm(wallHead)}; text-align: center; overflow: hidden; }
h1 { font: 700 ${paper === 'a3' ? '30' : '22'}pt/1.3 "小标宋", "方正小标宋简体", SimSun, "Noto Serif CJK SC", serif; margin: 0; }
header p { font-size: 10pt; margin: 0; }
.columns { display: flex; gap: ${mm(wallGap)}; }
.column { width: ${mm(columnWidth)}; }
h2 { font: 700 11pt/1 SimHei, "黑体", "Noto Sans CJK SC", sans-serif; margin: 0; padding-top: 3mm; height: 9mm; box-sizing: border-box; border-bottom: 1pt solid #000; overflow: hidden; white-space: nowrap; }
.item { display: flex; align-items: center; border-bottom: 0.4pt solid #888; box-sizing: border-box; overflow: hidden; }
.lead { flex: none; width: ${mm(wallLead)}; font-size: 9pt; white-space: nowrap; display: flex; justify-content: space-between; align-items: center; padding-right: 2mm; box-sizing: border-box; }
.lead b { font: 400 14pt/1 SimSun, "Noto Sans CJK SC", sans-serif; }
.name { flex: 1; min-width: 0; font-size: ${String(nameSize)}pt; line-height: 1.3; }
.name small { display: block; font-size: ${String(smallSize)}pt; line-height: 1.4; color: #333; }
.phones { flex: none; width: ${mm(phoneWidth)}; text-align: right; font: 500 ${String(phoneSize)}pt/1.2 SimHei, "Noto Sans CJK SC", sans-serif; white-space: nowrap; }
.phones small { display: block; font-size: ${String(smallSize)}pt; line-height: 1.3; }
a { color: inherit; text-decoration: none; }
.n { white-space: nowrap; }
footer { position: absolute; left: ${mm(wallMargin)}; right: ${mm(wallMargin)}; bottom: ${mm(wallMargin)}; display: flex; justify-content: space-between; align-items: flex-end; gap: 10mm; border-top: 1pt solid #000; padding-top: 2mm; font-size: ${String(smallSize)}pt; line-height: 1.4; }
footer div { flex: 0 1 72%; }
footer p { margin: 0; }
footer p.issuers { text-align: right; white-space: nowrap; }
`;
  const block = (one: WallBlock): string => {
    if (one.kind === 'heading') return `<h2>${wholeHtml(one.text)}</h2>`;
    const { number, unit, desk, tier, phones, hours } = one.item;
    const small = [desk, ...(hours ?? '').split('\n')].filter((text) => text !== '').map((text) => `<small>${wholeHtml(text)}</small>`); // prettier-ignore
    const numbers = phones.map(
      (phone) => `<div>${dialLinks(phone.number, true)}${phone.note === '' ? '' : `<small>${escapeHtml(phone.note)}</small>`}</div>`, // prettier-ignore
    );
    return `<div class="item" style="height:${mm(one.height)}"><div class="lead"><span>${String(number)}</span><b>${tierMarks[tier]}</b></div><div class="name">${wholeHtml(unit)}${small.join('')}</div><div class="phones">${numbers.join('')}</div></div>`;
  };
  const foot = [
    ...legend.map((one) => `<p>${one.mark} <strong>${one.tier}</strong>：${wholeHtml(one.duties)}</p>`),
    ...(note === null ? [] : [`<p>${wholeHtml(note)}</p>`]),
  ].join('');
  const body = pages.map(
    (
      columns,
      at,
    ) => `<section><header><h1>${escapeHtml(title)}</h1><p>${wholeHtml(head)}${pages.length === 1 ? '' : `&#12288;${wholeHtml(official.page(String(at + 1), String(pages.length)))}`}</p></header>
<div class="columns">${columns.map((column) => `<div class="column">${column.map(block).join('\n')}</div>`).join('')}</div>
<footer><div>${foot}</div><p class="issuers">${issuers.map(escapeHtml).join('<br>')}</p></footer></section>`,
  );
  return writeHtmlPage({ title, style, body: body.join('\n') });
}
