import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import ts from 'typescript';
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

it('no module is longer than 400 lines but tables, texts and migrations', () => {
  const isTable =
    /^src\/(?:text|store\/migrations)\/|^src\/store\/tables\.ts$|^src\/cli\/result-shapes\.ts$/u;
  const long = [...modules].flatMap(([path, source]) =>
    source.split('\n').length > 400 && !isTable.test(path) ? [path] : [],
  );
  expect(long).toEqual([]);
});

/** Functions of a module with the types of their parameters, as they are written. */
function listFunctions(path: string, source: string): { name: string; types: string[]; isAsync: boolean }[] {
  const file = ts.createSourceFile(path, source, ts.ScriptTarget.Latest, true);
  return file.statements.filter(ts.isFunctionDeclaration).map((declared) => ({
    name: declared.name?.text ?? '',
    isAsync: /^Promise\b/u.test(declared.type?.getText(file) ?? ''),
    types: declared.parameters.map(({ type }) => type?.getText(file) ?? ''),
  }));
}

/** What is asked of the database by functions of neither shape: `(work, terms)` for what people ask, `(trx, …)` inside a change. */
function listMisshapen(sources: ReadonlyMap<string, string>): string[] {
  return [...sources].flatMap(([path, source]) =>
    path.startsWith('src/operations/')
      ? listFunctions(path, source).flatMap(({ name, types, isAsync }) => {
          const isAsked = /^(?:Pick<)?(?:Local)?Work\b/u.test(types[0] ?? '');
          const isLate = types.indexOf('Trx') > 0;
          const isMisshapen = isAsync && ((isAsked && types.length > 2) || isLate);
          return isMisshapen ? [`${path} ${name}`] : [];
        })
      : [],
  );
}

it('operations have two shapes, and whoever writes takes the transaction first', () => {
  expect(listMisshapen(modules)).toEqual([]);
  const planted = (code: string) => listMisshapen(new Map([['src/operations/unit/x.ts', code]]));
  expect(planted('function a(work: LocalWork, name: string, on: string): Promise<void> {}')).toHaveLength(1);
  expect(planted('function a(unit: Unit, trx: Trx): Promise<void> {}')).toHaveLength(1);
  expect(
    planted(
      'function a(work: LocalWork, terms: Terms): Promise<void> {} function b(trx: Trx): Promise<void> {}',
    ),
  ).toEqual([]);
});

it('“read” is for bytes from outside alone', () => {
  const readers = [...modules].flatMap(([path, source]) =>
    listFunctions(path, source)
      .filter(({ name }) => /^read[A-Z]/u.test(name))
      .map(({ name }) => `${path} ${name}`),
  );
  expect(readers.sort()).toEqual([
    'src/cli/files.ts readInputFile',
    'src/cli/files.ts readInputFolder',
    'src/cli/settings.ts readSettings',
    'src/cli/typed-texts.ts readAll',
    'src/intake/source-file.ts readBytes',
    'src/intake/text-rows.ts readHead',
    'src/store/engine/sqlite/read-copy.ts readCopy',
  ]);
});
