import { describe, expect, it } from 'vitest';
import { withPlainDashes } from '../../src/cli/argv.ts';
import { completeTime, parseDay } from '../../src/domain/time.ts';
import { setUpDezhou } from '../support/seeds.ts';

describe('a command line as hands type it', () => {
  it('has options behind the dashes of an input method, and nothing else is touched', () => {
    expect(
      withPlainDashes(['——json', '－－quiet', '–-yes', '—lang=zh', '－o', '--year＝2021', '—host—office']),
    ).toEqual(['--json', '--quiet', '--yes', '--lang=zh', '-o', '--year=2021', '--host-office']);
    const kept = ['——张三', '—', '2021-2022', '市公安局—支队', '--text=a＝b', '- 二', 'a—b'];
    expect(withPlainDashes(kept)).toEqual(kept);
    expect(withPlainDashes(['unit', 'add', '--', '——json'])).toEqual(['unit', 'add', '--', '——json']);
  });

  it('does what the plain line does', async () => {
    const desk = await setUpDezhou('units');
    const plain = await desk.liaison('unit', 'list', '--json');
    expect(await desk.liaison('unit', 'list', '——json')).toEqual(plain);
    expect(await desk.liaison('unit', 'list', '—json', '－q')).toEqual(plain);
    expect((await desk.liaison('unit', 'list', '——nothing')).err).toContain('--nothing');
    // A text that only looks like an option is never kept otherwise than it was typed: it is refused, and taken behind =.
    const log = ['appeal', 'log', '--kind', 'request', '--channel', 'hotline', '--title'];
    expect((await desk.liaison(...log, '—urgent')).code).toBe(2);
    expect((await desk.liaison('unit', 'add', '—abc')).code).toBe(2);
    const { number } = (await desk.json(...log.slice(0, -1), '--title=—urgent')) as { number: string };
    expect(await desk.json('appeal', 'show', number)).toMatchObject({ title: '—urgent' });
  });

  it.each([
    ['1月21日', '2022-01-21'],
    ['１月２１日', '2022-01-21'],
    ['2025.1.21', '2025-01-21'],
    ['20250121', '2025-01-21'],
    ['2月30日', undefined],
    ['21日', undefined],
  ])('takes the day %s', (typed, day) => {
    expect(parseDay(completeTime(typed, '2022-04-08'))).toBe(day);
  });

  it('takes a time alone as one of today, where the jurisdiction is', async () => {
    const desk = await setUpDezhou('adopted');
    const log = ['appeal', 'log', '--kind', 'request', '--channel', 'hotline', '--title', '路灯'];
    const seen = async (time: string): Promise<string> => {
      const { number } = (await desk.json(...log, '--time', time)) as { number: string };
      return ((await desk.json('appeal', 'show', number)) as { receivedAt: string }).receivedAt;
    };
    expect(await seen('8:50')).toBe('2022-04-08T00:50:00Z');
    expect(await seen('上午9点')).toBe('2022-04-08T01:00:00Z');
    expect(await seen('1月21日 16:05')).toBe('2022-01-21T08:05:00Z');
    // Not yet: it is noon.
    expect((await desk.liaison(...log, '--time', '18:00')).code).not.toBe(0);
  });

  it('names an appeal by its short number, of the newest year unless it says another', async () => {
    const desk = await setUpDezhou('adopted');
    const log = ['appeal', 'log', '--kind', 'request', '--channel', 'hotline', '--title'];
    for (const title of ['一', '二']) await desk.json(...log, title, '--time', '2021-12-30');
    await desk.json(...log, '三');
    const title = async (number: string): Promise<unknown> =>
      ((await desk.json('appeal', 'show', number)) as { title: string }).title;
    expect([await title('1'), await title('2021-2'), await title('000001'), await title('１')]).toEqual(['三', '二', '三', '三']);
    expect((await desk.liaison('appeal', 'show', '2')).code).toBe(4);
    // A number it has elsewhere is that first.
    await desk.json(...log, '四', '--external-number', '1');
    expect(await title('1')).toBe('四');
  }); // prettier-ignore
});

it('quiet hides what was done next, never what must be known', async () => {
  const desk = await setUpDezhou('adopted');
  await desk.json('ruling', 'add', '--matter', '路灯', '--lead', '市城市管理局', '--basis', '职责');
  const log = [
    'appeal',
    'log',
    '--kind',
    'request',
    '--channel',
    'hotline',
    '--title',
    '灯',
    '--matter',
    '路灯',
  ];
  const { err } = await desk.liaison(...log, '--to', '市公安局', '-q');
  expect([err.includes('市城市管理局'), err.includes('next:')]).toEqual([true, false]);
  desk.write('sums.csv', '单位名称,热线\n市公安局,5\n合计,5\n');
  expect((await desk.liaison('volume', 'import', 'sums.csv', '--year', '2020', '-q', '-y')).code).toBe(0);
});

describe('several jurisdictions', () => {
  it('are named in the hint, and one is remembered until another is, or it is undone', async () => {
    const desk = await setUpDezhou('units');
    await desk.json('jurisdiction', 'add', '平川县', '--code', 'PC', '--area-code', '0534');
    const asked = await desk.liaison('unit', 'list');
    expect([asked.code, asked.err]).toEqual([2, expect.stringMatching(/jurisdiction use DZ.*LIAISON_JURISDICTION/su)]);
    const code = async (): Promise<string> => ((await desk.json('jurisdiction', 'show')) as { code: string }).code;
    await desk.json('jurisdiction', 'use', 'PC');
    expect(await code()).toBe('PC');
    await desk.json('jurisdiction', 'use', '德州市');
    expect(await code()).toBe('DZ');
    expect(await desk.json('jurisdiction', 'list')).toMatchObject([{ isUsual: true }, { isUsual: false }]);
    expect(((await desk.json('jurisdiction', 'show', '--in', 'PC')) as { code: string }).code).toBe('PC');
    desk.setEnv('LIAISON_JURISDICTION', 'PC');
    expect(await code()).toBe('PC');
    desk.setEnv('LIAISON_JURISDICTION', '');
    const [last] = ((await desk.json('log', 'list', '--in', 'DZ')) as { operation: number }[]).slice(-1);
    await desk.json('undo', String(last?.operation), '--yes');
    expect(await code()).toBe('PC');
    expect((await desk.liaison('database', 'check')).code).toBe(0);
  }); // prettier-ignore
});

it('desk check and desk import agree on which forms came back', async () => {
  const desk = await setUpDezhou('adopted');
  const table = (name: string, cell: string): string =>
    desk.write(name, `单位名称,机构名称,职责,联系电话,核实日期\n市公安局,群众工作科,受理,2310001,${cell}\n`);
  await desk.json('desk', 'form', '市公安局', '市教育局', '-o', 'forms');
  for (const [file, cell, out] of [
    ['empty.csv', '', ['市公安局', '市教育局']],
    ['old.csv', '2022-03-01', ['市公安局', '市教育局']],
    ['new.csv', '2022-04-08', ['市教育局']],
  ] as const) {
    const { unanswered } = (await desk.json('desk', 'import', table(file, cell), '-y')) as { unanswered: string[] };
    const { findings } = JSON.parse((await desk.liaison('desk', 'check', '--json')).out) as {
      findings: { code: string; name: string }[];
    };
    const checked = findings.filter(({ code }) => code === 'form-unanswered').map(({ name }) => name);
    expect([file, [...unanswered].sort(), checked.sort()]).toEqual([file, out, out]);
  }
}); // prettier-ignore

it('a limit is told in the days it is counted by', async () => {
  const desk = await setUpDezhou('adopted', { lang: 'zh' });
  await desk.json(
    'appeal',
    'log',
    '--kind',
    'request',
    '--channel',
    'hotline',
    '--title',
    '灯',
    '--to',
    '市公安局',
  );
  const { err } = await desk.liaison('appeal', 'extend', '1', '--days', '30', '--reason', '复杂');
  expect(err.replaceAll(/\s+/gu, '')).toMatch(/合计不超过10个工作日.*尚余10个工作日/su);
});

describe('appeal log at a terminal', () => {
  const enter = '\r';
  const escape = '\u001b';
  const down = '\u001b[B';

  it('goes back by Escape, keeps what was typed, and changes only what is typed anew', async () => {
    const desk = await setUpDezhou('adopted', { lang: 'zh' });
    const { code } = await desk.answer(
      [
        ['渠道', down + enter],
        ['诉求性质', enter],
        ['标题', `路灯不亮${enter}`],
        ['内容', `人民路${enter}`],
        ['诉求事项', escape],
        // The text stands there and is added to; one more back, the title is as it was.
        ['内容', `三盏${enter}`],
        ['诉求事项', enter],
        ['地点', escape],
        ['诉求事项', enter],
        ['地点', enter],
        ['姓名', `赵一${enter}`],
        ['电话', `19900000001${enter}`],
        ['单位', escape],
        ['电话', enter],
        ['单位', `市公安局${enter}`],
        ['下一件', 'n'],
      ],
      'appeal',
      'log',
    );
    expect(code).toBe(0);
    expect(await desk.json('appeal', 'show', '1', '--reveal', '--reason', '核对')).toMatchObject({
      channel: 'online',
      title: '路灯不亮',
      text: '人民路三盏',
      caller: '赵一',
      phone: '19900000001',
      holder: '市公安局',
    });
  });

  it('is left by Escape at the first question, and by Ctrl-C at any, with nothing written', async () => {
    const desk = await setUpDezhou('adopted', { lang: 'zh' });
    expect((await desk.answer([['渠道', escape]], 'appeal', 'log')).code).toBe(130);
    const typed: [string, string][] = [['渠道', enter], ['诉求性质', enter], ['标题', '\u0003']];
    expect((await desk.answer(typed, 'appeal', 'log')).code).toBe(130);
    expect(await desk.json('appeal', 'list', '--all')).toEqual([]);
    // What was given beforehand is never asked for, nor gone back to.
    const given = ['appeal', 'log', '--channel', 'hotline', '--kind', 'request'];
    expect((await desk.answer([['标题', escape]], ...given)).code).toBe(130);
  }); // prettier-ignore
});
