import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ProgramDescription } from '../../src/cli/describe-program.ts';
import { exitCodes } from '../../src/cli/exit-codes.ts';
import type { ResultShape } from '../../src/cli/result-shape.ts';
import { summaries } from '../../src/text/en/summaries.ts';
import { setUpDesk } from '../support/desk.ts';
import { setUpDezhou } from '../support/seeds.ts';
import { findMisfits } from '../support/shape-fit.ts';

async function describeAll(lang: 'en' | 'zh', ...words: string[]): Promise<ProgramDescription> {
  return (await setUpDesk({ lang }).json('help', ...words)) as ProgramDescription;
}

describe('the program as data', () => {
  it('has every noun and verb, the global options, variables and exit codes', async () => {
    const all = await describeAll('en');
    expect(all.verbs.map(({ name }) => name).sort()).toEqual(Object.keys(summaries.verbs).sort());
    expect(all.nouns.map(({ name }) => name)).toEqual(Object.keys(summaries.nouns));
    expect(all.nouns.find(({ name }) => name === 'unit')?.aliases).toEqual(['department']);
    expect(all.version).toBe('0.0.0-test');
    expect(all.globalOptions.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['--db', '--lang', '--json', '--help', '--version']),
    );
    expect(all.environment.map(({ name }) => name)).toContain('LIAISON_DB');
    expect(all.exitCodes.map(({ code }) => code)).toEqual(Object.values(exitCodes));
  });

  it('tells of an option what it takes, as its parser reads it', async () => {
    const { verbs } = await describeAll('en', 'unit', 'add');
    expect(verbs.map(({ name }) => name)).toEqual(['unit add']);
    expect(verbs[0]?.options.find(({ name }) => name === '--category')).toMatchObject({
      flags: '--category <category>',
      value: '<category>',
      takesValue: true,
      required: false,
      repeatable: false,
      choices: expect.arrayContaining([
        { value: 'town', words: expect.arrayContaining(['乡镇']) as unknown },
      ]) as unknown,
    });
    const [publish] = (await describeAll('en', 'appeal', 'return')).verbs;
    expect(publish?.options.filter(({ required }) => required).map(({ name }) => name)).toEqual([
      '--reason',
      '--basis',
    ]);
    const [assist] = (await describeAll('en', 'appeal', 'assist')).verbs;
    expect(assist?.options.filter(({ repeatable }) => repeatable).map(({ name }) => name)).toEqual([
      '--add',
      '--remove',
    ]);
    const [list] = (await describeAll('en', 'appeal', 'list')).verbs;
    expect(list?.options.find(({ name }) => name === '--columns')).toMatchObject({ isList: true });
  });

  it('takes every word that it names, and none that it does not', async () => {
    const desk = await setUpDezhou('published');
    const [list] = (await describeAll('en', 'tier', 'list')).verbs;
    const tier = list?.options.find(({ name }) => name === '--tier');
    const words = (tier?.choices ?? []).flatMap(({ value, words: others }) => [value, ...others]);
    expect(words.length).toBeGreaterThan(5);
    for (const word of words) expect((await desk.liaison('tier', 'list', '--tier', word)).code).not.toBe(2);
    expect((await desk.liaison('tier', 'list', '--tier', '一类')).code).toBe(2);
  });

  it('tells the arguments, the forms of output, and that a folder is written', async () => {
    const [form] = (await describeAll('en', 'desk', 'form')).verbs;
    expect(form?.writesFolder).toBe(true);
    const [print] = (await describeAll('en', 'roster', 'print')).verbs;
    expect(print?.forms).toContain('docx');
    expect(print?.arguments).toMatchObject([{ required: false, variadic: false }]);
    const [annual] = (await describeAll('en', 'annual')).verbs;
    expect(annual).toMatchObject({ result: null, forms: ['table'], verb: null });
  });

  it('speaks Chinese, finds a noun by its alias, and a topic', async () => {
    const { nouns, verbs } = await describeAll('zh', 'department');
    expect(nouns[0]?.summary).toBe('维护承办单位名录');
    expect(verbs.map(({ noun }) => noun)).toContain('unit');
    const topic = await setUpDesk().json('help', 'exit-codes');
    expect(topic).toMatchObject({
      exitCodes: expect.arrayContaining([{ code: 0, meaning: 'done' }]) as unknown,
    });
  });

  it('refuses what is no command', async () => {
    const { code, err } = await setUpDesk().liaison('help', 'nobody', '--json');
    expect([code, err]).toEqual([2, expect.stringContaining('"command-unknown"')]);
  });
});

it('loads the shapes of results when they are asked for, never with a command', () => {
  const src = join(import.meta.dirname, '..', '..', 'src');
  const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.ts'),
  );
  const lines = files.flatMap((file) => readFileSync(join(src, file), 'utf8').split('\n'));
  const imports = lines.filter((line) => line.includes("/result-shapes.ts'"));
  // For help --json, for --fields, and for what completes its value.
  expect(imports.map((line) => line.trim()).sort()).toEqual([
    "const { resultShapes } = await import('../../cli/result-shapes.ts');",
    "const { resultShapes } = await import('./result-shapes.ts');",
    "import('./cli/result-shapes.ts'),",
  ]);
});

describe('the shape of a result', () => {
  it.each([
    ['unit list'],
    ['unit show', '市医保局'],
    ['volume list', '--year', '2021'],
    ['volume set', '市财政局', '2021', '--channel', 'hotline', '--count', '61', '--reason', '漏计'],
    ['tier explain', '市医保局'],
    ['tier list'],
    ['tier classify', '--year', '2021'],
    ['tier list', '--all'],
    ['ruling list'],
    ['study list'],
    ['roster list'],
    ['roster show', '1'],
    ['roster diff', '1'],
    ['roster find', '供热'],
    ['roster preview'],
    ['office list'],
    ['desk check'],
    ['desk show', '市公安局'],
    ['matter list'],
    ['tier compare', '2021', '2021'],
    ['tier simulate', '--dedicated', 'over:800'],
    ['tier override', '市财政局', '--tier', 'attached', '--reason', '信访集中', '--document-no', '1号'],
    ['ruling add', '--matter', '路灯照明', '--lead', '市城管局', '--basis', '职责分工'],
    ['scheme list'],
    ['desk list'],
    ['desk set', '市公安局', '--head', '王某'],
    ['jurisdiction show', 'DZ'],
    ['deadline list'],
    ['calendar list', '2022'],
    ['import list'],
    ['import show', '1'],
    ['import undo', '2', '--dry-run'],
    ['database check'],
    ['database info'],
    ['status'],
    ['appeal log', '--kind', '投诉', '--channel', '热线', '--title', '路面坑洼', '--to', '市城管局'],
    ['appeal list'],
    ['privacy log'],
  ])('%s: is what the command prints', async (verb, ...args) => {
    const desk = await setUpDezhou('published');
    const [told] = (await describeAll('en', ...verb.split(' '))).verbs;
    const printed = await desk.json(...verb.split(' '), ...args);
    expect(findMisfits(told?.result as ResultShape, printed)).toEqual([]);
  });

  it('of appeals on their course is what the commands print', async () => {
    const desk = await setUpDezhou('published');
    const run = async (verb: string, ...args: string[]): Promise<void> => {
      const [told] = (await describeAll('en', ...verb.split(' '))).verbs;
      const printed = await desk.json(...verb.split(' '), ...args);
      expect([verb, findMisfits(told?.result as ResultShape, printed)]).toEqual([verb, []]);
    };
    await run(
      'appeal log',
      '--kind',
      '投诉',
      '--channel',
      '热线',
      '--title',
      '路面坑洼',
      '--caller',
      '王某某',
    );
    await run('appeal transfer', '2022-000001', '--to', '市城管局');
    await run(
      'appeal return',
      '2022-000001',
      '--reason',
      'wrong-unit',
      '--basis',
      '三定规定',
      '--to',
      '市公安局',
    );
    await run('appeal decide', '2022-000001', '--uphold', '--to', '市公安局');
    await run(
      'appeal rule',
      '2022-000001',
      '--lead',
      '市城管局',
      '--basis',
      '职责分工',
      '--assist',
      '市公安局',
    );
    await run('ruling show', '1');
    const study = ['市城管局', '--matter', '路面维修', '--decision', '重铺路面', '--until', '2022-05-08'];
    await run('study add', ...study, '--appeals', '2022-000001');
    await run('study list', '--open');
    await run('status');
    await run('study close', '1', '--result', '已重铺');
    await run('study show', '1');
    await run('appeal accept', '2022-000001');
    await run('appeal extend', '2022-000001', '--days', '2', '--reason', '需现场勘验');
    await run('appeal remind', '--overdue-of', '市公安局');
    await run('appeal reply', '2022-000001', '--text', '已修补');
    await run('appeal callback', '2022-000001', '--reached', 'yes', '--solved', 'yes');
    await run('appeal close', '2022-000001', '--outcome', 'solved');
    await run('appeal show', '2022-000001');
    await run('appeal show', '2022-000001', '--reveal', '--reason', '核实');
    await run('appeal trace', '2022-000001');
    await run('appeal slip', '2022-000001');
    await run('appeal list', '--all', '--columns', 'number,clock');
    await run('appeal search', '坑洼');
    await run('deadline explain', '2022-000001');
    await run('privacy log');
    await run('privacy purge', '--before', '2022-04-08', '--dry-run');
  });

  it('finds a value, a missing field and one too many', () => {
    const shape = { code: 'string', 'sort?': 'number | null', of: [{ '|': [{ kind: "'a'" }, 'null'] }] };
    expect(findMisfits(shape, { code: 'x', of: [null, { kind: 'a' }] })).toEqual([]);
    expect(findMisfits(shape, { code: 1, of: [{ kind: 'b' }], more: true })).toEqual([
      '.code is number, not string',
      '.of[0] is object, none of 2 shapes',
      '.more is not told',
    ]);
    expect(findMisfits(shape, { of: [] })).toEqual(['.code is missing']);
  });
});
