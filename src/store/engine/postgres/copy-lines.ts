import type { Value } from '../engine.ts';
import type { ServerConnection } from './connection.ts';

/** Signs that the text form of COPY writes in two. */
const escapes: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
};

/** The table of many rows with row security: COPY does not go there for a login that is bound by it. */
const secured = 'personal_text';

/** Writes rows by COPY, the values of one behind those of the other, in the order of the columns. */
export async function copyLines(
  server: ServerConnection,
  { table, columns }: { readonly table: string; readonly columns: readonly string[] },
  values: readonly Value[],
): Promise<void> {
  if (values.length === 0) return;
  const width = columns.length;
  if (server.isBound && table === secured) {
    await insertLists(server, { table, columns }, values);
    return;
  }
  const lines: string[] = [];
  for (let at = 0; at < values.length; at += width) {
    let line = '';
    for (let column = 0; column < width; column += 1)
      line += (column === 0 ? '' : '\t') + fieldOf(values[at + column] ?? null);
    lines.push(line);
  }
  const names = columns.map((name) => `"${name}"`).join(', ');
  await server.copyIn(`copy "${table}" (${names}) from stdin`, `${lines.join('\n')}\n`);
}

/** The same by one statement that takes each column as a list. */
async function insertLists(
  server: ServerConnection,
  { table, columns }: { readonly table: string; readonly columns: readonly string[] },
  values: readonly Value[],
): Promise<void> {
  const width = columns.length;
  const lists = columns.map((_, at) => values.filter((_value, place) => place % width === at));
  const names = columns.map((name) => `"${name}"`).join(', ');
  const taken = lists.map(
    (list, at) => `$${String(at + 1)}::${list.some((one) => typeof one === 'string') ? 'text' : 'int8'}[]`,
  );
  await server.query(`insert into "${table}" (${names}) select * from unnest(${taken.join(', ')})`, lists);
}

function fieldOf(value: Value): string {
  if (value === null) return '\\N';
  return typeof value === 'number'
    ? String(value)
    : value.replaceAll(/[\\\n\r\t]/gu, (sign) => escapes[sign] ?? sign);
}
