// Attacks the tool with command lines, files and databases that nobody means. Whatever is found can be found again by its seed.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { Worker } from 'node:worker_threads';
import './fuzz/modules.ts';
import { makeCities } from './fuzz/city.ts';
import { restoreContents } from './fuzz/desk.ts';
import type { Finding, Part } from './fuzz/terms.ts';
import { parts } from './fuzz/terms.ts';
import type { Tally, Work } from './fuzz/work.ts';
import { countCases } from './fuzz/work.ts';
import type { Message } from './fuzz/worker.ts';

const usage = `npm run fuzz -- [commands|files|databases …] [--seed N] [--commands N] [--files N] [--databases N] [--seconds N]
  --case N       this case of the part alone, as a finding names it
  --keep DIR     keep files and databases that something was found by
  --verbose      say how the commands of each verb ended
  --prepare DIR  make the city the commands are given to, and nothing else
`;
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    commands: { type: 'string', default: '30000' },
    files: { type: 'string', default: '6000' },
    databases: { type: 'string', default: '500' },
    seconds: { type: 'string', default: '3600' },
    case: { type: 'string' },
    keep: { type: 'string' },
    prepare: { type: 'string' },
    verbose: { type: 'boolean' },
    help: { type: 'boolean' },
  },
});

interface Group {
  readonly first: Finding;
  readonly verbs: Set<string>;
  count: number;
}
const groups = new Map<string, Group>();
/** Without a word for so long a part hangs. */
const longestSilence = 60_000;
const root = mkdtempSync(join(tmpdir(), 'liaison-fuzz-'));

function take(finding: Finding): void {
  const group = groups.get(finding.key);
  if (group !== undefined) {
    group.count += 1;
    group.verbs.add(finding.verb);
    return;
  }
  groups.set(finding.key, { first: finding, verbs: new Set([finding.verb]), count: 1 });
  console.log(`\n# ${finding.part}: ${finding.key}`);
  console.log(`seed ${String(finding.seed)}, case ${finding.at}, exit code ${String(finding.code)}, ${String(Math.round(finding.milliseconds))} ms`); // prettier-ignore
  console.log(`  ${finding.detail}`);
  for (const line of finding.lines) console.log(`$ ${line}`);
  for (const line of finding.err.split('\n').slice(0, 8)) console.log(`  | ${line.slice(0, 300)}`);
}

/** How a thread ended: all done, or in a case that it did not survive. */
type End = { readonly kind: 'done'; readonly tally: Tally } | { readonly kind: 'lost'; readonly at: string };

/** Does work in a thread until it ends, hangs or falls. */
async function doInThread(work: Work): Promise<End> {
  const worker = new Worker(new URL('./fuzz/worker.ts', import.meta.url), {
    workerData: work,
    resourceLimits: { maxOldGenerationSizeMb: 2000 },
  });
  let at = '';
  let line = '';
  let heard = performance.now();
  let isOver = false;
  const fail = (key: string, detail: string): End => {
    if (isOver) return { kind: 'lost', at };
    take({ part: work.part, key, detail, verb: '', seed: work.seed, at, code: -1, err: detail, milliseconds: performance.now() - heard, lines: [line] }); // prettier-ignore
    return { kind: 'lost', at };
  };
  const end = await new Promise<End>((end) => {
    const settle = (how: End): void => {
      isOver = true;
      end(how);
    };
    const timer = setInterval(() => {
      if (performance.now() - heard > longestSilence) settle(fail(`hangs | ${line.split(' ').slice(0, 3).join(' ')}`, `no end after ${String(longestSilence / 1000)} s`)); // prettier-ignore
    }, 1000);
    worker.on('message', (message: Message) => {
      heard = performance.now();
      if (message.kind === 'finding') take(message.finding);
      else if (message.kind === 'done') settle(message);
      else ({ at, line } = message);
    });
    worker.on('error', (error) => {
      const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
      settle(fail(`escaped | ${stack.split('\n').slice(0, 2).join(' ')}`, stack));
    });
    worker.on('exit', () => {
      clearInterval(timer);
      // Nothing is left to wait for, and the command has not ended: as a process of its own it would end with 13.
      settle(
        fail(
          `never ends | ${line.split(' ').slice(0, 5).join(' ')}`,
          'no promise of the command is ever kept',
        ),
      );
    });
  });
  await worker.terminate();
  return end;
}

/** Says how the commands of each verb ended, so that it is seen whether they came far. */
function writeTally(tally: Tally): void {
  const write = (codes: ReadonlyMap<number, number>): string =>
    [...codes]
      .sort(([a], [b]) => a - b)
      .map(([code, count]) => `${String(code)}: ${String(count)}`)
      .join(', ');
  const all = new Map<number, number>();
  for (const codes of tally.values())
    for (const [code, count] of codes) all.set(code, (all.get(code) ?? 0) + count);
  console.log(`\nexit codes ${write(all)}`);
  if (values.verbose !== true) return;
  for (const [verb, codes] of [...tally].sort()) console.log(`  ${verb.padEnd(30)} ${write(codes)}`);
}

async function doPart(part: Part, seed: number): Promise<void> {
  const started = performance.now();
  const only = values.case === undefined ? undefined : Number(values.case);
  const to = only === undefined ? countCases(part, Number(values[part])) : only + 1;
  const keep = values.keep === undefined ? undefined : join(resolve(values.keep), part);
  let from = only ?? 0;
  for (let thread = 0; from < to; thread += 1) {
    const seconds = Number(values.seconds) - (performance.now() - started) / 1000;
    if (seconds <= 0) break;
    const known = [...groups.keys()];
    const end = await doInThread({ part, seed, from, to, seconds, patience: 15_000, keep, known, root: join(root, `${part}-${String(thread)}`) }); // prettier-ignore
    if (end.kind === 'done') {
      writeTally(end.tally);
      break;
    }
    from = Number.parseInt(end.at, 10) + 1;
    if (Number.isNaN(from)) break;
  }
  const took = Math.round((performance.now() - started) / 1000);
  console.log(`\n${part}: ${String(to)} cases in ${String(took)} s, seed ${String(seed)}`);
}

try {
  if (values.help === true) console.log(usage);
  else if (values.prepare === undefined) {
    const seed = Number(values.seed);
    const wanted = parts.filter((part) => positionals.length === 0 || positionals.includes(part));
    console.log(`seed ${String(seed)}: ${wanted.join(', ')}`);
    for (const part of wanted) await doPart(part, seed);
    console.log(`\nfindings: ${String(groups.size)}`);
    for (const [key, { first, verbs, count }] of groups)
      console.log(
        `  ${String(count).padStart(6)} × ${first.part}: ${key} (${[...verbs].slice(0, 12).join(', ')})`,
      );
    if (groups.size > 0) process.exitCode = 7;
  } else {
    mkdirSync(values.prepare, { recursive: true });
    restoreContents(resolve(values.prepare), (await makeCities(root)).one.contents);
  }
} finally {
  rmSync(root, { recursive: true, force: true });
}
