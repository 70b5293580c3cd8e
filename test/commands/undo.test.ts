import Sqlite from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { dumpDatabase } from '../support/dump.ts';
import { dezhou, setUpDezhou } from '../support/seeds.ts';

interface Undo {
  readonly undoes: number;
  readonly batch: number | null;
  readonly changes: readonly { unit: string; field: string; before: unknown; after: unknown }[];
  readonly kept: readonly { unit: string }[];
  readonly runs: readonly number[];
}

/** Tables that people change; what stands in them is what the city knows. */
const register = ['unit', 'unit_name', 'unit_leader', 'unit_succession', 'desk', 'desk_person'];

describe('import undo', () => {
  it('takes a wrong year off the right one', async () => {
    const desk = await setUpDezhou('volumes');
    const right = await desk.json('volume', 'list', '--year', '2021');
    desk.write('v.csv', '单位,年度,热线\n市公安局,2021,7\n市教育局,2021,9\n市档案馆,2020,3\n');
    await desk.json('volume', 'import', 'v.csv', '--add-units', '--yes');
    expect(await desk.json('volume', 'list', '--year', '2021')).not.toEqual(right);
    const dry = (await desk.json('import', 'undo', '3', '--dry-run')) as Undo;
    expect(dry).toMatchObject({ undoes: 3, batch: null });
    const done = (await desk.json('import', 'undo', '3', '--yes')) as Undo;
    expect(done).toEqual({ ...dry, batch: 4, dryRun: false });
    expect(done.changes).toContainEqual({
      unit: 'DZ-003 市教育局',
      field: 'count.2021.hotline',
      before: 9,
      after: 613,
    });
    expect(await desk.json('volume', 'list', '--year', '2021')).toEqual(right);
    expect((await desk.liaison('unit', 'show', '市档案馆')).code).toBe(4);
    expect((await desk.liaison('import', 'undo', '3', '--yes')).err).toContain('undone before, by batch 4');
    expect((await desk.liaison('import', 'undo', '4', '--yes')).err).toContain('is an undo itself');
  });

  it('asks first, in words', async () => {
    const desk = await setUpDezhou('volumes');
    const { code, err } = await desk.liaison('import', 'undo', '2');
    expect(code).toBe(2);
    expect(err).toContain('Put these changes back: 68?');
    const { out } = await desk.liaison('import', 'undo', '2', '--dry-run');
    expect(out).toContain('Dry run: nothing was written.');
    expect(out).toContain('—');
  });

  it('gives back the name of a unit that an import renamed', async () => {
    const desk = await setUpDezhou('units');
    const before = dumpDatabase(desk.database, register);
    desk.write('u.csv', '单位编码,单位名称,第一责任人\nDZ-004,市公安局（新）,周某甲\n,市档案馆,钱某甲\n');
    await desk.json('unit', 'import', 'u.csv');
    const done = (await desk.json('import', 'undo', '2', '--yes')) as Undo;
    expect(done.changes).toMatchObject([
      { unit: 'DZ-004 市公安局（新）', field: 'name', before: '市公安局（新）', after: '市公安局' },
      { unit: 'DZ-035 市档案馆', field: 'unit', before: '市档案馆', after: null },
      { unit: 'DZ-004 市公安局（新）', field: 'leader', before: '周某甲' },
      { unit: 'DZ-004 市公安局（新）', field: 'leaderTitle', before: null },
    ]);
    const rowsOf = (dump: string): string[] =>
      dump.split('\n').filter((line) => !line.includes('"undone":1'));
    expect(rowsOf(dumpDatabase(desk.database, register))).toEqual(rowsOf(before));
    // The code and the name are free again.
    expect(await desk.json('unit', 'import', 'u.csv')).toMatchObject({ counts: { added: 1, changed: 1 } });
    expect(await desk.json('unit', 'show', '市档案馆')).toMatchObject({ code: 'DZ-035' });
  });

  it('leaves an adopted run as it is and points it out', async () => {
    const desk = await setUpDezhou('adopted');
    type Run = { units: { changedSince: boolean }[] };
    const list = async () => (await desk.json('tier', 'list', '--run', '1')) as Run;
    const before = await list();
    const done = (await desk.json('import', 'undo', '2', '--yes')) as Undo;
    expect(done.runs).toEqual([1]);
    const after = await list();
    expect(after.units.every((unit) => unit.changedSince)).toBe(true);
    expect({ ...after, units: after.units.map((unit) => ({ ...unit, changedSince: false })) }).toEqual(
      before,
    );
    expect(await desk.json('tier', 'explain', '市教育局')).toMatchObject({ volume: 910, tier: 'attached' });
    expect((await desk.liaison('tier', 'classify', '--year', '2021')).code).toBe(4);
  });

  it('keeps a count that was set by hand since', async () => {
    const desk = await setUpDezhou('volumes');
    await desk.json(
      'volume',
      'set',
      '市教育局',
      '2021',
      '--channel',
      'hotline',
      '--count',
      '600',
      '--reason',
      'x',
    );
    const done = (await desk.json('import', 'undo', '2', '--yes')) as Undo;
    expect(done.kept).toMatchObject([{ unit: 'DZ-003 市教育局', before: 613, after: 600 }]);
    expect(await desk.json('volume', 'list', '--year', '2021')).toMatchObject([
      { name: '市教育局', counts: { hotline: 600 } },
    ]);
  });

  it('refuses what later work depends on, and names it', async () => {
    const desk = await setUpDezhou('published');
    const blocked = await desk.liaison('import', 'undo', '1', '--yes', '--json');
    expect(blocked.code).toBe(5);
    expect(blocked.err).toContain(
      'DZ-004 市公安局 is in use; later work on it: counts 2, desks 1, offices 5, roster entries 1.',
    );
    desk.write('v.csv', '单位,年度,热线\n市公安局,2021,7\n');
    await desk.json('volume', 'import', 'v.csv', '--yes');
    const later = await desk.liaison('import', 'undo', '2', '--yes');
    expect(later.err).toContain('Import 5 built upon it.');
    await desk.json('import', 'undo', '5', '--yes');
    expect(await desk.json('import', 'undo', '2', '--yes')).toMatchObject({ undoes: 2, batch: 7 });
    desk.write('u.csv', '单位编码,单位名称\nDZ-004,市公安总局\n');
    await desk.json('unit', 'import', 'u.csv');
    desk.write('u.csv', '单位编码,单位名称\nDZ-004,市公安大局\n');
    await desk.json('unit', 'import', 'u.csv');
    expect((await desk.liaison('import', 'undo', '8', '--yes')).err).toContain('Import 9 built upon it.');
  });

  it('keeps a unit that others have been put under since, and puts a parent before back', async () => {
    const desk = await setUpDezhou('units');
    desk.write('u.csv', '单位名称,上级单位\n市档案馆,市委宣传部\n市公共交通有限公司,市交通运输局\n');
    await desk.json('unit', 'import', 'u.csv');
    await desk.json('unit', 'set', '市供热有限公司', '--parent', '市档案馆');
    expect((await desk.liaison('import', 'undo', '2', '--yes')).err).toContain('subordinate units 1');
    await desk.json('unit', 'set', '市供热有限公司', '--parent', '市住建局');
    const done = (await desk.json('import', 'undo', '2', '--yes')) as Undo;
    expect(done.changes).toContainEqual({
      unit: 'DZ-033 市公共交通有限公司',
      field: 'parent',
      before: 'DZ-013 市交通运输局',
      after: null,
    });
  });

  it('puts the desks and the people before back in place', async () => {
    const desk = await setUpDezhou('desks');
    const before = dumpDatabase(desk.database, register);
    const shown = await desk.json('desk', 'show', '市公安局');
    desk.write('d.csv', '单位,电话,联络员\n市公安局,0534-2100999,吴某甲\n');
    expect(await desk.json('desk', 'import', 'd.csv')).toMatchObject({ counts: { changed: 1 } });
    expect(await desk.json('import', 'show', '4')).toMatchObject({
      kind: 'desks',
      file: 'd.csv',
      undoneBy: null,
    });
    const done = (await desk.json('import', 'undo', '4', '--yes')) as Undo;
    expect(done.changes.map((one) => one.field).sort()).toContain('desk.phones');
    expect(await desk.json('desk', 'show', '市公安局')).toEqual(shown);
    expect(dumpDatabase(desk.database, register)).toBe(before);
    expect(await desk.json('import', 'list')).toMatchObject([
      {},
      {},
      {},
      { undoneBy: 5 },
      { undoes: 4, kind: 'undo' },
    ]);
  });

  it('is refused for an import of an older version, which kept no record of what it changed', async () => {
    const desk = await setUpDezhou('volumes');
    const file = new Sqlite(desk.database);
    file.exec('drop trigger batch_change_no_delete; delete from batch_change');
    file.close();
    await desk.json('import', 'undo', '2', '--yes');
    const { code, err } = await desk.liaison('import', 'undo', '1', '--yes');
    expect([code, err]).toEqual([5, expect.stringContaining('made by an older version')]);
  });

  it('says that a hand changed what it would put back', async () => {
    const desk = await setUpDezhou('desks');
    await desk.json('desk', 'set', '市公安局', '--duties', '另行规定');
    expect((await desk.liaison('import', 'undo', '3', '--yes')).err).toContain(
      'DZ-004 市公安局 was changed by hand since.',
    );
  });
});

describe('import show', () => {
  it('says file, digest, encoding, rows, who, when and every change', async () => {
    const desk = await setUpDezhou('volumes', { lang: 'zh' });
    const { out } = await desk.liaison('import', 'show', '2');
    expect(out).toContain('volumes-2021.csv');
    expect(out).toMatch(/[0-9a-f]{64}/u);
    expect(out).toContain('gb18030');
    expect(out).toContain('DZ-003 市教育局');
    expect(out).toContain('2021 热线');
    const { err, code } = await desk.liaison('import', 'show', '9');
    expect([code, err]).toEqual([4, expect.stringContaining('没有第 9 批导入')]);
  });

  it('still shows what an undone import had changed', async () => {
    const desk = await setUpDezhou('units');
    await desk.json('import', 'undo', '1', '--yes');
    const shown = (await desk.json('import', 'show', '1')) as { changes: unknown[]; undoneBy: number };
    expect(shown.undoneBy).toBe(2);
    expect(shown.changes).toContainEqual({
      unit: 'DZ-004 市公安局',
      field: 'unit',
      before: null,
      after: '市公安局',
    });
    expect(await desk.json('unit', 'import', dezhou('units.csv'))).toMatchObject({ counts: { added: 34 } });
  });
});
