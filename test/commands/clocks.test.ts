import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { TestDesk } from '../support/desk.ts';
import { setUpDezhou } from '../support/seeds.ts';

const log = ['appeal', 'log', '--channel', '热线', '--title', 'T', '--kind'];
const one = '2022-000001';

const dueOf = async (desk: TestDesk, number = one): Promise<unknown> =>
  ((await desk.json('appeal', 'show', number)) as { dueOn: string | null }).dueOn;

describe('deadline rules', () => {
  it('are listed, shown, brought in from what was shown, and used from a day on', async () => {
    const desk = await setUpDezhou('units');
    expect((await desk.liaison('deadline', 'list')).out).toContain('shandong-2020');
    const shown = await desk.liaison('deadline', 'show');
    expect(shown.out).toMatchInlineSnapshot(`
      "shandong-2020: 山东省2020年规定

      source  山东省2020年政务服务热线规定：5个工作日办结；不属本单位职责的2个工作日内
              说明理由退回；情况复杂的可延期，一般不超过10个工作日

      for         limit                              source of this figure
      ──────────  ─────────────────────────────────  ─────────────────────────────────
      all         5 working days
      accepting   1 working day                      蚌埠市2019年规定：1个工作日内签收
      returning   2 working days
      extension   at most 1 time, 10 working days    10个工作日：山东省2020年规定；到
                  in all, asked for before expiry    期前申请、以一次为限：山东省2017
                                                     年省级热线规定
      done again  as the first time
      warning     yellow from 1 working day before   山东省2017年省级热线规定：到期前1
                  the last day, red from 1 working   个工作日黄牌，逾期第1个工作日起红
                  day after it                       牌
      "
    `);
    await desk.liaison('deadline', 'show', 'guangdong-2022', '--json', '-o', 'r.json');
    const rules = JSON.parse(readFileSync(join(desk.folder, 'r.json'), 'utf8')) as Record<string, unknown>;
    desk.write('r.json', JSON.stringify({ ...rules, code: 'dz', accept: { days: 4, unit: 'calendar' } }));
    expect((await desk.liaison('deadline', 'import', 'r.json')).out).toContain(
      'Added the deadline rules dz.',
    );
    expect((await desk.liaison('deadline', 'import', 'r.json')).out).toContain('there already');
    await desk.json(...log, '投诉', '--time', '2022-03-01 09:00');
    await desk.json('deadline', 'use', 'dz', '--from', '2022-04-01');
    await desk.json(...log, '投诉', '--time', '2022-03-31 23:59');
    await desk.json(...log, '投诉', '--time', '2022-04-01 00:00');
    // Each keeps the rules it was received under.
    expect([await dueOf(desk), await dueOf(desk, '2022-000002'), await dueOf(desk, '2022-000003')]).toEqual([
      '2022-03-08',
      '2022-04-08',
      '2022-04-24',
    ]);
    const bad = await desk.liaison('deadline', 'import', desk.write('b.json', '{"code":"b","name":"n","source":"s","cases":[{"days":0},{"kinds":["x"],"days":1}]}')); // prettier-ignore
    expect(bad.code).toBe(3);
    expect(bad.err).toContain('cases[0].days');
    expect(bad.err).toContain('cases[1].kinds[0]');
  });

  it('in calendar days say that a last day which is off moves on', async () => {
    const desk = await setUpDezhou('units');
    desk.write('r.json', '{"code":"c","name":"n","source":"s","cases":[{"days":5,"unit":"calendar","start":"same-day"}]}');
    await desk.json('deadline', 'import', 'r.json');
    await desk.json('deadline', 'use', 'c', '--from', '2022-01-01');
    await desk.json(...log, '咨询', '--time', '2022-03-02 09:00');
    const { out } = await desk.liaison('deadline', 'explain', one, '--lang', 'zh');
    expect(out).toContain('5 个自然日（当日起算），至 2022-03-07');
    expect(out).toContain('最后一日 2022-03-06 不上班，顺延至 2022-03-07');
    expect(out).not.toContain('不计：');
  }); // prettier-ignore

  it('have limits by channel and priority, and a priority set right moves the day', async () => {
    const desk = await setUpDezhou('units');
    const rules = {
      code: 'bb', name: '蚌埠', source: '蚌埠市2019年规定',
      cases: [{ priorities: ['urgent'], days: 1, start: 'same-day' }, { channels: ['hotline'], days: 5 }, { channels: ['online'], days: 3 }, { days: 7 }],
    }; // prettier-ignore
    desk.write('r.json', JSON.stringify(rules));
    await desk.json('deadline', 'import', 'r.json');
    await desk.json('deadline', 'use', 'bb', '--from', '2022-01-01');
    const at = ['--time', '2022-02-07 09:00'];
    await desk.json(...log, '咨询', ...at);
    await desk.json('appeal', 'log', '--channel', '网办', '--title', 'T', '--kind', '咨询', ...at);
    await desk.json('appeal', 'log', '--channel', '来信', '--title', 'T', '--kind', '咨询', ...at);
    await desk.json(...log, '咨询', ...at, '--priority', '紧急');
    const days = [1, 2, 3, 4].map((number) => dueOf(desk, `2022-00000${String(number)}`));
    expect(await Promise.all(days)).toEqual(['2022-02-14', '2022-02-10', '2022-02-16', '2022-02-07']);
    desk.write(
      'a.csv',
      '工单编号,受理时间,渠道,诉求性质,标题,紧急程度\nA1,2022-02-08 09:00,热线,咨询,T,加急\n',
    );
    await desk.json('appeal', 'import', 'a.csv');
    expect(await dueOf(desk, 'A1')).toBe('2022-02-08');
    await desk.json('appeal', 'correct', one, '--priority', 'urgent');
    expect(await dueOf(desk)).toBe('2022-02-07');
    expect((await desk.liaison('database', 'check')).code).toBe(0);
  });
});

describe('the clocks of an appeal', () => {
  it('are told step by step, through hand-overs, an extension and work done again', async () => {
    const desk = await setUpDezhou('published');
    await desk.json(...log, '求助', '--to', '市公安局', '--time', '2022-01-28 16:50');
    await desk.json('appeal', 'transfer', one, '--to', '市城管局', '--reason', 'wrong-unit', '--time', '2022-01-29 09:00');
    expect(await dueOf(desk)).toBe('2022-02-09');
    await desk.json('appeal', 'accept', one, '--time', '2022-01-29 09:30');
    const extended = await desk.liaison('appeal', 'extend', one, '--days', '3', '--reason', '需现场勘验', '--time', '2022-02-09 10:00');
    expect(extended.out).toContain('due on: 2022-02-14');
    const explained = await desk.liaison('deadline', 'explain', one);
    expect(explained.out).toMatchInlineSnapshot(`
      "Appeal 2022-000001 is due on 2022-02-14

      received              2022-01-28 16:50
      rules                 shandong-2020: 山东省2020年规定
      source                山东省2020年政务服务热线规定：5个工作日办结；不属本单位职
                            责的2个工作日内说明理由退回；情况复杂的可延期，一般不超过
                            10个工作日
      in use                the tool’s default, decided by nobody here; to decide it:
                            liaison deadline use shandong-2020
      Special days of 2022  http://www.gov.cn/zhengce/zhengceku/2021-10/25/content_564
                            4835.htm
      due on                2022-02-14

      Received on 2022-01-28: 5 working days, until 2022-02-09
      not counted: 2022-01-31 to 2022-02-06 春节; worked weekend days: 2022-01-29 to
      2022-01-30 春节

      day         weekday    is                      day of the limit
      ──────────  ─────────  ──────────────────────  ────────────────
      2022-01-29  Saturday   weekend, worked (春节)                 1
      2022-01-30  Sunday     weekend, worked (春节)                 2
      2022-01-31  Monday     off (春节)
      2022-02-01  Tuesday    off (春节)
      2022-02-02  Wednesday  off (春节)
      2022-02-03  Thursday   off (春节)
      2022-02-04  Friday     off (春节)
      2022-02-05  Saturday   off (春节)
      2022-02-06  Sunday     off (春节)
      2022-02-07  Monday     worked                                 3
      2022-02-08  Tuesday    worked                                 4
      2022-02-09  Wednesday  worked                                 5

      Extended from 2022-02-09: 3 working days more, until 2022-02-14
      not counted: 2022-02-12 to 2022-02-13 weekend

      day         weekday   is       day of the limit
      ──────────  ────────  ───────  ────────────────
      2022-02-10  Thursday  worked                  1
      2022-02-11  Friday    worked                  2
      2022-02-12  Saturday  weekend
      2022-02-13  Sunday    weekend
      2022-02-14  Monday    worked                  3
      "
    `);
    const chinese = await desk.liaison('appeal', 'show', one, '--lang', 'zh');
    expect(chinese.out).toMatchInlineSnapshot(`
      "2022-000001 T

      受理时间  2022-01-28 16:50
      工单编号  —
      性质      求助
      渠道      热线
      事项      —
      地点      —
      诉求人    匿名
      内容      —
      状态      已签收
      主办单位  市城市管理局
      转办次数  2
      到期日    2022-02-14（红牌，已逾期 38 个工作日）
                2022-01-28 受理：5 个工作日，至 2022-02-09
                不计：2022-01-31 至 2022-02-06（春节）；周末上班：2022-01-29 至
                2022-01-30（春节）
                自 2022-02-09 延期：再加 3 个工作日，至 2022-02-14
                不计：2022-02-12 至 2022-02-13（周末）
      群众等待  已等待 341 小时 40 分（工作时间）
      当前可办  转办，裁定，协办调整（协办），备注，催办，答复，办结，更正，关联

      现在联系：市城市管理局，0534-5550112、0534-5551112，联络员褚某丁
      "
    `);
    await desk.json('appeal', 'reply', one, '--text', '已修', '--time', '2022-02-10 10:00');
    const { clocks } = (await desk.json('appeal', 'show', one)) as { clocks: { minutes: number; stints: { minutes: number; minutesToAccept: number }[] } };
    // 40 + 450 (worked Saturday 9:00 on is the second unit's) …: the first unit had 16:50-17:30 and 8:30-9:00.
    expect(clocks.stints.map(({ minutes, minutesToAccept }) => [minutes, minutesToAccept])).toEqual([
      [70, 70],
      [420 + 450 + 3 * 450 + 90, 30],
    ]);
    expect(clocks.minutes).toBe(70 + 420 + 450 + 3 * 450 + 90);
    await desk.json('appeal', 'close', one, '--outcome', 'solved', '--time', '2022-02-10 11:00');
    await desk.json('appeal', 'reopen', one, '--text', '未解决', '--time', '2022-03-01 09:00');
    expect(await dueOf(desk)).toBe('2022-03-08');
    expect((await desk.liaison('database', 'check')).code).toBe(0);
  }); // prettier-ignore

  it('count in lists: overdue, due within some days, not accepted; reminders go to all that are overdue at a unit', async () => {
    const desk = await setUpDezhou('published');
    desk.setTime('2022-04-08T04:00:00Z'); // a Friday
    await desk.json(...log, '求助', '--to', '市公安局', '--time', '2022-03-28 09:00'); // due 2 April, a worked Saturday
    await desk.json(...log, '求助', '--to', '市公安局', '--time', '2022-03-31 09:00'); // due 8 April
    await desk.json(...log, '求助', '--to', '市城管局', '--time', '2022-04-01 09:00'); // due 11 April
    await desk.json(...log, '求助', '--time', '2022-04-07 09:00');
    await desk.json('appeal', 'accept', '2022-000002', '--time', '2022-03-31 10:00');
    const numbers = async (...filter: string[]): Promise<string[]> =>
      ((await desk.json('appeal', 'list', ...filter)) as { number: string }[]).map(({ number }) => number.slice(-1));
    expect(await numbers('--overdue')).toEqual(['1']);
    expect(await numbers('--due-within', '0d')).toEqual(['2']);
    expect(await numbers('--due-within', '1d')).toEqual(['2', '3']);
    expect(await numbers('--due-within', '2cd')).toEqual(['2']);
    expect(await numbers('--overdue', '--due-within', '1d')).toEqual(['1', '2', '3']);
    expect(await numbers('--overdue', '--unit', '市城管局')).toEqual([]);
    expect(await numbers('--unaccepted')).toEqual(['1', '3']);
    const list = await desk.liaison('appeal', 'list', '--all', '--sort', 'due', '--columns', 'number,due,clock,stint');
    expect(list.out).toMatchInlineSnapshot(`
      "Appeals

      appeals: 4

      number       due on             h  unit’s h
      ───────────  ─────────────  ─────  ────────
      2022-000001  2022-04-02 !!  63:00     63:00
      2022-000002  2022-04-08 !   40:30     40:30
      2022-000003  2022-04-11 !   33:00     33:00
      2022-000004  2022-04-14     10:30
      "
    `);
    expect((await desk.liaison('status')).out.replaceAll(/\s+/gu, ' ')).toContain('overdue 1, due by the next working day 2, not accepted in time 2');
    const reminded = (await desk.json('appeal', 'remind', '--overdue-of', '市公安局', '--text', '请尽快')) as { number: string }[];
    expect(reminded.map(({ number }) => number)).toEqual([one]);
    expect(await desk.json('appeal', 'show', one)).toMatchObject({ reminders: 1 });
    expect(await desk.json('appeal', 'remind', '--overdue-of', '市城管局')).toEqual([]);
  }); // prettier-ignore

  it('go on through a rejected return, and begin anew when the work does', async () => {
    const desk = await setUpDezhou('published');
    await desk.json(...log, '求助', '--to', '市公安局', '--time', '2022-04-06 09:00');
    await desk.json('appeal', 'return', one, '--reason', 'wrong-unit', '--basis', 'B', '--time', '2022-04-08 09:00');
    await desk.json('appeal', 'decide', one, '--reject', '--text', 'T', '--time', '2022-04-08 11:00');
    const late = async (): Promise<number> => ((await desk.json('appeal', 'list', '--unaccepted')) as unknown[]).length;
    expect(await late()).toBe(1);
    await desk.json('appeal', 'accept', one);
    await desk.json('appeal', 'reply', one, '--text', 'T');
    await desk.json('appeal', 'close', one, '--outcome', 'solved');
    await desk.json('appeal', 'reopen', one, '--text', 'T');
    desk.setTime('2022-04-11T04:00:00Z');
    expect(await late()).toBe(0);
    desk.setTime('2022-04-12T04:00:00Z');
    expect(await late()).toBe(1);
    await desk.json('appeal', 'accept', one);
    const { stops } = (await desk.json('appeal', 'trace', one)) as { stops: { acceptedAt: string }[] };
    expect(stops[0]?.acceptedAt).toBe('2022-04-12T04:00:00Z');
    // The first acceptance stays in the chain.
    const { out } = await desk.liaison('appeal', 'trace', one);
    const [chain = ''] = out.split('when');
    expect(chain.match(/2022-04-(?:08|12)/gu)).toEqual(['2022-04-08', '2022-04-12']);
    expect((await desk.liaison('database', 'check')).code).toBe(0);
  }); // prettier-ignore

  it('of an appeal are kept under its own rules, whatever is used later, and are counted anew in another time zone', async () => {
    const desk = await setUpDezhou('units');
    await desk.json(...log, '咨询', '--to', '市公安局', '--time', '2022-03-01 00:30');
    await desk.json('deadline', 'use', 'guangdong-2022', '--from', '2022-01-01');
    expect(await dueOf(desk)).toBe('2022-03-08');
    const { moved } = (await desk.json('jurisdiction', 'set', '--time-zone', 'America/New_York')) as { moved: unknown };
    expect(moved).toEqual([{ number: one, before: '2022-03-08', after: '2022-03-07', becomes: null }]);
    // There it was still 28 February; what moved is said.
    expect(await dueOf(desk)).toBe('2022-03-07');
    expect((await desk.liaison('database', 'check')).code).toBe(0);
    // A county goes by the rules of its city until it has its own.
    await desk.json('jurisdiction', 'add', '平川县', '--code', 'PC');
    await desk.json(...log, '咨询', '--in', 'PC', '--time', '2022-03-01 09:00');
    expect((await desk.liaison('appeal', 'list', '--in', 'PC')).code).toBe(0);
    const next = await desk.liaison('appeal', 'note', one, '--text', 'T', '--in', 'PC');
    expect(next.err).toContain(`liaison appeal show ${one} --in PC`);
    const show = async (): Promise<unknown> => ((await desk.json('appeal', 'show', one, '--in', 'PC')) as { deadline: string }).deadline;
    expect(await show()).toBe('guangdong-2022');
  }); // prettier-ignore

  it('stand still in the night, so nobody is late over a weekend', async () => {
    const desk = await setUpDezhou('published');
    await desk.json('jurisdiction', 'set', '--work-hours', '9:00-17:00');
    await desk.json(...log, '求助', '--to', '市公安局', '--time', '2022-04-08 11:00');
    desk.setTime('2022-04-11T02:00:00Z');
    const { clocks } = (await desk.json('appeal', 'show', one)) as {
      clocks: { minutes: number; stints: object[] };
    };
    expect(clocks.minutes).toBe(6 * 60 + 60);
    expect(clocks.stints[0]).toMatchObject({ acceptBy: '2022-04-11', isAcceptedLate: false });
    expect((await desk.liaison('jurisdiction', 'set', '--work-hours', 'nine to five')).code).toBe(2);
  });
});

describe('calendars', () => {
  const notice = '日期,结束日期,类型,名称\n2027-01-01,2027-01-03,放假,元旦\n2027-01-09,,上班,元旦\n';

  it('an appeal is taken in before the notice of the next year is out, and gets its day with it', async () => {
    const desk = await setUpDezhou('published');
    desk.setTime('2026-12-29T02:00:00Z');
    const { code, out } = await desk.liaison(...log, '求助', '--to', '市公安局');
    expect(code).toBe(0);
    expect(out).toContain('calendar');
    expect(await dueOf(desk, '2026-000001')).toBeNull();
    expect((await desk.liaison('appeal', 'show', '2026-000001')).out).toContain('no calendar of 2027');
    const explained = await desk.liaison('deadline', 'explain', '2026-000001');
    expect([explained.code, explained.err]).toEqual([5, expect.stringContaining('liaison calendar import')]);
    // The queue and the status go on without it.
    expect((await desk.liaison('appeal', 'list')).code).toBe(0);
    expect((await desk.liaison('status')).code).toBe(0);
    desk.write('c.csv', notice);
    const dry = await desk.liaison('calendar', 'import', 'c.csv', '--dry-run');
    expect(dry.out).toMatchInlineSnapshot(`
      "Calendar of 2027 from c.csv

      Due days that move: 1

      appeal       due until now  due then
      ───────────  ─────────────  ──────────
      2026-000001  not known      2027-01-06

      added 4, no longer there 0, unchanged 0

      day         weekday   is      holiday
      ──────────  ────────  ──────  ───────
      2027-01-01  Friday    off     元旦
      2027-01-02  Saturday  off     元旦
      2027-01-03  Sunday    off     元旦
      2027-01-09  Saturday  worked  元旦

      Dry run: nothing was written.
      "
    `);
    expect(await dueOf(desk, '2026-000001')).toBeNull();
    await desk.json('calendar', 'import', 'c.csv', '--yes');
    expect(await dueOf(desk, '2026-000001')).toBe('2027-01-06');
    expect((await desk.liaison('calendar', 'list', '2027')).out).toContain('2027-01-09');
    expect((await desk.liaison('database', 'check')).code).toBe(0);
  });

  it('a changed notice lists first what moves, and asks', async () => {
    const desk = await setUpDezhou('published');
    await desk.json(...log, '求助', '--time', '2022-04-06 09:00');
    await desk.json(...log, '求助', '--time', '2022-03-01 09:00');
    await desk.json('appeal', 'close', '2022-000002', '--outcome', 'withdrawn');
    expect(await dueOf(desk)).toBe('2022-04-13');
    const year = JSON.parse(readFileSync('src/domain/holidays/2022.json', 'utf8')) as { days: object[] };
    desk.write('2022.json', JSON.stringify({ ...year, days: [...year.days, { name: '试', date: '2022-04-11', isOffDay: true }, { name: '试', date: '2022-03-04', isOffDay: true }] }));
    const refused = await desk.liaison('calendar', 'import', '2022.json');
    expect([refused.code, refused.err]).toEqual([2, expect.stringContaining('--yes')]);
    expect(await dueOf(desk)).toBe('2022-04-13');
    const done = (await desk.json('calendar', 'import', '2022.json', '--yes')) as { moved: unknown };
    // Those that are closed keep the clock they were closed under.
    expect(done.moved).toEqual([
      { number: one, before: '2022-04-13', after: '2022-04-14', becomes: null },
    ]);
    expect((await desk.liaison('database', 'check')).code).toBe(0);
    expect(await dueOf(desk)).toBe('2022-04-14');
    expect((await desk.liaison('calendar', 'list')).out).toContain('2022.json');
    const undo = await desk.liaison('import', 'undo', '5', '--yes');
    expect(undo.code).toBe(5);
  }); // prettier-ignore

  it('names every wrong day of a file, and writes nothing', async () => {
    const desk = await setUpDezhou('units');
    desk.write('c.csv', '日期,类型,名称\n2027-01-01,放假,元旦\n2027-01-01,放假,元旦\n2027-01-04,上班,元旦\n2025-05-01,放假,x\n2027-02-30,放假,x\n2027-01-05,空,x\n'); // prettier-ignore
    const { code, err } = await desk.liaison('calendar', 'import', 'c.csv', '--year', '2027');
    expect(code).toBe(3);
    expect(err).toMatchInlineSnapshot(`
      "c.csv: utf-8, rows: 6
      error: c.csv was not imported: problems found: 5. Nothing was written.
        c.csv:3 2027-01-01 is there twice; first in c.csv line 2.
        c.csv:4 2027-01-04 is not a weekend day; it is worked without a notice. Is
          the day right?
        c.csv:5 2025-05-01 does not belong to the notice of 2027.
        c.csv:6:1 “日期”: “2027-02-30” is not a date. For example: 2022-01-18.
        c.csv:7:2 “类型”: “空” is not known. Allowed: 放假 / off, 上班 / work. What
          a word means here is said with --map-value "类型:WORD=MEANING".
      hint: Correct these places in the file and import it again.
      "
    `);
    expect((await desk.liaison('calendar', 'list', '2027')).code).toBe(5);
  });

  it('of a city holds for its counties, until they have their own', async () => {
    const desk = await setUpDezhou('units');
    await desk.json('jurisdiction', 'add', '平川县', '--code', 'PC');
    desk.write('c.csv', notice);
    await desk.json('calendar', 'import', 'c.csv', '--in', 'DZ', '--yes');
    const days = async (code: string): Promise<number> =>
      ((await desk.json('calendar', 'list', '2027', '--in', code)) as { days: unknown[] }).days.length;
    expect(await days('PC')).toBe(4);
    desk.write('p.csv', '日期,类型,名称\n2027-01-01,放假,元旦\n');
    await desk.json('calendar', 'import', 'p.csv', '--in', 'PC', '--yes');
    expect([await days('PC'), await days('DZ')]).toEqual([1, 4]);
  });
});
