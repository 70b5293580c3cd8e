import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as xlsx from '@e965/xlsx';
import { beforeAll, describe, expect, it } from 'vitest';
import type { YearJson, YearUnitJson } from '../../src/output/report/year-json.ts';
import type { TestDesk } from '../support/desk.ts';
import { readParts } from '../support/office-parts.ts';
import { setUpDezhou } from '../support/seeds.ts';

const report = (desk: TestDesk, ...more: string[]): Promise<YearJson> =>
  desk.json('report', 'year', ...more) as Promise<YearJson>;
const unitOf = ({ units }: YearJson, name: string): YearUnitJson => {
  const found = units.find(({ unit }) => unit === name);
  if (found === undefined) throw new Error(name);
  return found;
};

/** Attached by the run; designated by the run. */
const [attached, designated] = ['市教育局', '市财政局'];

/** Number, unit, sent, answered, called back, satisfied. */
const appeals: readonly (readonly [string, string, string, string, string, string])[] = [
  ['H0', '', '', '2022-01-01 10:00', '', ''],
  // Due five working days after the day they came: on 11 and 12 January.
  ['A1', attached, '2022-01-04 09:00', '2022-01-06 09:00', '2022-01-07 09:00', '满意'],
  ['A2', attached, '2022-01-05 09:00', '2022-01-20 09:00', '2022-01-21 09:00', '不满意'],
  ['C1', designated, '2022-01-04 09:00', '2022-01-06 09:00', '2022-01-07 09:00', '满意'],
  ['C2', designated, '2022-01-05 09:00', '2022-01-20 09:00', '', ''],
  // Due from 8 to 11 March.
  ['A3', attached, '2022-03-01 09:00', '2022-03-02 09:00', '2022-03-03 09:00', '非常满意'],
  ['A4', attached, '2022-03-02 09:00', '2022-03-03 09:00', '2022-03-04 09:00', '基本满意'],
  ['A5', attached, '2022-03-03 09:00', '2022-03-21 09:00', '', ''],
  ['A6', attached, '2022-03-04 09:00', '2022-03-07 09:00', '', ''],
  ['C3', designated, '2022-03-01 09:00', '2022-03-21 09:00', '', ''],
  ['C4', designated, '2022-03-02 09:00', '2022-03-03 09:00', '', ''],
  ['C5', designated, '2022-03-03 09:00', '2022-03-04 09:00', '', ''],
  // The database reaches into April.
  ['H9', '', '', '2022-04-20 10:00', '', ''],
];

/** The desks of the city, and those appeals; the clock on 2 May 2022. */
async function setUp(): Promise<TestDesk> {
  const desk = await setUpDezhou('offices');
  desk.setTime('2022-05-02T04:00:00Z');
  const rows = appeals.map(([number, unit, sent, answered, called, satisfied]) => {
    const received = sent === '' ? answered : sent.replace('09:00', '08:55');
    const reached = called === '' ? '' : '是';
    return [number, received, '热线', '投诉', '占道', unit, sent, sent, answered, '已处理', answered, called, reached, satisfied].join(','); // prettier-ignore
  });
  const head =
    '工单编号,受理时间,渠道,诉求性质,标题,承办单位,派单时间,签收时间,答复时间,答复内容,办结时间,回访时间,是否接通,满意度';
  desk.write('appeals.csv', [head, ...rows, ''].join('\n'));
  await desk.json('appeal', 'import', 'appeals.csv');
  return desk;
}

let desk: TestDesk;
beforeAll(async () => {
  desk = await setUp();
});

const days = ['2022', '--on', '2022-03-01'];

describe('before and after', () => {
  it('compares two months with two, and with the units that were designated all the time', async () => {
    const shown = await report(desk, ...days);
    const { rates, window } = unitOf(shown, attached);
    expect(window).toEqual({
      ...{ day: '2022-03-01', months: 2, isShort: false, refused: null },
      ...{
        before: { from: '2022-01-01', to: '2022-02-28' },
        after: { from: '2022-03-01', to: '2022-04-30' },
      },
    });
    // A1 of A1, A2; then A3, A4, A6 of A3 to A6.
    expect(rates?.before.onTime).toMatchObject({ name: 'on-time', numerator: 1, denominator: 2, base: 'due', value: '50.00' }); // prettier-ignore
    expect(rates?.after.onTime).toMatchObject({ numerator: 3, denominator: 4, value: '75.00' });
    // A1 of A1, A2; both of A3, A4.
    expect(rates?.before.satisfied).toMatchObject({
      numerator: 1,
      denominator: 2,
      base: 'graded',
      value: '50.00',
    });
    expect(rates?.after.satisfied).toMatchObject({ numerator: 2, denominator: 2, value: '100.00' });
    // A day of work is 450 minutes: two days and eleven, the middle of both; then one day, one, twelve, and one over a weekend; each five minutes more.
    expect(rates?.before.medianMinutes).toMatchObject({ numerator: 2930, denominator: 2, base: 'answered' });
    expect(rates?.after.medianMinutes).toMatchObject({ numerator: 455, denominator: 4 });
    expect(rates?.change).toEqual({ onTime: '25.00', satisfied: '50.00', medianMinutes: 455 - 2930 });

    const [effect, ...others] = shown.effects;
    expect(others).toEqual([]);
    expect(effect?.controls.map(({ unit }) => unit)).toContain(designated);
    expect(effect?.controls).toHaveLength(10);
    // C1 of C1, C2; then C4, C5 of C3, C4, C5.
    expect(effect?.control?.before.onTime).toMatchObject({ numerator: 1, denominator: 2, value: '50.00' });
    expect(effect?.control?.after.onTime).toMatchObject({ numerator: 2, denominator: 3, value: '66.67' });
    expect(effect?.control?.change.onTime).toBe('16.67');
    // 3/4 − 1/2 − (2/3 − 1/2) = 1/12. Of the satisfied the control units have none after: there is no difference.
    expect(effect?.units.find(({ unit }) => unit === attached)?.difference).toEqual({
      ...{ onTime: '8.33', satisfied: null },
      // 455 − 2930 less 455 − 2930 of the others.
      medianMinutes: 0,
    });
    expect(effect?.all.before.onTime).toMatchObject({ numerator: 1, denominator: 2 });
    expect(shown.units).toHaveLength(34);
  });

  it('says of each figure how it is explained: what is listed is as much as is counted', async () => {
    const shown = await report(desk, ...days);
    const { rates, basis } = unitOf(shown, attached);
    expect(basis?.explain).toBe('liaison tier explain DZ-003 --run 1');
    for (const figure of [rates?.before.onTime, rates?.after.onTime, rates?.after.satisfied]) {
      const listed = (await desk.json(...(figure?.explain ?? '').split(' ').slice(1))) as unknown[];
      expect([figure?.explain, listed.length]).toEqual([figure?.explain, figure?.numerator]);
    }
    for (const command of [
      basis?.explain,
      rates?.after.medianMinutes.explain,
      unitOf(shown, attached).perPerson.explain,
    ])
      expect((await desk.liaison(...(command ?? '').split(' ').slice(1))).code).toBe(0);
  });

  it('holds units against those that are named, and says which of them changed', async () => {
    const shown = await report(desk, ...days, '--control', '教育局', '--control', designated);
    const [effect] = shown.effects;
    // The desk of the one was set up on 18 January, in these months.
    expect(effect?.controls).toEqual([
      { code: 'DZ-003', unit: attached, hasChanged: true },
      { code: 'DZ-007', unit: designated, hasChanged: false },
    ]);
    expect(effect?.units.map(({ unit }) => unit)).not.toContain(attached);
    // 2 of 4 and 5 of 7.
    expect(effect?.control?.before.onTime).toMatchObject({ numerator: 2, denominator: 4 });
    expect(effect?.control?.after.onTime).toMatchObject({ numerator: 5, denominator: 7 });
    const { out } = await desk.liaison('report', 'year', ...days, '--control', attached);
    expect(out).toContain(`changed in that time themselves: ${attached}`);
  });

  it('takes the day each desk was set up, and compares nothing where the database is not whole before', async () => {
    const shown = await report(desk, '2022');
    // Set up on 18 January; the first appeal is of 1 January.
    expect(unitOf(shown, attached).window).toEqual({
      ...{ day: '2022-01-18', before: null, after: null, months: null, isShort: false },
      refused: 'not-whole',
    });
    expect([unitOf(shown, attached).rates, shown.effects]).toEqual([null, []]);
    const { out } = await desk.liaison('report', 'year', '2022', '--format', 'md');
    expect(out).toContain('not compared, database from 2022-01-01: no whole month before: 市教育局');
    expect(out).toContain('| 市教育局 | 2022-01-18 | — | — | — | — | — | — | — | — | — | — |');
  });

  it('does not compare in a year before a desk was there', async () => {
    const shown = await report(desk, '2021');
    expect(unitOf(shown, attached).window.refused).toBe('after-year');
  });
});

describe('what units are and had', () => {
  it('tells the run of each tier, a decision, and volumes of three years a person', async () => {
    const own = await setUpDezhou('offices');
    await own.json(
      'volume',
      'set',
      '市公安局',
      '2020',
      '--channel',
      'hotline',
      '--count',
      '10',
      '--reason',
      '补登',
    );
    await own.json('tier', 'override', '市司法局', '--tier', 'dedicated', '--reason', '任务重', '--document-no', '德编〔2022〕5号'); // prettier-ignore
    await own.json(
      'tier',
      'adopt',
      '2',
      '--document-no',
      '德编〔2022〕6号',
      '--date',
      '2022-03-01',
      '--reason',
      '调整',
    );
    const shown = await report(own, '2022');
    expect(shown.run).toEqual({
      ...{
        number: 2,
        year: 2021,
        documentNo: '德编〔2022〕6号',
        adoptedOn: '2022-03-01',
        scheme: 'dezhou-2022',
      },
    });
    expect(unitOf(shown, '市司法局')).toMatchObject({
      tier: 'dedicated',
      basis: { run: 2, year: 2021, override: { documentNo: '德编〔2022〕5号', reason: '任务重' } },
      desk: { form: 'attached' },
    });
    const { volumes, perPerson } = unitOf(shown, '市公安局');
    expect(volumes.map(({ year, volume: { value } }) => [year, value])).toEqual([
      [2020, '10'],
      [2021, '3517'],
      // None is on record: never nought.
      [2022, null],
    ]);
    expect(perPerson).toMatchObject({ numerator: null, denominator: 3, base: 'persons', value: null });
    expect(unitOf(await report(own, '2021'), '市公安局').perPerson).toMatchObject({
      numerator: 3517,
      value: '1172.33',
    });
    const { out } = await own.liaison('report', 'year', '2022');
    expect(out).toContain('no volumes are on record for 2022');
    // The form differs from the tier now: that stands before all that only warns.
    expect(shown.findings[0]).toMatchObject({
      unit: '市司法局',
      kind: 'blocking',
      finding: 'form-differs',
      command: 'liaison desk set DZ-006 --form dedicated',
    });
    expect(shown.findings.filter(({ kind }) => kind === 'on-bound').map(({ unit }) => unit)).toEqual([
      '市委政法委员会',
      '市医疗保障局',
    ]);
  });

  it('counts the volume of a unit that went into another whole with it, and what it led', async () => {
    const own = await setUp();
    await own.json('unit', 'merge', attached, '--into', '市公安局', '--on', '2022-04-08', '--yes');
    const shown = await report(own, '2021');
    // 3517 and 910.
    expect(unitOf(shown, '市公安局').volumes.at(-1)?.volume.value).toBe('4427');
    const { rates } = unitOf(await report(own, ...days), '市公安局');
    expect([rates?.before.onTime.numerator, rates?.after.onTime.denominator]).toEqual([1, 4]);
  });

  it('tells counts that were changed since the run, and a unit that came after it', async () => {
    const own = await setUpDezhou('offices');
    await own.json(
      'volume',
      'set',
      '市司法局',
      '2021',
      '--channel',
      'hotline',
      '--count',
      '7',
      '--reason',
      '更正',
    );
    await own.json('unit', 'add', '市大数据局');
    const shown = await report(own, '2021');
    expect(shown.findings.filter(({ kind }) => kind === 'counts-changed')).toMatchObject([
      { unit: '市司法局', text: '市司法局: hotline 118 → 7', command: 'liaison tier classify --year 2021' },
    ]);
    expect(unitOf(shown, '市大数据局')).toMatchObject({ tier: null, basis: null, desk: null, persons: [] });
    expect(shown.findings.filter(({ kind }) => kind === 'without-tier').map(({ unit }) => unit)).toEqual([
      '市大数据局',
    ]);
    expect((await own.liaison('report', 'year', '2021')).out).toContain('not on record');
  });

  it('tells the offices before and after: one withdrawn, one set up', async () => {
    expect(unitOf(await report(desk, '2022'), '市公安局').offices).toEqual({
      inForce: ['办公室', '政策法规科', '业务一科', '业务二科', '群众工作科'],
      ...{ since: '2022-01-18', before: 5, after: 5, limit: 18, isWithin: true, setUp: '群众工作科' },
      withdrawn: [{ name: '综治科', on: '2022-01-18' }],
    });
  });
});

describe('mobile numbers', () => {
  const mobile = /199\d{8}|199 ?\d{4} ?\d{4}/u;

  it('are in no form of it unless they are revealed, and that is on record', async () => {
    const own = await setUpDezhou('offices');
    for (const form of ['json', 'csv', 'md', 'table']) {
      const { code, out } = await own.liaison('report', 'year', '2022', '--format', form);
      expect([code, mobile.test(out)]).toEqual([0, false]);
    }
    for (const form of ['xlsx', 'docx', 'html']) {
      await own.liaison('report', 'year', '2022', '-o', `year.${form}`);
      const path = join(own.folder, `year.${form}`);
      const text = form === 'html' ? readFileSync(path, 'utf8') : Object.values(readParts(path)).join('');
      expect(text).toContain('孙某己');
      expect(text).not.toMatch(mobile);
    }
    expect(await own.json('privacy', 'log')).toEqual([]);
    const person = unitOf(await report(own, '2022'), '市公安局').persons.at(-1);
    expect(person).toEqual({ role: 'liaison', name: '孙某己', post: '联络员', phone: null });

    const revealed = await report(own, '2022', '--reveal', '--reason', '现场核查');
    expect(revealed.isRevealed).toBe(true);
    expect(unitOf(revealed, '市公安局').persons.at(-1)).toMatchObject({ mobile: '19900010004' });
    expect(await own.json('privacy', 'log')).toMatchObject([
      { shown: 'desk-mobiles', subject: 'report year 2022', reason: '现场核查' },
    ]);
    expect((await own.liaison('report', 'year', '2022', '--reveal')).code).toBe(2);
  });
});

describe('the papers', () => {
  it('are one workbook with a tab each, numbers as numbers, and the definitions', async () => {
    await desk.liaison('report', 'year', ...days, '-o', 'year.xlsx');
    const bytes = readFileSync(join(desk.folder, 'year.xlsx'));
    const book = xlsx.read(bytes);
    expect(book.SheetNames).toEqual([
      ...['评估情况表（一）机构设置', '评估情况表（二）办理成效', '人员信息表'],
      ...['设立前后按期率对照表', '设立前后满意率对照表', '设立前后办理用时对照表'],
      ...['现场核查表', '内设机构前后对照表（撤一建一）', '待解决问题清单', '指标口径'],
    ]);
    const rows = (name: string) =>
      xlsx.utils.sheet_to_json<unknown[]>(book.Sheets[name] ?? {}, { header: 1 });
    const rates = rows('设立前后按期率对照表').find(([unit]) => unit === attached);
    expect(rates).toEqual([
      attached,
      '2022-03-01',
      '2022-01～02\n2022-03～04',
      1,
      2,
      50,
      3,
      4,
      75,
      25,
      16.67,
      8.33,
    ]);
    expect(rows('设立前后办理用时对照表').find(([unit]) => unit === attached)?.slice(3)).toEqual([2, 48.8, 4, 7.6, -41.3, -41.3, 0]); // prettier-ignore
    const [, , , , ...visit] = rows('现场核查表');
    expect(visit.slice(0, 2)).toEqual([
      ['单位', '核查项目', '登记情况', '现场所见', '核查人', '核查日期'],
      expect.arrayContaining(['市委宣传部', '机构（岗位）及牌子', '专人专岗\n群众工作专岗']),
    ]);
    // The titles of the columns stand again on every page of every tab.
    const workbook = readParts(join(desk.folder, 'year.xlsx'))['xl/workbook.xml'] ?? '';
    expect(workbook.match(/_xlnm\.Print_Titles/gu)).toHaveLength(book.SheetNames.length);
    await desk.liaison('report', 'year', ...days, '-o', 'again.xlsx');
    expect(readFileSync(join(desk.folder, 'again.xlsx')).equals(bytes)).toBe(true);
  });

  it('are one document in Chinese, the definitions as its annex', async () => {
    await desk.liaison('report', 'year', ...days, '-o', 'year.docx');
    const text = (readParts(join(desk.folder, 'year.docx'))['word/document.xml'] ?? '').replaceAll(/<[^>]+>/gu, ''); // prettier-ignore
    for (const part of [
      '德州市机构改革评估表（2022年度）',
      '现场核查表',
      '附件',
      '指标口径',
      '变化之差',
      '8.33',
    ])
      expect(text).toContain(part);
    expect(text).not.toContain('dedicated');
  });

  it('speak Chinese on the screen', async () => {
    const { code, out } = await desk.liaison('report', 'year', ...days, '--lang', 'zh', '--definitions');
    expect([code, out]).toEqual([
      0,
      expect.stringContaining(
        '以上 24 个单位合计：50.00 → 75.00，变化 25.00；对照单位变化 16.67；变化之差 8.33',
      ),
    ]);
    expect(out).toContain('本单位的变化减对照单位的变化');
  });
});

it.each([
  [['report', 'year', '2023'], 2, 'year'],
  [['report', 'year', '2020'], 5, '2020'],
  [['report', 'year', '2022', '--control', '没有的局'], 4, '没有的局'],
  [['report', 'year', '2022', '--reason', '核查'], 2, '--reveal'],
])('%j is refused', async (line, code, said) => {
  const outcome = await desk.liaison(...line);
  expect([outcome.code, outcome.err]).toEqual([code, expect.stringContaining(said)]);
});
