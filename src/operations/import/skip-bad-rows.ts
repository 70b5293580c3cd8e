import type { Problem } from '../../problems.ts';
import { AppError } from '../../errors.ts';
import type { Db } from '../../store/db.ts';
import type { ImportPlan, ImportTask } from './import-file.ts';

/** A row that is not imported, with all that is wrong with it. */
export interface BadRow {
  readonly line: number;
  readonly cells: readonly string[];
  readonly problems: readonly Problem[];
}

/** What is wrong with a file as a whole, and mended by nothing that is left out; totals are not checked where rows are missing. */
const ofWholeFile: ReadonlySet<string> = new Set(['cells-merged', 'years-differ', 'quote-not-closed']);
const ofTotals: ReadonlySet<string> = new Set(['total-row-differs']);

/** The lines a problem speaks of: of what stands twice nobody knows which is right. */
function linesOf({ place, details }: Problem): number[] {
  const first = 'first' in details ? details.first.row : undefined;
  return [place?.row, first].flatMap((line) => line ?? []);
}

/**
 * Parts the rows of a file into good ones, which the task that comes back imports, and bad ones. Left out is no row of which nothing is
 * wrong; where a total is all that is wrong, nothing is left out.
 *
 * Errors: `skip-bad-not-possible` for what is no table of rows, `rows-all-bad`.
 */
export async function findGoodRows<Plan extends ImportPlan>(
  db: Db,
  whole: ImportTask<Plan>,
  prepare: (skippedLines: ReadonlySet<number>) => Promise<ImportTask<Plan>>,
): Promise<{ readonly task: ImportTask<Plan>; readonly bad: readonly BadRow[] }> {
  const { written, source } = whole;
  const found = new Map<number, Problem[]>();
  let task = whole;
  for (;;) {
    const problems = [...task.problems, ...(await task.plan(db)).problems];
    const ofRows = problems.filter(({ code }) => !ofWholeFile.has(code) && !ofTotals.has(code));
    // What stops the file as a whole is told when it is planned.
    if (ofRows.length === 0 || problems.some(({ code }) => ofWholeFile.has(code))) break;
    if (written === undefined) throw new AppError('skip-bad-not-possible', { file: source.name });
    const before = found.size;
    for (const problem of ofRows) {
      for (const line of linesOf(problem)) found.set(line, [...(found.get(line) ?? []), problem]);
    }
    // A problem without a line can be left out by no row.
    if (found.size === before) break;
    try {
      task = await prepare(new Set(found.keys()));
    } catch (error) {
      if (error instanceof AppError && error.code === 'file-no-rows')
        throw new AppError('rows-all-bad', { file: source.name, count: found.size }, { cause: error });
      throw error;
    }
  }
  const bad = [...found]
    .sort(([a], [b]) => a - b)
    .map(([line, problems]) => ({ line, cells: written?.cellsOf(line) ?? [], problems }));
  return { task, bad };
}
