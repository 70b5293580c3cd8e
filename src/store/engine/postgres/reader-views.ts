import { AppError } from '../../../errors.ts';
import type { ServerConnection } from './connection.ts';

/** Texts in which a mobile stands among much else, without it. */
const withoutMobile = (column: string): string =>
  `regexp_replace(${column}, '"mobile":"[^"]*"', '"mobile":null', 'g')`;

/** What a reader sees in place of columns that are personal, by table. */
const masks: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  appeal: { place: 'null::text', external_number: 'null::text' },
  desk_person: { mobile: 'null::text' },
  edition_entry: { content: withoutMobile('content') },
  operation_change: { before: withoutMobile('before'), after: withoutMobile('after') },
  batch_change: { before: withoutMobile('before'), after: withoutMobile('after') },
  personal_text: { text: "''", salt: "''" },
};

/** Tables of which a reader has a view, under the same name in a schema of its own, and not the table. */
export const maskedTables: ReadonlySet<string> = new Set(Object.keys(masks));

/** What the schema of the views says of itself: one of that name without it is somebody else's, and is left as it is. */
const mark = 'views for readers, made by liaison';

/** The schema in which a reader finds views before the tables that they stand for. */
export function readerSchemaOf(schema: string): string {
  return `${schema}_reader`;
}

/** Takes the views of readers away, if there are any. Errors: `database-foreign` for a schema of that name that is not ours. */
export async function dropReaderViews(server: ServerConnection, schema: string): Promise<void> {
  const reader = readerSchemaOf(schema);
  const { rows } = await server.query(
    "select obj_description(oid, 'pg_namespace') as mark from pg_namespace where nspname = $1",
    [reader],
  );
  const [found] = rows;
  if (found === undefined) return;
  if (found['mark'] !== mark) throw new AppError('database-foreign', { path: reader });
  await server.exec(`drop schema ${reader} cascade`);
}

/**
 * Makes what a reader sees in place of tables with something personal in them: the rows without it, and of texts none. Whoever reads so needs no right on
 * the tables behind it. What was there gives way, since migrations change the tables. Errors: those of `dropReaderViews`.
 */
export async function makeReaderViews(server: ServerConnection, schema: string): Promise<void> {
  const reader = readerSchemaOf(schema);
  const { rows } = await server.query(
    `select c.relname as table, string_agg(a.attname, ',' order by a.attnum) as columns
     from pg_class as c join pg_attribute as a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
     where c.relnamespace = $1::regnamespace and c.relkind in ('r', 'p') group by c.relname`,
    [schema],
  );
  const views = rows.flatMap((row) => {
    const table = String(row['table']);
    const mask = masks[table];
    if (mask === undefined) return [];
    const columns = String(row['columns'])
      .split(',')
      .map((name) => (mask[name] === undefined ? `"${name}"` : `(${mask[name]}) collate "C" as "${name}"`));
    const none = table === 'personal_text' ? ' where false' : '';
    return [
      `create view ${reader}."${table}" as select ${columns.join(', ')} from ${schema}."${table}"${none}`,
    ];
  });
  await dropReaderViews(server, schema);
  await server.exec(
    [`create schema ${reader}`, `comment on schema ${reader} is '${mark}'`, ...views].join(';\n'),
  );
}
