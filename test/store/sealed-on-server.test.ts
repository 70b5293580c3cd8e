import { beforeAll, describe, expect, it } from 'vitest';
import { sealedTables } from '../../src/store/seals.ts';
import type { TestDesk } from '../support/desk.ts';
import { addEditionTitles, setUpFullDatabase } from '../support/full-database.ts';
import { runOn, testServer } from '../support/test-server.ts';

const tables = ['operation', 'operationSeal', ...Object.keys(sealedTables)].map((name) =>
  name.replace(/[A-Z]/gu, (letter) => `_${letter.toLowerCase()}`),
);

if (testServer === undefined)
  console.log('what is of a server is skipped here, and held on one where its programs are installed');

describe.runIf(testServer !== undefined)('sealed tables of a server', () => {
  let desk: TestDesk;
  beforeAll(async () => {
    desk = await setUpFullDatabase();
    addEditionTitles(desk.database);
    // The titles that were put in here are sealed with the next change.
    await desk.json('unit', 'alias', '市教育局', '教体处');
    expect(await desk.json('database', 'check')).toMatchObject({ findings: [] });
  }, 60_000);

  it.each(tables)('%s refuses to be changed, deleted from and emptied', (table) => {
    const { rows } = runOn(desk.database, [`select count(*) as count from "${table}"`]);
    expect(rows[0]?.['count']).toBeGreaterThan(0);
    for (const [verb, statement] of [
      ['update', `update "${table}" set ctid = ctid`],
      ['delete', `delete from "${table}"`],
      ['truncate', `truncate "${table}" cascade`],
    ] as const) {
      const [column] = runOn(desk.database, [
        `select attname::text as name from pg_attribute where attrelid = '"${table}"'::regclass and attnum > 0 limit 1`,
      ]).rows;
      const source =
        verb === 'update'
          ? `update "${table}" set "${String(column?.['name'])}" = "${String(column?.['name'])}"`
          : statement;
      expect(() => runOn(desk.database, [source])).toThrow(`is sealed: ${verb} refused`);
    }
  });

  it('has every byte found that a superuser changed with the triggers off', async () => {
    const columns = runOn(desk.database, [
      `select c.relname::text as table, a.attname::text as column, format_type(a.atttypid, null) as type
       from pg_attribute as a join pg_class as c on c.oid = a.attrelid
       where c.relnamespace = current_schema()::regnamespace and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped and c.relname in (${tables.map((table) => `'${table}'`).join(', ')})
       order by 1, a.attnum`,
    ]).rows as { table: string; column: string; type: string }[];
    const tried = new Set<string>();
    const missed: string[] = [];
    for (const { table, column, type } of columns) {
      // One text of each table, and one number: each has its own way into the digest.
      const sort = `${table} ${type}`;
      if (tried.has(sort) || column === 'id') continue;
      const isText = type === 'text';
      const other = isText
        ? `overlay("${column}" placing chr(ascii("${column}") # 1) from 1)`
        : `"${column}" + 1`;
      const one = `where ctid = (select ctid from "${table}" where "${column}" is not null ${isText ? `and length("${column}") > 1` : ''} order by ctid desc limit 1)`;
      const [before] = runOn(desk.database, [
        `select "${column}" as value, id from "${table}" ${one}`.replace(', id', ''),
      ]).rows;
      if (before === undefined) continue;
      tried.add(sort);
      const off = 'set session_replication_role = replica';
      const { changes } = runOn(desk.database, [off, `update "${table}" set "${column}" = ${other} ${one}`]);
      expect(changes).toBe(1);
      const { code } = await desk.liaison('database', 'check');
      if (code !== 7) missed.push(`${table}.${column}`);
      const back = isText ? other : `"${column}" - 1`;
      runOn(desk.database, [off, `update "${table}" set "${column}" = ${back} ${one}`]);
    }
    expect(tried.size).toBeGreaterThan(40);
    expect(missed).toEqual([]);
    expect(await desk.json('database', 'check')).toMatchObject({ findings: [] });
  }, 300_000);
});
