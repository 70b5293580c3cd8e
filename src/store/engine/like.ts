/** Signs as a pattern of LIKE that any text holding them fits; `%`, `_` and `\` are what they are. */
export function likeOf(signs: string): string {
  return `%${signs.replaceAll(/[\\%_]/gu, '\\$&')}%`;
}
