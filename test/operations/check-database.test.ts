import { copyFileSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';
import { beforeAll, describe, expect, it } from 'vitest';
import { checkDatabase } from '../../src/operations/database/check-database.ts';
import type { CheckFinding } from '../../src/operations/database/check-findings.ts';
import { transaction } from '../../src/operations/kernel/transaction.ts';
import { openStore } from '../../src/store/database.ts';
import { migrations } from '../../src/store/migrations/list.ts';
import { migrate } from '../../src/store/migrations/migrate.ts';
import type { SealedTable } from '../../src/store/seals.ts';
import { sealedTables } from '../../src/store/seals.ts';
import { makeFolder } from '../support/desk.ts';
import type { TestDesk } from '../support/desk.ts';
import { setUpFullDatabase } from '../support/full-database.ts';
import Sqlite from '../support/raw-database.ts';

let desk: TestDesk;
let sound = '';
/** Every table that refuses changed rows, with its columns. */
let sealed: { table: string; columns: string[] }[] = [];

beforeAll(async () => {
  desk = await setUpFullDatabase();
  sound = join(makeFolder(), 'sound.db');
  const file = new Sqlite(desk.database);
  file.pragma('wal_checkpoint(truncate)');
  const tables = file
    .prepare(
      `select tbl_name from sqlite_schema where type = 'trigger' and name like '%_no_delete' order by 1`,
    )
    .pluck()
    .all() as string[];
  sealed = tables.map((table) => ({
    table,
    columns: file.prepare('select name from pragma_table_info(?)').pluck().all(table) as string[],
  }));
  file.close();
  copyFileSync(desk.database, sound);
});

/** A fresh copy of the sound database, changed from outside the tool with the triggers out of the way; they are put back. */
function tamper(change: (file: Sqlite) => void): string {
  const path = join(makeFolder(), 'tampered.db');
  copyFileSync(sound, path);
  const file = new Sqlite(path);
  file.pragma('foreign_keys = off');
  file.pragma('synchronous = off');
  const triggers = file.prepare(`select name, sql from sqlite_schema where type = 'trigger'`).all() as {
    name: string;
    sql: string;
  }[];
  for (const { name } of triggers) file.exec(`drop trigger "${name}"`);
  change(file);
  for (const { sql } of triggers) file.exec(sql);
  file.close();
  return path;
}

/** Puts one more row into a table, the last one over again; what may stand only once is made to differ. */
function addRow(file: Sqlite, table: string, columns: readonly string[], once: readonly string[] = []): void {
  const names = columns.filter((column) => column !== 'id' || table === 'operation');
  const values = names.map((name) => {
    if (name === 'id') return '(select max(id) + 1 from operation)';
    return once.includes(name) ? `"${name}" || '9'` : `"${name}"`;
  });
  try {
    file.exec(
      `insert into ${table} (${names.map((name) => `"${name}"`).join(', ')})
       select ${values.join(', ')} from ${table} order by rowid desc limit 1`,
    );
  } catch (error) {
    const [, column] = /UNIQUE constraint failed:.*\.(\w+)$/u.exec(String(error)) ?? [];
    if (column === undefined || once.includes(column)) throw error;
    addRow(file, table, columns, [...once, column]);
  }
}

async function check(path: string): Promise<readonly CheckFinding[]> {
  const store = await openStore(path);
  try {
    return (await checkDatabase(store)).findings;
  } finally {
    await store.close();
  }
}

/** A value with one byte of it changed: the last digit of a number, one character of a text; a text where nothing was. */
function changeByte(value: unknown): unknown {
  // Far enough from the others that no two rows have one number.
  if (typeof value === 'number') return value + 4096;
  if (typeof value !== 'string' || value === '') return 'x';
  const last = value.charCodeAt(value.length - 1);
  return value.slice(0, -1) + String.fromCharCode(last ^ 1);
}

describe('database check', () => {
  it('finds nothing in a database that is as it was written', async () => {
    expect(await check(sound)).toEqual([]);
    const { code, out } = await desk.liaison('database', 'check');
    expect(code).toBe(0);
    expect(out).toContain('Everything is as it was written.');
  });

  it('finds a single-byte change of every column of every sealed table', async () => {
    const missed: string[] = [];
    const reader = new Sqlite(sound, { readonly: true });
    let tried = 0;
    for (const { table, columns } of sealed) {
      const ends = ['desc', 'asc'].map((order) =>
        reader.prepare(`select rowid as "#", * from ${table} order by rowid ${order} limit 1`).get(),
      ) as (Record<string, unknown> | undefined)[];
      for (const row of ends) {
        // Only a database of an older version has names beside its editions.
        if (row === undefined) {
          expect(table).toBe('edition_title');
          continue;
        }
        for (const column of columns) {
          const path = tamper((file) => {
            const set = (value: unknown): void => {
              file
                .prepare(`update ${table} set "${column}" = ? where rowid = ?`)
                .run(value as string, row['#'] as number);
            };
            try {
              set(changeByte(row[column]));
            } catch {
              // A column of numbers takes no text: a number is put where nothing was.
              set(7);
            }
          });
          tried += 1;
          if ((await check(path)).length === 0) missed.push(`${table}.${column}`);
        }
      }
    }
    reader.close();
    expect(missed).toEqual([]);
    expect(tried).toBeGreaterThan(300);
  }, 120_000);

  it('finds rows that were taken out or put in, in every sealed table', async () => {
    const missed: string[] = [];
    for (const { table, columns } of sealed) {
      if (table === 'edition_title') continue;
      const gone = tamper((file) => {
        file.exec(`delete from ${table} where rowid = (select max(rowid) from ${table})`);
      });
      if ((await check(gone)).length === 0) missed.push(`${table} less`);
      const more = tamper((file) => {
        addRow(file, table, columns);
      });
      if ((await check(more)).length === 0) missed.push(`${table} more`);
    }
    expect(missed).toEqual([]);
  }, 120_000);

  it('finds a row of any number in every sealed table', async () => {
    const missed: string[] = [];
    for (const { table, columns } of sealed) {
      if (!columns.includes('id')) continue;
      for (const id of ['0', '-1', '-9223372036854775808', '9007199254740993', '9223372036854775807']) {
        const path = tamper((file) => {
          addRow(file, table, columns);
          // The highest number there is would keep the tool from giving the next one.
          file.exec(`update ${table} set id = ${id} where rowid = (select max(rowid) from ${table})`);
        });
        if ((await check(path)).length === 0) missed.push(`${table} ${id}`);
      }
    }
    expect(missed).toEqual([]);
  }, 120_000);

  it('reads only: on what can only be read, and beside somebody who writes', async () => {
    const path = join(makeFolder(), 'read-only.db');
    copyFileSync(sound, path);
    const writer = new Sqlite(path);
    writer.exec("begin immediate; update appeal set place = 'x'");
    expect(await check(path)).toEqual([]);
    writer.exec('rollback');
    writer.close();
    expect(readFileSync(path).equals(readFileSync(sound))).toBe(true);
  });

  it('names what killed runs left beside the database', async () => {
    const folder = makeFolder();
    const path = join(folder, 'liaison.db');
    copyFileSync(sound, path);
    for (const file of ['.liaison-4194305-1.draft', '.liaison-4194305-1.draft-wal', 'old.db.partial'])
      writeFileSync(join(folder, file), 'x');
    const { code, out } = await desk.liaison('database', 'check', '--db', path, '--json');
    expect(code).toBe(7);
    const { findings } = JSON.parse(out) as { findings: CheckFinding[] };
    expect(findings.map((one) => [one.code, one.subject])).toEqual([
      ['file-left', '.liaison-4194305-1.draft'],
      ['file-left', '.liaison-4194305-1.draft-wal'],
      ['file-left', 'old.db.partial'],
    ]);
    // The next run that writes a copy there takes them away, but for what nobody can tell.
    await desk.json('database', 'backup', join(folder, 'backup.db'));
    expect(readdirSync(folder).sort()).toEqual(['backup.db', 'liaison.db', 'old.db.partial']);
  });

  it.each([
    ['a title in a personal text', '路灯', '路煤', 'text-altered'],
    ['the unit of a roster line', '"unit":"市公安局"', '"unit":"市公安屄"', 'edition-altered'],
    ['who ruled', '职责', '职质', 'rows-altered'],
  ])('finds a byte changed with a hex editor: %s', async (_what, from, to, code) => {
    const path = join(makeFolder(), 'hex.db');
    const bytes = readFileSync(sound);
    const find = Buffer.from(from);
    const put = Buffer.from(to);
    expect(put.length).toBe(find.length);
    let count = 0;
    for (let at = bytes.indexOf(find); at >= 0; at = bytes.indexOf(find, at + 1)) {
      put.copy(bytes, at);
      count += 1;
    }
    expect(count).toBeGreaterThan(0);
    writeFileSync(path, bytes);
    const findings = await check(path);
    expect(findings.map((finding) => finding.code)).toContain(code);
  });

  it.each([
    ['an operation that was changed', `update operation set "by" = 'y' where id = 3`, 'operation-altered'],
    ['another holder', 'update appeal set holder_id = 2 where id = 1', 'holder-differs'],
    ['another state', `update appeal set state = 'accepted' where id = 1`, 'standing-differs'],
    ['another due day', `update appeal set due_on = '2022-05-05' where id = 1`, 'due-differs'],
    ['a party more', `insert into appeal_party (appeal_id, unit_id, role, since) values (1, 3, 'assist', 'x')`, 'parties-differ'],
    ['a personal text that is gone', 'delete from personal_text where appeal_id = 1', 'text-missing'],
    ['a text nobody wrote', `insert into personal_text (appeal_id, event_seq, field, text, salt) values (1, 2, 'text', 'x', 'y')`, 'text-unvouched'],
    ['a text of a purged appeal', `insert into personal_text (appeal_id, event_seq, field, text, salt) values (2, null, 'title', 'x', 'y')`, 'text-after-purge'],
    ['words of a purged appeal', `insert into appeal_search (rowid, words) values (2, '旧 旧件')`, 'search-leftover'],
    ['words that are gone', 'delete from appeal_search where rowid = 1', 'search-missing'],
    ['another kind', `update appeal set kind = 'praise' where id = 1`, 'field-differs'],
    ['another matter', `update appeal set matter = '别的' where id = 1`, 'field-differs'],
    ['another moment since when it stands there', `update appeal set standing_since = '2020-01-01T00:00:00Z' where id = 1`, 'field-differs'],
    ['another priority', `update appeal set priority = 'urgent' where id = 1`, 'field-differs'],
    ['a confidential one that is none', 'update appeal set confidential = 1 where id = 1', 'field-differs'],
    ['a purge that never was', `update appeal set purged_on = '2022-01-01' where id = 1`, 'field-differs'],
    ['a phone that finds another', `update appeal_phone set digits = '19900000009'`, 'search-missing'],
    ['seals that were all taken away', 'delete from operation_seal', 'seals-altered'],
    ['another who led before', `update appeal_party set unit_id = 9 where until is not null`, 'parties-differ'],
    ['another moment since when one led', `update appeal_party set since = '2020-01-01T00:00:00Z' where id = 1`, 'parties-differ'],
    ['another place', `update appeal set place = '别处' where id = 1`, 'field-differs'],
    ['a place that is gone', 'update appeal set place = null where id = 1', 'field-differs'],
    ['a place where none was told', `update appeal set place = '某地' where id = (select max(id) from appeal where place is null and purged_on is null)`, 'field-differs'],
    ['a text that is there twice', 'insert into personal_text (appeal_id, event_seq, field, text, salt) select appeal_id, event_seq, field, text, salt from personal_text where id = 1', 'text-unvouched'],
    ['a succession of another day', `update unit_succession set on_day = '1999-01-01'`, 'succession-differs'],
    ['an appeal with a unit whose import was undone', 'update unit set undone = 1 where id = (select holder_id from appeal where id = 3)', 'holder-ended'],
    ['another external number', `update appeal set external_number = 'W2' where id = 1`, 'field-differs'],
    ['a succession that nobody made', `insert into unit_succession (from_unit_id, to_unit_id, on_day, how) values (3, 4, '2022-01-01', 'merged')`, 'succession-differs'],
    ['a succession that is gone', 'delete from unit_succession', 'succession-differs'],
    ['a succession of another kind', `update unit_succession set how = 'split'`, 'succession-differs'],
    ['a unit that leads at the transfer desk', `update appeal set state = 'unassigned' where id = 3`, 'standing-impossible'],
    ['an appeal sent to nobody', 'update appeal set holder_id = null where id = 3', 'standing-impossible'],
    ['an appeal with a unit that has ended', `update unit set until_day = '2022-01-01' where id = (select holder_id from appeal where id = 3)`, 'holder-ended'],
    ['words that were emptied', `insert or replace into appeal_search (rowid, words) values (1, '')`, 'search-missing'],
    ['other words', `insert or replace into appeal_search (rowid, words) values (1, '路 灯 坏 了 别 的 词')`, 'search-differs'],
    ['a desk that ends before it begins', `update desk set until_day = '2000-01-01' where id = 1`, 'span-broken'],
    ['two leaders at a time', `insert into unit_leader (unit_id, name, from_day) select unit_id, 'x', '2000-01-01' from unit_leader limit 1`, 'span-broken'],
    ['a loop among editions', 'update edition set base_edition_id = 2', 'edition-loop'],
    ['a migration that never was', `insert into kysely_migration (name, timestamp) values ('0001x', 'x')`, 'schema-differs'],
    ['a category that is none', `update unit set category = 'institutionx' where id = 1`, 'value-impossible'],
    ['a mark that is neither yes nor no', 'update unit set undone = 2147483648 where id = 1', 'value-impossible'],
    ['a form of a desk that is none', `update desk set form = 'x'`, 'value-impossible'],
    ['a view', 'create view v as select * from appeal', 'schema-differs'],
    ['an index', 'create index i on appeal (place)', 'schema-differs'],
    ['a column', 'alter table appeal add column x text', 'schema-differs'],
    ['a table', 'create table t (x)', 'schema-differs'],
    ['a trigger', 'create trigger t after insert on appeal begin update appeal set place = null; end', 'schema-differs'],
    ['a reference that is lost', 'update appeal set jurisdiction_id = 9 where id = 1', 'reference-lost'],
  ])('finds %s', async (_what, statement, code) => {
    const findings = await check(
      tamper((file) => {
        file.exec(statement);
      }),
    );
    expect(findings.map((finding) => finding.code)).toContain(code);
  }); // prettier-ignore

  it('finds a refusal that refuses nothing', async () => {
    const path = join(makeFolder(), 'open.db');
    copyFileSync(sound, path);
    const file = new Sqlite(path);
    file.exec(
      'drop trigger ruling_no_update; create trigger ruling_no_update before update on ruling begin select 1; end',
    );
    file.close();
    expect((await check(path)).map((finding) => finding.code)).toEqual(['refusal-missing']);
  });

  it('finds a table that no longer refuses changes, and ends with 7', async () => {
    const path = join(makeFolder(), 'open.db');
    copyFileSync(sound, path);
    const file = new Sqlite(path);
    file.exec('drop trigger ruling_no_update');
    file.close();
    const { code, out } = await desk.liaison('database', 'check', '--db', path);
    expect(code).toBe(7);
    expect(out).toContain('refusal-missing');
    expect(out).toContain('ruling');
  });

  it('goes on where a part of the file cannot be read', async () => {
    const path = join(makeFolder(), 'broken.db');
    const bytes = readFileSync(sound);
    const file = new Sqlite(sound, { readonly: true });
    const page = Number(
      file.prepare(`select rootpage from sqlite_schema where name = 'appeal_event'`).pluck().get(),
    );
    const size = Number(file.pragma('page_size', { simple: true }));
    file.close();
    bytes.fill(0xff, (page - 1) * size, page * size);
    writeFileSync(path, bytes);
    const codes = (await check(path)).map((finding) => finding.code);
    expect(codes).toContain('file-damaged');
  });

  it('finds nothing where a later version adds a column to every sealed table, and seals what is written in it', async () => {
    const path = join(makeFolder(), 'later.db');
    copyFileSync(sound, path);
    const store = await openStore(path);
    const later = migrations as Record<string, Migration>;
    const tables = Object.keys(sealedTables) as SealedTable[];
    later['9999-later'] = {
      up: async (db: Kysely<never>) => {
        for (const table of tables) await db.schema.alterTable(table).addColumn('later', 'text').execute();
      },
    };
    try {
      await store.db.transaction().execute(migrate);
      expect(await checkDatabase(store)).toMatchObject({ findings: [], unsealed: 0 });
      const now = '2022-04-08T05:00:00Z';
      const work = { store, by: 'tester', now, clock: () => now, isClockRight: true, command: 'desk form' };
      await transaction(work, async (trx, { id: operationId }) => {
        const row = { unitId: 1, on: '2022-04-08', operationId, later: 'x' };
        await trx.insertInto('formSent').values(row).execute();
        return { result: undefined, summary: {} };
      });
      expect((await checkDatabase(store)).findings).toEqual([]);
      const file = new Sqlite(path);
      const trigger = file.prepare(`select sql from sqlite_schema where name = 'form_sent_no_update'`).pluck().get(); // prettier-ignore
      file.exec(`drop trigger form_sent_no_update; update form_sent set later = 'y' where later = 'x'`);
      file.exec(String(trigger));
      file.close();
      expect((await checkDatabase(store)).findings.map(({ code }) => code)).toEqual(['rows-altered']);
    } finally {
      delete later['9999-later'];
      await store.close();
    }
  });

  it.each([
    ['may not be read', { code: 'EACCES', syscall: 'open' }],
    ['is not there', { code: 'ERR_MODULE_NOT_FOUND' }],
  ])('says nothing of the database where a file of the program %s', async (_what, fault) => {
    const store = await openStore(sound);
    try {
      const failing = (more: object) => ({
        ...store,
        care: {
          ...store.care,
          listFaults: () => {
            throw Object.assign(new Error('no such module'), more);
          },
        },
      });
      await expect(checkDatabase(failing(fault))).rejects.toThrow('no such module');
      // What the file itself brings about is a finding.
      const { findings } = await checkDatabase(failing({ code: 'SQLITE_CORRUPT' }));
      expect(findings.map(({ code }) => code)).toContain('part-unreadable');
    } finally {
      await store.close();
    }
  });
});
