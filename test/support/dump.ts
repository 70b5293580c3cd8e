import { isServerAddress } from '../../src/store/engine/address.ts';
import Sqlite from './raw-database.ts';
import { runOn } from './test-server.ts';

/** The content of a database as text, row by row: equal texts, equal content. */
export function dumpDatabase(path: string, only?: readonly string[]): string {
  if (isServerAddress(path)) return dumpSchema(path, only);
  const database = new Sqlite(path, { readonly: true });
  try {
    const tables = database
      .prepare(
        "select name from sqlite_schema where type = 'table' and name not like 'sqlite_%' order by name",
      )
      .pluck()
      .all() as string[];
    return tables
      .filter((table) => only === undefined || only.includes(table))
      .flatMap((table) => [
        table,
        ...database
          .prepare(`select * from ${table}`)
          .all()
          .map((row) => JSON.stringify(row)),
      ])
      .join('\n');
  } finally {
    database.close();
  }
}

/** The same of a database on a server, each table in the order of what stands in it; what the server keeps of readings is no content of the tool. */
function dumpSchema(address: string, only: readonly string[] | undefined): string {
  const { rows: tables } = runOn(address, [
    "select c.relname::text as name from pg_class as c where c.relnamespace = current_schema()::regnamespace and c.relkind in ('r', 'p') and c.relname <> 'text_reading' order by 1",
  ]);
  const wanted = tables
    .map(({ name }) => String(name))
    .filter((name) => only === undefined || only.includes(name));
  const lines = wanted.map(
    (name) => `select '${name}' as name, to_json(t)::text as line from "${name}" as t`,
  );
  const { rows } = runOn(address, [`${lines.join(' union all ')} order by 1, 2`]);
  return rows.map(({ name, line }) => `${String(name)} ${String(line)}`).join('\n');
}
