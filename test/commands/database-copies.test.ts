import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { makeFolder } from '../support/desk.ts';
import type { TestDesk } from '../support/desk.ts';
import { dezhou, setUpDezhou } from '../support/seeds.ts';
import Sqlite from '../support/raw-database.ts';

const launcher = join(import.meta.dirname, '..', '..', 'bin', 'liaison.js');
const log = ['appeal', 'log', '--kind', '投诉', '--channel', '热线', '--title'];

describe('database backup and restore', () => {
  it('a backup is checked, for its owner alone, and restores into a new file', async () => {
    const desk = await setUpDezhou('published');
    await desk.json(...log, '路灯');
    const backup = await desk.liaison('database', 'backup', 'b.db');
    expect(backup.code).toBe(0);
    expect(backup.out).toContain('Backup written and checked');
    expect(statSync(join(desk.folder, 'b.db')).mode & 0o777).toBe(0o600);
    expect(existsSync(join(desk.folder, 'b.db.partial'))).toBe(false);
    await desk.json(...log, '后来');
    const restored = await desk.liaison('database', 'restore', 'b.db', '--db', 'new.db');
    expect(restored.code).toBe(0);
    const list = (await desk.json('appeal', 'list', '--all', '--db', 'new.db')) as { title: string }[];
    expect(list.map(({ title }) => title)).toEqual(['路灯']);
    const info = (await desk.json('database', 'info', '--db', 'new.db')) as { journalMode: string };
    expect(info.journalMode).toBe('wal');
    // The restored database goes on.
    await desk.json(...log, '新件', '--db', 'new.db');
    expect((await desk.liaison('database', 'check', '--db', 'new.db')).code).toBe(0);
  });

  it('goes beside no log that another database left behind, and leaves what is called as its draft', async () => {
    const desk = await setUpDezhou('init');
    for (const ending of ['-wal', '-shm', '-journal']) {
      desk.write(`b.db${ending}`, 'left behind');
      const { code, err } = await desk.liaison('database', 'backup', 'b.db');
      expect([code, err]).toEqual([5, expect.stringContaining(`b.db${ending}`)]);
      rmSync(join(desk.folder, `b.db${ending}`));
    }
    desk.write('b.db.partial', 'mine');
    await desk.json('database', 'backup', 'b.db');
    expect(readFileSync(join(desk.folder, 'b.db.partial'), 'utf8')).toBe('mine');
    desk.write('new.db-wal', 'left behind');
    expect((await desk.liaison('database', 'restore', 'b.db', '--db', 'new.db')).code).toBe(5);
    expect((await desk.liaison('database', 'backup', 'gone/b.db')).err).toContain('gone');
    // Chinese takes three bytes a sign: a name that looks short may be too long for a file.
    const long = await desk.liaison('database', 'backup', `${'备份'.repeat(50)}.db`);
    expect([long.code, long.err]).toEqual([3, expect.stringContaining('too long')]);
  });

  it('touches no file that is there', async () => {
    const desk = await setUpDezhou('init');
    desk.write('there.db', 'mine');
    expect((await desk.liaison('database', 'backup', 'there.db')).code).toBe(5);
    expect(readFileSync(join(desk.folder, 'there.db'), 'utf8')).toBe('mine');
    await desk.json('database', 'backup', 'b.db');
    const { code, err } = await desk.liaison('database', 'restore', 'b.db');
    expect(code).toBe(5);
    expect(err).toContain('liaison.db');
  });

  it('restores nothing that is not as it was written, and leaves no half file', async () => {
    const desk = await setUpDezhou('published');
    await desk.json('database', 'backup', 'b.db');
    const file = new Sqlite(join(desk.folder, 'b.db'));
    file.exec(`drop trigger run_unit_no_update; update run_unit set volume = volume + 1 where id = 3`);
    file.close();
    const { code, err } = await desk.liaison('database', 'restore', 'b.db', '--db', 'new.db');
    expect(code).toBe(7);
    expect(err).toContain('Nothing was restored');
    for (const name of ['new.db', 'new.db.partial', 'new.db.partial-wal'])
      expect(existsSync(join(desk.folder, name))).toBe(false);
    writeFileSync(join(desk.folder, 'none.db'), 'no database');
    expect((await desk.liaison('database', 'restore', 'none.db', '--db', 'new.db')).err).toContain('none.db');
    expect((await desk.liaison('database', 'restore', 'gone.db', '--db', 'new.db')).code).toBe(4);
    expect(existsSync(join(desk.folder, 'new.db.partial'))).toBe(false);
  });

  it('while eight processes write, checks find nothing and backups restore to databases that pass them', async () => {
    const desk = await setUpDezhou('published');
    const env = {
      PATH: process.env['PATH'] ?? '',
      HOME: desk.folder,
      LIAISON_LANG: 'en',
      LIAISON_USER: 'w',
      LIAISON_WAIT: '60',
    };
    let isWriting = true;
    let written = 0;
    const write = async (worker: number): Promise<void> => {
      for (let count = 0; isWriting; count += 1) {
        const title = `第${String(worker)}人第${String(count)}件`;
        const child = spawn(process.execPath, [launcher, ...log, title, '--to', '市公安局'], {
          cwd: desk.folder,
          env,
        });
        const code = await new Promise((resolve) => child.on('exit', resolve));
        expect(code).toBe(0);
        written += 1;
      }
    };
    const read = async (...command: string[]): Promise<unknown> => {
      const child = spawn(process.execPath, [launcher, 'database', ...command, '--json'], {
        cwd: desk.folder,
        env,
      });
      let out = '';
      child.stdout.on('data', (part: Buffer) => (out += part.toString()));
      // An exit may be told before all that was printed has come.
      expect(await new Promise((resolve) => child.on('close', resolve))).toBe(0);
      return JSON.parse(out) as unknown;
    };
    const writers = Array.from({ length: 8 }, (_, worker) => write(worker));
    const backups: number[] = [];
    for (let round = 0; round < 3; round += 1) {
      await new Promise((resolve) => setTimeout(resolve, 700));
      const backup = await read('backup', `b${String(round)}.db`);
      backups.push((backup as { checked: { appeals: number } }).checked.appeals);
      expect(await read('check')).toMatchObject({ findings: [] });
    }
    isWriting = false;
    await Promise.all(writers);
    expect(written).toBeGreaterThan(8);
    expect(backups).toEqual([...backups].sort((a, b) => a - b));
    for (const round of [0, 1, 2]) {
      const restored = ['--db', `r${String(round)}.db`];
      expect((await desk.liaison('database', 'restore', `b${String(round)}.db`, ...restored)).code).toBe(0);
      const check = (await desk.json('database', 'check', ...restored)) as {
        findings: unknown[];
        checked: { appeals: number };
      };
      expect([check.findings, check.checked.appeals]).toEqual([[], backups[round]]);
    }
    expect((await desk.liaison('database', 'check')).code).toBe(0);
  }, 120_000);
});

/** A small disk of its own; undefined where none can be made. */
function makeDisk(megabytes: number): string | undefined {
  const folder = join(makeFolder(), 'disk');
  mkdirSync(folder);
  const size = `size=${String(megabytes * 1024)}k`;
  const { status } = spawnSync('mount', ['-t', 'tmpfs', '-o', size, 'tmpfs', folder]);
  if (status !== 0) return undefined;
  disks.push(folder);
  return folder;
}
const disks: string[] = [];
afterAll(() => {
  for (const folder of disks) spawnSync('umount', [folder]);
});

const canMount = process.getuid?.() === 0 && spawnSync('mount', ['--version']).status === 0;
const probe = canMount ? makeDisk(1) : undefined;
if (probe === undefined) console.log('skipped with a full disk: no tmpfs can be mounted here');

describe.runIf(probe !== undefined)('a full disk', () => {
  /** A database on a small disk with hardly any room left. */
  async function setUpSmall(room: number): Promise<{ desk: TestDesk; db: string; folder: string }> {
    const desk = await setUpDezhou('offices');
    const folder = makeDisk(8) ?? '';
    const db = join(folder, 'liaison.db');
    copyFileSync(desk.database, db);
    const free = Number(execFileSync('stat', ['-f', '-c', '%f*%S', folder], { encoding: 'utf8' }).trim().split('*').reduce((a, b) => String(Number(a) * Number(b)), '1'));
    writeFileSync(join(folder, 'filler'), Buffer.alloc(Math.max(0, free - room * 1024)));
    return { desk, db, folder };
  } // prettier-ignore

  /** What the check says of a database whose disk was full, on a copy with room. */
  async function checkElsewhere(desk: TestDesk, db: string): Promise<number> {
    const copy = join(makeFolder(), 'copy.db');
    for (const ending of ['', '-wal']) if (existsSync(db + ending)) copyFileSync(db + ending, copy + ending);
    return (await desk.liaison('database', 'check', '--db', copy)).code;
  }

  it.each([
    ['an import', 150, ['appeal', 'import', dezhou('appeals-2022.csv')]],
    ['publishing', 60, ['roster', 'publish', '--document-no', '1号', '--date', '2022-01-18']],
    ['a backup', 120, ['database', 'backup', 'backup.db']],
  ])('during %s leaves the database whole and says so', async (_what, room, command) => {
    const { desk, db, folder } = await setUpSmall(room);
    const args = command.map((part) => (part === 'backup.db' ? join(folder, part) : part));
    const { code, err } = await desk.liaison(...args, '--db', db);
    expect(err).toContain('disk');
    expect(code).toBe(6);
    expect(existsSync(join(folder, 'backup.db'))).toBe(false);
    expect(existsSync(join(folder, 'backup.db.partial'))).toBe(false);
    expect(await checkElsewhere(desk, db)).toBe(0);
    // With room again the same command goes through.
    execFileSync('rm', [join(folder, 'filler')]);
    expect((await desk.liaison(...args, '--db', db)).code).toBe(0);
    expect(await checkElsewhere(desk, db)).toBe(0);
  }); // prettier-ignore
});
