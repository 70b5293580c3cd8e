import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ProgramDescription } from '../src/cli/describe-program.ts';
import { toEnglish } from '../src/cli/command-words.ts';
import { commandWords } from '../src/text/zh/command-words.ts';
import { makePages } from '../scripts/docs/command-pages.ts';
import { listPapers } from '../scripts/docs/papers.ts';
import { splitWords } from '../scripts/docs/console-blocks.ts';
import { makeShapesFile } from '../scripts/result-shapes.ts';
import { setUpDesk } from './support/desk.ts';

const root = join(import.meta.dirname, '..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');

it('the shapes of the results are as the program has them, and no type hides one: npm run docs', async () => {
  const { path, content, untold } = await makeShapesFile();
  expect(untold).toEqual([]);
  expect(readFileSync(path, 'utf8')).toBe(content);
});

describe.each(['en', 'zh'] as const)('the command pages in %s', (language) => {
  it('are as the program makes them: npm run docs', async () => {
    const pages = await makePages(language);
    const folder = `docs/${language}/commands`;
    expect(
      readdirSync(join(root, folder))
        .map((name) => `${folder}/${name}`)
        .sort(),
    ).toEqual([...pages.keys()].sort());
    for (const [path, text] of pages) expect(read(path)).toBe(text);
  });
});

describe('the options that papers name', () => {
  const program = setUpDesk().json('help') as Promise<ProgramDescription>;
  const texts = [...listPapers().map(({ path }) => path), 'CHANGELOG.md', 'docs/decisions.md'];

  it.each(texts)('%s: are those of the command they stand with', async (path) => {
    expect(findUnknownOptions(await program, read(path))).toEqual([]);
  });

  it('are found where there is no such option', async () => {
    const text =
      'By `unit list --tier` or `liaison unit add 甲局 --code X`, `--nowhere`, `--lang zh`, `单位 列表 --年度`, `名册 打印 --版式`.';
    expect(findUnknownOptions(await program, text)).toEqual([
      'unit list --tier',
      '--nowhere',
      '单位 列表 --年度',
    ]);
  });
});

/** The pieces of code in a text that name an option their command does not have, or none has. */
function findUnknownOptions({ verbs, globalOptions }: ProgramDescription, text: string): string[] {
  const shared = globalOptions.flatMap(({ name, short }) => [name, short]);
  const all = [...shared, ...verbs.flatMap((verb) => verb.options.map(({ name }) => name))];
  const pieces = [...text.replaceAll(/^```[\s\S]*?^```$/gmu, '').matchAll(/`([^`]+)`/gu)].map(
    ([, code = '']) => code,
  );
  return pieces.filter((code) => {
    const words = toEnglish(splitWords(code.replace(/^(?:\$ )?liaison /u, '')), commandWords);
    const verb = verbs
      .filter(({ name }) => `${words.join(' ')} `.startsWith(`${name} `))
      .sort((one, other) => other.name.length - one.name.length)[0];
    const known = verb === undefined ? all : [...shared, ...verb.options.map(({ name }) => name)];
    const named = words.filter((word) => word.startsWith('--')).map((word) => word.replace(/[=|].*$/u, ''));
    const isOurs = !/^(?:npm|npx|node|git) /u.test(code);
    return isOurs && named.some((name) => name !== '--' && !known.includes(name));
  });
}
