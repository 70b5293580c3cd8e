import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { playPaper, splitWords } from '../scripts/docs/console-blocks.ts';
import { listPapers } from '../scripts/docs/papers.ts';

const root = join(import.meta.dirname, '..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const papers = listPapers();

describe.each(papers)('$path', ({ path, language }) => {
  it('shows in its console blocks what the commands give: npm run docs', async () => {
    const paper = read(path);
    expect(paper).toContain('```console\n$ liaison ');
    expect(await playPaper(paper, language)).toBe(paper);
  });

  it('has a twin in the other language, with as many blocks', () => {
    const twin = path.startsWith('README')
      ? { 'README.md': 'README.zh.md', 'README.zh.md': 'README.md' }[path]
      : path.replace(/^docs\/(?:en|zh)/u, language === 'en' ? 'docs/zh' : 'docs/en');
    expect(papers.map((one) => one.path)).toContain(twin);
    const blocks = (text: string): number => text.split('```console').length;
    if (path.startsWith('docs')) expect(blocks(read(path))).toBe(blocks(read(twin ?? '')));
  });
});

describe('the console blocks', () => {
  const paper = (block: string): string => `Text.\n\n\`\`\`console\n${block}\`\`\`\n\nMore.\n`;

  it('are one session from an empty folder, and a wrong line in one is found', async () => {
    const right = paper(
      '$ liaison init --name 甲市 --code JS --scheme dezhou-2022 --deadlines shandong-2020 --quiet\nCreated the database of 甲市: liaison.db\n\n' +
        '$ liaison unit import fixtures/dezhou/units.csv --quiet | tail -1\nImported as batch 1.\n',
    );
    expect(await playPaper(right, 'en')).toBe(right);
    expect(await playPaper(right.replace('batch 1', 'batch 2'), 'en')).toBe(right);
  });

  it('run nothing but liaison, head and tail', async () => {
    await expect(playPaper(paper('$ rm -rf x\n'), 'en')).rejects.toThrow('Only liaison');
    await expect(playPaper(paper('$ liaison --version | sort\n'), 'en')).rejects.toThrow('Only head');
    expect(splitWords(`a 'b c' "d e" f'g h'`)).toEqual(['a', 'b c', 'd e', 'fg h']);
  });
});

describe('the papers', () => {
  it.each([
    ['README.md', 200],
    ['README.zh.md', 200],
    ['CONTRIBUTING.md', 150],
  ])('%s has at most %i lines', (path, limit) => {
    expect(read(path).trimEnd().split('\n').length).toBeLessThanOrEqual(limit);
  });

  it.each([...papers.map(({ path }) => path), 'CONTRIBUTING.md', 'docs/decisions.md', 'docs/dictionary.md'])(
    '%s links to what is there',
    (path) => {
      const targets = [...read(path).matchAll(/\]\(([^)#\s]+)(?:#[^)]*)?\)/gu)].map(([, to = '']) => to);
      const missing = targets.filter(
        (to) => !/^https?:/u.test(to) && !existsSync(join(root, dirname(path), to)),
      );
      expect(missing).toEqual([]);
    },
  );

  it('name files that there are', () => {
    const named = [
      ...read('CONTRIBUTING.md').matchAll(/`([\w.][\w./-]*\/[\w./-]*|\w[\w.-]+\.(?:ts|js|json))`/gu),
    ];
    const paths = named
      .map(([, path = '']) => path)
      .filter((path) => /^(?:src|test|docs|scripts|bin|fixtures|\.ci)\//u.test(path));
    expect(paths.length).toBeGreaterThan(30);
    expect(paths.filter((path) => !existsSync(join(root, path)))).toEqual([]);
    const inDecisions = [...read('docs/decisions.md').matchAll(/`((?:[\w-]+\/)+[\w-]+\.ts)`/gu)];
    const known = inDecisions.map(([, path = '']) => (path.startsWith('scripts/') ? path : `src/${path}`));
    expect(known.length).toBeGreaterThan(5);
    expect(known.filter((path) => !existsSync(join(root, path)))).toEqual([]);
  });

  it('say of every dependency why it is there', () => {
    const { dependencies, devDependencies } = JSON.parse(read('package.json')) as Record<string, object>;
    const contributing = read('CONTRIBUTING.md');
    const names = Object.keys({ ...dependencies, ...devDependencies });
    const untold = names.filter(
      (name) => !name.startsWith('@types/') && name !== '@eslint/js' && !contributing.includes(`\`${name}\``),
    );
    expect(untold).toEqual([]);
  });

  it.each(['README.md', 'README.zh.md'])('%s: the line for the PATH makes `liaison` a command', (path) => {
    const line =
      /^echo "(export PATH=.*?)" >> ~\/\.profile/mu.exec(read(path))?.[1]?.replaceAll('\\', '') ?? '';
    expect(line).toContain('$PWD/bin');
    const { stdout, stderr } = spawnSync('bash', ['-c', `${line}; cd /; liaison --version`], {
      cwd: root,
      encoding: 'utf8',
      env: { PATH: process.env['PATH'] ?? '', HOME: process.env['HOME'] ?? '' },
    });
    expect([stdout.trim(), stderr]).toEqual([
      (JSON.parse(read('package.json')) as { version: string }).version,
      '',
    ]);
  });
});
