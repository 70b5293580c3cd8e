import { expect, it } from 'vitest';
import { setUpDezhou } from '../support/seeds.ts';

/** Invented, and told apart from all that stands in the fixtures. */
const names = ['郑晓燕', '欧阳测试甲', '司马长风'];
const phone = '19900008765';
const identity = '371402198501019876';
const header = '工单编号,受理时间,渠道,诉求性质,标题,内容,来电人,联系电话';
const row = (number: string, name: string): string =>
  `${number},2022-04-01 08:00,热线,求助,${name}来电,本人${name}，电话${phone}，身份证${identity},${name},${phone}`;

const forms = [[], ['--json']] as const;
const imports = ['appeal', 'office', 'desk', 'unit', 'volume', 'matter', 'calendar'];

it.each(imports)('%s import shows nobody of a file that is not its own, or has no headers', async (noun) => {
  const desk = await setUpDezhou('published');
  for (const name of names) {
    const rows = [row('A1', name), row('A2', name), row('A3', name)];
    const files = {
      'no-header.csv': rows,
      'header-of-a-name.csv': [header.replace('标题', name), ...rows],
      'shifted.csv': [header, ...rows.map((line) => `,${line}`), `${name},${phone}`],
      'twice.csv': [header, rows[0] ?? '', rows[0] ?? ''],
    };
    for (const [file, lines] of Object.entries(files)) {
      desk.write(file, lines.join('\n'));
      for (const form of forms) {
        const { out, err } = await desk.liaison(noun, 'import', file, '--dry-run', ...form);
        const shown = (out + err).replaceAll(/\s/gu, '');
        for (const hidden of [name, phone, identity]) expect([file, shown.includes(hidden), shown]).toEqual([file, false, shown]); // prettier-ignore
      }
    }
  }
});

it('an order number that holds a person is refused, and one like a phone is shown whole', async () => {
  const desk = await setUpDezhou('units');
  const log = [
    'appeal',
    'log',
    '--kind',
    '求助',
    '--channel',
    '热线',
    '--title',
    '路灯',
    '--external-number',
  ];
  const mine = ['--caller', '郑晓燕', '--phone', phone];
  for (const number of [`12345-${phone}`, 'A郑晓燕', phone]) {
    const { code, err } = await desk.liaison(...log, number, ...mine);
    expect([number, code, err.includes(phone), err.includes('郑晓燕')]).toEqual([number, 5, false, false]);
  }
  expect((await desk.liaison('appeal', 'list', '--all')).out).not.toContain('2022-000001');
  await desk.json(...log, '13812202202070001', ...mine);
  const { out } = await desk.liaison('appeal', 'show', '2022-000001');
  expect(out).toContain('13812202202070001');
  desk.write('a.csv', [header, row(`A-${phone}`, '郑晓燕')].join('\n'));
  const { code, err } = await desk.liaison('appeal', 'import', 'a.csv');
  expect([code, err.includes(phone), err.includes('郑晓燕')]).toEqual([3, false, false]);
});

it('a matter or a file that is called after somebody is shown without them', async () => {
  const desk = await setUpDezhou('units');
  const log = [
    'appeal',
    'log',
    '--kind',
    '求助',
    '--channel',
    '热线',
    '--title',
    '路灯',
    '--caller',
    '郑晓燕',
  ];
  const { code } = await desk.liaison(...log, '--matter', `郑晓燕${phone}的事`);
  const list = await desk.liaison('matter', 'list', '--json');
  for (const hidden of ['郑晓燕', phone]) expect([code, list.out.includes(hidden)]).toEqual([code, false]);
  desk.write(`郑晓燕${phone}.csv`, [header, row('B1', '郑晓燕')].join('\n'));
  await desk.json('appeal', 'import', `郑晓燕${phone}.csv`);
  for (const command of [['list'], ['show', '2']]) {
    const { out } = await desk.liaison('import', ...command);
    expect([command, out.includes(phone)]).toEqual([command, false]);
  }
});
