// Has many processes write one database of a server at once, of the same appeals too; looks afterwards whether anything is lost, doubled or missing.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

const root = join(import.meta.dirname, '..');
const launcher = join(root, 'bin', 'liaison.js');
const { values } = parseArgs({
  options: {
    db: { type: 'string' },
    processes: { type: 'string', default: '30' },
    writes: { type: 'string', default: '100' },
  },
});
const { db } = values;
if (db === undefined) throw new Error('--db names a database that is not there yet');
const [processes, writes] = [Number(values.processes), Number(values.writes)];
const env = {
  ...process.env,
  LIAISON_DB: db,
  LIAISON_LANG: 'en',
  LIAISON_WAIT: process.env['LIAISON_WAIT'] ?? '120',
};

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

function run(args: readonly string[]): Promise<Ended> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [launcher, ...args, '--json'], { cwd: root, env });
    let [out, err] = ['', ''];
    child.stdout.on('data', (data: Buffer) => (out += data.toString()));
    child.stderr.on('data', (data: Buffer) => (err += data.toString()));
    child.on('close', (code) => {
      resolve({ code, out, err });
    });
  });
}

async function must(...args: readonly string[]): Promise<unknown> {
  const { code, out, err } = await run(args);
  if (code !== 0) throw new Error(`${args.join(' ')}: ${String(code)} ${err}`);
  return JSON.parse(out) as unknown;
}

/** How often a command ended how: done, or the code of its error. */
const ended = new Map<string, number>();
const numbers: string[] = [];
let done = 0;

async function write(args: readonly string[]): Promise<Ended> {
  const result = await run(args);
  const [, code = String(result.code)] = /"code":"([\w-]+)"/u.exec(result.err) ?? [];
  const key =
    result.code === 0 ? `${args.slice(0, 2).join(' ')}: done` : `${args.slice(0, 2).join(' ')}: ${code}`;
  ended.set(key, (ended.get(key) ?? 0) + 1);
  if (result.code === 0) done += 1;
  return result;
}

const units = ['市公安局', '市教育局', '市民政局', '市司法局', '市财政局', '市水利局'];
const one = (list: readonly string[], at: number): string => list[at % list.length] ?? '';

const log = ['appeal', 'log', '--kind', 'request', '--channel', 'hotline', '--title'];

/** What one process does: a third new appeals, a third its own handed on, a third those that all others work on too. */
async function work(who: number): Promise<void> {
  let own = '';
  for (let turn = 0; turn < writes; turn += 1) {
    const unit = one(units, who + turn);
    if (turn % 3 === 0) {
      const { code, out } = await write([...log, `第${String(who)}人第${String(turn)}件`, '--to', unit]);
      if (code === 0) numbers.push((own = (JSON.parse(out) as { number: string }).number));
    } else if (turn % 3 === 1)
      await write([
        'appeal',
        turn % 2 === 0 ? 'accept' : 'note',
        own,
        ...(turn % 2 === 0 ? [] : ['--text', '已联系']),
      ]);
    else await write(['appeal', 'transfer', one(shared, turn), '--to', unit, '--reason', 'other']);
  }
}

await must('init', '--name', '德州市', '--code', 'DZ');
await must('unit', 'import', join(root, 'fixtures/dezhou/units.csv'));
const shared: string[] = [];
for (let count = 0; count < 10; count += 1) {
  const logged = await must(...log, `共同${String(count)}`, '--to', '市公安局');
  shared.push((logged as { number: string }).number);
}
const { operations: before } = (await must('database', 'info')) as { operations: number };
const began = Date.now();
await Promise.all(Array.from({ length: processes }, (_, who) => work(who)));
const seconds = (Date.now() - began) / 1000;
for (const [key, count] of [...ended].sort()) console.log(`${String(count).padStart(6)}  ${key}`);
const { operations: after } = (await must('database', 'info')) as { operations: number };
const check = (await must('database', 'check')) as { findings: unknown[] };
const serials = [...shared, ...numbers].map((number) => Number(number.split('-')[1])).sort((a, b) => a - b);
const isGapless = serials.every((serial, at) => serial === at + 1);
console.log(
  `${String(processes * writes)} writes in ${seconds.toFixed(0)} s; done ${String(done)}, operations ${String(after - before)}`,
);
console.log(
  `numbers without gap or double: ${String(isGapless)} (1 to ${String(serials.at(-1))}); findings of the check: ${String(check.findings.length)}`,
);
if (after - before !== done || !isGapless || check.findings.length > 0) process.exitCode = 1;
