import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { NounName, VerbName } from '../src/text/shape.ts';
import { summaries } from '../src/text/en/summaries.ts';
import { summaries as chinese } from '../src/text/zh/summaries.ts';
import { setUpDesk } from './support/desk.ts';

const verbs = Object.keys(summaries.verbs) as VerbName[];

describe('every command', () => {
  it.each(verbs)('%s has help in both languages, and an example', async (verb) => {
    for (const [lang, words] of [
      ['en', summaries],
      ['zh', chinese],
    ] as const) {
      const { code, out } = await setUpDesk({ lang }).liaison(...verb.split(' '), '--help');
      expect(code).toBe(0);
      expect(out.replaceAll(/\s+/gu, '')).toContain(words.verbs[verb].replaceAll(/\s+/gu, ''));
      expect(out).toContain(`$ liaison ${verb}`);
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

  it('lists the words of each choice as the parser has them, in either language', async () => {
    interface Choices {
      readonly choices: readonly { readonly value: string; readonly words: readonly string[] }[] | null;
    }
    const { verbs: described } = (await setUpDesk().json('help')) as {
      verbs: { name: string; options: Choices[]; arguments: Choices[] }[];
    };
    let lists = 0;
    for (const { name, options, arguments: given } of described) {
      for (const { choices } of [...options, ...given]) {
        if (choices === null) continue;
        lists += 1;
        for (const [lang, list] of [
          ['en', choices.map(({ value }) => value).join(',')],
          ['zh', choices.map(({ value, words }) => words[0] ?? value).join('、')],
        ] as const) {
          const { out } = await setUpDesk({ lang }).liaison(...name.split(' '), '--help');
          expect(out.replaceAll(/\s+/gu, '')).toContain(list);
        }
      }
    }
    expect(lists).toBeGreaterThan(25);
  });

  it('of a command comes by `help` as well', async () => {
    const desk = setUpDesk();
    expect((await desk.liaison('help', 'tier', 'classify')).out).toBe(
      (await desk.liaison('tier', 'classify', '--help')).out,
    );
  });

  it('goes into a file as data, and into no other form', async () => {
    const desk = setUpDesk();
    for (const more of [
      ['--format', 'md'],
      ['-o', 'help.txt'],
    ]) {
      const { code, out } = await desk.liaison('help', 'unit', 'list', ...more);
      expect([code, out]).toEqual([2, '']);
    }
    expect((await desk.liaison('help', 'unit', 'list', '-o', 'help.json')).code).toBe(0);
    expect(readFileSync(join(desk.folder, 'help.json'), 'utf8')).toContain('"unit list"');
  });

  it('refuses a form a command does not write', async () => {
    const desk = setUpDesk();
    await desk.liaison('init', '--name', '甲市', '--code', 'JS');
    expect((await desk.liaison('scheme', 'list', '--format', 'html')).code).toBe(2);
  });
});
