import { AppError } from '../errors.ts';
import type { Problem } from '../errors.ts';
import type { Sheet } from './sheet.ts';
import { makeTabPlace } from './workbook.ts';

/** Cells and rows that a file repeats are written once with their number; beyond this they are the empty rest of the sheet. */
const mostRepeats = 1000;

interface Tab {
  readonly name: string;
  /** Rows that hold anything, with their line; what stands empty between them is not kept. */
  readonly rows: { readonly line: number; readonly cells: string[] }[];
  readonly merges: { readonly line: number; readonly column: number; readonly rows: number }[];
}

/**
 * Reads a spreadsheet of LibreOffice or WPS (.ods): one sheet for each tab that holds anything. Numbers come as they are
 * stored, dates as 2022-02-07. Cells merged over several rows are problems by their address, unless they are to be
 * filled down.
 *
 * Errors: `file-broken`.
 */
export async function parseOpenDocument(
  bytes: Uint8Array,
  file: string,
  fillDown: boolean,
): Promise<Sheet[]> {
  const { strFromU8, unzipSync } = await import('fflate');
  const { Parser } = await import('saxen');
  const tabs: Tab[] = [];
  try {
    const parts = unzipSync(bytes, { filter: ({ name }) => name === 'content.xml' });
    const reader = new TabReader(tabs);
    const parser = new Parser();
    parser.on('openTag', (name, attributes, decode) => {
      reader.open(name, attributes(), decode);
    });
    parser.on('closeTag', (name) => {
      reader.close(name);
    });
    parser.on('text', (text, decode) => {
      reader.text(decode(text));
    });
    parser.on('error', (error) => {
      throw error;
    });
    parser.parse(strFromU8(parts['content.xml'] ?? new Uint8Array()));
  } catch (error) {
    throw new AppError('file-broken', { file }, { cause: error });
  }
  return tabs.map(({ name, rows, merges }): Sheet => {
    const place = makeTabPlace(file, tabs.length > 1 ? name : undefined);
    const problems: Problem[] = [];
    for (const merge of merges) {
      if (fillDown) {
        const value = rows.find(({ line }) => line === merge.line)?.cells[merge.column] ?? '';
        const merged = rows.filter(({ line }) => line >= merge.line && line < merge.line + merge.rows);
        for (const { cells } of merged) cells[merge.column] = value;
      } else {
        const at = place({ line: merge.line, cells: [] }, merge.column);
        const last = place({ line: merge.line + merge.rows - 1, cells: [] }, merge.column);
        const range = `${at.cell ?? ''}:${last.cell ?? ''}`;
        problems.push({ code: 'cells-merged', place: at, details: { range } });
      }
    }
    return {
      file,
      tab: name,
      rows: rows.filter((row) => row.cells.some((cell) => cell.trim() !== '')),
      place,
      problems,
    };
  });
}

/** Elements whose text is no content of the cell they stand in. */
function isAside(name: string): boolean {
  return name === 'office:annotation' || name.startsWith('draw:');
}

/** Gathers the cells of a document as its elements go by. */
class TabReader {
  readonly #tabs: Tab[];
  /** Line of the row that is being read. */
  #line = 1;
  #row: string[] = [];
  #rowRepeats = 1;
  #cell: { text: string; readonly repeats: number; readonly value: string | undefined } | undefined;
  #paragraphs = 0;
  /** How deep in what stands beside the text of a cell: notes, drawings. */
  #aside = 0;

  constructor(tabs: Tab[]) {
    this.#tabs = tabs;
  }

  open(name: string, attributes: Readonly<Record<string, string>>, decode: (text: string) => string): void {
    const count = (attribute: string): number => Number(attributes[attribute] ?? 1);
    if (name === 'table:table') {
      this.#tabs.push({ name: decode(attributes['table:name'] ?? ''), rows: [], merges: [] });
      this.#line = 1;
    } else if (name === 'table:table-row') {
      this.#row = [];
      this.#rowRepeats = count('table:number-rows-repeated');
    } else if (name === 'table:table-cell' || name === 'table:covered-table-cell') {
      const type = attributes['office:value-type'];
      const value =
        type === 'date'
          ? attributes['office:date-value']
          : type === 'string'
            ? undefined
            : attributes['office:value'];
      this.#cell = { text: '', repeats: count('table:number-columns-repeated'), value };
      this.#paragraphs = 0;
      const tab = this.#tabs.at(-1);
      const rows = count('table:number-rows-spanned');
      if (rows > 1) tab?.merges.push({ line: this.#line, column: this.#row.length, rows });
    } else if (isAside(name)) this.#aside += 1;
    else if (this.#cell !== undefined && this.#aside === 0) {
      if (name === 'text:p') {
        if (this.#paragraphs > 0) this.#cell.text += '\n';
        this.#paragraphs += 1;
      } else if (name === 'text:line-break') this.#cell.text += '\n';
      else if (name === 'text:s') this.#cell.text += ' '.repeat(count('text:c'));
      else if (name === 'text:tab') this.#cell.text += '\t';
    }
  }

  text(text: string): void {
    if (this.#cell !== undefined && this.#aside === 0 && this.#paragraphs > 0) this.#cell.text += text;
  }

  close(name: string): void {
    if (isAside(name)) this.#aside -= 1;
    else if (name === 'table:table-cell' || name === 'table:covered-table-cell') {
      const { text, repeats, value } = this.#cell ?? { text: '', repeats: 1, value: undefined };
      const shown = value === undefined ? text : value.replace(/T00:00:00$/u, '').replace('T', ' ');
      // What fills the sheet to its edge holds nothing.
      if (shown !== '' || repeats <= mostRepeats) {
        for (let copy = 0; copy < Math.min(repeats, mostRepeats); copy += 1) this.#row.push(shown);
      }
      this.#cell = undefined;
    } else if (name === 'table:table-row') {
      const rows = this.#tabs.at(-1)?.rows;
      if (this.#row.some((cell) => cell !== '')) {
        for (let copy = 0; copy < Math.min(this.#rowRepeats, mostRepeats); copy += 1) {
          rows?.push({ line: this.#line + copy, cells: [...this.#row] });
        }
      }
      this.#line += this.#rowRepeats;
    }
  }
}
