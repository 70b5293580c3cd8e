import { describe, expect, it } from 'vitest';
import type { TestDesk } from '../support/desk.ts';
import { dumpDatabase } from '../support/dump.ts';
import { setUpDezhou } from '../support/seeds.ts';

const mobile = '19912345678';

async function setUpMobile(): Promise<TestDesk> {
  const desk = await setUpDezhou('adopted');
  await desk.json(
    'desk',
    'set',
    '市公安局',
    '--name',
    '群众工作科',
    '--liaison',
    '联某某',
    '--mobile',
    mobile,
  );
  return desk;
}

const log = async (desk: TestDesk) =>
  (await desk.json('privacy', 'log', '--shown', 'desk-mobiles')) as {
    subject: string;
    reason: string | null;
  }[];

describe('mobiles of desks', () => {
  it.each([
    ['desk show', ['市公安局']],
    ['desk list', []],
  ])('%s masks them, in words and for programs', async (verb, args) => {
    const desk = await setUpMobile();
    for (const more of [[], ['--json'], ['--format', 'csv']]) {
      const { code, out } = await desk.liaison(...verb.split(' '), ...args, ...more);
      expect([code, out]).toEqual([0, expect.not.stringContaining(mobile)]);
    }
    expect((await desk.liaison(...verb.split(' '), ...args, '--json')).out).toContain('199****5678');
    expect(await log(desk)).toEqual([]);
  });

  it.each([
    ['desk show', ['市公安局'], 'DZ-004'],
    ['desk list', [], 'all desks'],
  ])('%s shows them with a reason, once that is on record', async (verb, args, subject) => {
    const desk = await setUpMobile();
    const asked = [...verb.split(' '), ...args, '--reveal'];
    expect((await desk.liaison(...asked)).code).toBe(2);
    const personal = await desk.liaison(...asked, '--reason', `打给${mobile}`, '--json');
    expect([personal.code, personal.out]).toEqual([5, '']);
    expect(await log(desk)).toEqual([]);
    const { out } = await desk.liaison(...asked, '--reason', '联系本人', '--json');
    expect(out).toContain(mobile);
    expect(await log(desk)).toMatchObject([{ subject, reason: '联系本人' }]);
  });

  it('are masked in what a change and an import tell', async () => {
    const desk = await setUpMobile();
    const set = await desk.liaison('desk', 'set', '市公安局', '--mobile', '19988887777');
    expect(set.out).toContain('199****7777');
    desk.write('d.csv', `单位,联络员,手机\n市公安局,联某某,19911112222\n`);
    const told = [
      set,
      await desk.liaison('desk', 'import', 'd.csv', '--dry-run'),
      await desk.liaison('desk', 'import', 'd.csv', '--json'),
      await desk.liaison('import', 'show', '3'),
      await desk.liaison('import', 'show', '3', '--json'),
      await desk.liaison('import', 'undo', '3', '--dry-run'),
    ];
    for (const { code, out, err } of told)
      expect([code, `${out}${err}`]).toEqual([0, expect.not.stringMatching(/199\d{8}/u)]);
    expect(told[3]?.out).toContain('199****7777');
  });

  it('that go out with the forms are on record', async () => {
    const desk = await setUpMobile();
    await desk.json('desk', 'form', '市公安局', '市教育局', '-o', 'forms');
    expect(await log(desk)).toMatchObject([{ subject: 'forms of 1 units', reason: null }]);
  });

  it('are masked in whatever field of a person they stand, and the phone of the desk itself is not', async () => {
    const desk = await setUpMobile();
    const { out: set } = await desk.liaison(
      ...[
        'desk',
        'set',
        '市公安局',
        '--head',
        '负某某',
        '--head-phone',
        '19933334444',
        '--phones',
        '19900008888',
      ],
    );
    const shown = await desk.liaison('desk', 'show', '市公安局');
    const json = await desk.liaison('desk', 'list', '--json');
    for (const out of [set, shown.out, json.out]) {
      expect(out).toContain('199****4444');
      expect(out).not.toContain('19933334444');
      expect(out).toContain('19900008888');
    }
    expect(await log(desk)).toEqual([]);
  });

  it('that two units share are told masked, and those of the desks as they are', async () => {
    const desk = await setUpMobile();
    await desk.json('desk', 'set', '市教育局', '--name', '专岗', '--liaison', '别某某', '--mobile', mobile);
    for (const unit of ['市民政局', '市财政局'])
      await desk.json('desk', 'set', unit, '--name', '专岗', '--phones', '0534-2319999');
    const { out } = await desk.liaison('desk', 'check', '--json');
    expect(out).toContain('199****5678');
    expect(out).not.toContain(mobile);
    expect(out).toContain('0534-2319999');
  });

  it('that are mistyped in a file are shown by no message', async () => {
    const desk = await setUpMobile();
    for (const wrong of ['1991234567', '199123456789', '1991234567O']) {
      desk.write('d.csv', `单位,联络员,手机\n市公安局,联某某,${wrong}\n`);
      const { code, err } = await desk.liaison('desk', 'import', 'd.csv', '--json');
      expect([code, err]).toEqual([3, expect.not.stringContaining(wrong)]);
    }
  });

  it('that are revealed in a list stand in every form of it; where there is none, nothing is on record', async () => {
    const desk = await setUpMobile();
    const csv = await desk.liaison('desk', 'list', '--reveal', '--reason', '核对', '--format', 'csv');
    expect(csv.out).toContain(mobile);
    expect(await log(desk)).toHaveLength(1);
    await desk.json('desk', 'set', '市教育局', '--name', '专岗', '--phones', '0534-2310001');
    await desk.json('desk', 'show', '市教育局', '--reveal', '--reason', '核对');
    expect(await log(desk)).toHaveLength(1);
  });

  it('are said to be on record where they were put on it, and nowhere else', async () => {
    const desk = await setUpMobile();
    const said = 'that is in the privacy log now';
    const reveal = ['--reveal', '--reason', '核对'];
    for (const shown of [
      ['desk', 'list'],
      ['desk', 'show', '市公安局'],
    ])
      expect((await desk.liaison(...shown, ...reveal)).err).toContain(said);
    expect(await log(desk)).toHaveLength(2);
    const bare = await setUpDezhou('adopted');
    await bare.json('desk', 'set', '市教育局', '--name', '专岗', '--phones', '0534-2310001');
    for (const shown of [
      ['desk', 'list'],
      ['desk', 'show', '市教育局'],
    ]) {
      const { code, out, err } = await bare.liaison(...shown, ...reveal);
      expect([code, out, err]).toEqual([
        0,
        expect.stringContaining('0534-2310001'),
        expect.not.stringContaining(said),
      ]);
    }
    expect(await log(bare)).toEqual([]);
  });

  it('that change into one that reads alike are told as another number', async () => {
    const desk = await setUpMobile();
    const { out } = await desk.liaison('desk', 'set', '市公安局', '--mobile', '19900005678');
    expect(out).toContain('199****5678 (another number)');
  });
});

it.each([
  ['roster publish', ['--document-no', 'x', '--with-gaps', '--supersedes', '1']],
  ['tier override', ['市公安局', '--tier', 'attached', '--document-no', 'n']],
  ['tier adopt', ['1', '--document-no', 'n']],
  ['volume set', ['市公安局', '2021', '--channel', 'hotline', '--count', '7']],
  ['unit retire', ['市审计局']],
])('%s takes no reason with a phone, for it is sealed', async (verb, args) => {
  const desk = await setUpDezhou('published');
  const before = dumpDatabase(desk.database);
  const { code, err } = await desk.liaison(...verb.split(' '), ...args, '--reason', `见${mobile}`);
  expect([code, err]).toEqual([5, expect.not.stringContaining(mobile)]);
  expect(dumpDatabase(desk.database)).toBe(before);
});
