import * as Xlsx from '@e965/xlsx';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { setUpDesk } from '../support/desk.ts';
import type { TestDesk } from '../support/desk.ts';

type Cells = readonly (readonly (Xlsx.CellObject | string | number | null)[])[];

/** A tab of cells, given whole or by their value. */
function makeTab(cells: Cells): Xlsx.WorkSheet {
  const tab = Xlsx.utils.aoa_to_sheet(
    cells.map((row) => row.map((cell) => (typeof cell === 'object' ? null : cell))),
  );
  cells.forEach((row, r) => {
    row.forEach((cell, c) => {
      if (typeof cell === 'object' && cell !== null) tab[Xlsx.utils.encode_cell({ r, c })] = cell;
    });
  });
  const width = Math.max(...cells.map((row) => row.length));
  tab['!ref'] = Xlsx.utils.encode_range({ s: { r: 0, c: 0 }, e: { r: cells.length - 1, c: width - 1 } });
  return tab;
}

function makeBook(tabs: Readonly<Record<string, Cells>>, hidden: readonly string[] = []): Xlsx.WorkBook {
  const book = Xlsx.utils.book_new();
  for (const [name, cells] of Object.entries(tabs)) Xlsx.utils.book_append_sheet(book, makeTab(cells), name);
  book.Workbook = { Sheets: Object.keys(tabs).map((name) => ({ Hidden: hidden.includes(name) ? 1 : 0 })) };
  return book;
}

const pack = (book: Xlsx.WorkBook, bookType: Xlsx.BookType = 'xlsx'): Uint8Array =>
  new Uint8Array(Xlsx.write(book, { type: 'array', bookType }) as ArrayBuffer);

async function setUpUnits(): Promise<TestDesk> {
  const desk = setUpDesk();
  await desk.json('init', '--name', '甲市', '--code', 'JS', '--area-code', '0534');
  desk.write('u.csv', '单位编码,单位名称\nJS-003,市公安局\nJS-004,市教育局\n');
  await desk.json('unit', 'import', 'u.csv');
  return desk;
}

const counts = async (desk: TestDesk): Promise<unknown> =>
  ((await desk.json('volume', 'list', '--year', '2021')) as { counts: unknown }[]).map((line) => line.counts);

const head = ['单位名称', '热线', '网办'];

describe('a workbook of any kind', () => {
  it.each(['xlsx', 'xlsb', 'biff8', 'ods', 'fods', 'xlml'] as const)(
    '%s gives the counts it holds',
    async (kind) => {
      const desk = await setUpUnits();
      desk.write('v', pack(makeBook({ 表: [head, ['市公安局', 1023, 7], ['市教育局', 88, 0]] }), kind));
      const plan = (await desk.json('volume', 'import', 'v', '--year', '2021')) as { encoding: string };
      expect(plan.encoding).toBe({ biff8: 'xls', xlml: 'xml' }[kind as string] ?? kind);
      expect(await counts(desk)).toEqual([
        { hotline: 1023, online: 7 },
        { hotline: 88, online: 0 },
      ]);
    },
  );

  it.each([
    ['Excel 2 is refused for what it is', 'biff2', 'old kind'],
    ['Excel 95', 'biff5', 'old kind'],
  ] as const)('%s', async (_name, kind, message) => {
    const desk = await setUpUnits();
    desk.write('v.xls', pack(makeBook({ 表: [head, ['a', 1, 7]] }), kind));
    const { code, err } = await desk.liaison('volume', 'import', 'v.xls', '--year', '2021');
    expect([code, err]).toEqual([3, expect.stringContaining(message)]);
  });
});

describe('what is no value', () => {
  it.each([
    ['a formula whose value was never stored', { t: 'z', f: 'SUM(B9:B10)' }, 'B2', 'not stored'],
    ['an error', { t: 'e', v: 0x2a, w: '#N/A' }, 'B2', '#N/A'],
    ['another error', { t: 'e', v: 0x17, w: '#REF!' }, 'B2', '#REF!'],
    ['a truth', { t: 'b', v: true }, 'B2', 'TRUE'],
    ['a day in a column of counts', { t: 'n', v: 44_927, z: 'yyyy-mm-dd' }, 'B2', '2023-01-01'],
  ] as const)('%s is refused by its cell', async (_name, cell, at, said) => {
    const desk = await setUpUnits();
    desk.write('v.xlsx', pack(makeBook({ 表: [head, ['市公安局', cell, 7]] })));
    const { code, err } = await desk.liaison('volume', 'import', 'v.xlsx', '--year', '2021', '--json');
    const { error } = JSON.parse(err) as { error: { problems: { cell: string; message: string }[] } };
    expect([code, error.problems.map(({ cell: place, message }) => [place, message])]).toEqual([
      3,
      [[at, expect.stringContaining(said)]],
    ]);
  });

  it('a computed value that is stored goes in', async () => {
    const desk = await setUpUnits();
    desk.write('v.xlsx', pack(makeBook({ 表: [head, ['市公安局', { t: 'n', v: 12, f: '5+7' }, 7]] })));
    await desk.json('volume', 'import', 'v.xlsx', '--year', '2021');
    expect(await counts(desk)).toEqual([{ hotline: 12, online: 7 }]);
  });

  it('an error word in a CSV file is refused in every column', async () => {
    const desk = await setUpUnits();
    for (const line of ['#N/A,1,2', '市公安局,#REF!,2', '市公安局,1,#名称?', '市公安局,Err:502,1']) {
      desk.write('v.csv', `${head.join(',')}\n${line}\n`);
      const { code, err } = await desk.liaison('volume', 'import', 'v.csv', '--year', '2021');
      expect([line, code, err]).toEqual([line, 3, expect.stringContaining('shows the error')]);
    }
  });
});

describe('what a person sees', () => {
  it('goes into texts, codes and phones; a day that Excel made of a text does not', async () => {
    const desk = await setUpUnits();
    const seen = [
      ['单位编码', '设置形式', '值班时间', '联系电话', '机构名称'],
      [
        { t: 'n', v: 3, z: '"JS-"000' },
        '专岗',
        { t: 'n', v: 0.354_166_666_7, z: 'h:mm' },
        { t: 'n', v: 2_310_001, z: '"0534-"0000000' },
        { t: 'n', v: 12, z: '0"科室"' },
      ],
    ] as unknown as Cells;
    desk.write('d.xlsx', pack(makeBook({ 表: seen })));
    await desk.json('desk', 'import', 'd.xlsx');
    expect(await desk.json('desk', 'show', '市公安局')).toMatchObject({
      hours: '8:30',
      phones: '0534-2310001',
      name: '12科室',
    });
    const day = [
      ['单位名称', '设置形式', '批复文号'],
      ['市公安局', '专岗', { t: 'n', v: 45_659, z: 'm"月"d"日"' }],
    ] as unknown as Cells;
    desk.write('d.xlsx', pack(makeBook({ 表: day })));
    const { code, err } = await desk.liaison('desk', 'import', 'd.xlsx');
    expect([code, err]).toEqual([3, expect.stringContaining('C2')]);
    expect(err).toContain('the cell holds the date 1月2日');
  });

  it('is filled down with the cell that is merged, and so is what is wrong with it', async () => {
    const desk = await setUpUnits();
    const fill = async (cell: Xlsx.CellObject, column: string) => {
      const book = makeBook({
        表: [
          ['单位名称', '设置形式', column],
          ['市公安局', '专岗', cell],
          ['市教育局', '专岗', ''],
        ],
      });
      const tab = book.Sheets['表'];
      if (tab !== undefined) tab['!merges'] = [{ s: { r: 1, c: 2 }, e: { r: 2, c: 2 } }];
      desk.write('d.xlsx', pack(book));
      return desk.liaison('desk', 'import', 'd.xlsx', '--fill-down', '--json');
    };
    expect((await fill({ t: 'n', v: 2_310_001, z: '"0534-"0000000' }, '联系电话')).code).toBe(0);
    for (const unit of ['市公安局', '市教育局'])
      expect(await desk.json('desk', 'show', unit)).toMatchObject({ phones: '0534-2310001' });
    const { code, err } = await fill({ t: 'n', v: 45_659, z: 'm"月"d"日"' }, '批复文号');
    const { error } = JSON.parse(err) as { error: { problems: { cell: string }[] } };
    expect([code, error.problems.map(({ cell }) => cell)]).toEqual([3, ['C2', 'C3']]);
  });

  it.each([
    ['G/通用格式', 1023],
    ['0件', 1023],
    ['#,##0"件"', 1023],
    ['DZ-000', 1023],
    ['[红色]0', 1023],
  ])('a count in the format %s is the number', async (z, v) => {
    const desk = await setUpUnits();
    desk.write('v.xlsx', pack(makeBook({ 表: [head, ['市公安局', { t: 'n', v, z }, 7]] })));
    await desk.json('volume', 'import', 'v.xlsx', '--year', '2021');
    expect(await counts(desk)).toEqual([{ hotline: 1023, online: 7 }]);
  });
});

describe('tabs', () => {
  const of = (count: number): Cells => [head, ['市公安局', count, 7]];

  it('that are hidden are read only where they are named', async () => {
    const desk = await setUpUnits();
    desk.write('v.xlsx', pack(makeBook({ 旧: of(1), 新: of(2) }, ['旧'])));
    await desk.json('volume', 'import', 'v.xlsx', '--year', '2021');
    expect(await counts(desk)).toEqual([{ hotline: 2, online: 7 }]);
    await desk.json('volume', 'import', 'v.xlsx', '--year', '2021', '--tab', '旧', '--yes');
    expect(await counts(desk)).toEqual([{ hotline: 1, online: 7 }]);
  });

  it('of which the year has one of its name is that; else all that fit are named', async () => {
    const desk = await setUpUnits();
    desk.write('v.xlsx', pack(makeBook({ '2020年': of(1), '２０２１年度': of(2) })));
    await desk.json('volume', 'import', 'v.xlsx', '--year', '2021');
    expect(await counts(desk)).toEqual([{ hotline: 2, online: 7 }]);
    const { code, err } = await desk.liaison('volume', 'import', 'v.xlsx', '--year', '2019');
    expect([code, err]).toEqual([2, expect.stringContaining('2020年, ２０２１年度')]);
  });

  it('count days from 1904 where the workbook does', async () => {
    const desk = await setUpUnits();
    const book = makeBook({
      表: [
        ['工单编号', '受理时间', '渠道', '诉求性质', '标题'],
        ['W1', { t: 'n', v: 43_137.388_888_888_89, z: 'yyyy-mm-dd hh:mm' }, '热线', '投诉', '路灯不亮'],
      ],
    });
    book.Workbook = { ...book.Workbook, WBProps: { date1904: true } };
    desk.write('a.xlsx', pack(book));
    await desk.json('appeal', 'import', 'a.xlsx');
    expect(await desk.json('appeal', 'list', '--all')).toMatchObject([
      { receivedAt: '2022-02-07T01:20:00Z' },
    ]);
  });
});

it('merged cells of a column that nobody reads are no matter', async () => {
  const desk = await setUpUnits();
  const book = makeBook({
    表: [
      [...head, '备注'],
      ['市公安局', 1, 7, '同'],
      ['市教育局', 2, 8, null],
    ],
  });
  const [tab] = Object.values(book.Sheets);
  if (tab !== undefined) tab['!merges'] = [{ s: { r: 1, c: 3 }, e: { r: 2, c: 3 } }];
  desk.write('v.xlsx', pack(book));
  await desk.json('volume', 'import', 'v.xlsx', '--year', '2021');
  expect(await counts(desk)).toHaveLength(2);
});

describe('cells that hold nothing but a format', () => {
  /** Puts cells into the tab of a workbook, behind its rows. */
  function addRows(bytes: Uint8Array, rows: string): Uint8Array {
    const parts = unzipSync(bytes);
    const name = 'xl/worksheets/sheet1.xml';
    parts[name] = strToU8(
      strFromU8(parts[name] ?? new Uint8Array()).replace('</sheetData>', `${rows}</sheetData>`),
    );
    return zipSync(parts);
  }

  it('are passed over, and what is computed among them is not', async () => {
    const desk = await setUpUnits();
    const whole = pack(makeBook({ 表: [head, ['市公安局', 1, 7]] }));
    const empty = (row: number): string =>
      `<row r="${String(row)}"><c r="A${String(row)}" s="0"/><c r="B${String(row)}" s="0"/></row>`;
    const rows = Array.from({ length: 50_000 }, (_, at) => empty(at + 3)).join('');
    desk.write('v.xlsx', addRows(whole, rows));
    await desk.json('volume', 'import', 'v.xlsx', '--year', '2021');
    expect(await counts(desk)).toEqual([{ hotline: 1, online: 7 }]);
    const last =
      '<row r="60000"><c r="A60000" t="inlineStr"><is><t>市教育局</t></is></c><c r="B60000" s="0"/><c r="C60000"><f>1+1</f></c></row>';
    desk.write('v.xlsx', addRows(whole, rows + last));
    const { code, err } = await desk.liaison('volume', 'import', 'v.xlsx', '--year', '2021');
    expect([code, err]).toEqual([3, expect.stringContaining('C60000')]);
  });

  it('keep their place where cells go by their order', async () => {
    const desk = await setUpUnits();
    desk.write(
      'v.xlsx',
      addRows(
        pack(makeBook({ 表: [['单位名称', '备注', '热线']] })),
        '<row><c t="inlineStr"><is><t>市公安局</t></is></c><c s="0"/><c><v>9</v></c></row>',
      ),
    );
    await desk.json('volume', 'import', 'v.xlsx', '--year', '2021');
    expect(await counts(desk)).toEqual([{ hotline: 9 }]);
  });
});

describe('the tab that is read', () => {
  const other = (title: string, count: number): Cells => [[title, null, null], head, ['市公安局', count, 7]];

  it('is the one whose title has the year, where no name of a tab has', async () => {
    const desk = await setUpUnits();
    desk.write('v.xlsx', pack(makeBook({ 甲: other('2020年度办理量', 5), 乙: other('2021年度办理量', 6) })));
    const plan = await desk.json('volume', 'import', 'v.xlsx', '--year', '2021');
    expect(plan).toMatchObject({ tab: '乙', timeDoubts: [] });
    expect(await counts(desk)).toEqual([{ hotline: 6, online: 7 }]);
    // It is kept with the import, and told where a count is explained.
    expect(await desk.json('import', 'list')).toMatchObject([{ tab: null }, { tab: '乙' }]);
    expect((await desk.liaison('import', 'show', '2')).out).toContain('乙');
    await desk.json('tier', 'classify', '--year', '2021');
    expect((await desk.liaison('tier', 'explain', '市公安局')).out).toContain('v.xlsx “乙” line 3');
  });

  it('is asked about at a terminal where several fit', async () => {
    const desk = await setUpUnits();
    desk.write('v.xlsx', pack(makeBook({ 甲: other('办理量', 5), 乙: other('办理量', 6) })));
    const { code, out } = await desk.answer(
      [['Which one is meant?', '\u001b[B\r']],
      'volume',
      'import',
      'v.xlsx',
      '--year',
      '2021',
    );
    expect([code, out]).toEqual([0, expect.stringContaining('Imported as batch 2.')]);
    expect(await counts(desk)).toEqual([{ hotline: 6, online: 7 }]);
  });

  it('of another year is asked about, and of what is hidden nothing is lost', async () => {
    const desk = await setUpUnits();
    const book = makeBook({ '2020年': [head, ['市公安局', 5, 7], ['市教育局', 6, 8]] });
    const tab = book.Sheets['2020年'];
    if (tab !== undefined) tab['!rows'] = [{}, {}, { hidden: true }];
    desk.write('v.xlsx', pack(book));
    const refused = await desk.liaison('volume', 'import', 'v.xlsx', '--year', '2021');
    expect([refused.code, refused.err]).toEqual([2, expect.stringContaining('--year-is-right')]);
    const taken = await desk.liaison('volume', 'import', 'v.xlsx', '--year', '2021', '--year-is-right');
    expect([taken.code, taken.err]).toEqual([0, expect.stringContaining('go in too: 1 (rows 3)')]);
    expect(await counts(desk)).toEqual([
      { hotline: 5, online: 7 },
      { hotline: 6, online: 8 },
    ]);
  });
});
