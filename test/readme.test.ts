import { spawnSync } from 'node:child_process';
import { readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { NounName, VerbName } from '../src/text/shape.ts';
import { summaries } from '../src/text/en/summaries.ts';
import { summaries as chinese } from '../src/text/zh/summaries.ts';
import { makeFolder, setUpDesk } from './support/desk.ts';

const root = join(import.meta.dirname, '..');
const readme = readFileSync(join(root, 'README.md'), 'utf8');
const verbs = Object.keys(summaries.verbs) as VerbName[];

describe('every command', () => {
  it.each(verbs)('%s has help in both languages, an example, a place in the README', async (verb) => {
    expect(readme).toMatch(new RegExp(`\\| \`${verb}\` +\\| ${summaries.verbs[verb]}`, 'u'));
    for (const [lang, words] of [
      ['en', summaries],
      ['zh', chinese],
    ] as const) {
      const { code, out } = await setUpDesk({ lang }).liaison(...verb.split(' '), '--help');
      expect(code).toBe(0);
      expect(out.replaceAll(/\s+/gu, '')).toContain(words.verbs[verb].replaceAll(/\s+/gu, ''));
      if (verb.includes(' ')) expect(out).toContain(`$ liaison ${verb}`);
    }
  });

  it('stands in the help of its noun, and each noun in the help of the program', async () => {
    const desk = setUpDesk();
    const { out } = await desk.liaison('--help');
    for (const noun of Object.keys(summaries.nouns) as NounName[]) {
      expect(out).toContain(noun);
      const own = verbs.filter((verb) => verb.startsWith(`${noun} `));
      const help = (await desk.liaison(noun, '--help')).out;
      for (const verb of own) expect(help).toContain(verb.split(' ')[1]);
    }
  });
});

describe('help', () => {
  it.each(['exit-codes', 'environment'])('has the topic %s', async (topic) => {
    const { code, out } = await setUpDesk().liaison('help', topic);
    expect(code).toBe(0);
    expect(out).toContain(topic === 'exit-codes' ? '5  refused by a rule' : 'LIAISON_DB');
  });

  it('of a command comes by `help` as well', async () => {
    const desk = setUpDesk();
    expect((await desk.liaison('help', 'tier', 'classify')).out).toBe(
      (await desk.liaison('tier', 'classify', '--help')).out,
    );
  });

  it('refuses a form a command does not write', async () => {
    const desk = setUpDesk();
    await desk.liaison('init', '--name', '甲市', '--code', 'JS');
    expect((await desk.liaison('unit', 'list', '--format', 'html')).code).toBe(2);
  });
});

it('shows in its console blocks what the commands give', () => {
  const folder = makeFolder();
  symlinkSync(join(root, 'fixtures'), join(folder, 'fixtures'));
  const blocks = [...readme.matchAll(/```console\n([\s\S]*?)```/gu)].map(([, block = '']) => block);
  expect(blocks.length).toBeGreaterThan(3);
  const session = blocks.flatMap((block) =>
    block
      .split(/^(?=\$ )/mu)
      .filter((part) => part.startsWith('$ '))
      .map((part) => ({
        command: part.slice(2, part.indexOf('\n')),
        shown: part.slice(part.indexOf('\n') + 1).trim(),
      })),
  );
  for (const { command, shown } of session) {
    const shell = `liaison() { '${process.execPath}' '${join(root, 'bin', 'liaison.js')}' "$@"; }; ${command}`;
    const { stdout, stderr } = spawnSync('bash', ['-c', shell], {
      cwd: folder,
      encoding: 'utf8',
      env: {
        PATH: process.env['PATH'] ?? '',
        HOME: process.env['HOME'] ?? '',
        COLUMNS: '90',
        LIAISON_LANG: 'en',
        LIAISON_USER: 'wang',
      },
    });
    expect(`${command}\n${(stdout + stderr).replaceAll(`${folder}/`, '').trim()}`).toBe(
      `${command}\n${shown}`,
    );
  }
});
