import { itOnFiles } from '../support/on-files.ts';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { TestDesk } from '../support/desk.ts';
import { setUpDezhou } from '../support/seeds.ts';
import { yearFile } from '../support/year.ts';
import Sqlite from '../support/raw-database.ts';

interface Issue {
  readonly number: number;
  readonly lines: readonly { kind: string; text: string }[];
  readonly cells: readonly { name: string; value: string }[];
  readonly ownFigures: readonly string[];
  readonly corrections: readonly { cell: string; before: string; after: string }[];
  readonly hardCases: readonly string[];
  readonly corrects: number | null;
  readonly correctedBy: number | null;
  readonly isIntact: boolean;
}

let desk: TestDesk;
const bulletin = async (...words: string[]): Promise<Issue> =>
  (await desk.json('report', 'bulletin', ...words)) as Issue;
const draft = async (period: string, ...more: string[]): Promise<string> =>
  ((await desk.json('report', 'bulletin', 'draft', period, ...more)) as { text: string }).text;
const publish = (text: string, no: string, ...more: string[]): Promise<Issue> => {
  desk.write('draft.md', text);
  return bulletin('publish', 'draft.md', '--document-no', `德群诉〔2021〕${no}号`, ...more);
};
const refused = async (text: string, ...more: string[]) => {
  desk.write('draft.md', text);
  const { code, err } = await desk.liaison('report', 'bulletin', 'publish', 'draft.md', '--document-no', '德群诉〔2021〕99号', '--json', ...more);
  return { exit: code, ...(JSON.parse(err) as { error: { code: string; problems?: { code: string; row: number; column: number }[] } }).error };
}; // prettier-ignore

beforeAll(async () => {
  desk = await setUpDezhou('units');
  await desk.json('appeal', 'import', yearFile('appeals-2021.csv'));
  await desk.json('appeal', 'import-history', yearFile('handovers-2021.csv'));
  await desk.json('unit', 'set', '市教育局', '--leader', '王主任');
}, 60_000);

describe('a bulletin', () => {
  it('is drafted with every number a cell, and published as it was drafted', async () => {
    const text = await draft('2021-03');
    expect(text).toContain('受理群众诉求{受理=150}件，环比{受理环比=下降9.64%}');
    const rest = text.replaceAll(/\{[^{}]*\}/gu, '').replaceAll(/^※.*$/gmu, '');
    expect(rest.match(/\d+(?:\.\d+)?\s*(?:件|%|个百分点)/gu)).toBeNull();
    const issue = await publish(text, '4', '--date', '2021-05-06');
    expect(issue.number).toBe(1);
    expect(issue.lines.map(({ text: line }) => line).join('\n')).not.toMatch(/[{}※]/u);
    expect(issue.lines.filter(({ kind }) => kind === 'heading').map(({ text: line }) => line)).toEqual(['一、总体情况', '二、办理情况', '三、热点诉求', '四、工作建议']);
    expect(issue.cells).toContainEqual({ name: '受理', value: '150', numerator: 150, denominator: null });
    expect(issue.hardCases.length).toBeGreaterThan(0);
  }); // prettier-ignore

  it('carries on the hard cases of the issue before, with what became of them', async () => {
    const { hardCases } = await bulletin('show', '1');
    const text = await draft('2021-05');
    expect(text).toContain('上期通报的疑难诉求');
    expect(text.match(/^DZ\d+（.+）：(?:已于2021-0[45]-\d\d办结|尚未办结，继续督办)。$/gmu)).toHaveLength(hardCases.length);
  }); // prettier-ignore

  it('is refused with the place of what the figures do not say, and nothing is written', async () => {
    const text = await draft('2021-05');
    const wrong = text.replace('{受理=182}件', '{受理=183}件').replace('{办结=189}', '{办节=189}').replace('一、总体情况', '一、总体情况\n同比增长45.00%。');
    const { code, problems = [] } = await refused(wrong);
    expect(code).toBe('bulletin-faults');
    expect(problems.map(({ code: one, row }) => [one, row])).toEqual([
      ['bulletin-own-figure', 8],
      ['bulletin-cell-differs', 9],
      ['bulletin-cell-unknown', 12],
    ]);
    expect((await desk.liaison('report', 'bulletin', 'publish', 'draft.md', '--document-no', '德群诉〔2021〕98号')).code).toBe(3);
    expect((await desk.json('report', 'bulletin', 'list')) as unknown[]).toHaveLength(1);
    expect((await refused(text.replace('{受理=182}', '{受理=182'))).problems?.map((one) => one.code)).toContain('bulletin-brace-broken');
    expect((await refused(text.replace('{受理环比=上升15.19%}', '下降15.19%'))).problems?.map((one) => one.code)).toEqual(['bulletin-other-way']);
    expect((await refused('没有标题')).code).toBe('bulletin-head-missing');
    expect((await refused('统计期：五月\n标题：通报\n一、')).code).toBe('bulletin-period-invalid');
    expect((await refused(await draft('2022-04'))).code).toBe('bulletin-unfinished');
    expect((await refused(text, '--date', '2021-05-20')).code).toBe('bulletin-unfinished');
    expect((await refused(text.replace('一、总体情况', '一、总体情况\n请王先生致电13812345678'))).code).toBe('text-personal');
    desk.write('taken.md', text);
    expect((await desk.liaison('report', 'bulletin', 'publish', 'taken.md', '--document-no', '德群诉[2021]4号')).code).toBe(5);
  }); // prettier-ignore

  it('takes numbers of its own only when told to, and keeps on record which', async () => {
    await desk.json('study', 'add', '市教育局', '--on', '2022-04-08', '--matter', '入学', '--decision', '增加学位300个', '--until', '2022-04-30');
    const text = (await draft('2021-05')).replace('一、总体情况', '一、总体情况\n全年目标为99.00%。');
    const issue = await publish(text, '5', '--date', '2021-06-03', '--allow-own-figures');
    expect([issue.number, issue.ownFigures]).toEqual([2, ['99.00%']]);
    expect((await refused(await draft('2021-05'))).code).toBe('bulletin-period-taken');
  }); // prettier-ignore

  it('prints the same bytes in another zone, language and year, whatever became of the figures since', async () => {
    const forms = ['docx', 'html', 'xlsx', 'md', 'csv'];
    const print = async (name: string, ...more: string[]): Promise<string[]> => {
      for (const form of forms) expect((await desk.liaison('report', 'bulletin', 'print', '2', '-o', `${name}.${form}`, ...more)).code).toBe(0);
      return forms.map((form) => readFileSync(join(desk.folder, `${name}.${form}`)).toString('base64'));
    };
    const first = await print('first');
    const [changed] = (await desk.json('report', 'summary', '--period', '2021-05', '--appeals', 'received', '--row', 'complaint')) as { number: string }[];
    await desk.json('appeal', 'correct', changed?.number ?? '', '--kind', '咨询');
    await desk.json('jurisdiction', 'set', '--issuer', '别的机关');
    const zone = process.env['TZ'];
    try {
      process.env['TZ'] = 'America/New_York';
      desk.setTime('2023-12-31T17:30:00Z');
      expect(await print('second', '--lang', 'zh')).toEqual(first);
    } finally {
      process.env['TZ'] = zone;
    }
  }, 60_000); // prettier-ignore

  it('is corrected by an issue that names every figure it sets right', async () => {
    expect((await refused(await draft('2021-03'), '--corrects', '2')).code).toBe('bulletin-other-period');
    expect((await refused(await draft('2021-03'), '--corrects', '1')).code).toBe('bulletin-corrects-nothing');
    const issue = await publish(await draft('2021-05'), '6', '--corrects', '2');
    expect(issue.corrects).toBe(2);
    expect(issue.corrections).toContainEqual({ cell: '性质:投诉', before: '35', after: '34' });
    expect(issue.corrections.map(({ cell }) => cell)).toContain('总体情况/诉求性质/投诉/受理');
    expect((await bulletin('show', '2')).correctedBy).toBe(3);
    const longer = (await draft('2021-05')).replace('一、总体情况', '一、总体情况\n联系电话：0534-2687012。');
    expect((await publish(longer, '7', '--corrects', '3')).corrections).toContainEqual({ cell: '正文', before: '', after: '联系电话：0534-2687012。' });
    expect((await refused(await draft('2021-05'), '--corrects', '2')).code).toBe('bulletin-corrected-already');
    const { out } = await desk.liaison('report', 'bulletin', 'show', '3', '--lang', 'zh');
    expect(out.replaceAll('\n', '')).toContain('现对第2期通报（德群诉〔2021〕5号）更正如下');
  }); // prettier-ignore

  it('takes an older text for a new period', async () => {
    desk.write('old.md', '统计期：2020-01-01 至 2020-01-31\n标题：旧\n一、总体情况\n受理{受理=9}件，占比{直接答复率}。\n');
    const text = await draft('2021-05', '--template', 'old.md');
    expect(text).toBe('统计期：2021-05-01 至 2021-05-31\n标题：2021年5月德州市群众诉求办理情况通报\n一、总体情况\n受理{受理=182}件，占比{直接答复率=28.57%}。\n');
    desk.write('april.md', await draft('2021-04'));
    const next = await draft('2021-05', '--template', 'april.md');
    expect(next.slice(next.indexOf('三、'))).toBe((await draft('2021-05')).slice((await draft('2021-05')).indexOf('三、')));
    expect(next).toContain('{统计期=2021年5月}共受理群众诉求{受理=182}件');
  }); // prettier-ignore

  itOnFiles('that was altered past the tool is found by the check', async () => {
    expect(((await desk.json('database', 'check')) as { findings: unknown[] }).findings).toEqual([]);
    const file = new Sqlite(desk.database);
    const { sql } = file.prepare(`select sql from sqlite_schema where name = 'bulletin_no_update'`).get() as { sql: string };
    file.exec(`drop trigger bulletin_no_update; update bulletin set content = replace(content, '"value":"182"', '"value":"181"') where number = 2; ${sql}`);
    file.close();
    const { code, out } = await desk.liaison('database', 'check', '--json');
    expect(code).toBe(7);
    expect((JSON.parse(out) as { findings: { code: string; subject: string }[] }).findings.map((one) => one.code)).toEqual(expect.arrayContaining(['bulletin-altered', 'rows-altered']));
    expect((await desk.liaison('report', 'bulletin', 'show', '2')).code).toBe(7);
  }); // prettier-ignore
});
