import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import manifest from '../package.json' with { type: 'json' };
import { makeFolder } from './support/desk.ts';
import { fixtures, setUpDezhou } from './support/seeds.ts';
import Sqlite from './support/raw-database.ts';

const launcher = join(import.meta.dirname, '..', 'bin', 'liaison.js');
const plain = {
  PATH: process.env['PATH'] ?? '',
  HOME: process.env['HOME'] ?? '',
  LIAISON_LANG: 'en',
  LIAISON_USER: 'smoke',
};

describe('the built program', () => {
  it('answers from another folder', () => {
    const { stdout, status } = spawnSync(process.execPath, [launcher, '--version'], {
      cwd: makeFolder(),
      encoding: 'utf8',
    });
    expect([stdout, status]).toEqual([`${manifest.version}\n`, 0]);
  });

  it.each([
    ['appeal', 'd00-serial.xlsx'],
    ['appeal', 'd02-1904.xlsx'],
    ['appeal', 'j23-sheetjs-cellDates.xlsx'],
    ['calendar', 'k00-iso.xlsx'],
  ])('takes the same days from a workbook in every time zone: %s import %s', async (noun, file) => {
    const desk = await setUpDezhou('units');
    desk.write(file, readFileSync(join(fixtures, 'wild', file)));
    const [first, ...others] = ['UTC', 'Asia/Shanghai', 'America/New_York'].map((zone) => {
      const args = [launcher, noun, 'import', file, '--dry-run', '--json'];
      const env = { ...plain, TZ: zone };
      return spawnSync(process.execPath, args, { cwd: desk.folder, encoding: 'utf8', env }).stdout;
    });
    expect(JSON.parse(first ?? '')).toMatchObject({ rows: 1 });
    for (const other of others) expect(other).toBe(first);
  });

  it('writes into a pipe without colour, and a reader that leaves early is no error', async () => {
    const desk = await setUpDezhou('published');
    const shell = (command: string): string =>
      execFileSync('bash', ['-c', `set -o pipefail; ${command}`], {
        cwd: desk.folder,
        encoding: 'utf8',
        env: plain,
      });
    const liaison = `${process.execPath} ${launcher}`;
    expect(shell(`${liaison} tier list | head -1`)).toBe('Run 1: volume year 2021, scheme dezhou-2022\n');
    expect(shell(`${liaison} tier list`)).not.toContain('\u001b');
    expect(shell(`FORCE_COLOR=1 ${liaison} tier list`)).toContain('\u001b[');
    expect(shell(`NO_COLOR=1 FORCE_COLOR=1 ${liaison} tier list`)).not.toContain('\u001b[');
    expect(shell(`for i in 1 2 3; do ${liaison} roster print | head -c 10 >/dev/null; done; echo ok`)).toBe(
      'ok\n',
    );
  });

  it('ends with 128 + its number on a signal', async () => {
    const desk = await setUpDezhou('published');
    const child = spawn(process.execPath, [launcher, 'unit', 'import', '-'], {
      cwd: desk.folder,
      env: plain,
    });
    await new Promise((resolve) => setTimeout(resolve, 400));
    child.kill('SIGTERM');
    expect(
      await new Promise((resolve) =>
        child.on('exit', (_code, signal) => {
          resolve(signal);
        }),
      ),
    ).toBe('SIGTERM');
  });
});

describe('eight processes at once', () => {
  it('log 25 appeals each: 200 appeals, 200 numbers, no error', async () => {
    const desk = await setUpDezhou('published');
    const script = `
      const { run, processHost } = await import(${JSON.stringify(join(import.meta.dirname, '../dist/main.js'))});
      for (let i = 0; i < 25; i += 1) {
        const code = await run(['appeal', 'log', '--kind', 'request', '--channel', 'hotline', '--title', 'T' + i,
          '--to', '市公安局', '--json'], processHost());
        if (code !== 0) process.exitCode = code;
      }`;
    const outcomes = await Promise.all(
      Array.from({ length: 8 }, async () => {
        const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
          cwd: desk.folder,
          env: { ...plain, LIAISON_WAIT: '60' },
        });
        let out = '';
        let err = '';
        child.stdout.on('data', (part: Buffer) => (out += part.toString()));
        child.stderr.on('data', (part: Buffer) => (err += part.toString()));
        const code = await new Promise((resolve) => child.on('close', resolve));
        return { code, out, err };
      }),
    );
    expect(outcomes.map(({ code, err }) => [code, err])).toEqual(Array.from({ length: 8 }, () => [0, '']));
    const numbers = outcomes.flatMap(({ out }) =>
      out
        .trim()
        .split('\n')
        .map((line) => (JSON.parse(line) as { number: string }).number),
    );
    expect(numbers).toHaveLength(200);
    expect(new Set(numbers).size).toBe(200);
    expect(await desk.json('appeal', 'list', '--all')).toHaveLength(200);
  });
});

describe('a long import that ends before its time', () => {
  const rows = 8000;
  /** Starts an import, ends it by a signal after a while; gives how it ended and how many counts are there then. */
  async function endImport(
    signal: 'SIGKILL' | 'SIGINT',
    after: number,
  ): Promise<[number | string | null, number]> {
    const desk = await setUpDezhou('units');
    const lines = Array.from({ length: rows }, (_, at) => `第${String(at)}镇,2020,${String(at)}`);
    desk.write('v.csv', ['单位名称,年度,热线', ...lines, ''].join('\n'));
    const args = [launcher, 'volume', 'import', 'v.csv', '--add-units', '--yes'];
    const child = spawn(process.execPath, args, { cwd: desk.folder, env: plain, stdio: 'ignore' });
    const timer = setTimeout(() => child.kill(signal), after);
    const ending = await new Promise<number | string | null>((resolve) =>
      child.on('exit', (code, killed) => {
        resolve(killed ?? code);
      }),
    );
    clearTimeout(timer);
    const file = new Sqlite(desk.database);
    expect(file.pragma('integrity_check', { simple: true })).toBe('ok');
    const count = Number(file.prepare('select count(*) from volume').pluck().get());
    expect(Number(file.prepare('select count(*) from batch').pluck().get())).toBe(count === 0 ? 1 : 2);
    file.close();
    // Whatever was left behind, the next import works.
    const again = execFileSync(process.execPath, [...args, '--json'], { cwd: desk.folder, env: plain });
    expect(JSON.parse(again.toString())).toMatchObject({ counts: { added: rows - count } });
    return [ending, count];
  }

  it.each([300, 700, 1100])(
    'killed after %i ms: everything or nothing',
    async (after) => {
      const [ending, count] = await endImport('SIGKILL', after);
      expect([0, rows]).toContain(count);
      expect(ending).toBe(count === 0 ? 'SIGKILL' : ending);
    },
    30_000,
  );

  it('Ctrl-C while it writes ends it with 130', async () => {
    const [ending, count] = await endImport('SIGINT', 1000);
    expect([
      [130, 0],
      ['SIGINT', 0],
      [0, rows],
    ]).toContainEqual([ending, count]);
  }, 30_000);
});
