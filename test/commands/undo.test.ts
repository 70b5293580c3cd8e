import { itOnFiles } from '../support/on-files.ts';
import { beforeAll, describe, expect, it } from 'vitest';
import { dumpDatabase } from '../support/dump.ts';
import type { TestDesk } from '../support/desk.ts';
import { copyDesk, setUpDezhou } from '../support/seeds.ts';
import Sqlite from '../support/raw-database.ts';

/** What the register holds, row by row: what undoing an operation by hand must leave as it was. */
const registerTables = [
  'unit',
  'unit_name',
  'unit_leader',
  'unit_succession',
  'office',
  'desk',
  'desk_person',
  'jurisdiction',
];

let sound: TestDesk;

/** A city with its units, counts, an adopted run, desks, an appeal at 市公安局 that 市司法局 assists, a second office. */
beforeAll(async () => {
  sound = await setUpDezhou('adopted');
  await sound.json(
    'desk',
    'set',
    '市公安局',
    '--form',
    'dedicated',
    '--head',
    '甲某',
    '--phones',
    '0534-2310001',
  );
  await sound.json('desk', 'set', '市司法局', '--form', 'designated', '--liaison', '乙某');
  await sound.json('unit', 'set', '市公安局', '--leader', '丙某');
  await sound.json('office', 'set', '市公安局', '信访科');
  await sound.json('unit', 'alias', '市公安局', '警察局');
  const log = ['appeal', 'log', '--kind', 'request', '--channel', 'hotline', '--title'];
  await sound.json(...log, '路灯', '--to', '市公安局');
  await sound.json(...log, '井盖', '--to', '市司法局');
  await sound.json('appeal', 'assist', '2022-000002', '--add', '市公安局');
  await sound.json('ruling', 'add', '--matter', '供热', '--lead', '市公安局', '--basis', '三定方案');
  await sound.json(
    'study',
    'add',
    '市公安局',
    '--matter',
    '供热',
    '--decision',
    '检修',
    '--until',
    '2022-05-01',
  );
  await sound.json('scheme', 'new', '--code', 'dz-9', '--dedicated', '900+', '--attached', '40+', '--source', 's', '--from-volume-year', '2022'); // prettier-ignore
}, 60_000);

const setUpCopy = (): TestDesk => copyDesk(sound);

const dump = (desk: TestDesk): string => dumpDatabase(desk.database, registerTables);

async function lastOperation(desk: TestDesk): Promise<string> {
  const [last] = (await desk.json('log', 'list', '--limit', '1')) as { operation: number }[];
  return String(last?.operation);
}

/** What commands show of what stands beside the register. */
async function showAll(desk: TestDesk): Promise<unknown> {
  const shown: unknown[] = [];
  for (const verb of [
    'scheme list',
    'deadline list',
    'ruling list',
    'study list',
    'tier list',
    'status',
    'appeal list --all',
    'jurisdiction list',
    'desk list',
    'unit list',
  ])
    shown.push(await desk.json(...verb.split(' ')));
  return JSON.parse(JSON.stringify(shown, (key, value: unknown) => (key === 'standingSince' ? undefined : value))); // prettier-ignore
}

const isSound = async (desk: TestDesk): Promise<void> => {
  const { findings } = (await desk.json('database', 'check')) as { findings: unknown[] };
  expect(findings).toEqual([]);
};

/** One operation of each sort that can be undone. */
const acts: readonly (readonly string[])[] = [
  ['unit', 'alias', '市公安局', '110'],
  ['unit', 'alias', '市公安局', '警察局', '--remove'],
  ['unit', 'rename', '市公安局', '市公安总局', '--on', '2022-03-01', '--short-name', '公安'],
  ['unit', 'merge', '市公安局', '市司法局', '--into', '市教育局', '--on', '2022-03-01'],
  ['unit', 'split', '市公安局', '--into', '市教育局', '市司法局'],
  ['unit', 'split', '市公安局', '--into', '市公安局', '市司法局'],
  ['unit', 'retire', '市审计局', '--reason', '机构改革'],
  ['unit', 'add', '市大数据局', '--leader', '丁某'],
  ['unit', 'set', '市公安局', '--group', '政法', '--leader', '戊某', '--parent', '市司法局'],
  ['unit', 'set', '市公安局', '--clear', 'leader'],
  ['desk', 'set', '市公安局', '--form', 'attached', '--sign', '群众工作室', '--liaison', '己某', '--mobile', '13900000001'],
  ['desk', 'set', '市教育局', '--form', 'designated', '--head', '庚某'],
  ['desk', 'set', '市公安局', '--clear', 'head'],
  ['desk', 'confirm', '市公安局', '市司法局'],
  ['office', 'set', '市公安局', '法制科'],
  ['office', 'set', '市公安局', '信访科', '--withdrawn-on', '2022-03-01'],
  ['jurisdiction', 'set', '--area-code', '0535', '--issuer', '别的机关', '--recipient', '别的单位'],
  ['jurisdiction', 'set', '--time-zone', 'Asia/Tokyo', '--unit-limit', '5'],
  ['tier', 'override', '市公安局', '--tier', 'designated', '--reason', '试点', '--document-no', '1号'],
  ['scheme', 'use', 'dz-9', '--from', '2022'],
  ['deadline', 'use', 'guangdong-2022'],
  ['ruling', 'add', '--matter', '物业管理', '--lead', '市教育局', '--basis', '依据'],
  ['ruling', 'supersede', '1', '--lead', '市教育局', '--basis', '新的依据'],
  ['study', 'add', '市公安局', '--matter', '噪音扰民', '--decision', '联合检查', '--until', '2022-05-01', '--appeals', '2022-000001'],
  ['study', 'close', '1', '--result', '已检修'],
]; // prettier-ignore

describe.each(acts.map((act) => [act.join(' '), act] as const))('%s', (_name, act) => {
  it('is undone to what was before, and the undo is undone in its turn', async () => {
    const desk = setUpCopy();
    const [register, shown] = [dump(desk), await showAll(desk)];
    await desk.json(...act);
    const [changed, changedShown] = [dump(desk), await showAll(desk)];
    expect([changed, changedShown]).not.toEqual([register, shown]);
    const operation = await lastOperation(desk);
    const before = dumpDatabase(desk.database);
    await desk.json('undo', operation, '--dry-run');
    expect(dumpDatabase(desk.database)).toBe(before);
    const done = (await desk.json('undo', operation, '--yes')) as { operation: number };
    expect(withoutMarks(dump(desk))).toBe(withoutMarks(register));
    expect(await showAll(desk)).toEqual(shown);
    await isSound(desk);
    expect((await desk.liaison('undo', operation, '--yes')).code).toBe(5);
    const again = (await desk.json('undo', String(done.operation), '--yes')) as { operation: number };
    expect(dump(desk)).toBe(changed);
    expect(await showAll(desk)).toEqual(changedShown);
    await isSound(desk);
    await desk.json('undo', String(again.operation), '--yes');
    expect(await showAll(desk)).toEqual(shown);
    await isSound(desk);
  });
});

/** The rows without units that are none any more: their rows stay for what refers to them. */
function withoutMarks(rows: string): string {
  return rows
    .split('\n')
    .filter((row) => !row.includes('"undone":1'))
    .join('\n');
}

/** What came later and stands in the way: before the undo of the first act these were done. */
const blocked: readonly (readonly [act: readonly string[], later: readonly (readonly string[])[], said: RegExp])[] = [
  [['desk', 'set', '市公安局', '--head', '辛某'], [['desk', 'set', '市公安局', '--head', '壬某']], /desk set/u],
  [['desk', 'set', '市公安局', '--clear', 'head'], [['desk', 'set', '市公安局', '--head', '壬某']], /desk set/u],
  [['unit', 'retire', '市审计局', '--reason', '改革'], [['unit', 'add', '审计局', '--new']], /审计局/u],
  [['unit', 'rename', '市公安局', '市公安总局'], [['unit', 'rename', '市公安总局', '市大公安局']], /unit rename/u],
  [['unit', 'alias', '市公安局', '警察局', '--remove'], [['unit', 'alias', '市司法局', '警察局']], /警察局/u],
  [['unit', 'add', '市大数据局'], [['desk', 'set', '市大数据局', '--form', 'designated', '--head', '甲某']], /市大数据局/u],
  [['unit', 'add', '市大数据局'], [['appeal', 'transfer', '2022-000001', '--to', '市大数据局', '--reason', 'other']], /市大数据局/u],
  [['unit', 'add', '市大数据局'], [['unit', 'merge', '市审计局', '--into', '市大数据局']], /市大数据局/u],
  [['tier', 'override', '市公安局', '--tier', 'designated', '--reason', '试点', '--document-no', '1号'],
    [['tier', 'override', '市司法局', '--tier', 'attached', '--reason', '试点', '--document-no', '2号']], /3/u],
  [['tier', 'override', '市公安局', '--tier', 'designated', '--reason', '试点', '--document-no', '1号'],
    [['tier', 'adopt', '2', '--document-no', '3号', '--reason', '个案', '--allow-missing']], /2/u],
  [['ruling', 'add', '--matter', '物业管理', '--lead', '市教育局', '--basis', '依据'],
    [['ruling', 'supersede', '2', '--lead', '市司法局', '--basis', '新依据']], /3/u],
  [['ruling', 'add', '--matter', '物业管理', '--lead', '市教育局', '--basis', '依据'],
    [['appeal', 'log', '--kind', 'request', '--channel', 'hotline', '--title', '漏水', '--matter', '物业管理', '--to', '市教育局']], /2022-000003/u],
  [['study', 'add', '市公安局', '--matter', '噪音扰民', '--decision', '联合检查', '--until', '2022-05-01'],
    [['study', 'close', '2', '--result', '已检查']], /Study 2 is closed/u],
  [['unit', 'add', '市大数据局', '--leader', '甲某'],
    [['study', 'add', '市大数据局', '--matter', '噪音扰民', '--decision', '联合检查', '--until', '2022-05-01']], /studies 1/u],
  [['deadline', 'use', 'guangdong-2022'],
    [['appeal', 'log', '--kind', 'request', '--channel', 'hotline', '--title', '漏水']], /2022-000003/u],
  [['jurisdiction', 'set', '--area-code', '0535'], [['jurisdiction', 'set', '--area-code', '0536']], /jurisdiction set/u],
  [['office', 'set', '市公安局', '法制科'], [['office', 'set', '市公安局', '法制科', '--withdrawn-on', '2022-04-01']], /office set/u],
]; // prettier-ignore

it.each(blocked)('%j is not undone after %j', async (act, later, said) => {
  const desk = setUpCopy();
  await desk.json(...act);
  const operation = await lastOperation(desk);
  for (const one of later) await desk.json(...one);
  const before = dumpDatabase(desk.database);
  const { code, err } = await desk.liaison('undo', operation, '--yes');
  expect([code, err]).toEqual([5, expect.stringMatching(said)]);
  expect(dumpDatabase(desk.database)).toBe(before);
});

it('takes a desk import after it into account, and a scheme that a run was adopted by', async () => {
  const desk = setUpCopy();
  await desk.json('desk', 'set', '市公安局', '--head', '辛某');
  const operation = await lastOperation(desk);
  desk.write('d.csv', '单位名称,负责人\n市公安局,癸某\n');
  await desk.json('desk', 'import', 'd.csv');
  expect(await desk.liaison('undo', operation, '--yes')).toMatchObject({ code: 5 });
  await desk.json('scheme', 'use', 'dz-9', '--from', '2022');
  const use = await lastOperation(desk);
  desk.write('v.csv', '单位名称,年度,热线\n市公安局,2022,1200\n');
  await desk.json('volume', 'import', 'v.csv');
  const { run } = (await desk.json('tier', 'classify', '--year', '2022')) as { run: number };
  await desk.json('tier', 'adopt', String(run), '--document-no', 'x', '--allow-missing');
  const { code, err } = await desk.liaison('undo', use, '--yes');
  expect([code, err]).toEqual([5, expect.stringContaining(String(run))]);
});

describe('a merger undone', () => {
  interface Plan {
    readonly appeals: { readonly back: readonly string[]; readonly stay: readonly string[] };
  }
  const merge = ['unit', 'merge', '市公安局', '--into', '市教育局'];

  it('brings open appeals back to who led them, with what was done there, and leaves those that were worked on since', async () => {
    const desk = setUpCopy();
    const log = ['appeal', 'log', '--kind', 'request', '--channel', 'hotline', '--title', '漏水'];
    const { number } = (await desk.json(...log, '--to', '市公安局')) as { number: string };
    await desk.json('appeal', 'accept', '2022-000001');
    await desk.json(...merge);
    const operation = await lastOperation(desk);
    await desk.json('appeal', 'accept', number);
    const plan = (await desk.json('undo', operation, '--yes')) as Plan;
    expect(plan.appeals).toEqual({ back: ['2022-000001', '2022-000002'], stay: [number] });
    const first = (await desk.json('appeal', 'show', '2022-000001')) as { state: string; holder: string };
    expect([first.state, first.holder]).toEqual(['accepted', '市公安局']);
    const other = (await desk.json('appeal', 'show', number)) as { holder: string };
    expect(other.holder).toBe('市教育局');
    // The unit that had it for nothing has never had it: it may be sent there in earnest.
    await desk.json('appeal', 'transfer', '2022-000001', '--to', '市教育局', '--reason', 'wrong-unit');
    expect(
      (await desk.liaison('appeal', 'transfer', '2022-000001', '--to', '市公安局', '--reason', 'other')).code,
    ).toBe(5);
    await isSound(desk);
  });

  it('is told with its numbers before, and not done again where the unit has work by then', async () => {
    const desk = setUpCopy();
    await desk.json(...merge);
    const { operation } = (await desk.json('undo', await lastOperation(desk), '--yes')) as {
      operation: number;
    };
    await desk.json(
      'appeal',
      'log',
      '--kind',
      'request',
      '--channel',
      'hotline',
      '--title',
      '新件',
      '--to',
      '市公安局',
    );
    const { code, err } = await desk.liaison('undo', String(operation), '--yes');
    expect([code, err]).toEqual([5, expect.stringContaining('2022-000003')]);
    await isSound(desk);
  });
});

it('names what came in since by a name that is taken away, and what was printed with it', async () => {
  const desk = setUpCopy();
  await desk.json('unit', 'alias', '市司法局', '法律局');
  const operation = await lastOperation(desk);
  desk.write('v.csv', '单位名称,年度,热线\n法律局,2020,7\n');
  await desk.json('volume', 'import', 'v.csv');
  const imports = (await desk.json('import', 'list')) as { number: number }[];
  const { later } = (await desk.json('undo', operation, '--dry-run')) as {
    later: { imports: readonly number[] };
  };
  expect(later.imports).toEqual([imports.at(-1)?.number]);
});

it('asks at a terminal, in Chinese, and leaves all as it is for a no', async () => {
  const desk = setUpCopy();
  await desk.json('unit', 'rename', '市公安局', '市公安总局');
  const operation = await lastOperation(desk);
  expect((await desk.liaison('undo', operation)).code).toBe(2);
  const before = dumpDatabase(desk.database);
  const no = await desk.answer([['确认撤销', 'n']], '--lang', 'zh', 'undo', operation);
  expect(no.err).toContain('市公安总局');
  expect(no.code).toBe(130);
  expect(dumpDatabase(desk.database)).toBe(before);
  const yes = await desk.answer([['确认撤销', 'y']], '--lang', 'zh', 'undo', operation);
  expect([yes.code, yes.out]).toEqual([0, expect.stringContaining('已撤销')]);
});

itOnFiles('tells an operation of an older version as one that it cannot undo', async () => {
  const desk = setUpCopy();
  // What an older version wrote does not say how many rows it kept, and kept none.
  const [first] = (await desk.json('log', 'list', '--noun', 'desk')) as { operation: number }[];
  const number = String(first?.operation);
  const file = new Sqlite(desk.database);
  file.exec(`drop trigger operation_no_update; drop trigger operation_change_no_delete;
    update operation set summary = json_remove(summary, '$.rows') where id = ${number};
    delete from operation_change where operation_id = ${number}`);
  file.close();
  const { code, err } = await desk.liaison('undo', number, '--yes');
  expect([code, err]).toEqual([5, expect.stringContaining('older version')]);
});

it('of what it does not undo names the command that sets it right', async () => {
  const desk = setUpCopy();
  const of = async (noun: string): Promise<string> => {
    const [first] = (await desk.json('log', 'list', '--noun', noun)) as { operation: number }[];
    return (await desk.liaison('undo', String(first?.operation), '--yes')).err;
  };
  expect(await of('volume')).toContain('liaison import undo 2');
  expect(await of('appeal')).toContain('liaison appeal correct 2022-000001');
});

it('shows in the log what was changed and what was undone, with no mobile in it', async () => {
  const desk = setUpCopy();
  await desk.json('desk', 'set', '市公安局', '--liaison', '子某', '--mobile', '13912345678');
  const operation = await lastOperation(desk);
  await desk.json('undo', operation, '--yes');
  const shown = await desk.liaison('--lang', 'zh', 'log', 'show', operation);
  expect(shown.out).toContain('子某');
  expect(shown.out).not.toContain('13912345678');
  expect(shown.out).toMatch(/已由第 \d+ 号操作撤销/u);
  expect((await desk.liaison('--lang', 'zh', 'log', 'list')).out).toMatch(/已撤销（\d+）/u);
});

describe('an import of appeals', () => {
  const rows = (titles: readonly string[]): string =>
    ['工单编号,受理时间,渠道,诉求性质,标题,承办单位', ...titles.map((title, at) => `W${String(at)},2022-03-01 09:0${String(at)},热线,求助,${title},市公安局`)].join('\n'); // prettier-ignore
  const importAppeals = async (desk: TestDesk): Promise<string> => {
    desk.write('a.csv', rows(['停电', '停水', '噪音']));
    await desk.json('appeal', 'import', 'a.csv');
    const imports = (await desk.json('import', 'list')) as { number: number }[];
    return String(imports.at(-1)?.number);
  };

  it('is undone: its appeals end, count nowhere and give no number back; the right file goes in after it', async () => {
    const desk = setUpCopy();
    const shown = await showAll(desk);
    const batch = await importAppeals(desk);
    const dry = await desk.liaison('--lang', 'zh', 'import', 'undo', batch, '--dry-run');
    expect(dry.out).toContain('自此作废的诉求：3 件（2022-000003 至 2022-000005）');
    expect(await desk.json('import', 'undo', batch, '--yes')).toMatchObject({
      voided: ['2022-000003', '2022-000004', '2022-000005'],
    });
    expect(await showAll(desk)).toEqual(shown);
    await isSound(desk);
    expect(((await desk.json('appeal', 'search', '停电', '--all')) as { total: number }).total).toBe(0);
    expect((await desk.liaison('--lang', 'zh', 'appeal', 'show', '2022-000003')).out).toContain('作废');
    expect((await desk.liaison('appeal', 'accept', '2022-000003')).code).toBe(5);
    expect((await desk.liaison('appeal', 'link', '2022-000001', '--related', '2022-000003')).code).toBe(5);
    desk.write('b.csv', rows(['路灯', '停水']));
    await desk.json('appeal', 'import', 'b.csv');
    const list = (await desk.json('appeal', 'list', '--all')) as { number: string; externalNumber: string }[];
    expect(list.map(({ number, externalNumber }) => [number, externalNumber]).sort()).toEqual([
      ['2022-000001', null],
      ['2022-000002', null],
      ['2022-000006', 'W0'],
      ['2022-000007', 'W1'],
    ]);
    await isSound(desk);
  });

  it.each([
    [['appeal', 'accept', '2022-000004'], '2022-000004'],
    [['appeal', 'note', '2022-000005', '--text', 'x'], '2022-000005'],
    [['appeal', 'link', '2022-000001', '--related', '2022-000003'], '2022-000003'],
  ])('is not undone after %j', async (act, number) => {
    const desk = setUpCopy();
    const batch = await importAppeals(desk);
    await desk.json(...act);
    const before = dumpDatabase(desk.database);
    const { code, err } = await desk.liaison('import', 'undo', batch, '--yes');
    expect([code, err]).toEqual([5, expect.stringContaining(number)]);
    expect(dumpDatabase(desk.database)).toBe(before);
  });

  it('is not undone where it set right what was there before', async () => {
    const desk = setUpCopy();
    await importAppeals(desk);
    desk.write('c.csv', rows(['停电了']));
    await desk.json('appeal', 'import', 'c.csv');
    const imports = (await desk.json('import', 'list')) as { number: number }[];
    const { code, err } = await desk.liaison('import', 'undo', String(imports.at(-1)?.number), '--yes');
    expect([code, err]).toEqual([5, expect.stringContaining('appeal correct')]);
  });
});

describe('what will become of units', () => {
  const acts: readonly (readonly [readonly string[], string])[] = [
    [['unit', 'merge', '市公安局', '--into', '市教育局'], '确认如上撤销市公安局'],
    [['unit', 'split', '市公安局', '--into', '市教育局', '市司法局'], '确认如上撤销市公安局'],
    [['unit', 'retire', '市审计局', '--reason', '机构改革'], '确认如上撤销市审计局'],
    [['unit', 'rename', '市公安局', '市公安总局'], '确认市公安局自 2022-04-08 起更名为市公安总局'],
  ];

  it.each(acts)('is asked about at a terminal: %j', async (act, question) => {
    const desk = setUpCopy();
    const before = dumpDatabase(desk.database);
    expect((await desk.answer([[question, 'n']], '--lang', 'zh', ...act)).code).toBe(130);
    expect((await desk.liaison(...act, '--dry-run')).code).toBe(0);
    expect(dumpDatabase(desk.database)).toBe(before);
    expect((await desk.answer([[question, 'y']], '--lang', 'zh', ...act)).code).toBe(0);
    await isSound(desk);
  });

  it('names appeals, names, desks and rulings', async () => {
    const desk = setUpCopy();
    const { out } = await desk.liaison('--lang', 'zh', 'unit', 'merge', '市公安局', '--into', '市教育局', '--dry-run'); // prettier-ignore
    for (const said of [
      '2022-000001',
      '警察局',
      '随之终止的机构（岗位）：市公安局',
      '由其主办的裁定：第 1 号',
    ])
      expect(out).toContain(said);
  });
});
