import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { findCircles } from './support/circles.ts';

const root = join(import.meta.dirname, '..');
const modules = new Map(
  readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => {
      const path = `src/${file.replaceAll('\\', '/')}`;
      return [path, readFileSync(join(root, path), 'utf8')] as const;
    }),
);

it('no module of src imports another in a circle', () => {
  expect(modules.size).toBeGreaterThan(300);
  expect(findCircles(modules)).toEqual([]);
});

it('nothing lies in the hall of operations: each has its room', () => {
  expect([...modules.keys()].filter((path) => /^src\/operations\/[^/]+$/u.test(path))).toEqual([]);
});

it.each([
  ['of types', `import type { Appeal } from './appeal.ts';`],
  ['of values', `import { findWait } from './appeal.ts';`],
  ['of a late import', `const load = () => import('./appeal.ts');`],
  ['of a type that is imported where it stands', `export type A = import('./appeal.ts').Appeal;`],
  ['of a re-export', `export { findWait } from './appeal.ts';`],
])('a planted circle %s is found', (_what, line) => {
  // The appeal imports times; now times import the appeal.
  const time = modules.get('src/domain/time.ts') ?? '';
  const planted = new Map(modules).set('src/domain/time.ts', `${line}\n${time}`);
  expect(findCircles(planted)).toContainEqual(
    expect.arrayContaining(['src/domain/appeal.ts', 'src/domain/time.ts']),
  );
});
