import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeFolder } from './support/desk.ts';
import { setUpDezhou } from './support/seeds.ts';

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
    expect([stdout, status]).toEqual(['0.1.0\n', 0]);
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
    // eslint-disable-next-line no-control-regex -- looking for escape sequences
    expect(shell(`${liaison} tier list`)).not.toMatch(/\u001b/u);
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
