// Lays the big tables of a server out by jurisdiction, or says how: what Citus would be told, and whether the rules of distribution hold.
import { parseArgs } from 'node:util';
import { bigTables, listBreaches, listParts, planLayout } from '../src/store/engine/postgres/layout.ts';
import { connectByPg } from '../src/store/engine/postgres/pg.ts';
import { parseServerAddress } from '../src/store/engine/postgres/server-address.ts';
import { grantRights, listRights } from '../src/store/engine/postgres/rights.ts';
import { settle } from '../src/store/engine/postgres/settle.ts';
import { dropReaderViews } from '../src/store/engine/postgres/reader-views.ts';

const { values } = parseArgs({
  options: { db: { type: 'string' }, apply: { type: 'boolean', default: false } },
});
if (values.db === undefined) throw new Error('--db names the database: postgres://USER@HOST/DATABASE');
const { connection, schema, shown } = parseServerAddress(values.db, process.env);
const server = {
  ...(await connectByPg({ connection, patience: 10 })),
  isBound: false,
  isReader: false,
  isLaidOut: false,
};
await server.exec(`set search_path = ${schema}`);

try {
  if ((await listParts(server, schema)).length > 0)
    throw new Error(
      `${shown} is laid out already; its parts: ${(await listParts(server, schema)).join(', ')}`,
    );
  console.log(`-- ${shown} as it stands: where its keys and references do not hold the jurisdiction`);
  for (const { rule, where } of await listBreaches(server)) console.log(`--   ${rule}: ${where}`);

  const granted = await listRights(server, schema);
  const { statements, dropped, keys } = await planLayout(server, schema);
  await server.exec('begin');
  // What readers have in place of tables stands on them.
  await dropReaderViews(server, schema);
  for (const statement of statements) await server.exec(statement);
  await settle(server, schema, { path: shown, patience: 10 });
  for (const { role, level } of granted) await grantRights(server, { schema, path: shown }, { role, level });
  const breaches = await listBreaches(server);
  const { rows: others } = await server.query(
    `select relname as name from pg_class where relnamespace = $1::regnamespace and relkind = 'r' and not relispartition order by 1`,
    [schema],
  );
  const { rows: kept } = await server.query(
    `select conrelid::regclass::text || '.' || conname as name from pg_constraint where contype = 'f' and conparentid = 0 and conrelid = any ($1::regclass[]) and confrelid = any ($1::regclass[])`,
    [bigTables],
  );
  const { rows: triggers } = await server.query(
    `select t.tgname as name, c.relname as table from pg_trigger as t join pg_class as c on c.oid = t.tgrelid
     where c.relnamespace = $1::regnamespace and not t.tgisinternal and t.tgparentid = 0 order by c.relname, t.tgname`,
    [schema],
  );
  await server.exec(values.apply ? 'commit' : 'rollback');
  // What the server knows of the sizes of tables went with those that were.
  if (values.apply) await server.exec('analyze');

  console.log('\n-- 1. the layout, on any PostgreSQL:');
  for (const statement of statements) console.log(`${statement};`);
  console.log(
    '\n-- 2. what Citus is told, row by row; the key is the jurisdiction and all parts of an appeal lie together:',
  );
  console.log(
    '-- It takes no triggers: rights refuse what they refuse, the tool looks at spans and closed lists before it writes, and the check afterwards.',
  );
  for (const { name, table } of triggers)
    console.log(`drop trigger ${String(name)} on ${schema}.${String(table)};`);
  for (const { name } of others) console.log(`select create_reference_table('${schema}.${String(name)}');`);
  for (const [table, key] of keys) {
    const beside = table === 'appeal' ? '' : `, colocate_with => '${schema}.appeal'`;
    console.log(`select create_distributed_table('${schema}.${table}', '${key}'${beside});`);
  }
  console.log(`\n-- references that are dropped, since they would cross: ${dropped.join(', ')}`);
  console.log(`-- references among the big tables that hold the jurisdiction: ${String(kept.length)}`);
  console.log(`-- rules broken once it is laid out: ${String(breaches.length)}`);
  for (const { rule, where } of breaches) console.log(`--   ${rule}: ${where}`);
  console.log(values.apply ? `-- ${shown} is laid out.` : '-- Nothing was changed; --apply lays it out.');
  if (breaches.length > 0) process.exitCode = 1;
} catch (error) {
  await server.exec('rollback').catch(() => undefined);
  throw error;
} finally {
  await server.close();
}
