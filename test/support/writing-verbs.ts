import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TestDesk } from './desk.ts';
import { setUpFullDatabase } from './full-database.ts';

/** What the verbs that read are asked for; the others of them need nothing. */
export const asked: Readonly<Record<string, readonly string[]>> = {
  'unit show': ['市公安局'],
  'volume tally': ['2022'],
  'scheme show': ['dezhou-2022'],
  'tier list': ['--year', '2021'],
  'tier explain': ['市公安局'],
  'tier compare': ['--runs', '1', '1', '--all'],
  'tier simulate': ['--year', '2021', '--dedicated', 'over:800'],
  'desk show': ['市公安局'],
  'roster show': ['1'],
  'roster find': ['市公安局'],
  'roster template show': ['notice'],
  'appeal search': ['灯'],
  'ruling show': ['1'],
  'study show': ['1'],
  'report bulletin draft': ['2022-02'],
  'report year': ['2021'],
  'report verify': ['bulletin.csv', '--all'],
  'deadline show': ['shandong-2020'],
  'deadline explain': ['2022-000001'],
  'import show': ['1'],
  'log show': ['1'],
};

/** Verbs that read only. */
export const readingVerbs = [
  'jurisdiction list', 'jurisdiction show', 'unit list', 'unit show', 'volume list', 'volume tally', 'scheme list', 'scheme show', 'tier list',
  'tier explain', 'tier compare', 'tier notice', 'tier simulate', 'office list', 'desk show', 'desk list', 'desk check', 'roster preview',
  'roster show', 'roster list', 'roster find', 'roster template show', 'appeal search', 'matter list', 'ruling list', 'ruling show', 'study list', 'study show',
  'deadline list', 'deadline show', 'deadline explain', 'calendar list', 'report circles', 'report year', 'report overview', 'report open', 'report verify', 'report summary', 'report units', 'report matters', 'report series', 'report channels', 'report clocks', 'report satisfaction',
  'report bulletin draft', 'report bulletin list', 'report bulletin show', 'report bulletin print', 'import list', 'import show', 'log list', 'log show', 'privacy log',
  'database info', 'database check', 'doctor', 'config list', 'completion bash', 'completion zsh', 'completion fish', 'completion powershell',
]; // prettier-ignore

/** One command line of every verb that writes, in a folder made by `setUpWritable`. */
export const writingVerbs: Readonly<Record<string, readonly string[]>> = {
  'jurisdiction add': ['平川县', '--code', 'PC', '--level', 'county'],
  'jurisdiction set': ['--issuer', '别的机关'],
  'jurisdiction use': ['DZ'],
  'unit import': ['units.csv'],
  'unit add': ['市信访局'],
  'unit alias': ['市公安局', '警察局'],
  'unit set': ['市公安局', '--group', '别的'],
  'unit move': ['市审计局', '--first'],
  'unit rename': ['市公安局', '市公安总局'],
  'unit merge': ['市司法局', '--into', '市公安局'],
  'unit split': ['市司法局', '--into', '市公安局', '市民政局'],
  'unit retire': ['市审计局', '--reason', '改革'],
  'volume import': ['volumes.csv', '--yes'],
  'volume set': ['市公安局', '2021', '--channel', 'hotline', '--count', '7', '--reason', '更正'],
  'scheme new': ['--code', 'dz-9', '--dedicated', '900+', '--attached', '40+', '--source', 's', '--from-volume-year', '2021'],
  'scheme import': ['scheme.json'],
  'scheme use': ['county-500-100', '--from', '2022'],
  'tier classify': ['--year', '2020'],
  'tier override': ['市公安局', '--tier', 'attached', '--reason', 'r', '--document-no', 'n'],
  'tier adopt': ['2', '--document-no', 'x', '--reason', 'r', '--allow-missing'],
  'office import': ['offices.csv'],
  'office set': ['市公安局', '新科室'],
  'desk form': ['市教育局', '-o', 'new-forms'],
  'desk import': ['desks.csv'],
  'desk set': ['市公安局', '--phones', '0534-2109999'],
  'desk confirm': ['市公安局'],
  'roster publish': ['--document-no', 'y', '--with-gaps'],
  'roster print': ['1', '--copy', 'internal'],
  'roster diff': ['1', '--copy', 'internal'],
  'roster template import': ['duties', 'duties.txt'],
  'appeal log': ['--kind', 'request', '--channel', 'hotline', '--title', '井盖'],
  'appeal import': ['appeals.csv'],
  'appeal import-history': ['handovers.csv', '--add-missing'],
  'appeal transfer': ['2022-000003', '--to', '市财政局', '--reason', 'other'],
  'appeal recall': ['2022-000003'],
  'appeal accept': ['2022-000003'],
  'appeal return': ['2022-000003', '--reason', 'wrong-unit', '--basis', 'x'],
  'appeal decide': ['2022-000004', '--reject', '--text', 'x'],
  'appeal rule': ['2022-000003', '--lead', '市民政局', '--basis', 'x'],
  'appeal assist': ['2022-000003', '--add', '市民政局'],
  'appeal note': ['2022-000003', '--text', 'x'],
  'appeal extend': ['2022-000005', '--days', '1', '--reason', 'x'],
  'appeal remind': ['2022-000003'],
  'appeal reply': ['2022-000005', '--text', 'x'],
  'appeal callback': ['2022-000006', '--reached', 'no'],
  'appeal review': ['2022-000006', '--asked-by', 'citizen', '--result', 'upheld'],
  'appeal close': ['2022-000003', '--outcome', 'withdrawn'],
  'appeal reopen': ['2022-000002', '--text', 'x'],
  'appeal correct': ['2022-000003', '--kind', 'praise'],
  'appeal link': ['2022-000003', '--related', '2022-000001'],
  'appeal show': ['2022-000001', '--reveal', '--reason', '回访'],
  'appeal trace': ['2022-000001', '--reveal', '--reason', '回访'],
  'appeal list': ['--all', '--reveal', '--reason', '回访'],
  'appeal slip': ['2022-000001', '--with-contact', '--reason', '回访'],
  'matter import': ['matters.csv', '--yes'],
  'ruling add': ['--matter', '路灯照明', '--lead', '市公安局', '--basis', 'x'],
  'ruling supersede': ['2', '--lead', '市民政局', '--basis', 'x'],
  'study add': ['市公安局', '--matter', '路灯照明', '--decision', '联合检查', '--until', '2022-05-01'],
  'study close': ['2', '--result', '已检查'],
  'report bulletin publish': ['february.md', '--document-no', 't2'],
  'deadline import': ['rules-2.json'],
  'deadline use': ['guangdong-2022'],
  'calendar import': ['calendar.csv', '--yes'],
  'import undo': ['9', '--yes'],
  undo: ['30', '--yes'],
  'privacy purge': ['--before', '2022-04-08', '--yes'],
  'database backup': ['backup.db'],
  'database export': ['everything', '--reason', '移交'],
  'database move': ['--to', 'moved.db'],
  'database restore': ['../sound.db', '--db', 'restored.db'],
}; // prettier-ignore

/** Sets up a desk with a full database in which every one of those commands goes through by itself. */
export async function setUpWritable(): Promise<TestDesk> {
  const desk = await setUpFullDatabase();
  await desk.json('deadline', 'use', 'shandong-2020');
  await desk.liaison('report', 'bulletin', 'draft', '2022-02', '-o', 'february.md');
  desk.write('more.csv', '单位\n市新二局\n');
  await desk.json('unit', 'import', 'more.csv');
  const log = ['appeal', 'log', '--kind', 'request', '--channel', 'hotline', '--title'];
  for (const [title, ...verbs] of [
    ['待审定', ['return', '--reason', 'other', '--basis', 'x']],
    ['已签收', ['accept']],
    ['已答复', ['accept'], ['reply', '--text', 'x']],
  ] as const) {
    const { number } = (await desk.json(...log, title, '--to', '市公安局')) as { number: string };
    for (const [verb, ...more] of verbs) await desk.json('appeal', verb, number, ...more);
  }
  await desk.json(...log, '旧件', '--time', '2022-01-05');
  await desk.json('appeal', 'close', '2022-000007', '--outcome', 'withdrawn', '--time', '2022-01-06');
  await desk.json('ruling', 'add', '--matter', '供热', '--lead', '市公安局', '--basis', 'x');
  await desk.json(
    'study',
    'add',
    '市公安局',
    '--matter',
    '供热',
    '--decision',
    '检修',
    '--until',
    '2022-05-01',
  );
  await desk.json('unit', 'add', '市大数据局');
  await desk.json('tier', 'classify', '--year', '2021');
  await desk.json(
    'volume',
    'set',
    '市公安局',
    '2020',
    '--channel',
    'hotline',
    '--count',
    '5',
    '--reason',
    'r',
  );
  await desk.json('scheme', 'new', '--code', 'old', '--dedicated', '9+', '--attached', '4+', '--source', 's', '--from-volume-year', '2019'); // prettier-ignore
  await desk.json('scheme', 'use', 'old', '--from', '2019').catch(() => undefined);
  desk.write('offices.csv', '单位,内设机构\n市公安局,新科\n');
  desk.write('units.csv', '单位\n市新一局\n');
  desk.write(
    'bulletin.csv',
    '通报,名称,分子,分母,占比\n1月通报,直接答复,36516,54706,66.75\n,按期答复,181,4071,4.44\n',
  );
  desk.write('volumes.csv', '单位,年度,热线\n市公安局,2019,5\n');
  desk.write('desks.csv', '单位,电话\n市财政局,0534-2100777\n');
  desk.write('appeals.csv', '工单编号,受理时间,渠道,诉求性质,标题\nX1,2022-03-01,热线,求助,停电\n');
  desk.write('handovers.csv', '工单编号,时间,环节,经办单位,接收单位\nX2,2022-03-01 09:00,派单,,市公安局\n');
  desk.write('matters.csv', '诉求事项\n照明\n');
  desk.write('calendar.csv', '日期,类型,名称\n2028-01-03,放假,元旦\n');
  const rules = readFileSync(join(desk.folder, 'rules.json'), 'utf8');
  desk.write('rules-2.json', rules.replace('dz-1', 'dz-2'));
  await desk.liaison('scheme', 'show', 'county-500-100', '--json', '-o', 'scheme.json');
  const scheme = readFileSync(join(desk.folder, 'scheme.json'), 'utf8');
  desk.write('scheme.json', scheme.replace('county-500-100', 'dz-8'));
  return desk;
}
