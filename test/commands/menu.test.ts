import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { TestDesk } from '../support/desk.ts';
import { setUpDesk } from '../support/desk.ts';
import { Robot } from '../support/robot.ts';
import { setUpDezhou } from '../support/seeds.ts';

const enter = '\r';
const escape = '\u001b';

/** Answers question by question. */
const inTurn = (...replies: readonly (readonly string[])[]): Robot => {
  const left = [...replies];
  return new Robot(() => left.shift() ?? []);
};

describe('the menu', () => {
  it('is what a bare liaison at a terminal goes on with, under its status; elsewhere it is the status alone', async () => {
    const { folder } = await setUpDezhou('volumes');
    const desk = setUpDesk({ folder, isTerminal: true });
    const { code, out, err } = await desk.sit(inTurn(['q']));
    expect([code, out]).toEqual([0, expect.stringContaining('units')]);
    expect(err).toContain('Next: ');
    const plain = await setUpDesk({ folder }).liaison();
    expect([plain.code, plain.err]).toEqual([0, expect.not.stringContaining('What is to be done')]);
  });

  it('begins where there is nothing yet', async () => {
    const desk = setUpDesk({ isTerminal: true });
    const { code, err } = await desk.sit(inTurn(['q']), 'menu');
    expect([code, err]).toEqual([0, expect.stringContaining('Begin: a new database')]);
    expect(existsSync(desk.database)).toBe(false);
  });

  it('goes into a group and back by Escape, is searched as a whole, and leaves by q or Escape', async () => {
    const desk = await setUpDezhou('volumes');
    const robot = inTurn(['Upkeep', enter], [escape], ['backup', enter], [escape], [escape]);
    const { code } = await desk.sit(robot, 'menu');
    expect([code, robot.questions]).toEqual([
      0,
      [
        'What is to be done?',
        'Upkeep',
        'What is to be done?',
        expect.stringContaining('File'),
        'What is to be done?',
      ],
    ]);
  });

  it('runs what is chosen with options that are chosen, and comes back', async () => {
    const desk = await setUpDezhou('volumes');
    const robot = inTurn(
      ['unit list', enter],
      ['--all-fields', enter],
      ['--output', enter],
      ['units.csv', enter],
      [enter],
      ['q'],
    );
    const { code, err } = await desk.sit(robot, 'menu');
    expect([code, err]).toEqual([
      0,
      expect.stringContaining('$ liaison unit list --all-fields --output units.csv'),
    ]);
    expect(existsSync(join(desk.folder, 'units.csv'))).toBe(true);
  });

  it('takes back the option given last by Escape', async () => {
    const desk = await setUpDezhou('volumes');
    const robot = inTurn(['unit list', enter], ['--all-fields', enter], [escape], [enter], ['q']);
    const { err } = await desk.sit(robot, 'menu');
    expect(robot.echoed).toEqual(['unit list']);
    expect(err).toContain('Run it:  liaison unit list --all-fields');
  });

  it('needs a terminal', async () => {
    const desk = await setUpDezhou('volumes');
    expect((await desk.liaison('menu')).code).toBe(2);
    expect((await desk.liaison('appeal', 'work')).code).toBe(2);
  });
});

describe('appeal work', () => {
  async function setUpQueue(): Promise<TestDesk> {
    const desk = await setUpDezhou('published');
    const log = ['appeal', 'log', '--kind', 'request', '--channel', 'hotline', '--title'];
    for (const title of ['路灯', '井盖', '噪音']) await desk.json(...log, title);
    return desk;
  }
  const holders = async (desk: TestDesk): Promise<unknown[]> =>
    ((await desk.json('appeal', 'list', '--all')) as { holder: string | null; state: string }[]).map(
      ({ holder, state }) => [holder, state],
    );

  it('goes through the queue by single keys, tells the phone of whom it was handed to, and counts', async () => {
    const desk = await setUpQueue();
    const robot = inTurn(['t'], ['公安', enter], ['n'], ['c'], ['answered', enter]);
    const { code, err, out } = await desk.sit(robot, 'appeal', 'work');
    expect([code, err]).toEqual([0, expect.stringContaining('Done: 2. Still waiting: 1.')]);
    expect(err).toContain('1 of 3, done: 0');
    expect(err).toContain('3 of 3, done: 1');
    expect(robot.echoed).toEqual([
      'appeal transfer 2022-000001 --to 市公安局',
      'appeal close 2022-000003 --outcome answered',
    ]);
    expect(out).toContain('0534-');
    expect(await holders(desk)).toEqual([
      ['市公安局', 'sent'],
      [null, 'unassigned'],
      [null, 'closed'],
    ]);
  });

  it('offers what is allowed now, for a unit its own, and the one before again', async () => {
    const desk = await setUpQueue();
    for (const number of ['2022-000001', '2022-000002'])
      await desk.json('appeal', 'transfer', number, '--to', '市公安局');
    const robot = inTurn(['a'], ['b'], ['y'], ['已修复', enter], ['q']);
    const { code, err } = await desk.sit(robot, 'appeal', 'work', '--unit', '市公安局');
    expect([code, err]).toEqual([0, expect.stringContaining('Done: 1.')]);
    expect(robot.echoed).toEqual(['appeal reply 2022-000001 --text 已修复']);
  });

  it('stays at an appeal whose act was refused, until it is done otherwise', async () => {
    const desk = await setUpQueue();
    await desk.json('appeal', 'transfer', '2022-000001', '--to', '市公安局');
    await desk.json('appeal', 'accept', '2022-000001');
    await desk.json('appeal', 'transfer', '2022-000001', '--to', '市教育局', '--reason', 'wrong-unit');
    // Back to whom it came from is a circle; a ruling ends it.
    const robot = inTurn(
      ['t'],
      ['公安', enter],
      ['leave', enter],
      ['u'],
      ['公安', enter],
      ['本局职责', enter],
    );
    const { code, err } = await desk.sit(robot, 'appeal', 'work', '--unit', '市教育局');
    expect(err).toContain('circle');
    expect([code, err]).toEqual([0, expect.stringContaining('Done: 1.')]);
    expect((await holders(desk))[0]).toEqual(['市公安局', 'sent']);
  });

  it('leaves what was done by Ctrl-C between two appeals', async () => {
    const desk = await setUpQueue();
    const robot = inTurn(['c'], ['answered', enter], ['\u0003']);
    const { code, err } = await desk.sit(robot, 'appeal', 'work');
    expect([code, err]).toEqual([130, expect.stringContaining('Done: 1. Still waiting: 2.')]);
    expect((await holders(desk))[0]).toEqual([null, 'closed']);
    expect((await desk.liaison('database', 'check')).code).toBe(0);
  });

  it('says who changed the appeal meanwhile, and shows it again', async () => {
    const desk = await setUpQueue();
    const other = setUpDesk({ folder: desk.folder });
    let at = 0;
    const robot: Robot = new Robot(() => {
      at += 1;
      if (at > 1) return ['q'];
      void other
        .liaison('appeal', 'transfer', '2022-000001', '--to', '市司法局', '--as', '李四')
        .then(() => robot.stdin.write('t'));
      return [''];
    });
    const { code, err } = await desk.sit(robot, 'appeal', 'work');
    expect([code, err]).toEqual([
      0,
      expect.stringContaining('2022-000001 was changed meanwhile by 李四: handed over'),
    ]);
    expect((await holders(desk))[0]).toEqual(['市司法局', 'sent']);
  });

  it('says that nothing waits', async () => {
    const desk = await setUpDezhou('published');
    const { code, err } = await desk.sit(inTurn(), 'appeal', 'work');
    expect([code, err]).toEqual([0, expect.stringContaining('Nothing waits.')]);
  });
});
