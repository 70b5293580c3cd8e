import { beforeAll, describe, expect, it } from 'vitest';
import { join } from 'node:path';
import type { TestDesk } from '../support/desk.ts';
import { fixtures, setUpDezhou } from '../support/seeds.ts';

interface Status {
  readonly year: number;
  readonly run: number | null;
  readonly draft: number | null;
  readonly edition: number | null;
  readonly unitsInScheme: number;
  readonly unitsCounted: number;
  readonly desksIncomplete: number | null;
  readonly unpublished: number | null;
  readonly counts: Readonly<Record<string, number>>;
  readonly appeals: Readonly<Record<string, number>>;
  readonly due: {
    readonly overdue: number;
    readonly dueSoon: number | null;
    readonly unaccepted: number;
    readonly withoutDue: number;
    readonly urgent: number;
    readonly escalated: number;
    readonly lateUnits: readonly {
      readonly code: string;
      readonly overdue: number;
      readonly unaccepted: number;
    }[];
  };
}

interface Listed {
  readonly number: string;
  readonly state: string;
  readonly holderCode: string | null;
  readonly priority: string;
  readonly escalated: boolean;
  readonly dueOn: string | null;
  readonly wait: string | null;
}

/** A city with a county, editions of changes, drafts, merged units, and appeals in every state, late, urgent, redone, and without a calendar. */
async function setUpCity(): Promise<TestDesk> {
  const desk = await setUpDezhou('published');
  const county = (name: string): string => join(fixtures, 'county', name);
  for (const line of [
    'jurisdiction add 平川县 --code PC --area-code 0534 --issuer 中共平川县委组织部',
    `unit import ${county('units.csv')} --in PC`,
    `volume import ${county('volumes-2021.csv')} --year 2021 --in PC`,
    'tier classify --year 2021 --in PC',
    'tier adopt 1 --document-no 平编〔2022〕1号 --in PC',
    'roster publish --document-no 平组〔2022〕1号 --with-gaps --in PC',
    'roster publish --document-no 德组字〔2022〕4号 --with-counties --in DZ',
    'desk set 市教育局 --phones 0534-2100998 --in DZ',
    'roster publish --changes --document-no 德组字〔2022〕9号 --in DZ',
    'unit merge 市体育局 --into 市教育局 --in DZ',
    'desk set 市公安局 --duties 受理、转办、督办 --in DZ',
    'desk set 市司法局 --clear duties --in DZ',
    'tier override 市财政局 --tier dedicated --reason 试点 --document-no 1号 --in DZ',
  ])
    await desk.json(...line.split(' '));
  const log = ['appeal', 'log', '--in', 'DZ', '--kind', 'request', '--channel', 'hotline', '--title'];
  const add = async (title: string, ...more: readonly string[]): Promise<string> =>
    ((await desk.json(...log, title, ...more)) as { number: string }).number;
  const act = (verb: string, number: string, ...more: readonly string[]): Promise<unknown> =>
    desk.json('appeal', verb, number, '--in', 'DZ', ...more);
  await add('新件');
  await add('新的急件', '--priority', 'urgent');
  for (const unit of ['市公安局', '市公安局', '市教育局'])
    await add('早该签收', '--to', unit, '--time', '2022-02-07 09:00');
  await add('明日到期', '--to', '市司法局', '--time', '2022-04-01 09:00', '--priority', 'urgent');
  const redone = await add('一再重办', '--to', '市公安局');
  for (let round = 0; round < 3; round += 1) {
    await act('accept', redone);
    await act('reply', redone, '--text', '已办');
    await act('close', redone, '--outcome', 'explained');
    await act('reopen', redone, '--text', '没有办');
  }
  const done = await add('已办结', '--to', '市财政局');
  await act('accept', done);
  await act('reply', done, '--text', '已办');
  await act('close', done, '--outcome', 'solved');
  const returned = await add('要退', '--to', '市财政局');
  await act('return', returned, '--reason', 'wrong-unit', '--basis', 'x');
  desk.write(
    'a.csv',
    '工单编号,受理时间,渠道,诉求性质,标题,承办单位\nW1,2022-04-01 09:00,热线,求助,要作废,市公安局\n',
  );
  await desk.json('appeal', 'import', 'a.csv', '--in', 'DZ');
  await desk.json('import', 'undo', '5', '--yes', '--in', 'DZ');
  return desk;
}

let desk: TestDesk;
beforeAll(async () => {
  desk = await setUpCity();
}, 60_000);

const ask = (...words: readonly string[]): Promise<unknown> => desk.json(...words, '--in', 'DZ');
const list = async (...terms: readonly string[]): Promise<readonly Listed[]> =>
  (await ask('appeal', 'list', ...terms)) as readonly Listed[];
const differences = async (...editions: readonly (number | null)[]): Promise<readonly unknown[]> =>
  ((await ask('roster', 'diff', ...editions.map(String))) as { units: readonly unknown[] }).units;
const status = async (): Promise<Status> => (await ask('status')) as Status;

describe('the figures that two commands show', () => {
  it('of appeals: status, lists and the appeals themselves say the same', async () => {
    const { appeals, due } = await status();
    const all = await list('--all');
    expect(appeals).toEqual(
      Object.fromEntries([...Map.groupBy(all, ({ state }) => state)].map(([state, of]) => [state, of.length])),
    );
    for (const state of ['unassigned', 'sent', 'accepted', 'replied', 'closed'])
      expect([state, (await list('--state', state)).length]).toEqual([state, appeals[state] ?? 0]);
    const open = all.filter(({ state }) => ['unassigned', 'sent', 'accepted'].includes(state));
    const overdue = await list('--overdue');
    const unaccepted = await list('--unaccepted');
    expect(due).toMatchObject({
      overdue: overdue.length,
      dueSoon: (await list('--due-within', '1d')).length,
      unaccepted: unaccepted.length,
      withoutDue: open.filter(({ dueOn }) => dueOn === null).length,
      urgent: open.filter(({ priority }) => priority === 'urgent').length,
      escalated: (await list('--escalated')).length,
    });
    // Each of them is there at all, or nothing would be shown by this.
    expect([due.overdue, due.dueSoon, due.unaccepted, due.urgent, due.escalated]).toEqual([3, 1, 4, 2, 1]);
    for (const { code, overdue: late, unaccepted: waiting } of due.lateUnits) {
      expect(overdue.filter(({ holderCode }) => holderCode === code)).toHaveLength(late);
      expect(unaccepted.filter(({ holderCode }) => holderCode === code)).toHaveLength(waiting);
    }
    const queue = await list();
    expect(new Set(queue.filter(({ wait }) => wait === 'not-accepted').map(({ number }) => number))).toEqual(
      new Set(unaccepted.map(({ number }) => number)),
    );
    for (const { number, dueOn, state, holderCode } of all) {
      const shown = (await ask('appeal', 'show', number)) as Listed;
      expect([shown.state, shown.dueOn, shown.holderCode]).toEqual([state, dueOn, holderCode]);
      const traced = (await ask('appeal', 'trace', number)) as { holderCode?: string | null; number: string };
      expect(traced.number).toBe(number);
    }
  }); // prettier-ignore

  it('of what is unpublished: status, the difference to today and the next notice of changes', async () => {
    const before = await status();
    const diff = await differences(before.edition);
    expect(before.unpublished).toBe(diff.length);
    expect(diff.length).toBeGreaterThan(0);
    const { code } = await desk.liaison('roster', 'publish', '--changes', '--document-no', '德组字〔2022〕10号', '--with-gaps', '--in', 'DZ'); // prettier-ignore
    expect(code).toBe(0);
    const after = await status();
    expect(after.unpublished).toBe(0);
    expect(await differences(after.edition)).toEqual([]);
    const told = await differences(before.edition, after.edition);
    expect(told).toEqual(diff);
    expect((await desk.liaison('roster', 'publish', '--changes', '--document-no', 'x', '--with-gaps', '--in', 'DZ')).code).toBe(5);
    // The county published its own; what the city printed of it is no difference of the city.
    expect(((await desk.json('status', '--in', 'PC')) as Status).unpublished).toBe(0);
  }); // prettier-ignore

  it('of desks: status, the check and what a roster is refused for', async () => {
    const { desksIncomplete } = await status();
    const { out } = await desk.liaison('desk', 'check', '--json', '--in', 'DZ');
    const { findings } = JSON.parse(out) as { findings: { unit: string; blocks: boolean }[] };
    const blocked = new Set(findings.filter(({ blocks }) => blocks).map(({ unit }) => unit));
    expect([desksIncomplete, blocked.size > 0]).toEqual([blocked.size, true]);
    const { err } = await desk.liaison('roster', 'publish', '--document-no', 'y', '--in', 'DZ', '--json');
    const { error } = JSON.parse(err) as { error: { details: { units: readonly string[] } } };
    expect(error.details.units).toHaveLength(blocked.size);
  });

  it('of tiers: status, the list, the overview and what each unit is explained by; and which run it is', async () => {
    const { run, draft, counts, year, unitsInScheme, unitsCounted } = await status();
    const listed = (await ask('tier', 'list')) as {
      run: number;
      newerDraft: number | null;
      counts: object;
      units: readonly { code: string; tier: string | null; volume: number | null }[];
    };
    expect([listed.run, listed.newerDraft, listed.counts]).toEqual([run, draft, counts]);
    expect(draft).toBe(2);
    const overview = (await desk.json('tier', 'list', '--all')) as {
      jurisdictions: readonly { code: string; run: number; counts: object }[];
      totals: Readonly<Record<string, number>>;
    };
    expect(overview.jurisdictions.find(({ code }) => code === 'DZ')).toMatchObject({ run, counts });
    for (const { code, tier, volume } of listed.units) {
      const explained = (await ask('tier', 'explain', code)) as { run: number; newerDraft: number | null };
      // The unit that was merged since is explained by the run that had it.
      expect(explained).toMatchObject({ run, newerDraft: draft, tier, volume });
    }
    const registered = (await ask('unit', 'list')) as { until: string | null; outsideReason: string | null; code: string }[];
    const inScheme = registered.filter(({ until, outsideReason }) => until === null && outsideReason === null);
    expect(unitsInScheme).toBe(inScheme.length);
    const volumes = (await ask('volume', 'list', '--year', String(year))) as readonly { code: string }[];
    const counted = new Set(volumes.map(({ code }) => code));
    expect(unitsCounted).toBe(inScheme.filter(({ code }) => counted.has(code)).length);
    const zh = await desk.liaison('tier', 'explain', '市财政局', '--in', 'DZ', '--lang', 'zh');
    expect(zh.out.replaceAll(/\s+/gu, '')).toContain('现有更新的草案第2号，尚未审定；以下为第1号');
  }); // prettier-ignore

  it('of two years of which one is a draft: the comparison says so, and each counts as its run', async () => {
    desk.write('v.csv', '单位名称,年度,热线\n市财政局,2022,40\n市公安局,2022,3000\n');
    await ask('volume', 'import', 'v.csv');
    const { run, counts, overridesOfYearBefore } = (await ask('tier', 'classify', '--year', '2022')) as {
      run: number;
      counts: object;
      overridesOfYearBefore: readonly unknown[];
    };
    expect(overridesOfYearBefore).toEqual([]);
    const compared = (await ask('tier', 'compare', '2022', '2021')) as {
      first: { run: number; isDraft: boolean; counts: object };
      second: { run: number; isDraft: boolean; counts: object };
    };
    expect(compared.first).toMatchObject({ run: 1, isDraft: false });
    expect(compared.second).toMatchObject({ run, isDraft: true, counts });
    const { out } = await desk.liaison('tier', 'compare', '2021', '2022', '--in', 'DZ', '--lang', 'zh');
    expect(out).toContain(`2022 年度第 ${String(run)} 号为草案，尚未审定。`);
  });
});

it('decisions of the year before that fell away are told by classify, compare and explain', async () => {
  const city = await setUpDezhou('draft');
  await city.json(
    'tier',
    'override',
    '市财政局',
    '--tier',
    'dedicated',
    '--reason',
    '试点',
    '--document-no',
    '1号',
  );
  await city.json('tier', 'adopt', '2', '--document-no', 'x');
  city.write('v.csv', '单位名称,年度,热线\n市财政局,2022,40\n市公安局,2022,3000\n');
  await city.json('volume', 'import', 'v.csv');
  const said = '市财政局：2021 年度按个案决定为单独设立（1号），本年度未沿用，按标准为专人专岗';
  const flat = async (...words: readonly string[]): Promise<string> =>
    (await city.liaison('--lang', 'zh', ...words)).out.replaceAll(/\s+/gu, '');
  expect(await flat('tier', 'classify', '--year', '2022')).toContain(said.replaceAll(' ', ''));
  expect(await flat('tier', 'compare', '2021', '2022')).toContain(said.replaceAll(' ', ''));
  expect(await flat('tier', 'explain', '市财政局', '--year', '2022')).toContain(said.replaceAll(' ', ''));
});
