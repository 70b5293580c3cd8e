import { itOnFiles } from '../support/on-files.ts';
import { describe, expect, it } from 'vitest';
import type { TestDesk } from '../support/desk.ts';
import { setUpDezhou } from '../support/seeds.ts';
import { countYear, yearFile } from '../support/year.ts';
import Sqlite from '../support/raw-database.ts';

const appeals = [
  '工单编号,受理时间,渠道,诉求性质,标题,诉求人,承办单位,派单时间,签收时间,答复时间,答复内容,办结时间,回访时间,是否解决',
  'A1,2022-03-01 09:00,热线,投诉,夜市占道,张小丰,市城市管理局,2022-03-01 09:05,2022-03-02 10:00,2022-03-04 09:00,已取缔,2022-03-05 10:00,2022-03-06 10:00,是',
  'A2,2022-03-02 09:00,热线,求助,不热,,市水利局,2022-03-02 09:10,,,,,,',
  'A3,2022-03-02 09:00,热线,求助,停水,,,,,,,,,',
  '',
].join('\n');

const header = '工单编号,时间,环节,经办单位,接收单位,原因,经办人';
const log = [
  header,
  'A1,2022-03-01 09:00,受理,12345中心,,,坐席1号',
  'A1,2022-03-01 09:05:40,派单,12345中心,市公安局,,坐席1号',
  'A1,2022-03-01 09:30,签收,市公安局,,,',
  'A1,2022-03-01 10:00,退回,市公安局,12345中心,非本单位职责,民警甲',
  'A1,2022-03-01 11:00,改派,12345中心,市城市管理局,,坐席2号',
  'A1,2022-03-01 15:00,转办,市城市管理局,市教育局,张小丰说归学校,',
  'A1,2022-03-01 16:00,转办,市教育局,市公安局,,',
  'A1,2022-03-02 09:00,转办,市公安局,市城市管理局,属地管理,',
  'A1,2022-03-02 10:00,签收,市城市管理局,,,',
  'A1,2022-03-04 09:00,答复,市城市管理局,,,',
  'A1,2022-03-05 10:00,办结,12345中心,,,',
  'A1,2022-03-06 10:00,回访,12345中心,,,',
  'A2,2022-03-02 09:10,派单,12345中心,市水利局,,',
];

interface Told {
  readonly batch: number | null;
  readonly counts: Readonly<Record<string, number>>;
  readonly unchanged: number;
  readonly ours: readonly string[];
  readonly differences: readonly { number: string; field: string; before: string; after: string }[];
  readonly marks: Readonly<Record<string, number>>;
}

interface Shown {
  readonly state: string;
  readonly holder: string | null;
  readonly reworks: number;
  readonly pendingReturn: boolean;
  readonly events: readonly {
    action: string;
    at: string;
    from: { name: string } | null;
    to: { name: string } | null;
    reason: string | null;
    decision?: string;
    wouldRefuse?: string;
    gap?: boolean;
    source?: { row: number; undated?: boolean };
    import?: { number: number; file: string };
    texts: Record<string, string>;
  }[];
}

async function setUp(lines: readonly string[] = log): Promise<TestDesk> {
  const desk = await setUpDezhou('units');
  desk.write('appeals.csv', appeals);
  await desk.json('appeal', 'import', 'appeals.csv');
  desk.write('log.csv', [...lines, ''].join('\n'));
  return desk;
}

const load = (desk: TestDesk, ...more: string[]): Promise<Told> =>
  desk.json('appeal', 'import-history', 'log.csv', ...more) as Promise<Told>;
const show = (desk: TestDesk, number = 'A1'): Promise<Shown> =>
  desk.json('appeal', 'show', number) as Promise<Shown>;
const lineOf = ({ action, decision, from, to, wouldRefuse }: Shown['events'][number]): string =>
  [action, decision, from?.name, to?.name, wouldRefuse]
    .map((part) => part ?? '')
    .join('|')
    .replace(/\|+$/u, '');

async function isClean(desk: TestDesk): Promise<void> {
  expect(await desk.json('database', 'check')).toMatchObject({ findings: [] });
}

async function findProblems(desk: TestDesk, ...more: string[]): Promise<string[]> {
  const { code, err } = await desk.liaison('appeal', 'import-history', 'log.csv', '--json', ...more);
  expect(code).toBe(3);
  const { error } = JSON.parse(err) as { error: { problems: { code: string; row: number }[] } };
  return error.problems.map((one) => `${one.code} ${String(one.row)}`);
}

describe('a log of hand-overs', () => {
  it('is recorded as it was, circles marked, in the place of what the row of the appeal knew', async () => {
    const desk = await setUp();
    expect(await load(desk)).toMatchObject({
      ...{ counts: { added: 0, continued: 1 }, unchanged: 1, ours: [], differences: [] },
      marks: { hops: 6, circle: 2, unitLimit: 0, gaps: 0 },
    });
    const shown = await show(desk);
    expect(shown).toMatchObject({ state: 'closed', holder: '市城市管理局', pendingReturn: false });
    expect(shown.events.map(lineOf)).toEqual([
      'log',
      'transfer|||市公安局',
      'accept',
      'return',
      'decide|uphold|市公安局|市城市管理局',
      'transfer||市城市管理局|市教育局',
      'transfer||市教育局|市公安局|circle',
      'transfer||市公安局|市城市管理局|circle',
      'accept',
      'reply',
      'close',
      'callback',
    ]);
    // Each leads to its file and row.
    expect(shown.events[6]).toMatchObject({ source: { row: 8 }, import: { number: 3, file: 'log.csv' } });
    expect(shown.events[9]).toMatchObject({ source: { row: 2 }, import: { number: 2, file: 'appeals.csv' } });
    expect(shown.events.map(({ reason }) => reason).filter((reason) => reason !== null)).toEqual([
      'wrong-unit',
      'other',
      'place',
    ]);
    expect(shown.events[5]?.texts).toEqual({ text: '张**说归学校' });
    expect(shown.events[4]?.texts).toEqual({ person: '坐席2号' });
    await isClean(desk);
    // Once more nothing changes, neither by the log nor by the rows.
    expect(await load(desk)).toMatchObject({ batch: null, unchanged: 2 });
    expect(await desk.json('appeal', 'import', 'appeals.csv')).toMatchObject({
      batch: null,
      differences: [],
    });
  });

  it('is undone to what was told before', async () => {
    const desk = await setUp();
    const stands = async (): Promise<unknown> => {
      const list = (await desk.json('appeal', 'list', '--all')) as object[];
      return [list, (await show(desk)).events];
    };
    const before = await stands();
    await load(desk);
    await desk.json('import', 'undo', '3', '--yes');
    expect(await stands()).toEqual(before);
    await isClean(desk);
    await load(desk);
    await isClean(desk);
    expect((await desk.liaison('import', 'undo', '2', '--yes')).code).toBe(5);
    await desk.json('import', 'undo', '5', '--yes');
    await desk.json('import', 'undo', '2', '--yes');
    await isClean(desk);
  });

  it('goes on where a later one has more lines', async () => {
    const desk = await setUp(log.slice(0, 7));
    await load(desk);
    desk.write('log.csv', [...log, ''].join('\n'));
    expect((await load(desk)).counts).toEqual({ added: 0, continued: 1 });
    const events = (await show(desk)).events.map(lineOf);
    expect(events).toHaveLength(12);
    expect(events.filter((line) => line.startsWith('transfer||市教育局'))).toHaveLength(1);
    await isClean(desk);
  });

  it('marks what is more than the units that may lead', async () => {
    const desk = await setUp([
      header,
      ...['市公安局', '市教育局', '市民政局', '市财政局'].map(
        (unit, at) => `A3,2022-03-02 1${String(at)}:00,转办,,${unit},,`,
      ),
    ]);
    expect((await load(desk)).marks).toEqual({ hops: 4, circle: 0, unitLimit: 1, gaps: 0 });
    expect((await show(desk, 'A3')).events.at(-1)).toMatchObject({ wouldRefuse: 'unit-limit' });
    // It is open, and goes on under the rules of this tool.
    const { code, err } = await desk.liaison(
      'appeal',
      'transfer',
      'A3',
      '--to',
      '市公安局',
      '--reason',
      'other',
    );
    expect(code).toBe(5);
    expect(err).toContain('市公安局');
    await isClean(desk);
  });

  it('tells where a chain does not hold together, and takes it in where that is wanted', async () => {
    const desk = await setUp([
      header,
      'A3,2022-03-02 10:00,派单,,市公安局,,',
      'A3,2022-03-02 11:00,转办,市教育局,市民政局,,',
      'A3,2022-03-02 12:00,签收,市财政局,,,',
    ]);
    expect(await findProblems(desk)).toEqual(['history-gap 3', 'history-gap 4']);
    expect((await load(desk, '--allow-gaps')).marks).toMatchObject({ gaps: 2 });
    const { events, state, holder } = await show(desk, 'A3');
    expect([state, holder]).toEqual(['accepted', '市民政局']);
    expect(events.map(({ gap }) => gap === true)).toEqual([false, false, true, true]);
    await isClean(desk);
  });

  it.each([
    ['A2,2022-03-02 10:00,派单,,,,', 'history-no-target'],
    ['A2,2022-03-02 08:58,派单,,市公安局,,', 'times-not-in-order'],
    ['A2,2023-03-02 08:58,派单,,市公安局,,', 'times-not-in-order'],
    ['A9,2022-03-02 10:00,派单,,市公安局,,', 'appeal-not-known'],
    ['A2,2022-03-02 10:00,派单,,市公安局局,,', 'unit-unknown'],
    ['A2,2022-03-02 10:00,飞走,,市公安局,,', 'value-not-allowed'],
    ['A2,,派单,,市公安局,,', 'value-missing'],
  ])('%s is refused', async (line, code) => {
    const desk = await setUp([header, line]);
    expect(await findProblems(desk)).toEqual([`${code} 2`]);
    expect((await show(desk, 'A2')).events).toHaveLength(2);
  });

  it('never touches what was recorded here', async () => {
    const desk = await setUp();
    await desk.json('appeal', 'accept', 'A2');
    desk.write('log.csv', [...log, 'A2,2022-03-03 09:00,转办,市水利局,市公安局,,', ''].join('\n'));
    const before = (await show(desk, 'A2')).events;
    expect(await load(desk)).toMatchObject({ ours: ['2022-000002'], counts: { continued: 1 } });
    expect((await show(desk, 'A2')).events).toEqual(before);
    await isClean(desk);
  });

  it('reads a rejected return, work done again, and what was asked without a unit', async () => {
    const desk = await setUp([
      header,
      'A3,2022-03-02 10:00,派单,,市公安局,,',
      'A3,2022-03-02 11:00,退回,市公安局,,不归我管,',
      'A3,2022-03-02 12:00,派单,热线中心,市公安局,,',
      'A3,2022-03-02 13:00,退回,市公安局,,,',
      'A3,2022-03-02 14:00,签收,市公安局,,,',
      'A3,2022-03-02 15:00,答复,市公安局,,已处理,',
      'A3,2022-03-02 16:00,办结,,,,',
      'A3,2022-03-03 09:00,重办,12345,市公安局,,',
      'A3,2022-03-03 10:00,签收,市公安局,,,',
      'A3,2022-03-03 11:00,协办,,市民政局,,',
      'A3,2022-03-03 12:00,催办,,,,',
      'A3,2022-03-03 13:00,同意延期,市公安局,,,',
    ]);
    await load(desk);
    const shown = await show(desk, 'A3');
    expect(shown.events.slice(1).map(lineOf)).toEqual([
      ...[
        'transfer|||市公安局',
        'return',
        'decide|reject',
        'return',
        'decide|reject',
        'accept',
        'reply',
        'close',
      ],
      ...['reopen', 'accept', 'assist', 'remind', 'told'],
    ]);
    expect(shown).toMatchObject({ state: 'accepted', reworks: 1, pendingReturn: false });
    await isClean(desk);
  });

  it('gives what the row told without a time the time of the log, and keeps its words', async () => {
    const desk = await setUpDezhou('units');
    desk.write('appeals.csv', [
      '工单编号,受理时间,渠道,诉求性质,标题,承办单位,答复内容,办结类型,状态',
      'A1,2022-03-01 09:00,热线,投诉,占道,市城市管理局,已取缔,已解决,已办结',
      '',
    ].join('\n')); // prettier-ignore
    await desk.json('appeal', 'import', 'appeals.csv');
    desk.write('log.csv', [...log.slice(0, 12), ''].join('\n'));
    await load(desk);
    const { events } = await show(desk);
    expect(events.filter(({ action }) => action === 'reply' || action === 'close')).toMatchObject([
      { at: '2022-03-04T01:00:00Z', texts: { reply: '已取缔' } },
      { at: '2022-03-05T02:00:00Z', outcome: 'solved' },
    ]);
    await isClean(desk);
  });

  it('keeps the reply it has where the log has it at another time, and says so', async () => {
    const desk = await setUp(log.map((line) => line.replace('03-04 09:00,答复', '03-04 15:00,答复')));
    expect((await load(desk)).differences).toEqual([
      {
        ...{ number: '2022-000001', field: 'repliedAt', isCorrected: false },
        ...{ before: '2022-03-04 09:00', after: '2022-03-04 15:00' },
      },
    ]);
    await isClean(desk);
  });

  it('reads number, time, status and holder, as they are mapped, and takes unknown appeals in where that is wanted', async () => {
    const desk = await setUp([
      'case,time,status,team',
      'C1,2022-03-01 09:00,Queued,市公安局',
      'C1,2022-03-01 10:00,Accepted,市公安局',
      'C1,2022-03-01 11:00,Queued,市教育局',
      'C1,2022-03-01 12:00,Queued,市公安局',
      'C1,2022-03-01 13:00,Completed,市公安局',
      'C1,2022-03-02 13:00,Accepted,市公安局',
      'C1,2022-03-02 14:00,Queued,',
    ]);
    const mapping = ['--map', 'team=holder', ...['Queued=sent', 'Accepted=accepted', 'Completed=closed'].flatMap((one) => ['--map-value', `status:${one}`])]; // prettier-ignore
    expect(await findProblems(desk, ...mapping)).toEqual(['appeal-not-known 2']);
    expect(await load(desk, ...mapping, '--add-missing')).toMatchObject({
      counts: { added: 1, continued: 0 },
      marks: { hops: 3, circle: 1 },
    });
    const shown = await show(desk, 'C1');
    expect(shown.events.map(lineOf)).toEqual([
      'log',
      'transfer|||市公安局',
      'accept',
      'transfer||市公安局|市教育局',
      'transfer||市教育局|市公安局|circle',
      'close',
      'reopen',
      'accept',
    ]);
    expect(shown).toMatchObject({ state: 'accepted', holder: '市公安局' });
    await isClean(desk);
  });

  itOnFiles(
    'has the hand-overs of the year as another program counts them',
    async () => {
      const counted = countYear();
      if (counted === undefined) return;
      const desk = await setUpDezhou('units');
      await desk.json('appeal', 'import', yearFile('appeals-2021.csv'));
      const told = (await desk.json('appeal', 'import-history', yearFile('handovers-2021.csv'))) as Told;
      expect(told).toMatchObject({ differences: [], ours: [] });
      const database = new Sqlite(desk.database, { readonly: true });
      const moves = database
        .prepare(
          `select before || ' → ' || name as move, count(*) as count from (
           select unit.name, lag(unit.name) over (partition by p.appeal_id order by p.since, p.id) as before
             from appeal_party p join unit on unit.id = p.unit_id where p.role = 'lead')
          where before is not null and before != name group by 1`,
        )
        .all() as { move: string; count: number }[];
      database.close();
      expect(Object.fromEntries(moves.map(({ move, count }) => [move, count]))).toEqual(
        counted.circles.moves,
      );
      expect(told.marks['circle']).toBe(
        Object.values(counted.circles.lengths).reduce((sum, count) => sum + count, 0),
      );
      await isClean(desk);
    },
    60_000,
  );
});
