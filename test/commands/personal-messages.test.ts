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
  desk.write(`李红${phone}投诉.csv`, [header, row('B1', '李红')].join('\n'));
  await desk.json('appeal', 'import', `李红${phone}投诉.csv`);
  for (const command of [['list'], ['show', '2']]) {
    const { out } = await desk.liaison('import', ...command);
    expect([command, out.includes(phone), out.includes('李红')]).toEqual([command, false, false]);
  }
});

it('problems of an import show nothing of a row that is its citizen, and order numbers whole', async () => {
  const desk = await setUpDezhou('units');
  const columns = '工单编号,受理时间,渠道,诉求性质,标题,来电人,联系电话,承办单位';
  const lines = [
    '2345678,2022-04-01 08:00,热线,求助,路灯,李红,19900008765,李红',
    '2345679,2022-04-01 08:00,业主李红,求助,路灯,李红,19900008765,市公安局',
    '2345680,2022-04-01 08:00,Tom Lee,求助,路灯,Tom Lee,19900008765,市公安局',
    '2345681,2022-04-01 08:00,热线,求助,路灯,李红,19900008765,市公安局',
    '2345681,2022-04-01 08:00,热线,求助,路灯,李红,19900008765,市公安局',
  ];
  desk.write('a.csv', [columns, ...lines].join('\n'));
  for (const form of forms) {
    const { code, err } = await desk.liaison('appeal', 'import', 'a.csv', ...form);
    expect(code).toBe(3);
    for (const hidden of ['李红', 'Tom Lee', phone])
      expect([hidden, err.includes(hidden)]).toEqual([hidden, false]);
  }
  desk.write('b.csv', [columns, ...lines.slice(3)].join('\n'));
  expect((await desk.liaison('appeal', 'import', 'b.csv')).err).toContain('2345681 appears a second time');
});

it.each(['appeal', 'unit', 'desk', 'matter'])(
  '%s import shows nobody of a file of words alone without headers',
  async (noun) => {
    const desk = await setUpDezhou('units');
    desk.write('a.csv', '李红,电梯坏了,热线\n业主李红,电梯坏了,女\n李红反映电梯坏了,热线,投诉\n');
    for (const form of forms) {
      const { out, err } = await desk.liaison(noun, 'import', 'a.csv', '--dry-run', ...form);
      expect((out + err).includes('李红')).toBe(false);
    }
  },
);
