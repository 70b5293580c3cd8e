import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { TestDesk } from '../support/desk.ts';
import { setUpDesk } from '../support/desk.ts';
import { fixtures } from '../support/seeds.ts';
import Sqlite from '../support/raw-database.ts';

const folder = join(fixtures, 'versions');
const launcher = join(import.meta.dirname, '..', '..', 'bin', 'liaison.js');
/** Versions of which a database is kept, with what its editions printed then. */
const versions = readdirSync(folder).flatMap((file) => /^(.*)\.db\.gz$/u.exec(file)?.[1] ?? []);

function setUpVersion(version: string): TestDesk {
  const desk = setUpDesk();
  writeFileSync(desk.database, gunzipSync(readFileSync(join(folder, `${version}.db.gz`))));
  return desk;
}

function readSchemaVersion(path: string): unknown {
  const database = new Sqlite(path, { readonly: true });
  try {
    return database.prepare('select max(name) from kysely_migration').pluck().get();
  } finally {
    database.close();
  }
}

it('keeps a database of every version', () => {
  expect(versions).toContain('0.1.0');
});

describe.each(versions)('a database of version %s', (version) => {
  it('is brought up to date with its copy before, checked, and worked on', async () => {
    const desk = setUpVersion(version);
    const before = readFileSync(desk.database);
    const { code, err, out } = await desk.liaison('database', 'check');
    expect([code, out]).toEqual([0, expect.stringContaining('Everything is as it was written.')]);
    expect(err).toContain('The database was brought up to date.');
    const [copy = ''] = readdirSync(desk.folder).filter((file) => file.endsWith('.bak'));
    // The copy is of the schema before, and opens as what it was.
    const kept = readFileSync(join(desk.folder, copy));
    expect(kept.subarray(100).equals(before.subarray(100))).toBe(true);
    expect(await desk.json('appeal', 'list', '--all')).toHaveLength(version === '0.8.0' ? 164 : 104);
    expect(await desk.json('appeal', 'search', '电梯')).toMatchObject({
      total: expect.any(Number) as number,
    });
    await desk.json('appeal', 'accept', '2022-000006');
    await desk.json('unit', 'merge', '市体育局', '--into', '市教育局');
    await desk.json('desk', 'set', '市财政局', '--phones', '0534-5557777');
    await desk.json('unit', 'set', '市财政局', '--leader', '甲某');
    const study = ['--matter', '物业服务', '--decision', '逐户核查', '--until', '2022-05-08'];
    await desk.json('study', 'add', '市财政局', ...study, '--appeals', '2022-000006');
    await desk.json('study', 'close', '1', '--result', '已核查');
    await desk.json('privacy', 'purge', '--before', '2022-04-08', '--yes');
    expect((await desk.liaison('database', 'check')).code).toBe(0);
  });

  it('is brought up to date once where several open it at once, and the copy holds the schema before', async () => {
    const desk = setUpVersion(version);
    const before = readSchemaVersion(desk.database);
    const codes = await Promise.all(
      Array.from({ length: 6 }, async () => {
        const env = { PATH: process.env['PATH'] ?? '', HOME: desk.folder, LIAISON_WAIT: '60' };
        const child = spawn(process.execPath, [launcher, 'unit', 'list'], { cwd: desk.folder, env });
        return await new Promise((resolve) => child.on('exit', resolve));
      }),
    );
    expect(codes).toEqual([0, 0, 0, 0, 0, 0]);
    const copies = readdirSync(desk.folder).filter((file) => file.endsWith('.bak'));
    expect(copies).toHaveLength(1);
    expect(readSchemaVersion(join(desk.folder, copies[0] ?? ''))).toBe(before);
    expect(readSchemaVersion(desk.database)).not.toBe(before);
    expect((await desk.liaison('database', 'check')).code).toBe(0);
  }, 60_000);

  it('prints its editions in the same bytes', async () => {
    const desk = setUpVersion(version);
    const prints = JSON.parse(readFileSync(join(folder, `${version}-prints.json`), 'utf8')) as Record<
      string,
      string
    >;
    const now: Record<string, string> = {};
    for (const what of Object.keys(prints)) {
      const [edition = '', copy = '', form = ''] = what.split(' ');
      const file = `print.${form}`;
      await desk.liaison('roster', 'print', edition, '--copy', copy, '-o', file);
      now[what] = createHash('sha256')
        .update(readFileSync(join(desk.folder, file)))
        .digest('hex');
    }
    expect(now).toEqual(prints);
  });
});
