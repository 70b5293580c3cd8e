// Appeals of a file get their numbers one after the other, year by year, after those that are there.
import { expect, it } from 'vitest';
import { setUpDezhou } from '../support/seeds.ts';

const head = '工单编号,受理时间,渠道,诉求性质,标题,内容,承办单位';
const row = (number: string, time: string): string => `${number},${time},热线,投诉,路灯不亮,请修,市教育局`;

it('go on from each year’s last, in the order in which they were received', async () => {
  const desk = await setUpDezhou('published');
  await desk.json('appeal', 'log', '--kind', 'request', '--channel', 'hotline', '--title', '井盖', '--time', '2022-01-05 09:00'); // prettier-ignore
  const rows = [
    row('W-4', '2022-01-04 10:00'),
    row('W-1', '2021-12-30 10:00'),
    row('W-3', '2022-01-03 10:00'),
    row('W-2', '2021-12-31 10:00'),
    row('W-5', '2022-02-01 10:00'),
  ];
  desk.write('a.csv', `${[head, ...rows].join('\n')}\n`);
  await desk.json('appeal', 'import', 'a.csv');
  desk.write(
    'b.csv',
    `${[head, row('W-6', '2021-12-29 10:00'), row('W-7', '2022-02-02 10:00')].join('\n')}\n`,
  );
  await desk.json('appeal', 'import', 'b.csv');
  const list = (await desk.json('appeal', 'list', '--all')) as { number: string; externalNumber: string | null }[]; // prettier-ignore
  expect(Object.fromEntries(list.map(({ number, externalNumber }) => [number, externalNumber]))).toEqual({
    '2021-000001': 'W-1',
    '2021-000002': 'W-2',
    '2021-000003': 'W-6',
    '2022-000001': null,
    '2022-000002': 'W-3',
    '2022-000003': 'W-4',
    '2022-000004': 'W-5',
    '2022-000005': 'W-7',
  });
});
