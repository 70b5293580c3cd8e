import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { TestDesk } from '../support/desk.ts';
import { dumpDatabase } from '../support/dump.ts';
import { fillForm, readParts, relabelForm } from '../support/office-parts.ts';
import { dezhou, fixtures, setUpDezhou } from '../support/seeds.ts';

let desk: TestDesk;
let names: string[];
const sent = (name: string): string => join(desk.folder, 'sent', name);
const back = (name: string): string => join(desk.folder, 'back', name);

/** What every unit answers. */
function answersOf(at: number): Record<string, string> {
  const number = String(at + 1).padStart(4, '0');
  return {
    '机构（岗位）名称': '群众工作科',
    值班时间: '工作日8:30-12:00、13:30-17:30',
    联系电话: `0534-555${number}（白天）、值班：0534-556${number}`,
    负责人: `负责${number}`,
    负责人电话: `0534-555${number}`,
    联络员: `联络${number}`,
    联络员手机: `1990002${number}`,
  };
}

beforeAll(async () => {
  desk = await setUpDezhou('adopted');
  await desk.json('office', 'import', dezhou('offices.csv'));
  const { forms } = (await desk.json('desk', 'form', '-o', 'sent')) as { forms: string[] };
  names = forms;
  mkdirSync(join(desk.folder, 'back'));
  for (const [at, name] of names.entries()) {
    // Two that LibreOffice saved, as .ods and as .xlsx; the rest as Excel saves them.
    if (at === 0) cpSync(join(fixtures, 'forms', 'saved-by-libreoffice.ods'), back('DZ-001.ods'));
    else if (at === 1) cpSync(join(fixtures, 'forms', 'saved-by-libreoffice.xlsx'), back('DZ-002.xlsx'));
    else writeFileSync(back(name), fillForm(readFileSync(sent(name)), answersOf(at)));
  }
});

describe('desk form', () => {
  it('writes one for each of the 34 units, named by code and unit', () => {
    expect(names).toHaveLength(34);
    expect(readdirSync(join(desk.folder, 'sent')).sort()).toEqual([...names].sort());
    expect(names[3]).toBe('DZ-004 市公安局.xlsx');
  });

  it('is filled in as far as it is known, with the duties of its tier and lists to choose from', () => {
    const parts = readParts(sent('DZ-004 市公安局.xlsx'));
    const texts = parts['xl/sharedStrings.xml'] ?? '';
    for (const text of ['市公安局', '单独设立', '复查复核和联席联络', '写明为此撤销的内设机构'])
      expect(texts).toContain(text);
    const sheet = parts['xl/worksheets/sheet1.xml'] ?? '';
    expect(sheet).toContain('<formula1>"单独设立,加挂牌子,专人专岗"</formula1>');
    expect(sheet).toMatch(/<formula1>"办公室,综治科[^"]*"<\/formula1>/u);
    // Answers are text, so that a phone keeps its leading zero.
    expect(parts['xl/styles.xml']).toContain('formatCode="@"');
  });

  it('never writes over a form that is there', async () => {
    const before = readFileSync(sent('DZ-004 市公安局.xlsx'));
    const { code, err } = await desk.liaison('desk', 'form', '-o', 'sent');
    expect([code, err]).toEqual([5, expect.stringContaining('already')]);
    expect(readFileSync(sent('DZ-004 市公安局.xlsx')).equals(before)).toBe(true);
    expect((await desk.liaison('desk', 'form')).code).toBe(2);
  });
});

describe('desk import of one form', () => {
  it('tells of a line whose label it does not know', async () => {
    const [, , third = ''] = names;
    desk.write('one.xlsx', relabelForm(readFileSync(back(third)), '联系电话', '办公室的号码'));
    const { err } = await desk.liaison('desk', 'import', 'one.xlsx', '--dry-run');
    expect(err).toContain('办公室的号码');
  });

  it('takes no day that is to come', async () => {
    desk.write('d.csv', `单位,电话,核实日期\n市公安局,0534-5550104,2022-04-09\n`);
    const { code, err } = await desk.liaison('desk', 'import', 'd.csv', '--dry-run');
    expect([code, err]).toEqual([3, expect.stringContaining('2022-04-09 is in the future')]);
  });
});

describe('desk import of a folder', () => {
  it('names a broken form, a wrong phone and a missing one, and writes nothing', async () => {
    rmSync(join(desk.folder, 'faulty'), { recursive: true, force: true });
    cpSync(join(desk.folder, 'back'), join(desk.folder, 'faulty'), { recursive: true });
    const faulty = (name: string): string => join(desk.folder, 'faulty', name);
    const [, , third = '', fourth = '', fifth = ''] = names;
    writeFileSync(faulty(third), readFileSync(back(third)).subarray(0, 900));
    writeFileSync(faulty(fourth), fillForm(readFileSync(back(fourth)), { 联系电话: '2851344128533376' }));
    rmSync(faulty(fifth));
    writeFileSync(faulty('~$lock.xlsx'), 'x');
    const before = dumpDatabase(desk.database);
    const { code, err } = await desk.liaison('desk', 'import', 'faulty');
    expect(code).toBe(3);
    expect(err).toContain(`${third} ${third} is a broken or cut-off workbook`);
    expect(err.replaceAll(/\s+/gu, ' ')).toContain(
      `${fourth} B12 “联系电话”: “2851344128533376” looks like two phone`,
    );
    expect(dumpDatabase(desk.database)).toBe(before);
    // Once the two are put right, the missing one is named.
    for (const name of [third, fourth]) cpSync(back(name), faulty(name));
    expect(await desk.json('desk', 'import', 'faulty', '--dry-run')).toMatchObject({
      unanswered: ['市民政局'],
    });
  });

  it('merges all of them in one import, each confirmed on the day it came in', async () => {
    const { findings } = JSON.parse((await desk.liaison('desk', 'check', '--json')).out) as {
      findings: { code: string }[];
    };
    expect(findings.filter(({ code }) => code === 'form-unanswered')).toHaveLength(34);
    expect(await desk.json('desk', 'import', 'back')).toMatchObject({
      encoding: 'ods xlsx',
      rows: 34,
      counts: { added: 34, changed: 0 },
      unanswered: [],
    });
    expect(await desk.json('desk', 'show', '市公安局', '--reveal', '--reason', '核对')).toMatchObject({
      form: 'dedicated',
      name: '群众工作科',
      phones: '0534-5550004(白天)、值班:0534-5560004',
      confirmedOn: '2022-04-08',
      persons: [
        { role: 'head', name: '负责0004', phone: '0534-5550004' },
        { role: 'liaison', name: '联络0004', mobile: '19900020004' },
      ],
    });
    expect(await desk.json('desk', 'show', '市委宣传部')).toMatchObject({
      name: '群众工作专岗',
      phones: '0534-5550001',
    });
    expect(await desk.json('desk', 'show', '市委政法委员会')).toMatchObject({ phones: '0534-5550002' });
    const { entries } = (await desk.json('roster', 'preview')) as { entries: { phones: string[] }[] };
    expect(entries[3]?.phones).toEqual(['0534-5550004（白天）', '0534-5560004（值班）']);
    const check = JSON.parse((await desk.liaison('desk', 'check', '--json')).out) as {
      findings: { code: string; blocks: boolean }[];
    };
    expect(check.findings.filter(({ blocks }) => blocks)).toEqual([]);
    expect(check.findings.filter(({ code }) => code === 'form-unanswered')).toEqual([]);
  });

  it('changes nothing when it comes a second time, and tells of an empty folder', async () => {
    expect(await desk.json('desk', 'import', 'back')).toMatchObject({ batch: null });
    mkdirSync(join(desk.folder, 'empty'));
    expect((await desk.liaison('desk', 'import', 'empty')).code).toBe(4);
  });
});
