import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { blockingFindings, warningFindings } from '../../src/domain/desk-check.ts';
import type { TestDesk } from '../support/desk.ts';
import { setUpDesk } from '../support/desk.ts';
import { fixtures } from '../support/seeds.ts';
import Sqlite from '../support/raw-database.ts';

const file = (name: string): string => join(fixtures, 'desk-check', name);

interface Check {
  findings: { unit: string; name: string; code: string; blocks: boolean; message: string; mend: string }[];
}

let desk: TestDesk;
beforeAll(async () => {
  desk = setUpDesk();
  for (const command of [
    'init --name 查验市 --code DC --area-code 0534',
    `unit import ${file('units.csv')}`,
    `volume import ${file('volumes-2021.csv')} --year 2021`,
    'tier classify --year 2021',
    'tier adopt 1 --document-no x',
    `office import ${file('offices.csv')}`,
    `desk import ${file('desks.csv')}`,
  ]) {
    await desk.json(...command.split(' '));
  }
  await desk.json('desk', 'form', '未回表局', '-o', 'forms');
  // No import and no command lets such a phone in; a database that was changed otherwise may have one.
  const database = new Sqlite(desk.database);
  const spoil = (unit: string, change: string): void => {
    database.prepare(`update ${change} and unit_id = (select id from unit where name = ?)`).run(unit);
  };
  spoil('电话不符局', `desk set phones = '内线三零一' where true`);
  spoil('电话相连局', `desk set phones = '2851344128533376' where true`);
  spoil('手机不符局', `desk_person set mobile = '见公示' where role = 'liaison'`);
  database.close();
});

/** Which finding each unit of the fixture is made for; two units that share a person or a phone have it both. */
const made: readonly (readonly [unit: string, code: string])[] = [
  ['无机构局', 'desk-missing'],
  ['形式不符局', 'form-differs'],
  ['形式不符局', 'fields-not-fitting'],
  ['无名称局', 'name-missing'],
  ['无职责局', 'duties-missing'],
  ['无电话局', 'phones-missing'],
  ['电话不符局', 'phone-not-valid'],
  ['电话相连局', 'phones-run-together'],
  ['未写撤销局', 'replaced-office-missing'],
  ['撤销未登记局', 'replaced-office-unknown'],
  ['撤销仍在用局', 'replaced-office-in-force'],
  ['未写挂靠局', 'host-office-missing'],
  ['挂靠未登记局', 'host-office-unknown'],
  ['挂靠已撤局', 'host-office-withdrawn'],
  ['无内设机构局', 'offices-missing'],
  ['超限额局', 'offices-over-limit'],
  ['无时间局', 'hours-missing'],
  ['无责任人局', 'first-responsible-missing'],
  ['无负责人局', 'head-missing'],
  ['无联络员局', 'liaison-missing'],
  ['无手机局', 'mobile-missing'],
  ['手机不符局', 'person-phone-not-valid'],
  ['一人两岗甲局', 'person-twice'],
  ['一人两岗乙局', 'person-twice'],
  ['一号两处甲局', 'phone-twice'],
  ['一号两处乙局', 'phone-twice'],
  ['未核实局', 'confirmation-missing'],
  ['核实过期局', 'confirmation-old'],
  ['未回表局', 'form-unanswered'],
];

describe('desk check', () => {
  it('finds every sort of finding where it is, and nothing else', async () => {
    const { code, out } = await desk.liaison('desk', 'check', '--json');
    expect(code).toBe(7);
    const { findings } = JSON.parse(out) as Check;
    expect(findings.map((finding) => [finding.name, finding.code])).toEqual(made);
    // The jurisdiction has an area code, and its units no groups.
    const none = ['area-code-missing', 'group-missing', 'group-apart'];
    const all = [...blockingFindings, ...warningFindings].filter((code) => !none.includes(code));
    expect(new Set(made.map(([, code]) => code))).toEqual(new Set(all));
    for (const { code: of, blocks } of findings) {
      expect(blocks).toBe((blockingFindings as readonly string[]).includes(of));
    }
  });

  it('tells with --blocking only what keeps a desk out', async () => {
    const { code, out } = await desk.liaison('desk', 'check', '--blocking', '--json');
    const { findings } = JSON.parse(out) as Check;
    expect([code, new Set(findings.map(({ blocks }) => blocks))]).toEqual([7, new Set([true])]);
    expect(findings.map(({ code: of }) => of)).toEqual([...blockingFindings]);
  });

  it('has a sentence and a mending command for each, in both languages', async () => {
    const check = (await JSON.parse((await desk.liaison('desk', 'check', '--json')).out)) as Check;
    const chinese = JSON.parse((await desk.liaison('desk', 'check', '--json', '--lang', 'zh')).out) as Check;
    const told = new Map(
      check.findings.map(({ code, message, mend }, at) => [
        code,
        `${message}\n  ${chinese.findings[at]?.message ?? ''}\n  ${mend}`,
      ]),
    );
    expect([...told].map(([code, text]) => `${code}: ${text}`).join('\n')).toMatchInlineSnapshot(`
      "desk-missing: no desk; the tier is designated
        没有登记机构（岗位）；类别为专人专岗
        liaison desk set DC-001 --name … --duties … --phones …
      form-differs: the form is attached, the tier designated
        设置形式为加挂牌子，类别为专人专岗
        liaison desk set DC-002 --form designated
      fields-not-fitting: does not fit a unit that is designated: host office
        类别为专人专岗，不再适用：挂靠内设机构
        liaison desk set DC-002 --clear host-office
      name-missing: the desk has no name
        没有机构（岗位）名称
        liaison desk set DC-003 --name …
      duties-missing: the duties are missing
        没有职责
        liaison desk set DC-004 --duties …
      phones-missing: there is no phone
        没有电话
        liaison desk set DC-005 --phones …
      phone-not-valid: “内线三零一” does not read as a phone number
        “内线三零一”不是电话号码
        liaison desk set DC-006 --phones …
      phones-run-together: “2851344128533376” looks like two phones run together
        “2851344128533376”像是两个号码连在一起
        liaison desk set DC-007 --phones …
      replaced-office-missing: which office was withdrawn for it is missing
        未写明撤销的内设机构
        liaison desk set DC-008 --replaced-office …
      replaced-office-unknown: the withdrawn office “督查科” is not on record
        撤销的内设机构“督查科”没有登记
        liaison office set DC-009 督查科 --withdrawn-on …
      replaced-office-in-force: the office “督查科” is to be withdrawn for it, but is in force
        应撤销的内设机构“督查科”尚未撤销
        liaison office set DC-010 督查科 --withdrawn-on …
      host-office-missing: the host office is missing
        未写明挂靠的内设机构
        liaison desk set DC-011 --host-office …
      host-office-unknown: the host office “综合科” is not on record
        挂靠的内设机构“综合科”没有登记
        liaison office set DC-012 综合科
      host-office-withdrawn: the host office “信访科” has been withdrawn
        挂靠的内设机构“信访科”已撤销
        liaison desk set DC-013 --host-office …
      offices-missing: its internal offices are not on record, so they cannot be checked
        没有登记内设机构，无法核对
        liaison office import FILE.csv
      offices-over-limit: 4 internal offices, the limit is 3
        内设机构 4 个，限额 3 个
        liaison office set DC-015 … --withdrawn-on …
      hours-missing: the duty hours are missing
        没有值班时间
        liaison desk set DC-016 --hours …
      first-responsible-missing: the first responsible person is missing
        没有第一责任人
        liaison unit set DC-017 --leader …
      head-missing: the head is missing
        没有负责人
        liaison desk set DC-018 --head …
      liaison-missing: the liaison is missing
        没有联络员
        liaison desk set DC-019 --liaison … --mobile …
      mobile-missing: the liaison 柳某甲 has no mobile
        联络员柳某甲没有手机
        liaison desk set DC-020 --mobile …
      person-phone-not-valid: “见公示”, a person’s phone, does not read as a phone number
        人员电话“见公示”不是电话号码
        liaison desk set DC-021 --mobile …
      person-twice: 韩某丁 stands at the desk of 一人两岗甲局 too
        韩某丁同时在一人两岗甲局的机构（岗位）
        liaison desk set DC-023 --liaison … --mobile …
      phone-twice: the phone 0534-5550024 is that of 一号两处甲局 too
        电话 0534-5550024 与一号两处甲局相同
        liaison desk set DC-025 --phones …
      confirmation-missing: never confirmed
        从未核实
        liaison desk confirm DC-026
      confirmation-old: last confirmed on 2021-06-01
        上次核实为 2021-06-01
        liaison desk confirm DC-027
      form-unanswered: the form of 2022-04-08 has not come back
        2022-04-08 发出的采集表尚未收回
        liaison desk import FILE.xlsx"
    `);
    for (const { mend } of check.findings) {
      const [, noun = '', verb = ''] = mend.split(' ');
      expect((await desk.liaison(noun, verb, '--help')).code).toBe(0);
    }
  });

  it('is silent and ends with 0 once the fixture is mended', async () => {
    for (const command of [
      `unit import ${file('units-mended.csv')}`,
      `office import ${file('offices-mended.csv')}`,
      `desk import ${file('desks-mended.csv')}`,
    ]) {
      await desk.json(...command.split(' '));
    }
    expect(await desk.liaison('desk', 'check')).toEqual({ code: 0, out: '', err: '' });
    expect(await desk.json('desk', 'check')).toMatchObject({ findings: [] });
  });
});

describe('office', () => {
  it('lists offices against the limit, and what is exported goes in again unchanged', async () => {
    const { out } = await desk.liaison('office', 'list', '--unit', '超限额局');
    expect(out).toMatchInlineSnapshot(`
      "Internal offices

      code    unit      office  withdrawn on  in force/limit
      ──────  ────────  ──────  ────────────  ──────────────
      DC-015  超限额局  办公室                           2/3
      DC-015  超限额局  综合科
      DC-015  超限额局  法规科  2022-01-18
      DC-015  超限额局  督查科  2022-01-18
      "
    `);
    await desk.liaison('office', 'list', '-o', 'offices.xlsx');
    expect(await desk.json('office', 'import', join(desk.folder, 'offices.xlsx'))).toMatchObject({
      counts: { added: 0, changed: 0 },
      batch: null,
    });
  });

  it('is withdrawn and put in force again by hand', async () => {
    const set = (...more: string[]) => desk.json('office', 'set', '无时间局', '法规科', ...more);
    expect(await set()).toMatchObject({ office: '法规科', withdrawnOn: null });
    expect(await set('--withdrawn-on', '2022-02-01')).toMatchObject({ withdrawnOn: '2022-02-01' });
    expect(await set()).toMatchObject({ withdrawnOn: '2022-02-01' });
    expect(await set('--in-force')).toMatchObject({ withdrawnOn: null });
    expect(
      (await desk.liaison('office', 'set', '无时间局', '法规科', '--withdrawn-on', '2030-01-01')).code,
    ).toBe(3);
  });

  it('is undone with its import', async () => {
    const copy = setUpDesk();
    for (const command of [
      'init --name 查验市 --code DC',
      `unit import ${file('units.csv')}`,
      `office import ${file('offices.csv')}`,
    ]) {
      await copy.json(...command.split(' '));
    }
    const shown = (await copy.json('import', 'show', '2')) as { changes: object[] };
    expect(shown.changes).toContainEqual({
      unit: 'DC-008 未写撤销局',
      field: 'office.督查科',
      before: null,
      after: '2022-01-18',
    });
    expect((await copy.liaison('import', 'show', '2')).out).toContain('office 督查科');
    await copy.json('import', 'undo', '2', '--yes');
    expect(await copy.json('office', 'list')).toEqual([]);
  });
});

describe('what many desks have in common', () => {
  let city: TestDesk;
  beforeAll(async () => {
    city = setUpDesk();
    const names = ['甲局', '乙局', '丙局', '丁局', '戊局'];
    city.write('u.csv', ['单位名称', ...names].join('\n'));
    city.write('v.csv', ['单位名称,热线', ...names.map((name) => `${name},60`)].join('\n'));
    city.write('d.csv', ['单位名称,牌子,联系电话', ...names.map((name, at) => `${name},群众工作室,231000${String(at)}`)].join('\n')); // prettier-ignore
    for (const line of [
      'init --name 新城市 --code XC',
      'unit import u.csv',
      'volume import v.csv --year 2021',
      'tier classify --year 2021',
      'tier adopt 1 --document-no x',
      'desk import d.csv',
    ])
      await city.json(...line.split(' '));
  });

  it('is told in one line with one command', async () => {
    city.setEnv('COLUMNS', '240');
    const { out } = await city.liaison('desk', 'check', '--lang', 'zh');
    expect(out.match(/从未核实/gu)).toHaveLength(1);
    expect(out.replaceAll(/\s+/gu, '')).toContain('liaison机构核实XC-001XC-002XC-003XC-004XC-005');
    expect(out.replaceAll(/\s+/gu, '')).toContain('甲局、乙局、丙局等5个单位');
    await city.json('desk', 'confirm', 'XC-001', 'XC-002', 'XC-003', 'XC-004', 'XC-005');
    expect((await city.liaison('desk', 'check', '--lang', 'zh')).out).not.toContain('从未核实');
  });

  it('names what no longer fits once a unit is in another tier, and numbers without an area code', async () => {
    city.write('w.csv', '单位名称,热线\n甲局,10\n乙局,60\n丙局,60\n丁局,60\n戊局,60\n');
    for (const line of [
      'volume import w.csv --year 2022',
      'tier classify --year 2022',
      'tier adopt 2 --document-no y',
    ])
      await city.json(...line.split(' '));
    const check = async (): Promise<Check> =>
      JSON.parse((await city.liaison('desk', 'check', '--json', '--lang', 'zh')).out) as Check;
    const { findings } = await check();
    const left = findings.filter(({ code }) => code === 'fields-not-fitting');
    expect(left.map(({ name, message, mend }) => [name, message, mend])).toEqual([
      ['甲局', '类别为专人专岗，不再适用：牌子', 'liaison desk set XC-001 --clear sign'],
    ]);
    expect(findings.filter(({ code }) => code === 'area-code-missing')).toHaveLength(5);
    await city.json('desk', 'set', 'XC-001', '--clear', 'sign');
    await city.json('jurisdiction', 'set', '--area-code', '0534');
    const codes = new Set((await check()).findings.map(({ code }) => code));
    expect([codes.has('fields-not-fitting'), codes.has('area-code-missing')]).toEqual([false, false]);
  });

  it('keeps post and phone of the place where only the name changes, and never the mobile of a person', async () => {
    await city.json('desk', 'set', '甲局', '--liaison', '甲某', '--liaison-post', '科长', '--liaison-phone', '2310009', '--mobile', '19900000001'); // prettier-ignore
    await city.json('desk', 'set', '甲局', '--liaison', '乙某');
    const { out } = await city.liaison('desk', 'show', '甲局');
    expect(out).toMatch(/乙某.*科长.*2310009/u);
    expect(out).not.toContain('1990');
  });
});
