import { describe, expect, it } from 'vitest';
import { isAppError } from '../../src/errors.ts';
import { planUndo, undoImport } from '../../src/operations/undo/undo-import.ts';
import { openStore } from '../../src/store/database.ts';
import { getJurisdiction } from '../../src/store/jurisdictions.ts';
import { dumpDatabase } from '../support/dump.ts';
import { setUpDezhou } from '../support/seeds.ts';

/** What another process does between the look and the yes, and how the undo is refused then. */
const between: readonly (readonly [what: string, command: readonly string[], code: string])[] = [
  [
    'a count of it is set by hand',
    ['volume', 'set', '市教育局', '2021', '--channel', 'hotline', '--count', '600', '--reason', '更正'],
    'conflict',
  ],
  ['a run counts on it', ['tier', 'classify', '--year', '2021'], 'conflict'],
  ['another undoes it', ['import', 'undo', '2', '--yes'], 'import-undone-already'],
];

/** Looks at the undo of import 2, has another process do something, and says yes. */
async function undoAfter(
  command: readonly string[],
): Promise<{ readonly outcome: unknown; readonly isSame: boolean }> {
  const desk = await setUpDezhou('volumes');
  const store = await openStore(desk.database);
  const jurisdiction = await getJurisdiction(store.db, undefined);
  const shown = await planUndo(store.db, jurisdiction, 2);
  await desk.json(...command);
  const now = '2022-04-08T04:00:00Z';
  const work = {
    store,
    jurisdiction,
    by: 'tester',
    now,
    clock: () => now,
    isClockRight: false,
    command: 'import undo',
  };
  const before = dumpDatabase(desk.database);
  try {
    return { outcome: await undoImport(work, { shown }), isSame: dumpDatabase(desk.database) === before };
  } catch (error) {
    return {
      outcome: isAppError(error) ? error.code : error,
      isSame: dumpDatabase(desk.database) === before,
    };
  } finally {
    await store.close();
  }
}

describe('an undo whose plan was shown', () => {
  it.each(between)('is refused where %s before the yes, and writes nothing', async (_what, command, code) => {
    expect(await undoAfter(command)).toEqual({ outcome: code, isSame: true });
  });

  it('is done where what was done in between is no matter of it', async () => {
    expect(await undoAfter(['unit', 'add', '市信访局'])).toEqual({ outcome: 3, isSame: false });
  });
});
