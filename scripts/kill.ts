// Kills the built program at random moments (kill -9) and looks at what it leaves: everything or nothing, and nothing unnamed.
import { spawn, spawnSync } from 'node:child_process';
import {
  copyFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { newestMigration } from '../src/store/migrations/newest.ts';

const root = join(import.meta.dirname, '..');
const launcher = join(root, 'bin', 'liaison.js');
const fixture = (name: string): string => join(root, 'fixtures', name);

/** A text that only a purged appeal has. */
const secret = '清除之后不得留存的一句话';

/** Something long enough to be killed in: what its folder holds, the command, and which new files it may leave when it is done. */
interface Task {
  readonly prepare: (folder: string) => void;
  readonly command: readonly string[];
  readonly makes?: readonly string[];
}

function run(folder: string, ...args: readonly string[]): { code: number | null; out: string; err: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [launcher, ...args], {
    cwd: folder,
    encoding: 'utf8',
    env: { PATH: process.env['PATH'], HOME: folder, LIAISON_LANG: 'en', LIAISON_USER: 'kill', XDG_CACHE_HOME: join(tmpdir(), 'liaison-kill-cache') },
  }); // prettier-ignore
  return { code: status, out: stdout, err: stderr };
}

function must(folder: string, ...args: readonly string[]): void {
  const { code, err } = run(folder, ...args);
  if (code !== 0) throw new Error(`${args.join(' ')}: ${String(code)} ${err}`);
}

const prepared = new Map<string, string>();

/** A folder made once by commands, copied for each try. */
function from(name: string, make: (folder: string) => void): (folder: string) => void {
  return (folder) => {
    let there = prepared.get(name);
    if (there === undefined) {
      there = mkdtempSync(join(tmpdir(), 'liaison-kill-'));
      make(there);
      prepared.set(name, there);
    }
    cpSync(there, folder, { recursive: true });
  };
}

function makeCity(folder: string): void {
  must(folder, 'init', '--name', '德州市', '--code', 'DZ', '--area-code', '0534');
  must(folder, 'unit', 'import', fixture('dezhou/units.csv'));
  must(folder, 'volume', 'import', fixture('dezhou/volumes-2021.csv'));
  must(folder, 'tier', 'classify', '--year', '2021');
  must(folder, 'tier', 'adopt', '1', '--document-no', '1');
  must(folder, 'desk', 'import', fixture('dezhou/desks.csv'));
}

function makeAppeals(folder: string): void {
  makeCity(folder);
  must(folder, 'appeal', 'import', fixture('dezhou/appeals-2022.csv'));
  for (let at = 0; at < 30; at += 1) {
    const log = ['--kind', 'request', '--channel', 'hotline', '--title', `${secret}${String(at)}`];
    must(folder, 'appeal', 'log', ...log, '--outcome', 'answered', '--time', '2022-01-05');
  }
}

/** Lines of a file that takes some time to go in. */
function manyAppeals(count: number): string {
  const lines = Array.from(
    { length: count },
    (_, at) => `K${String(at)},2022-03-01 09:00,热线,求助,路灯不亮第${String(at)}处,市城市管理局`,
  );
  return ['工单编号,受理时间,渠道,诉求性质,标题,承办单位', ...lines, ''].join('\n');
}

export const tasks: Readonly<Record<string, Task>> = {
  init: { prepare: (folder) => mkdirSync(folder, { recursive: true }), command: ['init', '--name', '德州市', '--code', 'DZ'] },
  import: {
    prepare: from('import', (folder) => {
      makeCity(folder);
      writeFileSync(join(folder, 'many.csv'), manyAppeals(6000));
    }),
    command: ['appeal', 'import', 'many.csv'],
  },
  publish: {
    prepare: from('publish', makeCity),
    command: ['roster', 'publish', '--document-no', '2', '-o', 'result.json'],
    makes: ['result.json'],
  },
  purge: { prepare: from('purge', makeAppeals), command: ['privacy', 'purge', '--before', '2022-02-01', '--yes'] },
  backup: { prepare: from('backup', makeAppeals), command: ['database', 'backup', 'backup.db'], makes: ['backup.db'] },
  restore: {
    prepare: from('restore', (folder) => {
      makeAppeals(folder);
      must(folder, 'database', 'backup', 'backup.db');
    }),
    command: ['database', 'restore', 'backup.db', '--db', 'restored.db'],
    makes: ['restored.db'],
  },
  undo: { prepare: from('undo', (folder) => {
    makeCity(folder);
    const rows = Array.from({ length: 300 }, (_, at) => `第${String(at)}镇`);
    writeFileSync(join(folder, 'towns.csv'), ['单位', ...rows, ''].join('\n'));
    must(folder, 'unit', 'import', 'towns.csv');
  }), command: ['import', 'undo', '4', '--yes'] },
  upgrade: {
    prepare: (folder) => {
      mkdirSync(folder, { recursive: true });
      const old = gunzipSync(readFileSync(fixture('versions/0.1.0.db.gz')));
      writeFileSync(join(folder, 'liaison.db'), old);
    },
    command: ['status'],
    makes: [`liaison.db.before-${newestMigration.slice(0, 4)}.bak`],
  },
}; // prettier-ignore

/** What is wrong after a run that was killed; empty where all is well. */
export function judge(name: string, folder: string, there: ReadonlySet<string>): string[] {
  const task = tasks[name];
  if (task === undefined) throw new Error(name);
  const faults: string[] = [];
  const files = readdirSync(folder).filter((file) => !there.has(file) && !/^liaison\.db(?:-wal|-shm)?$/u.test(file));
  const left = files.filter((file) => /^\.liaison-\d+-\d+\.draft/u.test(file));
  for (const file of files) {
    if (left.includes(file) || task.makes?.includes(file) === true) continue;
    if (!/^(?:backup|restored)\.db-(?:wal|shm)$/u.test(file)) faults.push(`unnamed file: ${file}`);
  }
  // What has its name is whole.
  for (const file of files.filter((one) => /\.(?:db|bak)$/u.test(one))) {
    const copy = join(folder, '..', `${file}.looked-at.db`);
    copyFileSync(join(folder, file), copy);
    const { code, out } = run(folder, 'database', 'check', '--db', copy);
    if (code !== 0) faults.push(`${file} is not whole: ${out}`);
    rmSync(copy);
  }
  if (files.includes('result.json')) JSON.parse(readFileSync(join(folder, 'result.json'), 'utf8'));
  const hasDatabase = readdirSync(folder).includes('liaison.db');
  if (hasDatabase) {
    const { code, out, err } = run(folder, 'database', 'check', '--json');
    const { findings = [] } = (code === 0 || code === 7 ? JSON.parse(out) : {}) as { findings?: { code: string; subject: string }[] };
    const named = findings.filter((one) => one.code === 'file-left').map((one) => one.subject);
    if (code !== 0 && code !== 7) faults.push(`check: ${String(code)} ${err}`);
    for (const one of findings) if (one.code !== 'file-left') faults.push(`${one.code} ${one.subject}`);
    // The check opens the database and so ends an upgrade, which takes away what was left; whatever is there still is named.
    for (const file of readdirSync(folder).filter((one) => left.includes(one)))
      if (!named.includes(file)) faults.push(`left and not named: ${file}`);
  } else if (name !== 'init') faults.push('the database is gone');
  if (name === 'purge' && (JSON.parse(run(folder, 'privacy', 'purge', '--before', '2022-02-01', '--yes', '--json').out) as { appeals: number }).appeals === 0) {
    for (const file of readdirSync(folder)) if (readFileSync(join(folder, file)).includes(secret)) faults.push(`left of the purge in ${file}`);
  }
  // The next run goes through, or finds it done, and takes away what was left.
  const again = run(folder, ...task.command);
  const isDone = again.code === 0 || (again.code === 5 && /already|exists|undone before|carries the document number/u.test(again.err));
  if (!isDone) faults.push(`again: ${String(again.code)} ${again.err}`);
  if (again.code === 0 && (name === 'init' || task.makes !== undefined))
    for (const file of readdirSync(folder)) if (left.includes(file)) faults.push(`still left: ${file}`);
  return faults;
} // prettier-ignore

/** Runs a task and kills it after so many milliseconds; gives whether it was killed, and what is wrong then. */
export async function killOnce(
  name: string,
  after: number,
): Promise<{ wasKilled: boolean; faults: string[] }> {
  const task = tasks[name];
  if (task === undefined) throw new Error(name);
  const parent = mkdtempSync(join(tmpdir(), 'liaison-kill-'));
  const folder = join(parent, 'desk');
  try {
    task.prepare(folder);
    const there = new Set(readdirSync(folder).filter((file) => !/^liaison\.db-/u.test(file)));
    const child = spawn(process.execPath, [launcher, ...task.command], {
      cwd: folder,
      stdio: 'ignore',
      env: { PATH: process.env['PATH'], HOME: folder, LIAISON_USER: 'kill', XDG_CACHE_HOME: join(tmpdir(), 'liaison-kill-cache') },
    }); // prettier-ignore
    const timer = setTimeout(() => child.kill('SIGKILL'), after);
    const wasKilled = await new Promise<boolean>((resolve) =>
      child.on('exit', (_code, signal) => {
        resolve(signal === 'SIGKILL');
      }),
    );
    clearTimeout(timer);
    return { wasKilled, faults: judge(name, folder, there) };
  } finally {
    rmSync(parent, { recursive: true, force: true });
  }
}

/** How long a task takes when nobody kills it, in milliseconds. */
export function timeOf(name: string): number {
  const task = tasks[name];
  if (task === undefined) throw new Error(name);
  const folder = join(mkdtempSync(join(tmpdir(), 'liaison-kill-')), 'desk');
  task.prepare(folder);
  const started = performance.now();
  must(folder, ...task.command);
  return performance.now() - started;
}

if (process.argv[1] === import.meta.filename) {
  const { values } = parseArgs({ options: { kills: { type: 'string', default: '200' }, seed: { type: 'string', default: '1' } } });
  let state = Number(values.seed) >>> 0;
  const chance = (): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
  const names = Object.keys(tasks);
  const times = new Map(names.map((name) => [name, timeOf(name)]));
  const tally = new Map(names.map((name) => [name, { killed: 0, ended: 0 }]));
  let count = 0;
  for (let kill = 0; kill < Number(values.kills); kill += 1) {
    const name = names[kill % names.length] ?? '';
    const after = Math.round(chance() * (times.get(name) ?? 0) * 1.05);
    const { wasKilled, faults } = await killOnce(name, after);
    const own = tally.get(name);
    if (own !== undefined) own[wasKilled ? 'killed' : 'ended'] += 1;
    for (const fault of faults) console.log(`${name} after ${String(after)} ms: ${fault}`);
    count += faults.length;
  }
  console.log(`seed ${values.seed}, kills ${values.kills}, faults ${String(count)}`, Object.fromEntries(tally));
  for (const folder of prepared.values()) rmSync(folder, { recursive: true, force: true });
  process.exitCode = count === 0 ? 0 : 7;
} // prettier-ignore
