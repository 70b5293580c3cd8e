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
    await act(desk, 'transfer', '--to', '市教育局', '--time', '2022-03-20 09:00');
    expect(await leftAt()).toBe('2022-03-03T01:00:00Z');
    await act(desk, 'recall', '--time', '2022-03-21 09:00');
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
