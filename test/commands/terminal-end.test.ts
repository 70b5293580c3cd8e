import { itOnFiles } from '../support/on-files.ts';
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeFolder, setUpDesk } from '../support/desk.ts';
import { dumpDatabase } from '../support/dump.ts';
import { setUpDezhou } from '../support/seeds.ts';

const launcher = join(import.meta.dirname, '..', '..', 'bin', 'liaison.js');
/** What ends the mode in which a terminal tells pastes, and what would hide its cursor. */
const untellPastes = '\u001b[?2004l';
const tellPastes = '\u001b[?2004h';
const hideCursor = '\u001b[?25l';

describe('a question that nobody will answer', () => {
  it.each([
    ['Ctrl-D', '\u0004'],
    ['Ctrl-Z', '\u001a'],
    ['Ctrl-C', '\u0003'],
  ])('%s ends the command as interrupted, with the cursor shown and nothing written', async (_what, keys) => {
    const desk = await setUpDezhou('units');
    const before = dumpDatabase(desk.database);
    for (const answers of [
      [['Channel', keys]],
      [
        ['Channel', '\r'],
        ['Kind', keys],
      ],
    ] as const) {
      const { code, err } = await desk.answer([...answers], 'appeal', 'log', '--title', 'x');
      expect(code).toBe(130);
      expect(err.lastIndexOf(untellPastes)).toBeGreaterThan(err.lastIndexOf(tellPastes));
      expect(err).not.toContain(hideCursor);
    }
    const text = await desk.answer(
      [['Title', keys]],
      'appeal',
      'log',
      '--kind',
      'request',
      '--channel',
      'hotline',
    );
    expect(text.code).toBe(130);
    expect(dumpDatabase(desk.database)).toBe(before);
  });

  it('a yes or no that ends in Ctrl-D is no answer', async () => {
    const desk = await setUpDezhou('units');
    desk.write('out.csv', 'kept');
    const { code } = await desk.answer([['Replace it?', '\u0004']], 'unit', 'list', '-o', 'out.csv');
    expect(code).toBe(130);
  });

  it.each([
    ['Ctrl-D', String.raw`\004`],
    ['Ctrl-Z', String.raw`\032`],
  ])('%s at a real terminal ends it too', (_what, key) => {
    if (spawnSync('script', ['--version']).status !== 0) {
      console.log('skipped: there is no script command to make a terminal with');
      return;
    }
    const folder = makeFolder();
    const command = `${process.execPath} ${launcher} init; echo code $?`;
    const typed = `(sleep 1.5; printf '${key}'; sleep 1) | script -qec "${command}" /dev/null`;
    const { stdout } = spawnSync('bash', ['-c', typed.replace('$?', String.raw`\$?`)], {
      cwd: folder,
      encoding: 'utf8',
      timeout: 30_000,
      env: { PATH: process.env['PATH'], HOME: folder, LIAISON_LANG: 'en', TERM: 'xterm' },
    });
    expect(stdout).toContain('code 130');
    expect(stdout.lastIndexOf(untellPastes)).toBeGreaterThan(stdout.lastIndexOf(tellPastes));
    expect(stdout).not.toContain(hideCursor);
    expect(existsSync(join(folder, 'liaison.db'))).toBe(false);
  });
});

describe('a working folder that is gone', () => {
  it('is named, and what needs none works', async () => {
    const folder = makeFolder();
    const shell = (command: string): string => {
      const gone = join(folder, 'gone');
      const { stdout, stderr } = spawnSync('bash', ['-c', `mkdir -p ${gone}; cd ${gone}; rmdir ${gone}; ${command}; echo "code $?"`], {
        encoding: 'utf8',
        env: { PATH: process.env['PATH'], HOME: folder, LIAISON_LANG: 'en' },
      }); // prettier-ignore
      return stdout + stderr;
    };
    const liaison = `${process.execPath} ${launcher}`;
    const desk = await setUpDezhou('units');
    expect(shell(`${liaison} unit list`)).toMatch(/code 4[\s\S]*The folder you are in is no longer there/u);
    expect(shell(`${liaison} --version`)).toContain('code 0');
    expect(shell(`${liaison} unit list --db ${desk.database}`)).toContain('code 0');
    expect(existsSync(join(folder, 'gone'))).toBe(false);
  });
});

describe('standard output that is full', () => {
  itOnFiles('is named in reading, and what was done is said in writing', async () => {
    const desk = await setUpDezhou('units');
    const shell = (command: string): string =>
      spawnSync('bash', ['-c', `${process.execPath} ${launcher} ${command} >/dev/full; echo "code $?" >&2`], {
        cwd: desk.folder,
        encoding: 'utf8',
        env: { PATH: process.env['PATH'], HOME: desk.folder, LIAISON_LANG: 'en' },
      }).stderr;
    expect(shell('unit list')).toMatch(/stdout could not be written: the disk is full[\s\S]*code 3/u);
    expect(shell('unit add 市信访局')).toMatch(
      /What you asked for was done \(unit add, operation 3\)[\s\S]*code 8/u,
    );
    expect(shell('--help')).toContain('code 3');
    const reader = setUpDesk({ folder: desk.folder });
    expect(await reader.json('unit', 'show', '市信访局')).toMatchObject({ name: '市信访局' });
  });
});
