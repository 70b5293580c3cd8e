import { execFileSync, spawnSync } from 'node:child_process';
import { beforeAll, describe, expect, it } from 'vitest';
import { addEditionTitles, setUpFullDatabase } from '../support/full-database.ts';
import Sqlite from '../support/raw-database.ts';

/** Every table whose rows never change, with a column to try it on. */
const sealed: readonly (readonly [table: string, column: string])[] = [
  ['operation', 'summary'],
  ['batch', 'file'],
  ['batch_change', 'after'],
  ['batch_undo', 'undo_batch_id'],
  ['volume', 'count'],
  ['scheme', 'source'],
  ['scheme_use', 'scheme_code'],
  ['run', 'digest'],
  ['run_unit', 'tier'],
  ['run_adoption', 'document_no'],
  ['edition', 'document_no'],
  ['edition_entry', 'content'],
  ['edition_title', 'jurisdiction_name'],
  ['roster_template', 'content'],
  ['form_sent', 'on'],
  ['privacy_log', 'subject'],
  ['appeal_event', 'by'],
  ['ruling', 'basis'],
  ['bulletin', 'content'],
  ['study', 'decision'],
  ['study_appeal', 'appeal_id'],
  ['study_close', 'result'],
  ['matter', 'name'],
  ['calendar_day', 'day'],
  ['deadline_rules', 'content'],
  ['deadline_use', 'from_day'],
  ['privacy_log_appeal', 'appeal_id'],
  ['purge', 'before_day'],
  ['purged_appeal', 'until_seq'],
  ['operation_seal', 'digest'],
  ['operation_change', 'after'],
  ['operation_mark', 'undone'],
];

const hasShell = spawnSync('sqlite3', ['--version']).status === 0;
if (!hasShell)
  console.log('skipped with the sqlite3 shell, which is not installed; tried with the library alone');

let database = '';
beforeAll(async () => {
  const desk = await setUpFullDatabase();
  database = desk.database;
  addEditionTitles(database);
});

/** Tries a statement on the file from outside the tool; gives what the engine says. */
function attempt(statement: string): string {
  if (hasShell) {
    try {
      execFileSync('sqlite3', [database, statement], { encoding: 'utf8', stdio: 'pipe' });
      return 'done';
    } catch (error) {
      return String(error);
    }
  }
  const file = new Sqlite(database);
  try {
    file.exec(statement);
    return 'done';
  } catch (error) {
    return String(error);
  } finally {
    file.close();
  }
}

describe('sealed tables', () => {
  it.each(sealed)('%s has rows, and refuses UPDATE and DELETE', (table, column) => {
    const file = new Sqlite(database, { readonly: true });
    expect(Number(file.prepare(`select count(*) from ${table}`).pluck().get())).toBeGreaterThan(0);
    file.close();
    expect(attempt(`update ${table} set "${column}" = "${column}"`)).toContain('is sealed: update refused');
    expect(attempt(`delete from ${table}`)).toContain('is sealed: delete refused');
  });

  it.each([
    [
      'run_unit',
      `insert into run_unit select null, run_id, 1, 'X', 'X', 'department', null, 99, null, '{}', '[]', 1, 'attached', 0, null, null, null, null from run_unit limit 1`,
    ],
    [
      'edition_entry',
      `insert into edition_entry select null, edition_id, 99, unit_id, content from edition_entry limit 1`,
    ],
    ['study_appeal', `insert into study_appeal select null, study_id, 3 from study_appeal limit 1`],
  ])('%s takes no row more', (table, statement) => {
    expect(attempt(statement)).toContain(`${table} is sealed: insert refused`);
  });

  it('lets personal texts be deleted but never changed', () => {
    expect(attempt(`update personal_text set text = 'x'`)).toContain('update refused');
    expect(attempt('delete from personal_text')).toBe('done');
  });

  it('are all tables that a trigger seals', () => {
    const file = new Sqlite(database, { readonly: true });
    const triggers = file
      .prepare(`select tbl_name from sqlite_schema where type = 'trigger' and name like '%_no_delete'`)
      .pluck()
      .all();
    file.close();
    expect((triggers as string[]).sort()).toEqual(sealed.map(([table]) => table).sort());
  });
});

describe('the log of operations', () => {
  it('chains every write to the one before', () => {
    const file = new Sqlite(database, { readonly: true });
    const rows = file.prepare('select * from operation order by id').all() as {
      id: number;
      command: string;
      previous_hash: string;
      hash: string;
    }[];
    file.close();
    expect(rows.map((row) => row.command)).toEqual([
      'init', 'unit import', 'volume import', 'tier classify', 'tier adopt', 'desk import', 'office import', 'roster publish', 'appeal log', 'appeal rule', 'desk import', 'import undo', 'roster print', 'roster template import', 'desk form', 'matter import', 'calendar import', 'deadline import', 'deadline use', 'appeal show', 'appeal log', 'appeal close', 'privacy purge',
      'appeal log',
      'appeal transfer',
      'desk set',
      'roster publish',
      'unit merge',
      'unit alias',
      'undo',
      'study add',
      'study close',
      'report bulletin publish',
    ]); // prettier-ignore
    rows.forEach((row, at) => {
      expect(row.previous_hash).toBe(rows[at - 1]?.hash ?? '');
      expect(row.hash).toMatch(/^[0-9a-f]{64}$/u);
    });
  });
});
