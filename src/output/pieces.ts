import { viewRows, writeCsvRows } from './csv.ts';
import type { View } from './view.ts';

/** A portion of a long list. */
interface Portion {
  readonly json: readonly unknown[];
  readonly view: View;
}

/** Writes a list as one JSON document, piece by piece: the same text as all of it at once. `indent` is that of `JSON.stringify`. */
export async function* writeJsonPieces(
  portions: AsyncIterable<Portion>,
  indent: number | undefined,
): AsyncGenerator<string> {
  const margin = indent === undefined ? '' : `\n${' '.repeat(indent)}`;
  let sign = '[';
  for await (const { json } of portions) {
    let piece = '';
    for (const item of json) {
      const text = JSON.stringify(item, null, indent);
      piece += sign + margin + (indent === undefined ? text : text.replaceAll('\n', margin));
      sign = ',';
    }
    if (piece !== '') yield piece;
  }
  if (sign === '[') yield '[]\n';
  else yield indent === undefined ? ']\n' : '\n]\n';
}

/** Writes a list as CSV, piece by piece: the header of its first portion, and the rows of all. `empty` stands for a list without any. */
export async function* writeCsvPieces(portions: AsyncIterable<Portion>, empty: View): AsyncGenerator<string> {
  let isFirst = true;
  for await (const { view } of portions) {
    const [header = [], ...rows] = viewRows(view);
    // Only the first piece has the sign by which Excel knows the encoding.
    yield isFirst ? writeCsvRows([header, ...rows]) : writeCsvRows(rows).slice(1);
    isFirst = false;
  }
  if (isFirst) yield writeCsvRows(viewRows(empty));
}
