import { writeCsvPieces, writeJsonPieces } from '../output/pieces.ts';
import type { View } from '../output/view.ts';
import type { Context } from './context.ts';
import { withProgress } from './progress.ts';
import type { Documents } from './result.ts';

/** What a command shows of a list that may be too long to be held: its lines a portion at a time, and how each form of output has them. */
export interface ListResult<Line> {
  readonly pages: () => AsyncIterable<readonly Line[]>;
  /** How many lines there are; null where nobody counted. */
  readonly count: number | null;
  readonly json: (line: Line) => unknown;
  /** Its first table is that of the lines: CSV has nothing else of it. */
  readonly view: (lines: readonly Line[]) => View;
  readonly documents?: (lines: readonly Line[]) => Documents;
  readonly isPersonal?: boolean;
}

/** How many lines a list shows unless somebody says otherwise: a table a hundred, wherever it goes; what other programs read holds all. */
export function usualLimit(context: Context): number | undefined {
  return context.findFormat() === 'table' ? 100 : undefined;
}

/** A list with nothing but the fields that are wanted of its lines. */
async function withFields<Line>(context: Context, list: ListResult<Line>): Promise<ListResult<Line>> {
  const { fields } = context.options;
  if (fields === undefined) return list;
  const { fieldsView, pickFields } = await import('./pick-fields.ts');
  const { pages, count, json, isPersonal = false } = list;
  return {
    ...{ pages, count, isPersonal },
    json: (line) => pickFields(json(line), fields),
    view: (lines) => fieldsView(lines.map(json), fields),
  };
}

/** Writes a list as `print` writes a result; as JSON and CSV piece by piece, so that it is never held as a whole. Errors: those of `print`. */
export async function printList<Line>(context: Context, list: ListResult<Line>): Promise<void> {
  const format = context.findFormat();
  if (format !== 'json' && format !== 'csv') {
    const lines: Line[] = [];
    for await (const some of list.pages()) lines.push(...some);
    const { isPersonal = false } = list;
    const documents = list.documents?.(lines) ?? {};
    await context.print({ json: lines.map(list.json), view: list.view(lines), documents, isPersonal });
    return;
  }
  const { json, view, count, isPersonal = false } = await withFields(context, list);
  const { output } = context.options;
  const isFile = output !== undefined && output !== '-';
  // On a terminal the list itself shows how far it is.
  const isShown = context.showsProgress && (isFile || context.host.stdout.isTTY !== true);
  const write = async (tick: (done: number, total?: number) => Promise<void> | undefined): Promise<void> => {
    async function* pages(): AsyncGenerator<readonly Line[]> {
      let done = 0;
      for await (const lines of list.pages()) {
        yield lines;
        done += lines.length;
        await tick(done, count ?? undefined);
      }
    }
    const pieces =
      format === 'json'
        ? writeJsonPieces(pages(), json, isFile ? 2 : undefined)
        : writeCsvPieces(pages(), view);
    await context.printPieces(pieces, isPersonal);
  };
  await withProgress(context, write, isShown);
  if (isFile) context.say(context.text.labels.written(output));
}
