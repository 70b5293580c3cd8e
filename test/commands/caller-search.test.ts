import { expect, it } from 'vitest';
import { setUpDezhou } from '../support/seeds.ts';

it('finds the appeals of a caller by the whole name, with a reason that goes on record', async () => {
  const desk = await setUpDezhou('adopted');
  const log = ['appeal', 'log', '--kind', 'request', '--channel', 'hotline', '--title'];
  for (const [title, caller] of [['一', '张三'], ['二', '张 三'], ['三', '张三丰'], ['四', '李四'], ['五', '李四']] as const)
    await desk.json(...log, title, '--caller', caller);
  await desk.json(...log, '张三说的路灯');
  // A name that was set right is another's from then on, and its own.
  await desk.json('appeal', 'correct', '4', '--caller', '张三');
  await desk.json('appeal', 'correct', '1', '--caller', '王五');
  const search = (caller: string, ...more: readonly string[]) =>
    desk.json('appeal', 'search', '--caller', caller, '--reason', '本人来电查询', ...more) as Promise<{
      total: number;
      hits: { number: string }[];
    }>;
  const numbers = async (caller: string): Promise<string[]> =>
    (await search(caller)).hits.map(({ number }) => number).sort();
  expect(await numbers('张三')).toEqual(['2022-000002', '2022-000004']);
  expect(await numbers('张　三')).toEqual(['2022-000002', '2022-000004']);
  expect(await numbers('张')).toEqual([]);
  expect(await numbers('李四')).toEqual(['2022-000005']);
  expect((await search('张三', '--limit', '1')).hits).toHaveLength(1);
  const shown = (await desk.json('privacy', 'log')) as { shown: string; subject: string; reason: string; appeals: number }[];
  expect(shown.filter((entry) => entry.shown === 'caller-search')[0]).toMatchObject({
    subject: '张*',
    reason: '本人来电查询',
    appeals: 2,
  });
  const { out, err } = await desk.liaison('appeal', 'search', '--caller', '王五', '--reason', '核对');
  expect([out.includes('2022-000001'), out.includes('王五'), err.includes('privacy log')]).toEqual([true, false, true]);
}); // prettier-ignore

it('wants a reason, one way to search, and a reason without the name', async () => {
  const desk = await setUpDezhou('adopted');
  const code = async (...words: string[]): Promise<unknown> => {
    const { code: exit, err } = await desk.liaison('appeal', 'search', ...words, '--json');
    return [exit, (JSON.parse(err) as { error: { code: string } }).error.code];
  };
  expect(await code('--caller', '张三')).toEqual([2, 'option-missing']);
  expect(await code('--reason', '核对')).toEqual([2, 'option-missing']);
  expect(await code('路灯', '--caller', '张三', '--reason', '核对')).toEqual([2, 'options-conflict']);
  expect(await code('--phone', '19900000001', '--caller', '张三', '--reason', 'x')).toEqual([
    2,
    'options-conflict',
  ]);
  expect(await code('--caller', '张三', '--reason', '张三来电')).toEqual([
    expect.any(Number),
    'text-personal',
  ]);
});
