import type { RosterEntry } from '../domain/roster.ts';
import { officialDay } from '../domain/time.ts';
import { deskWithSign } from './roster-view.ts';
import { showHidden } from './visible.ts';

/** What a roster page is made of. Official documents are in Chinese whatever the language of the terminal. */
export interface RosterPage {
  readonly jurisdiction: string;
  readonly entries: readonly RosterEntry[];
  /** The edition, or null for a draft. */
  readonly edition: {
    readonly number: number;
    readonly publishedOn: string;
    readonly documentNo: string;
    readonly issuers: readonly string[];
  } | null;
}

function escapeHtml(text: string): string {
  return showHidden(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')
    .replaceAll('\n', '<br>');
}

const style = `
@page { size: A4 landscape; margin: 18mm 15mm; @bottom-center { content: "— " counter(page) " —"; font: 10.5pt SimSun, "Noto Serif CJK SC", serif; } }
body { font: 12pt/1.5 FangSong, "仿宋", "仿宋_GB2312", STFangsong, "Noto Serif CJK SC", serif; color: #000; margin: 0 auto; max-width: 267mm; }
h1 { font: 700 22pt/1.4 "小标宋", "方正小标宋简体", SimSun, "Noto Serif CJK SC", serif; text-align: center; margin: 8mm 0 2mm; }
p.edition { text-align: center; margin: 0 0 5mm; }
p.draft { text-align: center; color: #b00; font-weight: 700; }
table { border-collapse: collapse; width: 100%; table-layout: fixed; }
thead { display: table-header-group; }
tr { break-inside: avoid; }
th, td { border: 0.5pt solid #000; padding: 1.2mm 1.5mm; vertical-align: middle; overflow-wrap: anywhere; }
th { font-family: SimHei, "黑体", "Noto Sans CJK SC", sans-serif; font-weight: 500; text-align: center; }
tr.group th { text-align: left; break-after: avoid; background: #f2f2f2; }
td.number, td.phones, td.hours { text-align: center; }
td.phones span { white-space: nowrap; }
p.issuers { text-align: right; margin: 8mm 0 0; }
@media screen { body { padding: 8mm; } }
`;

const columns = [
  ['序号', '5%'],
  ['单位', '17%'],
  ['机构（岗位）及牌子', '19%'],
  ['职责', '32%'],
  ['联系电话', '14%'],
  ['值班时间', '13%'],
] as const;

/** Writes the public copy of a roster as one self-contained page that prints on A4 with its header repeated. */
export function writeRosterPage(page: RosterPage): string {
  const title = escapeHtml(`${page.jurisdiction}群众工作联络名册`);
  const { edition } = page;
  const head =
    edition === null
      ? '<p class="edition draft">草稿</p>'
      : `<p class="edition">第 ${String(edition.number)} 期&#12288;${escapeHtml(edition.documentNo)}&#12288;${officialDay(edition.publishedOn)}</p>`;
  const foot =
    edition === null || edition.issuers.length === 0
      ? ''
      : `<p class="issuers">${edition.issuers.map(escapeHtml).join('<br>')}<br>${officialDay(edition.publishedOn)}</p>\n`;
  const header = columns.map(([name]) => `<th scope="col">${name}</th>`).join('');
  const widths = columns.map(([, width]) => `<col style="width:${width}">`).join('');
  return `<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>${style}</style>
</head>
<body>
<h1>${title}</h1>
${head}
<table>
<colgroup>${widths}</colgroup>
<thead><tr>${header}</tr></thead>
<tbody>
${writeRows(page.entries)}
</tbody>
</table>
${foot}</body>
</html>
`;
}

/** The lines of the roster, with a heading wherever the group of units changes. */
function writeRows(entries: readonly RosterEntry[]): string {
  let group: string | null = null;
  return entries
    .flatMap((entry) => {
      const rows: string[] = [];
      if (entry.group !== null && entry.group !== group) {
        rows.push(
          `<tr class="group"><th colspan="${String(columns.length)}">${escapeHtml(entry.group)}</th></tr>`,
        );
      }
      group = entry.group;
      const phones = entry.phones.map((phone) => `<span>${escapeHtml(phone)}</span>`).join('<br>');
      rows.push(
        `<tr><td class="number">${String(entry.number)}</td><td>${escapeHtml(entry.unit)}</td>` +
          `<td>${escapeHtml(deskWithSign(entry))}</td><td>${escapeHtml(entry.duties ?? '')}</td>` +
          `<td class="phones">${phones}</td><td class="hours">${escapeHtml(entry.hours ?? '')}</td></tr>`,
      );
      return rows;
    })
    .join('\n');
}
