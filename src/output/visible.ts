/**
 * Signs that would move the cursor, colour or clear a terminal, turn the reading direction or stand invisibly: controls
 * (C0, C1, DEL), format signs (bidi, zero-width, soft hyphen, BOM), line and paragraph separators, code points that are no characters.
 */
const hidden = /(?!\n)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Noncharacter_Code_Point}]/gu;

/** Shows control and invisible characters as escapes a person can see (`\x1b`, `\u202e`); line feeds stay, tabs become spaces. */
export function showHidden(text: string): string {
  return text
    .replaceAll('\t', ' ')
    .replaceAll('\r\n', '\n')
    .replace(hidden, (sign) => {
      const code = sign.codePointAt(0) ?? 0;
      if (code < 0x100) return `\\x${code.toString(16).padStart(2, '0')}`;
      return code < 0x10000 ? `\\u${code.toString(16).padStart(4, '0')}` : `\\u{${code.toString(16)}}`;
    });
}

/**
 * A JSON document with the same value in which every hidden sign is an escape: what stands between quotes may be anything, and a terminal
 * would act on it.
 */
export function escapeHidden(json: string): string {
  return json.replace(hidden, (sign) =>
    Array.from(
      { length: sign.length },
      (_, at) => `\\u${sign.charCodeAt(at).toString(16).padStart(4, '0')}`,
    ).join(''),
  );
}
