import { itOnFiles } from '../support/on-files.ts';
import { readFileSync } from 'node:fs';
import * as xlsx from '@e965/xlsx';
import { beforeAll, describe, expect, it } from 'vitest';
import type { TestDesk } from '../support/desk.ts';
import { setUpDezhou } from '../support/seeds.ts';
import { countYear, yearFile } from '../support/year.ts';
import { appealsCsv, encodeGbk, handoversCsv } from '../../fixtures/year/make.ts';
import Sqlite from '../support/raw-database.ts';

const headers =
  '工单编号,受理时间,渠道,诉求性质,标题,内容,诉求人,联系电话,承办单位,协办单位,派单时间,签收时间,截止时间,答复时间,答复内容,办结时间,办结类型,办理方式,退回次数,重办次数,回访时间,是否接通,是否解决,满意度(对结果),满意度(对服务),不满意原因,状态';

type Cells = Readonly<Record<string, string>>;

/** A row with the cells that are named; all others are empty. */
function row(cells: Cells): string {
  const usual: Readonly<Record<string, string>> = {
    受理时间: '2022-03-01 09:00',
    渠道: '热线',
    诉求性质: '投诉',
    标题: '路灯不亮',
  };
  return headers
    .split(',')
    .map((header) => cells[header] ?? usual[header] ?? '')
    .join();
}

async function setUp(
  rows: readonly Readonly<Record<string, string>>[],
  name = 'march.csv',
): Promise<TestDesk> {
  const desk = await setUpDezhou('units');
  desk.write(name, [headers, ...rows.map(row), ''].join('\n'));
  return desk;
}

interface Plan {
  readonly batch: number | null;
  readonly counts: Readonly<Record<string, number>>;
  readonly unchanged: number;
  readonly continued: readonly { number: string; events: readonly { action: string; at: string }[] }[];
  readonly differences: readonly { number: string; field: string; before: string; after: string }[];
}

const load = (desk: TestDesk, file: string, ...more: string[]): Promise<Plan> =>
  desk.json('appeal', 'import', file, ...more) as Promise<Plan>;

interface Shown {
  readonly state: string;
  readonly outcome: string | null;
  readonly holder: string | null;
  readonly reworks: number;
  readonly assists: readonly string[];
  readonly allowed: readonly string[];
  readonly events: readonly {
    action: string;
    at: string;
    source?: { row: number; undated?: boolean };
    import?: { number: number; file: string; tab: string | null };
    told?: Record<string, unknown>;
    callback?: Record<string, unknown>;
    texts: Record<string, string>;
  }[];
}

const show = (desk: TestDesk, number: string): Promise<Shown> =>
  desk.json('appeal', 'show', number) as Promise<Shown>;

const whole = {
  工单编号: 'A1',
  诉求人: '张小丰',
  联系电话: '19912345678',
  承办单位: '市城市管理局',
  协办单位: '市公安局、市教育局',
  派单时间: '2022-03-01 09:10',
  签收时间: '2022-03-01 10:00',
  截止时间: '2022-03-08',
  答复时间: '2022-03-04 16:00',
  答复内容: '张小丰您好，路灯已修好',
  办结时间: '2022-03-05 09:00',
  退回次数: '1',
  重办次数: '0',
  回访时间: '2022-03-06 10:00',
  是否接通: '是',
  是否解决: '是',
  '满意度(对结果)': '基本满意',
  '满意度(对服务)': '不满意',
  不满意原因: '张小丰说等得太久',
  状态: '已办结',
};

describe('the whole row of another system', () => {
  it('becomes a history, each event at its time and with its file and row', async () => {
    const desk = await setUp([whole]);
    expect((await load(desk, 'march.csv')).counts).toMatchObject({ added: 1, changed: 0 });
    const shown = await show(desk, 'A1');
    expect(shown).toMatchObject({
      ...{ state: 'closed', outcome: 'solved', holder: '市城市管理局' },
      assists: ['DZ-004', 'DZ-003'],
    });
    expect(shown.events.map(({ action, at }) => `${action} ${at}`)).toEqual([
      'log 2022-03-01T01:00:00Z',
      'transfer 2022-03-01T01:10:00Z',
      'assist 2022-03-01T01:10:00Z',
      'accept 2022-03-01T02:00:00Z',
      'reply 2022-03-04T08:00:00Z',
      'close 2022-03-05T01:00:00Z',
      'callback 2022-03-06T02:00:00Z',
      'told 2022-03-06T02:00:00Z',
    ]);
    for (const event of shown.events)
      expect(event).toMatchObject({
        source: { row: 2 },
        import: { number: 2, file: 'march.csv', tab: null },
      });
    expect(shown.events[6]?.callback).toEqual({
      ...{ reached: true, solved: true },
      ...{ satisfiedWithResult: 'basically-satisfied', satisfiedWithService: 'dissatisfied' },
    });
    expect(shown.events[7]?.told).toEqual({ dueAt: '2022-03-08T15:59:59Z', returned: 1, redone: 0 });
    expect(await desk.json('database', 'check')).toMatchObject({ findings: [] });
    // The same file once more changes nothing.
    expect(await load(desk, 'march.csv')).toMatchObject({ batch: null, unchanged: 1, differences: [] });
  });

  itOnFiles('is masked and found in replies and reasons, and purged with them', async () => {
    const desk = await setUp([whole]);
    await load(desk, 'march.csv');
    const { events } = await show(desk, 'A1');
    expect(events[4]?.texts).toEqual({ reply: '张**您好，路灯已修好' });
    expect(events[6]?.texts).toEqual({ text: '张**说等得太久' });
    for (const word of ['已修好', '等得太久'])
      expect(await desk.json('appeal', 'search', word)).toMatchObject({ total: 1 });
    expect(await desk.json('appeal', 'search', '小丰说')).toMatchObject({ total: 0 });
    await desk.json('privacy', 'purge', '--before', '2022-04-01', '--yes');
    expect((await show(desk, 'A1')).events.every(({ texts }) => Object.keys(texts).length === 0)).toBe(true);
    const bytes = readFileSync(desk.database);
    for (const text of ['路灯已修好', '等得太久']) expect(bytes.includes(text)).toBe(false);
    // Nothing personal comes in again.
    expect(await load(desk, 'march.csv')).toMatchObject({ batch: null });
    expect(await desk.json('database', 'check')).toMatchObject({ findings: [] });
  });

  it('stands where its status says, where it has no times', async () => {
    const desk = await setUp([
      { 工单编号: 'B1', 承办单位: '市水利局', 状态: '办理中' },
      { 工单编号: 'B2', 承办单位: '市水利局', 答复内容: '已回复', 状态: '待回访' },
      { 工单编号: 'B3', 承办单位: '市水利局', 状态: '已归档' },
      { 工单编号: 'B4', 答复内容: '请登录网站', 答复时间: '2022-03-01 09:05' },
      { 工单编号: 'B5', 办理方式: '直接答复' },
      { 工单编号: 'B6', 承办单位: '市水利局', 办结类型: '撤诉' },
      { 工单编号: 'B7', 承办单位: '市水利局', 状态: '待派单' },
      { 工单编号: 'B8', 承办单位: '市水利局', 重办次数: '3', 状态: '办理中' },
    ]);
    await load(desk, 'march.csv');
    const stands = async (number: string): Promise<unknown[]> => {
      const { state, outcome, holder, reworks } = await show(desk, number);
      return [state, outcome, holder, reworks];
    };
    const shown = await Promise.all(Array.from({ length: 8 }, (_, at) => stands(`B${String(at + 1)}`)));
    expect(shown).toEqual([
      ['accepted', null, '市水利局', 0],
      ['replied', null, '市水利局', 0],
      ['closed', null, '市水利局', 0],
      ['closed', 'answered', null, 0],
      ['closed', 'answered', null, 0],
      ['closed', 'withdrawn', '市水利局', 0],
      ['unassigned', null, null, 0],
      ['accepted', null, '市水利局', 3],
    ]);
    const { events } = await show(desk, 'B2');
    expect(events.map(({ action, source }) => [action, source?.undated])).toEqual([
      ['log', undefined],
      ['transfer', true],
      ['reply', true],
    ]);
    expect(await desk.json('database', 'check')).toMatchObject({ findings: [] });
    expect(await load(desk, 'march.csv')).toMatchObject({ batch: null, unchanged: 8, differences: [] });
  });

  it.each([
    [{ 承办单位: '市水利局', 签收时间: '2022-03-01 08:59' }, 'times-not-in-order', '2:12'],
    [
      { 承办单位: '市水利局', 签收时间: '2022-03-02', 答复时间: '2022-03-01 23:59' },
      'times-not-in-order',
      '2:14',
    ],
    [{ 承办单位: '市水利局', 答复时间: '2022-03-03', 办结时间: '2022-03-02' }, 'times-not-in-order', '2:16'],
    [{ 承办单位: '市水利局', 办结时间: '2023-03-02' }, 'times-not-in-order', '2:16'],
    [{ 承办单位: '市水利局', 派单时间: '2022-03-03', 回访时间: '2022-03-02' }, 'times-not-in-order', '2:21'],
    [{ 签收时间: '2022-03-02' }, 'life-without-unit', '2:9'],
    [{ 承办单位: '市水利局', 办结时间: '2022-03-02', 状态: '办理中' }, 'status-behind-times', '2:27'],
    [{ 承办单位: '市水利局', 协办单位: '市水务局局' }, 'unit-unknown', '2:10'],
    [{ 承办单位: '市水利局', '满意度(对结果)': '凑合' }, 'value-not-allowed', '2:24'],
  ])('%j is refused as %s', async (cells, code, place) => {
    const desk = await setUp([{ 工单编号: 'C1', ...cells }]);
    const { code: exit, err } = await desk.liaison('appeal', 'import', 'march.csv', '--json');
    const { error } = JSON.parse(err) as {
      error: { problems: { code: string; row: number; column: number }[] };
    };
    expect(exit).toBe(3);
    const found = error.problems.map((one) => [one.code, `${String(one.row)}:${String(one.column)}`]);
    expect(found).toEqual([[code, place]]);
  });

  it('is that of a unit which ended since, where it was over before', async () => {
    const desk = await setUp([
      { 工单编号: 'D1', 承办单位: '市水利局', 办结时间: '2022-03-02 09:00' },
      { 工单编号: 'D2', 承办单位: '市水利局', 办结时间: '2022-03-20 09:00' },
      { 工单编号: 'D3', 承办单位: '市水利局' },
    ]);
    await desk.json('unit', 'retire', '市水利局', '--reason', '机构改革', '--on', '2022-03-15', '--yes');
    const { err } = await desk.liaison('appeal', 'import', 'march.csv', '--json');
    const { error } = JSON.parse(err) as { error: { problems: { code: string; row: number }[] } };
    expect(error.problems.map((one) => `${one.code} ${String(one.row)}`)).toEqual([
      'unit-ended 3',
      'unit-ended 4',
    ]);
    await load(desk, 'march.csv', '--skip-bad', 'bad.csv');
    expect(await show(desk, 'D1')).toMatchObject({ state: 'closed', holder: '市水利局' });
    expect(await desk.json('database', 'check')).toMatchObject({ findings: [] });
  });

  itOnFiles('is found where a byte of it was changed', async () => {
    const desk = await setUp([whole]);
    await load(desk, 'march.csv');
    const database = new Sqlite(desk.database);
    database.pragma('ignore_check_constraints = 1');
    for (const { name } of database
      .prepare("select name from sqlite_master where type = 'trigger'")
      .all() as { name: string }[])
      database.exec(`drop trigger "${name}"`);
    database.exec(
      `update appeal_event set data = replace(data, '"row":2', '"row":3') where action = 'reply'`,
    );
    database.close();
    const { findings } = JSON.parse((await desk.liaison('database', 'check', '--json')).out) as {
      findings: { code: string }[];
    };
    expect(findings.map(({ code }) => code)).toContain('event-altered');
  });
});

describe('a later export of the same appeals', () => {
  const march: readonly Cells[] = [
    { 工单编号: 'A1', 承办单位: '市水利局', 派单时间: '2022-03-01 09:10', 签收时间: '2022-03-01 10:00', 状态: '办理中' },
    { 工单编号: 'A2', 状态: '待派单' },
    { ...whole, 工单编号: 'A3', 回访时间: '', 是否接通: '', 是否解决: '', '满意度(对结果)': '', '满意度(对服务)': '', 不满意原因: '' },
  ]; // prettier-ignore
  const [first = {}, second = {}, third = {}] = march;
  const april: readonly Cells[] = [
    { ...first, 答复时间: '2022-03-07 09:00', 答复内容: '已修好', 办结时间: '2022-03-08 09:00', 状态: '已办结' },
    { ...second, 承办单位: '市公安局', 派单时间: '2022-03-02 09:00', 状态: '待签收' },
    { ...third, 签收时间: '2022-03-01 11:00', 回访时间: '2022-03-06 10:00', 是否接通: '是', '满意度(对结果)': '满意' },
    { 工单编号: 'A4', 承办单位: '市教育局' },
  ]; // prettier-ignore

  it('continues them, adds nothing twice, and tells what contradicts', async () => {
    const desk = await setUp(march);
    await load(desk, 'march.csv');
    desk.write('april.csv', [headers, ...april.map(row), ''].join('\n'));
    const plan = await load(desk, 'april.csv', '--dry-run');
    expect(plan.counts).toEqual({ added: 1, changed: 0, continued: 3 });
    expect(plan.continued.map(({ events }) => events.map(({ action }) => action))).toEqual([
      ['reply', 'close'],
      ['transfer'],
      ['callback'],
    ]);
    expect(plan.differences).toEqual([
      {
        ...{ number: '2022-000003', field: 'acceptedAt', isCorrected: false },
        ...{ before: '2022-03-01 10:00', after: '2022-03-01 11:00' },
      },
    ]);
    await load(desk, 'april.csv');
    expect(await show(desk, 'A1')).toMatchObject({ state: 'closed' });
    expect(await show(desk, 'A2')).toMatchObject({ state: 'sent', holder: '市公安局' });
    expect(await load(desk, 'april.csv')).toMatchObject({ batch: null, unchanged: 3 });
    expect(await load(desk, 'march.csv')).toMatchObject({ batch: null, counts: { added: 0 } });
    expect(await desk.json('database', 'check')).toMatchObject({ findings: [] });
  });

  it('is undone batch by batch', async () => {
    const desk = await setUp(march);
    await load(desk, 'march.csv');
    const stands = async (): Promise<unknown> => {
      const numbers = ['A1', 'A2', 'A3'];
      return Promise.all(numbers.map(async (number) => ({ ...(await show(desk, number)), clocks: null })));
    };
    const before = await stands();
    desk.write('april.csv', [headers, ...april.map(row), ''].join('\n'));
    await load(desk, 'april.csv');
    const { code, err } = await desk.liaison('import', 'undo', '2', '--yes');
    expect(code).toBe(5);
    expect(err).toContain('2022-000001');
    expect(await desk.json('import', 'undo', '3', '--yes')).toMatchObject({
      voided: ['2022-000004'],
      takenBack: ['2022-000001', '2022-000002', '2022-000003'],
    });
    expect(await stands()).toEqual(before);
    expect(await desk.json('database', 'check')).toMatchObject({ findings: [] });
    // What was taken back can come in again, and be taken back again.
    expect((await load(desk, 'april.csv')).counts).toEqual({ added: 1, changed: 0, continued: 3 });
    expect(await desk.json('database', 'check')).toMatchObject({ findings: [] });
    await desk.json('import', 'undo', '5', '--yes');
    await desk.json('import', 'undo', '2', '--yes');
    expect(await desk.json('appeal', 'list', '--all')).toEqual([]);
    expect(await desk.json('database', 'check')).toMatchObject({ findings: [] });
  });

  it('says what a call-back told since, and which appeals are done again', async () => {
    const desk = await setUp([{ ...whole, 重办次数: '' }]);
    await load(desk, 'march.csv');
    desk.write('more.csv', [
      headers,
      row({ ...whole, 重办次数: '1', 签收时间: '2022-03-10 09:00', 答复时间: '2022-03-11 09:00', 答复内容: '再次修好', 办结时间: '2022-03-12 09:00' }),
      '',
    ].join('\n')); // prettier-ignore
    const plan = await load(desk, 'more.csv');
    expect(plan.continued.map(({ events }) => events.map(({ action }) => action))).toEqual([
      ['reopen', 'reply', 'close', 'told'],
    ]);
    expect(await show(desk, 'A1')).toMatchObject({ state: 'closed', reworks: 1 });
    expect(await desk.json('database', 'check')).toMatchObject({ findings: [] });
  });

  it('leaves alone what was recorded here, and says where it differs', async () => {
    const desk = await setUp(march);
    await load(desk, 'march.csv');
    await desk.json('appeal', 'reply', 'A1', '--text', '我们修的', '--time', '2022-03-06 09:00');
    await desk.json('appeal', 'note', 'A3', '--text', '看过');
    desk.write('april.csv', [headers, ...april.map(row), ''].join('\n'));
    const before = await show(desk, 'A1');
    const plan = await load(desk, 'april.csv');
    expect(plan.continued.map(({ number }) => number)).toEqual(['2022-000002', '2022-000003']);
    expect(plan.differences.filter(({ number }) => number === '2022-000001')).toEqual([
      {
        ...{ number: '2022-000001', field: 'repliedAt', isCorrected: false },
        ...{ before: '2022-03-06 09:00', after: '2022-03-07 09:00' },
      },
      {
        ...{ number: '2022-000001', field: 'closedAt', isCorrected: false },
        ...{ before: '', after: '2022-03-08 09:00' },
      },
    ]);
    expect({ ...(await show(desk, 'A1')), clocks: null }).toEqual({ ...before, clocks: null });
    expect(await desk.json('database', 'check')).toMatchObject({ findings: [] });
  });
});

describe('the year of a city', () => {
  it('is what its script makes', () => {
    const [appeals, log] = ['appeals-2021.csv', 'handovers-2021.csv'].map((name) =>
      readFileSync(yearFile(name)),
    );
    expect(Buffer.compare(Buffer.from(encodeGbk(appealsCsv)), appeals ?? Buffer.of())).toBe(0);
    expect(`\uFEFF${handoversCsv}`).toBe(log?.toString());
  });

  const counted = countYear();
  const desks = new Map<string, TestDesk>();
  beforeAll(async () => {
    const desk = await setUpDezhou('units');
    await desk.json('appeal', 'import', yearFile('appeals-2021.csv'));
    desks.set('CSV in GBK', desk);
    const other = await setUpDezhou('units');
    const cells = appealsCsv
      .split('\r\n')
      .slice(0, -1)
      .map((line) => line.split(','));
    const isTime = /^\d{4}-\d\d-\d\d \d\d:\d\d$/u;
    const sheet = xlsx.utils.aoa_to_sheet(
      cells.map((line) =>
        line.map((cell) =>
          isTime.test(cell)
            ? {
                t: 'n',
                v: Date.parse(`${cell.replace(' ', 'T')}Z`) / 86_400_000 + 25_569,
                z: 'yyyy-mm-dd hh:mm',
              }
            : cell === ''
              ? null
              : cell,
        ),
      ),
    );
    const book = xlsx.utils.book_new();
    xlsx.utils.book_append_sheet(book, sheet, '工单');
    other.write('year.xlsx', xlsx.write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer);
    await other.json('appeal', 'import', 'year.xlsx');
    desks.set('XLSX', other);
  }, 120_000);

  itOnFiles.each(['CSV in GBK', 'XLSX'])(
    'comes in as %s with every count as another program has it',
    async (form) => {
      const desk = desks.get(form);
      if (desk === undefined || counted === undefined) return;
      expect(countRegister(desk)).toEqual(counted.appeals);
      expect(await desk.json('database', 'check')).toMatchObject({ findings: [] });
    },
    60_000,
  );
});

/** The same counts from the register. */
function countRegister(desk: TestDesk): Record<string, Record<string, number>> {
  const database = new Sqlite(desk.database, { readonly: true });
  const rows = database
    .prepare(
      `select coalesce(unit.name, '') as unit, strftime('%Y-%m', a.received_at, '+8 hours') as month, a.kind, a.matter, a.channel, a.state,
              coalesce(a.outcome, '') as outcome, a.due_on as due,
              (select min(at) from appeal_event e where e.appeal_id = a.id and e.action in ('reply', 'close')) as answered,
              (select json_extract(data, '$.told.dueAt') from appeal_event e where e.appeal_id = a.id and e.action = 'told') as theirs,
              (select json_extract(data, '$.callback.satisfiedWithResult') from appeal_event e
                where e.appeal_id = a.id and e.action = 'callback') as grade
         from appeal a left join unit on unit.id = a.holder_id`,
    )
    .all() as Record<string, string | null>[];
  database.close();
  const counts: Record<string, Record<string, number>> = {};
  const add = (name: string, value: string): void => {
    const of = (counts[name] ??= {});
    of[value] = (of[value] ?? 0) + 1;
  };
  const localDay = (at: string): string =>
    new Date(Date.parse(at) + 8 * 3_600_000).toISOString().slice(0, 10);
  for (const one of rows) {
    for (const name of ['unit', 'month', 'kind', 'matter', 'channel', 'state', 'outcome'])
      add(name, one[name] ?? '');
    const { answered = null, due, theirs = null, grade = null } = one;
    add('ours', answered === null ? 'open' : localDay(answered) <= (due ?? '') ? 'on time' : 'late');
    if (theirs !== null) add('theirs', answered === null ? 'open' : answered <= theirs ? 'on time' : 'late');
    if (grade !== null) add('satisfied', grade.endsWith('dissatisfied') ? 'dissatisfied' : 'satisfied');
  }
  return counts;
}
