import Sqlite from './raw-database.ts';

/** The content of a database as text, row by row: equal texts, equal content. */
export function dumpDatabase(path: string, only?: readonly string[]): string {
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
