import { splitWhole } from '../whole-pieces.ts';
import { escapeHtml } from './html.ts';

/** Text as it stands in a page, in which phones, times and days are not broken; plain figures never are. */
export function wholeHtml(text: string): string {
  return splitWhole(text)
    .map(({ text: piece, isWhole }) =>
      isWhole && /\D/u.test(piece) ? `<span class="n">${escapeHtml(piece)}</span>` : escapeHtml(piece),
    )
    .join('');
}
