import { describe, expect, it } from 'vitest';
import { dumpDatabase } from '../support/dump.ts';
import { setUpDezhou } from '../support/seeds.ts';

const enter = '\r';
const down = '\u001b[B';
const up = '\u001b[A';
const file = [
  '单位名称,年度,热线',
  '市警务,2021,1500',
  '市文旅广电局,2021,60',
  '市物价局,2021,8',
  '市大数据局,2021,20',
  '市税务局,2021,70',
  '',
].join('\n');

/** What a clerk answers to the five names that no unit answers to. */
const answers = [
  ['“市警务” (row 2)', enter],
  ['Of which unit?', `市公安局${enter}`],
  ['“市文旅广电局” (row 3)', `${down}${enter}`],
  ['Which unit is called so now?', enter],
  ['Since which day?', `2021-03-01${enter}`],
  ['“市物价局” (row 4)', `${down}${down}${enter}`],
  ['Into which unit', `市财政局${enter}`],
  ['On which day?', `2021-06-01${enter}`],
  ['“市大数据局” (row 5)', `${down}${down}${down}${enter}`],
  ['Its full official name', enter],
  ['“市税务局” (row 6)', `${down}${down}${down}${down}${enter}`],
  ['Its full official name', `国家税务总局德州市税务局${enter}`],
  ['Why does it stand outside', `垂直管理${enter}`],
] as const;

/** What is asked last, when all of it is shown. */
const yes = ['Import with these answers', 'y'] as const;

describe('volume import --resolve', () => {
  it('asks one by one what names stand for and keeps the answers with the counts', async () => {
    const desk = await setUpDezhou('units');
    desk.write('v.csv', file);
    const { code, out, err } = await desk.answer([...answers, yes], 'volume', 'import', 'v.csv', '--resolve');
    expect([code, out, err]).toEqual([0, expect.stringContaining('Imported as batch 2.'), expect.anything()]);
    expect(out).toContain('“市警务” is another name of 市公安局.');
    expect(out).toContain('is called 市文旅广电局 from 2021-03-01.');
    expect(await desk.json('import', 'list')).toMatchObject([{}, { summary: { added: 5, names: 5 } }]);
    expect(await desk.json('unit', 'show', '市警务')).toMatchObject({
      code: 'DZ-004',
      volumes: [{ year: 2021, counts: { hotline: 1500 } }],
    });
    expect(await desk.json('unit', 'show', '市文旅广电局')).toMatchObject({ code: 'DZ-017' });
    expect(await desk.json('unit', 'show', '市物价局')).toMatchObject({
      until: '2021-06-01',
      wentInto: [{ how: 'merged', on: '2021-06-01' }],
    });
    expect(await desk.json('unit', 'show', '市税务局')).toMatchObject({ outsideReason: '垂直管理' });
    const again = await desk.liaison('volume', 'import', 'v.csv');
    expect(again.out).toContain('Nothing has changed');
    // One that came in as merged is there again, and goes into the same unit: the check follows.
    await desk.json('unit', 'add', '市物价局', '--same');
    expect((await desk.liaison('database', 'check')).code).toBe(0);
    const [into] = ((await desk.json('unit', 'show', '市物价局')) as { wentInto: { code: string }[] })
      .wentInto;
    await desk.json('unit', 'merge', '市物价局', '--into', into?.code ?? '', '--yes');
    expect((await desk.liaison('database', 'check')).code).toBe(0);
  });

  it('writes nothing in a dry run, nor when a question is left', async () => {
    const desk = await setUpDezhou('units');
    const before = dumpDatabase(desk.database);
    desk.write('v.csv', file);
    const dry = await desk.answer(answers, 'volume', 'import', 'v.csv', '--resolve', '--dry-run');
    expect(dry.out).toContain('Dry run: nothing was written.');
    const left = await desk.answer(
      [...answers.slice(0, 4), ['Since which day?', '\u0003']],
      'volume',
      'import',
      'v.csv',
      '--resolve',
    );
    expect(left.code).toBe(130);
    expect(dumpDatabase(desk.database)).toBe(before);
  });

  it('is undone with its names', async () => {
    const desk = await setUpDezhou('units');
    const register = ['unit_name', 'unit_succession', 'unit_leader'];
    const before = await desk.json('unit', 'list');
    const names = dumpDatabase(desk.database, register);
    desk.write('v.csv', file);
    await desk.answer([...answers, yes], 'volume', 'import', 'v.csv', '--resolve');
    await desk.json('import', 'undo', '2', '--yes');
    expect(await desk.json('unit', 'list')).toEqual(before);
    expect(dumpDatabase(desk.database, register)).toBe(names);
  });

  it('takes all names for new units by one answer, as in a first year', async () => {
    const desk = await setUpDezhou('init');
    desk.write('v.csv', file);
    const { code } = await desk.answer(
      [
        ['“市警务” (row 2)', `${down}${enter}`],
        ['Its full official name', enter],
        ['Why does it stand outside', `垂直管理${enter}`],
        ['“市文旅广电局” (row 3)', `${up}${enter}`],
        yes,
      ],
      'volume',
      'import',
      'v.csv',
      '--resolve',
    );
    expect(code).toBe(0);
    expect(await desk.json('unit', 'list')).toMatchObject([
      { name: '市警务', outsideReason: '垂直管理' },
      ...['市文旅广电局', '市物价局', '市大数据局', '市税务局'].map((name) => ({
        name,
        outsideReason: null,
      })),
    ]);
  });

  it('needs a terminal, and says what else would do', async () => {
    const desk = await setUpDezhou('units');
    desk.write('v.csv', file);
    const { code, err } = await desk.liaison('volume', 'import', 'v.csv', '--resolve');
    expect(code).toBe(2);
    expect(err).toContain('市物价局');
    expect(err).toContain('unit alias');
  });

  it('tells what else is wrong before it asks', async () => {
    const desk = await setUpDezhou('units');
    desk.write('v.csv', '单位名称,年度,热线\n市公安,2021,-5\n');
    const { code, err } = await desk.answer([], 'volume', 'import', 'v.csv', '--resolve');
    expect([code, err]).toEqual([3, expect.stringContaining('-5')]);
  });
});

describe('--resolve of the other imports that name units', () => {
  it.each([
    ['desk import', '单位,电话,设置形式\n市警务,0534-5550999,designated\n', 'desk show 市警务'],
    [
      'appeal import',
      '工单编号,受理时间,渠道,诉求性质,标题,承办单位\nA1,2022-02-07 09:20,热线,投诉,路灯,市警务\n',
      'appeal show A1',
    ],
  ])('%s', async (run, content, shows) => {
    const desk = await setUpDezhou('units');
    desk.write('f.csv', content);
    const asked = [['“市警务” (row 2)', enter], ['Of which unit?', `市公安局${enter}`], yes] as const;
    expect((await desk.answer(asked, ...run.split(' '), 'f.csv', '--resolve')).code).toBe(0);
    expect(JSON.stringify(await desk.json(...shows.split(' ')))).toContain('市公安局');
  });
});

describe('an undo of counts for which names were settled', () => {
  it('leaves the names at a terminal where they are to stay, and by --keep-names', async () => {
    for (const way of ['asked', 'option'] as const) {
      const desk = await setUpDezhou('units');
      desk.write('v.csv', file);
      await desk.answer([...answers, yes], 'volume', 'import', 'v.csv', '--resolve');
      const { code, err } =
        way === 'asked'
          ? await desk.answer(
              [
                ['Keep the names', 'y'],
                ['Put these changes back', 'y'],
              ],
              'import',
              'undo',
              '2',
            )
          : await desk.liaison('import', 'undo', '2', '--keep-names', '--yes');
      expect([code, err]).toEqual([0, expect.anything()]);
      expect(await desk.json('unit', 'show', '市警务')).toMatchObject({ code: 'DZ-004', volumes: [] });
      expect(await desk.json('unit', 'show', '市税务局')).toMatchObject({ name: '国家税务总局德州市税务局' });
      // The file goes in again without a question.
      expect(await desk.json('volume', 'import', 'v.csv')).toMatchObject({ counts: { added: 5 } });
      expect((await desk.liaison('database', 'check')).code).toBe(0);
    }
  });
});
