import type { VerbName } from '../../text/shape.ts';
import { factsOf } from '../../cli/option-facts.ts';
import type { Argument, Option } from 'commander';

/**
 * How a value is asked for. `choice` and `several` are out of the words that its parser takes, `flag` takes no value; `name`, `line`, `text` and the like are typed, the
 * others chosen from what the database or the folder holds.
 */
export type QuestionKind =
  | 'choice'
  | 'several'
  | 'flag'
  | 'name'
  | 'line'
  | 'text'
  | 'number'
  | 'day'
  | 'moment'
  | 'unit'
  | 'appeal'
  | 'year'
  | 'run'
  | 'edition'
  | 'issue'
  | 'batch'
  | 'operation'
  | 'ruling'
  | 'study'
  | 'scheme'
  | 'rules'
  | 'jurisdiction'
  | 'matter'
  | 'group'
  | 'office'
  | 'period'
  | 'spreadsheet'
  | 'document'
  | 'database'
  | 'folder';

/** Kinds by what stands for the value in the help, where that says it all. */
const kindOfValue: Readonly<Record<string, QuestionKind>> = {
  database: 'line',
  role: 'line',
  unit: 'unit',
  units: 'unit',
  year: 'year',
  run: 'run',
  edition: 'edition',
  later: 'edition',
  issue: 'issue',
  ruling: 'ruling',
  study: 'study',
  matter: 'matter',
  group: 'group',
  office: 'office',
  period: 'period',
  county: 'jurisdiction',
  day: 'day',
  date: 'day',
  time: 'moment',
  file: 'spreadsheet',
  'bad-rows': 'document',
  path: 'spreadsheet',
  text: 'text',
  reason: 'line',
  name: 'name',
  names: 'line',
  title: 'line',
  phone: 'line',
  post: 'name',
  no: 'line',
  bound: 'line',
  place: 'line',
  days: 'number',
  zone: 'line',
  hours: 'line',
  list: 'line',
  key: 'line',
  words: 'line',
  alias: 'name',
  first: 'year',
  second: 'year',
  'header=column': 'line',
  'column:word=value': 'line',
  'column=value': 'line',
  'category=tier': 'line',
};

/** Kinds of options whose value says too little. */
const kindOfOption: Readonly<Record<string, QuestionKind>> = {
  '--unit-limit': 'number',
  '--sort': 'number',
  '--office-limit': 'number',
  '--count': 'number',
  '--output': 'folder',
  '--limit': 'number',
  '--keep': 'number',
  '--days': 'number',
  '--hops': 'line',
  '--due-within': 'line',
  '--external-number': 'line',
  '--edition': 'edition',
  '--run': 'run',
  '--runs': 'run',
  '--appeal': 'appeal',
  '--appeals': 'line',
  '--duplicate-of': 'appeal',
  '--repeat-of': 'appeal',
  '--related': 'appeal',
  '--code': 'line',
  '--area-code': 'line',
  '--scheme': 'scheme',
  '--deadlines': 'rules',
  '--parent': 'unit',
  '--noun': 'line',
  '--reason': 'line',
  '--basis': 'text',
  '--from-volume-year': 'year',
};

/** Kinds that differ from verb to verb: `VERB ARGUMENT` or `VERB --option`. */
const kindOfVerb: Readonly<Record<string, QuestionKind>> = {
  'init --scheme': 'scheme',
  'init --deadlines': 'rules',
  'jurisdiction add --parent': 'jurisdiction',
  'jurisdiction set --parent': 'jurisdiction',
  'jurisdiction show code': 'jurisdiction',
  'jurisdiction use code': 'jurisdiction',
  'scheme show code': 'scheme',
  'scheme use code': 'scheme',
  'scheme import file': 'document',
  'deadline show code': 'rules',
  'deadline use code': 'rules',
  'deadline import file': 'document',
  'deadline explain number': 'appeal',
  'roster find text': 'line',
  'roster template import file': 'document',
  'report bulletin publish file': 'document',
  'report bulletin draft --template': 'document',
  'annual --draft': 'document',
  'appeal rule number': 'appeal',
  'appeal show number': 'appeal',
  'appeal trace number': 'appeal',
  'appeal link --remove': 'appeal',
  'appeal assist --remove': 'unit',
  'study add --appeals': 'appeal',
  'import show number': 'batch',
  'import undo number': 'batch',
  'log show number': 'operation',
  'undo number': 'operation',
  'database backup file': 'document',
  'database backup --to': 'folder',
  'database backup --passphrase-file': 'document',
  'database restore --passphrase-file': 'document',
  'database export folder': 'folder',
  'database export --reason': 'line',
  'database restore file': 'database',
};

/** What a declaration is called in the tables: an option by its long name, an argument by its own. */
export function nameOf(declared: Argument | Option): string {
  return 'flags' in declared ? (declared.long ?? declared.flags) : declared.name();
}

/** How a value of a verb is asked for; undefined where nothing says it, which a test refuses. */
export function findQuestionKind(verb: VerbName, declared: Argument | Option): QuestionKind | undefined {
  const name = nameOf(declared);
  const own = kindOfVerb[`${verb} ${name}`];
  if (own !== undefined) return own;
  const { choices, isList = false } = factsOf(declared.parseArg);
  if (choices !== undefined) return isList ? 'several' : 'choice';
  const value = 'flags' in declared ? /[<[]([^>\].]+)(?:\.\.\.)?[>\]]/u.exec(declared.flags)?.[1] : name;
  if (value === undefined) return 'flag';
  if (value === 'numbers' && !('flags' in declared)) return 'appeal';
  return kindOfOption[name] ?? kindOfValue[value];
}
