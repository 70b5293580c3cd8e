import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makePages } from '../scripts/docs/command-pages.ts';
import { makeShapesFile } from '../scripts/result-shapes.ts';

const root = join(import.meta.dirname, '..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');

/** Results whose type does not say what is in them. Nothing is to be added here. */
const known = [
  'appeal list: [].clocks',
  'appeal show: .clocks',
  'appeal show: .events[]',
  'appeal trace: .clocks',
  'appeal trace: .events[]',
  'ruling add: ...rulingDocument(details)',
  'ruling list: []',
  'ruling show: ...rulingDocument(details)',
  'ruling supersede: ...rulingDocument(details)',
  'tier classify: .',
  'tier explain: .predecessors[]',
  'tier list: .',
];

it('the shapes of the results are as the program has them, and no type hides one: npm run docs', async () => {
  const { path, content, untold } = await makeShapesFile();
  expect(untold).toEqual(known);
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
