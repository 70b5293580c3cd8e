import { beforeAll, describe, expect, it } from 'vitest';
import * as xlsx from '@e965/xlsx';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { channelWords, kindWords } from '../../src/domain/input-words.ts';
import type { TestDesk } from '../support/desk.ts';
import { setUpDezhou } from '../support/seeds.ts';
import type { CountedYear } from '../support/year.ts';
import { countYear, yearFile } from '../support/year.ts';

interface Figure {
  readonly name: string;
  readonly numerator: number;
  readonly denominator: number | null;
  readonly base: string | null;
  readonly rate: string | null;
}
interface Report {
  readonly period: { from: string; to: string };
  readonly figures: readonly Figure[];
  readonly longest: number;
  readonly medianMinutesLost: number | null;
  readonly units: readonly { units: number; appeals: number }[];
  readonly lengths: readonly { length: number; returns: number; appeals: number }[];
  readonly pairs: readonly {
    units: readonly { code: string; name: string }[];
    returns: number;
    appeals: number;
  }[];
  readonly moves: readonly {
    from: { code: string; name: string };
    to: { code: string; name: string };
    count: number;
    medianMinutes: number;
    returned: number;
    upheld: number;
  }[];
  readonly filters: readonly { name: string; value: string }[];
  readonly rulings: readonly unknown[];
  readonly rows: readonly { key: string; name: string; figures: readonly Figure[] }[];
  readonly definitions?: Readonly<Record<string, string>>;
}

const report = (desk: TestDesk, ...more: string[]): Promise<Report> =>
  desk.json('report', 'circles', ...more) as Promise<Report>;
const behind = async (desk: TestDesk, name: string, ...more: string[]): Promise<string[]> => {
  const list = (await desk.json('report', 'circles', '--appeals', name, ...more)) as { number: string }[];
  return list.map(({ number }) => number);
};
const figureOf = ({ figures }: Pick<Report, 'figures'>, name: string): Figure | undefined =>
  figures.find((one) => one.name === name);

/** Hands appeals on as they are told: number of the appeal, then the units it goes to. */
async function setUp(chains: Readonly<Record<string, readonly string[]>>): Promise<TestDesk> {
  const desk = await setUpDezhou('units');
  const names = Object.keys(chains);
  const rows = names.map((name) => `${name},2022-03-01 09:00,热线,投诉,占道,占道经营`);
  desk.write('appeals.csv', ['工单编号,受理时间,渠道,诉求性质,标题,诉求事项', ...rows, ''].join('\n'));
  const lines = names.flatMap((name) => [
    ...(chains[name] ?? []).map((unit, at) => `${name},2022-03-0${String(at + 2)} 09:00,转办,,${unit}`),
    ...(name.startsWith('X') ? [] : [`${name},2022-03-20 09:00,办结,,`]),
  ]);
  desk.write('log.csv', ['工单编号,时间,环节,经办单位,接收单位', ...lines, ''].join('\n'));
  await desk.json('appeal', 'import', 'appeals.csv');
  await desk.json('appeal', 'import-history', 'log.csv');
  return desk;
}

const [a, b, c, d] = ['市公安局', '市教育局', '市民政局', '市财政局'] as const;

describe('report circles', () => {
  it('counts hand-overs and returns as they are defined', async () => {
    const desk = await setUp({
      N1: [a],
      N2: [a, b],
      // Straight back, twice.
      N3: [a, b, a, b, a],
      // By way of two others.
      N4: [a, b, c, a],
      // Runs of one unit are one stay.
      N5: [a, a, b, b],
      X6: [a, b, a],
      X7: [d],
    });
    const shown = await report(desk, '--period', '2022-03');
    expect(shown.period).toEqual({ from: '2022-03-01', to: '2022-03-31' });
    expect(shown.figures).toEqual([
      { name: 'handed', numerator: 7, denominator: null, base: null, rate: null },
      { name: 'handed-on', numerator: 5, denominator: 7, base: 'handed', rate: '71.43' },
      { name: 'three-or-more', numerator: 2, denominator: 7, base: 'handed', rate: '28.57' },
      { name: 'hops', numerator: 11, denominator: null, base: null, rate: null },
      { name: 'returned', numerator: 3, denominator: 7, base: 'handed', rate: '42.86' },
      { name: 'direct', numerator: 2, denominator: 7, base: 'handed', rate: '28.57' },
      { name: 'indirect', numerator: 1, denominator: 7, base: 'handed', rate: '14.29' },
      // N3 from the 3rd to the 6th, N4 from the 3rd to the 5th, X6 from the 3rd to the 4th.
      { name: 'hours-lost', numerator: 6 * 24 * 60, denominator: null, base: null, rate: null },
      { name: 'would-refuse', numerator: 5, denominator: 11, base: 'hops', rate: '45.45' },
      { name: 'closed', numerator: 5, denominator: null, base: null, rate: null },
      { name: 'first-unit', numerator: 3, denominator: 5, base: 'closed', rate: '60.00' },
    ]);
    expect([shown.longest, shown.medianMinutesLost]).toEqual([4, 2 * 24 * 60]);
    expect(shown.units).toEqual([
      { units: 1, appeals: 2 },
      { units: 2, appeals: 4 },
      { units: 3, appeals: 1 },
    ]);
    expect(shown.lengths).toEqual([
      { length: 2, returns: 4, appeals: 2 },
      { length: 3, returns: 1, appeals: 1 },
    ]);
    expect(shown.pairs).toMatchObject([{ units: [{ name: b }, { name: a }], returns: 4, appeals: 2 }]);
    const move = (from: string, to: string) =>
      shown.moves.find((one) => one.from.name === from && one.to.name === to);
    expect(move(a, b)).toMatchObject({ count: 6, returned: 3, upheld: 0, medianMinutes: 24 * 60 });
    expect(move(b, a)).toMatchObject({ count: 3, returned: 1 });
    expect(await desk.json('database', 'check')).toMatchObject({ findings: [] });
  });

  it('lists the appeals behind each figure, as many as it says', async () => {
    const desk = await setUp({ N1: [a], N2: [a, b], N3: [a, b, a, b, a], N4: [a, b, c, a], X6: [a, b, a] });
    const period = ['--period', '2022'];
    const shown = await report(desk, ...period);
    for (const { name, numerator } of shown.figures) {
      if (['hops', 'hours-lost', 'would-refuse'].includes(name)) continue;
      expect([name, (await behind(desk, name, ...period)).length]).toEqual([name, numerator]);
    }
    for (const { units, appeals } of shown.units)
      expect(await behind(desk, `units:${String(units)}`, ...period)).toHaveLength(appeals);
    for (const { length, appeals } of shown.lengths)
      expect(await behind(desk, `length:${String(length)}`, ...period)).toHaveLength(appeals);
    for (const { units, appeals } of shown.pairs)
      expect(await behind(desk, `pair:${units.map(({ code }) => code).join()}`, ...period)).toHaveLength(
        appeals,
      );
    expect(await behind(desk, `move:${c}>${a}`, ...period)).toEqual(['2022-000004']);
    expect(await behind(desk, '往返:DZ-003，DZ-004', ...period)).toEqual(
      await behind(desk, 'direct', ...period),
    );
    expect(await behind(desk, '回转', ...period)).toEqual(await behind(desk, 'returned', ...period));
    expect(await behind(desk, 'returned', ...period)).toEqual(['2022-000003', '2022-000004', '2022-000005']);
    expect(await behind(desk, 'returned', ...period, '--unit', c)).toEqual(['2022-000004']);
    expect(await behind(desk, 'direct', ...period, '--by', 'unit', '--row', 'DZ-004')).toEqual([
      '2022-000003',
      '2022-000005',
    ]);
    const { code, err } = await desk.liaison('report', 'circles', '--appeals', 'nothing');
    expect([code, err]).toEqual([2, expect.stringContaining('pair:A,B')]);
  });

  it('does not count what was recalled, nor what a successor took over', async () => {
    const desk = await setUpDezhou('units');
    for (const title of ['一', '二'])
      await desk.json(
        'appeal',
        'log',
        '--kind',
        'request',
        '--channel',
        'hotline',
        '--title',
        title,
        '--to',
        a,
      );
    await desk.json('appeal', 'transfer', '1', '--to', b, '--reason', 'wrong-unit');
    await desk.json('appeal', 'recall', '1');
    await desk.json('appeal', 'transfer', '1', '--to', c, '--reason', 'wrong-unit');
    await desk.json('unit', 'merge', a, '--into', d, '--on', '2022-04-08', '--yes');
    const shown = await report(desk, '--period', '2022');
    expect(shown.moves).toMatchObject([{ from: { name: a }, to: { name: c }, count: 1 }]);
    expect(figureOf(shown, 'hops')?.numerator).toBe(1);
    expect(figureOf(shown, 'returned')?.numerator).toBe(0);
  });

  it('says what rulings changed', async () => {
    const desk = await setUp({ N1: [a, b, a], N2: [a, b] });
    await desk.json('ruling', 'add', '--matter', '占道经营', '--lead', b, '--basis', '会议');
    const shown = await report(desk, '--period', '2022');
    expect(shown.rulings).toEqual([
      {
        ...{ number: 1, matter: '占道经营', on: '2022-04-08' },
        ...{ before: { handed: 2, returned: 1 }, after: { handed: 0, returned: 0 } },
      },
    ]);
  });

  it('reads periods by name and by their days', async () => {
    const desk = await setUp({ N1: [a, b] });
    for (const [period, count] of [
      [['--period', '2022-Q1'], 1],
      [['--period', '2022年3月'], 1],
      [['--period', '2022-W09'], 1],
      [['--period', '2022-W10'], 0],
      [['--from', '2022-03-01', '--to', '2022-03-01'], 1],
      [['--from', '2022-03-02', '--to', '2022-12-31'], 0],
      [[], 1],
    ] as const)
      expect([period, figureOf(await report(desk, ...period), 'handed')?.numerator]).toEqual([period, count]);
    for (const [line, code] of [
      [['--period', '2022-13'], 2],
      [['--period', '2022-W53'], 2],
      [['--period', '2022', '--from', '2022-01-01'], 2],
      [['--from', '2022-01-01'], 2],
      [['--from', '2022-02-01', '--to', '2022-01-01'], 2],
      [['--row', 'DZ-004'], 2],
    ] as const)
      expect([line, (await desk.liaison('report', 'circles', ...line)).code]).toEqual([line, code]);
  });

  it('is a page and a workbook, in Chinese, with a coloured matrix and the definitions', async () => {
    const desk = await setUp({ N1: [a, b, a], N2: [a, b] });
    for (const file of ['r.html', 'r.xlsx', 'again.xlsx'])
      expect((await desk.liaison('report', 'circles', '--period', '2022', '-o', file)).code).toBe(0);
    const page = readFileSync(join(desk.folder, 'r.html'), 'utf8');
    expect(page).toContain('<td class="h5">2</td>');
    expect(page).toContain('指标口径');
    expect(page).toContain('甲—乙—甲');
    const bytes = readFileSync(join(desk.folder, 'r.xlsx'));
    expect(bytes.equals(readFileSync(join(desk.folder, 'again.xlsx')))).toBe(true);
    const book = xlsx.read(bytes, { cellStyles: true });
    expect(book.SheetNames).toEqual([
      ...['指标', '经办单位数', '回转长度', '两单位往返', '转出与接收', '转办矩阵', '指标口径'],
    ]);
    const figures = xlsx.utils.sheet_to_json<unknown[]>(book.Sheets['指标'] ?? {}, { header: 1 });
    expect(figures).toContainEqual(['再次转办', 2, '2 单位承办', 100]);
    const matrix = xlsx.utils.sheet_to_json<unknown[]>(book.Sheets['转办矩阵'] ?? {}, { header: 1 });
    // To itself a unit hands nothing: that cell is empty.
    expect(Array.from(matrix[1] ?? [])).toEqual([b, undefined, 1]);
  });

  it('says its figures in Chinese on a screen, and what they mean where that is asked', async () => {
    const desk = await setUp({ N1: [a, b, a], N2: [a, b] });
    const { out } = await desk.liaison(
      'report',
      'circles',
      '--period',
      '2022',
      '--by',
      'matter',
      '--definitions',
      '--lang',
      'en',
    );
    expect(out).toContain('straight back            1');
    expect(out).toContain('A-B-A');
    expect(out.split('\n').every((line) => line.length <= 80)).toBe(true);
  });
});

describe('the year of a city', () => {
  const counted = countYear();
  let desk: TestDesk;
  beforeAll(async () => {
    desk = await setUpDezhou('units');
    await desk.json('appeal', 'import', yearFile('appeals-2021.csv'));
    await desk.json('appeal', 'import-history', yearFile('handovers-2021.csv'));
  }, 60_000);

  it('has the figures that another program counts from the raw log', async () => {
    if (counted === undefined) return;
    const shown = await report(desk, '--period', '2021');
    const { circles } = counted;
    for (const [name, count] of [
      ['handed', circles.handed],
      ['handed-on', circles.handedOn],
      ['three-or-more', circles.three],
      ['hops', circles.hops],
      ['returned', circles.returned],
      ['direct', circles.direct],
      ['indirect', circles.indirect],
      ['hours-lost', circles.minutesLost],
    ] as const)
      expect([name, figureOf(shown, name)?.numerator]).toEqual([name, count]);
    expect([shown.longest, shown.medianMinutesLost]).toEqual([circles.longest, circles.medianLost]);
    const toRecord = (entries: readonly (readonly [string, number])[]) => Object.fromEntries(entries);
    expect(toRecord(shown.units.map(({ units, appeals }) => [String(units), appeals]))).toEqual(
      circles.units,
    );
    expect(toRecord(shown.lengths.map(({ length, returns }) => [String(length), returns]))).toEqual(
      circles.lengths,
    );
    expect(toRecord(shown.pairs.map(({ units, returns }) => [nameOf(units), returns]))).toEqual(
      byName(circles),
    );
    expect(toRecord(shown.moves.map(({ from, to, count }) => [`${from.name} → ${to.name}`, count]))).toEqual(
      circles.moves,
    );
  });

  it('adds up by unit, group, category and matter', async () => {
    const whole = await report(desk, '--period', '2021');
    for (const by of ['unit', 'group', 'category', 'matter']) {
      const { rows } = await report(desk, '--period', '2021', '--by', by);
      for (const { name, numerator } of whole.figures)
        expect([by, name, rows.reduce((sum, row) => sum + (figureOf(row, name)?.numerator ?? 0), 0)]).toEqual(
          [by, name, numerator],
        );
    }
    const months = await Promise.all(
      Array.from({ length: 12 }, (_, at) =>
        report(desk, '--period', `2021-${String(at + 1).padStart(2, '0')}`),
      ),
    );
    for (const { name, numerator } of whole.figures)
      expect([name, months.reduce((sum, month) => sum + (figureOf(month, name)?.numerator ?? 0), 0)]).toEqual(
        [name, numerator],
      );
  });

  it('is narrowed as the other reports are: its parts make up the whole, and each has its appeals', async () => {
    const whole = await report(desk, '--period', '2021');
    const sumOf = (parts: readonly Report[], name: string): number =>
      parts.reduce((sum, part) => sum + (figureOf(part, name)?.numerator ?? 0), 0);
    const parts = async (option: string, values: readonly string[]): Promise<Report[]> =>
      Promise.all(values.map((value) => report(desk, '--period', '2021', option, value)));
    const kinds = await parts('--kind', Object.keys(kindWords));
    const channels = await parts('--channel', Object.keys(channelWords));
    for (const { name, numerator } of whole.figures) {
      expect([name, sumOf(kinds, name)]).toEqual([name, numerator]);
      expect([name, sumOf(channels, name)]).toEqual([name, numerator]);
    }
    const { rows } = await report(desk, '--period', '2021', '--by', 'matter');
    const [upper = ''] = rows.map(({ key }) => key.split('/')[0] ?? '').filter((one) => one !== '');
    const matter = await report(desk, '--period', '2021', '--matter', upper);
    for (const { name, numerator } of matter.figures)
      expect([
        name,
        rows
          .filter(({ key }) => key === upper || key.startsWith(`${upper}/`))
          .reduce((sum, row) => sum + (figureOf(row, name)?.numerator ?? 0), 0),
      ]).toEqual([name, numerator]);
    for (const part of [...kinds, ...channels, matter]) {
      const { name, value } = part.filters[0] ?? { name: '', value: '' };
      const list = await behind(desk, 'returned', '--period', '2021', `--${name}`, value, '--limit', '9999');
      expect([value, list.length]).toEqual([value, figureOf(part, 'returned')?.numerator]);
    }
  });

  it('is narrowed to a group or a category: what one of its units has led at some time', async () => {
    const units = (await desk.json('unit', 'list')) as {
      code: string;
      name: string;
      group: string | null;
      category: string;
    }[];
    const group = units.find(({ name }) => name === '市公安局')?.group ?? '';
    const kind = units.at(-1)?.category ?? '';
    const all = ['--period', '2021', '--limit', '9999'];
    for (const [option, value, own] of [
      ['--group', group, units.filter((unit) => unit.group === group)],
      ['--category', kind, units.filter(({ category }) => category === kind)],
    ] as const) {
      const led = await Promise.all(own.map(({ code }) => behind(desk, 'handed', ...all, '--unit', code)));
      const narrowed = await behind(desk, 'handed', ...all, option, value);
      expect([...narrowed].sort()).toEqual([...new Set(led.flat())].sort());
      const { figures } = await report(desk, '--period', '2021', option, value);
      expect(figureOf({ figures }, 'handed')?.numerator).toBe(narrowed.length);
    }
    const { out, err } = await desk.liaison(
      'report',
      'circles',
      '--period',
      '2021',
      '--group',
      group,
      '--kind',
      '投诉',
    );
    expect(out).toContain(group);
    expect(out + err).toContain(`--appeals returned --group ${group} --kind complaint`);
    const refused = await desk.liaison(
      ...[
        'report',
        'circles',
        '--period',
        '2021',
        '--category',
        'town',
        '--tier',
        'attached',
        '--lang',
        'zh',
      ],
    );
    expect([refused.code, refused.err]).toEqual([
      4,
      expect.stringContaining('没有“乡镇（街道） 加挂牌子”的内容可供统计。'),
    ]);
  });

  it('leads from a figure to file and row in two commands', async () => {
    const [number = ''] = await behind(desk, 'length:4', '--period', '2021');
    const { events } = (await desk.json('appeal', 'trace', number)) as {
      events: { wouldRefuse?: string; source?: { row: number }; import?: { file: string } }[];
    };
    const circle = events.find(({ wouldRefuse }) => wouldRefuse === 'circle');
    expect(circle?.import?.file).toBe('handovers-2021.csv');
    const lines = readFileSync(yearFile('handovers-2021.csv'), 'utf8').split('\r\n');
    expect(lines[(circle?.source?.row ?? 0) - 1]).toMatch(/^DZ\d+,2021-/u);
  });

  it('proposes the unit with which most of a matter ended', async () => {
    const log = (matter: string): Promise<unknown> =>
      desk.json(
        ...[
          'appeal',
          'log',
          '--kind',
          'request',
          '--channel',
          'hotline',
          '--title',
          '堵',
          '--matter',
          matter,
        ],
      );
    expect(await log('交通秩序')).toMatchObject({
      proposed: { code: 'DZ-004', name: '市公安局', held: expect.any(Number) as number },
    });
    expect(await log('没有过的事')).toMatchObject({ proposed: null });
    const { err } = await desk.liaison('appeal', 'transfer', '2022-000001', '--to', '市教育局');
    expect(err).toMatch(/市公安局: \d+ of \d+/u);
  });
});

const nameOf = (units: readonly { name: string }[]): string =>
  units
    .map(({ name }) => name)
    .sort()
    .join(' ⇄ ');
const byName = ({ pairs }: CountedYear['circles']): Record<string, number> =>
  Object.fromEntries(
    Object.entries(pairs).map(([pair, count]) => [pair.split(' ⇄ ').sort().join(' ⇄ '), count]),
  );
