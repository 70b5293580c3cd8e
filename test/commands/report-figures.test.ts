import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { addDays } from '../../src/domain/time.ts';
import type { TestDesk } from '../support/desk.ts';
import { setUpDezhou } from '../support/seeds.ts';
import type { CountedClocks } from '../support/year.ts';
import { countPeriod, listCounted, yearFile } from '../support/year.ts';

interface Cell {
  readonly name: string;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly base: string | null;
  readonly value: string | null;
}
interface Row {
  readonly key: string;
  readonly name: string | null;
  readonly isSum: boolean;
  readonly cells: readonly Cell[];
}
interface Section {
  readonly name: string;
  readonly rows: readonly Row[];
  readonly notes: readonly { kind: string; units?: string[]; matters?: string[] }[];
}
interface Report {
  readonly isOver: boolean;
  readonly upTo: string;
  readonly before: {
    period: { from: string; to: string } | null;
    refused: string | null;
    wholeFrom: string | null;
  };
  readonly yearBefore: Report['before'];
  readonly identities: readonly { holds: boolean; left: { name: string; count: number }[] }[];
  readonly sections: readonly Section[];
}

let desk: TestDesk;
const report = (name: string, ...more: string[]): Promise<Report> =>
  desk.json('report', name, ...more) as Promise<Report>;
const sectionOf = ({ sections }: Report, name: string): Section =>
  sections.find((one) => one.name === name) ?? { name, rows: [], notes: [] };
const rowOf = (section: Section, key: string): Row | undefined => section.rows.find((row) => row.key === key);
const cellOf = (row: Row | undefined, name: string): Cell | undefined =>
  row?.cells.find((cell) => cell.name === name);
const countOf = (row: Row | undefined, name: string): number | null | undefined =>
  cellOf(row, name)?.numerator;
/** `handedOnTime` of the other program is `handed-on-time` here. */
const nameOf = (counted: string): string =>
  counted.replaceAll(/[A-Z]/gu, (letter) => `-${letter.toLowerCase()}`);
/** A rate as it is printed, by whole numbers alone and not as the tool does it. */
const printRate = (part: number, whole: number): string | null => {
  if (whole === 0) return null;
  const [cut, left] = [Math.floor((part * 10_000) / whole), (part * 10_000) % whole];
  const hundredths = String(left * 2 >= whole ? cut + 1 : cut).padStart(3, '0');
  return `${hundredths.slice(0, -2)}.${hundredths.slice(-2)}`;
};
const periods = [
  ['2021-01-01', '2021-12-31'],
  ['2021-05-01', '2021-05-31'],
  ['2021-10-01', '2021-12-31'],
  ['2021-02-03', '2021-03-17'],
] as const;

beforeAll(async () => {
  desk = await setUpDezhou('units');
  await desk.json('appeal', 'import', yearFile('appeals-2021.csv'));
  await desk.json('appeal', 'import-history', yearFile('handovers-2021.csv'));
}, 60_000);

describe.each(periods)('the fixture year from %s to %s, counted apart', (from, to) => {
  const counted = countPeriod(from, to);
  if (counted === undefined) return;
  const { summary, units } = counted;
  const span = ['--from', from, '--to', to];

  it('summary: every count, its base and its rate; channels and kinds', async () => {
    const made = await report('summary', ...span);
    expect(made.identities.length).toBe(4);
    expect(made.identities.every(({ holds }) => holds)).toBe(true);
    const figures = sectionOf(made, 'figures');
    const { receivedBy, byKind, grades: _grades, ...columns } = summary;
    for (const [name, count] of Object.entries(columns)) expect([name, countOf(rowOf(figures, nameOf(name)), 'count')]).toEqual([name, count]);
    for (const row of figures.rows) {
      const [rate, base] = [cellOf(row, 'rate'), cellOf(row, 'base')];
      if (rate?.base == null) continue;
      expect(base?.value).toBe(rate.base);
      const whole = countOf(rowOf(figures, rate.base), 'count') ?? 0;
      expect([row.key, rate.denominator, rate.value]).toEqual([row.key, whole, printRate(rate.numerator ?? 0, whole)]);
    }
    for (const [section, parts] of [['by-channel', receivedBy], ['by-kind', byKind]] as const) {
      const { rows } = sectionOf(made, section);
      expect(Object.fromEntries(rows.filter(({ isSum }) => !isSum).map((row) => [row.key, countOf(row, 'received')]))).toEqual(parts);
      for (const row of rows) expect(cellOf(row, 'share')?.value).toBe(printRate(countOf(row, 'received') ?? 0, summary['received'] ?? 0));
    }
  }); // prettier-ignore

  it('units: every figure of every unit, the desk, the sums', async () => {
    const made = await report('units', ...span);
    const rows = made.sections.filter(({ name }) => name !== 'problems').flatMap((section) => section.rows);
    for (const [unit, columns] of Object.entries(units)) {
      const own = rows.filter((row) => (unit === '' ? row.key === 'desk' : row.name === unit));
      for (const [name, count] of Object.entries(columns)) {
        if (name === 'received' || name === 'reopened') continue;
        const cells = own.flatMap((row) => cellOf(row, nameOf(name)) ?? []);
        if (cells.length === 0) expect([unit, name, count]).toEqual([unit, name, 0]);
        for (const cell of cells) expect([unit, name, cell.numerator]).toEqual([unit, name, count]);
      }
      for (const [rate, part, base] of [['on-time-rate', 'onTime', 'due'], ['solved-rate', 'solved', 'solvedAsked'], ['satisfied-rate', 'satisfied', 'graded']] as const) {
        const cell = own.flatMap((row) => cellOf(row, rate) ?? []).at(0);
        if (cell !== undefined) expect([unit, rate, cell.value]).toEqual([unit, rate, printRate(columns[part] ?? 0, columns[base] ?? 0)]);
      }
    }
    for (const section of made.sections.filter(({ name }) => name !== 'problems')) {
      for (const { name } of section.rows.at(-1)?.cells ?? []) {
        const singles = section.rows.filter(({ isSum }) => !isSum).map((row) => countOf(row, name) ?? 0);
        const groups = section.rows.filter((row) => row.isSum && row.key !== 'all').map((row) => countOf(row, name) ?? 0);
        const desks = section.rows.filter(({ key }) => key === 'desk').map((row) => countOf(row, name) ?? 0);
        const add = (list: number[]): number => list.reduce((sum, one) => sum + one, 0);
        if (name === 'difference' || name === 'share') continue;
        expect([name, countOf(rowOf(section, 'all'), name)]).toEqual([name, add(singles)]);
        expect(add(groups) + add(desks)).toBe(add(singles));
      }
    }
  }); // prettier-ignore

  it('matters, channels and satisfaction', async () => {
    const matters = sectionOf(await report('matters', ...span), 'matters');
    const levels = new Map<string, number>();
    for (const [matter, count] of Object.entries(counted.matters)) {
      const [first = '', second] = matter.split('/');
      for (const key of [first, ...(second === undefined ? [] : [`${first}/${second}`])]) levels.set(key, (levels.get(key) ?? 0) + count);
    }
    expect(Object.fromEntries(matters.rows.filter(({ key }) => key !== 'all').map((row) => [row.key, countOf(row, 'received')]))).toEqual(Object.fromEntries(levels));
    for (const row of matters.rows) expect(cellOf(row, 'share')?.value).toBe(printRate(countOf(row, 'received') ?? 0, summary['received'] ?? 0));
    const cross = sectionOf(await report('channels', ...span), 'cross');
    for (const [channel, kinds] of Object.entries(counted.channels))
      for (const [kind, count] of Object.entries(kinds)) expect(countOf(rowOf(cross, channel), `kind:${kind}`)).toBe(count);
    expect(countOf(rowOf(cross, 'all'), 'received')).toBe(summary['received']);
    const grades = rowOf(sectionOf(await report('satisfaction', ...span), 'grades'), 'all');
    for (const [grade, count] of Object.entries(summary.grades)) {
      const name = grade === 'satisfied' ? 'grade-satisfied' : grade;
      expect([grade, countOf(grades, name) ?? 0]).toEqual([grade, count]);
    }
  }); // prettier-ignore

  it('series: every day, and clocks of every unit', async () => {
    const days = sectionOf(await report('series', ...span, '--by', 'day'), 'day');
    expect(days.rows.map(({ key, cells }) => [key, ...cells.slice(0, 5).map(({ numerator }) => numerator)])).toEqual(
      counted.series.map(({ day, received, closed, open, due, onTime }) => [day, received, closed, open, due, onTime]),
    );
    const clocks = await report('clocks', ...span);
    const names = new Map(Object.keys(counted.clocks).map((unit) => [unit, unit]));
    for (const clock of ['accept', 'reply', 'whole'] as const) {
      const section = sectionOf(clocks, `clock-${clock}`);
      const check = (row: Row | undefined, own: CountedClocks): void => {
        const { n, sum, median, p90, longest } = own[clock];
        if (n === 0 && row === undefined) return;
        expect([clock, row?.key, ...['count', 'median', 'p90', 'longest'].map((name) => countOf(row, name))]).toEqual([clock, row?.key, n, median, p90, longest]);
        expect([cellOf(row, 'mean')?.numerator, cellOf(row, 'mean')?.denominator]).toEqual([sum, n]);
      };
      for (const unit of names.keys()) check(section.rows.find(({ name }) => name === unit), counted.clocks[unit] ?? counted.clocksOfAll);
      check(rowOf(section, 'all'), counted.clocksOfAll);
    }
    const windows = rowOf(sectionOf(clocks, 'windows'), 'all');
    expect([countOf(windows, 'in-window'), countOf(windows, 'accepted')]).toEqual([counted.clocksOfAll.inWindow.n, counted.clocksOfAll.inWindow.d]);
  }); // prettier-ignore
});

describe('the appeals behind a cell', () => {
  it.each([['due', 'due'], ['late-closed', 'lateClosed'], ['open', 'open'], ['handed-late', 'handedLate'], ['returned', 'returned']])(
    '%s are those that another program lists', async (name, column) => {
      const listed = listCounted('2021-05-01', '2021-05-31', column);
      if (listed === undefined) return;
      const own = (await desk.json('report', 'units', '--period', '2021-05', '--appeals', name)) as { externalNumber: string }[];
      expect(own.map(({ externalNumber }) => externalNumber).sort()).toEqual([...new Set(listed)].sort());
    }); // prettier-ignore

  it('are those of its row: of a unit, a group, the desk, a matter, a channel, a day', async () => {
    const count = async (...words: string[]): Promise<number> => ((await desk.json('report', ...words)) as unknown[]).length;
    const may = ['--period', '2021-05'];
    const load = sectionOf(await report('units', ...may), 'load');
    for (const row of load.rows) {
      expect([row.key, await count('units', ...may, '--appeals', 'open', '--row', row.key)]).toEqual([row.key, countOf(row, 'open')]);
    }
    const matters = sectionOf(await report('matters', ...may), 'matters');
    for (const row of matters.rows.slice(0, 6)) expect(await count('matters', ...may, '--appeals', '受理', '--row', row.key)).toBe(countOf(row, 'received'));
    const cross = sectionOf(await report('channels', ...may), 'cross');
    for (const row of cross.rows) expect(await count('channels', ...may, '--appeals', 'kind:complaint', '--row', row.key)).toBe(countOf(row, 'kind:complaint'));
    const days = sectionOf(await report('series', ...may), 'day');
    for (const row of days.rows.slice(0, 4)) expect(await count('series', ...may, '--appeals', 'closed', '--row', row.key)).toBe(countOf(row, 'closed'));
  }); // prettier-ignore
});

describe('what narrows a report', () => {
  it('adds up to the whole', async () => {
    const received = async (...more: string[]): Promise<number> =>
      countOf(rowOf(sectionOf(await report('summary', '--period', '2021', ...more), 'figures'), 'received'), 'count') ?? 0;
    const add = (list: number[]): number => list.reduce((sum, one) => sum + one, 0);
    expect(add([await received('--channel', '热线'), await received('--channel', '网办'), await received('--channel', '来信'), await received('--channel', '来访')])).toBe(2000);
    expect(await received('--kind', '投诉')).toBe(492);
    const departments = await received('--category', '部门');
    expect(departments).toBe(add([await received('--category', '部门', '--kind', '投诉'), await received('--category', '部门', '--kind', '咨询'), await received('--category', '部门', '--kind', '求助'), await received('--category', '部门', '--kind', '举报'), await received('--category', '部门', '--kind', '建议'), await received('--category', '部门', '--kind', '表扬')]));
    expect((await desk.liaison('report', 'summary', '--period', '2021', '--matter', '没有的事项')).code).toBe(4);
    expect((await desk.liaison('report', 'summary', '--period', '2021', '--county', '某县')).code).toBe(4);
    expect((await desk.liaison('report', 'units', '--period', '2021', '--row', '市公安局')).code).toBe(2);
  }); // prettier-ignore
});

describe('periods', () => {
  it('a year before which there is nothing is refused with the day from which the database is whole', async () => {
    const { before, yearBefore } = await report('summary', '--period', '2021');
    expect(before).toEqual({ period: { from: '2020-01-01', to: '2020-12-31' }, refused: 'not-whole', wholeFrom: '2021-01-01' });
    expect(yearBefore.refused).toBe('not-whole');
    expect((await report('summary', '--period', '2021-02')).before).toMatchObject({ period: { from: '2021-01-01', to: '2021-01-31' }, refused: null });
    const early = await desk.liaison('report', 'summary', '--from', '2020-11-01', '--to', '2021-03-31');
    expect(early.out).toContain('the database has appeals from 2021-01-01 on');
  }); // prettier-ignore

  it('one that is not over is told up to today, and compared with nothing', async () => {
    const made = await report('summary', '--period', '2022-04');
    expect([made.isOver, made.upTo, made.before.refused]).toEqual([false, '2022-04-08', 'unfinished']);
    expect((await desk.liaison('report', 'summary', '--period', '2022-04', '--lang', 'zh')).out).toContain('统计期未结束，截至 2022-04-08');
  }); // prettier-ignore

  it('every balance and sum holds for any two days, and what was open at the end of one is open at the beginning of the next', async () => {
    const day = fc.integer({ min: 0, max: 364 });
    await fc.assert(
      fc.asyncProperty(day, day, async (a, b) => {
        const [from, to] = [addDays('2021-01-01', Math.min(a, b)), addDays('2021-01-01', Math.max(a, b))];
        const made = await report('summary', '--from', from, '--to', to);
        expect(made.identities.filter(({ holds }) => !holds)).toEqual([]);
        const next = await report('summary', '--from', addDays(to, 1), '--to', addDays(to, 9));
        const open = countOf(rowOf(sectionOf(made, 'figures'), 'open'), 'count');
        expect(countOf(rowOf(sectionOf(next, 'figures'), 'opening'), 'count')).toBe(open);
      }),
      { numRuns: 25 },
    );
  }); // prettier-ignore

  it('every month and quarter balances, and they add up to the year', async () => {
    const sums: Record<string, number> = {};
    for (let month = 1; month <= 12; month += 1) {
      const made = await report('summary', '--period', `2021-${String(month).padStart(2, '0')}`);
      expect(made.identities.every(({ holds }) => holds)).toBe(true);
      for (const row of sectionOf(made, 'figures').rows) sums[row.key] = (sums[row.key] ?? 0) + (countOf(row, 'count') ?? 0);
    }
    const year = sectionOf(await report('summary', '--period', '2021'), 'figures');
    for (const name of ['received', 'closed', 'reopened', 'due', 'on-time', 'returned', 'called-back', 'satisfied'])
      expect([name, sums[name]]).toEqual([name, countOf(rowOf(year, name), 'count')]);
  }); // prettier-ignore
});

describe('ranking', () => {
  it('is off unless asked for, within groups, with ties sharing a place and small bases named', async () => {
    const plain = sectionOf(await report('units', '--period', '2021'), 'timeliness');
    expect(plain.rows.some((row) => cellOf(row, 'place') !== undefined)).toBe(false);
    const ranked = sectionOf(await report('units', '--period', '2021', '--rank'), 'timeliness');
    expect(ranked.notes.find(({ kind }) => kind === 'not-ranked')?.units).toContain('市应急管理局');
    const places = ranked.rows.flatMap((row) => (countOf(row, 'place') == null ? [] : [{ place: countOf(row, 'place') ?? 0, rate: Number(cellOf(row, 'on-time-rate')?.value) }]));
    expect(places.length).toBeGreaterThan(10);
    expect(places.filter(({ place }) => place === 1).length).toBeGreaterThanOrEqual(2);
  }); // prettier-ignore
});

it('prints in both languages at 80 and 120, and in every form', async () => {
  for (const name of ['summary', 'units', 'matters', 'series', 'channels', 'clocks', 'satisfaction']) {
    for (const lang of ['en', 'zh']) {
      const { code, out } = await desk.liaison('report', name, '--period', '2021-05', '--definitions', '--lang', lang);
      expect([name, code]).toEqual([name, 0]);
      expect(out).toContain(lang === 'en' ? 'definitions' : '指标口径');
    }
    for (const form of ['csv', 'md', 'html', 'docx', 'xlsx'])
      expect([name, form, (await desk.liaison('report', name, '--period', '2021-05', '-o', `${name}.${form}`)).code]).toEqual([name, form, 0]);
  }
}); // prettier-ignore
