import { beforeEach, describe, expect, it } from 'vitest';
import type { TestDesk } from '../support/desk.ts';
import { setUpDezhou } from '../support/seeds.ts';

let desk: TestDesk;
beforeEach(async () => {
  desk = await setUpDezhou('published');
});

const log = ['appeal', 'log', '--kind', 'request', '--channel', 'hotline', '--title'];
const add = async (title: string, ...more: readonly string[]): Promise<string> =>
  ((await desk.json(...log, title, ...more)) as { number: string }).number;
const act = (verb: string, number: string, ...more: readonly string[]): Promise<unknown> =>
  desk.json('appeal', verb, number, ...more);
const zh = async (...words: readonly string[]): Promise<string> => {
  desk.setEnv('COLUMNS', '240');
  return (await desk.liaison('--lang', 'zh', ...words)).out.replaceAll(/[^\S\n]+/gu, ' ');
};
const isSound = async (): Promise<void> => {
  expect(((await desk.json('database', 'check')) as { findings: unknown[] }).findings).toEqual([]);
};
const answered = async (number: string): Promise<string> => {
  await act('accept', number);
  await act('reply', number, '--text', '已办');
  await act('close', number, '--outcome', 'explained');
  return number;
};

describe('a reopened appeal that then ends without an answer', () => {
  it.each([['withdrawn'], ['duplicate']])('counts as without an answer: %s', async (outcome) => {
    const number = await answered(await add('路灯', '--to', '市公安局'));
    expect(await zh('appeal', 'show', number)).toContain('后答复');
    await act('reopen', number, '--text', '没有办');
    if (outcome === 'duplicate') await act('link', number, '--duplicate-of', await add('又一件'));
    await act('close', number, '--outcome', outcome);
    expect(await zh('appeal', 'show', number)).toContain('后未经答复而结束');
    await isSound();
  });

  it('sent back by a review and answered again counts as answered', async () => {
    const number = await add('路灯', '--to', '市公安局');
    await act('accept', number);
    await act('reply', number, '--text', '已办');
    await act('review', number, '--asked-by', '群众', '--result', '重办');
    await act('accept', number);
    await act('reply', number, '--text', '真的办了');
    expect(await zh('appeal', 'show', number)).toContain('后答复');
  });
});

describe('a due day that moves', () => {
  it('is told with both days by a correction, and whether it turns late by that', async () => {
    await desk.json('deadline', 'use', 'guangdong-2022', '--from', '2022-01-01');
    const late = await add('路灯', '--to', '市公安局', '--time', '2022-03-31 09:00');
    const soon = await add('路灯', '--to', '市公安局', '--time', '2022-04-07 09:00');
    const dueOf = async (number: string): Promise<string> => ((await act('show', number)) as { dueOn: string }).dueOn;
    for (const [number, turns] of [[late, true], [soon, false]] as const) {
      const before = await dueOf(number);
      const said = await zh('appeal', 'correct', number, '--kind', '咨询');
      const after = await dueOf(number);
      expect(after < before).toBe(true);
      expect(said).toContain(`到期日由 ${before} 变为 ${after}${turns ? '，由此逾期' : '。'}`);
    }
    expect(await zh('appeal', 'correct', soon, '--place', '东方红路')).not.toContain('到期日由');
  }); // prettier-ignore

  it('leaves those that are closed under the clock they were closed under', async () => {
    const closed = await answered(await add('办结的', '--to', '市公安局'));
    const open = await add('未办结的', '--to', '市公安局');
    const dueOf = async (number: string): Promise<string> => ((await act('show', number)) as { dueOn: string }).dueOn;
    const [first, second] = [await dueOf(closed), await dueOf(open)];
    expect(first).toBe(second);
    // A working day more, two days before they are due.
    const days = ['11', '12', '13', '14', '15'].map((day) => `2022-04-${day},放假,特别安排`);
    desk.write('c.csv', ['日期,类型,名称', ...days].join('\n'));
    const told = await zh('calendar', 'import', 'c.csv', '--yes');
    expect(told).toContain(open);
    expect(told).not.toContain(closed);
    expect(await dueOf(closed)).toBe(first);
    expect((await dueOf(open)) > second).toBe(true);
    expect(((await desk.json('deadline', 'explain', closed)) as { dueOn?: string; due?: { on: string } }).due?.on ?? first).toBe(first);
    await isSound();
    // What is done again is counted anew, by what the calendar says now.
    await act('reopen', closed, '--text', '没有办');
    expect((await dueOf(closed)) > first).toBe(true);
    await isSound();
  }); // prettier-ignore
});

it('what is passed on by a back-dated act is dated as that act', async () => {
  const number = await add('噪音', '--to', '市体育局', '--time', '2022-04-01 09:00');
  await act('accept', number, '--time', '2022-04-01 10:00');
  await act('reply', number, '--text', '已办', '--time', '2022-04-01 11:00');
  await act('close', number, '--outcome', 'explained', '--time', '2022-04-01 12:00');
  await desk.json('unit', 'merge', '市体育局', '--into', '市教育局', '--on', '2022-04-02');
  await act('reopen', number, '--text', '没有办', '--time', '2022-04-06 09:30');
  const { events } = (await act('trace', number)) as { events: { action: string; at: string }[] };
  const [reopened, passed] = events.slice(-2);
  expect([reopened?.action, passed?.action, passed?.at]).toEqual(['reopen', 'transfer', reopened?.at]);
  await isSound();
});

describe('a unit’s names', () => {
  it('follow each other in time, and none is given twice', async () => {
    await desk.json('unit', 'rename', '市公安局', '市公安总局', '--on', '2022-03-01');
    expect((await desk.liaison('unit', 'rename', '市公安总局', '市公安总局')).code).toBe(5);
    expect(
      (await desk.liaison('unit', 'rename', '市公安总局', '市公安大局', '--on', '2022-02-01')).code,
    ).toBe(5);
    await desk.json('unit', 'rename', '市公安总局', '市公安大局', '--on', '2022-03-01');
  });
});

describe('duplicates', () => {
  it('have one original, and a mistyped link is taken back', async () => {
    const [one, other, third] = [await add('甲'), await add('乙'), await add('丙')];
    await act('link', third, '--duplicate-of', one);
    expect((await desk.liaison('appeal', 'link', third, '--duplicate-of', other)).code).toBe(5);
    expect((await desk.liaison('appeal', 'link', third, '--duplicate-of', one)).code).toBe(5);
    await act('link', third, '--remove', one);
    expect(await zh('appeal', 'show', one)).not.toContain(third);
    await act('link', third, '--duplicate-of', other);
    expect(await zh('appeal', 'show', other)).toContain(`重复件 ${third}`);
    expect((await desk.liaison('appeal', 'close', third, '--outcome', 'duplicate')).code).toBe(0);
    await isSound();
  });

  it.each([
    [['--duplicate-of', '--duplicate-of'], 5],
    [['--repeat-of', '--repeat-of'], 5],
    [['--duplicate-of', '--repeat-of'], 5],
    [['--related', '--related'], 0],
  ])('lead in no circle: %j', async ([first = '', second = ''], code) => {
    const [one, other] = [await add('甲'), await add('乙')];
    await act('link', one, first, other);
    expect((await desk.liaison('appeal', 'link', other, second, one)).code).toBe(code);
  });

  it('that are open are named when the original is closed, and are counted in no matter', async () => {
    const [one, other] = [await add('甲', '--matter', '路灯照明'), await add('乙', '--matter', '路灯照明')];
    await act('link', other, '--duplicate-of', one);
    expect(await zh('appeal', 'close', one, '--outcome', '撤回')).toContain(`尚未办结的重复件：${other}`);
    await act('close', other, '--outcome', 'duplicate');
    const counts = (await desk.json('matter', 'list')) as { name: string; appeals: number }[];
    expect(counts.find(({ name }) => name === '路灯照明')?.appeals ?? 1).toBe(1);
  });
});

describe('closing as solved', () => {
  it.each([
    [['--reached', '是', '--solved', '否'], 2],
    [['--reached', '是', '--solved', '是'], 0],
    [['--reached', '否'], 0],
  ])('after a call-back %j is asked about where it says no', async (said, code) => {
    const number = await add('路灯', '--to', '市公安局');
    await act('accept', number);
    await act('reply', number, '--text', '已办');
    await act('callback', number, ...said);
    const close = ['appeal', 'close', number, '--outcome', 'solved'];
    expect((await desk.liaison(...close)).code).toBe(code);
    if (code === 0) return;
    const no = await desk.answer([['回访时表示未解决', 'n']], '--lang', 'zh', ...close);
    expect([no.code, ((await act('show', number)) as { state: string }).state]).toEqual([130, 'replied']);
    expect((await desk.liaison(...close, '--yes')).code).toBe(0);
  });
});

describe('work that is to be done again', () => {
  it.each([
    ['review', ['--asked-by', '群众', '--result', '重办']],
    ['reopen', ['--text', '没有办']],
  ])('by %s tells the new due day and whom to call', async (verb, more) => {
    const number = await add('路灯', '--to', '市公安局');
    await act('accept', number);
    await act('reply', number, '--text', '已办');
    if (verb === 'reopen') await act('close', number, '--outcome', 'explained');
    const said = await zh('appeal', verb, number, ...more);
    expect(said).toMatch(/到期日：\d{4}-\d{2}-\d{2}/u);
    expect(said).toContain('现在联系：市公安局');
  });

  it('may be asked to be returned within the window that begins with it', async () => {
    const number = await add('路灯', '--to', '市公安局', '--time', '2022-03-01 09:00');
    await act('accept', number, '--time', '2022-03-01 10:00');
    await act('reply', number, '--text', '已办', '--time', '2022-03-02 10:00');
    await act('review', number, '--asked-by', '群众', '--result', '重办');
    await act('return', number, '--reason', 'wrong-unit', '--basis', '职责');
    await isSound();
  });

  it('is returned too late where the window of the first stint is over and none began', async () => {
    const number = await add('路灯', '--to', '市公安局', '--time', '2022-03-01 09:00');
    expect(
      (await desk.liaison('appeal', 'return', number, '--reason', 'wrong-unit', '--basis', '职责')).code,
    ).toBe(5);
  });
});

it('an ended unit is found wherever one asks for it, with who took over', async () => {
  await add('噪音', '--to', '市体育局');
  await desk.json('unit', 'merge', '市体育局', '--into', '市教育局');
  expect(await zh('unit', 'show', '市体育局')).toContain('由市教育局承接');
  expect(await zh('unit', 'list')).toContain('由市教育局承接');
  expect(await zh('roster', 'find', '市体育局')).toContain('由市教育局承接');
  for (const refused of [['desk', 'set', '市体育局', '--hours', 'x'], ['appeal', 'transfer', '2022-000001', '--to', '市体育局', '--reason', 'other'], ['unit', 'rename', '市体育局', '新局']]) {
    const { code, err } = await desk.liaison('--lang', 'zh', ...refused);
    expect([code, err]).toEqual([5, expect.stringContaining('市教育局')]);
  }
  expect((await desk.liaison('appeal', 'list', '--unit', '市体育局', '--all')).code).toBe(0);
}); // prettier-ignore

it('two editions never carry one document number, however it is written', async () => {
  await desk.json('desk', 'set', '市公安局', '--duties', '督办');
  for (const number of ['德组字〔2022〕3号', '德组字[2022]3号', '德组字（2022）３号 '])
    expect((await desk.liaison('roster', 'publish', '--document-no', number)).code).toBe(5);
  await desk.json('roster', 'publish', '--document-no', '德组字〔2022〕33号');
});

it('working hours hold from the day on which they are set: what was worked before is counted as it was', async () => {
  const minutes = async (number: string): Promise<unknown> => {
    const { clocks } = (await desk.json('appeal', 'show', number)) as { clocks: { minutes: number } };
    return clocks.minutes;
  };
  const number = await add('路灯', '--to', '市公安局', '--time', '2022-04-06 08:30');
  // Two whole days of 7½ hours, and 3½ hours until noon.
  expect(await minutes(number)).toBe(450 + 450 + 210);
  await desk.json('jurisdiction', 'set', '--work-hours', '10:00-12:00');
  expect(await minutes(number)).toBe(450 + 450 + 120);
  desk.setTime('2022-04-11T04:00:00Z');
  expect(await minutes(number)).toBe(450 + 450 + 120 + 120);
  await desk.json('jurisdiction', 'set', '--work-hours', '11:00-12:00');
  expect(await minutes(number)).toBe(450 + 450 + 120 + 60);
  // Another field set between is no change of hours, and an undone one never held.
  await desk.json('jurisdiction', 'set', '--area-code', '0535');
  const entries = (await desk.json('log', 'list', '--noun', 'jurisdiction')) as { operation: number }[];
  await desk.json('undo', String(entries.at(-1)?.operation), '--yes');
  await desk.json('undo', String(entries.at(-2)?.operation), '--yes');
  expect(await minutes(number)).toBe(450 + 450 + 120 + 120);
  await isSound();
});
