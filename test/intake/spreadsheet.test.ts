import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import writeXlsxFile from 'write-excel-file/node';
import { parseSource } from '../../src/intake/source.ts';
import { columnLetters } from '../../src/intake/spreadsheet.ts';
import { setUpDezhou } from '../support/seeds.ts';

const rows = [
  ['单位名称', '年度', '热线', '网办'],
  ['市公安局', '2021', '1,023', '7'],
  ['市教育局', '2021', '88', '0'],
];
const csv = `${rows.map((row) => row.map((cell) => `"${cell}"`).join(',')).join('\r\n')}\r\n`;
const gbk = Buffer.from(
  '22b5a5cebbc3fbb3c6222c22c4eab6c8222c22c8c8cfdf222c22cdf8b0ec220d0a22cad0b9abb0b2bed6222c2232303231222c22312c303233222c2237220d0a22cad0bdccd3fdbed6222c2232303231222c223838222c2230220d0a',
  'hex',
);

type Cell = string | number | Date | { value: string | number; rowSpan?: number; type?: unknown } | null;

async function makeWorkbook(data: readonly (readonly Cell[])[]): Promise<Buffer> {
  const cells = data.map((row) =>
    row.map((value) => {
      if (value === null) return null;
      if (value instanceof Date) return { value, format: 'yyyy-mm-dd hh:mm' };
      return typeof value === 'object' ? value : { value };
    }),
  );
  return writeXlsxFile(cells as never).toBuffer();
}

it('names the columns of a spreadsheet', () => {
  expect([0, 25, 26, 51, 52, 701, 702].map(columnLetters)).toEqual(['A', 'Z', 'AA', 'AZ', 'BA', 'ZZ', 'AAA']);
});

it('plans the same from one table in six forms', async () => {
  const forms: readonly (readonly [string, Uint8Array])[] = [
    ['utf-8', Buffer.from(csv)],
    ['utf-8', Buffer.from(`\uFEFF${csv}`)],
    ['gb18030', gbk],
    ['utf-16le', Buffer.from(`\uFEFF${csv}`, 'utf16le')],
    ['utf-16le', Buffer.from(csv, 'utf16le')],
    ['xlsx', await makeWorkbook(rows)],
  ];
  const plans = [];
  for (const [encoding, bytes] of forms) {
    const desk = await setUpDezhou('units');
    desk.write('f', bytes);
    const plan = (await desk.json('volume', 'import', 'f', '--dry-run')) as { encoding: string };
    expect(plan.encoding).toBe(encoding);
    plans.push({ ...plan, encoding: '', tab: '' });
  }
  for (const plan of plans) expect(plan).toEqual(plans[0]);
});

describe('a workbook', () => {
  it('gives numbers as stored and dates as days or times', async () => {
    const bytes = await makeWorkbook([
      ['手机', '件数', '日期', '时间', '比例'],
      [13812345678, 1022, new Date('2022-02-07T00:00:00Z'), new Date('2022-02-07T09:30:00Z'), 0.1],
    ]);
    const { sheets } = await parseSource({ name: 'f.xlsx', bytes });
    expect([...(sheets[0]?.rows ?? [])][1]?.cells).toEqual([
      '13812345678',
      '1022',
      '2022-02-07',
      '2022-02-07 09:30:00',
      '0.1',
    ]);
  });

  it('names the cell of a problem, and refuses numbers that have lost digits', async () => {
    const desk = await setUpDezhou('units');
    desk.write(
      'd.xlsx',
      await makeWorkbook([
        ['单位', '批复文号', '联系电话'],
        ['市公安局', 202202070001123456, '2851344128533376'],
      ]),
    );
    const { code, err } = await desk.liaison('desk', 'import', 'd.xlsx');
    expect(code).toBe(3);
    expect(err).toContain('d.xlsx B2 “批复文号”');
    expect(err).toContain('scientific notation');
    expect(err).toContain('d.xlsx C2 “联系电话”');
  });

  it('refuses cells merged over rows by their address, and fills them down when asked', async () => {
    const desk = await setUpDezhou('init');
    desk.write(
      'u.xlsx',
      await makeWorkbook([
        ['单位名称', '分组'],
        ['甲局', { value: '党委部门', rowSpan: 2 }],
        ['乙局', null],
      ]),
    );
    const refused = await desk.liaison('unit', 'import', 'u.xlsx');
    expect(refused.code).toBe(3);
    expect(refused.err).toContain('u.xlsx B2 The cells B2:B3 are merged');
    await desk.json('unit', 'import', 'u.xlsx', '--fill-down');
    expect(await desk.json('unit', 'list')).toMatchObject([{ group: '党委部门' }, { group: '党委部门' }]);
  });

  it('is told from a CSV file and a page by what is in it, whatever its name', async () => {
    expect(await parseSource({ name: 'f.xlsx', bytes: Buffer.from(csv) })).toMatchObject({
      encoding: 'utf-8',
    });
    const page =
      '<html><table><tr><th>单位名称</th><th>热线</th></tr><tr><td>市公安局 &amp; 分局</td><td>5</td></tr></table></html>';
    const { sheets, encoding } = await parseSource({ name: 'f.xls', bytes: Buffer.from(page) });
    expect(encoding).toBe('html utf-8');
    expect([...(sheets[0]?.rows ?? [])].map((row) => row.cells)).toEqual([
      ['单位名称', '热线'],
      ['市公安局 & 分局', '5'],
    ]);
  });

  it.each([
    ['cut off', async () => (await makeWorkbook(rows)).subarray(0, 900), 'file-broken'],
    [
      'no workbook',
      () => Promise.resolve(Buffer.from(zipSync({ 'a.txt': Buffer.from('x') }))),
      'file-other-kind',
    ],
  ])('that is %s is refused', async (_name, make, code) => {
    await expect(parseSource({ name: 'f.xlsx', bytes: await make() })).rejects.toThrow(code);
  });

  it('that would unpack to more than memory is refused by its directory', async () => {
    const bomb = Buffer.from(zipSync({ 'xl/workbook.xml': Buffer.from('x') }));
    const directory = bomb.indexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02]));
    bomb.writeUInt32LE(900_000_000, directory + 24);
    await expect(parseSource({ name: 'f.xlsx', bytes: bomb })).rejects.toThrow('file-too-large');
  });

  it('is read from the tab that is named', async () => {
    const bytes = await writeXlsxFile([
      { sheet: '说明', data: [[{ value: '填表说明' }]] },
      { sheet: '数据', data: rows.map((row) => row.map((value) => ({ value }))) },
    ] as never).toBuffer();
    const desk = await setUpDezhou('units');
    desk.write('f.xlsx', bytes);
    expect(await desk.json('volume', 'import', 'f.xlsx', '--dry-run')).toMatchObject({
      counts: { added: 4 },
    });
    expect((await desk.liaison('volume', 'import', 'f.xlsx', '--tab', '说明')).code).toBe(3);
    const { code, err } = await desk.liaison('volume', 'import', 'f.xlsx', '--tab', '三月');
    expect(code).toBe(4);
    expect(err).toContain('说明, 数据');
  });
});
