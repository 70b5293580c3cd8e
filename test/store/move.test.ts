import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { dumpDatabase } from '../support/dump.ts';
import { setUpFullDatabase } from '../support/full-database.ts';
import { freshAddress, testServer } from '../support/test-server.ts';

if (testServer === undefined)
  console.log('what is of a server is skipped here, and held on one where its programs are installed');

/** A dump without what is another moment in another database, when migrations were run, and without the operations after one. */
function contentOf(path: string, until: number): string[] {
  return dumpDatabase(path)
    .split('\n')
    .filter((line) => {
      const [, id = '0'] = /^operation(?:_seal)? \{"(?:operation_)?id":(\d+)/u.exec(line) ?? [];
      return !line.includes('"timestamp"') && Number(id) <= until;
    });
}

describe('a database that is carried over', () => {
  it('is the same in another file, with its log, its numbers and its prints', async () => {
    const desk = await setUpFullDatabase();
    const database = ['--db', 'moved.db'];
    const moved = await desk.json('database', 'move', '--to', 'moved.db');
    expect(moved).toMatchObject({ findings: [] });
    const [here, there] = [
      await desk.json('database', 'info'),
      await desk.json('database', 'info', ...database),
    ];
    const { operations, head, appeals } = here as Record<string, unknown>;
    expect(there).toMatchObject({ operations, head, appeals });
    for (const [name, args] of [
      ['one.txt', []],
      ['other.txt', database],
    ] as const)
      await desk.liaison('roster', 'print', '1', '-o', name, ...args);
    expect(readFileSync(join(desk.folder, 'other.txt'))).toEqual(readFileSync(join(desk.folder, 'one.txt')));
    // What is written next has the number that it would have had.
    const log = ['appeal', 'log', '--kind', 'request', '--channel', 'hotline', '--title', '井盖'];
    expect(await desk.json(...log, ...database)).toEqual(await desk.json(...log));
    expect(await desk.json('database', 'check', ...database)).toMatchObject({ findings: [] });
  }, 60_000);

  it('is not carried over what is there, and says why where it is not as it was written', async () => {
    const desk = await setUpFullDatabase();
    await desk.json('database', 'backup', 'there.db');
    const { code, err } = await desk.liaison('database', 'move', '--to', 'there.db');
    expect([code, err]).toEqual([5, expect.stringContaining('already')]);
  });

  it.runIf(testServer !== undefined)('goes from a server into a file and back again', async () => {
    const desk = await setUpFullDatabase();
    const address = freshAddress(testServer ?? '');
    await desk.json('database', 'move', '--to', 'file.db');
    const { operations } = (await desk.json('database', 'info')) as { operations: number };
    expect(await desk.json('database', 'move', '--to', address, '--db', 'file.db')).toMatchObject({
      findings: [],
    });
    const content = contentOf(address, operations);
    expect(content.length).toBeGreaterThan(300);
    expect(content).toEqual(contentOf(desk.database, operations));
    expect(await desk.json('database', 'check', '--db', address)).toMatchObject({ findings: [] });
  });
});
