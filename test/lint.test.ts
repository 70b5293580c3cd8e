import { ESLint } from 'eslint';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '..');
// The type-checked rules need files on disk; what is planted here is judged by the table of imports alone.
const eslint = new ESLint({
  cwd: root,
  overrideConfig: {
    languageOptions: { parserOptions: { projectService: false, project: false, program: null } },
    rules: {},
  },
  ruleFilter: ({ ruleId }) =>
    ['@typescript-eslint/no-restricted-imports', 'no-restricted-syntax', 'no-restricted-globals'].includes(
      ruleId,
    ),
});

async function lint(path: string, code: string): Promise<string[]> {
  const [result] = await eslint.lintText(code, { filePath: join(root, path) });
  return (result?.messages ?? []).map(({ ruleId, message }) => ruleId ?? message);
}

describe('planted violations of the import table', () => {
  it.each([
    ['src/domain/x.ts', `import { listUnits } from '../store/units.ts';`],
    ['src/domain/x.ts', `import { readFileSync } from 'node:fs';`],
    ['src/domain/x.ts', `export * from '../output/view.ts';`],
    ['src/intake/x.ts', `import { listUnits } from '../store/units.ts';`],
    ['src/intake/x.ts', `import type { Kysely } from 'kysely';`],
    ['src/store/x.ts', `import { readCount } from '../intake/values.ts';`],
    ['src/store/x.ts', `import Sqlite from 'better-sqlite3';`],
    ['src/store/x.ts', `import pg from 'pg';`],
    ['src/store/engine/x.ts', `import Sqlite from 'better-sqlite3';`],
    ['src/store/engine/sqlite/x.ts', `import pg from 'pg';`],
    ['src/store/engine/postgres/x.ts', `import { makeFault } from '../sqlite/faults.ts';`],
    ['src/store/x.ts', 'const a = sql`select rowid from unit`;'],
    ['src/store/x.ts', 'const a = sql`select 1 from unit where name like ${x}`;'],
    ['src/store/x.ts', 'const a = sql`select id::text from unit`;'],
    ['src/store/engine/x.ts', 'const a = sql`pragma foreign_keys`;'],
    ['src/store/engine/x.ts', `import { addUnit } from '../../operations/unit/add-unit.ts';`],
    ['src/store/migrations/x.ts', `import Sqlite from 'better-sqlite3';`],
    ['src/operations/unit/x.ts', `import type { View } from '../../output/view.ts';`],
    ['src/operations/x.ts', `const { parse } = await import('csv-parse/sync');`],
    ['src/operations/appeal/x.ts', `import { matchSearchWords } from '../../store/engine/search.ts';`],
    ['src/operations/appeal/x.ts', `export type A = import('../../store/engine/engine-file.ts').EngineFile;`],
    // Personal texts as they were written come out of the store through the gate alone.
    ['src/commands/appeal/x.ts', `import { listPersonalFields } from '../../store/plain-texts.ts';`],
    ['src/commands/appeal/x.ts', `const { getAppeal } = await import('../../store/appeals.ts');`],
    ['src/commands/desk/x.ts', `import { listDesks } from '../../store/desks.ts';`],
    ['src/commands/appeal/x.ts', `import { recordShown } from '../../operations/privacy/record-shown.ts';`],
    ['src/operations/appeal/x.ts', `import { listEventTexts } from '../../store/plain-texts.ts';`],
    ['src/operations/roster/x.ts', `export type { AppealRecord } from '../../store/appeal-records.ts';`],
    ['src/operations/overview/x.ts', `import { listTextsToGo } from '../../store/purges.ts';`],
    // The kernel knows neither search nor deadlines, and nobody else begins to write.
    ['src/operations/kernel/x.ts', `import { indexAppeals } from '../../store/search-index.ts';`],
    ['src/operations/unit/x.ts', `export const trx = {} as Trx;`],
    ['src/commands/unit/x.ts', `export const open = (db: Db) => db.transaction();`],
    ['src/text/x.ts', `import { writeCsv } from '../output/csv.ts';`],
    ['src/output/x.ts', `import { listUnits } from '../store/units.ts';`],
    ['src/output/x.ts', `const { addUnit } = await import('../operations/unit/add-unit.ts');`],
    ['src/output/x.ts', `export type A = import('../operations/unit/add-unit.ts').B;`],
    ['src/cli/x.ts', `import { addUnit } from '../operations/unit/add-unit.ts';`],
    ['src/cli/x.ts', `import { commands } from '../commands/commands.ts';`],
    ['src/commands/unit/x.ts', `import { readCount } from '../../intake/values.ts';`],
    ['src/commands/unit/x.ts', `import { readFileSync } from 'node:fs';`],
    ['src/commands/unit/x.ts', `import { run } from '../../main.ts';`],
    ['src/domain/x.ts', `export const now = new Date();`],
    ['src/operations/x.ts', `export const now = Date.now();`],
    ['src/operations/x.ts', `console.log(1);`],
    ['src/store/x.ts', `export const { env } = process;`],
    ['src/commands/unit/x.ts', `export const load = (name: string) => import(name);`],
  ])('%s: %s', async (path, code) => {
    expect(await lint(path, code)).toContainEqual(expect.stringMatching(/no-restricted/u));
  });
});

it.each([
  [
    'src/domain/x.ts',
    `import { AppError } from '../errors.ts'; export { AppError }; export const day = new Date(0);`,
  ],
  ['src/commands/unit/x.ts', `import { listUnits } from '../../store/units.ts'; export { listUnits };`],
  [
    'src/operations/privacy/x.ts',
    `import { listPersonalFields } from '../../store/plain-texts.ts'; export { listPersonalFields };`,
  ],
  [
    'src/commands/desk/x.ts',
    `import { seeDesks } from '../../operations/privacy/gate.ts'; export { seeDesks };`,
  ],
  ['src/operations/kernel/x.ts', `export const trx = (db: Db) => db.transaction() as unknown as Trx;`],
  ['src/cli/x.ts', `export const open = () => import('node:readline');`],
])('what the table allows passes: %s', async (path, code) => {
  expect(await lint(path, code)).toEqual([]);
});
