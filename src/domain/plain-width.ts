/**
 * A text with full-width letters, digits and signs as the plain ones (１０，００ → 10,00), and nothing else changed: unlike NFKC it
 * reads no mark as a digit (① and ² stay what they are).
 */
export function plainWidth(text: string): string {
  return text
    .replaceAll(/[\uff01-\uff5e]/gu, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replaceAll('\u3000', ' ');
}

/**
 * A code or an order number as it is kept and looked for: plain signs for full-width ones, without the apostrophe or the ="…" by which
 * spreadsheets keep a text, and without signs that nobody sees.
 */
export function bareCode(text: string): string {
  if (/^[\w-]+$/u.test(text)) return text;
  const kept = /^\s*="([^"]*)"\s*$/u.exec(text)?.[1];
  return bareNumber(kept ?? text).replace(/^['’]/u, '');
}

/** What a number or code is written with: plain signs, without those that nobody sees and the apostrophe by which spreadsheets keep a text. */
export function bareNumber(text: string): string {
  return plainWidth(text)
    .replaceAll(/\p{Cf}/gu, '')
    .trim()
    .replace(/^['’](?=[\d+(])/u, '');
}
