import { viewRows, writeCsvRows } from './csv.ts';
import type { View } from './view.ts';

/** Writes a list as one JSON document, piece by piece: the same text as all of it at once. `indent` is that of `JSON.stringify`. */
export async function* writeJsonPieces<Line>(
  pages: AsyncIterable<readonly Line[]>,
  json: (line: Line) => unknown,
  indent: number | undefined,
): AsyncGenerator<string> {
  const margin = indent === undefined ? '' : `\n${' '.repeat(indent)}`;
  let sign = '[';
  for await (const lines of pages) {
    let piece = '';
    for (const line of lines) {
      const text = JSON.stringify(json(line), null, indent);
      piece += sign + margin + (indent === undefined ? text : text.replaceAll('\n', margin));
      sign = ',';
    }
    if (piece !== '') yield piece;
  }
  if (sign === '[') yield '[]\n';
  else yield indent === undefined ? ']\n' : '\n]\n';
}

/** Writes a list as CSV, piece by piece: the header once, and the rows of all portions. */
export async function* writeCsvPieces<Line>(
  pages: AsyncIterable<readonly Line[]>,
  view: (lines: readonly Line[]) => View,
): AsyncGenerator<string> {
  yield writeCsvRows(viewRows(view([])).slice(0, 1));
  for await (const lines of pages) {
    const rows = viewRows(view(lines)).slice(1);
    // Only the first piece has the sign by which Excel knows the encoding.
    if (rows.length > 0) yield writeCsvRows(rows).slice(1);
  }
}
