// Runs statements on a server: a program of its own, for whoever cannot wait in any other way.
import { readFileSync } from 'node:fs';
import pg from 'pg';

const [, , address = ''] = process.argv;
const { sources, values } = JSON.parse(readFileSync(0, 'utf8')) as { sources: string[]; values: unknown[] };
const url = new URL(address);
const schema = url.searchParams.get('schema') ?? 'liaison';
url.searchParams.delete('schema');
const number = (text: string): number => Number(text);
const { INT8, NUMERIC, BOOL } = pg.types.builtins;
for (const type of [INT8, NUMERIC]) pg.types.setTypeParser(type, number);
pg.types.setTypeParser(BOOL, (text) => (text === 't' ? 1 : 0));
const client = new pg.Client({ connectionString: url.href });
try {
  await client.connect();
  await client.query(`set search_path = ${schema}`);
  let last: pg.QueryResult | undefined;
  for (const source of sources) last = await client.query(source, values.length > 0 ? values : undefined);
  const { rows = [], rowCount = 0 } = last ?? {};
  process.stdout.write(JSON.stringify({ rows, changes: rowCount ?? 0 }));
} catch (error) {
  process.stderr.write(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
} finally {
  await client.end().catch(() => undefined);
}
