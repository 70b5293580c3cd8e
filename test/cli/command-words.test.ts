import { describe, expect, it } from 'vitest';
import { commandsInChinese, toChinese, toEnglish } from '../../src/cli/command-words.ts';
import { findNearestCommands, searchVerbs } from '../../src/cli/find-commands.ts';
import { summaries } from '../../src/text/en/summaries.ts';
import { commandWords as words } from '../../src/text/zh/command-words.ts';
import { setUpDesk } from '../support/desk.ts';
import { parseTable } from '../support/parse-table.ts';

interface Described {
  readonly globalOptions: readonly { readonly name: string }[];
  readonly verbs: readonly {
    readonly name: string;
    readonly options: readonly { readonly name: string }[];
  }[];
}

const double = (all: readonly string[]): string[] => all.filter((one, at) => all.indexOf(one) !== at);

describe('Chinese words', () => {
  it('there are for every noun, verb and option, and for nothing else', async () => {
    const { globalOptions, verbs } = (await setUpDesk().json('help')) as Described;
    const options = [...globalOptions, ...verbs.flatMap((one) => one.options)].map(({ name }) => name);
    expect(Object.keys(words.nouns).sort()).toEqual([...Object.keys(summaries.nouns), 'help'].sort());
    const below = Object.keys(summaries.verbs).filter((name) => name.includes(' '));
    expect(Object.keys(words.verbs).sort()).toEqual(below.sort());
    // `--json` is called so in every language.
    expect(Object.keys(words.options).sort()).toEqual(
      [...new Set(options)].filter((one) => one !== '--json').sort(),
    );
  });

  it('are unique: nouns among nouns, verbs of one noun, options among all', () => {
    expect(double(Object.values(words.nouns))).toEqual([]);
    expect(double(Object.values(words.options))).toEqual([]);
    const below = Object.entries({ ...words.inner, ...words.verbs });
    const whole = below.map(([name, word]) => `${name.split(' ').slice(0, -1).join(' ')} ${word}`);
    expect(double(whole)).toEqual([]);
  });

  it('are one word each, which no shell takes apart', () => {
    const all = [...Object.values(words.nouns), ...Object.values(words.inner), ...Object.values(words.verbs)];
    expect(all.filter((one) => !/^(?:bash|zsh|fish|powershell)?\p{Script=Han}+$/u.test(one))).toEqual([]);
    expect(Object.values(words.options).filter((one) => !/^--\p{Script=Han}+$/u.test(one))).toEqual([]);
  });

  it.each(parseTable.map(([verb, line]) => [verb, line] as const))(
    'of %s %j lead to the same line',
    (verb, line) => {
      const english = [...verb.split(' '), ...line];
      const chinese = toChinese(english, words);
      expect(chinese[0]).toMatch(/\p{Script=Han}/u);
      expect(toEnglish(chinese, words)).toEqual(english);
    },
  );

  it('stand beside English ones, behind global options, with the dashes an input method writes', () => {
    expect(toEnglish(['--db', '名册', '名册', 'print', '1'], words)).toEqual([
      '--db',
      '名册',
      'roster',
      'print',
      '1',
    ]);
    expect(toEnglish(['appeal', '列表', '——条数＝3', '—全部'], words)).toEqual([
      'appeal',
      'list',
      '--limit=3',
      '--all',
    ]);
    expect(toEnglish(['帮助', '诉求', '转办'], words)).toEqual(['help', 'appeal', 'transfer']);
    expect(toEnglish(['名册', '模板', '导入', 'duties', 'x'], words)).toEqual([
      'roster',
      'template',
      'import',
      'duties',
      'x',
    ]);
  });

  it('are no words of a command where they are values', () => {
    const line = ['unit', 'show', '列表'];
    expect(toEnglish(line, words)).toEqual(line);
    expect(toEnglish(['诉求', '登记', '--', '--标题'], words)).toEqual(['appeal', 'log', '--', '--标题']);
    expect(toEnglish(['诉求', '备注', '1', '--内容=--单位'], words)).toEqual([
      'appeal',
      'note',
      '1',
      '--text=--单位',
    ]);
    expect(toEnglish(['诉求', '备注', '1', '--内容', '——群众来信'], words).at(-1)).toBe('——群众来信');
  });

  it('stand in the commands of a sentence, and nowhere else in it', () => {
    expect(commandsInChinese('新建：liaison init --name 德州市 --code DZ   （或用 --db 指定）', words)).toBe(
      '新建：liaison 新建 --名称 德州市 --代码 DZ   （或用 --db 指定）',
    );
  });

  it('are understood behind any global options', async () => {
    const desk = setUpDesk();
    await desk.json('init', '--name', '甲市', '--code', 'JS');
    const { code, out } = await desk.liaison(
      '--db',
      desk.database,
      '--in',
      'JS',
      '--as',
      '张三',
      '单位',
      '列表',
    );
    expect([code, out]).toEqual([0, expect.stringContaining('甲市')]);
    expect((await desk.liaison('名册', '模板', '查看', 'notice')).code).toBe(0);
    expect((await desk.liaison('unit', 'list', '--全部栏目')).code).toBe(0);
  });

  it('stand in no JSON, whatever was typed', async () => {
    const desk = setUpDesk({ lang: 'zh' });
    await desk.liaison('新建', '--名称', '甲市', '--代码', 'JS');
    const { out } = await desk.liaison('进展', '--json');
    expect(out).toContain('"next":"liaison unit import');
    const help = await desk.liaison('帮助', '--json');
    for (const word of ['--单位', '|名册']) expect(help.out).not.toContain(word);
  });

  it('stand beside the English ones in the help in Chinese, and not in the English one', async () => {
    const zh = await setUpDesk({ lang: 'zh' }).liaison('名册', '--帮助');
    expect(zh.out).toContain('print|打印');
    const en = await setUpDesk().liaison('roster', '--help');
    expect(en.out).not.toMatch(/\p{Script=Han}/u);
    const options = await setUpDesk({ lang: 'zh' }).liaison('诉求', '转办', '--help');
    expect(options.out).toContain('--to, --至 <单位>');
  });
});

describe('a command that there is not', () => {
  const book = { summaries, words };

  it.each([
    ['登记诉求', undefined, ['appeal log']],
    ['诉求登记', undefined, ['appeal log']],
    ['转办', undefined, ['appeal transfer']],
    ['trasfer', undefined, ['appeal transfer']],
    ['teir', undefined, ['tier']],
    ['prnt', 'roster', ['roster print']],
    ['打印名册', undefined, ['roster print']],
    ['zzz', undefined, []],
  ])('%s %s comes near %j', (typed, noun, near) => {
    expect(findNearestCommands(book, typed, noun).slice(0, 3)).toEqual(near);
  });

  it('is found by the words of summaries, options and examples, in either language', () => {
    const found = searchVerbs(book, ['backup'], () => '');
    expect(found).toContain('database backup');
    expect(searchVerbs(book, ['转办'], () => '')).toContain('appeal transfer');
    expect(searchVerbs(book, ['who', 'phone'], () => '')).toEqual(['roster find']);
    expect(searchVerbs(book, ['xyzzy'], () => '')).toEqual([]);
  });

  it('is listed by help, by its words', async () => {
    const zh = await setUpDesk({ lang: 'zh' }).liaison('帮助', '电话');
    expect([zh.code, zh.out]).toEqual([0, expect.stringContaining('名册 查找  roster find')]);
    const en = await setUpDesk().liaison('help', 'phone');
    expect([en.code, en.out]).toEqual([0, expect.stringContaining('roster find')]);
    const none = await setUpDesk().liaison('help', 'xyzzy');
    expect(none.code).toBe(2);
  });

  it('is asked about at a terminal, and run in its place', async () => {
    const desk = setUpDesk({ lang: 'zh', isTerminal: true });
    await desk.json('init', '--name', '甲市', '--code', 'JS');
    const yes = await desk.answer(
      [
        ['登记一件诉求', 'y'],
        ['渠道', '\u0003'],
      ],
      '登记诉求',
    );
    expect([yes.code, yes.err]).toEqual([130, expect.stringContaining('$ liaison 诉求 登记')]);
    const no = await desk.answer([['登记一件诉求', 'n']], '登记诉求');
    expect([no.code, no.err]).toEqual([2, expect.stringContaining('诉求 登记')]);
    const noun = await desk.answer(
      [
        ['要做什么', 'list\r'],
        ['现在执行', '\r'],
      ],
      '单位',
    );
    expect([noun.code, noun.out]).toEqual([0, expect.stringContaining('甲市承办单位')]);
  });
});
