import { itOnFiles } from '../support/on-files.ts';
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { TestDesk } from '../support/desk.ts';
import { prepareCourseWork } from '../../src/operations/appeal/prepare-act.ts';
import { openStore } from '../../src/store/database.ts';
import { listJurisdictions } from '../../src/store/jurisdictions.ts';
import { dumpDatabase } from '../support/dump.ts';
import { setUpDezhou } from '../support/seeds.ts';

const number = '2022-000001';
const log = ['appeal', 'log', '--kind', 'request', '--channel', 'hotline', '--title', '路灯不亮'];

async function setUpLogged(...more: string[]): Promise<TestDesk> {
  const desk = await setUpDezhou('published');
  await desk.json(...log, ...more);
  return desk;
}

const appeal = (desk: TestDesk, verb: string, ...more: string[]) =>
  desk.json('appeal', verb, number, ...more);
const fails = async (desk: TestDesk, verb: string, ...more: string[]): Promise<readonly [number, string]> => {
  const { code, err } = await desk.liaison('appeal', verb, number, ...more);
  return [code, err.replaceAll(/\s+/gu, ' ')];
};

/** The story of 大众日报 of 24 April 2022: a test result that Beijing's health app did not show. */
async function tellStory(lang?: 'zh'): Promise<TestDesk> {
  const desk = await setUpDezhou('published', lang === undefined ? {} : { lang });
  await desk.json('unit', 'add', '市疾控中心', '--category', 'institution');
  await desk.json('unit', 'add', '市人民医院', '--category', 'institution');
  const at = (time: string): string[] => ['--time', time];
  await desk.json(
    ...[
      'appeal',
      'log',
      '--kind',
      '求助',
      '--channel',
      '热线',
      '--title',
      '核酸检测结果未在“北京健康宝”显示',
    ],
    ...['--caller', '曹先生', '--phone', '19911110207', '--to', '市卫健委', ...at('2022-02-07 16:50')],
  );
  await appeal(desk, 'accept', ...at('2022-02-07 16:55'));
  await appeal(
    desk,
    'assist',
    ...['--add', '市卫健委/医政科', '--add', '市卫健委/疾控科', '--add', '市疾控中心', '--add', '市人民医院'],
    ...at('2022-02-07 17:20'),
  );
  await appeal(
    desk,
    'reply',
    '--text',
    '检测结果已上传',
    '--note',
    '曹先生19911110207已知悉',
    ...at('2022-02-08 09:10'),
  );
  await appeal(
    desk,
    'callback',
    ...['--reached', 'yes', '--solved', 'yes', '--satisfied-result', 'yes', '--satisfied-service', 'yes'],
    ...at('2022-02-08 15:00'),
  );
  await appeal(desk, 'close', '--outcome', 'solved', ...at('2022-02-08 15:05'));
  return desk;
}

describe('a call-back', () => {
  it('takes five grades, in both languages, and yes or no alone', async () => {
    const desk = await tellStory();
    const answers = [
      ['very-satisfied', 'very-satisfied', 'very satisfied with the result', '对结果非常满意'],
      ['基本满意', 'basically-satisfied', 'basically satisfied with the result', '对结果基本满意'],
      ['很不满意', 'very-dissatisfied', 'very dissatisfied with the result', '对结果非常不满意'],
      ['no', false, 'not satisfied with the result', '对结果不满意'],
      ['是', true, 'satisfied with the result', '对结果满意'],
    ] as const;
    for (const [typed, kept, said, saidInChinese] of answers) {
      desk.setEnv('LIAISON_LANG', 'en');
      await appeal(desk, 'callback', '--reached', 'yes', '--satisfied-result', typed);
      const shown = (await appeal(desk, 'show')) as { events: { callback?: object }[] };
      expect(shown.events.at(-1)?.callback).toEqual({ reached: true, satisfiedWithResult: kept });
      expect((await desk.liaison('appeal', 'trace', number)).out).toContain(said);
      desk.setEnv('LIAISON_LANG', 'zh');
      expect((await desk.liaison('appeal', 'trace', number)).out).toContain(saidInChinese);
    }
    desk.setEnv('LIAISON_LANG', 'en');
    const refused = await desk.liaison(
      'appeal',
      'callback',
      number,
      ...['--reached', 'yes', '--satisfied-result', '马马虎虎'],
    );
    expect(refused.code).toBe(2);
    expect(refused.err).toContain('基本满意');
  });
});

describe('the story of the source', () => {
  it('is told by trace in English', async () => {
    const desk = await tellStory();
    const { out } = await desk.liaison('appeal', 'trace', number);
    expect(out).toMatchInlineSnapshot(`
      "Course of appeal 2022-000001

      due on           2022-02-14
      citizen’s clock  answered after 1 h 20 min (working hours)

      no  unit          sent          accepted      handed on  worked h  liaison then
      ──  ────────────  ────────────  ────────────  ─────────  ────────  ────────────
       0  市卫生健康委  2022-02-07    2022-02-07                   1:20
          员会          16:50         16:55
                        (tester)      (tester)
                                      after 0:05 h

      when              what                                                    by
      ────────────────  ──────────────────────────────────────────────────────  ──────
      2022-02-07 16:50  received                                                tester
      2022-02-07 16:50  transfer desk → 市卫生健康委员会                        tester
      2022-02-07 16:55  accepted                                                tester
      2022-02-07 17:20  assistance changed                                      tester
                        assisting: 市卫生健康委员会/医政科, 市卫生健康委员会/
                        疾控科, 市疾控中心, 市人民医院
      2022-02-08 09:10  replied                                                 tester
                        reply: 检测结果已上传
                        note: 曹**199****0207已知悉
      2022-02-08 15:00  citizen called back                                     tester
                        solved
                        satisfied with the result
                        satisfied with the service
      2022-02-08 15:05  closed                                                  tester
                        outcome: solved
      "
    `);
    expect(await appeal(desk, 'show')).toMatchObject({ state: 'closed', outcome: 'solved', hops: 1 });
  });

  it('is told by trace in Chinese', async () => {
    const desk = await tellStory('zh');
    const { out } = await desk.liaison('appeal', 'trace', number);
    expect(out).toMatchInlineSnapshot(`
      "诉求 2022-000001 流转过程

      到期日    2022-02-14
      群众等待  1 小时 20 分（工作时间）后答复

      序号  单位            派单            签收            转出  办理用时  时任联络员
      ────  ──────────────  ──────────────  ──────────────  ────  ────────  ──────────
         0  市卫生健康委员  2022-02-07      2022-02-07                1:20
            会              16:50           16:55
                            （tester）      （tester）
                                            用时 0:05

      时间              事项                                                    操作人
      ────────────────  ──────────────────────────────────────────────────────  ──────
      2022-02-07 16:50  受理                                                    tester
      2022-02-07 16:50  转办席 → 市卫生健康委员会                               tester
      2022-02-07 16:55  签收                                                    tester
      2022-02-07 17:20  协办调整                                                tester
                        协办：市卫生健康委员会/医政科，市卫生健康委员会/疾控
                        科，市疾控中心，市人民医院
      2022-02-08 09:10  答复                                                    tester
                        答复：检测结果已上传
                        备注：曹**199****0207已知悉
      2022-02-08 15:00  回访                                                    tester
                        已解决
                        对结果满意
                        对服务满意
      2022-02-08 15:05  办结                                                    tester
                        办理结果：已解决
      "
    `);
  });

  it('shows nobody in any form', async () => {
    const desk = await tellStory();
    for (const verb of ['show', 'trace'])
      for (const format of ['table', 'json', 'csv', 'md']) {
        const { out } = await desk.liaison('appeal', verb, number, '--format', format);
        expect(out).not.toMatch(/曹先生|19911110207/u);
      }
    const dump = dumpDatabase(desk.database, ['appeal_event', 'operation', 'appeal', 'batch']);
    expect(dump).not.toMatch(/曹先生|19911110207|已知悉/u);
  });
});

describe('around in nine departments', () => {
  const nine = [
    '市公安局',
    '市教育局',
    '市民政局',
    '市司法局',
    '市财政局',
    '市水利局',
    '市商务局',
    '市审计局',
    '市统计局',
  ];

  it('ends at the second visit and at the limit, whoever hands over, and at a ruling', async () => {
    const desk = await setUpLogged('--to', '市公安局');
    const [first = '', second = '', third = '', ...others] = nine;
    const to = (unit: string): string[] => ['--to', unit, '--reason', 'wrong-unit'];
    await appeal(desk, 'transfer', ...to(second));
    expect(await fails(desk, 'transfer', ...to(first))).toEqual([
      5,
      expect.stringContaining('go in a circle'),
    ]);
    await appeal(desk, 'transfer', ...to(third));
    const before = dumpDatabase(desk.database);
    for (const unit of [first, second]) {
      expect(await fails(desk, 'transfer', ...to(unit))).toEqual([5, expect.stringContaining('circle')]);
    }
    for (const unit of others) {
      expect(await fails(desk, 'transfer', ...to(unit))).toEqual([5, expect.stringContaining('3 units')]);
    }
    expect(dumpDatabase(desk.database)).toBe(before);
    // Back to the transfer desk it is the same: the desk may not send it round either.
    await appeal(desk, 'return', '--reason', 'wrong-unit', '--basis', '三定规定');
    await appeal(desk, 'decide', '--uphold');
    expect(await fails(desk, 'transfer', '--to', first)).toEqual([5, expect.stringContaining('circle')]);
    expect(await fails(desk, 'transfer', '--to', '市统计局')).toEqual([
      5,
      expect.stringContaining('3 units'),
    ]);
    await appeal(desk, 'rule', '--lead', '市统计局', '--basis', '联席会议纪要');
    expect(await fails(desk, 'transfer', ...to('市审计局'))).toEqual([
      5,
      expect.stringContaining('ruling 1 binds'),
    ]);
    expect(await fails(desk, 'return', '--reason', 'wrong-unit', '--basis', 'x')).toEqual([
      5,
      expect.stringContaining('ruling 1 binds'),
    ]);
  });
});

describe('a return', () => {
  it('leaves the unit in the lead until it is decided; upheld, it goes on', async () => {
    const desk = await setUpLogged('--to', '市公安局');
    const ask = [
      '--reason',
      'wrong-unit',
      '--basis',
      '三定规定第四条',
      '--to',
      '市城管局',
      '--text',
      '路灯归城管',
    ];
    expect(await appeal(desk, 'return', ...ask)).toMatchObject({ holder: '市公安局', state: 'sent' });
    expect(await fails(desk, 'accept')).toEqual([5, expect.stringContaining('waiting to be decided')]);
    expect(await appeal(desk, 'decide', '--uphold', '--to', '市城管局')).toMatchObject({
      holder: '市城市管理局',
      hop: 1,
      from: '市公安局',
    });
    expect(await fails(desk, 'decide', '--uphold')).toEqual([
      5,
      expect.stringContaining('no return is waiting'),
    ]);
  });

  it('is asked for up to the end of the last day, and not a minute later', async () => {
    // Sent on a Thursday; within two working days is until Monday, in the time of the city.
    const desk = await setUpLogged('--to', '市公安局', '--time', '2022-04-07 09:00');
    const ask = ['--reason', 'wrong-unit', '--basis', 'x'];
    const isOffered = async (): Promise<boolean> =>
      ((await desk.json('appeal', 'show', number)) as { allowed: string[] }).allowed.includes('return');
    desk.setTime('2022-04-11T16:00:00Z');
    expect(await isOffered()).toBe(false);
    expect(await fails(desk, 'return', ...ask)).toEqual([5, expect.stringContaining('until 2022-04-11')]);
    // What was said on the last day may be written down the day after.
    expect(await appeal(desk, 'return', ...ask, '--time', '2022-04-11 23:59')).toMatchObject({
      state: 'sent',
    });
    const other = await setUpLogged('--to', '市公安局', '--time', '2022-04-07 09:00');
    other.setTime('2022-04-11T15:59:59Z');
    expect(((await other.json('appeal', 'show', number)) as { allowed: string[] }).allowed).toContain(
      'return',
    );
    expect(await appeal(other, 'return', ...ask)).toMatchObject({ state: 'sent' });
  });

  it('rejected, stays; and is asked for once only', async () => {
    const desk = await setUpLogged('--to', '市公安局');
    await appeal(desk, 'return', '--reason', 'wrong-unit', '--basis', 'x');
    expect(await fails(desk, 'decide', '--reject')).toEqual([2, expect.stringContaining('--text')]);
    expect(await appeal(desk, 'decide', '--reject', '--text', '属本单位职责')).toMatchObject({
      holder: '市公安局',
      state: 'sent',
    });
    expect(await fails(desk, 'return', '--reason', 'wrong-unit', '--basis', 'y')).toEqual([
      5,
      expect.stringContaining('asked to return it before'),
    ]);
    expect((await desk.liaison('appeal', 'trace', number)).out).toContain('return rejected');
  });
});

describe('a mis-keyed transfer', () => {
  it('is recalled and sent right; the wrong unit was never visited', async () => {
    const desk = await setUpLogged('--to', '市公安局');
    await appeal(desk, 'transfer', '--to', '市教育局', '--reason', 'other');
    expect(await appeal(desk, 'recall')).toMatchObject({ holder: '市公安局' });
    await appeal(desk, 'transfer', '--to', '市民政局', '--reason', 'other');
    expect(await appeal(desk, 'transfer', '--to', '市教育局', '--reason', 'other')).toMatchObject({ hop: 3 });
    await appeal(desk, 'accept');
    expect(await fails(desk, 'recall')).toEqual([5, expect.stringContaining('Allowed now')]);
  });
});

describe('work that is done again', () => {
  it('goes back to the unit that did it, and is escalated at the third time', async () => {
    const desk = await setUpLogged('--to', '市公安局');
    for (let time = 0; time < 3; time += 1) {
      await appeal(desk, 'accept');
      await appeal(desk, 'reply', '--text', '已处理');
      await appeal(desk, 'close', '--outcome', 'explained');
      expect(await appeal(desk, 'reopen', '--text', '仍未解决')).toMatchObject({
        state: 'sent',
        holder: '市公安局',
      });
    }
    expect(await appeal(desk, 'show')).toMatchObject({ reworks: 3, hops: 1, outcome: null });
    expect((await desk.liaison('appeal', 'show', number)).out).toContain('3 (escalated)');
  });
});

describe('correct', () => {
  it('sets fields right, overwrites nothing, and says no personal text', async () => {
    const desk = await setUpLogged('--phone', '19900000001', '--place', '一号楼', '--matter', '照明');
    await appeal(
      desk,
      'correct',
      '--phone',
      '19900000002',
      '--kind',
      '投诉',
      '--place',
      '二号楼',
      '--matter',
      '路灯',
    );
    expect(await appeal(desk, 'show')).toMatchObject({
      kind: 'complaint',
      phone: '199****0002',
      place: '二号楼',
      matter: '路灯',
    });
    const { out } = await desk.liaison('appeal', 'trace', number);
    expect(out).toContain('kind: request → complaint');
    expect(out).toContain('phone set right');
    const dump = dumpDatabase(desk.database, ['personal_text']);
    for (const kept of ['19900000001', '19900000002', '一号楼', '二号楼']) expect(dump).toContain(kept);
    expect(dumpDatabase(desk.database, ['appeal_event'])).not.toMatch(/1990000000|号楼/u);
    expect(await fails(desk, 'correct', '--kind', '投诉')).toEqual([
      5,
      expect.stringContaining('Nothing of'),
    ]);
  });
});

describe('how an appeal ends', () => {
  it('at once, when the hotline answers it or declines it', async () => {
    const desk = await setUpLogged('--outcome', '直接答复');
    expect(await appeal(desk, 'show')).toMatchObject({ state: 'closed', outcome: 'answered', holder: null });
    const both = await desk.liaison(...log, '--outcome', 'declined', '--to', '市公安局');
    expect(both.code).toBe(2);
    expect(await desk.json('appeal', 'list')).toEqual([]);
  });

  it('as solved only after a reply, and as a duplicate only of another', async () => {
    const desk = await setUpLogged('--to', '市公安局');
    await desk.json(...log);
    expect(await fails(desk, 'close', '--outcome', 'solved')).toEqual([
      5,
      expect.stringContaining('Now it can end as: withdrawn, duplicate'),
    ]);
    expect(await fails(desk, 'close', '--outcome', '重复')).toEqual([
      5,
      expect.stringContaining('liaison appeal link'),
    ]);
    expect((await fails(desk, 'link', '--related', number))[0]).toBe(5);
    await appeal(desk, 'link', '--duplicate-of', '2022-000002');
    expect(await appeal(desk, 'close', '--outcome', '重复')).toMatchObject({ outcome: 'duplicate' });
    expect(await appeal(desk, 'show')).toMatchObject({ duplicateOf: '2022-000002' });
    // It is seen from the other one too.
    expect((await desk.liaison('appeal', 'show', number)).out).toContain('duplicate of 2022-000002');
    expect((await desk.liaison('appeal', 'show', '2022-000002')).out).toContain(
      `has the duplicate ${number}`,
    );
  });
});

describe('several appeals', () => {
  it('are done together or not at all, and more than three after a confirmation', async () => {
    const desk = await setUpLogged('--to', '市公安局');
    for (let more = 0; more < 4; more += 1) await desk.json(...log, '--to', '市公安局');
    desk.write('numbers.csv', '编号,标题\n2022-000002,x\n2022-000003,x\n2022-000004,x\n2022-000005,x\n');
    const asked = await desk.liaison('appeal', 'accept', '--from-file', 'numbers.csv');
    expect([asked.code, asked.err]).toEqual([2, expect.stringContaining('2022-000005')]);
    const done = (await desk.json('appeal', 'accept', '--from-file', 'numbers.csv', '--yes')) as object[];
    expect(done).toHaveLength(4);
    const before = dumpDatabase(desk.database);
    // The first could be accepted, the second is already.
    expect((await desk.liaison('appeal', 'accept', number, '2022-000002')).code).toBe(5);
    expect(dumpDatabase(desk.database)).toBe(before);
    expect((await desk.liaison('appeal', 'accept')).code).toBe(2);
  });
});

describe('two processes', () => {
  const root = join(import.meta.dirname, '..', '..');
  const start = (desk: TestDesk, ...args: string[]): Promise<{ code: number | null; err: string }> =>
    new Promise((resolve) => {
      const child = spawn(process.execPath, [join(root, 'bin', 'liaison.js'), ...args], {
        cwd: desk.folder,
        env: { ...process.env, LIAISON_LANG: 'en', LIAISON_USER: args.at(-1) },
      });
      let err = '';
      child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()));
      child.on('close', (code) => {
        resolve({ code, err });
      });
    });

  itOnFiles(
    'that transfer the same appeal at the same time: one wins, the other is told, 50 times',
    { timeout: 120_000 },
    async () => {
      const desk = await setUpDezhou('published');
      desk.setTime('2022-04-08T05:00:00Z');
      for (let at = 1; at <= 50; at += 1) await desk.json(...log, '--to', '市公安局');
      for (let at = 1; at <= 50; at += 1) {
        const one = `2022-${String(at).padStart(6, '0')}`;
        const transfer = (to: string) =>
          start(desk, 'appeal', 'transfer', one, '--from', '市公安局', '--reason', 'other', '--to', to);
        const both = await Promise.all([transfer('市教育局'), transfer('市民政局')]);
        expect(both.map(({ code }) => code).sort()).toEqual([0, 5]);
        const loser = both.find(({ code }) => code === 5);
        expect(loser?.err).toMatch(/is not with\s+市公安局|was changed\s+meanwhile/u);
        expect(await desk.json('appeal', 'show', one)).toMatchObject({ hops: 2 });
      }
    },
  );

  it('of which one decides on what the other has changed meanwhile: nothing of it is written', async () => {
    const desk = await setUpLogged('--to', '市公安局');
    await desk.json(...log, '--to', '市公安局');
    const store = await openStore(desk.database);
    const [jurisdiction] = await listJurisdictions(store.db);
    if (jurisdiction === undefined) throw new Error('no jurisdiction');
    const now = '2022-04-08T06:00:00.000Z';
    const clock = (): string => now;
    const who = { by: 'first', now, clock, isClockRight: false, command: 'appeal transfer' };
    const work = { store, jurisdiction, ...who };
    const prepared = await prepareCourseWork(work, {
      numbers: ['2022-000002', number],
      act: {
        verb: 'transfer',
        to: '市教育局',
        reason: 'other',
      },
    });
    await appeal(desk, 'transfer', '--to', '市民政局', '--reason', 'other');
    const before = dumpDatabase(desk.database);
    await expect(prepared.apply()).rejects.toMatchObject({
      code: 'appeal-changed',
      details: { number, action: 'transfer', by: 'tester', holder: '市民政局' },
    });
    await store.close();
    expect(dumpDatabase(desk.database)).toBe(before);
  });
});

it('a hand-over that is refused whatever its reason is refused before the reason is asked for', async () => {
  const desk = await setUpLogged('--to', '市公安局');
  await appeal(desk, 'transfer', '--to', '市教育局', '--reason', 'other');
  const { code, err } = await desk.answer([], 'appeal', 'transfer', number, '--to', '市公安局');
  expect([code, err]).toEqual([5, expect.stringContaining('circle')]);
  const asked = await desk.answer(
    [['Why is it handed over', '\r']],
    'appeal',
    'transfer',
    number,
    '--to',
    '市民政局',
  );
  expect(asked.code).toBe(0);
});

describe('whatever is done to an appeal, in whatever order', () => {
  const caller = '欧阳某甲';
  const phone = '19912345678';
  const words = `${caller}来电${phone}，住址另报`;
  const tries: readonly (readonly string[])[] = [
    ['accept', '--text', words],
    ['recall', '--text', words],
    ['remind', '--text', words],
    ['note', '--text', words],
    ['reply', '--text', words, '--note', words],
    ['close', '--outcome', 'solved', '--text', words],
    ['close', '--outcome', 'withdrawn', '--text', words],
    ['reopen', '--text', words],
    ['return', '--reason', 'wrong-unit', '--basis', words, '--text', words, '--to', '市教育局'],
    ['decide', '--uphold', '--text', words],
    ['decide', '--reject', '--text', words],
    ['assist', '--add', '市民政局', '--text', words],
    ['callback', '--reached', 'yes', '--solved', 'no', '--text', words],
    ['review', '--asked-by', 'citizen', '--result', 'redo', '--text', words],
    ['correct', '--title', words, '--place', words],
    ['transfer', '--to', '市教育局', '--reason', 'other', '--text', words],
    ['transfer', '--to', '市公安局', '--reason', 'other', '--text', words],
    ['transfer', '--to', '市司法局', '--reason', 'other', '--text', words],
    ['rule', '--lead', '市公安局', '--basis', '三定规定'],
    ['rule', '--lead', '市教育局', '--basis', words],
    ['correct', '--matter', words],
    ['correct', '--kind', 'complaint', '--priority', 'urgent'],
    ['extend', '--days', '2', '--reason', words],
  ];

  it.each([1, 2, 3, 4])('keeps a holder, keeps growing, and shows nobody: sequence %i', async (seed) => {
    const desk = await setUpLogged('--caller', caller, '--phone', phone, '--text', words, '--to', '市公安局');
    let state = seed * 7919;
    const next = (below: number): number => {
      state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
      return Math.floor((state / 2_147_483_648) * below);
    };
    let before: readonly object[] = [];
    let done = 0;
    for (let at = 0; at < 30; at += 1) {
      const [verb = '', ...more] = tries[next(tries.length)] ?? [];
      const { code, out, err } = await desk.liaison('appeal', verb, number, ...more);
      expect([0, 5]).toContain(code);
      if (code === 0) done += 1;
      expect(out + err).not.toContain(caller);
      expect(out + err).not.toContain(phone);
      const shown = (await appeal(desk, 'show')) as {
        state: string;
        holder: string | null;
        events: readonly object[];
      };
      // A unit leads, or it is at the transfer desk; closed, it stays with whoever had it.
      if (shown.state !== 'closed') expect(shown.holder === null).toBe(shown.state === 'unassigned');
      expect(shown.events.slice(0, before.length)).toEqual(before);
      if (at > 0) expect(shown.events.length - before.length).toBe(code === 0 ? 1 : 0);
      before = shown.events;
    }
    expect(done).toBeGreaterThan(4);
    for (const view of [
      ['show', number],
      ['trace', number],
      ['list', '--all'],
      ['slip', number],
    ])
      for (const format of ['table', 'json', 'csv', 'md']) {
        const { out } = await desk.liaison('appeal', ...view, '--format', format);
        expect(out).not.toContain(caller);
        expect(out).not.toContain(phone);
      }
    const sealed = dumpDatabase(desk.database, ['appeal_event', 'operation', 'ruling', 'privacy_log']);
    expect(sealed).not.toContain(caller);
    expect(sealed).not.toContain(phone);
    // Row, parties, due day, search and seals say what the history says.
    expect((await desk.liaison('database', 'check')).out).toContain('Everything is as it was written.');
  });
});
