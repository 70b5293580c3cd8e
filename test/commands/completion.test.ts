import { itOnFiles } from '../support/on-files.ts';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import type { TestDesk } from '../support/desk.ts';
import { setUpDesk } from '../support/desk.ts';
import { setUpDezhou } from '../support/seeds.ts';

let desk: TestDesk;
beforeAll(async () => {
  desk = await setUpDezhou('published');
  await desk.json(...['appeal', 'log', '--kind', 'request', '--channel', 'hotline', '--title', '张三丰反映的事', '--caller', '张三丰', '--to', '市公安局']); // prettier-ignore
}, 60_000);

/** What is offered behind some words for the last of them, without what it is. */
async function offer(...words: string[]): Promise<string[]> {
  const before = words.slice(0, -1);
  const { code, out, err } = await desk.liaison('__complete', '--', ...before, `+${words.at(-1) ?? ''}`);
  expect([code, err]).toEqual([0, '']);
  return out
    .trimEnd()
    .split('\n')
    .map((line) => line.split('\t')[0] ?? '');
}

describe('completion', () => {
  it('offers nouns and verbs, in both languages', async () => {
    expect(await offer('un')).toEqual(['unit', 'undo']);
    expect(await offer('unit', 're')).toEqual(['rename', 'retire']);
    expect(await offer('单位', 're')).toEqual(['rename', 'retire']);
    expect(await offer('roster', 'template', '')).toEqual(['show', 'import']);
    desk.setEnv('LIAISON_LANG', 'zh');
    expect(await offer('单')).toEqual(['单位']);
    expect(await offer('单位', '更')).toEqual(['更名']);
    expect(await offer('诉求', '转办', '--理')).toEqual(['--理由']);
    desk.setEnv('LIAISON_LANG', 'en');
  });

  it('offers options once, and the values they take', async () => {
    expect(await offer('tier', 'list', '--y')).toEqual(['--year', '--yes']);
    expect(await offer('tier', 'list', '--year', '2021', '--y')).toEqual(['--yes']);
    expect(await offer('tier', 'list', '--year', '202')).toContain('2021');
    expect(await offer('tier', 'list', '--year=202')).toContain('--year=2021');
    expect(await offer('tier', 'list', '--year', '=', '202')).toContain('2021');
    expect(await offer('appeal', 'log', '--channel', 'h')).toEqual(['hotline']);
    expect(await offer('unit', 'list', '--lang', '')).toEqual(['en', 'zh']);
    expect(await offer('unit', 'list', '--fields', 'code,na')).toEqual(['code,name']);
  });

  it('offers what the database holds', async () => {
    expect(await offer('unit', 'show', '市公')).toEqual(['市公安局', '市公共交通有限公司']);
    expect(await offer('unit', 'show', 'DZ-003')).toEqual(
      ['DZ-003', 'DZ-030', 'DZ-031', 'DZ-032', 'DZ-033', 'DZ-034'].slice(0, 1),
    );
    expect(await offer('unit', 'show', '卫健委')).toEqual(['市卫生健康委员会']);
    expect(await offer('roster', 'print', '')).toEqual(['1']);
    expect(await offer('appeal', 'accept', '')).toEqual(['2022-000001']);
    expect(await offer('unit', 'list', '--in', '')).toEqual(['DZ']);
    expect(await offer('unit', 'import', 'x')).toEqual([':file']);
    expect(await offer('database', 'backup', '--to', '')).toEqual([':folder']);
  });

  itOnFiles('offers nothing personal, and says nothing of what goes wrong', async () => {
    for (const words of [
      ['appeal', 'show', ''],
      ['appeal', 'search', ''],
      ['undo', ''],
      ['log', 'show', ''],
      ['desk', 'set', ''],
    ]) {
      const before = words.slice(0, -1);
      const { out } = await desk.liaison('__complete', '--', ...before, '+');
      expect(out).not.toContain('张三丰');
      expect(out).not.toMatch(/1[3-9]\d{9}|0534-/u);
    }
    const older = setUpDesk();
    const bytes = gunzipSync(readFileSync(join(import.meta.dirname, '../../fixtures/versions/0.5.0.db.gz')));
    older.write('liaison.db', bytes);
    expect((await older.liaison('__complete', '--', 'unit', 'show', '+')).out).toBe('');
    expect((await older.liaison('doctor')).out).toContain('older version');
    expect(readFileSync(older.database).equals(bytes)).toBe(true);
    const none = setUpDesk();
    const { code, out, err } = await none.liaison('__complete', '--', 'unit', 'show', '+市');
    expect([code, out, err]).toEqual([0, '', '']);
    expect((await none.liaison('__complete', '--', 'nonsense', 'x', '+')).code).toBe(0);
  });

  it.each(['bash', 'zsh', 'fish'])('has a script that %s can read', async (shell) => {
    const { code, out } = await desk.liaison('completion', shell);
    expect(code).toBe(0);
    const { error, status, stderr } = spawnSync(shell, ['-n', desk.write(`script.${shell}`, out)], {
      cwd: desk.folder,
      encoding: 'utf8',
    });
    if (error !== undefined) {
      console.log(`skipped: there is no ${shell} to read the script`);
      return;
    }
    expect([status, stderr]).toEqual([0, '']);
  });

  it.each([
    ['市', ['市公安局', '甲\\ \\$\\(x\\)\\\'\\"\\`']],
    ['"市', ['市公安局', '甲 \\$(x)\'\\"\\`']],
    ["'市", ['市公安局', "甲 $(x)'\\''\"`"]],
  ])('in bash nothing of a value behind %s is run', async (typed, expected) => {
    const { out } = await desk.liaison('completion', 'bash');
    const program = `liaison() { printf '%s\\t%s\\n' 市公安局 DZ-004 "$odd" x; }`;
    const line = `${program}\n${out}\nCOMP_WORDS=(liaison unit show "$typed"); COMP_CWORD=3; _liaison; printf '%s\\n' "\${COMPREPLY[@]}"`;
    const env = { LC_ALL: 'C.UTF-8', PATH: process.env['PATH'], odd: '甲 $(x)\'"`', typed };
    const { error, stdout } = spawnSync('bash', ['-c', line], { encoding: 'utf8', env });
    if (error === undefined) expect(stdout).toBe(`${expected.join('\n')}\n`);
  });
});
