import { describe, expect, it } from 'vitest';
import type { ErrorCode, ErrorDetails } from '../src/errors.ts';
import type { ProblemCode } from '../src/problems.ts';
import { AppError } from '../src/errors.ts';
import { exitCodeOf } from '../src/cli/exit-codes.ts';
import { en } from '../src/text/en.ts';
import type { ErrorText } from '../src/text/error-texts.ts';
import { zh } from '../src/text/zh.ts';
import type { Stage } from './support/seeds.ts';
import { findLatin } from './support/chinese.ts';
import { setUpDezhou } from './support/seeds.ts';

/** How an error comes about: how far the city's year has come, a file if one is needed, the commands before, the command. */
interface Way {
  readonly stage: Stage;
  readonly file?: string | Uint8Array;
  readonly before?: readonly string[];
  readonly run: string;
}

const log = 'appeal log --kind request --channel hotline --title T';
const handed = [`${log} --to 市公安局`, 'appeal transfer 2022-000001 --to 市教育局 --reason other'];

const bulletin = '统计期：2022-02-01 至 2022-02-28\n标题：通报\n一、总体情况\n';

/** Every error a test can bring about, by the shortest way to it. */
const ways: Partial<Record<ErrorCode, Way>> = {
  'command-unknown': { stage: 'init', run: 'teir list' },
  'option-unknown': { stage: 'init', run: 'unit list --groups' },
  'option-value-missing': { stage: 'init', run: 'tier list --year' },
  'option-value-invalid': { stage: 'init', run: 'tier list --year 20x1' },
  'option-missing': { stage: 'init', run: 'tier classify' },
  'option-too-long': { stage: 'units', run: `${log} --caller ${'王'.repeat(501)}` },
  'option-invisible': { stage: 'units', run: 'unit alias 市公安局 公\u200b安' },
  'options-conflict': { stage: 'draft', run: 'tier list --year 2021 --run 1' },
  'argument-missing': { stage: 'init', run: 'unit show' },
  'arguments-too-many': { stage: 'init', run: 'unit list 市 公安局' },
  'verb-missing': { stage: 'init', run: 'unit' },
  'confirmation-needed': {
    stage: 'init',
    file: '单位,年度,热线\n甲局,2021,5\n',
    run: 'volume import f.csv --add-units',
  },
  'answer-needed': { stage: 'init', run: 'appeal log' },
  'header-in-doubt': {
    stage: 'units',
    file: '单位,年度,2021年\n市公安局,2021,5\n',
    run: 'volume import f.csv',
  },
  'map-column-unknown': {
    stage: 'units',
    file: '单位,年度,受理\n市公安局,2021,5\n',
    run: 'volume import f.csv --map 受理=热现',
  },
  'map-header-unknown': {
    stage: 'units',
    file: '单位,年度,受理\n市公安局,2021,5\n',
    run: 'volume import f.csv --map 办结=热线',
  },
  'commas-full-width': {
    stage: 'units',
    file: '单位，年度，热线\n市公安局，2021，5\n',
    run: 'volume import f.csv',
  },
  'terminal-needed': {
    stage: 'units',
    file: '单位,年度,热线\n甲局,2021,5\n',
    run: 'volume import f.csv --resolve',
  },
  'encoding-not-known': { stage: 'init', file: 'x', run: 'unit import f.csv --encoding klingon' },
  'input-rejected': { stage: 'init', file: '单位,序号\n甲局,x\n', run: 'unit import f.csv' },
  'bulletin-rejected': { stage: 'init', file: '5/8 62.5\n5/8\n', run: 'report verify f.csv' },
  'file-empty': { stage: 'init', file: '', run: 'unit import f.csv' },
  'encoding-unknown': { stage: 'init', file: Buffer.from('Année,é\n', 'latin1'), run: 'unit import f.csv' },
  'encoding-wrong': {
    stage: 'init',
    file: Buffer.from([0xb5, 0xa5]),
    run: 'unit import f.csv --encoding utf-8',
  },
  'header-not-found': { stage: 'init', file: 'a,b\n1,2\n', run: 'unit import f.csv' },
  'encoding-twice': { stage: 'init', file: '鍗曚綅鍚嶇О,绠€绉�\n', run: 'unit import f.csv' },
  'file-holds-nul': { stage: 'init', file: '单位\n甲\0局\n乙局\n', run: 'unit import f.csv' },
  'channel-unread': {
    stage: 'units',
    file: '单位,热线受理量,网办\n市公安局,5,6\n',
    run: 'volume import f.csv --year 2021',
  },
  'set-column-there': {
    stage: 'units',
    file: '单位,热线\n市公安局,5\n',
    run: 'volume import f.csv --year 2021 --set hotline=3',
  },
  'skip-bad-not-possible': {
    stage: 'units',
    file: '日期,类型\n2028-01-03,x\n',
    run: 'calendar import f.csv --skip-bad bad.csv',
  },
  'option-nothing': { stage: 'units', run: 'unit alias 市公安局 无' },
  'unit-name-not-there': { stage: 'units', run: 'unit alias 市公安局 市公安局 --remove' },
  'option-destroyed': { stage: 'units', run: 'unit alias 市公安局 锟斤拷' },
  'unit-like': { stage: 'units', run: 'unit add 市环保局' },
  'header-twice': { stage: 'init', file: '单位,部门\n甲局,甲局\n', run: 'unit import f.csv' },
  'report-row-unknown': { stage: 'init', run: 'report channels --appeals received --row nothing' },
  'report-nothing-of': { stage: 'init', run: 'report summary --group 某组' },
  'county-not-found': { stage: 'init', run: 'report summary --county 某县' },
  'bulletin-none': { stage: 'init', run: 'report bulletin show' },
  'bulletin-not-found': {
    stage: 'units',
    file: bulletin,
    before: ['report bulletin publish f.csv --document-no X1'],
    run: 'report bulletin show 9',
  },
  'bulletin-head-missing': {
    stage: 'init',
    file: '一、总体情况\n',
    run: 'report bulletin publish f.csv --document-no X1',
  },
  'bulletin-period-invalid': {
    stage: 'init',
    file: '统计期：五月\n标题：通报\n',
    run: 'report bulletin publish f.csv --document-no X1',
  },
  'bulletin-unfinished': {
    stage: 'init',
    file: '统计期：2022-04-01 至 2022-04-30\n标题：通报\n',
    run: 'report bulletin publish f.csv --document-no X1',
  },
  'bulletin-faults': {
    stage: 'init',
    file: `${bulletin}受理{受理=3}件，{受里}\n占9%\n`,
    run: 'report bulletin publish f.csv --document-no X1',
  },
  'bulletin-no-taken': {
    stage: 'units',
    before: ['report bulletin publish f.csv --document-no X1'],
    file: bulletin,
    run: 'report bulletin publish f.csv --document-no X-1',
  },
  'bulletin-period-taken': {
    stage: 'units',
    before: ['report bulletin publish f.csv --document-no X1'],
    file: bulletin,
    run: 'report bulletin publish f.csv --document-no X2',
  },
  'bulletin-corrects-nothing': {
    stage: 'units',
    before: ['report bulletin publish f.csv --document-no X1'],
    file: bulletin,
    run: 'report bulletin publish f.csv --document-no X2 --corrects 1',
  },
  'report-column-unknown': { stage: 'init', run: 'report circles --appeals nothing' },
  'history-says-nothing': {
    stage: 'init',
    file: '工单编号,时间,原因\nA1,2022-02-07 09:30,其他\n',
    run: 'appeal import-history f.csv',
  },
  'file-no-rows': { stage: 'init', file: '单位,序号\n', run: 'unit import f.csv' },
  'file-broken': { stage: 'init', file: Buffer.from('PK\u0003\u0004'), run: 'unit import f.csv' },
  'file-old-xls': { stage: 'init', file: Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 1]), run: 'unit import f.csv' },
  'file-encrypted': {
    stage: 'init',
    file: Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), Buffer.from('EncryptedPackage', 'utf16le')]),
    run: 'unit import f.csv',
  },
  'time-in-future': { stage: 'init', run: `${log} --time 2022-05-01` },
  'time-out-of-order': {
    stage: 'units',
    before: [log],
    run: 'appeal transfer 2022-000001 --to 市公安局 --time 2022-01-01',
  },
  'file-not-found': { stage: 'init', run: 'unit import f.csv' },
  'file-not-readable': { stage: 'init', run: 'unit import .' },
  'file-not-writable': { stage: 'adopted', file: 'x', run: 'desk form -o f.csv' },
  'output-folder-missing': { stage: 'init', run: 'unit list -o 别处/out.csv' },
  'output-refused': { stage: 'init', run: 'unit list -o liaison.db' },
  'database-half-made': { stage: 'init', file: '', run: 'unit list --db f.csv' },
  'time-too-early': { stage: 'init', run: `${log} --time 1980-01-01` },
  'database-not-found': { stage: 'init', run: 'unit list --db none.db' },
  'jurisdiction-not-found': { stage: 'init', run: 'unit list --in XX' },
  'unit-not-found': { stage: 'units', run: 'unit show 市场监督局' },
  'scheme-not-found': { stage: 'init', run: 'scheme show none' },
  'volumes-not-found': { stage: 'volumes', run: 'tier classify --year 2023' },
  'run-not-found': { stage: 'draft', run: 'tier list --run 7' },
  'run-none': { stage: 'volumes', run: 'tier list' },
  'run-unit-not-found': { stage: 'draft', before: ['unit add 市信访局'], run: 'tier explain 市信访局' },
  'desk-not-found': { stage: 'units', run: 'desk show 市公安局' },
  'edition-not-found': { stage: 'published', run: 'roster print 9' },
  'edition-none': { stage: 'desks', run: 'roster print' },
  'appeal-not-found': { stage: 'init', run: 'appeal show 2022-000009' },
  'database-exists': { stage: 'init', run: 'init --name 甲 --code JS' },
  'name-in-use': { stage: 'units', run: 'unit alias 市公安局 市教育局' },
  'code-in-use': { stage: 'units', run: 'unit add 市信访局 --code DZ-001' },
  'jurisdiction-needed': {
    stage: 'init',
    before: ['jurisdiction add 平川县 --code PC'],
    run: 'unit list',
  },
  'jurisdiction-taken': { stage: 'init', run: 'jurisdiction add 平川县 --code DZ' },
  'parent-not-a-city': {
    stage: 'init',
    run: 'jurisdiction add 别市 --code QQ --level municipal --parent DZ',
  },
  'scheme-invalid': {
    stage: 'init',
    run: 'scheme new --dedicated 5+ --attached 9+ --source s --from-volume-year 2021',
  },
  'scheme-code-taken': {
    stage: 'init',
    run: 'scheme new --code dezhou-2022 --dedicated 5+ --source s --from-volume-year 2021',
  },
  'file-not-json': { stage: 'init', file: '{\n"code": nix}', run: 'scheme import f.csv' },
  'override-outside': {
    stage: 'draft',
    before: ['unit set 市公安局 --outside 垂管'],
    run: 'tier override 市公安局 --tier attached --reason r --document-no n',
  },
  'override-none': { stage: 'draft', run: 'tier override 市公安局 --withdraw' },
  'scheme-year-too-early': { stage: 'volumes', run: 'tier classify --year 2019' },
  'run-adopted-already': { stage: 'adopted', run: 'tier adopt 1 --document-no x' },
  'run-counts-missing': {
    stage: 'volumes',
    before: ['unit add 市信访局', 'tier classify --year 2021'],
    run: 'tier adopt 1 --document-no x',
  },
  'run-reason-missing': {
    stage: 'adopted',
    before: ['unit add 市信访局', 'tier classify --year 2021'],
    run: 'tier adopt 2 --document-no x --allow-missing',
  },
  'roster-unchanged': { stage: 'published', run: 'roster publish --changes --document-no x' },
  'edition-out-of-order': {
    stage: 'published',
    run: 'roster publish --document-no x --date 2022-01-17',
  },
  'desk-day-too-early': {
    stage: 'desks',
    before: ['desk set 市公安局 --phones 0534-5559999'],
    run: 'desk set 市公安局 --phones 0534-5550104 --from 2022-01-01',
  },
  'edition-superseded-already': {
    stage: 'published',
    before: ['roster publish --document-no x --supersedes 1 --reason r'],
    run: 'roster publish --document-no y --supersedes 1 --reason r',
  },
  'template-invalid': {
    stage: 'init',
    file: '【标题】\n关于{城市}\n',
    run: 'roster template import notice f.csv',
  },
  'arrangement-not-in-format': { stage: 'published', run: 'roster print --sealed' },
  'day-past': { stage: 'adopted', run: 'desk form -o 表 --due 2021-12-31' },
  'desk-nobody': { stage: 'published', run: 'roster find 外星人' },
  'file-exists': { stage: 'published', before: ['desk form -o 采集表'], run: 'desk form -o 采集表' },
  'run-not-in-force': { stage: 'draft', run: 'desk check' },
  'roster-blocked': { stage: 'adopted', run: 'roster publish --document-no x' },
  'appeal-held-already': {
    stage: 'units',
    before: handed,
    run: 'appeal transfer 2022-000001 --to 市教育局 --reason other',
  },
  'appeal-circle': {
    stage: 'units',
    before: handed,
    run: 'appeal transfer 2022-000001 --to 市公安局 --reason other',
  },
  'appeal-unit-limit': {
    stage: 'units',
    before: [...handed, 'appeal transfer 2022-000001 --to 市民政局 --reason other'],
    run: 'appeal transfer 2022-000001 --to 市财政局 --reason other',
  },
  'appeal-bound-by-ruling': {
    stage: 'units',
    before: [log, 'appeal rule 2022-000001 --lead 市公安局 --basis B'],
    run: 'appeal transfer 2022-000001 --to 市教育局 --reason other',
  },
  'matter-unknown': {
    stage: 'units',
    file: '诉求事项\n路灯照明\n',
    before: ['matter import f.csv'],
    run: `${log} --matter 路灯`,
  },
  'undo-of-matters': {
    stage: 'units',
    file: '诉求事项\n路灯照明\n',
    before: ['matter import f.csv'],
    run: 'import undo 2 --yes',
  },
  'undo-of-calendar': {
    stage: 'units',
    file: '日期,类型\n2027-01-01,放假\n',
    before: ['calendar import f.csv --yes'],
    run: 'import undo 2 --yes',
  },
  'text-personal': {
    stage: 'units',
    before: [`${log} --phone 19912345678`],
    run: 'appeal rule 2022-000001 --lead 市公安局 --basis 致电19912345678',
  },
  'study-not-found': { stage: 'units', run: 'study show 3' },
  'study-leader-missing': {
    stage: 'units',
    run: 'study add 市公安局 --on 2022-03-01 --matter 照明 --decision D --until 2022-05-01',
  },
  'study-until-early': {
    stage: 'units',
    run: 'study add 市公安局 --on 2022-04-08 --matter 照明 --decision D --until 2022-04-07',
  },
  'study-closed-already': {
    stage: 'units',
    before: ['study add 市公安局 --matter 照明 --decision D --until 2022-05-01', 'study close 1 --result R'],
    run: 'study close 1 --result R',
  },
  'study-close-early': {
    stage: 'units',
    before: ['study add 市公安局 --matter 照明 --decision D --until 2022-05-01'],
    run: 'study close 1 --on 2022-04-07 --result R',
  },
  'ruling-not-found': { stage: 'units', run: 'ruling show 3' },
  'ruling-there': {
    stage: 'units',
    before: ['ruling add --matter 照明 --lead 市公安局 --basis B'],
    run: 'ruling add --matter 照明 --lead 市教育局 --basis B',
  },
  'ruling-superseded-already': {
    stage: 'units',
    before: [
      'ruling add --matter 照明 --lead 市公安局 --basis B',
      'ruling supersede 1 --lead 市教育局 --basis B',
    ],
    run: 'ruling supersede 1 --lead 市民政局 --basis B',
  },
  'ruling-of-one-appeal': {
    stage: 'units',
    before: [log, 'appeal rule 2022-000001 --lead 市公安局 --basis B'],
    run: 'ruling supersede 1 --lead 市民政局 --basis B',
  },
  'matter-missing': {
    stage: 'units',
    before: [log],
    run: 'appeal rule 2022-000001 --lead 市公安局 --basis B --precedent',
  },
  'appeal-verb-refused': { stage: 'units', before: [log], run: 'appeal reply 2022-000001 --text x' },
  'appeal-outcome-refused': {
    stage: 'units',
    before: [log],
    run: 'appeal close 2022-000001 --outcome solved',
  },
  'appeal-duplicate-of-none': {
    stage: 'units',
    before: [log],
    run: 'appeal close 2022-000001 --outcome duplicate',
  },
  'appeal-linked-to-itself': {
    stage: 'units',
    before: [log],
    run: 'appeal link 2022-000001 --related 2022-000001',
  },
  'appeal-not-held': {
    stage: 'units',
    before: handed,
    run: 'appeal transfer 2022-000001 --from 市公安局 --to 市民政局 --reason other',
  },
  'appeal-nothing-corrected': {
    stage: 'units',
    before: [log],
    run: 'appeal correct 2022-000001 --kind request',
  },
  'assist-leads': {
    stage: 'units',
    before: [`${log} --to 市公安局`],
    run: 'appeal assist 2022-000001 --add 市公安局',
  },
  'assist-not-there': {
    stage: 'units',
    before: [`${log} --to 市公安局`],
    run: 'appeal assist 2022-000001 --remove 市教育局',
  },
  'recall-too-late': {
    stage: 'units',
    before: [`${log} --to 市公安局 --time 2022-03-01`],
    run: 'appeal recall 2022-000001',
  },
  'unit-ended-before': {
    stage: 'units',
    before: ['unit retire 市体育局 --reason 改革'],
    run: 'unit add 德州市体育局',
  },
  'return-too-late': {
    stage: 'units',
    before: [`${log} --to 市公安局 --time 2022-03-01`],
    run: 'appeal return 2022-000001 --reason wrong-unit --basis B',
  },
  'extension-refused': {
    stage: 'units',
    before: [`${log} --to 市公安局 --time 2022-03-01`],
    run: 'appeal extend 2022-000001 --days 3 --reason R',
  },
  'calendar-missing': { stage: 'units', run: 'calendar list 2027' },
  'calendar-year-unclear': {
    stage: 'units',
    file: '日期,类型\n2027-01-01,放假\n2028-01-01,放假\n',
    run: 'calendar import f.csv',
  },
  'deadline-not-found': { stage: 'units', run: 'deadline use none' },
  'deadline-code-taken': {
    stage: 'units',
    file: '{"code":"shandong-2020","name":"n","source":"s","cases":[{"days":9}]}',
    run: 'deadline import f.csv',
  },
  'deadline-invalid': {
    stage: 'units',
    file: '{"code":"x","name":"n","source":"s","cases":[{"kinds":["praise"],"days":9}]}',
    run: 'deadline import f.csv',
  },
  'appeal-purged': {
    stage: 'units',
    before: [
      `${log} --time 2022-01-05`,
      'appeal close 2022-000001 --outcome withdrawn --time 2022-01-06',
      'privacy purge --before 2022-02-01 --yes',
    ],
    run: 'appeal show 2022-000001 --reveal --reason R',
  },
  'search-empty': { stage: 'units', run: 'appeal search' },
  'purge-day-too-late': { stage: 'units', run: 'privacy purge --before 2030-01-01 --yes' },
  'external-number-twice': {
    stage: 'init',
    before: [`${log} --external-number 77`],
    run: `${log} --external-number 77`,
  },
  'ruling-lead-assists': {
    stage: 'units',
    before: [log],
    run: 'appeal rule 2022-000001 --lead 市公安局 --basis B --assist 市公安局',
  },
  'operation-not-found': { stage: 'units', run: 'log show 99' },
  'import-not-found': { stage: 'units', run: 'import show 7' },
  'import-undone-already': { stage: 'units', before: ['import undo 1 --yes'], run: 'import undo 1 --yes' },
  'undo-of-undo': { stage: 'units', before: ['import undo 1 --yes'], run: 'import undo 2 --yes' },
  'undo-blocked': { stage: 'adopted', run: 'import undo 1 --yes' },
  'operation-undone-already': {
    stage: 'units',
    before: ['unit alias 市公安局 警察局', 'undo 3 --yes'],
    run: 'undo 3 --yes',
  },
  'operation-not-undoable': { stage: 'units', run: 'undo 2 --yes' },
  'operation-changed-nothing': {
    stage: 'units',
    before: ['unit set 市公安局 --short-name 市公安局'],
    run: 'undo 3 --yes',
  },
  'operation-elsewhere': {
    stage: 'units',
    before: ['jurisdiction add 平川县 --code PC --area-code 0534', 'unit add 县教育局 --in PC'],
    run: 'undo 4 --yes --in DZ',
  },
  'operation-undo-blocked': {
    stage: 'units',
    before: ['desk set 市公安局 --form designated --head 甲某', 'desk set 市公安局 --head 乙某'],
    run: 'undo 3 --yes',
  },
  'appeal-linked-already': {
    stage: 'units',
    before: [log, log, 'appeal link 2022-000002 --related 2022-000001'],
    run: 'appeal link 2022-000002 --related 2022-000001',
  },
  'appeal-duplicate-already': {
    stage: 'units',
    before: [log, log, log, 'appeal link 2022-000003 --duplicate-of 2022-000001'],
    run: 'appeal link 2022-000003 --duplicate-of 2022-000002',
  },
  'appeal-not-linked': {
    stage: 'units',
    before: [log, log],
    run: 'appeal link 2022-000002 --remove 2022-000001',
  },
  'document-no-taken': { stage: 'published', run: 'roster publish --document-no 德组字[2022]3号' },
  'appeal-voided': {
    stage: 'units',
    file: '工单编号,受理时间,标题,渠道,诉求性质\nA1,2022-02-07 09:00,路灯,热线,咨询\n',
    before: ['appeal import f.csv', 'import undo 2 --yes', log],
    run: 'appeal link 2022-000002 --related 2022-000001',
  },
  'unit-after-itself': { stage: 'units', run: 'unit move 市公安局 --after 市公安局' },
  'unit-named-so': { stage: 'units', run: 'unit rename 市公安局 市公安局' },
  'rename-too-early': {
    stage: 'units',
    before: ['unit rename 市公安局 市公安总局 --on 2022-02-01'],
    run: 'unit rename 市公安总局 市公安大局 --on 2022-01-01',
  },
  'unit-retired': {
    stage: 'units',
    before: ['unit merge 市司法局 --into 市公安局'],
    run: 'unit rename 市司法局 新局',
  },
  'unit-own-successor': { stage: 'units', run: 'unit merge 市公安局 --into 市公安局' },
  'unit-holds-appeals': {
    stage: 'units',
    before: [`${log} --to 市公安局`],
    run: 'unit retire 市公安局 --reason 改革',
  },
  'total-and-parts': {
    stage: 'volumes',
    run: 'volume set 市公安局 2021 --channel total --count 5 --reason x',
  },
  'database-folder-missing': { stage: 'init', run: 'unit list --db none/x.db' },
  'database-foreign': { stage: 'init', file: 'no database '.repeat(99), run: 'unit list --db f.csv' },
};

/** Errors that come from outside, of several at once, or of what later commands make; their texts are looked at alone. */
const told: {
  readonly [Code in Exclude<ErrorCode, keyof typeof ways>]?: ErrorDetails[Code];
} & Partial<ErrorDetails> = {
  'unit-name-ambiguous': { name: '城区分局', matches: ['DZ-001 甲', 'DZ-002 乙'] },
  'database-on-network': { path: '/d/liaison.db', system: 'nfs4' },
  'field-unknown': { field: '“x”', valid: ['“code”', '“name”'] },
  'config-invalid': { file: '/d/liaison.toml', line: 3, reason: '“=”' },
  'passphrase-wrong': { file: '/d/b.db.age' },
  'passphrase-short': { file: '/d/pass.txt', least: 8 },
  'database-older': { path: '/d/liaison.db', version: '0008', known: '0016' },
  'backup-locked': { file: '/d/b.db.age' },
  'backup-folder-missing': { folder: '/media/stick' },
  'file-too-large': { file: 'f.xlsx', megabytes: 900 },
  'file-other-kind': { file: 'f.xlsx', kind: 'pdf' },
  'rows-all-bad': { file: 'f.csv', count: 3 },
  'tabs-in-doubt': { file: 'f.xlsx', tabs: ['一月', '二月'] },
  'tab-not-found': { file: 'f.xlsx', tab: '三月', tabs: ['一月', '二月'] },
  'undo-not-recorded': { number: 1 },
  'operation-not-recorded': { number: 1, command: 'unit set' },
  'folder-empty': { folder: '采集表' },
  'deadline-none': { number: '2022-000001' },
  'restore-unsound': { file: 'backup.db', findings: 2 },
  'move-unsound': { path: '/d/liaison.db', findings: 2 },
  conflict: { what: '2022-000001' },
  // Said in the options of the command that runs, where one does.
  'value-missing': { fields: ['form'] },
  'value-invalid': { field: 'time', value: 'x', example: '2022-02-07 09:30' },
  'value-too-long': { field: 'words', length: 300, limit: 200 },
  'appeal-changed': {
    number: '2022-000001',
    action: 'transfer',
    by: 'tester',
    on: '2022-04-08 12:00',
    holder: '市民政局',
  },
  'bulletin-other-period': { number: 1, from: '2022-01-01', until: '2022-02-01' },
  'bulletin-corrected-already': { number: 1, by: 2 },
  'format-not-offered': { format: 'html', offered: ['table', 'csv'] },
  'output-failed': {
    file: 'out.csv',
    why: 'disk-full',
    reason: 'ENOSPC',
    changes: [{ operation: 7, command: 'roster publish' }],
  },
  'working-folder-gone': {},
  'clock-behind': { now: '2022-04-08 12:00', newest: '2022-04-09 09:00' },
  'database-locked': { path: '/d/liaison.db', seconds: 5 },
  'database-contended': { path: 'postgres://db/city' },
  'server-address-invalid': { address: 'postgres://db/city?schema=public', what: 'schema' },
  'server-unreachable': { path: 'postgres://db/city', reason: 'ECONNREFUSED 127.0.0.1:5432' },
  'server-refuses': { path: 'postgres://db/city', reason: '数据库 “city” 不存在' },
  'server-forbids': { path: 'postgres://db/city', reason: '对表 “unit” 权限不够' },
  'server-lost': { path: 'postgres://db/city' },
  'actor-other': { as: '王某', login: '张某' },
  'server-only': { path: '/d/liaison.db', what: 'rights' },
  'role-not-found': { role: 'wang', path: 'postgres://db/city' },
  'role-unbound': { role: 'zhang', path: 'postgres://db/city' },
  'part-missing': { path: 'postgres://db/city' },
  'server-unfit': { path: 'postgres://db/city', version: '12', encoding: 'SQL_ASCII' },
  'database-damaged': { path: '/d/liaison.db', reason: 'malformed' },
  'slips-none': { unit: '市公安局', overdue: true },
  'issuers-missing': { option: '--letterhead' },
  'reminder-refused': { number: '2022-000001', unit: null },
  'numbers-unchanged': { number: 2, before: 1 },
  'print-not-arranged': { edition: 1, option: '--letterhead' },
  'layout-newer': { edition: 3, layout: 2, known: 1 },
  'database-newer': { path: '/d/liaison.db', version: '0009', known: '0001' },
  'system-too-old': {
    faults: [
      { engine: 'better-sqlite3', reason: '“GLIBC_2.34”' },
      { engine: 'node-sqlite', reason: '“node:sqlite”' },
    ],
    there: 'linux x64, Node 22.18.0, glibc 2.31',
  },
  'database-altered': { path: '/d/liaison.db', findings: 2 },
  'database-read-only': { path: '/d/liaison.db' },
  'database-not-openable': { path: '/d/liaison.db', reason: 'denied' },
  'disk-full': { path: '/d/liaison.db' },
  interrupted: {},
  'terminal-only': { command: 'appeal work' },
};

const codes = Object.keys(en.errors) as ErrorCode[];

/** Errors that quote what was asked in another language, or what the system says. */
const foreign: ReadonlySet<ErrorCode> = new Set([
  'confirmation-needed',
  'file-not-readable',
  'database-damaged',
  'database-not-openable',
]);

function describeText(code: ErrorCode, details: unknown): string {
  const say = (texts: typeof en): string => {
    const { message, hint, lines = [] } = (texts.errors[code] as (of: unknown) => ErrorText)(details);
    return [message, ...lines, hint ?? ''].join('\n');
  };
  if (!foreign.has(code)) expect(findLatin(say(zh))).toEqual([]);
  return `${String(exitCodeOf(new AppError(code, details as never)))}\n${say(en)}\n${say(zh)}`;
}

it('is looked at for every code there is', () => {
  expect([...Object.keys(ways), ...Object.keys(told)].sort()).toEqual([...codes].sort());
});

describe('errors brought about', () => {
  it.each(Object.entries(ways))('%s', async (code, { stage, file, before = [], run }) => {
    const desk = await setUpDezhou(stage);
    if (file !== undefined) desk.write('f.csv', file);
    for (const command of before) await desk.json(...command.split(' '));
    const outcome = await desk.liaison(...run.split(' '), '--json');
    expect(outcome.out).toBe('');
    const { error } = JSON.parse(outcome.err) as {
      error: { code: string; message: string; details: unknown };
    };
    expect(error.code).toBe(code);
    expect(outcome.code).toBe(exitCodeOf(new AppError(code as ErrorCode, error.details as never)));
    const text = describeText(code as ErrorCode, error.details).replaceAll(desk.folder, '/d');
    expect(text).toMatchSnapshot();
  });
});

describe('errors told', () => {
  it.each(Object.entries(told))('%s', (code, details) => {
    expect(describeText(code as ErrorCode, details)).toMatchSnapshot();
  });
});

it('says every problem in both languages', () => {
  const place = { file: 'f.csv', row: 2 };
  const details = {
    column: '热线', value: 'x', allowed: ['a', 'b'], length: 11, limit: 10, expected: 3, found: 4, name: '甲局',
    suggestions: ['乙局'], matches: ['丙局', '丁局'], first: place, unitCode: 'DZ-001', unit: '戊局', total: 5, parts: 4, range: 'A2:A4', label: '合计', stated: 9, sum: 8,
    code: 'file-broken', details: { file: 'f.xlsx' }, tier: 'designated', above: 'dedicated', from: 51, to: 99, category: 'town', field: 'bands[0].tier',
    earlier: 'receivedAt', later: 'sentAt', holder: null, state: 'accepted', reached: 'closed',
    kind: 'praise', channel: 'hotline', priority: 'normal', day: '2027-01-04', longest: 30,
    earliest: '1990-01-01', until: '2022-03-01', successors: ['己局'], year: 2020, asked: 2021, number: 3, numbers: ['2022-000001'], units: ['DZ-001 甲局'], ruling: 2, by: 4, run: 5, matter: '供热', operation: 6, command: 'unit set', count: 7, counts: 2, recorded: [{ channel: 'hotline', count: 3 }], desks: 1, said: '9', is: '8', offices: 5, appeals: 0, rulings: 0, study: 8, studies: 2, editions: 4,
  }; // prettier-ignore
  const all = (Object.keys(en.problems) as ProblemCode[]).map((code) => {
    const say = (texts: typeof en): string => (texts.problems[code] as (of: unknown) => string)(details);
    expect(findLatin(say(zh).replaceAll('file-broken', ''))).toEqual([]);
    return `${code}\n  ${say(en)}\n  ${say(zh)}`;
  });
  expect(all.join('\n')).toMatchSnapshot();
});
