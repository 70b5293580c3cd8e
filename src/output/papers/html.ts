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
