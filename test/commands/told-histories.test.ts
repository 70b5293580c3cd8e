import { describe, expect, it } from 'vitest';
import type { TestDesk } from '../support/desk.ts';
import { setUpDezhou } from '../support/seeds.ts';

const headers =
  '工单编号,受理时间,渠道,诉求性质,标题,承办单位,派单时间,签收时间,答复时间,答复内容,办结时间,回访时间,是否解决,重办次数,截止时间,状态';
type Cells = Readonly<Record<string, string>>;

function row(cells: Cells): string {
  const usual: Cells = {
    工单编号: 'A1',
    受理时间: '2022-03-01 09:00',
    渠道: '热线',
    诉求性质: '投诉',
    标题: '路灯',
  };
  return headers
    .split(',')
    .map((header) => cells[header] ?? usual[header] ?? '')
    .join();
}

interface Shown {
  readonly state: string;
  readonly outcome: string | null;
  readonly holder: string | null;
  readonly reworks: number;
  readonly pendingReturn: boolean;
  readonly dueOn: string;
  readonly events: readonly { action: string; at: string; to: { name: string } | null }[];
}

/** Files that come in one after the other; each leaves a database that hangs together, and changes nothing the second time. */
class Imports {
  readonly desk: TestDesk;
  #file = 0;

  constructor(desk: TestDesk) {
    this.desk = desk;
  }

  async rows(...rows: readonly Cells[]): Promise<void> {
    await this.#take(['import'], [headers, ...rows.map(row), '']);
  }

  async log(lines: readonly string[], ...more: readonly string[]): Promise<void> {
    const header = '工单编号,时间,环节,经办单位,接收单位,原因,经办人';
    const whole = lines.map((line) =>
      line.startsWith('2022-0000') || line.startsWith('A') ? line : `A1,${line}`,
    );
    await this.#take(['import-history', ...more], [header, ...whole, '']);
  }

  async #take([verb = '', ...more]: readonly string[], lines: readonly string[]): Promise<void> {
    this.#file += 1;
    const file = this.desk.write(`f${String(this.#file)}.csv`, lines.join('\n'));
    await this.desk.json('appeal', verb, file, ...more);
    await this.check();
    expect(await this.desk.json('appeal', verb, file, ...more)).toMatchObject({ batch: null });
  }

  async check(): Promise<void> {
    expect(await this.desk.json('database', 'check')).toMatchObject({ findings: [] });
  }

  show(number = 'A1'): Promise<Shown> {
    return this.desk.json('appeal', 'show', number) as Promise<Shown>;
  }

  async course(): Promise<string[]> {
    return (await this.show()).events.map(({ action, to }) => `${action}${to === null ? '' : ` ${to.name}`}`);
  }
}

const [s, p, e] = ['市水利局', '市公安局', '市教育局'] as const;
const day = '2022-03-01';

async function setUp(): Promise<Imports> {
  return new Imports(await setUpDezhou('units'));
}

describe('what another system tells in several files', () => {
  it('names an appeal by either of its numbers, void ones by none', async () => {
    const files = await setUp();
    await files.rows({});
    await files.log([`A1,${day} 10:00,派单,,${p},,`, `2022-000001,${day} 11:00,转办,${p},${e},,`]);
    expect(await files.course()).toEqual(['log', `transfer ${p}`, `transfer ${e}`]);
    const other = await setUp();
    await other.rows({});
    await other.desk.json('import', 'undo', '2', '--yes');
    other.desk.write('void.csv', `工单编号,时间,环节,接收单位\n2022-000001,${day} 10:00,派单,${p}\n`);
    expect((await other.desk.liaison('appeal', 'import-history', 'void.csv')).code).toBe(3);
  });

  it('says nothing of who leads where it names no unit, and is refused where the unit is not known', async () => {
    const files = await setUp();
    await files.rows({ 承办单位: s, 派单时间: `${day} 09:10` });
    await files.rows({ 答复时间: '2022-03-03 09:00', 状态: '待回访' });
    expect(await files.show()).toMatchObject({ state: 'replied', holder: s });
    files.desk.write('wrong.csv', [headers, row({ 承办单位: '市水利局局' }), ''].join('\n'));
    expect((await files.desk.liaison('appeal', 'import', 'wrong.csv')).code).toBe(3);
  });

  it('is believed for the time it is of: an older log takes nothing back that is newer', async () => {
    const files = await setUp();
    await files.rows({});
    await files.log([`${day} 10:00,派单,,${s},,`]);
    await files.rows({ 承办单位: p, 派单时间: '2022-03-02 09:00', 签收时间: '2022-03-02 10:00' });
    await files.log([`${day} 10:00,派单,,${s},,`]);
    expect(await files.show()).toMatchObject({ state: 'accepted', holder: p });
    await files.log([
      `${day} 10:00,派单,,${s},,`,
      `${day} 11:00,转办,${s},${e},,`,
      `${day} 11:30,转办,${e},12345,,`,
    ]);
    expect(await files.show()).toMatchObject({ state: 'accepted', holder: p });
  });

  it('keeps the unit of the row where the log has not come to it', async () => {
    const files = await setUp();
    await files.rows({ 承办单位: p, 派单时间: `${day} 10:00` });
    await files.log([`${day} 10:00,派单,,${s},,`, `${day} 11:00,转办,${s},${e},,`]);
    expect(await files.course()).toEqual(['log', `transfer ${s}`, `transfer ${e}`, `transfer ${p}`]);
    await files.log([
      `${day} 10:00,派单,,${s},,`,
      `${day} 11:00,转办,${s},${e},,`,
      `${day} 12:00,转办,${e},${p},,`,
    ]);
    expect(await files.course()).toEqual(['log', `transfer ${s}`, `transfer ${e}`, `transfer ${p}`]);
  });

  it('keeps a return that waits', async () => {
    const files = await setUp();
    await files.log([`${day} 10:00,派单,,${p},,`, `${day} 11:00,退回,${p},,,`], '--add-missing');
    expect(await files.show()).toMatchObject({ state: 'sent', pendingReturn: true });
  });

  it('stands in the order of the log within a minute', async () => {
    const files = await setUp();
    await files.rows({ 承办单位: s, 派单时间: `${day} 09:10`, 办结时间: '2022-03-02 10:00' });
    await files.log(
      [
        `${day} 09:10:05,派单,,${s},,`,
        `2022-03-02 10:00:20,答复,${s},,,`,
        '2022-03-02 10:00:40,办结,,,,',
      ].map((line) => `A1,${line}`),
    );
    expect(await files.show()).toMatchObject({ state: 'closed' });
    const other = await setUp();
    await other.rows({});
    await other.log([`${day} 10:00,派单,,${s},,`, `${day} 11:00,转办,${s},${p},,`]);
    await other.log([`${day} 10:00,派单,,${s},,`, `${day} 11:00,退回,${s},,,`, `${day} 11:00,改派,,${p},,`]);
    expect(await other.show()).toMatchObject({ holder: p, pendingReturn: false });
  });

  it('tells each close once, however often the work was done again, each under its own due day', async () => {
    const files = await setUp();
    await files.rows({
      承办单位: s,
      派单时间: `${day} 09:10`,
      签收时间: `${day} 10:00`,
      答复时间: '2022-03-04 10:00',
      办结时间: '2022-03-05 10:00',
    });
    await files.log([
      ...[`${day} 09:10,派单,,${s},,`, `${day} 10:00,签收,${s},,,`, '2022-03-02 10:00,办结,,,,', '2022-03-03 10:00,重办,,,,'],
      ...['2022-03-05 10:00,办结,,,,', '2022-03-06 10:00,重办,,,,', '2022-03-07 10:00,办结,,,,'],
    ].map((line) => `A1,${line}`)); // prettier-ignore
    expect((await files.course()).filter((act) => act === 'close' || act === 'reopen')).toEqual([
      ...['close', 'reopen', 'close', 'reopen', 'close'],
    ]);
    expect(await files.show()).toMatchObject({ state: 'closed', reworks: 2, dueOn: '2022-03-11' });
    const other = await setUp();
    const first = { 承办单位: s, 派单时间: `${day} 09:10`, 签收时间: `${day} 10:00` };
    await other.rows(first);
    await other.log([
      `A1,${day} 09:10,派单,,${s},,`,
      'A1,2022-03-02 10:00,办结,,,,',
      'A1,2022-03-10 10:00,重办,,,,',
    ]);
    await other.desk.json('import', 'undo', '3', '--yes');
    await other.rows({ ...first, 办结时间: '2022-03-20 10:00' });
    expect(await other.show()).toMatchObject({ dueOn: '2022-03-08', reworks: 0 });
  });

  it('leaves room for what is done by hand at an earlier time', async () => {
    const files = await setUp();
    await files.rows({ 承办单位: s });
    await files.rows({ 承办单位: s, 签收时间: '2022-03-02 09:00' });
    await files.desk.json('import', 'undo', '3', '--yes');
    await files.desk.json('appeal', 'accept', 'A1', '--time', '2022-03-02 09:00');
    await files.check();
  });

  it('leaves what followed from the end of a unit, and gives nobody who is no more an appeal', async () => {
    const files = await setUp();
    await files.rows({ 承办单位: s, 派单时间: `${day} 09:10`, 签收时间: `${day} 10:00` });
    await files.desk.json('unit', 'merge', s, '--into', p, '--on', '2022-04-01', '--yes');
    files.desk.write(
      'log.csv',
      [
        '工单编号,时间,环节,经办单位,接收单位',
        `A1,${day} 09:10,派单,,${s}`,
        `A1,${day} 10:00,签收,${s},`,
        `A1,2022-03-02 10:00,转办,${s},${e}`,
        '',
      ].join('\n'),
    );
    expect(await files.desk.json('appeal', 'import-history', 'log.csv')).toMatchObject({
      ours: ['2022-000001'],
    });
    expect(await files.show()).toMatchObject({ holder: p });
    const other = await setUp();
    await other.rows({});
    await other.desk.json('unit', 'retire', s, '--reason', '机构改革', '--on', '2022-03-15', '--yes');
    await other.rows({ 承办单位: s, 派单时间: '2022-03-20 09:10' });
    expect(await other.show()).toMatchObject({ state: 'unassigned', holder: null });
  });

  it('takes in a line by nobody as a note', async () => {
    const files = await setUp();
    await files.rows({});
    await files.log([`${day} 10:00,签收,${s},,,`], '--allow-gaps');
    expect(await files.show()).toMatchObject({ state: 'unassigned', holder: null });
  });

  it('never stands before the receipt', async () => {
    const files = await setUp();
    await files.log(['2022-03-02 10:00,派单,,市水利局,,'], '--add-missing');
    await files.rows({ 承办单位: s, 签收时间: `${day} 11:00`, 截止时间: '2022-03-08' });
    expect((await files.course())[0]).toBe('log');
  });

  it('counts work that was done again once, and holds by its newest word', async () => {
    const files = await setUp();
    const first = { 承办单位: s, 派单时间: `${day} 09:10`, 签收时间: `${day} 10:00` };
    await files.rows({ ...first, 答复时间: '2022-03-04 10:00', 办结时间: '2022-03-05 10:00', 重办次数: '0' });
    await files.rows({
      承办单位: s,
      派单时间: `${day} 09:10`,
      签收时间: '2022-03-06 10:00',
      重办次数: '1',
      状态: '办理中',
    });
    expect(await files.show()).toMatchObject({ state: 'accepted', reworks: 1 });
    const other = await setUp();
    await other.rows({ ...first, 截止时间: '2022-03-08' });
    await other.rows({ ...first, 答复时间: '2022-03-04 10:00', 截止时间: '2022-03-15' });
    await other.rows({ ...first, 截止时间: '2022-03-08' });
  });

  it('tells more of a call-back once', async () => {
    const files = await setUp();
    const first = {
      承办单位: s,
      答复时间: '2022-03-03 10:00',
      办结时间: '2022-03-04 09:00',
      回访时间: '2022-03-04 10:00',
    };
    await files.rows(first);
    await files.rows({ ...first, 是否解决: '是' });
    await files.rows({ ...first, 是否解决: '是' });
  });
});

describe('what offices’ systems write', () => {
  it('ends its logs at the hotline, which sends nothing back by that', async () => {
    const files = await setUp();
    await files.rows({
      承办单位: s,
      派单时间: `${day} 09:30`,
      答复时间: '2022-03-07 10:00',
      办结时间: '2022-03-08 10:00',
    });
    files.desk.write('log.csv', [
      '工单编号,环节名称,处理部门,到达时间,离开时间,处理人',
      `A1,登记,市12345热线受理中心,${day} 09:05:00,${day} 09:30:00,坐席01`,
      `A1,部门办理,${s},${day} 09:30:00,2022-03-02 15:05:00,张三`,
      `A1,部门办理,${p},2022-03-02 15:05:00,2022-03-03 15:05:00,王五`,
      `A1,部门办理,${s},2022-03-03 15:05:00,2022-03-07 10:00:00,张三`,
      'A1,回访,市12345热线受理中心,2022-03-08 10:00:00,2022-03-08 10:00:00,坐席02',
      '',
    ].join('\n')); // prettier-ignore
    await files.desk.json('appeal', 'import-history', 'log.csv');
    expect(await files.show()).toMatchObject({ state: 'closed', holder: s });
    await files.check();
  });

  it('may have its newest lines first', async () => {
    const files = await setUp();
    await files.rows({});
    await files.log([
      `${day} 11:00,签收,${p},,,`,
      `${day} 09:30,转办,${s},${p},,`,
      `${day} 09:30,派单,,${s},,`,
    ]);
    expect(await files.course()).toEqual(['log', `transfer ${s}`, `transfer ${p}`, 'accept']);
  });

  it('says stars and ends by a status, days without a time, numbers it has hidden, itself', async () => {
    const desk = await setUpDezhou('units');
    desk.write('wild.csv', [
      '办件编号,留言时间,来电渠道,工单类别,留言标题,联系方式,办理单位,派发时间,首次答复时间,群众评价,是否办结,办理状态',
      `W1,2022-03-01 09:20,领导留言板,建言献策,路灯,138****0001,${s},2022-03-01,2022-03-03 10:00,5星,是,`,
      'W2,2022-03-01 09:20,语音,报修,路灯,,市12345热线受理中心,,,,,不予受理',
      `W3,2022-03-01 09:20,热线,投诉,路灯,,${s},,,未评价,否,作废`,
      '',
    ].join('\n')); // prettier-ignore
    await desk.json('appeal', 'import', 'wild.csv');
    const show = (number: string): Promise<unknown> => desk.json('appeal', 'show', number);
    expect(await show('W1')).toMatchObject({
      ...{ state: 'closed', holder: s, phone: null, channel: 'online', kind: 'suggestion' },
      events: expect.arrayContaining([
        expect.objectContaining({ callback: { reached: true, satisfiedWithResult: 'very-satisfied' } }),
      ]) as unknown,
    });
    expect(await show('W2')).toMatchObject({ state: 'closed', outcome: 'declined', holder: null });
    expect(await show('W3')).toMatchObject({ state: 'closed', outcome: 'withdrawn' });
    desk.write(
      'stars.csv',
      `工单编号,受理时间,渠道,诉求性质,标题,承办单位,满意度\nS1,2022-03-01,热线,投诉,路灯,${s},1\n`,
    );
    expect((await desk.liaison('appeal', 'import', 'stars.csv')).err).toContain('--map-value');
  });

  it('may have a thing under several names: the best of them is read, the others are told', async () => {
    const desk = await setUpDezhou('units');
    desk.write('many.csv', [
      '流水号,工单编号,受理时间,创建时间,渠道,诉求性质,标题,手机号,联系电话,办理单位,承办单位,办理情况,答复内容,首次答复时间,答复时间',
      `L1,M1,2022-03-01 09:20,2022-03-01 09:00,热线,投诉,路灯,,0534-2310001,某街道办,${s},转办,已修好,2022-03-02 09:00,2022-03-03 09:00`,
      '',
    ].join('\n')); // prettier-ignore
    const plan = await desk.json('appeal', 'import', 'many.csv');
    expect(plan).toMatchObject({
      unknownColumns: ['流水号', '创建时间', '手机号', '办理单位', '办理情况', '首次答复时间'],
    });
    const shown = (await desk.json('appeal', 'show', 'M1')) as Shown & { receivedAt: string };
    expect(shown).toMatchObject({ holder: s, receivedAt: '2022-03-01T01:20:00Z', state: 'replied' });
    expect(shown.events.find(({ action }) => action === 'reply')?.at).toBe('2022-03-03T01:00:00Z');
    // What was said of a header goes before all others.
    const other = await setUpDezhou('units');
    other.write(
      'many.csv',
      '工单编号,受理时间,渠道,诉求性质,标题,首次答复时间,答复时间\nM1,2022-03-01,热线,投诉,路灯,2022-03-02,2022-03-03\n',
    );
    await other.json('appeal', 'import', 'many.csv', '--map', '首次答复时间=答复时间');
    const said = (await other.json('appeal', 'show', 'M1')) as Shown;
    expect(said.events.find(({ action }) => action === 'reply')?.at).toBe('2022-03-01T16:00:00Z');
  });

  it('says no time of an answer, so that nobody says how long it took', async () => {
    const files = await setUp();
    await files.rows({ 承办单位: s, 派单时间: `${day} 10:00`, 答复内容: '已办', 状态: '待回访' });
    const { out } = await files.desk.liaison('appeal', 'show', 'A1');
    expect(out).toContain('answered; the file does not say when');
    expect(out).not.toContain('0 h 00 min');
  });

  it('does not extend what was only asked to be extended', async () => {
    const files = await setUp();
    await files.rows({ 承办单位: s, 派单时间: `${day} 10:00` });
    await files.log([
      `${day} 10:00,派单,,${s},,`,
      `${day} 11:00,申请延期,${s},,情况复杂,`,
      `${day} 12:00,驳回延期,12345中心,,不同意,`,
    ]);
    expect(await files.course()).toEqual(['log', `transfer ${s}`, 'note', 'note']);
  });
});
