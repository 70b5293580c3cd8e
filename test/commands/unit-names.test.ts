import { describe, expect, it } from 'vitest';
import type { TestDesk } from '../support/desk.ts';
import { setUpDesk } from '../support/desk.ts';
import Sqlite from '../support/raw-database.ts';

async function setUp(): Promise<TestDesk> {
  const desk = setUpDesk();
  await desk.json('init', '--name', '内江市', '--code', 'NJ');
  desk.write('u.csv', '单位名称\n市公安局\n市教育局\n市商务局\n市人力资源和社会保障局\n市生态环境局\n');
  await desk.json('unit', 'import', 'u.csv');
  return desk;
}

const names = async (desk: TestDesk): Promise<string[]> =>
  ((await desk.json('unit', 'list')) as { name: string }[]).map(({ name }) => name);

describe('one body is one unit', () => {
  it.each(['市公安局', '内江市公安局', '公安局', '市 公 安 局', '市公安局\u200b', '四川省内江市公安局'])(
    'a list that writes %s changes nothing',
    async (written) => {
      const desk = await setUp();
      desk.write('u.csv', `单位名称,分组\n"${written}",政法\n`);
      const { code, err } = await desk.liaison('unit', 'import', 'u.csv');
      // With the province in front it is another spelling, which is asked about.
      if (written.startsWith('四川')) expect([code, err]).toEqual([3, expect.stringContaining('--new')]);
      else expect(code).toBe(0);
      expect(await names(desk)).toHaveLength(5);
    },
  );

  it.each([
    ['unit add 内江市公安局', 5],
    ['unit add 公安局', 5],
    ['unit add 市人社局', 5],
    ['unit add 市环保局', 5],
    ['unit alias 市教育局 商务局', 5],
    ['unit alias 市教育局 内江市商务局', 5],
    ['unit alias 市教育局 环保局', 5],
    ['unit rename 市教育局 商务局', 5],
    ['unit set 市教育局 --short-name 商务局', 5],
    ['unit set 市教育局 --short-name 教育局', 0],
    ['unit alias 市人力资源和社会保障局 人社局', 0],
    ['unit add 市环保局 --new', 0],
  ])('%s ends with %i', async (line, code) => {
    const desk = await setUp();
    const outcome = await desk.liaison(...line.split(' '));
    expect([line, outcome.code, outcome.err]).toEqual([line, code, expect.anything()]);
    expect((await desk.liaison('database', 'check')).code).toBe(0);
  });

  it.each([
    ['twice in one list, the city in front', '市水利局\n内江市水利局\n', 'name-twice'],
    ['by its short name', '市住房和城乡建设局\n市住建局\n', 'unit-like'],
    ['of the register, by an earlier name', '市环保局\n', 'unit-like'],
  ])('%s', async (_name, rows, problem) => {
    const desk = await setUp();
    desk.write('u.csv', `单位名称\n${rows}`);
    const { code, err } = await desk.liaison('unit', 'import', 'u.csv', '--json');
    expect(code).toBe(3);
    expect(err).toContain(`"code":"${problem}"`);
  });

  it('a first import of counts that adds units makes one of two writings', async () => {
    const desk = setUpDesk();
    await desk.json('init', '--name', '内江市', '--code', 'NJ');
    desk.write('v.csv', '单位,年度,热线\n市公安局,2020,100\n内江市公安局,2021,1000\n');
    const plan = await desk.json('volume', 'import', 'v.csv', '--add-units', '--yes');
    expect(plan).toMatchObject({
      newUnits: ['市公安局'],
      warnings: [{ kind: 'jump', before: 100, now: 1000 }],
    });
    expect(await names(desk)).toEqual(['市公安局']);
    desk.write('w.csv', '单位,年度,热线\n市公安局,2021,1\n公安局,2021,2\n');
    expect((await desk.liaison('volume', 'import', 'w.csv', '--add-units', '--yes')).err).toContain(
      'second time',
    );
  });

  it('headings of groups, headers that stand again, footers and contacts never become units', async () => {
    const desk = setUpDesk();
    await desk.json('init', '--name', '内江市', '--code', 'NJ');
    desk.write(
      'u.csv',
      '单位名称,简称\n一、政府部门,\n市公安局,公安局\nTOTAL石油公司,石油\n单位名称,简称\n（二）其他,\n市教育局,教育局\n共 3 家,\n联系人：王某甲,联系电话：0534-5550001\n第1页 共1页,\n填表人：李某,\n',
    );
    expect(await desk.json('unit', 'import', 'u.csv')).toMatchObject({ counts: { added: 3 } });
    expect(await names(desk)).toEqual(['市公安局', 'TOTAL石油公司', '市教育局']);
    desk.write('w.csv', '单位名称,简称\n政府部门,\n市民政局,民政局\n市司法局,司法局\n');
    const { code, err } = await desk.liaison('unit', 'import', 'w.csv');
    expect([code, err]).toEqual([3, expect.stringContaining('heading of a group')]);
  });
});

it('database check finds a name that two units answer to, and what goes by it is not guessed', async () => {
  const desk = await setUp();
  const database = new Sqlite(desk.database);
  database
    .prepare(
      "insert into unit_name (unit_id, name, name_key, kind) select id, '商务局', '商务局', 'alias' from unit where name = '市教育局'",
    )
    .run();
  database.close();
  const { code, out } = await desk.liaison('database', 'check');
  expect([code, out]).toEqual([7, expect.stringContaining('names-clash')]);
  expect((await desk.liaison('unit', 'show', '商务局')).err).toContain('several units');
});
