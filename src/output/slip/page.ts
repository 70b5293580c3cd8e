import { official } from '../../text/official.ts';
import { escapeHtml } from '../papers/html.ts';
import type { SlipDocument } from './document.ts';

const style = `
@page { size: A4; margin: 20mm 20mm 18mm; }
body { font: 12pt/1.6 FangSong, "仿宋", "仿宋_GB2312", STFangsong, "Noto Serif CJK SC", serif; color: #000; margin: 0 auto; max-width: 170mm; }
h1 { font: 700 20pt/1.4 "小标宋", "方正小标宋简体", SimSun, "Noto Serif CJK SC", serif; text-align: center; margin: 4mm 0 5mm; }
table { border-collapse: collapse; width: calc(100% - 1pt); table-layout: fixed; }
col.label { width: 15%; } col.value { width: 35%; }
th, td { border: 0.5pt solid #000; padding: 1.5mm 2mm; text-align: left; vertical-align: middle; overflow-wrap: anywhere; }
th { font-family: SimHei, "黑体", "Noto Sans CJK SC", sans-serif; font-weight: 400; text-align: center; }
td.opinion { height: 38mm; }
td.sign { height: 20mm; vertical-align: top; }
p.warning { font-family: SimHei, "黑体", "Noto Sans CJK SC", sans-serif; margin: 0 0 2mm; text-align: right; }
`;

/** Writes a slip as one self-contained page that prints on one sheet of A4. */
export function writeSlipPage(slip: SlipDocument): string {
  const say = official.slip;
  const cell = (text: string): string => escapeHtml(text);
  const pairs = Array.from({ length: Math.ceil(slip.fields.length / 2) }, (_, at) =>
    slip.fields.slice(at * 2, at * 2 + 2),
  );
  const rows = [
    ...pairs.map(
      (pair) =>
        `<tr>${pair.map(([label, value]) => `<th>${label}</th><td>${cell(value)}</td>`).join('')}</tr>`,
    ),
    ...slip.texts.map(([label, value]) => `<tr><th>${label}</th><td colspan="3">${cell(value)}</td></tr>`),
    `<tr><th>${say.opinion}</th><td colspan="3" class="opinion"></td></tr>`,
    `<tr>${[say.handedOver, say.taken].map((who) => `<td colspan="2" class="sign">${who}<br><br>${say.day}</td>`).join('')}</tr>`,
  ];
  return `<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${cell(slip.title)}</title>
<style>${style}</style>
</head>
<body>
${slip.warning === null ? '' : `<p class="warning">${slip.warning}</p>\n`}<h1>${cell(slip.title)}</h1>
<table>
<colgroup><col class="label"><col class="value"><col class="label"><col class="value"></colgroup>
<tbody>
${rows.join('\n')}
</tbody>
</table>
</body>
</html>
`;
}
