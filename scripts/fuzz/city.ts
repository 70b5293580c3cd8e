import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import type { Contents } from './desk.ts';
import { makeStep, readContents, runStep } from './desk.ts';

const fixtures = join(import.meta.dirname, '..', '..', 'fixtures');

/** What stands of persons in the appeals of the city; no output may show it. */
export const secrets = [
  '欧阳测试甲',
  '19987654321',
  '欧阳测试乙',
  '19987654322',
  '371402198001011234',
] as const;
/** What stands in the confidential appeal: only what is asked about it itself may show it. */
export const confidential = ['保密诉求丙丁戊', '保密地点己庚辛', '保密经过壬癸子'] as const;

const told = `本人${secrets[0]}，电话${secrets[1]}，身份证${secrets[4]}，小区路灯不亮`;
const caller = ['--caller', secrets[0], '--phone', secrets[1], '--place', '东方红路', '--text', told];
const log = ['appeal', 'log', '--kind', 'request', '--channel', 'hotline', ...caller, '--title'];
const logged = (serial: number): string => `2022-${String(serial).padStart(6, '0')}`;

/** The year of a city with one jurisdiction, and something of all that can be done; the imported appeals are 104. */
const year: readonly (readonly string[])[] = [
  ['init', '--name', '德州市', '--code', 'DZ', '--area-code', '0534', '--issuer', '中共德州市委组织部'],
  ['unit', 'import', 'units.csv'],
  ['volume', 'import', 'volumes-2021.csv'],
  ['tier', 'classify', '--year', '2021'],
  ['tier', 'adopt', '1', '--document-no', '德编〔2022〕1号', '--date', '2022-01-17'],
  ['desk', 'import', 'desks.csv'],
  ['office', 'import', 'offices.csv'],
  ['roster', 'publish', '--document-no', '德组字〔2022〕3号', '--date', '2022-01-18'],
  ['matter', 'import', 'matters.csv'],
  ['appeal', 'import', 'appeals.csv'],
  ['calendar', 'import', 'holidays.csv', '--yes'],
  ['deadline', 'show', 'guangdong-2022', '--json', '-o', 'rules.json'],
  ['scheme', 'show', 'dezhou-2022', '--json', '-o', 'scheme.json'],
  ['roster', 'template', 'show', 'duties', '-o', 'duties.txt'],
  ['roster', 'template', 'show', 'notice', '-o', 'notice.txt'],
  ['roster', 'template', 'import', 'duties', 'duties.txt'],
  ['roster', 'print', '1', '--copy', 'internal', '-o', 'internal.docx'],
  ['desk', 'form', '市公安局', '市水利局', '-o', 'forms'],
  ['desk', 'import', 'few-desks.csv'],
  ['import', 'undo', '8', '--yes'],
  [...log, `${secrets[0]}反映路灯不亮`, '--matter', '路灯照明', '--to', '市公安局'],
  ['appeal', 'accept', logged(105)],
  ['appeal', 'note', logged(105), '--text', `${secrets[0]}又来电${secrets[1]}`],
  ['appeal', 'reply', logged(105), '--text', `已答复${secrets[0]}`, '--note', `电话${secrets[1]}`],
  [...log, '噪音扰民', '--to', '市公安局', '--priority', 'urgent'],
  ['appeal', 'accept', logged(106), '--text', `${secrets[0]}等候`],
  ['appeal', 'return', logged(106), '--reason', 'wrong-unit', '--basis', `${secrets[0]}所述非本单位职责`, '--to', '市水利局'], // prettier-ignore
  [...log, '井盖丢失'],
  ['appeal', 'log', '--kind', 'tipoff', '--channel', 'letter', '--confidential', '--title', confidential[0], '--place', confidential[1], '--text', `${secrets[3]}${confidential[2]}`, '--caller', secrets[2], '--phone', secrets[3], '--to', '市教育局'], // prettier-ignore
  [...log, '旧件', '--time', '2022-01-05'],
  ['appeal', 'close', logged(109), '--outcome', 'withdrawn', '--time', '2022-01-06', '--text', told],
  ['privacy', 'purge', '--before', '2022-02-01', '--yes'],
  [...log, '又一件', '--time', '2022-03-01', '--matter', '噪声油烟'],
  [
    'appeal',
    'rule',
    logged(110),
    '--lead',
    '市水利局',
    '--basis',
    '职责',
    '--precedent',
    '--assist',
    '市公安局',
  ],
  ['appeal', 'correct', logged(110), '--title', `${secrets[0]}的事`],
  ['appeal', 'link', logged(107), '--duplicate-of', logged(110)],
  ['appeal', 'assist', logged(110), '--add', '市公安局/办公室'],
  ['ruling', 'add', '--matter', '路面维修', '--lead', '市公安局', '--basis', '三定规定'],
  [
    'study',
    'add',
    '市公安局',
    '--matter',
    '路面维修',
    '--appeals',
    logged(105),
    '--decision',
    '重铺路面',
    '--until',
    '2022-05-08',
  ],
  ['appeal', 'show', logged(105), '--reveal', '--reason', '回访'],
  ['unit', 'add', '市大数据局', '--category', 'institution'],
  ['unit', 'add', '市疾控中心', '--category', 'institution', '--outside', '事业单位'],
  ['unit', 'add', '市粮食局'],
  ['unit', 'merge', '市粮食局', '--into', '市商务局', '--on', '2022-03-01'],
  ['desk', 'confirm', '市公安局'],
  ['deadline', 'import', 'own-rules.json'],
  ['scheme', 'new', '--source', '试行', '--from-volume-year', '2021', '--code', 'try-1', '--dedicated', '500+', '--attached', '100+', '--designated', '0+'], // prettier-ignore
  ['volume', 'import', 'volumes-2022.csv'],
  ['tier', 'classify', '--year', '2022', '--scheme', 'county-500-100'],
  ['tier', 'adopt', '2', '--document-no', '德编〔2022〕2号', '--allow-missing'],
  ['tier', 'classify', '--year', '2021'],
];

/** What makes a county beside the city. */
const county: readonly (readonly string[])[] = [
  ['jurisdiction', 'add', '平川县', '--code', 'PC', '--level', 'county', '--issuer', '中共平川县委组织部'],
  ['unit', 'import', 'county-units.csv', '--in', 'PC'],
  ['volume', 'import', 'county-volumes.csv', '--in', 'PC', '--year', '2021'],
  ['tier', 'classify', '--year', '2021', '--in', 'PC'],
];

const inputs: Readonly<Record<string, string>> = {
  'units.csv': 'dezhou/units.csv',
  'volumes-2021.csv': 'dezhou/volumes-2021.csv',
  'desks.csv': 'dezhou/desks.csv',
  'offices.csv': 'dezhou/offices.csv',
  'matters.csv': 'dezhou/matters.csv',
  'appeals.csv': 'dezhou/appeals-2022.csv',
  'county-units.csv': 'county/units.csv',
  'county-volumes.csv': 'county/volumes-2021.csv',
  'filled.ods': 'forms/saved-by-libreoffice.ods',
  'filled.xlsx': 'forms/saved-by-libreoffice.xlsx',
};

const written: Readonly<Record<string, string>> = {
  'few-desks.csv': '单位,电话\n市公安局,0534-2100999\n市水利局,0534-2100998\n',
  'holidays.csv': '日期,类型,名称\n2027-01-01,放假,元旦\n2027-02-05,放假,春节\n2027-02-14,上班,春节\n',
  'handovers.csv':
    '工单编号,时间,环节,经办单位,接收单位,原因\n202201040001,2022-01-04 09:00,派单,,市教育局,\n202201040001,2022-01-04 10:00,退回,市教育局,,非本单位职责\n202201040001,2022-01-04 11:00,改派,,市住房和城乡建设局,\n',
  'lives.csv': `工单编号,受理时间,渠道,诉求性质,标题,承办单位,签收时间,答复时间,答复内容,办结时间,满意度,状态\nX7,2022-05-01 08:00,热线,求助,${secrets[0]}来电,市教育局,2022-05-01 09:00,2022-05-02 09:00,${told},2022-05-03 09:00,不满意,已办结\n`,
  'numbers.txt': `${logged(105)}\n${logged(107)}\n`,
  'secret.csv': `工单编号,受理时间,渠道,诉求性质,标题,内容,诉求人,联系电话\nX1,2022-05-01 08:00,热线,求助,${secrets[0]}来电,${told},${secrets[0]},${secrets[1]}\n`,
};

/** A prepared folder: the database, the files a person has beside it. */
export interface City {
  /** Code of its jurisdictions; commands of a city with two must name one. */
  readonly codes: readonly string[];
  readonly contents: Contents;
}

/** Makes a city through the tool, and one with a county beside it. `root` is where they are made. */
export async function makeCities(root: string): Promise<{ one: City; two: City }> {
  const folder = mkdtempSync(join(root, 'city-'));
  for (const [name, from] of Object.entries(inputs)) copyFileSync(join(fixtures, from), join(folder, name));
  for (const [name, content] of Object.entries(written)) writeFileSync(join(folder, name), content);
  const volumes = readFileSync(join(folder, 'volumes-2021.csv'), 'latin1');
  writeFileSync(join(folder, 'volumes-2022.csv'), volumes.replaceAll(',2021,', ',2022,'), 'latin1');
  await perform(year, folder);
  mkdirSync(join(folder, 'empty'));
  symlinkSync('duties.txt', join(folder, 'link.txt'));
  const one: City = { codes: ['DZ'], contents: readContents(folder) };
  await perform(county, folder);
  return { one, two: { codes: ['DZ', 'PC'], contents: readContents(folder) } };
}

async function perform(commands: readonly (readonly string[])[], folder: string): Promise<void> {
  for (const args of commands) {
    if (args[1] === 'import' && args[2] === 'own-rules.json') {
      const rules = readFileSync(join(folder, 'rules.json'), 'utf8');
      writeFileSync(join(folder, 'own-rules.json'), rules.replace('guangdong-2022', 'dz-1'));
    }
    const { code, err } = await runStep(makeStep(args), folder);
    if (code !== 0) throw new Error(`the city cannot be made: ${args.join(' ')}: ${String(code)} ${err}`);
  }
}

/** What the commands to come can name, as it stands in the database now. */
export interface World {
  readonly units: readonly { code: string; name: string; shortName: string | null; until: string | null }[];
  readonly appeals: readonly { number: string; state: string; pending: number; holder: string | null }[];
  readonly runs: readonly { number: number; adopted: number }[];
  readonly editions: readonly number[];
  readonly rulings: readonly number[];
  readonly studies: readonly number[];
  readonly batches: readonly number[];
  readonly matters: readonly string[];
  readonly schemes: readonly string[];
  readonly offices: readonly string[];
}

/** Reads a database from its bytes, without a file or a log beside it. */
export function withDatabase<Result>(bytes: Uint8Array, task: (file: Sqlite.Database) => Result): Result {
  const copy = Buffer.from(bytes);
  // Says that there is no log, which a database in memory cannot have.
  copy.fill(1, 18, 20);
  const file = new Sqlite(copy);
  try {
    return task(file);
  } finally {
    file.close();
  }
}

/** Reads what can be named; undefined where the file is no longer one that can be read. */
export function readWorld(bytes: Buffer | string | undefined): World | undefined {
  if (!Buffer.isBuffer(bytes)) return undefined;
  try {
    return withDatabase(bytes, findWorld);
  } catch {
    return undefined;
  }
}

function findWorld(file: Sqlite.Database): World {
  const all = <Row>(sql: string): Row[] => file.prepare(sql).all() as Row[];
  const column = <Value>(sql: string): Value[] => file.prepare(sql).pluck().all() as Value[];
  return {
    units: all(
      'select code, name, short_name as shortName, until_day as until from unit where undone = 0 and jurisdiction_id = 1',
    ),
    appeals: all(
      'select number, state, return_pending as pending, (select code from unit where unit.id = holder_id) as holder from appeal order by id desc',
    ),
    runs: all(
      'select number, exists (select 1 from run_adoption where run_id = run.id) as adopted from run where jurisdiction_id = 1',
    ),
    editions: column('select number from edition where jurisdiction_id = 1'),
    rulings: column('select number from ruling where jurisdiction_id = 1'),
    studies: column('select number from study where jurisdiction_id = 1'),
    batches: column('select number from batch where jurisdiction_id = 1'),
    matters: column('select distinct name from matter'),
    schemes: column('select code from scheme'),
    offices: column('select distinct name from office limit 40'),
  };
}
