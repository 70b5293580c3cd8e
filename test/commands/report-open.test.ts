import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { TestDesk } from '../support/desk.ts';
import { setUpDezhou } from '../support/seeds.ts';
import { yearFile } from '../support/year.ts';

interface Count {
  readonly count: number | null;
  readonly suppressed: boolean;
}
interface Open {
  readonly table: {
    readonly columns: readonly { kind: string; matter: string | null }[];
    readonly rows: readonly { kind: string; name: string | null; cells: readonly (Count | null)[] }[];
  } | null;
  readonly wholes: readonly {
    name: string;
    count: number;
    parts: readonly (Count & { name: string; rate: string | null })[];
  }[];
}

const open = (desk: TestDesk, ...more: string[]): Promise<Open> =>
  desk.json('report', 'open', '--period', '2022-03', ...more) as Promise<Open>;

/** A table as it reads: `x` is what is suppressed. */
const linesOf = ({ table }: Open): string[] =>
  (table?.rows ?? []).map(({ kind, name, cells }) =>
    [
      name ?? kind,
      ...cells.map((cell) => (cell === null ? '-' : cell.suppressed ? 'x' : String(cell.count))),
    ].join(' '),
  );
const partsOf = ({ wholes }: Open, name: string): string[] =>
  (wholes.find((whole) => whole.name === name)?.parts ?? []).map((part) =>
    [part.name, part.suppressed ? 'x' : String(part.count), part.rate ?? '-'].join(' '),
  );

/** So many appeals of each unit and matter; `secret` are confidential. */
async function setUp(
  counts: readonly (readonly [unit: string, matter: string, count: number])[],
  secret = 0,
) {
  const desk = await setUpDezhou('units');
  const rows = counts.flatMap(([unit, matter, count]) =>
    Array.from({ length: count }, () => ({ unit, matter, confidential: '否' })),
  );
  const all = [
    ...rows,
    ...Array.from({ length: secret }, () => ({ unit: '市公安局', matter: '治安', confidential: '是' })),
  ];
  desk.write(
    'appeals.csv',
    [
      '工单编号,受理时间,渠道,诉求性质,标题,诉求事项,地址,诉求人,联系电话,是否保密',
      ...all.map(
        ({ matter, confidential }, at) =>
          `GD-${String(7000 + at)},2022-03-01 09:00,${at === 0 ? '来信' : '热线'},投诉,标题甲乙丙,${matter},湖滨路88号,欧阳某某,13812345678,${confidential}`,
      ),
      '',
    ].join('\n'),
  );
  desk.write(
    'log.csv',
    [
      '工单编号,时间,环节,经办单位,接收单位',
      ...all.map(({ unit }, at) => `GD-${String(7000 + at)},2022-03-02 09:00,转办,,${unit}`),
      '',
    ].join('\n'),
  );
  await desk.json('appeal', 'import', 'appeals.csv');
  await desk.json('appeal', 'import-history', 'log.csv');
  return desk;
}

const [a, b, c] = ['市公安局', '市教育局', '市民政局'] as const;

describe('report open', () => {
  it('shows counts by unit and matter of the upper level, and their sums', async () => {
    const desk = await setUp([
      [a, '治安/盗窃', 4],
      [a, '治安/噪音', 3],
      [b, '教育', 5],
      [b, '治安', 6],
    ]);
    const shown = await open(desk);
    expect(shown.table?.columns.map(({ matter, kind }) => matter ?? kind)).toEqual(['教育', '治安', 'all']);
    expect(linesOf(shown)).toEqual([`${b} 5 6 11`, `${a} 0 7 7`, 'all 5 13 18']);
    expect(partsOf(shown, 'kind')).toEqual(['complaint 18 100.00']);
  });

  it('hides counts of one and two, and as many others as it takes', async () => {
    const desk = await setUp([
      [a, '治安', 8],
      [a, '教育', 2],
      [b, '教育', 5],
      [b, '治安', 6],
      [c, '教育', 4],
    ]);
    const shown = await open(desk);
    expect(linesOf(shown)).toEqual([`${b} x x 11`, `${a} x x 10`, `${c} 4 0 4`, 'all 11 14 25']);
    expect(partsOf(shown, 'channel')).toEqual(['hotline x -', 'letter x -']);
    const { out } = await desk.liaison('report', 'open', '--period', '2022-03', '--lang', 'zh');
    expect(out).toMatch(/市公安局 +＜3 +※ +10/u);
    expect(out).toContain('“＜3”为一件或两件，不公布件数；“※”为防止由合计推算出上述件数而不公布');
  });

  it('puts units and matters of few appeals together', async () => {
    const desk = await setUp([
      [a, '治安', 8],
      [b, '治安', 2],
      [c, '低保', 1],
      [c, '养老', 1],
    ]);
    const shown = await open(desk);
    expect(shown.table?.columns.map(({ matter, kind }) => matter ?? kind)).toEqual(['治安', 'joined', 'all']);
    expect(linesOf(shown).map((line) => line.split(' ')[0])).toEqual([a, 'joined', 'all']);
  });

  it('counts confidential appeals in the sum of all alone', async () => {
    const desk = await setUp([[a, '治安', 8], [b, '教育', 9]], 4); // prettier-ignore
    const shown = await open(desk);
    expect(linesOf(shown)).toEqual([`${b} 9 0 9`, `${a} 0 8 8`, 'confidential - - 4', 'all 9 8 21']);
    expect(partsOf(shown, 'kind')).toEqual(['complaint 21 100.00']);
    // One alone does not follow from the sum of all either.
    const few = await open(await setUp([[a, '治安', 8], [b, '教育', 9]], 1)); // prettier-ignore
    const lines = linesOf(few);
    expect(lines).toContain('confidential - - x');
    expect(lines.slice(0, 2).some((line) => line.endsWith(' x'))).toBe(true);
    expect(lines.at(-1)?.endsWith(' 18')).toBe(true);
  });

  it('says where there are too few for a table, and shows none', async () => {
    const desk = await setUp([[a, '治安', 2]]);
    const shown = await open(desk);
    expect(shown).toMatchObject({ table: null, wholes: [] });
    const { out } = await desk.liaison('report', 'open', '--period', '2022-03');
    expect(out).toContain('too few appeals to publish: unit × matter');
    expect(out).not.toContain('治安');
  });

  it('is of a county’s own appeals where one is named', async () => {
    const desk = await setUp([[a, '治安', 8]]);
    await desk.json('jurisdiction', 'add', '平川县', '--code', 'PC');
    await desk.json('appeal', 'import', 'appeals.csv', '--in', 'PC');
    await desk.json('jurisdiction', 'use', 'DZ');
    const shown = await open(desk, '--county', '平川县');
    expect(shown).toMatchObject({ jurisdiction: '平川县' });
    expect(linesOf(shown)).toEqual(['desk 8 8', 'all 8 8']);
    expect(linesOf(await open(desk))).toEqual([`${a} 8 8`, 'all 8 8']);
    expect((await desk.liaison('report', 'open', '--county', '别县')).err).toContain('别县');
  });
});

describe('of a year, in every form', () => {
  let desk: TestDesk;
  beforeAll(async () => {
    desk = await setUpDezhou('units');
    await desk.json('appeal', 'import', yearFile('appeals-2021.csv'));
  });
  const period = ['--period', '2021-W21'];

  it('holds no count of one or two, no number, no name and no place', async () => {
    const shown = (await desk.json('report', 'open', ...period)) as Open;
    const counts = [
      ...(shown.table?.rows ?? []).flatMap(({ cells }) => cells),
      ...shown.wholes.flatMap(({ parts }) => parts),
    ];
    expect(counts.some((one) => one?.suppressed === true)).toBe(true);
    for (const one of counts)
      if (one !== null)
        expect([one.suppressed, one.count === 1 || one.count === 2]).toEqual([one.count === null, false]);
    const texts = [JSON.stringify(shown)];
    for (const form of ['csv', 'md', 'html']) {
      await desk.liaison('report', 'open', ...period, '-o', `open.${form}`);
      texts.push(readFileSync(join(desk.folder, `open.${form}`), 'utf8'));
    }
    texts.push((await desk.liaison('report', 'open', ...period)).out);
    for (const text of texts) {
      expect(text).not.toMatch(/DZ2021\d+|2021-\d{6}|1[3-9]\d{9}|女士|先生|路/u);
      expect(text).not.toMatch(/(?:[,>|] ?)[12](?=[,<|\r\n ])/u);
    }
  });

  it('says in the text file too what its marks and figures mean', async () => {
    await desk.liaison('report', 'open', ...period, '-o', 'open.csv', '--lang', 'zh');
    const rows = readFileSync(join(desk.folder, 'open.csv'), 'utf8');
    for (const said of [
      '“＜3”为一件或两件',
      '不足三件的单位、事项并入',
      '保密件不分单位、事项',
      '指标口径',
      '到期,到期日落在',
    ])
      expect(rows).toContain(said);
  });

  it('makes a page in Chinese with the definitions, and a workbook', async () => {
    await desk.liaison('report', 'open', ...period, '-o', 'open.html');
    const page = readFileSync(join(desk.folder, 'open.html'), 'utf8');
    expect(page).toContain('德州市群众诉求办理情况（信息公开）');
    for (const said of ['＜3', '※', '指标口径', '保密件不分单位、事项，只计入总数'])
      expect(page).toContain(said);
    expect(page).not.toContain('<script');
    expect((await desk.liaison('report', 'open', ...period, '-o', 'open.xlsx')).code).toBe(0);
    expect((await desk.liaison('report', 'open', ...period, '-o', 'open.docx')).code).toBe(2);
  });

  it('has the sums of the report of the whole', async () => {
    const shown = (await desk.json('report', 'open', '--period', '2021')) as Open;
    const summary = (await desk.json('report', 'summary', '--period', '2021')) as {
      sections: { rows: { key: string; cells: { numerator: number }[] }[] }[];
    };
    const figure = (name: string) =>
      summary.sections[0]?.rows.find(({ key }) => key === name)?.cells[0]?.numerator;
    expect(shown.table?.rows.at(-1)?.cells.at(-1)?.count).toBe(figure('received'));
    expect(shown.wholes.map(({ name, count }) => [name, count])).toEqual([
      ['channel', figure('received')],
      ['kind', figure('received')],
      ['timeliness', figure('due')],
      ['solved', figure('solved-asked')],
      ['satisfied', figure('graded')],
    ]);
  });
});
