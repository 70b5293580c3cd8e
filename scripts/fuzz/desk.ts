import { lstatSync, mkdirSync, readdirSync, readFileSync, readlinkSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'; // prettier-ignore
import { dirname, join } from 'node:path';
import { Readable, Writable } from 'node:stream';
import type { Host } from '../../src/cli/host.ts';
import { run } from '../../src/main.ts';

/** One command as it is given to the tool, with all that the tool sees beside it. */
export interface Step {
  readonly args: readonly string[];
  readonly now: string;
  readonly env: Readonly<Record<string, string>>;
  readonly stdin: Uint8Array;
}

/** How a command ended. */
export interface Outcome {
  readonly code: number;
  readonly out: Buffer;
  readonly err: string;
  readonly milliseconds: number;
  /** What escaped from the tool; it must let nothing escape. */
  readonly thrown: unknown;
}

/** What lies in a folder, by the path inside it: files with their bytes, folders, links. */
export type Contents = ReadonlyMap<string, Buffer | 'folder' | `→${string}`>;

class Collector extends Writable {
  readonly parts: Buffer[] = [];
  override _write(chunk: Buffer, _encoding: string, done: () => void): void {
    this.parts.push(chunk);
    done();
  }
}

export const usualEnvironment = { LIAISON_LANG: 'en', COLUMNS: '80', LIAISON_USER: 'tester' };
export const usualTime = '2022-05-06T04:00:00Z';

export function makeStep(args: readonly string[], more: Partial<Step> = {}): Step {
  return { args, now: usualTime, env: usualEnvironment, stdin: new Uint8Array(), ...more };
}

export function makeHost(step: Step, folder: string): Host & { readonly collected: readonly Collector[] } {
  const [stdout, stderr] = [new Collector(), new Collector()];
  return {
    env: step.env,
    cwd: folder,
    stdin: Readable.from(step.stdin.length === 0 ? [] : [Buffer.from(step.stdin)]),
    stdout,
    stderr,
    now: () => new Date(step.now),
    userName: () => 'login',
    onInterrupt: () => () => undefined,
    expectLongWork: () => undefined,
    version: '0.0.0-fuzz',
    system: () => ({ node: '', platform: '', architecture: '', glibc: null, release: '' }),
    pid: process.pid,
    isRunning: (pid) => pid === process.pid,
    collected: [stdout, stderr],
  };
}

/** Runs a command in this process, in the folder. */
export async function runStep(step: Step, folder: string): Promise<Outcome> {
  const host = makeHost(step, folder);
  const started = performance.now();
  let code = -1;
  let thrown: unknown;
  try {
    code = await run(step.args, host);
  } catch (error) {
    thrown = error ?? 'nothing';
  }
  const milliseconds = performance.now() - started;
  const [out, err] = host.collected.map(({ parts }) => Buffer.concat(parts));
  return { code, out: out ?? Buffer.alloc(0), err: err?.toString() ?? '', milliseconds, thrown };
}

/** Reads all that lies in a folder. */
export function readContents(folder: string): Contents {
  const contents = new Map<string, Buffer | 'folder' | `→${string}`>();
  const read = (inside: string): void => {
    for (const entry of readdirSync(join(folder, inside), { withFileTypes: true })) {
      const path = join(inside, entry.name);
      if (entry.isSymbolicLink()) contents.set(path, `→${readlinkSync(join(folder, path))}`);
      else if (entry.isDirectory()) {
        contents.set(path, 'folder');
        read(path);
      } else contents.set(path, readFileSync(join(folder, path)));
    }
  };
  read('');
  return contents;
}

/** Puts a folder back to what lay in it. */
export function restoreContents(folder: string, contents: Contents): void {
  const now = readContents(folder);
  for (const path of now.keys()) {
    if (!isSame(now.get(path), contents.get(path)))
      rmSync(join(folder, path), { recursive: true, force: true });
  }
  for (const [path, content] of contents) {
    const full = join(folder, path);
    if (lstatSync(full, { throwIfNoEntry: false }) !== undefined) continue;
    mkdirSync(dirname(full), { recursive: true });
    if (content === 'folder') mkdirSync(full, { recursive: true });
    else if (typeof content === 'string') symlinkSync(content.slice(1), full);
    else writeFileSync(full, content, { mode: 0o600 });
  }
}

export function isSame(one: Buffer | string | undefined, other: Buffer | string | undefined): boolean {
  if (Buffer.isBuffer(one) && Buffer.isBuffer(other)) return one.equals(other);
  return one === other;
}
