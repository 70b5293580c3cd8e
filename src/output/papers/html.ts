import { splitWhole } from '../whole-pieces.ts';
import { showHidden } from '../visible.ts';

/** Text as it stands in a page: nothing of it is markup, what is hidden is shown, its lines stay. */
export function escapeHtml(text: string): string {
  return showHidden(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')
    .replaceAll('\n', '<br>');
}

/** Text as it stands in a page, in which phones, times and days are not broken; plain figures never are. */
export function wholeHtml(text: string): string {
  return splitWhole(text)
    .map(({ text: piece, isWhole }) =>
      isWhole && /\D/u.test(piece) ? `<span class="n">${escapeHtml(piece)}</span>` : escapeHtml(piece),
    )
    .join('');
}

/** What a page is made of: its body as markup, and a script of its own where it has one. */
export interface HtmlPage {
  readonly title: string;
  readonly style: string;
  readonly body: string;
  readonly script?: string;
}

/** Writes a self-contained page in Chinese: it may ask nothing of any network, and runs no script but its own. */
export function writeHtmlPage({ title, style, body, script }: HtmlPage): string {
  const policy = `default-src 'none'; style-src 'unsafe-inline'${script === undefined ? '' : "; script-src 'unsafe-inline'"}`;
  return `<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="format-detection" content="telephone=no">
<title>${escapeHtml(title)}</title>
<style>${style}</style>
</head>
<body>
${body}${script === undefined ? '' : `<script>${script}</script>`}
</body>
</html>
`;
}
