import type { Problem } from '../problems.ts';
import { reasonHeader } from '../domain/reason-header.ts';
import type { Texts } from '../text/shape.ts';
import { describeProblem } from './problem-text.ts';
import { writeCsvRows } from './csv.ts';

/** Writes rows that were not imported as a CSV file of the same form, each with what is wrong with it in a last column. */
export function writeBadRows(
  header: readonly string[],
  rows: readonly { readonly cells: readonly string[]; readonly problems: readonly Problem[] }[],
  text: Texts,
): string {
  const width = header.length;
  const lines = rows.map(({ cells, problems }) => {
    const own = Array.from({ length: width }, (_, at) => cells[at] ?? '');
    const reasons = new Set(problems.map((problem) => describeProblem(problem, text)));
    // What stands beyond the header goes along, so that nothing is lost.
    return [...own, [...reasons].join(' '), ...cells.slice(width)];
  });
  return writeCsvRows([[...header, reasonHeader], ...lines]);
}
