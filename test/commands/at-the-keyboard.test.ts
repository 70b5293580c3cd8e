import { describe, expect, it } from 'vitest';
import type { TestDesk } from '../support/desk.ts';
import { setUpDesk } from '../support/desk.ts';
import { dumpDatabase } from '../support/dump.ts';
import { Robot } from '../support/robot.ts';
import { setUpDezhou } from '../support/seeds.ts';

const enter = '\r';
const escape = '\u001b';
const paste = (text: string): string => `${escape}[200~${text}${escape}[201~`;

/** One question of every kind: the line that leads to it, what it says, keys that answer it. */
const kinds: readonly (readonly [
  kind: string,
  line: readonly string[],
  question: string,
  keys: readonly string[],
])[] = [
  ['a text', ['appeal', 'note', '2022-000001'], 'Internal note', ['已电话核实', enter]],
  ['a name', ['unit', 'alias', '市公安局'], 'The further name', ['警察局', enter]],
  ['a choice', ['appeal', 'close', '2022-000001'], 'How it ends', ['withdrawn', enter]],
  ['a unit', ['desk', 'confirm'], 'Units, by code', ['公安', enter]],
  ['an appeal', ['appeal', 'remind'], 'Number of the appeal', ['井盖', enter]],
  ['a file', ['office', 'import'], 'CSV file', ['offices.csv', enter]],
  [
    'which of several',
    ['appeal', 'assist', '2022-000001'],
    'What is to be given',
    ['--add', enter, '市民政局', ' ', enter],
  ],
  [
    'a day',
    ['study', 'add', '市公安局', '--matter', '路灯照明', '--decision', '检修'],
    'Day',
    ['2022-05-01', enter],
  ],
];

async function setUp(): Promise<TestDesk> {
  const desk = await setUpDezhou('adopted');
  await desk.json('desk', 'set', '市公安局', '--name', '群众工作科', '--phones', '0534-2100001');
  desk.write('offices.csv', '单位,内设机构\n市公安局,新科\n');
  await desk.json(
    'appeal',
    'log',
    '--kind',
    'request',
    '--channel',
    'hotline',
    '--title',
    '井盖',
    '--to',
    '市公安局',
  );
  return desk;
}

/** The note that was written last. */
async function lastNote(desk: TestDesk): Promise<string | undefined> {
  const { events } = (await desk.json('appeal', 'show', '2022-000001')) as {
    events: { texts: Readonly<Record<string, string>> }[];
  };
  return Object.values(events.at(-1)?.texts ?? {})[0];
}

/** Answers what a line asks for with keys, whatever the question is. */
const typing = (keys: readonly string[]): Robot => {
  const left = [...keys];
  // Up to an Enter: what comes after it is for the question after this.
  return new Robot(() => left.splice(0, left.indexOf(enter) < 0 ? left.length : left.indexOf(enter) + 1));
};

describe('a question for %s', () => {
  it.each(kinds)(
    '%s is answered by what is typed, with the cursor shown',
    async (_kind, line, question, keys) => {
      const desk = await setUp();
      const robot = typing(keys);
      const { code, err } = await desk.sit(robot, ...line);
      expect([code, err]).toEqual([0, expect.not.stringContaining('error:')]);
      expect(robot.questions[0]).toContain(question);
      // No key hides it, so that an input method writes where it stands.
      expect(err).not.toContain(`${escape}[?25l`);
    },
  );

  it.each(
    kinds.flatMap((one) =>
      (
        [
          ['Escape', escape],
          ['Ctrl-C', '\u0003'],
          ['Ctrl-D', '\u0004'],
        ] as const
      ).map(([name, key]) => [...one, name, key] as const),
    ),
  )('%s is left by a key, and nothing is written', async (_kind, line, _question, _keys, _name, key) => {
    const desk = await setUp();
    const before = dumpDatabase(desk.database);
    const { code, err } = await desk.sit(typing(['x', key]), ...line);
    expect([code, err]).toEqual([130, expect.stringContaining('Interrupted')]);
    expect(err.lastIndexOf(`${escape}[?2004l`)).toBeGreaterThan(err.lastIndexOf(`${escape}[?2004h`));
    expect(dumpDatabase(desk.database)).toBe(before);
  });

  it.each(kinds)(
    '%s stays as it is when the terminal changes its size',
    async (_kind, line, _question, keys) => {
      const desk = await setUp();
      const robot = typing(keys);
      const dragged = setInterval(() => {
        robot.stderr.columns = robot.stderr.columns > 60 ? 40 : 100;
        robot.stderr.emit('resize');
      }, 5);
      const { code, err } = await desk.sit(robot, ...line);
      clearInterval(dragged);
      expect([code, err]).toEqual([0, expect.not.stringContaining('error:')]);
    },
  );
});

describe('what is pasted', () => {
  it('of several lines is one answer: with its lines in a text, on one line in a name', async () => {
    const desk = await setUp();
    const note = await desk.sit(
      typing([paste('第一行\r\n第二行\r第三行\n'), enter]),
      'appeal',
      'note',
      '2022-000001',
    );
    expect([note.code, note.err]).toEqual([0, expect.stringContaining('第一行↵第二行↵第三行')]);
    expect(await lastNote(desk)).toBe('第一行\n第二行\n第三行');
    const alias = await desk.sit(typing([paste('警察\n总局'), enter]), 'unit', 'alias', '市公安局');
    expect([alias.code, alias.err]).toEqual([0, expect.stringContaining('警察 总局')]);
  });

  it('is one answer too where the terminal does not tell pastes from keys, and no line answers the question after it', async () => {
    const desk = await setUp();
    const { code } = await desk.sit(
      typing(['第一行\r第二行\rdelete', enter]),
      'appeal',
      'note',
      '2022-000001',
    );
    expect(code).toBe(0);
    expect(await lastNote(desk)).toBe('第一行\n第二行\ndelete');
  });

  it('in two parts is put together, and with signs that move the cursor it moves none', async () => {
    const desk = await setUp();
    const whole = paste('新\u001b[2J名');
    const { code, err } = await desk.sit(
      typing([whole.slice(0, 8), whole.slice(8), enter]),
      'unit',
      'alias',
      '市公安局',
    );
    expect([code, err]).toEqual([0, expect.stringContaining('新\\x1b[2J名')]);
  });

  it('into a list looks for it', async () => {
    const desk = await setUp();
    const { code, err } = await desk.sit(typing([paste('公安\n'), enter]), 'desk', 'confirm');
    expect([code, err]).toEqual([0, expect.stringContaining('liaison desk confirm 市公安局')]);
  });
});

describe('an input method', () => {
  it('writes its text in one piece, of which bytes may come apart', async () => {
    const desk = await setUp();
    const bytes = Buffer.from('群众反映强烈𠮷');
    let at = 0;
    const robot: Robot = new Robot(() => {
      if (at++ > 0) return [];
      // In the middle of a sign.
      robot.stdin.write(bytes.subarray(0, 4));
      setTimeout(() => robot.stdin.write(bytes.subarray(4)), 8);
      return ['', '', '', '', '', '', enter];
    });
    const { code, err } = await desk.sit(robot, 'appeal', 'note', '2022-000001');
    expect([code, err]).toEqual([0, expect.stringContaining('群众反映强烈𠮷')]);
  });

  it('is corrected sign by sign, whatever a sign is made of', async () => {
    const desk = await setUp();
    const back = '\u007f';
    const keys = ['甲𠮷👨‍👩‍👧', back, back, `${escape}[D`, '乙', `${escape}[C`, '丙', enter];
    const { code, err } = await desk.sit(typing(keys), 'unit', 'alias', '市公安局');
    expect([code, err]).toEqual([0, expect.stringContaining('liaison unit alias 市公安局 乙甲丙')]);
  });
});

it('what is typed ahead of a question answers it, and is not lost', async () => {
  const desk = await setUp();
  let at = 0;
  const robot = new Robot(() => {
    at += 1;
    return at === 1 ? ['市公安局\r'.concat('')] : ['警察局', enter];
  });
  const { code, err } = await desk.sit(robot, 'unit', 'alias');
  expect([code, err]).toEqual([0, expect.stringContaining('liaison unit alias 市公安局 警察局')]);
});

it('an answer that was refused is changed, the others stay', async () => {
  const desk = await setUp();
  await desk.json('unit', 'alias', '市教育局', '教育处');
  const robot: Robot = new Robot((question) => {
    if (question.startsWith('Unit')) return ['市公安局', enter];
    if (question.startsWith('The further'))
      return robot.questions.filter((one) => one.startsWith('The further')).length === 1
        ? ['教育处', enter]
        : ['\u0015', '警察局', enter];
    return ['further', enter];
  });
  const { code, err } = await desk.sit(robot, 'unit', 'alias');
  expect([code, err]).toEqual([0, expect.stringContaining('liaison unit alias 市公安局 警察局')]);
  expect(robot.questions.map((one) => one.split(' ')[0])).toEqual(['Unit,', 'The', 'Change', 'The']);
});

it('nothing is asked where nobody sits, or nobody is to be asked', async () => {
  const desk = await setUp();
  for (const args of [
    ['unit', 'alias'],
    ['unit', 'alias', '--json'],
  ]) {
    const { code, err } = await desk.liaison(...args);
    expect([code, err]).toEqual([2, expect.stringContaining('<unit>')]);
  }
  const robot = typing(['x']);
  for (const option of ['--no-input', '--json']) {
    const { code } = await desk.sit(robot, 'unit', 'alias', option);
    expect([code, robot.questions]).toEqual([2, []]);
  }
});

it('what was typed stays as it was typed in the line that is said and in what is shown, whatever words are in it', async () => {
  const { folder } = await setUp();
  const desk = setUpDesk({ folder, lang: 'zh' });
  const text = '看 --unit 一栏，liaison unit list 没有';
  const { code, err } = await desk.sit(typing([text, enter]), '诉求', '备注', '2022-000001');
  expect([code, err]).toEqual([
    0,
    expect.stringContaining(`$ liaison 诉求 备注 2022-000001 --内容 '${text}'`),
  ]);
  const { out } = await setUpDesk({ folder }).liaison('appeal', 'trace', '2022-000001', '--lang', 'en');
  expect(out.replaceAll(/\s+/gu, '')).toContain(text.replaceAll(' ', ''));
});
