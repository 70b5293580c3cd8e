// Start-up, imports and reads against yardsticks in the same run; a ratio holds when the machine's speed drifts. Writes docs/performance.md.
// `--rows 100000` ends before the largest import, `--keep` leaves the document as it is.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { writeAppeals } from './bench/appeals.ts';

const { values } = parseArgs({
  options: { rows: { type: 'string', default: '1000000' }, keep: { type: 'boolean', default: false } },
});
const largest = Number(values.rows);
const root = join(import.meta.dirname, '..');
const launcher = join(root, 'bin', 'liaison.js');
const folder = mkdtempSync(join(tmpdir(), 'liaison-bench-'));
const report: string[] = [];

/** What one run took: processor time and wall time in seconds, and the most memory in megabytes where it is known. */
interface Cost {
  readonly cpu: number;
  readonly wall: number;
  readonly memory: number | undefined;
}

/** Runs a program once. The shell tells what it took, and a Node how much memory. */
function run(program: readonly string[], database = 'bench.db'): Cost {
  const memory = join(folder, 'memory');
  rmSync(memory, { force: true });
  const hook = `process.on('exit', () => require('node:fs').writeFileSync(${JSON.stringify(memory)}, String(process.resourceUsage().maxRSS)))`;
  writeFileSync(join(folder, 'hook.cjs'), hook);
  const quoted = program.map((word) => `'${word.replaceAll("'", `'\\''`)}'`).join(' ');
  const { status, stderr } = spawnSync('bash', ['-c', `TIMEFORMAT='%U %S %R'; time ${quoted} > /dev/null`], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, LIAISON_DB: join(folder, database), LIAISON_LANG: 'en' },
  });
  if (status !== 0) throw new Error(`${program.join(' ')}: ${stderr}`);
  const [user = 0, system = 0, wall = 0] = (stderr.trim().split('\n').at(-1) ?? '').split(' ').map(Number);
  const kilobytes = existsSync(memory) ? Number(readFileSync(memory, 'utf8')) : undefined;
  return { cpu: user + system, wall, memory: kilobytes === undefined ? undefined : kilobytes / 1000 };
}

const node = (...args: readonly string[]): readonly string[] => [
  process.execPath,
  '--require',
  join(folder, 'hook.cjs'),
  ...args,
];
const liaison = (...args: readonly string[]): readonly string[] => node(launcher, ...args);

function median(numbers: readonly number[]): number {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;
}

/** Runs commands and the yardstick in turn; gives the medians of the ratios of their processor time. */
function compare(
  pairs: number,
  own: () => Cost,
  yardstick: () => Cost,
): { readonly own: number; readonly ratio: number } {
  own();
  const costs = Array.from({ length: pairs }, () => ({ own: own().cpu, bare: yardstick().cpu }));
  return {
    own: median(costs.map((one) => one.own)),
    ratio: median(costs.map((one) => one.own)) / median(costs.map((one) => one.bare)),
  };
}

function tell(line: string): void {
  console.log(line);
  report.push(line);
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): void {
  tell(`| ${head.join(' | ')} |`);
  tell(`| ${head.map(() => '---').join(' | ')} |`);
  for (const row of rows) tell(`| ${row.join(' | ')} |`);
  tell('');
}

const fixed = (value: number | undefined, digits = 1): string => value?.toFixed(digits) ?? '–';

function setUp(database: string): void {
  for (const args of [
    ['init', '--name', '德州市', '--code', 'DZ'],
    ['unit', 'import', join(root, 'fixtures/dezhou/units.csv')],
  ])
    run(liaison(...args), database);
}

function benchStarts(): void {
  const year = [
    ['volume', 'import', join(root, 'fixtures/dezhou/volumes-2021.csv')],
    ['tier', 'classify', '--year', '2021'],
    ['tier', 'adopt', '1', '--document-no', '1'],
    ['desk', 'import', join(root, 'fixtures/dezhou/desks.csv')],
    ['roster', 'publish', '--document-no', '2'],
    ['appeal', 'import', join(root, 'fixtures/dezhou/appeals-2022.csv')],
  ];
  setUp('bench.db');
  for (const args of year) run(liaison(...args));
  tell('## Start-up');
  tell('');
  tell('Processor time of whole commands, medians of 41 pairs, against `node -e 0` in the same run.');
  tell('');
  const commands = [
    ['--help'],
    ['tier', 'list'],
    ['roster', 'find', '市水利局'],
    ['appeal', 'show', '2022-000001'],
    ['status'],
  ];
  table(
    ['command', 'ms', '× bare Node'],
    commands.map((args) => {
      const { own, ratio } = compare(
        41,
        () => run(liaison(...args)),
        () => run(node('-e', '0')),
      );
      return [`\`${args.join(' ')}\``, fixed(own * 1000, 0), fixed(ratio, 2)];
    }),
  );
}

/** A program of Debian's that puts a file into one table; undefined where it is not installed. */
function yardsticks(file: string): { readonly name: string; readonly program: readonly string[] }[] {
  const target = join(folder, 'yardstick.db');
  rmSync(target, { force: true });
  const all = [
    { name: '`sqlite3 .import`', program: ['sqlite3', target, '-cmd', '.mode csv', `.import ${file} a`] },
    { name: '`sqlite-utils insert`', program: ['sqlite-utils', 'insert', target, 'b', file, '--csv'] },
  ];
  return all.filter(({ program }) => spawnSync(program[0] ?? '', ['--version']).status === 0);
}

function benchImports(sizes: readonly number[]): void {
  tell('## Imports of appeals');
  tell('');
  tell(
    'Number, two times, channel, kind, title, text and unit; each beside other programs that put the same file into one table.',
  );
  tell('');
  const rows: string[][] = [];
  const add = (count: number, megabytes: number, name: string, cost: Cost, bare: Cost | undefined): void => {
    rows.push([
      count.toLocaleString('en'),
      fixed(megabytes, 0),
      name,
      fixed(cost.cpu),
      bare === undefined ? '–' : fixed(cost.cpu / bare.cpu),
      fixed(cost.wall),
      bare === undefined ? '–' : fixed(cost.wall / bare.wall),
      fixed(cost.memory, 0),
    ]);
  };
  for (const count of sizes) {
    const file = join(folder, `appeals-${String(count)}.csv`);
    writeAppeals(file, count);
    const megabytes = statSync(file).size / 1e6;
    const others = yardsticks(file).map(({ name, program }) => ({ name, cost: run(program) }));
    const bare = others[0]?.cost;
    const database = `appeals-${String(count)}.db`;
    setUp(database);
    add(count, megabytes, '`liaison appeal import`', run(liaison('appeal', 'import', file), database), bare);
    add(count, megabytes, 'the same once more', run(liaison('appeal', 'import', file), database), bare);
    for (const { name, cost } of others) add(count, megabytes, name, cost, bare);
  }
  table(['rows', 'MB', 'program', 'CPU s', '×', 'wall s', '×', 'peak MB'], rows);
}

/** Times of a command at several sizes, and how much more the last is than the first. */
function timesRow(command: string, times: readonly number[]): string[] {
  const [first = 1] = times;
  return [`\`${command}\``, ...times.map((time) => fixed(time, 0)), fixed((times.at(-1) ?? 0) / first, 2)];
}

function benchReads(sizes: readonly number[]): void {
  tell('## Reads');
  tell('');
  tell('Wall time of whole commands, medians of 11 runs, and how much more than with the fewest appeals.');
  tell('');
  const commands = [
    ['appeal', 'show', '2022-000500'],
    ['log', 'list'],
    ['appeal', 'search', '路灯'],
    ['appeal', 'search', '路灯不亮'],
    ['appeal', 'search', '--phone', '19900000001'],
    ['status'],
    ['appeal', 'list'],
    ['appeal', 'list', '--unit', '市水利局'],
    ['appeal', 'list', '--overdue'],
    ['appeal', 'list', '--text', '路灯不亮'],
  ];
  table(
    ['command', ...sizes.map((count) => `${count.toLocaleString('en')}, ms`), '×'],
    commands.map((args) => {
      const times = sizes.map((count) => {
        const database = `appeals-${String(count)}.db`;
        const once = (): number => run(liaison(...args), database).wall;
        once();
        return median(Array.from({ length: 11 }, once)) * 1000;
      });
      return timesRow(args.join(' '), times);
    }),
  );
  benchActs(sizes);
  const [most = 0] = sizes.slice(-1);
  const check = run(liaison('database', 'check'), `appeals-${String(most)}.db`);
  tell(
    `\`database check\` of ${most.toLocaleString('en')} appeals: ${fixed(check.cpu)} s of CPU, ${fixed(check.memory, 0)} MB.`,
  );
}

/** Reports of the whole year beside what the engine's shell takes to go through the same rows once, unit by unit. */
function benchReports(sizes: readonly number[]): void {
  const [count = 0] = sizes.slice(-1);
  const database = `appeals-${String(count)}.db`;
  const once = 'select lead_id, count(handed_at), count(answered_at) from appeal_round group by 1';
  if (spawnSync('sqlite3', ['--version']).status !== 0) return;
  tell('## Reports');
  tell('');
  tell(
    `Processor time of the reports of a year, of ${count.toLocaleString('en')} appeals, against the \`sqlite3\` shell counting the same rows by unit once.`,
  );
  tell('');
  const bare = run(['sqlite3', join(folder, database), once]).cpu;
  const names = ['summary', 'units', 'matters', 'series', 'channels', 'clocks', 'satisfaction', 'circles'];
  table(
    ['report', 'CPU s', '×', 'peak MB'],
    names.map((name) => {
      const { cpu, memory } = run(liaison('report', name, '--period', '2022', '--json'), database);
      return [`\`report ${name}\``, fixed(cpu, 2), fixed(cpu / bare), fixed(memory, 0)];
    }),
  );
}

/** What is done to an appeal is done once: each run takes the next. */
function benchActs(sizes: readonly number[]): void {
  const acts = [
    { name: 'appeal accept', args: (number: string) => ['appeal', 'accept', number] },
    {
      name: 'appeal transfer',
      args: (number: string) => ['appeal', 'transfer', number, '--to', '市水利局', '--reason', 'place'],
    },
  ];
  let serial = 100;
  table(
    ['command', ...sizes.map((count) => `${count.toLocaleString('en')}, ms`), '×'],
    acts.map(({ name, args }) => {
      const first = serial;
      const times = sizes.map((count) => {
        serial = first;
        const once = (): number => {
          serial += 1;
          return run(
            liaison(...args(`2022-${String(serial).padStart(6, '0')}`)),
            `appeals-${String(count)}.db`,
          ).wall;
        };
        once();
        return median(Array.from({ length: 11 }, once)) * 1000;
      });
      return timesRow(name, times);
    }),
  );
}

try {
  const sizes = [1000, 10_000, 100_000, 1_000_000].filter((count) => count <= largest);
  tell('# How fast it is');
  tell('');
  const day = new Date().toISOString().slice(0, 10);
  const [processor] = cpus();
  tell(
    `Measured by \`npm run bench\` on ${day}: ${String(cpus().length)} × ${processor?.model ?? ''}, ${fixed(totalmem() / 1e9, 0)} GB, Node ${process.versions.node}.`,
  );
  tell('');
  benchStarts();
  benchImports(sizes);
  benchReads(sizes);
  benchReports(sizes);
  if (!values.keep) writeFileSync(join(root, 'docs', 'performance.md'), `${report.join('\n')}\n`);
} finally {
  rmSync(folder, { recursive: true });
}
