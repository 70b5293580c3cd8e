import { describe, expect, it } from 'vitest';
import type { TestDesk } from '../support/desk.ts';
import { setUpDezhou } from '../support/seeds.ts';

const number = '2022-000001';
const log = ['appeal', 'log', '--kind', 'request', '--channel', 'hotline', '--title', '路灯'];

async function setUpLogged(...more: string[]): Promise<TestDesk> {
  const desk = await setUpDezhou('published');
  await desk.json(...log, ...more);
  return desk;
}

const act = (desk: TestDesk, verb: string, ...more: string[]) => desk.json('appeal', verb, number, ...more);
const codeOf = async (desk: TestDesk, ...args: string[]): Promise<number> =>
  (await desk.liaison(...args)).code;
const to = (unit: string): string[] => ['--to', unit, '--reason', 'wrong-unit'];

describe('a unit that is merged with an open appeal', () => {
  it('hands it over whatever binds it: a ruling, a return, the limit, a visit before', async () => {
    const bound = await setUpLogged('--to', '市公安局');
    await act(bound, 'rule', '--lead', '市教育局', '--basis', 'x');
    await bound.json('unit', 'merge', '市教育局', '--into', '市民政局');
    expect(await act(bound, 'show')).toMatchObject({ holder: '市民政局' });
    expect(await codeOf(bound, 'appeal', 'transfer', number, ...to('市司法局'))).toBe(5);

    const returned = await setUpLogged('--to', '市公安局');
    await act(returned, 'return', '--reason', 'wrong-unit', '--basis', 'x');
    await returned.json('unit', 'merge', '市公安局', '--into', '市民政局');
    expect(await act(returned, 'show')).toMatchObject({ holder: '市民政局', pendingReturn: true });
    await act(returned, 'decide', '--reject', '--text', 'x');
    // The predecessor has asked before.
    expect(await codeOf(returned, 'appeal', 'return', number, '--reason', 'place', '--basis', 'y')).toBe(5);

    for (const into of ['市水利局', '市公安局']) {
      const last = await setUpLogged('--to', '市公安局');
      await act(last, 'transfer', ...to('市教育局'));
      await act(last, 'transfer', ...to('市财政局'));
      await last.json('unit', 'merge', '市财政局', '--into', into);
      expect(await act(last, 'show')).toMatchObject({ holder: into });
    }
  });

  it('is followed by its successor where it assists, or one of its offices', async () => {
    const desk = await setUpLogged('--to', '市公安局');
    await act(desk, 'assist', '--add', '市教育局', '--add', '市教育局/基教科', '--add', '市民政局');
    await desk.json('unit', 'merge', '市教育局', '--into', '市民政局');
    expect(await desk.json('appeal', 'list', '--assist', '市民政局')).toMatchObject([{ number }]);
    const { out } = await desk.liaison('appeal', 'show', number);
    expect(out).toMatch(/assisted by +市民政局, 市民政局\/基教科\n/u);
    // It leads what it assisted: then it assists no more.
    await desk.json('unit', 'merge', '市民政局', '--into', '市公安局');
    expect((await desk.liaison('appeal', 'show', number)).out).toMatch(/assisted by +市公安局\/基教科\n/u);
  });

  it('is passed by where an appeal comes back to it: reopened, reviewed, recalled', async () => {
    for (const again of [
      ['reopen', '--text', 'x'],
      ['review', '--asked-by', 'citizen', '--result', 'redo'],
    ]) {
      const desk = await setUpLogged('--to', '市公安局');
      await act(desk, 'accept');
      await act(desk, 'reply', '--text', 'x');
      await act(desk, 'close', '--outcome', 'solved');
      await desk.json('unit', 'merge', '市公安局', '--into', '市民政局');
      const [verb = '', ...more] = again;
      expect(await act(desk, verb, ...more)).toMatchObject({ holder: '市民政局', state: 'sent' });
    }
    const recalled = await setUpLogged('--to', '市公安局');
    await act(recalled, 'accept');
    await act(recalled, 'transfer', ...to('市教育局'));
    await recalled.json('unit', 'merge', '市公安局', '--into', '市民政局');
    expect(await act(recalled, 'recall')).toMatchObject({ holder: '市民政局' });
  });

  it('takes nothing more, whenever it is said to have been, and assists nobody', async () => {
    const desk = await setUpLogged('--to', '市公安局', '--time', '2022-04-01 09:00');
    await desk.json('unit', 'merge', '市教育局', '--into', '市民政局', '--on', '2022-04-05');
    const early = ['--time', '2022-04-02 09:00'];
    for (const command of [
      ['appeal', 'transfer', number, ...to('市教育局'), ...early],
      ['appeal', 'rule', number, '--lead', '市教育局', '--basis', 'x', ...early],
      ['appeal', 'rule', number, '--lead', '市司法局', '--basis', 'x', '--assist', '市教育局'],
      ['appeal', 'assist', number, '--add', '市教育局'],
      ['appeal', 'return', number, '--reason', 'place', '--basis', 'x', '--to', '市教育局'],
      [...log, '--to', '市教育局', ...early],
    ]) {
      expect(await codeOf(desk, ...command)).toBe(5);
    }
  });
});

describe('a unit that goes on after a split', () => {
  it('is no predecessor: its part is a unit like any other, under ruling, limit and reason', async () => {
    const desk = await setUpLogged('--to', '市公安局');
    await desk.json('unit', 'add', '市交警支队');
    await desk.json('unit', 'split', '市公安局', '--into', '市公安局', '市交警支队');
    await act(desk, 'transfer', ...to('市交警支队'));
    const { events } = (await act(desk, 'show')) as { events: { reason: string }[] };
    expect(events.at(-1)).toMatchObject({ reason: 'wrong-unit' });
    expect(await act(desk, 'recall')).toMatchObject({ holder: '市公安局' });
    await act(desk, 'rule', '--lead', '市公安局', '--basis', 'x');
    expect(await codeOf(desk, 'appeal', 'transfer', number, ...to('市交警支队'))).toBe(5);
  });
});

describe('what was done on a hop', () => {
  it('keeps it from being recalled: assistance and notes would be lost', async () => {
    for (const done of [
      ['assist', '--add', '市民政局'],
      ['note', '--text', 'x'],
    ]) {
      const desk = await setUpLogged('--to', '市公安局');
      const [verb = '', ...more] = done;
      await act(desk, verb, ...more);
      expect(await codeOf(desk, 'appeal', 'recall', number)).toBe(5);
    }
    const reminded = await setUpLogged('--to', '市公安局');
    await act(reminded, 'remind');
    expect(await act(reminded, 'recall')).toMatchObject({ holder: null });
  });

  it('a unit that assists no longer does when it leads', async () => {
    const desk = await setUpLogged('--to', '市公安局');
    await act(desk, 'assist', '--add', '市民政局', '--add', '市民政局/办公室');
    await act(desk, 'transfer', ...to('市民政局'));
    expect((await desk.liaison('appeal', 'show', number)).out).toMatch(/assisted by +市民政局\/办公室\n/u);
  });
});

describe('stops', () => {
  it('end when a return was upheld, not when another unit came', async () => {
    const desk = await setUpLogged('--to', '市公安局', '--time', '2022-03-01 09:00');
    await act(desk, 'return', '--reason', 'wrong-unit', '--basis', 'x', '--time', '2022-03-02 09:00');
    await act(desk, 'decide', '--uphold', '--time', '2022-03-03 09:00');
    const leftAt = async (): Promise<unknown> =>
      ((await act(desk, 'trace')) as { stops: { leftAt: string | null }[] }).stops[0]?.leftAt;
    expect(await leftAt()).toBe('2022-03-03T01:00:00Z');
    await act(desk, 'transfer', '--to', '市教育局', '--time', '2022-04-08 09:00');
    expect(await leftAt()).toBe('2022-03-03T01:00:00Z');
    await act(desk, 'recall', '--time', '2022-04-08 10:00');
    expect(await leftAt()).toBe('2022-03-03T01:00:00Z');
  });
});

describe('what an appeal was taken for', () => {
  it('masks a name and a phone that were set right since', async () => {
    const desk = await setUpLogged(
      '--caller',
      '王小明',
      '--phone',
      '19912345678',
      '--text',
      '王小明反映，19912345678',
    );
    await act(desk, 'correct', '--caller', '王晓明', '--phone', '19912345679');
    for (const verb of ['show', 'slip', 'trace']) {
      expect((await desk.liaison('appeal', verb, number)).out).not.toMatch(/小明|19912345678/u);
    }
    expect(await desk.json('appeal', 'list', '--all', '--text', '王小明')).toEqual([]);
  });

  it('is no duplicate of what is a duplicate of it', async () => {
    const desk = await setUpLogged();
    await desk.json(...log);
    await act(desk, 'link', '--duplicate-of', '2022-000002');
    expect(await codeOf(desk, 'appeal', 'link', '2022-000002', '--duplicate-of', number)).toBe(5);
    expect(await codeOf(desk, 'appeal', 'link', '2022-000002', '--related', number)).toBe(0);
  });

  it('has a number elsewhere that is found however it is typed, and is nobody’s own', async () => {
    const desk = await setUpLogged('--external-number', 'ＡＢ１２');
    expect(await desk.json('appeal', 'show', 'AB12')).toMatchObject({ number });
    expect(await codeOf(desk, ...log, '--external-number', 'AB12')).toBe(5);
    expect(await codeOf(desk, ...log, '--external-number', number)).toBe(5);
  });

  it('waits since it was returned, whatever is noted meanwhile', async () => {
    const desk = await setUpLogged('--to', '市公安局', '--time', '2022-04-01 09:00');
    await act(desk, 'return', '--reason', 'place', '--basis', 'x', '--time', '2022-04-02 09:00');
    await act(desk, 'note', '--text', 'x');
    expect(await desk.json('appeal', 'list')).toMatchObject([{ standingSince: '2022-04-02T01:00:00Z' }]);
  });
});

describe('a unit that ends and nobody takes over whole', () => {
  const queue = async (desk: TestDesk): Promise<unknown> =>
    ((await desk.json('appeal', 'list')) as { number: string; wait: string }[]).map((one) => [
      one.number,
      one.wait,
    ]);

  it('leaves its open appeals at the transfer desk, in the queue, and its parts take them over', async () => {
    const desk = await setUpLogged('--to', '市公安局');
    await act(desk, 'accept');
    await act(desk, 'assist', '--add', '市教育局');
    expect(await desk.json('unit', 'split', '市公安局', '--into', '市民政局', '市司法局')).toMatchObject({
      waiting: [number],
    });
    expect(await act(desk, 'show')).toMatchObject({ state: 'unassigned', holder: null });
    expect(await queue(desk)).toEqual([[number, 'unassigned']]);
    expect((await desk.liaison('appeal', 'trace', number)).out).toContain('unit ended, at the transfer desk');
    // A part of it is no new visit, a unit that is no part is one.
    expect(await act(desk, 'transfer', '--to', '市民政局')).toMatchObject({
      state: 'sent',
      from: null,
      hop: 1,
    });
    const { events } = (await act(desk, 'show')) as { events: { reason: string | null }[] };
    expect(events.at(-1)).toMatchObject({ reason: 'reorganised' });
    expect(await codeOf(desk, 'database', 'check')).toBe(0);
  });

  it('gets nothing back: recalled, reopened and reviewed it goes to the transfer desk, and that is said', async () => {
    const recalled = await setUpLogged('--to', '市公安局');
    await act(recalled, 'accept');
    await act(recalled, 'transfer', ...to('市教育局'));
    await recalled.json('unit', 'split', '市公安局', '--into', '市民政局', '市司法局');
    const { out } = await recalled.liaison('appeal', 'recall', number);
    expect(out).toContain('市公安局 has ended: the appeal is at the transfer desk, in the queue.');
    expect(await act(recalled, 'show')).toMatchObject({ state: 'unassigned', holder: null });
    expect(await queue(recalled)).toEqual([[number, 'unassigned']]);
    for (const again of [
      ['reopen', '--text', 'x'],
      ['review', '--asked-by', 'citizen', '--result', 'redo'],
    ]) {
      const desk = await setUpLogged('--to', '市公安局');
      await act(desk, 'accept');
      await act(desk, 'reply', '--text', 'x');
      await act(desk, 'close', '--outcome', 'solved');
      await desk.json('unit', 'retire', '市公安局', '--reason', '改革');
      const [verb = '', ...more] = again;
      await act(desk, verb, ...more);
      expect(await act(desk, 'show')).toMatchObject({ state: 'unassigned', holder: null });
      expect(await queue(desk)).toEqual([[number, 'unassigned']]);
      expect(await codeOf(desk, 'database', 'check')).toBe(0);
    }
  });

  it('assists nobody any more', async () => {
    const desk = await setUpLogged('--to', '市公安局');
    await act(desk, 'assist', '--add', '市教育局', '--add', '市民政局');
    await desk.json('unit', 'retire', '市教育局', '--reason', '改革');
    expect(await act(desk, 'show')).toMatchObject({ assists: ['DZ-005'] });
  });

  it('is asked about when it is entered anew, by whatever of its names', async () => {
    const desk = await setUpLogged('--to', '市公安局');
    await act(desk, 'transfer', ...to('市教育局'));
    await desk.json('unit', 'alias', '市公安局', '警察局');
    await desk.json('unit', 'retire', '市公安局', '--reason', '改革');
    for (const name of ['市公安局', '德州市公安局', '公安局', '警察局'])
      expect([name, await codeOf(desk, 'unit', 'add', name)]).toEqual([name, 5]);
    desk.write('u.csv', '单位\n德州市公安局\n');
    expect((await desk.liaison('unit', 'import', 'u.csv')).err).toContain('ended on 2022-04-08');
    // It is the same: what it has led it has led.
    const again = await desk.answer([['is a name of', 'y']], 'unit', 'add', '德州市公安局');
    expect(again.code).toBe(0);
    expect(await desk.json('unit', 'show', '市公安局')).toMatchObject({ code: 'DZ-004', until: null });
    expect(await codeOf(desk, 'appeal', 'transfer', number, ...to('市公安局'))).toBe(5);
    expect(await codeOf(desk, 'database', 'check')).toBe(0);
  });

  it('is another one where a person says so', async () => {
    const desk = await setUpLogged('--to', '市公安局');
    await act(desk, 'transfer', ...to('市教育局'));
    await desk.json('unit', 'retire', '市公安局', '--reason', '改革');
    await desk.json('unit', 'add', '德州市公安局', '--new');
    expect(await act(desk, 'transfer', ...to('德州市公安局'))).toMatchObject({ hop: 2 });
  });
});

describe('the reason “reorganised” that a person types', () => {
  it('makes nobody a successor: the unit takes it on anew, under every rule', async () => {
    const desk = await setUpLogged();
    await act(desk, 'transfer', '--to', '市公安局', '--reason', 'reorganised');
    expect(await act(desk, 'show')).toMatchObject({ state: 'sent', holder: '市公安局' });
    await act(desk, 'accept');
    await act(desk, 'transfer', '--to', '市教育局', '--reason', 'reorganised');
    // It has accepted nothing yet.
    expect(await act(desk, 'show')).toMatchObject({ state: 'sent', holder: '市教育局' });
    expect(await codeOf(desk, 'appeal', 'reply', number, '--text', 'x')).toBe(5);
    expect(
      await codeOf(desk, 'appeal', 'transfer', number, '--to', '市公安局', '--reason', 'reorganised'),
    ).toBe(5);
    expect(await codeOf(desk, 'appeal', 'recall', number)).toBe(0);
    expect(await codeOf(desk, 'database', 'check')).toBe(0);
  });
});

describe('a recall', () => {
  it('is a stop of the trace and no visit, once a unit, within the time for accepting', async () => {
    const desk = await setUpLogged('--to', '市公安局');
    await act(desk, 'transfer', ...to('市教育局'));
    await act(desk, 'recall');
    const { stops } = (await act(desk, 'trace')) as {
      stops: { isRecalled: boolean; unit: { name: string } }[];
    };
    expect(stops.map(({ unit, isRecalled }) => [unit.name, isRecalled])).toEqual([
      ['市公安局', false],
      ['市教育局', true],
    ]);
    expect((await desk.liaison('appeal', 'trace', number)).out).toContain('recalled');
    // The same unit may get it rightly, and from it it is recalled no second time.
    await act(desk, 'transfer', ...to('市教育局'));
    expect(await codeOf(desk, 'appeal', 'recall', number)).toBe(5);
    // Two units, and the limit is three.
    await act(desk, 'transfer', ...to('市民政局'));
    await act(desk, 'recall');
    expect(await codeOf(desk, 'appeal', 'transfer', number, ...to('市司法局'))).toBe(5);
    expect(await codeOf(desk, 'appeal', 'transfer', number, ...to('市民政局'))).toBe(0);
  });

  it('has 24 hours where no calendar is there to count by', async () => {
    const desk = await setUpDezhou('published');
    desk.setTime('2028-03-06T02:00:00Z');
    await desk.json(...log, '--to', '市公安局');
    await desk.json(...log, '--to', '市公安局');
    desk.setTime('2028-03-07T01:59:00Z');
    expect(await codeOf(desk, 'appeal', 'recall', '2028-000001')).toBe(0);
    desk.setTime('2028-03-07T02:01:00Z');
    const { code, err } = await desk.liaison('appeal', 'recall', '2028-000002');
    expect([code, err]).toEqual([5, expect.stringContaining('2028-03-07 10:00')]);
  });
});
