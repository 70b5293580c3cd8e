import { spawnSync } from 'node:child_process';
import { chmodSync, chownSync, copyFileSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { TestDesk } from '../support/desk.ts';
import { setUpDesk } from '../support/desk.ts';
import { Disks } from '../support/disk.ts';
import { dumpDatabase } from '../support/dump.ts';
import { setUpDezhou } from '../support/seeds.ts';
import Sqlite from '../support/raw-database.ts';

const disks = new Disks();
afterAll(() => {
  disks.remove();
});

/** Opens folders of tests for everybody, as a share is. */
function share(folder: string, mode: number): void {
  chmodSync(folder, mode);
  chmodSync(join(folder, '..'), 0o755);
}

describe('a medium that can only be read', () => {
  const disk = disks.make(8);
  it.runIf(disk !== undefined)(
    'is read and checked, with what the log beside holds, and takes nothing',
    async () => {
      const folder = disk ?? '';
      const desk = await setUpDezhou('published');
      const path = join(folder, 'liaison.db');
      // Somebody copied it away while it was worked on: the newest unit stands in the log alone.
      const writer = new Sqlite(desk.database);
      const held = new Sqlite(desk.database);
      held.exec('begin');
      held.prepare('select count(*) from unit').get();
      await desk.json('unit', 'add', '市信访局');
      for (const ending of ['', '-wal']) copyFileSync(desk.database + ending, path + ending);
      held.close();
      writer.close();
      disks.freeze(folder);
      const before = readdirSync(folder);
      const there = setUpDesk({ folder: desk.folder });
      const list = await there.liaison('unit', 'show', '市信访局', '--db', path);
      expect([list.code, list.err]).toEqual([0, expect.stringContaining('cannot be written')]);
      expect(await there.json('database', 'check', '--db', path)).toMatchObject({ findings: [] });
      const write = await there.liaison('unit', 'add', '甲局', '--db', path, '--json');
      expect(JSON.parse(write.err)).toMatchObject({ error: { code: 'database-read-only' } });
      // A copy can be made from it.
      await there.json('database', 'backup', 'copy.db', '--db', path);
      expect(await there.json('unit', 'show', '市信访局', '--db', 'copy.db')).toMatchObject({
        name: '市信访局',
      });
      expect(readdirSync(folder)).toEqual(before);
    },
  );
  if (disk === undefined) console.log('skipped with a read-only medium: no disk can be mounted here');
});

describe('a database several people work with', () => {
  const canBe = process.getuid?.() === 0;
  if (!canBe) console.log('skipped with other people’s rights: only the superuser can be somebody else');
  const program = join(import.meta.dirname, '../../dist/main.js');
  /** Runs the program as somebody, who may be killed right after: what is beside the database then stays. */
  const runAs = (uid: number, groups: number[], database: string, commands: string[][], isKilled = false) => {
    const script = `
      import { copyFileSync, rmSync } from 'node:fs';
      const { run, processHost } = await import(${JSON.stringify(program)});
      const commands = ${JSON.stringify(commands)};
      const database = ['--db', ${JSON.stringify(database)}, '--json'];
      // What is loaded late is loaded before, by the same commands on a copy: the folder of the program is not everybody's.
      const copy = ${JSON.stringify(`${database}.warm`)};
      copyFileSync(${JSON.stringify(database)}, copy);
      for (const command of commands) await run([...command, '--db', copy, '--json'], { ...processHost(), stdout: { write: () => true } });
      for (const ending of ['', '-wal', '-shm']) rmSync(copy + ending, { force: true });
      process.setgroups(${JSON.stringify(groups)});
      process.setgid(${String(uid)});
      process.setuid(${String(uid)});
      if (${String(isKilled)}) {
        const host = processHost();
        await run([...commands[0], ...database], { ...host, stdout: { write: () => process.kill(process.pid, 'SIGKILL') } });
      }
      for (const command of commands) process.exitCode ||= await run([...command, ...database], processHost());`; // prettier-ignore
    return spawnSync(process.execPath, ['--input-type=module', '-e', script], {
      encoding: 'utf8',
      cwd: '/',
      env: {
        LIAISON_USER: `user ${String(uid)}`,
        LIAISON_LANG: 'en',
        LIAISON_ENGINE: process.env['LIAISON_ENGINE'],
      },
      timeout: 60_000,
    });
  };

  it.runIf(canBe)('a reader of the group, killed while reading, locks the owner out of nothing', async () => {
    const desk = await setUpDezhou('units');
    const [owner, colleague, group] = [4001, 4002, 4100] as const;
    chownSync(desk.folder, owner, group);
    chownSync(desk.database, owner, group);
    chmodSync(desk.database, 0o660);
    share(desk.folder, 0o2770);
    chownSync(desk.folder, owner, group);
    const read = runAs(colleague, [group], desk.database, [['unit', 'list']], true);
    expect(read.signal).toBe('SIGKILL');
    expect(readdirSync(desk.folder).sort()).toEqual(['liaison.db', 'liaison.db-shm', 'liaison.db-wal']);
    const write = runAs(owner, [group], desk.database, [['unit', 'add', '市信访局']]);
    expect([write.status, write.stderr]).toEqual([0, '']);
  });

  it.runIf(canBe)('the superuser, killed while reading, locks the owner out of nothing', async () => {
    const desk = await setUpDezhou('units');
    const owner = 4001;
    chownSync(desk.folder, owner, owner);
    chownSync(desk.database, owner, owner);
    share(desk.folder, 0o700);
    expect(runAs(0, [], desk.database, [['unit', 'list']], true).signal).toBe('SIGKILL');
    expect(readdirSync(desk.folder)).toHaveLength(3);
    const write = runAs(owner, [], desk.database, [['unit', 'add', '市信访局']]);
    expect([write.status, write.stderr]).toEqual([0, '']);
  });

  it.runIf(canBe)('is read in a folder that is not one’s own, and nothing is put there', async () => {
    const desk = await setUpDezhou('units');
    chmodSync(desk.database, 0o644);
    share(desk.folder, 0o755);
    const before = [readFileSync(desk.database), readdirSync(desk.folder)];
    const read = runAs(4002, [], desk.database, [
      ['unit', 'list'],
      ['database', 'check'],
    ]);
    expect([read.status, read.stderr]).toEqual([0, '']);
    const write = runAs(4002, [], desk.database, [['unit', 'add', '市信访局']]);
    expect(JSON.parse(write.stderr)).toMatchObject({ error: { code: 'database-read-only' } });
    expect([readFileSync(desk.database), readdirSync(desk.folder)]).toEqual(before);
  });
});

describe('a database that was begun and never finished', () => {
  const init = ['init', '--name', '德州市', '--code', 'DZ'];
  const halves: Readonly<Record<string, (desk: TestDesk) => Promise<void>>> = {
    'an empty file': async (desk) => {
      desk.write('liaison.db', '');
      await Promise.resolve();
    },
    'tables nobody has worked with': async (desk) => {
      copyFileSync((await setUpDezhou('init')).database, desk.database);
      const database = new Sqlite(desk.database);
      const triggers = database
        .prepare("select name from sqlite_schema where type = 'trigger'")
        .pluck()
        .all();
      for (const name of triggers) database.exec(`drop trigger "${String(name)}"`);
      database.pragma('foreign_keys = off');
      database.exec('delete from operation; delete from jurisdiction');
      database.close();
    },
  };
  it.each(Object.keys(halves))('%s: said, and made anew by init', async (what) => {
    const desk = setUpDesk();
    await halves[what]?.(desk);
    const { code, err } = await desk.liaison(...init);
    expect([code, err]).toEqual([0, expect.stringContaining('never finished')]);
    expect((await desk.liaison('database', 'check')).code).toBe(0);
    expect(readdirSync(desk.folder).filter((file) => file.endsWith('.draft'))).toEqual([]);
  });

  it('a database that was worked with is never taken for one', async () => {
    const desk = await setUpDezhou('init');
    const before = dumpDatabase(desk.database);
    expect((await desk.liaison(...init)).code).toBe(5);
    expect(dumpDatabase(desk.database)).toBe(before);
    rmSync(desk.database);
    desk.write('liaison.db', 'a note of mine');
    expect((await desk.liaison(...init)).code).toBe(5);
    expect(readFileSync(desk.database, 'utf8')).toBe('a note of mine');
  });
});
