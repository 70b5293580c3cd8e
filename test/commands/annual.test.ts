import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { setUpDesk } from '../support/desk.ts';
import { dezhou, setUpDezhou } from '../support/seeds.ts';

const answers = [
  ...['--name', '德州市', '--code', 'DZ', '--issuer', '中共德州市委组织部'],
  ...['--units', dezhou('units.csv'), '--volumes', dezhou('volumes-2021.csv')],
  ...['--run-document-no', '德编〔2022〕1号', '--run-date', '2022-01-17', '--desks', dezhou('desks.csv')],
  ...['--draft', 'draft.docx', '--roster-document-no', '德组字〔2022〕3号', '--roster-date', '2022-01-18'],
];

describe('annual', () => {
  it('goes from an empty folder to a published edition, echoing every command', async () => {
    const desk = setUpDesk();
    const { code, err } = await desk.liaison('annual', '2021', ...answers);
    expect(code).toBe(0);
    const echoed = [...err.matchAll(/^\$ liaison (\S+ ?\S*)/gmu)].map(([, command]) => command);
    expect(echoed).toEqual([
      'init --name',
      'unit import',
      'volume import',
      'tier classify',
      'tier adopt',
      'desk import',
      'roster preview',
      'roster publish',
      'roster print',
    ]);
    expect(err).toContain('The work of 2021 is done: edition 1 is published.');
    expect(existsSync(join(desk.folder, 'draft.docx'))).toBe(true);
    expect(await desk.json('roster', 'show', '1')).toMatchObject({
      documentNo: '德组字〔2022〕3号',
      publishedOn: '2022-01-18',
      issuers: ['中共德州市委组织部'],
    });
    const again = await desk.liaison('annual', '2021');
    expect([again.code, again.out]).toEqual([0, '']);
  });

  it('takes up what was put right after publication: a run that says why, and a notice of what changed', async () => {
    const desk = await setUpDezhou('published');
    await desk.json(
      ...['volume', 'set', '市审计局', '2021', '--channel', 'hotline', '--count', '7', '--reason', '漏计'],
    );
    await desk.json('desk', 'set', '市公安局', '--phones', '0534-5559999');
    const given = answers
      .map((answer) => answer.replace('2022-01-17', '2022-02-17').replace('3号', '9号'))
      .slice(10);
    const stopped = await desk.liaison('annual', '2021', ...given);
    expect([stopped.code, stopped.err]).toEqual([2, expect.stringContaining('--run-reason')]);
    const later = ['--run-reason', '更正', ...given];
    const { code, err } = await desk.liaison('annual', '2021', ...later);
    expect(code).toBe(0);
    expect([...err.matchAll(/^\$ liaison (.+)$/gmu)].map(([, command]) => command)).toEqual([
      'tier adopt 2 --document-no 德编〔2022〕1号 --reason 更正 --date 2022-02-17',
      'roster preview -o draft.docx',
      'roster publish --document-no 德组字〔2022〕9号 --date 2022-01-18 --changes',
      'roster print 2 -o roster-2021-2.docx',
    ]);
    expect(err).toContain('The work of 2021 is done: edition 2 is published.');
    expect(await desk.json('roster', 'show', '2')).toMatchObject({ changesSince: 1, run: 2 });
  });

  it('goes without a terminal up to the first question, and on from there', async () => {
    const desk = setUpDesk();
    const empty = await desk.liaison('annual', '2021');
    expect([empty.code, empty.err]).toEqual([2, expect.stringContaining('--name')]);
    const first = await desk.liaison('annual', '2021', ...answers.slice(0, 10));
    expect(first.code).toBe(2);
    expect(first.err).toContain('--run-document-no');
    expect(first.err).toContain('Go on with: liaison annual 2021');
    // What was done stays: the run is there as a draft.
    expect(await desk.json('tier', 'list')).toMatchObject({ run: 1, state: 'draft' });
    const second = await desk.liaison('annual', '2021', ...answers.slice(10));
    expect(second.code).toBe(0);
    expect(second.err).not.toContain('$ liaison unit import');
  });

  it('stops where a command fails, with its exit code, and nothing is half done', async () => {
    const desk = setUpDesk();
    desk.write('v.csv', '单位,热线\n外星人局,5\n');
    const given = answers.map((answer) => (answer === dezhou('volumes-2021.csv') ? 'v.csv' : answer));
    const { code, err } = await desk.liaison('annual', '2021', ...given);
    expect(code).toBe(3);
    expect(err).toContain('外星人局');
    expect(err).toContain('The walk stops here; what was done stays.');
    expect((await desk.liaison('annual', '2021', ...answers)).code).toBe(0);
  });

  it('asks at a terminal what it needs, and can be left at a question', async () => {
    const desk = setUpDesk({ lang: 'zh' });
    await desk.liaison('annual', '2021', ...answers.slice(0, 10));
    const left = await desk.answer([['审定归类结果的文号', '\u0003']], 'annual', '2021');
    expect([left.code, left.err]).toEqual([130, expect.stringContaining('继续：liaison 年度 2021')]);
    const { code, err } = await desk.answer(
      [
        ['审定归类结果的文号', 'x号\r'],
        ['审定日期', '\r'],
        ['如何处理', '\r'],
        ['文件，或收回的采集表', `${dezhou('desks.csv')}\r`],
        ['草稿文件', '\r'],
        ['名册文号', 'y号\r'],
        ['发布日期', '2022-01-18\r'],
      ],
      'annual',
      '2021',
    );
    expect([code, err]).toEqual([0, expect.stringContaining('第 1 期名册已发布')]);
    expect(existsSync(join(desk.folder, 'roster-2021-draft.docx'))).toBe(true);
  });

  it('publishes with gaps when told, under the issuer that is named only then', async () => {
    const desk = setUpDesk();
    const without = (options: readonly string[], ...names: string[]): string[] =>
      options.filter((_, at) => !names.includes(options[at - (at % 2)] ?? ''));
    const first = without(answers, '--issuer', '--desks', '--draft', '--roster-document-no', '--roster-date');
    const stopped = await desk.liaison('annual', '2021', ...first);
    expect([stopped.code, stopped.err]).toEqual([2, expect.stringContaining('--desks')]);
    const { code, err } = await desk.liaison(
      ...['annual', '2021', '--with-gaps', '--draft', 'd.docx'],
      ...['--issuer', '市委组织部', '--issuer', '市委编办'],
      ...['--roster-document-no', 'x号', '--roster-date', '2022-01-18'],
    );
    expect(code).toBe(0);
    expect(err).toContain('$ liaison jurisdiction set --issuer 市委组织部 --issuer 市委编办');
    expect(await desk.json('roster', 'show', '1')).toMatchObject({
      withGaps: true,
      issuers: ['市委组织部', '市委编办'],
    });
  });

  it('stops with the exit code of a draft that cannot be written', async () => {
    const desk = setUpDesk();
    const given = answers.map((answer) => (answer === 'draft.docx' ? 'nowhere/draft.docx' : answer));
    const { code, err } = await desk.liaison('annual', '2021', ...given);
    expect([code, err]).toEqual([3, expect.stringContaining('nowhere')]);
    expect((await desk.liaison('roster', 'print')).code).toBe(4);
  });
});
