import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Answer } from '../support/desk.ts';
import { setUpDesk } from '../support/desk.ts';
import { setUpDezhou } from '../support/seeds.ts';
import Sqlite from '../support/raw-database.ts';

const flat = (text: string): string => text.replaceAll(/\s+/gu, '');
const isDefault = '本工具默认，尚无人决定';
const enter = '\r';
const down = '\u001b[B';

/** What `init` asks for where nothing was said beforehand. */
const setUp: readonly Answer[] = [
  ['市或县的名称', `新城市${enter}`],
  ['单位编码开头', `XC${enter}`],
  ['固定电话区号', `0599${enter}`],
  ['发布机关', `中共新城市委组织部、中共新城市委编办${enter}`],
  ['主送机关', `市直各部门单位${enter}`],
  ['采用哪个设置标准', enter],
  ['采用哪个办理时限规定', `${down}${enter}`],
];

describe('init', () => {
  it('asks at a terminal for what the roster and the clocks will need, and records who decided', async () => {
    const desk = setUpDesk();
    const { code, out } = await desk.answer(setUp, '--lang', 'zh', 'init');
    expect([code, flat(out).includes(isDefault)]).toEqual([0, false]);
    expect(await desk.json('jurisdiction', 'show')).toMatchObject({
      name: '新城市',
      areaCode: '0599',
      issuers: ['中共新城市委组织部', '中共新城市委编办'],
      recipients: ['市直各部门单位'],
    });
    const rules = (await desk.json('deadline', 'list')) as { code: string; isInUse: boolean }[];
    expect(rules.filter(({ isInUse }) => isInUse).map(({ code: of }) => of)).toEqual(['guangdong-2022']);
    const shown = await desk.liaison('--lang', 'zh', 'scheme', 'show');
    expect(flat(shown.out)).toContain('由tester确定');
    expect((await desk.liaison('database', 'check')).code).toBe(0);
  });

  it('holds by the tool’s defaults where nobody decides, says so everywhere, and records it as nobody’s decision', async () => {
    const desk = await setUpDezhou('draft', { lang: 'zh' });
    const say = async (...words: readonly string[]): Promise<string> => flat((await desk.liaison(...words)).out);
    const init = setUpDesk({ lang: 'zh' });
    const begun = await init.liaison('init', '--name', '甲市', '--code', 'JS');
    expect(begun.out.match(new RegExp(isDefault, 'gu'))).toHaveLength(2);
    expect(await say('scheme', 'show')).toContain(isDefault);
    expect(await say('tier', 'explain', '市公安局')).toContain(isDefault);
    expect(await say('tier', 'adopt', '1', '--document-no', 'x')).toContain(isDefault);
    await desk.json('appeal', 'log', '--kind', 'request', '--channel', 'hotline', '--title', '路灯', '--to', '市公安局');
    expect(await say('deadline', 'explain', '2022-000001')).toContain(isDefault);
    // Decided, it is told as that; undone, as the default again.
    await desk.json('scheme', 'use', 'dezhou-2022');
    await desk.json('deadline', 'use', 'shandong-2020');
    for (const words of [['scheme', 'show'], ['tier', 'explain', '市公安局'], ['deadline', 'explain', '2022-000001']])
      expect(await say(...words)).not.toContain(isDefault);
    const log = (await desk.json('log', 'list', '--noun', 'scheme')) as { operation: number }[];
    await desk.json('undo', String(log.at(-1)?.operation), '--yes');
    expect(await say('scheme', 'show')).toContain(isDefault);
  }); // prettier-ignore

  it('takes both beforehand, and refuses what it does not bring', async () => {
    const desk = setUpDesk();
    await desk.json('init', '--name', '甲市', '--code', 'JS', '--scheme', 'county-500-100', '--deadlines', 'guangdong-2022');
    expect(await desk.json('scheme', 'show')).toMatchObject({ code: 'county-500-100' });
    const other = setUpDesk();
    expect((await other.liaison('init', '--name', '乙市', '--code', 'YS', '--scheme', 'x')).code).toBe(2);
    expect(existsSync(other.database)).toBe(false);
  }); // prettier-ignore
});

it('annual goes from an empty folder to a printed edition by answers alone', async () => {
  const desk = setUpDesk();
  const names = ['市公安局', '市教育局', '市司法局'];
  desk.write('名录.csv', ['单位名称', ...names].join('\n'));
  desk.write('办理量.csv', '单位名称,热线,网办\n市公安局,2000,10\n市教育局,60,1\n市司法局,3,0\n');
  desk.write('机构.csv', ['单位名称,机构名称,职责,联系电话', ...names.map((name, at) => `${name},群众工作科,受理、转办,231000${String(at)}`)].join('\n')); // prettier-ignore
  const { code, err } = await desk.answer(
    [
      ...setUp,
      ['单位名录文件', `名录.csv${enter}`],
      ['年办理量文件', `办理量.csv${enter}`],
      ['归类结果的文号', `新编〔2022〕1号${enter}`],
      ['审定日期', enter],
      ['没有登记机构（岗位）', enter],
      ['收回的采集表所在目录', `机构.csv${enter}`],
      ['草稿文件', enter],
      ['名册文号', `新组字〔2022〕1号${enter}`],
      ['发布日期', enter],
    ],
    '--lang',
    'zh',
    'annual',
    '2021',
  );
  expect([code, err]).toEqual([0, expect.stringContaining('第 1 期名册已发布')]);
  expect(existsSync(join(desk.folder, 'roster-2021-1.docx'))).toBe(true);
  expect((await desk.liaison('database', 'check')).code).toBe(0);
});

it('annual offers every way to go on each time it comes back to what is missing', async () => {
  const desk = await setUpDezhou('adopted', { lang: 'zh' });
  const { code, err } = await desk.answer(
    [
      ['没有登记机构（岗位）', `${down}${down}${enter}`],
      // What is missing was shown; the forms can still be made from here.
      ['制作采集表', `${down}${enter}`],
      ['目录', `采集表${enter}`],
      ['制作采集表', `${down}${down}${down}${enter}`],
    ],
    'annual',
    '2021',
  );
  expect([code, err]).toEqual([0, expect.stringContaining('liaison 机构 采集表 -o 采集表')]);
  expect(existsSync(join(desk.folder, '采集表'))).toBe(true);
});

it('annual takes what is said of the city though it is on record already, once and before it counts', async () => {
  const desk = await setUpDezhou('volumes');
  const said = ['--recipient', '市直各单位', '--area-code', '0535', '--scheme', 'county-500-100', '--deadlines', 'guangdong-2022'];
  await desk.liaison('annual', '2021', ...said, '--no-input');
  expect(await desk.json('jurisdiction', 'show')).toMatchObject({ areaCode: '0535', recipients: ['市直各单位'] });
  expect(await desk.json('tier', 'list')).toMatchObject({ scheme: 'county-500-100' });
  const rules = (await desk.json('deadline', 'list')) as { code: string; isInUse: boolean }[];
  expect(rules.filter(({ isInUse }) => isInUse).map(({ code }) => code)).toEqual(['guangdong-2022']);
}); // prettier-ignore

it('a scheme that an older version was told when it added a county is nobody’s default', async () => {
  const desk = await setUpDezhou('units');
  await desk.json('jurisdiction', 'add', '甲县', '--code', 'JX', '--scheme', 'dezhou-2022');
  await desk.json('jurisdiction', 'add', '乙县', '--code', 'YX');
  const file = new Sqlite(desk.database);
  file.exec(
    `drop trigger operation_no_update; update operation set summary = '{}' where command = 'jurisdiction add'`,
  );
  file.close();
  const shown = async (code: string, scheme: string): Promise<string> =>
    flat((await desk.liaison('scheme', 'show', scheme, '--in', code)).out);
  expect(await shown('JX', 'dezhou-2022')).not.toContain('decidedbynobodyhere');
  expect(await shown('YX', 'county-500-100')).toContain('decidedbynobodyhere');
});
