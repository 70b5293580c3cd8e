import { describe, expect, it } from 'vitest';
import type { TestDesk } from '../support/desk.ts';
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
});
