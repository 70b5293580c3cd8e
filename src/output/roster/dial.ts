import { parsePhone } from '../../domain/phone.ts';
import { escapeHtml, wholeHtml } from '../papers/html.ts';

/** The address a phone dials a number by: its digits, and after a pause its extension; undefined for what is no phone. */
export function dialAddress(text: string): string | undefined {
  const phone = parsePhone(text);
  if (phone === undefined) return undefined;
  const { areaCode, number, extension } = phone;
  return `tel:${areaCode ?? ''}${number}${extension === null ? '' : `,${extension}`}`;
}

/** A cell of lines in a page; where it has phones, each is a link that dials it, its note beside it. */
export function dialLinks(cell: string, hasPhones: boolean): string {
  return cell
    .split('\n')
    .map((line) => {
      const address = hasPhones ? dialAddress(line) : undefined;
      if (address === undefined) return wholeHtml(line);
      const number = line.replace(/（[^（）]*）$/u, '');
      return `<a href="${address}">${escapeHtml(number)}</a>${wholeHtml(line.slice(number.length))}`;
    })
    .join('<br>');
}
