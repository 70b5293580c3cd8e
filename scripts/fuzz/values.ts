import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CourseVerb } from '../../src/domain/course-rules.ts';
import { outcomesOf, verbStates } from '../../src/domain/course-rules.ts';
import type { State } from '../../src/domain/appeal.ts';
import { formats } from '../../src/cli/global-options.ts';
import { actions } from '../../src/domain/appeal-event.ts';
import type { Chance } from './chance.ts';
import type { World } from './city.ts';
import { secrets } from './city.ts';
import type { Slot } from './grammar.ts';

/** What a value is made for. */
export interface Occasion {
  readonly verb: readonly string[];
  readonly world: World;
  /** Day of the clock. */
  readonly today: string;
  readonly codes: readonly string[];
  /** The appeal that the command is about. */
  appeal?: World['appeals'][number];
}

type Pool = (occasion: Occasion, chance: Chance) => string;

const of =
  (...values: readonly string[]): Pool =>
  (_occasion, chance) =>
    chance.pick(values);

const numbered = (list: readonly number[], chance: Chance): string =>
  String(list.length === 0 || chance.happens(0.05) ? chance.between(1, 9) : chance.pick(list));

const unit: Pool = ({ world, today }, chance) => {
  const going = world.units.filter(({ until }) => until === null || until > today);
  const one = chance.pick(going.length > 0 && chance.happens(0.95) ? going : world.units);
  return chance.weigh([
    [one.code, 3],
    [one.name, 5],
    [one.shortName ?? one.name, 2],
  ]);
};

const day: Pool = ({ today }, chance) => {
  const date = new Date(`${today}T00:00:00Z`);
  const away = chance.weigh([
    [0, 4],
    [-chance.below(10), 6],
    [-chance.below(400), 2],
    [chance.below(20), 1],
  ]);
  date.setUTCDate(date.getUTCDate() + away);
  const [year = '', month = '', dayOfMonth = ''] = date.toISOString().slice(0, 10).split('-');
  return chance.weigh([
    [`${year}-${month}-${dayOfMonth}`, 8],
    [`${year}年${String(Number(month))}月${String(Number(dayOfMonth))}日`, 1],
    [`${year}/${String(Number(month))}/${dayOfMonth}`, 1],
  ]);
};

const appealNumber: Pool = (occasion, chance) => {
  const { world, verb } = occasion;
  const act = verb[0] === 'appeal' ? (verb[1] as CourseVerb) : undefined;
  const states = act !== undefined && Object.hasOwn(verbStates, act) ? verbStates[act] : undefined;
  const suiting = world.appeals.filter(
    ({ state, pending }) =>
      (states === undefined || states.includes(state as State)) &&
      (act === 'decide' ? pending === 1 : pending === 0 || chance.happens(0.1)),
  );
  // The newest are worked on further, so that long courses come about.
  const list = suiting.length > 0 && chance.happens(0.95) ? suiting : world.appeals;
  if (list.length === 0) return '2022-000001';
  const appeal = chance.pick(chance.happens(0.7) ? list.slice(0, 6) : list);
  occasion.appeal ??= appeal;
  return appeal.number;
};

const text: Pool = ({ verb }, chance) =>
  chance.pick([
    '路灯不亮',
    '已联系社区，三日内答复',
    '职责',
    '工作日8:30-12:00、13:30-17:30',
    'lamp post',
    // Only where what people write of persons is masked.
    ...(verb[0] === 'appeal' ? [`请回电${secrets[1]}`, '请拨 0534-2310001'] : []),
  ]);

const free = (chance: Chance): string =>
  `新${chance.pick(Array.from('甲乙丙丁戊己庚辛'))}${String(chance.below(1000))}`;
const bound = of('1000+', '500+', '100+', '50+', '>1000', 'over:50', '0+', '0');
const phone: Pool = (_occasion, chance) => `0534-${String(chance.between(2_000_000, 2_999_999))}`;
const outputs = ['out.csv', 'out.xlsx', 'out.html', 'out.docx', 'out.md', 'out.json', 'out.txt', 'out', './empty/../out.csv', 'empty/out.csv']; // prettier-ignore

const files: Readonly<Record<string, readonly string[]>> = {
  unit: ['units.csv', 'county-units.csv'],
  volume: ['volumes-2021.csv'],
  desk: ['desks.csv', 'few-desks.csv', 'forms', 'filled.ods', 'filled.xlsx'],
  office: ['offices.csv'],
  appeal: ['appeals.csv', 'secret.csv', 'handovers.csv', 'lives.csv'],
  matter: ['matters.csv'],
  scheme: ['scheme.json'],
  deadline: ['rules.json', 'own-rules.json'],
  calendar: ['holidays.csv'],
  roster: ['duties.txt', 'notice.txt'],
};
const anyFile = [...Object.values(files).flat(), 'internal.docx', 'liaison.db', 'numbers.txt', 'empty', '-'];

/** What suits, by the name of an option or argument, else by what help calls its value. */
const pools: Readonly<Record<string, Pool>> = {
  unit,
  units: unit,
  to: unit,
  lead: unit,
  assist: (occasion, chance) =>
    unit(occasion, chance) +
    (chance.happens(0.2) ? `/${chance.pick([...occasion.world.offices, '办公室'])}` : ''),
  add: (occasion, chance) => pools['assist']?.(occasion, chance) ?? '',
  remove: (occasion, chance) => pools['assist']?.(occasion, chance) ?? '',
  'overdue-of': unit,
  parent: (occasion, chance) => (occasion.verb[0] === 'jurisdiction' ? 'DZ' : unit(occasion, chance)),
  into: (occasion, chance) => (chance.happens(0.02) ? free(chance) : unit(occasion, chance)),
  from: (occasion, chance) => {
    if (occasion.verb[0] === 'appeal') return occasion.appeal?.holder ?? unit(occasion, chance);
    return occasion.verb[0] === 'scheme' ? chance.pick(['2021', '2022']) : day(occasion, chance);
  },
  number: (occasion, chance) =>
    occasion.verb[0] === 'import'
      ? numbered(occasion.world.batches, chance)
      : occasion.verb[0] === 'appeal' || occasion.verb[0] === 'deadline'
        ? appealNumber(occasion, chance)
        : String(chance.between(1, 12)),
  numbers: appealNumber,
  appeal: appealNumber,
  'duplicate-of': (occasion, chance) => appealNumber({ ...occasion, verb: [] }, chance),
  'repeat-of': (occasion, chance) => appealNumber({ ...occasion, verb: [] }, chance),
  related: (occasion, chance) => appealNumber({ ...occasion, verb: [] }, chance),
  run: ({ world }, chance) => numbered(world.runs.filter(({ adopted }) => adopted === 0 || chance.happens(0.2)).map(({ number }) => number), chance), // prettier-ignore
  runs: ({ world }, chance) => numbered(world.runs.map(({ number }) => number), chance), // prettier-ignore
  edition: ({ world }, chance) => numbered(world.editions, chance),
  later: ({ world }, chance) => numbered(world.editions, chance),
  supersedes: ({ world }, chance) => numbered(world.editions, chance),
  ruling: ({ world }, chance) => numbered(world.rulings, chance),
  study: ({ world }, chance) => numbered(world.studies, chance),
  matter: ({ world }, chance) => chance.pick(world.matters.length > 0 ? world.matters : ['路灯照明']),
  office: ({ world }, chance) => chance.pick([...world.offices, '办公室']),
  'host-office': ({ world }, chance) => chance.pick([...world.offices, '办公室']),
  'replaced-office': ({ world }, chance) => chance.pick([...world.offices, '办公室']),
  scheme: ({ world }, chance) => chance.pick(['dezhou-2022', 'county-500-100', ...world.schemes]),
  code: ({ verb, world }, chance) =>
    verb[0] === 'jurisdiction'
      ? chance.pick(['PC', 'XX', 'QY', 'DZ'])
      : verb[0] === 'scheme'
        ? chance.pick(['dezhou-2022', 'county-500-100', ...world.schemes])
        : verb[0] === 'deadline'
          ? chance.pick(['guangdong-2022', 'dz-1'])
          : `DZ-${String(chance.between(900, 999))}`,
  year: of('2021', '2021', '2021', '2022', '2020', '2027'),
  first: of('2020', '2021'),
  second: of('2021', '2022'),
  'from-volume-year': of('2021', '2022', '2023'),
  on: day,
  date: day,
  'run-date': day,
  'roster-date': day,
  since: day,
  until: day,
  before: (occasion, chance) => (chance.happens(0.7) ? '2022-04-01' : day(occasion, chance)),
  day,
  time: (occasion, chance) =>
    `${day(occasion, chance).replace(/^(\d{4})[年/](\d+)[月/](\d+)日?$/u, '$1-$2-$3')} ${String(chance.between(8, 17))}:${String(chance.between(10, 59))}`,
  tier: of('dedicated', 'attached', 'designated', '单独设立', '加挂牌子', '专人专岗'),
  form: of('dedicated', 'attached', 'designated'),
  format: of(...formats),
  dedicated: bound,
  attached: bound,
  designated: of('0+', '0'),
  category: (occasion, chance) =>
    occasion.verb[0] === 'unit'
      ? chance.pick(['department', '乡镇', 'enterprise', 'institution'])
      : 'town=attached',
  channels: of('hotline,online', 'hotline', '热线、网办'),
  covers: of('department', 'department,town'),
  channel: (occasion, chance) =>
    chance.pick(
      occasion.verb[0] === 'volume' ? ['hotline', 'online', 'total', '热线'] : ['hotline', 'letter', '来访'],
    ),
  kind: ({ verb }, chance) =>
    chance.pick(verb[0] === 'roster' ? ['notice', 'changes', 'duties'] : ['request', 'complaint', 'tipoff', '咨询', 'other']), // prettier-ignore
  priority: of('normal', 'urgent', '紧急'),
  state: of('unassigned', 'sent', 'accepted', 'replied', 'closed'),
  reason: ({ verb }, chance) =>
    verb[0] === 'appeal' && (verb[1] === 'return' || verb[1] === 'transfer')
      ? chance.pick(['wrong-unit', 'shared-duty', 'place', 'reorganised', 'other'])
      : text({ verb } as Occasion, chance),
  outcome: ({ verb, appeal }, chance) =>
    verb[1] === 'log'
      ? chance.pick(['answered', 'declined'])
      : chance.pick([...outcomesOf[(appeal?.state ?? 'replied') as State], 'withdrawn']),
  reached: of('yes', 'no', '是'),
  solved: of('yes', 'no'),
  'satisfied-result': of('yes', 'no', 'very-satisfied', '基本满意', 'very-dissatisfied'),
  'satisfied-service': of('yes', 'no', '满意', 'dissatisfied'),
  'asked-by': of('citizen', 'transfer-desk'),
  result: (occasion, chance) =>
    occasion.verb[0] === 'study' ? text(occasion, chance) : chance.pick(['upheld', 'redo']),
  copy: of('public', 'internal'),
  by: ({ verb }, chance) => (verb[0] === 'privacy' ? 'tester' : chance.pick(['group', 'tier'])),
  shown: of('reveal', 'slip', 'export', 'internal-roster'),
  sort: (occasion, chance) =>
    occasion.verb[0] === 'unit' ? String(chance.between(1, 60)) : chance.pick(['tier', 'volume', 'official', 'due', 'number']), // prettier-ignore
  columns: of('number', 'number,title', 'due,unit', '编号'),
  days: (_occasion, chance) => String(chance.between(1, 12)),
  hops: of('0', '1', '2', '3'),
  count: (_occasion, chance) => String(chance.pick([0, 49, 50, 51, 999, 1000, 1001, chance.below(5000)])),
  limit: of('1', '3', '500'),
  'due-within': of('0', '3', '30'),
  'office-limit': of('3', '9'),
  'unit-limit': of('1', '3', '5'),
  'area-code': of('0534', '010'),
  'time-zone': of('Asia/Shanghai', 'Asia/Urumqi', 'UTC'),
  'work-hours': of('08:30-12:00,13:30-17:30', '09:00-17:00'),
  level: of('municipal', 'county'),
  phone,
  phones: phone,
  'head-phone': phone,
  'liaison-phone': phone,
  mobile: (_occasion, chance) => `1990${String(chance.between(1_000_000, 9_999_999))}`,
  'external-number': (_occasion, chance) => `E${String(chance.below(100_000))}`,
  'document-no': (_occasion, chance) => `德编〔2022〕${String(chance.between(1, 99))}号`,
  in: ({ codes }, chance) => chance.pick(codes),
  lang: of('en', 'zh'),
  as: of('tester', '王某'),
  db: of('liaison.db', './liaison.db'),
  output: (_occasion, chance) =>
    chance.pick(chance.happens(0.9) ? outputs : ['liaison.db', 'units.csv', 'link.txt', 'empty']),
  encoding: of('utf-8', 'gbk', 'gb18030', 'utf-16le'),
  tab: of('Sheet1', '填报', '1'),
  map: of('单位=unit', '单位名称=name', '电话=phones', '热线=hotline'),
  'from-file': of('numbers.txt'),
  file: ({ verb }, chance) =>
    verb[0] === 'database' ? chance.pick(['copy.db', 'copy2.db', 'empty/copy.db', 'liaison.db']) : chance.pick(files[verb[0] ?? ''] ?? anyFile), // prettier-ignore
  draft: of('draft.docx'),
  desks: of('desks.csv'),
  volumes: of('volumes-2021.csv'),
  alias: (_occasion, chance) => free(chance),
  words: (_occasion, chance) => chance.pick(['路灯', '不亮', '噪音', '电话', '119', '停']),
  text,
  name: (_occasion, chance) => free(chance),
};

/** Makes a value that suits an option or argument. */
export function suit({ name, placeholder }: Slot, occasion: Occasion, chance: Chance): string {
  const pool = (Object.hasOwn(pools, name) ? pools[name] : undefined) ?? (Object.hasOwn(pools, placeholder) ? pools[placeholder] : undefined) ?? text; // prettier-ignore
  return pool(occasion, chance);
}

const longest = 100_000;
const naughty = JSON.parse(
  readFileSync(join(import.meta.dirname, '..', '..', 'fixtures', 'naughty-strings', 'blns.json'), 'utf8'),
) as readonly string[];

/** Values nobody means. A command line holds no NUL. */
const nasty: readonly string[] = [
  '',
  ' ',
  '　',
  '\n',
  '\t',
  '\r\n',
  '\x1b[31mred\x1b[0m',
  '\x1b]0;title\x07',
  '\x9b31m',
  '\x7f',
  '\x08\x08',
  '\u202eabc\u202c',
  '\u2066x',
  '\u200b',
  '\u200d',
  '\ufeff',
  '\u00ad',
  '\u2028',
  '\ufffe',
  '\ud800',
  '\udc00x',
  'a\u0301',
  '👨‍👩‍👧‍👦',
  '𠮷野家',
  '🏳️‍🌈', // prettier-ignore
  '.',
  '..',
  '../..',
  '../../x',
  './.',
  '/',
  '//',
  'empty',
  'link.txt',
  '-',
  '--',
  '---',
  '-x',
  '-1',
  '--json',
  '--help',
  '-o',
  '=',
  '--=',
  '0',
  '-0',
  '00',
  '1e9',
  '1.5',
  '٣',
  '１２',
  '9'.repeat(9),
  '9'.repeat(16),
  '9'.repeat(40),
  '-9999',
  '0x10',
  'NaN',
  'Infinity',
  'null',
  'undefined',
  'true',
  '[]',
  '{}', // prettier-ignore
  '9999-12-31',
  '0000-00-00',
  '0000-01-01',
  '0001-01-01',
  '2022-02-30',
  '2022-13-01',
  '2022-1-1',
  '９９９９-12-31',
  '2022-05-06T04:00:00Z',
  '10000-01-01',
  '1899-12-31',
  '9999-12-31 23:59',
  '2022-05-06 24:00',
  '2022-05-06 23:59:60', // prettier-ignore
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  'valueOf',
  '__proto__=attached',
  'constructor=unit',
  'toString=toString',
  "'",
  '"',
  '`',
  "''",
  '\\',
  '%',
  '_',
  '%%%',
  '*',
  '?',
  "' OR 1=1 --",
  "'; drop table unit; --",
  '=1+1',
  '@SUM(A1)',
  '+1',
  '=HYPERLINK("http://x")',
  '|',
  '$(id)',
  '${x}',
  '&amp;',
  '<b>',
  ']]>',
  '<!--',
  '{{x}}',
  '【】',
  '【正文】',
  ',',
  '，',
  '、',
  ',,,',
  '/',
  ':',
  '2022-',
  '2022-000000',
  '2022-999999999', // prettier-ignore
  'n'.repeat(255),
  '市'.repeat(86),
  '市'.repeat(300),
  'a'.repeat(longest),
  '字'.repeat(longest),
  '1'.repeat(longest),
  '市公安局'.repeat(1000),
  '👍'.repeat(200),
  'ＡＢＣ',
  'ﷺ',
  'İ',
  'ß',
  'ﬁ', // prettier-ignore
  ...actions,
  ...naughty.filter((one) => !one.includes('\0')),
];

export function annoy(chance: Chance): string {
  return chance.pick(nasty);
}

/** A value beside one that suits. */
export function spoil(value: string, chance: Chance): string {
  const signs = Array.from(value);
  const at = chance.below(signs.length + 1);
  const sign = chance.pick([' ', '　', '\u200b', 'x', '市', '0', '-', ',', '\n', '\x1b', '/', '"', '٣']);
  return chance.pick([
    () => [...signs.slice(0, at), sign, ...signs.slice(at)].join(''),
    () => [...signs.slice(0, at), ...signs.slice(at + 1)].join(''),
    () => value.toUpperCase(),
    () => ` ${value} `,
    () => value + value,
    () => value.replace(/[!-~]/gu, (one) => String.fromCodePoint((one.codePointAt(0) ?? 0) + 0xfee0)),
    () => value.normalize('NFD'),
    () => signs.reverse().join(''),
  ])();
}
