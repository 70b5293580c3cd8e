import { summaries } from '../../src/text/en/summaries.ts';

/**
 * Words of other languages that stand in Chinese sentences rightly: names of keys, formats, encodings and standards, of who acts in the tests, and
 * `over` of the grammar of bounds.
 */
const exceptions: ReadonlySet<string> = new Set([
  'Esc', 'Ctrl', 'SHA', 'UTF', 'utf', 'GB', 'CSV', 'Excel', 'JSON', 'SQLite', 'WPS', 'PDF', 'tester', 'login', 'over', 'en', 'zh',
  'table', 'csv', 'md', 'json', 'xlsx', 'html', 'docx', 'vcf', 'gbk', 'big', 'wal', 'age', 'bash', 'zsh', 'fish', 'PowerShell', 'Tab', 'less', 'README', 'PostgreSQL', 'export', 'UTC', 'nfs', 'toml', 'chmod', 'apt', 'install', 'nfs4', 'db', 'in', 'lang', 'as', 'Shanghai', 'Asia', 'folder', 'node', 'better-sqlite3', 'better', 'sqlite', 'node-sqlite', 'x64', 'glibc', 'Node', 'linux', 'GLIBC', 'PGPASSWORD', 'pgpass', 'ECONNREFUSED',
]); // prettier-ignore

/** Names of commands, the longest first: `unit merge`, `undo`. */
const commands = [...Object.keys(summaries.verbs), ...Object.keys(summaries.nouns)].sort(
  (a, b) => b.length - a.length,
);

/** What is left out of a line before it is looked at: what a person typed, commands, options, codes, files, addresses and digests. */
const rightly: readonly RegExp[] = [
  // eslint-disable-next-line no-control-regex -- colours of a terminal are no words
  /\u001b\[[\d;]*m/gu,
  // A command with its Chinese word beside it.
  /[a-z-]+(?:\|[a-z]+)*\|\p{Script=Han}+/gu,
  /“[^”]*”/gu,
  // What a server says of its version.
  /PostgreSQL \d\S*(?: \([^)]*\))*/gu,
  /(?:https?|postgres):[^\s，。；]+/gu,
  /liaison(?: [^\s，。；）]+)*/gu,
  /--?[a-zA-Z][\w-]*(?:[ =][A-Za-z\d…:]+)?/gu,
  /\b[A-Z]+(?:_[A-Z]+)+\b/gu,
  /[^\s，。：；（）“]*\.(?:csv|xlsx|xlsm|xls|ods|db|json|md|docx|html|txt|bak|pdf|zip)\b(?:\s[A-Z]+\d+)?/gu,
  /(?:\.{0,2}\/)[^\s，。；]+/gu,
  /\b[A-Z]{1,4}-?\d[\dA-Z]*\b/gu,
  /\b[A-Z]{2,4}\b(?=$|[\s，。；、）])/gu,
  /\b[a-z]+(?:-\d+)+\b/gu,
  /\b(?:utf-?\d+(?:le|be)?|gb18030)\b/giu,
  /\b[0-9a-f]{12,}\b/gu,
  /（[a-z][a-z, -]*）/gu,
  new RegExp(`(?<![\\w-])(?:${commands.join('|')})(?![\\w-])`, 'gu'),
];

/** Words in Latin letters that stand inside Chinese sentences of a text, each with its line. */
export function findLatin(text: string): string[] {
  return text.split('\n').flatMap((line) => {
    if (!/\p{Script=Han}/u.test(line)) return [];
    const rest = rightly.reduce((left, pattern) => left.replaceAll(pattern, ' '), line);
    const words = (rest.match(/[A-Za-z]{2,}/gu) ?? []).filter((word) => !exceptions.has(word));
    return words.length === 0 ? [] : [`${words.join(' ')} | ${line.trim()}`];
  });
}
