import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { setUpDesk } from '../support/desk.ts';
import { dumpDatabase } from '../support/dump.ts';
import { setUpDezhou } from '../support/seeds.ts';
import Sqlite from '../support/raw-database.ts';

describe('a database that cannot be used', () => {
  it.each([
    ['is not there', 4, 'database-not-found'],
    ['is in a folder that is not there', 6, 'database-folder-missing'],
    ['is no database', 6, 'database-foreign'],
    ['is empty', 6, 'database-half-made'],
    ['is another program’s', 6, 'database-foreign'],
    ['is a folder', 6, 'database-foreign'],
  ])('%s', async (name, code, error) => {
    const desk = setUpDesk();
    let path = desk.database;
    if (name.includes('in a folder')) path = join(desk.folder, 'none', 'liaison.db');
    if (name === 'is no database')
      writeFileSync(path, 'just a text, long enough to be no header of SQLite at all\n'.repeat(20));
    if (name === 'is empty') writeFileSync(path, '');
    if (name === 'is a folder') mkdirSync(path);
    if (name.includes('another')) new Sqlite(path).exec('create table t (x)').close();
    const before = name === 'is no database' ? readFileSync(path) : undefined;
    const outcome = await desk.liaison('unit', 'list', '--db', path, '--json');
    expect(outcome.code).toBe(code);
    expect(JSON.parse(outcome.err)).toMatchObject({ error: { code: error } });
    if (before !== undefined) expect(readFileSync(path)).toEqual(before);
  });

  it('is of a newer schema', async () => {
    const desk = await setUpDezhou('init');
    const file = new Sqlite(desk.database);
    file.exec(`insert into kysely_migration (name, timestamp) values ('9999-later', '2030')`);
    file.close();
    const { code, err } = await desk.liaison('status');
    expect(code).toBe(6);
    expect(err.replaceAll(/\s+/gu, ' ')).toContain('has schema 9999-later; this tool knows up to');
  });

  it('is being written by another process', async () => {
    const desk = await setUpDezhou('init');
    desk.setEnv('LIAISON_WAIT', '0');
    const other = new Sqlite(desk.database);
    other.exec('begin immediate');
    const { code, err } = await desk.liaison('unit', 'add', '市信访局');
    expect(code).toBe(6);
    expect(err).toContain('The database is busy');
    expect((await desk.liaison('unit', 'list')).code).toBe(0);
    other.exec('rollback');
    other.close();
    expect((await desk.liaison('unit', 'add', '市信访局')).code).toBe(0);
  });

  it('can only be read', async () => {
    const desk = await setUpDezhou('units');
    new Sqlite(desk.database).pragma('journal_mode = delete');
    chmodSync(desk.database, 0o444);
    chmodSync(desk.folder, 0o555);
    const parents = [join(desk.folder, '..')];
    for (const parent of parents) chmodSync(parent, 0o755);
    // The superuser may write anything: once the program is loaded, the child goes on as nobody.
    const script = `
      const { run, processHost } = await import(${JSON.stringify(join(import.meta.dirname, '../../dist/main.js'))});
      const database = ['--db', ${JSON.stringify(desk.database)}, '--json'];
      await run(['unit', 'list', ...database], processHost());
      if (process.getuid() === 0) process.seteuid(65534);
      process.exitCode = await run(['unit', 'add', '市信访局', ...database], processHost());`;
    const { status, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
      encoding: 'utf8',
      env: { LIAISON_USER: 'nobody', LIAISON_LANG: 'en', LIAISON_ENGINE: process.env['LIAISON_ENGINE'] },
    });
    expect(JSON.parse(stderr)).toMatchObject({ error: { code: 'database-read-only' } });
    expect(status).toBe(6);
  });
});

describe('a new database', () => {
  it('is its owner’s alone, and is never made by reading', async () => {
    const desk = setUpDesk();
    await desk.liaison('status');
    expect(() => statSync(desk.database)).toThrow();
    await desk.liaison('init', '--name', '德州市', '--code', 'DZ');
    expect(statSync(desk.database).mode & 0o777).toBe(0o600);
  });

  it('never takes the place of a file', async () => {
    const desk = await setUpDezhou('units');
    const before = dumpDatabase(desk.database);
    const { code, err } = await desk.liaison('init', '--name', '甲市', '--code', 'JS');
    expect(code).toBe(5);
    expect(err).toContain('it was left as it is');
    expect(dumpDatabase(desk.database)).toBe(before);
  });

  it('tells of rights that are too wide', async () => {
    const desk = await setUpDezhou('init');
    chmodSync(desk.database, 0o644);
    expect(await desk.json('database', 'info')).toMatchObject({
      wideRights: '644',
      operations: 1,
      journalMode: 'wal',
    });
    expect((await desk.liaison('database', 'info')).out).toContain('make it 600');
  });
});
