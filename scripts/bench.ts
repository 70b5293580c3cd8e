// Start-up against bare Node, paired in turn; medians and ratios. A ratio holds when the machine's speed drifts.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { piecesToFind } from '../src/domain/tokens.ts';
import { openStore } from '../src/store/database.ts';
import { explainSearch } from '../src/store/engine/search.ts';

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
function compare(
  name: string,
  args: readonly string[],
  yardstick: readonly string[] = ['-e', '0'],
  yardstickName = 'node -e 0',
): void {
  const pairs = Array.from({ length: runs + 2 }, () => ({ own: time(args), bare: time(yardstick) })).slice(2);
  const ratio = median(pairs.map(({ own, bare }) => own / bare));
  const own = median(pairs.map((pair) => pair.own));
  const bare = median(pairs.map((pair) => pair.bare));
  console.log(
    `${name.padEnd(24)} ${own.toFixed(1).padStart(7)} ms  ${yardstickName} ${bare.toFixed(1).padStart(6)} ms  ratio ${ratio.toFixed(2)}`,
  );
}

/** Searches in 200,000 texts, against showing one of their appeals. */
async function searchMany(): Promise<void> {
  const words = Array.from(
    '路灯不亮供暖热噪音扰民垃圾清运井盖丢失停车占道医保报销公交线路学校招生物业收费漏水电梯故障',
  );
  const pick = (seed: number): string => words[(seed * 7919) % words.length] ?? '';
  const phrase = (seed: number, length: number): string =>
    Array.from({ length }, (_, at) => pick(seed + at * at)).join('');
  const rows = Array.from({ length: 100_000 }, (_, at) => {
    const day = String((at % 28) + 1).padStart(2, '0');
    return `B${String(at)},2022-03-${day} 09:00,热线,求助,${phrase(at, 8)},${phrase(at * 3 + 1, 40)}`;
  });
  const file = join(folder, 'appeals.csv');
  writeFileSync(file, ['工单编号,受理时间,渠道,诉求性质,标题,内容', ...rows].join('\n'));
  console.log(`import of 100,000 appeals ${(liaison('appeal', 'import', file) / 1000).toFixed(1)} s`);
  const show = [launcher, 'appeal', 'show', '2022-050000'];
  compare('liaison appeal show', show);
  for (const wanted of [phrase(5, 1), phrase(5, 2), phrase(5, 4)]) {
    compare(`appeal search ${wanted}`, [launcher, 'appeal', 'search', wanted], show, 'appeal show');
  }
  const store = await openStore(join(folder, 'bench.db'));
  for (const line of await explainSearch(store.db, 1, piecesToFind(phrase(5, 4))))
    console.log(`  plan: ${line}`);
  store.close();
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
  await searchMany();
} finally {
  rmSync(folder, { recursive: true });
}
