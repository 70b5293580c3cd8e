import { join, relative, resolve } from 'node:path';
import { unzipSync } from 'fflate';
import { exitCodes } from '../../src/cli/exit-codes.ts';
import { confidential, secrets, withDatabase } from './city.ts';
import type { Contents, Outcome, Step } from './desk.ts';
import { isSame } from './desk.ts';

/** Something that must not be: what kind, and where it is the same as others. */
export interface Fault {
  /** Faults of one key are one finding. */
  readonly key: string;
  readonly detail: string;
}

/** A command with what lay in the folder before and after. */
export interface Happening {
  readonly step: Step;
  /** Noun and verb as they were meant; empty where the line was made at random. */
  readonly verb: string;
  readonly outcome: Outcome;
  readonly before: Contents;
  readonly after: Contents;
  /** The folder the command ran in, below the one whose contents are given. */
  readonly inside: string;
}

/** Codes that are documented; 8 is for a result that could not be written out. */
const documented: ReadonlySet<number> = new Set([...Object.values(exitCodes), 8]);
const refusals: ReadonlySet<number> = new Set([2, 3, 4, 5]);
const longest = 5000;

/** Holds all that must be so of every command against what happened. */
export function judge(happening: Happening): Fault[] {
  const { outcome, verb } = happening;
  const faults: Fault[] = [];
  const say = (kind: string, detail: string, ...more: readonly string[]): void => {
    faults.push({ key: [kind, ...more].join(' | '), detail });
  };
  if (outcome.thrown !== undefined) say('escaped', stackOf(outcome.thrown), frameOf(stackOf(outcome.thrown)));
  else if (outcome.code === 1) say('defect', headOf(outcome.err), frameOf(outcome.err));
  else if (!documented.has(outcome.code)) say('exit code', String(outcome.code), String(outcome.code), verb);
  if (outcome.milliseconds > longest) say('slow', `${String(Math.round(outcome.milliseconds))} ms`, verb);
  for (const [kind, detail] of [
    ...judgeJson(happening),
    ...judgeSigns(happening),
    ...judgeSecrets(happening),
    ...judgeFiles(happening),
  ])
    say(
      kind,
      detail,
      /refusal|JSON error/u.test(kind) ? errorOf(outcome.err) : /replaced/u.test(kind) ? '' : verb,
    );
  return faults;
}

/** The code of an error, else its sentence without what differs from case to case. */
function errorOf(err: string): string {
  const document = parse(err) as { error?: { code?: string } } | undefined;
  if (document?.error?.code !== undefined) return document.error.code;
  if (/could not be\s+written|无法写入/u.test(err)) return 'file-not-writable';
  if (/does not write|不能输出/u.test(err)) return 'format-not-offered';
  const lines = err.split('\n');
  const at = lines.findIndex((line) => /^(?:error:|错误：)/u.test(line));
  return withoutNames(lines.slice(Math.max(at, 0)).join(' '));
}

/** A message without what differs from case to case: names, numbers, paths. */
function withoutNames(text: string): string {
  return text
    .replace(/(?<=SyntaxError).*/u, '')
    .replace(/['‘“]?\S*\/case\/.*/gu, '/…')
    .replace(/[“"'‘].*?["'”’]/gu, '“…”')
    .replace(/\d+/gu, 'N')
    .slice(0, 60);
}

type Say = readonly [kind: string, detail: string];

/** Whether the line asks for JSON beyond doubt, and for nothing that is no document. */
function asksJson({ args }: Step): boolean {
  if (args.some((arg) => ['-h', '--help', '-V', '--version', 'help', '--'].includes(arg))) return false;
  return args[0] === '--json' || args.at(-1) === '--json';
}

const namesOutput = ({ args }: Step): boolean => args.some((arg) => /^(?:-o|--output)/u.test(arg));

function judgeJson({ step, outcome }: Happening): Say[] {
  if (!asksJson(step) || outcome.thrown !== undefined) return [];
  const out = outcome.out.toString();
  if (outcome.code === 0 || outcome.code === 7) {
    if (namesOutput(step)) return [];
    return parse(out) === undefined ? [['stdout is no JSON document', headOf(out)]] : [];
  }
  const document = parse(outcome.err) as { error?: unknown } | null | undefined;
  const faults: Say[] = [];
  if (document?.error === undefined) faults.push(['stderr is no JSON error', headOf(outcome.err)]);
  if (out !== '') faults.push(['stdout beside a JSON error', headOf(out)]);
  return faults;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** C0 but line feed and tab, DEL, C1, and what turns the reading direction. */
// eslint-disable-next-line no-control-regex
const moving = /[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]/u;

function judgeSigns({ step, outcome }: Happening): Say[] {
  const faults: Say[] = [];
  const { args } = step;
  const isTable = !args.some((arg) => /^(?:--json|--format|-o|--output)/u.test(arg));
  for (const [stream, text] of [
    ['stdout', isTable ? outcome.out.toString() : ''],
    ['stderr', args.includes('--json') ? '' : outcome.err],
  ] as const) {
    const found = moving.exec(text);
    if (found === null) continue;
    const around = text.slice(Math.max(0, found.index - 30), found.index + 30);
    faults.push([`control character on ${stream}`, JSON.stringify(around)]);
  }
  return faults;
}

function judgeSecrets({ step, outcome, verb, before, after }: Happening): Say[] {
  const line = plain(step.args.join(' '));
  if (step.args.includes('--reveal') || step.args.includes('--with-contact')) return [];
  const written = [...after].flatMap(([path, content]) =>
    Buffer.isBuffer(content) && !isSame(before.get(path), content) && !isDatabase(content) && !isBeside(path)
      ? [[path, content] as const]
      : [],
  );
  const places = [
    ['stdout', outcome.out] as const,
    ['stderr', Buffer.from(outcome.err)] as const,
    // An export of everything is just that: it goes on record, as whoever asks for it is told.
    ...(verb === 'database export' ? [] : written),
  ];
  const isOwn = /^appeal (?:show|trace|slip)$/u.test(verb);
  const hidden = [...secrets, ...(isOwn ? [] : confidential)].filter((one) => !line.includes(one));
  return places.flatMap(([place, bytes]): Say[] => {
    const text = plain(readText(bytes));
    const found = hidden.find((one) => text.includes(one));
    if (found === undefined) return [];
    const at = text.indexOf(found);
    const where = place === 'stdout' || place === 'stderr' ? place : 'a file';
    return [[`person shown on ${where}`, `${found}: …${text.slice(Math.max(0, at - 40), at + 40)}…`]];
  });
}

/** Text without widths, spaces and hyphens, so that nothing hides behind them. */
function plain(text: string): string {
  return text.normalize('NFKC').replace(/[\s-]+/gu, '');
}

/** The text in bytes, also where they are an office document. */
function readText(bytes: Uint8Array): string {
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return Buffer.from(bytes).toString();
  try {
    const parts = Object.values(unzipSync(bytes)).map((part) => Buffer.from(part).toString());
    return parts.join('\n').replace(/<[^>]*>/gu, '');
  } catch {
    return '';
  }
}

/** Whether a file is one that SQLite keeps beside a database. */
function isBeside(path: string): boolean {
  return /-(?:wal|shm|journal)$/u.test(path);
}

function isDatabase(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.subarray(0, 15)).toString('latin1') === 'SQLite format 3';
}

function judgeFiles({ step, outcome, verb, before, after, inside }: Happening): Say[] {
  const faults: Say[] = [];
  const paths = new Set([...before.keys(), ...after.keys()]);
  const changed = [...paths].filter((path) => !isSame(before.get(path), after.get(path)));
  const isRefused = refusals.has(outcome.code) && !verb.startsWith('annual');
  const isDry = step.args.includes('--dry-run') && outcome.code === 0;
  for (const path of changed) {
    const [was, is] = [before.get(path), after.get(path)];
    if (path.endsWith('.partial')) faults.push(['half a file left', path]);
    if (isBeside(path)) {
      if (is !== undefined && was === undefined) faults.push(['database left open', path]);
      continue;
    }
    const wasDatabase = Buffer.isBuffer(was) && isDatabase(was);
    if (wasDatabase && !(Buffer.isBuffer(is) && isDatabase(is))) faults.push(['database replaced', path]);
    else if (typeof was === 'string') faults.push(['link or folder replaced', path]);
    else if ((isRefused || isDry) && wasDatabase && Buffer.isBuffer(is)) {
      const differing = findDifference(was, is);
      if (differing !== undefined) faults.push([isDry ? 'written by a dry run' : 'written on refusal', differing]);
    } else if (isRefused) faults.push(['file changed on refusal', path]);
    else if (was !== undefined && !wasDatabase && isInput(step, path, inside)) faults.push(['input replaced', path]); // prettier-ignore
  }
  // What lies beside a database that is no more stays there.
  const isGone = faults.some(([kind]) => kind === 'database replaced');
  return isGone ? faults.filter(([kind]) => kind !== 'database left open') : faults;
}

/** Whether a file is one that the command read: it is named twice, once to be written. */
function isInput({ args }: Step, path: string, inside: string): boolean {
  const named = args.map((arg) => arg.replace(/^--?\w+=/u, ''));
  return named.filter((arg) => relative('/', resolve('/', inside, arg)) === path).length > 1;
}

/** The first line in which two databases differ; undefined where their rows are the same. */
function findDifference(one: Uint8Array, other: Uint8Array): string | undefined {
  let was: readonly string[];
  let is: readonly string[];
  try {
    [was, is] = [dump(one), dump(other)];
  } catch {
    // One that was damaged beforehand tells nothing.
    return undefined;
  }
  if (was.join('\n') === is.join('\n')) return undefined;
  const lines = new Set(was);
  return is.find((line) => !lines.has(line))?.slice(0, 200) ?? 'rows are gone';
}

/** The rows of a database, a line each. */
function dump(bytes: Uint8Array): string[] {
  return withDatabase(bytes, (file) => {
    const tables = file
      .prepare(
        "select name from sqlite_schema where type = 'table' and name not like 'sqlite_%' order by name",
      )
      .pluck()
      .all() as string[];
    return tables.flatMap((table) => [
      table,
      ...file
        .prepare(`select * from "${table}"`)
        .all()
        .map((row) => `${table} ${JSON.stringify(row)}`),
    ]);
  });
}

/** What must be so at the end of a course of commands that wrote only as the tool writes. */
export function judgeEnd({ outcome, after, inside }: Happening): Fault[] {
  const faults: Fault[] = [];
  if (outcome.code !== 0 && outcome.code !== 1) {
    const { findings = [] } = (parse(outcome.out.toString()) ?? {}) as { findings?: { code: string }[] };
    const codes = [...new Set(findings.map(({ code }) => code))].sort().join();
    faults.push({ key: `check finds | ${codes}`, detail: `${String(outcome.code)} ${outcome.out.toString().slice(0, 600)}` }); // prettier-ignore
  }
  const bytes = after.get(join(inside, 'liaison.db'));
  if (!Buffer.isBuffer(bytes)) return faults;
  const held = withDatabase(bytes, (file) =>
    file
      .prepare(
        // What is replied to waits for its call-back; when it is to be done again it goes to whoever stands for its unit.
        `select number, state, holder_id as holder, until_day as until, undone from appeal
         left join unit on unit.id = holder_id where state not in ('replied', 'closed')`,
      )
      .all(),
  ) as {
    number: string;
    state: string;
    holder: number | null;
    until: string | null;
    undone: number | null;
  }[];
  for (const { number, state, holder, until, undone } of held) {
    if (state === 'unassigned' ? holder !== null : holder === null)
      faults.push({ key: `nobody holds it | ${state}`, detail: number });
    else if (holder !== null && (until !== null || undone === 1))
      faults.push({ key: 'held by a unit that has ended', detail: `${number} until ${until ?? 'undone'}` });
  }
  return faults;
}

export function headOf(text: string): string {
  return text.split('\n').slice(0, 4).join(' ⏎ ').slice(0, 500);
}

function stackOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

/** What went wrong without what differs from case to case, and the first line of ours in the stack. */
export function frameOf(text: string): string {
  const told = parse(text) as { error?: { message?: string } } | undefined;
  const lines = (told?.error?.message ?? text).split('\n');
  const message = lines.find((line) => /Error\b/u.test(line)) ?? lines[0] ?? '';
  const frames = lines.filter((line) => /^ +at /u.test(line));
  const own = frames.find((line) => line.includes('/src/')) ?? frames[0] ?? '';
  const first = frames[0] ?? '';
  const spreadsheet = /xlsx|fflate/u.test(first) ? 'spreadsheet reader: ' : '';
  const place = /\/(src\/[^)]+)/u.exec(own)?.[1] ?? own.trim();
  return `${spreadsheet}${withoutNames(message)} @ ${place}`;
}
