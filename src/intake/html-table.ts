import type { DefaultTreeAdapterTypes } from 'parse5';
import type { Problem } from '../problems.ts';
import type { Sheet, SheetRow } from './sheet.ts';
import { holdRows } from './sheet.ts';

type Node = DefaultTreeAdapterTypes.ChildNode;
type Element = DefaultTreeAdapterTypes.Element;

/** Whether a text is a page with a table: hotline systems export those under the name of an .xls file. */
export function isHtmlTable(text: string): boolean {
  return mayBePage(text) && /<table\b/iu.test(text);
}

/** Whether a text begins as a page does. */
export function mayBePage(head: string): boolean {
  return /^\s*</u.test(head);
}

/** A cell may reach over so many rows and columns; browsers take no more of the latter. */
const largestSpan = { row: 65_534, col: 1000 } as const;

const isElement = (node: Node): node is Element => 'tagName' in node;

function attribute(element: Element, name: string): string | undefined {
  return element.attrs.find((one) => one.name === name)?.value;
}

/** Whether a browser leaves an element out. */
function isUnshown(element: Element): boolean {
  const style = attribute(element, 'style') ?? '';
  return (
    attribute(element, 'hidden') !== undefined ||
    /\bdisplay\s*:\s*none\b|\bvisibility\s*:\s*collapse\b/iu.test(style)
  );
}

function spanOf(cell: Element, of: keyof typeof largestSpan, whole: number): number {
  const said = Number(attribute(cell, `${of}span`) ?? 1);
  if (of === 'row' && said === 0) return whole;
  return Number.isInteger(said) && said > 0 ? Math.min(said, largestSpan[of]) : 1;
}

/** Elements whose text nobody sees, and the reading that stands above characters. */
const unread = new Set(['script', 'style', 'rt', 'rp', 'template']);
const blocks = new Set(['p', 'div', 'tr', 'li', 'table']);

/** The text of a cell as a browser shows it: white space is one space, breaks and blocks begin lines. */
function textOf(nodes: readonly Node[]): string {
  const parts: string[] = [];
  // Pages can be nested deeper than calls can; a text among what is left is what ends a block.
  const left: (Node | string)[] = [...nodes].reverse();
  for (let node = left.pop(); node !== undefined; node = left.pop()) {
    if (typeof node === 'string') parts.push(node);
    else if (node.nodeName === '#text' && 'value' in node)
      parts.push(node.value.replaceAll(/[ \t\r\n\f]+/gu, ' '));
    else if (isElement(node) && !unread.has(node.tagName) && !isUnshown(node)) {
      const isBlock = blocks.has(node.tagName);
      if (isBlock || node.tagName === 'br') parts.push('\n');
      if (isBlock) left.push('\n');
      for (let at = node.childNodes.length - 1; at >= 0; at -= 1) left.push(node.childNodes[at] as Node);
    }
  }
  return parts
    .join('')
    .replaceAll(/ *\n[ \n]*/gu, '\n')
    .trim();
}

function listElements(nodes: readonly Node[], isWanted: (element: Element) => boolean): Element[] {
  const found: Element[] = [];
  const left = [...nodes].reverse();
  for (let node = left.pop(); node !== undefined; node = left.pop()) {
    if (!isElement(node)) continue;
    if (isWanted(node)) found.push(node);
    else for (let at = node.childNodes.length - 1; at >= 0; at -= 1) left.push(node.childNodes[at] as Node);
  }
  return found;
}

const isNamed =
  (...names: readonly string[]) =>
  (element: Element): boolean =>
    names.includes(element.tagName);

/** The rows of a table that are its own, and whether a browser shows them. */
function listRows(table: Element): { readonly row: Element; readonly isShown: boolean }[] {
  return table.childNodes.filter(isElement).flatMap((part) => {
    if (part.tagName === 'tr') return [{ row: part, isShown: !isUnshown(part) }];
    if (!['thead', 'tbody', 'tfoot'].includes(part.tagName)) return [];
    return part.childNodes
      .filter(isElement)
      .filter(isNamed('tr'))
      .map((row) => ({ row, isShown: !isUnshown(part) && !isUnshown(row) }));
  });
}

const listCells = (row: Element): Element[] =>
  row.childNodes.filter(isElement).filter((cell) => isNamed('td', 'th')(cell) && !isUnshown(cell));

/** Tables that lay out others are looked into so far; no page means more. */
const deepestLayout = 20;

/** The tables that hold data: where a table does nothing but lay out others, it is those. */
function listTables(nodes: readonly Node[], depth = 0): Element[] {
  return listElements(nodes, isNamed('table')).flatMap((table) => {
    if (isUnshown(table)) return [];
    if (depth >= deepestLayout) return [table];
    const inner = listTables(table.childNodes, depth + 1);
    const isLayout = inner.some(
      (one) => listRows(one).filter(({ row }) => listCells(row).length > 1).length > 1,
    );
    return isLayout ? inner : [table];
  });
}

/**
 * Reads the tables of a page as one sheet, as a browser shows them: cells that reach over rows and columns keep the others in their place,
 * what is not shown is left out and counted. A row's line is its place among the rows. Cells over several rows are problems by their place
 * unless they are to be filled down, as in a spreadsheet.
 */
export async function parseHtmlTable(text: string, file: string, fillDown: boolean): Promise<Sheet> {
  const { parse } = await import('parse5');
  const place: Sheet['place'] = (row, column) => ({
    file,
    row: row.line,
    ...(column === undefined ? {} : { column: column + 1 }),
  });
  const rows: SheetRow[] = [];
  const problems: Problem[] = [];
  const reach = new Map<number, number>();
  let line = 0;
  let unseenRows = 0;
  for (const table of listTables(parse(text).childNodes)) {
    /** What reaches down into the rows to come, by column: how many rows, and what is filled in there. */
    const reaching = new Map<number, { rows: number; readonly text: string }>();
    const all = listRows(table);
    for (const [index, { row, isShown }] of all.entries()) {
      line += 1;
      if (!isShown) {
        unseenRows += 1;
        continue;
      }
      const cells: string[] = [];
      const takeReaching = (): void => {
        for (let at = reaching.get(cells.length); at !== undefined; at = reaching.get(cells.length)) {
          if (at.rows > 1) at.rows -= 1;
          else reaching.delete(cells.length);
          cells.push(at.text);
        }
      };
      for (const cell of listCells(row)) {
        takeReaching();
        const at = cells.length;
        const content = textOf(cell.childNodes);
        const [down, right] = [spanOf(cell, 'row', all.length - index), spanOf(cell, 'col', 1)];
        if (down > 1) reach.set(line, Math.max(reach.get(line) ?? 0, line + down - 1));
        if (down > 1 && !fillDown && content !== '') {
          const range = `${String(line)}:${String(at + 1)}–${String(line + down - 1)}:${String(at + right)}`;
          problems.push({ code: 'cells-merged', place: place({ line, cells: [] }, at), details: { range } });
        }
        for (let column = at; column < at + right; column += 1) {
          const filled = fillDown && column === at ? content : '';
          if (down > 1) reaching.set(column, { rows: down - 1, text: filled });
          cells.push(column === at ? content : '');
        }
      }
      takeReaching();
      if (cells.some((cell) => cell !== '')) rows.push({ line, cells });
    }
  }
  return { file, rows: holdRows(rows), place, problems, reach, ...(unseenRows === 0 ? {} : { unseenRows }) };
}
