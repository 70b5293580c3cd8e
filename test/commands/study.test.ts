import { itOnFiles } from '../support/on-files.ts';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { TestDesk } from '../support/desk.ts';
import { dumpDatabase } from '../support/dump.ts';
import { dezhou, setUpDezhou } from '../support/seeds.ts';
import Sqlite from '../support/raw-database.ts';

const log = ['appeal', 'log', '--kind', 'request', '--channel', 'hotline', '--title'];
const about = (...more: string[]) => ['--matter', '路灯照明', '--decision', '更换线路', '--until', '2022-05-08', ...more]; // prettier-ignore

/** The newest operation of the log. */
async function lastOperation(desk: TestDesk): Promise<string> {
  const [last] = (await desk.json('log', 'list', '--limit', '1')) as { operation: number }[];
  return String(last?.operation);
}

describe('a study meeting', () => {
  it('is put on record with who answers for it by name, and closed', async () => {
    const desk = await setUpDezhou('units');
    await desk.json('matter', 'import', dezhou('matters.csv'));
    await desk.json(...log, '路灯不亮', '--external-number', 'W-9');
    await desk.json(...log, '路灯又不亮');
    const added = await desk.json('study', 'add', '市城管局', ...about('--appeals', 'W-9，2,2022-000001'));
    const facts = {
      number: 1,
      unit: '市城市管理局',
      unitCode: 'DZ-012',
      heir: null,
      on: '2022-04-08',
      matter: '路灯照明',
      decision: '更换线路',
      until: '2022-05-08',
      leader: { name: '何某戊', title: '局长' },
      by: 'tester',
      open: true,
      late: false,
      closedOn: null,
      result: null,
      closedBy: null,
    };
    const appeals = ['2022-000001', '2022-000002'];
    const shown = appeals.map((number) => ({ number, state: 'unassigned', outcome: null }));
    expect(added).toEqual({ ...facts, appeals: shown });
    expect(await desk.json('study', 'show', '1')).toEqual({ ...facts, appeals: shown });
    expect(await desk.json('study', 'list')).toEqual([{ ...facts, appeals }]);
    // Another who leads the unit since takes over nothing that was put on record.
    await desk.json('unit', 'set', '市城管局', '--leader', '新某', '--leader-title', '代局长');
    const closed = await desk.liaison('study', 'close', '1', '--result', '已更换', '--as', '李强');
    expect([closed.code, closed.err]).toEqual([0, '']);
    expect(await desk.json('study', 'show', '1')).toMatchObject({
      leader: { name: '何某戊', title: '局长' },
      open: false,
      closedOn: '2022-04-08',
      result: '已更换',
      closedBy: '李强',
    });
    expect((await desk.json('study', 'add', '市城管局', ...about())) as object).toMatchObject({
      number: 2,
      leader: { name: '新某', title: '代局长' },
      appeals: [],
    });
    expect((await desk.liaison('database', 'check')).code).toBe(0);
  });

  it('stands in the log, also in that of its appeals', async () => {
    const desk = await setUpDezhou('units');
    await desk.json(...log, '路灯不亮');
    await desk.json('study', 'add', '市公安局', ...about('--appeals', '2022-000001'));
    await desk.json('study', 'add', '市公安局', ...about());
    const commands = async (...args: string[]) =>
      ((await desk.json('log', 'list', ...args)) as { command: string; facts: object }[]).map(
        ({ command, facts }) => ({ command, facts }),
      );
    const facts = { study: 1, unit: 'DZ-004', on: '2022-04-08', until: '2022-05-08', appeals: ['2022-000001'] }; // prettier-ignore
    expect(await commands('--appeal', '2022-000001')).toMatchObject([
      { command: 'appeal log' },
      { command: 'study add', facts },
    ]);
    expect(await commands('--noun', 'study')).toHaveLength(2);
    const chinese = (await desk.liaison('log', 'list', '--noun', 'study', '--lang', 'zh')).out;
    expect(chinese.replaceAll(/\s/gu, '')).toContain('专题研究1，');
  });
});

describe('what cannot be put on record', () => {
  let desk: TestDesk;
  let before = '';
  beforeAll(async () => {
    desk = await setUpDezhou('units');
    await desk.json('matter', 'import', dezhou('matters.csv'));
    await desk.json(...log, '路灯不亮', '--caller', '王小明', '--phone', '19900000001');
    desk.write('a.csv', '工单编号,受理时间,渠道,诉求性质,标题\nX1,2022-03-01,热线,求助,停电\n');
    await desk.json('appeal', 'import', 'a.csv');
    await desk.json('import', 'undo', '3', '--yes');
    await desk.json('unit', 'add', '市信访局');
    await desk.json('unit', 'merge', '市体育局', '--into', '市教育局');
    await desk.json('study', 'add', '市公安局', ...about('--appeals', '2022-000001'));
    await desk.json('study', 'add', '市公安局', ...about());
    await desk.json('undo', await lastOperation(desk), '--yes');
    await desk.json('study', 'add', '市公安局', ...about());
    await desk.json('study', 'close', '3', '--result', '已更换');
    before = dumpDatabase(desk.database);
  });

  const add = (unit: string, changed: Readonly<Record<string, string>> = {}) => {
    const options = { matter: '路灯照明', decision: '更换线路', until: '2022-05-08', ...changed };
    return ['add', unit, ...Object.entries(options).flatMap(([name, value]) => [`--${name}`, value])];
  };

  it.each([
    ['a unit that is not known', add('外星人局'), 4, 'unit-not-found'],
    ['a unit that is no more', add('市体育局'), 5, 'unit-retired'],
    ['a unit without a first responsible person', add('市信访局'), 5, 'study-leader-missing'],
    ['a day before one was on record', add('市公安局', { on: '2022-04-07' }), 5, 'study-leader-missing'],
    ['a day to come', add('市公安局', { on: '2022-04-09' }), 3, 'time-in-future'],
    ['a day that is none', add('市公安局', { on: '2022-02-30' }), 2, 'option-value-invalid'],
    ['an end before the meeting', add('市公安局', { on: '2022-04-08', until: '2022-04-07' }), 3, 'study-until-early'],
    ['a matter that is misspelt', add('市公安局', { matter: '路灯照名' }), 4, 'matter-unknown'],
    ['an appeal that is not there', add('市公安局', { appeals: '2022-000001,2022-000099' }), 4, 'appeal-not-found'],
    ['an appeal whose import was undone', add('市公安局', { appeals: '2022-000002' }), 5, 'appeal-voided'],
    ['an empty number among others', add('市公安局', { appeals: '2022-000001,,' }), 2, 'option-value-missing'],
    ['a phone in the decision', add('市公安局', { decision: '致电19912345678' }), 5, 'text-personal'],
    ['the name of a caller', add('市公安局', { decision: '走访王小明', appeals: '1' }), 5, 'text-personal'],
    ['no decision', add('市公安局', { decision: ' ' }), 2, 'option-value-missing'],
    ['a decision without end', add('市公安局', { decision: '长'.repeat(100_000) }), 2, 'option-too-long'],
    ['the closing of none', ['close', '9', '--result', 'x'], 4, 'study-not-found'],
    ['the closing of one that was undone', ['close', '2', '--result', 'x'], 4, 'study-not-found'],
    ['a second closing', ['close', '3', '--result', 'x'], 5, 'study-closed-already'],
    ['a closing on a day to come', ['close', '1', '--on', '2022-04-09', '--result', 'x'], 3, 'time-in-future'],
    ['a closing before the meeting', ['close', '1', '--on', '2022-04-07', '--result', 'x'], 3, 'study-close-early'],
    ['the name of a caller in the result', ['close', '1', '--result', '已回访王小明'], 5, 'text-personal'],
    ['one that was undone, to be shown', ['show', '2'], 4, 'study-not-found'],
    ['a list of a unit that is not known', ['list', '--unit', '外星人局'], 4, 'unit-not-found'],
  ] as const)('%s', async (_what, args, code, error) => {
    const json = await desk.liaison('study', ...args, '--json');
    expect([json.code, (JSON.parse(json.err) as { error: { code: string } }).error.code]).toEqual([code, error]);
    // The desk refuses Chinese texts with words of another language in them.
    expect((await desk.liaison('study', ...args, '--lang', 'zh')).code).toBe(code);
    expect(dumpDatabase(desk.database)).toBe(before);
  }); // prettier-ignore

  it('says what to do: the matter that was meant, and how a first responsible person is set', async () => {
    const misspelt = await desk.liaison('study', ...add('市公安局', { matter: '路灯照名' }));
    expect(misspelt.err).toContain('Did you mean: 路灯照明?');
    const nobody = await desk.liaison('study', ...add('市信访局'));
    expect(nobody.err.replaceAll(/\s+/gu, ' ')).toContain(
      'liaison unit set 市信访局 --leader NAME --leader-title TITLE',
    );
  });
});

describe('study list', () => {
  let desk: TestDesk;
  beforeAll(async () => {
    desk = await setUpDezhou('units');
    const add = (unit: string, until: string) =>
      desk.json('study', 'add', unit, '--matter', '路灯', '--decision', '更换', '--until', until);
    await add('市公安局', '2022-04-08');
    await add('市体育局', '2022-04-09');
    await add('市公安局', '2022-04-10');
    await add('市公安局', '2022-04-09');
    desk.setTime('2022-04-10T04:00:00Z');
    await desk.json('study', 'close', '4', '--result', '已更换');
    await desk.json('unit', 'merge', '市体育局', '--into', '市教育局');
  });

  const numbers = async (...args: string[]) =>
    ((await desk.json('study', 'list', ...args)) as { number: number }[]).map(({ number }) => number);

  it.each([
    [[], [1, 2, 3, 4]],
    [['--open'], [1, 2, 3]],
    [['--late'], [1, 2]],
    [
      ['--open', '--late'],
      [1, 2],
    ],
    [
      ['--unit', '市公安局'],
      [1, 3, 4],
    ],
    [
      ['--unit', '市公安局', '--open'],
      [1, 3],
    ],
    [['--unit', '市公安局', '--late'], [1]],
    [['--unit', '市教育局'], [2]],
    [['--unit', '市体育局'], [2]],
    [['--unit', '市财政局'], []],
    [
      ['--limit', '2'],
      [1, 2],
    ],
  ])('%j: %j', async (args, expected) => {
    expect(await numbers(...args)).toEqual(expected);
  });

  it('names the unit that carries a decision out since the one that made it was merged', async () => {
    expect(await desk.json('study', 'show', '2')).toMatchObject({ unit: '市体育局', heir: '市教育局', late: true }); // prettier-ignore
    expect((await desk.liaison('study', 'show', '2', '--lang', 'zh')).out).toContain(
      '市体育局（已并入市教育局）',
    );
  });

  it('is written in every form, in both languages', async () => {
    const csv = (await desk.liaison('study', 'list', '--late', '--format', 'csv')).out;
    expect(csv.split('\r\n').map((line) => line.split(',').length)).toEqual([9, 9, 9, 1]);
    expect((await desk.liaison('study', 'list', '--lang', 'zh', '--format', 'md')).out).toContain(
      '| 逾期未落实 |',
    );
    await desk.liaison('study', 'list', '-o', 'studies.xlsx');
    expect(readFileSync(join(desk.folder, 'studies.xlsx')).subarray(0, 2).toString()).toBe('PK');
    const cut = await desk.liaison('study', 'list', '--limit', '1', '--lang', 'zh');
    expect(cut.out).toContain('共 4 次，列出前 1 次');
  });

  it('stands in the status: how many are open and late, the earliest and with whom', async () => {
    expect(await desk.json('status')).toMatchObject({
      studies: {
        open: 3,
        late: 2,
        next: { number: 1, unit: '市公安局', leader: { name: '金某乙' }, until: '2022-04-08' },
      },
    });
    const one = (text: string): string => text.replaceAll(/\s+/gu, '');
    expect(one((await desk.liaison('status')).out)).toContain(
      one('study decisions open 3, late 2; the earliest by 2022-04-08: 市公安局, 金某乙'),
    );
    expect(one((await desk.liaison('status', '--lang', 'zh')).out)).toContain(
      '专题研究议定事项待落实3项，其中逾期2项；最早的须于2022-04-08前落实：市公安局金某乙',
    );
  });

  it('says nothing in the status where no decision is open', async () => {
    const other = await setUpDezhou('units');
    expect(await other.json('status')).toMatchObject({ studies: { open: 0, late: 0, next: null } });
    expect((await other.liaison('status')).out).not.toContain('study');
  });
});

describe('an undo', () => {
  it('takes a study or its closing back, the last first, and neither twice', async () => {
    const desk = await setUpDezhou('units');
    const undo = (operation: string) => desk.liaison('undo', operation, '--yes');
    await desk.json('study', 'add', '市公安局', ...about());
    const add = await lastOperation(desk);
    await desk.json('study', 'close', '1', '--result', '甲');
    const close = await lastOperation(desk);
    expect((await undo(add)).err).toContain('Study 1 is closed by now.');
    expect((await undo(close)).out).toContain('Study 1 is open again.');
    const undoClose = await lastOperation(desk);
    expect(await desk.json('study', 'list', '--open')).toHaveLength(1);
    // A closing that came since stands in the way of the one before.
    await desk.json('study', 'close', '1', '--result', '乙');
    const again = await lastOperation(desk);
    expect(await undo(undoClose)).toMatchObject({ code: 5, err: expect.stringContaining('Study 1 is closed by now.') as string }); // prettier-ignore
    expect(await desk.json('study', 'show', '1')).toMatchObject({ result: '乙' });
    await undo(again);
    expect((await undo(add)).out).toContain('Study 1 is on record no longer.');
    const undoAdd = await lastOperation(desk);
    expect(await undo(undoClose)).toMatchObject({ code: 5, err: expect.stringContaining('Study 1 is undone') as string }); // prettier-ignore
    expect(await desk.json('study', 'list')).toEqual([]);
    // Its number is not given again.
    expect(await desk.json('study', 'add', '市公安局', ...about())).toMatchObject({ number: 2 });
    expect((await undo(undoAdd)).out).toContain('Study 1 is on record again.');
    expect((await undo(undoClose)).out).toContain('Study 1 is closed again.');
    expect(await desk.json('study', 'list')).toMatchObject([
      { number: 1, result: '甲' },
      { number: 2, open: true },
    ]);
    expect((await desk.liaison('database', 'check')).code).toBe(0);
  });
});

it('an import is not undone while a study is about what it took in', async () => {
  const desk = await setUpDezhou('units');
  desk.write('a.csv', '工单编号,受理时间,渠道,诉求性质,标题\nX1,2022-03-01,热线,求助,停电\n');
  await desk.json('appeal', 'import', 'a.csv');
  await desk.json('study', 'add', '市公安局', ...about('--appeals', 'X1'));
  const operation = await lastOperation(desk);
  const refused = await desk.liaison('import', 'undo', '2', '--yes');
  expect([refused.code, refused.err]).toEqual([5, expect.stringContaining('that it took in: 1.')]);
  expect((await desk.liaison('import', 'undo', '2', '--yes', '--lang', 'zh')).err).toContain(
    '第 1 号专题研究',
  );
  await desk.json('undo', operation, '--yes');
  expect((await desk.liaison('import', 'undo', '2', '--yes')).code).toBe(0);
});

describe('two jurisdictions', () => {
  it('have studies of their own', async () => {
    const desk = await setUpDezhou('units');
    await desk.json(...log, '路灯不亮');
    await desk.json('jurisdiction', 'add', '平川县', '--code', 'PC');
    await desk.json('unit', 'add', '县城管局', '--leader', '甲某', '--in', 'PC');
    await desk.json('study', 'add', '市公安局', ...about('--in', 'DZ'));
    expect((await desk.liaison('study', 'add', '县城管局', ...about())).code).toBe(2);
    expect((await desk.liaison('study', 'add', '市公安局', ...about('--in', 'PC'))).code).toBe(4);
    const far = await desk.liaison('study', 'add', '县城管局', ...about('--in', 'PC', '--appeals', '2022-000001'));
    expect(far).toMatchObject({ code: 4, err: expect.stringContaining('2022-000001') as string });
    expect(await desk.json('study', 'add', '县城管局', ...about('--in', 'PC'))).toMatchObject({ number: 1 });
    const units = async (code: string) =>
      ((await desk.json('study', 'list', '--in', code)) as { unit: string }[]).map(({ unit }) => unit);
    expect([await units('DZ'), await units('PC')]).toEqual([['市公安局'], ['县城管局']]);
    await desk.json('study', 'close', '1', '--result', 'x', '--in', 'PC');
    expect(await desk.json('status', '--in', 'PC')).toMatchObject({ studies: { open: 0 } });
    expect(await desk.json('status', '--in', 'DZ')).toMatchObject({ studies: { open: 1 } });
    const [last] = (await desk.json('log', 'list', '--limit', '1', '--in', 'PC')) as { operation: number }[];
    const elsewhere = await desk.liaison('undo', String(last?.operation), '--yes', '--in', 'DZ');
    expect(elsewhere).toMatchObject({ code: 5, err: expect.stringContaining('PC') as string });
  }); // prettier-ignore
});

describe('what is personal', () => {
  const studied = async (decision: string): Promise<TestDesk> => {
    const desk = await setUpDezhou('units');
    await desk.json(...log, '路灯不亮', '--time', '2022-03-01');
    const terms = ['--matter', '路灯照明', '--until', '2022-05-08', '--appeals', '1'];
    await desk.json('study', 'add', '市公安局', ...terms, '--decision', decision);
    await desk.json('study', 'close', '1', '--result', decision);
    await desk.json('appeal', 'correct', '2022-000001', '--caller', '司马相如');
    await desk.json('appeal', 'close', '2022-000001', '--outcome', 'withdrawn');
    return desk;
  };
  const purge = (desk: TestDesk) => {
    desk.setTime('2022-06-01T04:00:00Z');
    return desk.liaison('privacy', 'purge', '--before', '2022-05-01', '--yes');
  };

  it('goes with a purge, which leaves the study as it was', async () => {
    const desk = await studied('更换线路');
    const rows = () => dumpDatabase(desk.database, ['study', 'study_appeal', 'study_close']);
    const [before, shown] = [rows(), await desk.json('study', 'show', '1')];
    expect((await purge(desk)).code).toBe(0);
    expect([rows(), await desk.json('study', 'show', '1')]).toEqual([before, shown]);
    expect((await desk.liaison('database', 'check')).code).toBe(0);
  });

  itOnFiles(
    'is masked in a study where it came to be known later, and a purge says that it is left there',
    async () => {
      const desk = await studied('走访司马相如一家');
      for (const verb of ['list', 'show 1']) {
        const { out } = await desk.liaison('study', ...verb.split(' '), '--json');
        expect(out.match(/走访司\*\*\*/gu)).toHaveLength(2);
        expect(out).not.toContain('司马相如');
      }
      expect((await purge(desk)).code).toBe(7);
    },
  );
});

itOnFiles('a study that was altered in the file is found by the check', async () => {
  const desk = await setUpDezhou('units');
  await desk.json('study', 'add', '市公安局', ...about());
  const file = new Sqlite(desk.database);
  expect(() => file.exec(`update study set until = '2023-01-01'`)).toThrow('study is sealed: update refused');
  const refusal = file.prepare(`select sql from sqlite_schema where name = 'study_no_update'`).pluck().get();
  file.exec(`drop trigger study_no_update; update study set until = '2023-01-01'; ${String(refusal)}`);
  file.close();
  const { code, out } = await desk.liaison('database', 'check', '--json');
  expect([code, JSON.parse(out)]).toMatchObject([
    7,
    { findings: [{ code: 'rows-altered', subject: 'study' }] },
  ]);
});
