// Start-up against bare Node, paired in turn; medians and ratios. A ratio holds when the machine's speed drifts.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const launcher = join(root, 'bin', 'liaison.js');
const folder = mkdtempSync(join(tmpdir(), 'liaison-bench-'));
const runs = 41;

/** Runs a command once; gives its wall time in milliseconds. */
function time(args: readonly string[], node = process.execPath): number {
  const started = process.hrtime.bigint();
  const { status, stderr } = spawnSync(node, args, {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, LIAISON_DB: join(folder, 'bench.db') },
  });
  const ended = process.hrtime.bigint();
  if (status !== 0) throw new Error(`${args.join(' ')}: ${stderr}`);
  return Number(ended - started) / 1e6;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

/** Times a command and the yardstick in turn. */
function compare(name: string, args: readonly string[]): void {
  const pairs = Array.from({ length: runs + 2 }, () => ({ own: time(args), bare: time(['-e', '0']) })).slice(
    2,
  );
  const ratio = median(pairs.map(({ own, bare }) => own / bare));
  const own = median(pairs.map((pair) => pair.own));
  const bare = median(pairs.map((pair) => pair.bare));
  console.log(
    `${name.padEnd(24)} ${own.toFixed(1).padStart(7)} ms  node -e 0 ${bare.toFixed(1).padStart(6)} ms  ratio ${ratio.toFixed(2)}`,
  );
}

const liaison = (...args: readonly string[]): number => time([launcher, ...args]);
try {
  liaison('init', '--name', '德州市', '--code', 'DZ');
  liaison('unit', 'import', join(root, 'fixtures/dezhou/units.csv'));
  liaison('volume', 'import', join(root, 'fixtures/dezhou/volumes-2021.csv'));
  liaison('tier', 'classify', '--year', '2021');
  console.log(`start-up on Node ${process.versions.node}, ${String(runs)} pairs, medians`);
  compare('liaison --help', [launcher, '--help']);
  compare('liaison tier list', [launcher, 'tier', 'list']);
} finally {
  rmSync(folder, { recursive: true });
}
