import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { dumpDatabase } from '../support/dump.ts';
import { makeFolder } from '../support/desk.ts';
import { setUpDezhou } from '../support/seeds.ts';
import { engineNames } from '../../src/store/engine/sqlite/connection.ts';
import { useEngine } from '../../src/store/engine/sqlite/load-engine.ts';

const usual = process.env['LIAISON_ENGINE'];
const root = join(import.meta.dirname, '../..');

afterEach(() => {
  useEngine(usual);
});

describe('the two engines', () => {
  it('pass one database to and fro, each writes and checks what the other wrote', async () => {
    const desk = await setUpDezhou('published');
    for (let turn = 0; turn < 10; turn += 1) {
      const engine = engineNames[turn % 2] ?? '';
      desk.setEnv('LIAISON_ENGINE', engine);
      expect(await desk.json('database', 'info')).toMatchObject({ driver: engine });
      const title = `第${String(turn)}件：路灯不亮 🙂 𠮷`;
      const { number } = (await desk.json(
        ...['appeal', 'log', '--kind', 'request', '--channel', 'hotline', '--title', title],
        ...['--to', '市公安局', '--caller', '王某', '--phone', '0534-2600001'],
      )) as { number: string };
      await desk.json('appeal', 'transfer', number, '--to', '市教育局', '--reason', 'other');
      expect(await desk.json('database', 'check')).toMatchObject({ findings: [] });
      for (const other of engineNames) {
        desk.setEnv('LIAISON_ENGINE', other);
        expect(await desk.json('appeal', 'search', '路灯')).toMatchObject({ total: turn + 1 });
        expect(await desk.json('appeal', 'show', number)).toMatchObject({ title });
      }
      expect(dumpDatabase(desk.database)).toContain(title);
    }
  });

  it('are named where the environment asks for one that there is not', async () => {
    const desk = await setUpDezhou('init');
    desk.setEnv('LIAISON_ENGINE', 'sqlcipher');
    const { code, err } = await desk.liaison('status');
    expect(code).toBe(2);
    expect(err).toContain(
      '“sqlcipher” is not a valid value for LIAISON_ENGINE.\nhint: Allowed: better-sqlite3, node-sqlite',
    );
  });
});

describe('a system on which the addon cannot be loaded', () => {
  const folder = makeFolder();
  const program = join(folder, 'program');
  for (const part of ['bin', 'dist']) cpSync(join(root, part), join(program, part), { recursive: true });
  const addon = join(program, 'node_modules/better-sqlite3');
  mkdirSync(join(addon, 'prebuilds'), { recursive: true });
  cpSync(join(root, 'node_modules/better-sqlite3/package.json'), join(addon, 'package.json'));
  for (const name of readdirSync(join(root, 'node_modules/better-sqlite3/prebuilds')))
    writeFileSync(join(addon, 'prebuilds', name), 'a binary of another system');
  const database = join(folder, 'liaison.db');
  const liaison = (engine: string, ...args: string[]) =>
    spawnSync(process.execPath, [join(program, 'bin/liaison.js'), ...args, '--db', database, '--json'], {
      encoding: 'utf8',
      env: { HOME: folder, LIAISON_LANG: 'en', LIAISON_ENGINE: engine },
    });

  it('is told so where it was to be that one, and no file is left behind', () => {
    rmSync(database, { force: true });
    const { status, stderr } = liaison('better-sqlite3', 'init', '--name', '德州市', '--code', 'DZ');
    expect(status).toBe(6);
    const { error } = JSON.parse(stderr) as { error: { code: string; message: string; hint: string } };
    expect(error.code).toBe('system-too-old');
    expect(error.message).toContain(`Node ${process.versions.node}`);
    expect(error.message).toContain('better-sqlite3: ');
    expect(error.hint).toContain('glibc 2.34');
    expect(readdirSync(folder).filter((name) => name.includes('.db'))).toEqual([]);
  });

  it('uses the SQLite of Node by itself, without a word about it', () => {
    const made = liaison('', 'init', '--name', '德州市', '--code', 'DZ');
    expect([made.status, made.stderr]).toEqual([0, '']);
    const info = liaison('', 'database', 'info');
    expect(JSON.parse(info.stdout)).toMatchObject({ driver: 'node-sqlite', journalMode: 'wal' });
    expect(statSync(database).mode & 0o777).toBe(0o600);
    expect(readFileSync(database).subarray(0, 15).toString()).toBe('SQLite format 3');
    expect(liaison('', 'database', 'check').status).toBe(0);
  });
});
