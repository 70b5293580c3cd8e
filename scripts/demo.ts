// Plays the story on the fixtures through the real command line: in a database in a temporary folder, or in the one that --db names.
import { spawnSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { findLanguage } from '../src/cli/language.ts';
import { toChinese } from '../src/cli/command-words.ts';
import { commandWords } from '../src/text/zh/command-words.ts';
import { quote } from '../src/text/quote.ts';

const root = join(import.meta.dirname, '..');
const folder = mkdtempSync(join(tmpdir(), 'liaison-demo-'));
const { values: options } = parseArgs({ options: { db: { type: 'string' } } });
const database = options.db ?? join(folder, 'demo.db');
const language = findLanguage(undefined, process.env);
const fixture = (name: string): string => join('fixtures', 'dezhou', name);

/** Says in the reader's language what comes next. */
function tell(english: string, chinese: string): void {
  console.log(`\n── ${language === 'zh' ? chinese : english}\n`);
}

/** Runs one command as a person would, after showing it; another exit code than the one expected ends the demo. */
function show(args: readonly string[], expected = 0): void {
  // In Chinese with the Chinese words, as they are typed.
  const typed = language === 'zh' ? toChinese(args, commandWords) : args;
  console.log(`$ liaison ${typed.map(quote).join(' ')}`);
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(root, 'bin', 'liaison.js'), ...typed],
    {
      cwd: root,
      encoding: 'utf8',
      env: { ...process.env, LIAISON_DB: database, LIAISON_USER: 'demo', LIAISON_LANG: language },
    },
  );
  console.log(stdout + stderr);
  if (status !== expected) {
    console.log(`exit code ${String(status)}, expected ${String(expected)}`);
    process.exit(1);
  }
}

tell('A database for the city.', '为本市新建数据库。');
show([
  'init',
  '--name',
  '德州市',
  '--code',
  'DZ',
  '--area-code',
  '0534',
  '--issuer',
  '中共德州市委组织部',
  '--issuer',
  '中共德州市委机构编制委员会办公室',
]);

tell(
  'Its units, and how many appeals each handled in 2021 (saved by a Chinese Excel).',
  '导入单位名录和 2021 年办理量（中文 Excel 保存的文件）。',
);
show(['unit', 'import', fixture('units.csv')]);
show(['volume', 'import', fixture('volumes-2021.csv')]);

tell('Which unit is staffed how, and why.', '各单位如何设置，依据何在。');
show(['tier', 'classify', '--year', '2021']);
show(['tier', 'explain', '市卫健委']);
show(['tier', 'explain', '市医保局']);
show(['tier', 'adopt', '1', '--document-no', '德编〔2022〕1号', '--date', '2022-01-17']);
show(['tier', 'list', '--chart', '-o', join(folder, 'tiers.html')]);
show(['tier', 'notice', '-o', join(folder, 'notices.docx')]);

tell(
  'What each unit set up; the roster is published and printed.',
  '各单位机构（岗位）；发布并打印联络名册。',
);
show(['office', 'import', fixture('offices.csv')]);
show(['desk', 'import', fixture('desks.csv')]);
show(['roster', 'publish', '--document-no', '德组字〔2022〕3号', '--date', '2022-01-18']);
show(['roster', 'print', '1']);
show(['roster', 'print', '1', '-o', join(folder, 'roster.html')]);
show(['roster', 'print', '1', '-o', join(folder, 'roster.docx')]);
show(['roster', 'print', '1', '--layout', 'wall', '-o', join(folder, 'wall.docx')]);
show(['roster', 'find', '供热']);

tell(
  'The year’s first appeals, and what the transfer desk has not handed over yet.',
  '年初的诉求，以及转办席尚未转办的。',
);
show(['appeal', 'import', fixture('appeals-2022.csv')]);
show(['appeal', 'list', '--state', 'unassigned', '--columns', 'number,received,title,matter']);

tell('One of them from call to call-back: Mr. Cao’s test result.', '其中一件的全程：曹先生的核酸检测结果。');
/** Does something to Mr. Cao's appeal at a time of those two days. */
const act = (verb: string, time: string, ...more: string[]): void => {
  show(['appeal', verb, '2022-000040', ...more, '--time', time]);
};
act('accept', '2022-02-07 09:40');
act('assist', '2022-02-07 10:10', '--add', '市卫健委/医政科', '--add', '市行政审批服务局');
act('reply', '2022-02-08 09:10', '--text', '检测结果已更新');
act('callback', '2022-02-08 15:00', '--reached', 'yes', '--solved', 'yes', '--satisfied-result', 'yes');
act('close', '2022-02-08 15:05', '--outcome', 'solved');
show(['appeal', 'trace', '2022-000040']);
show(['appeal', 'slip', '2022-000040', '-o', join(folder, 'slip.docx')]);

tell('Why it was due on just that day, and finding it again.', '为何是这一天到期；再找到它。');
show(['deadline', 'explain', '2022-000040']);
show(['appeal', 'search', '检测结果']);

tell(
  'An appeal that two units push to each other: the circle is refused, a ruling settles it.',
  '两个单位互相推诿的诉求：转圈被拒绝，由裁定解决。',
);
show(['appeal', 'transfer', '2022-000015', '--to', '市城管局']);
show([
  'appeal',
  'transfer',
  '2022-000015',
  '--to',
  '市住建局',
  '--reason',
  'wrong-unit',
  '--text',
  '非城管养护路段',
]);
show(['appeal', 'transfer', '2022-000015', '--to', '市城管局', '--reason', 'wrong-unit'], 5);
show([
  'appeal',
  'rule',
  '2022-000015',
  '--lead',
  '市城管局',
  '--basis',
  '市政道路养护职责分工',
  '--assist',
  '市住建局',
]);
show(['appeal', 'trace', '2022-000015']);
show(['status']);

tell(
  'A whole year as the hotline kept it, with its log of hand-overs: how often did appeals go round in circles?',
  '热线系统导出的上一年全部工单和流转记录：诉求“转圈”有多少？',
);
const yearFile = (name: string): string => join('fixtures', 'year', name);
show(['appeal', 'import', yearFile('appeals-2021.csv')]);
show(['appeal', 'import-history', yearFile('handovers-2021.csv')]);
show(['report', 'circles', '--period', '2021']);
show(['report', 'circles', '--period', '2021', '-o', join(folder, 'circles.xlsx')]);

tell(
  'What May of that year comes to, and the bulletin made of it: every number in its text names its figure.',
  '那一年 5 月的统计，以及据此编写的工作通报：文中每个数字都写明出自哪个指标。',
);
show(['report', 'summary', '--period', '2021-05']);
show(['report', 'summary', '--period', '2021-05', '--appeals', 'late-open']);
const draft = join(folder, 'bulletin.md');
show(['report', 'bulletin', 'draft', '2021-05', '-o', draft]);
show(['report', 'bulletin', 'publish', draft, '--document-no', '德群诉〔2021〕5号']);
show(['report', 'bulletin', 'print', '1', '-o', join(folder, 'bulletin.docx')]);

tell(
  'A bulletin that another city printed: does every percentage follow from its own figures?',
  '核对别处印发的通报：每个百分比是否由其自身数字得出？',
);
show(['report', 'verify', join('fixtures', 'bulletins', 'published.json')], 7);

tell('Is everything as it was written?', '全部内容是否与写入时一致？');
show(['database', 'check']);

console.log(
  language === 'zh'
    ? `数据库在：${database}\n名册在：  ${join(folder, 'roster.html')}\n接着可试：npx liaison --数据库 ${database} 归类 列表`
    : `The database is here: ${database}\nThe roster is here:   ${join(folder, 'roster.html')}\nTry next:             npx liaison --db ${database} tier list`,
);
