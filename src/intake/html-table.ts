import type { Sheet } from './sheet.ts';

/** Whether a text is a page with a table: hotline systems export those under the name of an .xls file. */
export function isHtmlTable(text: string): boolean {
  return (
    /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)*<(?:!doctype html|html|head|meta|body|table)\b/iu.test(
      text,
    ) && /<table\b/iu.test(text)
  );
}

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
};

/** The text of a cell: tags away, entities read, line breaks kept. */
function parseCellText(html: string): string {
  return html
    .replace(/<br\s*\/?>/giu, '\n')
    .replace(/<[^>]*>/gu, '')
    .replace(
      /&(?:#x([\da-f]+)|#(\d+)|(\w+));/giu,
      (whole: string, hex?: string, decimal?: string, name?: string) => {
        if (name !== undefined) return entities[name.toLowerCase()] ?? whole;
        const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
        return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
      },
    )
    .trim();
}

/** Reads the tables of a page as one sheet; a row's line is its place among the rows. A cell over several columns leaves the others empty. */
export function parseHtmlTable(text: string, file: string): Sheet {
  const rows = [...text.matchAll(/<tr\b[^>]*>([\s\S]*?)(?=<\/tr>|<tr\b|<\/table>)/giu)].map(
    ([, row = ''], at) => ({
      line: at + 1,
      cells: [...row.matchAll(/<t([dh])\b([^>]*)>([\s\S]*?)(?=<\/t[dh]>|<t[dh]\b|$)/giu)].flatMap(
        ([, , attributes = '', content = '']) => {
          const span = Math.min(Number(/\bcolspan\s*=\s*["']?(\d+)/iu.exec(attributes)?.[1] ?? 1), 100);
          return [parseCellText(content), ...Array.from({ length: span - 1 }, () => '')];
        },
      ),
    }),
  );
  return {
    file,
    rows: rows.filter((row) => row.cells.some((cell) => cell !== '')),
    place: (row, column) => ({
      file,
      row: row.line,
      ...(column === undefined ? {} : { column: column + 1 }),
    }),
    problems: [],
  };
}
