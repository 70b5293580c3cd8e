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
