import { itOnFiles } from '../support/on-files.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sql } from 'kysely';
import { engineOf } from '../../src/store/engine/engine.ts';
import { openStore } from '../../src/store/database.ts';
import { piecesToFind } from '../../src/domain/tokens.ts';
import type { TestDesk } from '../support/desk.ts';
import { setUpDezhou } from '../support/seeds.ts';

interface Found {
  readonly total: number | null;
  readonly hits: readonly {
    readonly number: string;
    readonly title: string;
    readonly at: { readonly field: string; readonly event: number | null; readonly before: string; readonly word: string; readonly after: string } | null;
  }[];
} // prettier-ignore

const search = async (desk: TestDesk, ...words: string[]): Promise<Found> =>
  (await desk.json('appeal', 'search', ...words)) as Found;

/** Few signs, so that words of one, two and four of them recur: letters, digits, signs between. */
const alphabet = Array.from('路灯不亮电力局水气a暖，。3 ');
const text = fc
  .array(fc.constantFrom(...alphabet), { minLength: 4, maxLength: 30 })
  .map((signs) => signs.join('').trim())
  .filter((one) => one.length > 3);
const word = fc
  .tuple(
    fc.constantFrom(1, 2, 4),
    fc.array(fc.constantFrom(...alphabet.filter((sign) => sign !== ' ')), { minLength: 4, maxLength: 4 }),
  )
  .map(([length, signs]) => signs.slice(0, length).join(''));

describe('appeal search', () => {
  it('finds exactly what a plain scan finds, for words of one, two and four characters', async () => {
    const desk = await setUpDezhou('units');
    const texts = fc.sample(fc.tuple(text, text), { numRuns: 300, seed: 7 });
    const rows = texts.map(([title, body], at) => `S${String(at)},2022-02-07 09:00,热线,咨询,"${title}","${body}"`);
    desk.write('a.csv', ['工单编号,受理时间,渠道,诉求性质,标题,内容', ...rows].join('\n'));
    await desk.json('appeal', 'import', 'a.csv');
    const words = fc.sample(word, { numRuns: 150, seed: 9 });
    let hits = 0;
    for (const wanted of words) {
      const scanned = texts.flatMap(([title, body], at) =>
        title.includes(wanted) || body.includes(wanted) ? [`2022-${String(at + 1).padStart(6, '0')}`] : [],
      );
      const found = await search(desk, wanted, '--all');
      expect([wanted, found.hits.map(({ number }) => number).sort()]).toEqual([wanted, scanned]);
      expect(found.total).toBe(scanned.length);
      hits += scanned.length;
    }
    expect(hits).toBeGreaterThan(2000);
  }, 60_000); // prettier-ignore

  it('ranks those with the word in the title first, then the newest, and shows the place', async () => {
    const desk = await setUpDezhou('published');
    const log = ['appeal', 'log', '--kind', '求助', '--channel', '热线', '--title'];
    await desk.json(...log, '供暖不热', '--text', '家里温度不够', '--to', '市城管局');
    await desk.json(...log, '噪音扰民', '--text', '楼下夜市很吵，另外供暖也不热');
    await desk.json(...log, '垃圾未清运');
    await desk.json('appeal', 'accept', '2022-000001');
    await desk.json('appeal', 'reply', '2022-000001', '--text', '已联系热力公司调试', '--note', '住户要求回访');
    await desk.json('appeal', 'note', '2022-000003', '--text', '与热力公司无关');
    const { hits } = await search(desk, '供暖');
    expect(hits.map(({ number, at }) => [number, at?.field, at?.word])).toEqual([
      ['2022-000001', 'title', '供暖'],
      ['2022-000002', 'text', '供暖'],
    ]);
    expect((await search(desk, '热力公司')).hits.map(({ number, at }) => [number, at?.field, at?.event])).toEqual([
      ['2022-000003', 'text', 2],
      ['2022-000001', 'reply', 4],
    ]);
    expect((await search(desk, '回访')).hits.map(({ at }) => at?.field)).toEqual(['note']);
    // All words, wherever each stands in the appeal.
    expect((await search(desk, '供暖', '夜市')).hits.map(({ number }) => number)).toEqual(['2022-000002']);
    expect((await search(desk, '供暖 热力')).hits.map(({ number }) => number)).toEqual(['2022-000001']);
    expect((await search(desk, '供热')).total).toBe(0);
    const { out } = await desk.liaison('appeal', 'search', '供暖');
    expect(out).toMatchInlineSnapshot(`
      "Appeals with “供暖”

      found 2

      number       received    state                 where  title
      ───────────  ──────────  ────────────────────  ─────  ──────────────────────────
      2022-000001  2022-04-08  replied               title  【供暖】不热
      2022-000002  2022-04-08  at the transfer desk  text   噪音扰民
                                                            楼下夜市很吵，另外【供暖】
                                                            也不热
      "
    `);
    const chinese = await desk.liaison('appeal', 'search', '热力', '--lang', 'zh');
    expect(chinese.out).toMatchInlineSnapshot(`
      "含“热力”的诉求

      共 2 件

      编号         受理时间    状态      所在之处  标题
      ───────────  ──────────  ────────  ────────  ──────────────────────
      2022-000003  2022-04-08  在转办席  说明      垃圾未清运
                                                   与【热力】公司无关
      2022-000001  2022-04-08  已答复    答复      供暖不热
                                                   已联系【热力】公司调试
      "
    `);
  }); // prettier-ignore

  it('finds by the caller’s phone however it is written, and puts that on record', async () => {
    const desk = await setUpDezhou('published');
    const log = ['appeal', 'log', '--kind', '求助', '--channel', '热线', '--title'];
    await desk.json(...log, '一', '--phone', '199-0000-0001');
    await desk.json(...log, '二', '--phone', '0534-5550199、19900000001');
    await desk.json(...log, '三', '--phone', '19900000002');
    await desk.json('appeal', 'correct', '2022-000003', '--phone', '19900000001');
    for (const phone of ['19900000001', '+86 199 0000 0001', '１９９０００００００１'])
      expect([phone, (await search(desk, '--phone', phone)).total]).toEqual([phone, 3]);
    // Without its area code too; half a number finds nobody.
    expect((await search(desk, '--phone', '5550199')).total).toBe(1);
    expect((await search(desk, '--phone', '1990000000')).total).toBe(0);
    expect((await desk.json('privacy', 'log', '--appeal', '2022-000002')) as unknown[]).toHaveLength(5);
    expect((await desk.liaison('appeal', 'search', '路', '--phone', '19900000001')).code).toBe(2);
    expect((await desk.liaison('appeal', 'search', '--phone', '无')).code).toBe(2);
  });

  it('finds signs that become one only together, and the number of an appeal', async () => {
    const desk = await setUpDezhou('published');
    const log = ['appeal', 'log', '--kind', '求助', '--channel', '热线', '--title'];
    await desk.json(...log, 'cafe\u0301 扰民');
    await desk.json(...log, 'ﾊﾟﾝ屋油烟', '--external-number', '202202070009');
    for (const [wanted, number] of [['café', 1], ['cafe\u0301', 1], ['パン', 2], ['ﾊﾟﾝ', 2], ['屋油', 2], ['2022-000001', 1], ['202202070009', 2]] as const)
      expect([wanted, (await search(desk, wanted)).hits.map((hit) => hit.number)]).toEqual([wanted, [`2022-00000${String(number)}`]]);
  }); // prettier-ignore

  itOnFiles('reads the index, not every text', async () => {
    const desk = await setUpDezhou('units');
    const store = await openStore(desk.database);
    const { findPieces } = engineOf(store.db);
    const query = findPieces(piecesToFind('供暖不热'), 'and', { jurisdictionId: 1, limit: 100 });
    const { rows } = await sql<{ detail: string }>`explain query plan ${query}`.execute(store.db);
    await store.close();
    const plan = rows.map(({ detail }) => detail).join('\n');
    expect(plan).toContain('SCAN s VIRTUAL TABLE INDEX');
    expect(plan).toContain('SEARCH a USING INTEGER PRIMARY KEY');
  });
});

describe('similar appeals', () => {
  it('are proposed at log: same phone, same place and matter, a text alike; closed ones are not', async () => {
    const desk = await setUpDezhou('published');
    const log = ['appeal', 'log', '--kind', '求助', '--channel', '热线', '--title'];
    await desk.json(...log, '幸福路路灯不亮', '--text', '晚上看不清路', '--phone', '19900000001', '--place', '幸福路', '--matter', '路灯');
    await desk.json(...log, '文化路井盖丢失', '--place', '文化路', '--matter', '井盖');
    await desk.json(...log, '幸福路路灯坏了', '--phone', '19900000009');
    await desk.json('appeal', 'close', '2022-000003', '--outcome', 'withdrawn');
    const similar = async (...args: string[]): Promise<unknown> =>
      ((await desk.json(...log, ...args)) as { similar: { number: string; why: string[] }[] }).similar.map(({ number, why }) => [number, why.join()]);
    expect(await similar('车位被占', '--phone', '199 0000 0001')).toEqual([['2022-000001', 'phone']]);
    expect(await similar('井盖没了', '--place', '文化路', '--matter', '井盖')).toEqual([['2022-000002', 'place']]);
    expect(await similar('幸福路路灯不亮了', '--text', '晚上看不清路')).toEqual([['2022-000001', 'text']]);
    expect(await similar('养老金咨询')).toEqual([]);
    const { out, err } = await desk.liaison(...log, '路灯', '--phone', '19900000001');
    expect(out).toContain('2022-000001 (same phone): 幸福路路灯不亮');
    expect(err).toContain('liaison appeal link 2022-000008 --duplicate-of');
  }); // prettier-ignore

  it('are linked by a yes where the call is taken at a terminal', async () => {
    const desk = await setUpDezhou('published');
    await desk.json('appeal', 'log', '--kind', '求助', '--channel', '热线', '--title', '路灯', '--phone', '19900000001');
    const enter = '\r';
    const { code } = await desk.answer(
      [
        ['Channel', enter],
        ['Kind', enter],
        ['Title', `又是路灯${enter}`],
        ['Text', enter],
        ['Matter', enter],
        ['Place', enter],
        ['Name of the caller', enter],
        ['Phone of the caller', `19900000001${enter}`],
        ['Unit to hand', enter],
        ['Is it the same as 2022-000001', `y${enter}`],
        ['Another', `n${enter}`],
      ],
      'appeal', 'log',
    );
    expect(code).toBe(0);
    expect(await desk.json('appeal', 'show', '2022-000002')).toMatchObject({ duplicateOf: '2022-000001' });
  }); // prettier-ignore
});
