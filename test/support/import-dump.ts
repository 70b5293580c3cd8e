import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fixtures, setUpDezhou } from './seeds.ts';
import Sqlite from './raw-database.ts';

/** Tables that an import of appeals writes into. */
const tables = [
  'appeal', 'appeal_event', 'personal_text', 'appeal_party', 'appeal_phone', 'batch', 'batch_change', 'operation_change',
]; // prettier-ignore

/** Appeals that the fixtures have none of: not in their order, at the desk, confidential, urgent, with several phones, twice in one minute. */
const others = [
  '工单编号,受理时间,渠道,诉求性质,诉求事项,地点,标题,内容,诉求人,联系电话,承办单位,派单时间,保密,紧急程度',
  'X5,2022-03-09 10:00,热线,举报,王小明家违建,新湖路,违建,王小明说"尽快处理",王小明,19910001234,,,是,普通',
  'X4,2022-03-09 10:00,网络,求助,,,供暖不热,,,,市水利局,2022-03-09 10:30,,特急',
  'X3,2022-01-03 08:00,热线,咨询,,,Wi-Fi ﬁber ①,"两行',
  '文字",李红、张三,19910001111/0534-2612345转801,DZ-003,,,',
  'X2,2022-04-01 23:59,来信,建议,,,路灯,𠮷林路灯不亮,匿名,,德州市公安局,2022-04-02 00:10,否,',
  '',
].join('\n');

/** The rows that imports of appeals write, as text; times of writing, salts and digests, which differ from run to run, aside. */
export async function dumpImports(): Promise<string[]> {
  const desk = await setUpDezhou('units');
  const file = readFileSync(join(fixtures, 'dezhou/appeals-2022.csv'), 'utf8');
  desk.write('fixtures.csv', file);
  desk.write('others.csv', others);
  // Once more with some of them changed: a correction follows what is new.
  desk.write(
    'again.csv',
    `${file.replaceAll('小区电梯', '小区的电梯')}202299990001,2022-04-02 08:30,来信,投诉,,,新的一件,,,,,\n`,
  );
  for (const name of ['fixtures.csv', 'others.csv', 'again.csv']) await desk.json('appeal', 'import', name);
  const database = new Sqlite(desk.database, { readonly: true });
  const lines = tables.flatMap((table) =>
    database
      .prepare(`select * from ${table} order by id`)
      .all()
      .map((row) => `${table} ${JSON.stringify(row, hideChance)}`),
  );
  const indexed = database.prepare('select id from appeal_search_docsize order by id').all();
  database.close();
  return [...lines, ...indexed.map((row) => `words ${JSON.stringify(row)}`)];
}

function hideChance(this: unknown, key: string, value: unknown): unknown {
  if (['salt', 'digest', 'sha256'].includes(key)) return '*';
  if (typeof value !== 'string') return value;
  // Which row told an event was not kept then.
  return value.replaceAll(/[0-9a-f]{64}/gu, '*').replaceAll(/"source":\{[^}]*\},/gu, '');
}
