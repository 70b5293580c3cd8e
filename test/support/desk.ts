import { mkdtempSync, writeFileSync } from 'node:fs';
import { findLatin } from './chinese.ts';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough, Readable, Writable } from 'node:stream';
import type { Host, SystemFacts } from '../../src/cli/host.ts';
import { addressOf, asLogin, testServer } from './test-server.ts';
import { makeWriteFault } from '../../src/cli/write-fault.ts';
import { run } from '../../src/main.ts';

/** What a command printed and how it ended. */
export interface Outcome {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** A folder of its own with a clock of its own, at which commands are run. */
export interface TestDesk {
  readonly folder: string;
  readonly database: string;
  readonly liaison: (...args: string[]) => Promise<Outcome>;
  /** Runs a command at a terminal and answers its questions. */
  readonly answer: (answers: readonly Answer[], ...args: string[]) => Promise<Outcome>;
  /** Runs a command at a terminal at which somebody sits who decides what to type. */
  readonly sit: (seat: Seat, ...args: string[]) => Promise<Outcome>;
  /** Runs a command that must succeed; gives its JSON document. */
  readonly json: (...args: string[]) => Promise<unknown>;
  readonly write: (name: string, content: string | Uint8Array) => string;
  /** Presses Ctrl-C while a command runs that listens to it. */
  readonly interrupt: () => void;
  readonly setTime: (iso: string) => void;
  readonly setEnv: (name: string, value: string) => void;
  /** Says what the machine is, and which fonts it has. */
  readonly setMachine: (machine: {
    readonly system: SystemFacts;
    readonly fonts: readonly string[] | null;
  }) => void;
}

/** A terminal as the program sees it. */
export interface Seat {
  readonly stdin: Readable & { readonly isTTY: boolean };
  readonly stderr: Collector & { readonly isTTY: boolean; columns: number; rows?: number };
}

export class Collector extends Writable {
  text = '';
  onText = (): void => undefined;
  override _write(chunk: Buffer, _encoding: string, done: () => void): void {
    this.text += chunk.toString();
    this.onText();
    done();
  }
}

/** Milliseconds without a word after which a person leaves the terminal. */
const patience = 8000;

/** What a question says, and the keys pressed then. */
export type Answer = readonly [question: string, keys: string];

/** A terminal at which a person sits: the next answer is typed when its question appears. */
class Terminal {
  readonly stdin = Object.assign(new PassThrough(), { isTTY: true, setRawMode: () => undefined });
  readonly stderr: Collector & { isTTY: boolean; columns: number };

  constructor(answers: readonly Answer[]) {
    const left = [...answers];
    let from = 0;
    const collector = new Collector();
    this.stderr = Object.assign(collector, { isTTY: true, columns: 80 });
    // Who has no answer goes away: a question that nobody expected fails its test at once.
    let leaving: NodeJS.Timeout | undefined;
    collector.onText = () => {
      clearTimeout(leaving);
      leaving = setTimeout(() => this.stdin.end(), patience);
      const next = left[0];
      if (next === undefined || !collector.text.slice(from).includes(next[0])) return;
      from = collector.text.length;
      left.shift();
      setTimeout(() => this.stdin.write(next[1]), 20);
    };
  }
}

/** The machine as tests see it. */
export const testSystem: SystemFacts = {
  node: '24.0.0',
  platform: 'linux',
  architecture: 'x64',
  glibc: '2.36',
  release: '6.1.0',
};

/** A stdout that takes nothing, as the program's own tells it. */
const fullOutput = {
  write: (): never => {
    throw makeWriteFault(Object.assign(new Error('no space left'), { code: 'ENOSPC' }), 'stdout');
  },
};

/** A temporary folder; all of them go when the tests have ended. */
export function makeFolder(): string {
  return mkdtempSync(join(process.env['LIAISON_TEST_FOLDER'] ?? tmpdir(), 'desk-'));
}

/** Sets up a desk: an empty folder, the clock at noon of 8 April 2022 in Dezhou, English, width 80. */
export function setUpDesk(
  options: {
    readonly lang?: 'en' | 'zh';
    readonly folder?: string;
    /** The database on the server of the tests; one that is not there yet unless it is named. */
    readonly address?: string;
    /** Whether stdout takes nothing, as on a full disk. */
    readonly brokenOutput?: boolean;
    /** Whether stdout is a terminal. */
    readonly isTerminal?: boolean;
    /** What comes in on stdin; nothing unless it is said. */
    readonly input?: Readable;
  } = {},
): TestDesk {
  const folder = options.folder ?? makeFolder();
  let now = '2022-04-08T04:00:00Z';
  let interrupt = (): void => undefined;
  let machine: Parameters<TestDesk['setMachine']>[0] = { system: testSystem, fonts: null };
  const env: Record<string, string> = {
    LIAISON_LANG: options.lang ?? 'en',
    COLUMNS: '80',
    LIAISON_USER: 'tester',
    LIAISON_ENGINE: process.env['LIAISON_ENGINE'] ?? '',
  };
  const address = testServer === undefined ? undefined : addressOf(testServer, folder, options.address);
  if (address !== undefined) env['LIAISON_DB'] = address;
  const start = async (args: readonly string[], terminal?: Seat): Promise<Outcome> => {
    const as = args.includes('--as') ? args[args.indexOf('--as') + 1] : undefined;
    // On a server whoever has logged in acts.
    if (testServer !== undefined && address !== undefined && env['LIAISON_DB'] !== undefined)
      env['LIAISON_DB'] = asLogin(testServer, address, asNamed(as) ?? env['LIAISON_USER'] ?? 'tester');
    const stdout = new Collector();
    const stderr = terminal?.stderr ?? new Collector();
    const host: Host = {
      env,
      cwd: folder,
      stdin: terminal?.stdin ?? options.input ?? Readable.from([]),
      stdout:
        options.brokenOutput === true
          ? fullOutput
          : options.isTerminal === true
            ? Object.assign(stdout, { isTTY: true, columns: 80 })
            : stdout,
      stderr,
      now: () => new Date(now),
      userName: () => 'login',
      expectLongWork: () => undefined,
      onInterrupt: (handler) => {
        interrupt = handler;
        return () => undefined;
      },
      version: '0.0.0-test',
      system: () => machine.system,
      fonts: () => machine.fonts,
      pid: process.pid,
      isRunning: (pid) => pid === process.pid,
    };
    const code = await run(args, host);
    const lang = args.includes('--lang') ? args[args.indexOf('--lang') + 1] : env['LIAISON_LANG'];
    if (lang === 'zh' && !args.includes('--json'))
      refuseLatin(args, stdout.text, terminal === undefined ? stderr.text : withoutKeys(stderr.text));
    return { code, out: stdout.text, err: stderr.text };
  };
  const liaison = (...args: string[]): Promise<Outcome> => start(args);
  return {
    folder,
    answer: async (answers, ...args) => start(args, new Terminal(answers)),
    sit: async (seat, ...args) => start(args, seat),
    database: address ?? join(folder, 'liaison.db'),
    liaison,
    json: async (...args) => {
      const { code, out, err } = await liaison(...args, '--json');
      if (code !== 0) throw new Error(`exit code ${String(code)}: ${err}`);
      return JSON.parse(out) as unknown;
    },
    write: (name, content) => {
      writeFileSync(join(folder, name), content);
      return name;
    },
    interrupt: () => {
      interrupt();
    },
    setTime: (iso) => {
      now = iso;
    },
    setEnv: (name, value) => {
      env[name] = value;
    },
    setMachine: (other) => {
      machine = other;
    },
  };
}

/** A name that can be a login: one with signs that nobody sees is refused before it comes to that. */
const asNamed = (as: string | undefined): string | undefined =>
  as !== undefined && /^[\p{L}\p{N} ]+$/u.test(as) ? as : undefined;

/** What a terminal shows but for what a person types, which stands behind its sign and, in a list, as a choice of its own. */
const withoutKeys = (shown: string): string =>
  shown.replaceAll(/› [^\u001b\r\n]*|\u001b\[36m❯\u001b\[39m [^\r\n]*/gu, ' '); // eslint-disable-line no-control-regex -- frames begin with one

/** Refuses what a command says in Chinese with words of another language in it: every test that speaks Chinese looks at that too. */
function refuseLatin(args: readonly string[], ...texts: readonly string[]): void {
  const found = texts.flatMap(findLatin);
  if (found.length > 0) throw new Error(`not Chinese: ${args.join(' ')}\n${found.join('\n')}`);
}
