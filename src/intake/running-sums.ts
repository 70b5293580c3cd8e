import type { Problem } from '../problems.ts';
import { isBlankWord } from '../domain/blank-words.ts';
import { findFlaw } from './cell-flaws.ts';
import type { Column, Columns, RowValues } from './column.ts';
import type { Header } from './header.ts';
import type { Aside } from './set-aside.ts';
import type { Sheet, SheetRow } from './sheet.ts';

/** Sums of the columns that are added up, so that total rows can be checked against the rows above them. */
export class RunningSums<C extends Columns> {
  readonly #summed: readonly (readonly [key: keyof C, at: number, column: Column<unknown>])[];
  readonly #header: SheetRow;
  readonly #all = new Map<keyof C, number>();
  readonly #sinceSubtotal = new Map<keyof C, number>();
  /** Cells of totals whose value is not stored. */
  unchecked = 0;

  constructor(header: Header<C>, columns: C) {
    this.#header = header.row;
    this.#summed = [...header.columns].flatMap(([key, at]) => {
      const column = columns[key];
      return column?.isSummed === true ? [[key, at, column] as const] : [];
    });
  }

  add(values: RowValues<C>): void {
    for (const [key] of this.#summed) {
      const value: unknown = values[key];
      if (typeof value !== 'number') continue;
      for (const sums of [this.#all, this.#sinceSubtotal]) sums.set(key, (sums.get(key) ?? 0) + value);
    }
  }

  /** Compares a total row with the rows above it; a subtotal covers those since the last one. */
  compare(sheet: Sheet, row: SheetRow, aside: Aside): Problem[] {
    const sums = aside.kind === 'subtotal' ? this.#sinceSubtotal : this.#all;
    const problems = this.#summed.flatMap(([key, at, summed]): Problem[] => {
      const { parse: read } = summed;
      const text = (row.cells[at] ?? '').trim();
      const column = (this.#header.cells[at] ?? '').trim();
      const place = sheet.place(row, at);
      const flaw = findFlaw(text, row.flaws?.get(at), summed);
      if (flaw === 'cell-not-computed') {
        this.unchecked += 1;
        return [];
      }
      if (flaw !== undefined) return [{ code: flaw, place, details: { column, value: text } }];
      if (text === '' || isBlankWord(text)) return [];
      const reading = read(text, column, place);
      if (!reading.ok) return [reading.problem];
      const stated = Number(reading.value);
      const sum = sums.get(key) ?? 0;
      if (stated === sum) return [];
      return [{ code: 'total-row-differs', place, details: { label: aside.label, column, stated, sum } }];
    });
    this.#sinceSubtotal.clear();
    return problems;
  }
}
