import type { Readable, Writable } from 'node:stream';

/** A stream that may be a terminal. */
export type Input = Readable & { readonly isTTY?: boolean };
export type Output = Writable & {
  readonly isTTY?: boolean;
  readonly columns?: number;
  readonly rows?: number;
};

/** Where results go: anything that takes text. */
export interface ResultOutput {
  /** Takes a part; what is long waits for the promise, where it gets one, before the next. */
  readonly write: (content: string | Uint8Array) => unknown;
  /** Whether the reader has seen enough and is gone. */
  readonly isGone?: boolean;
  readonly isTTY?: boolean;
  readonly columns?: number;
  readonly rows?: number;
}

/** What the machine runs the tool with. */
export interface SystemFacts {
  /** Version of Node: `24.21.0`. */
  readonly node: string;
  /** As Node calls them: `linux`, `win32`; `x64`, `arm64`. */
  readonly platform: string;
  readonly architecture: string;
  /** Version of the GNU C library; null where the system has another one, or none. */
  readonly glibc: string | null;
  /** Version of the system's kernel, or of Windows. */
  readonly release: string;
}

/** The machine the tool runs on, as the tool sees it: everything that differs from run to run comes in here. */
export interface Host {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The folder a person is in. Errors: `working-folder-gone`. */
  readonly cwd: string;
  readonly stdin: Input;
  readonly stdout: ResultOutput;
  readonly stderr: Output;
  readonly now: () => Date;
  /** Login name of who runs the tool. */
  readonly userName: () => string;
  /** Calls the handler when a person interrupts (Ctrl-C) instead of ending at once; gives what takes it back. */
  readonly onInterrupt: (handler: () => void) => () => void;
  /** Told that work takes long: memory that is no longer needed is to be given back sooner than for a short command. */
  readonly expectLongWork: () => void;
  readonly version: string;
  /** Shows long text a screenful at a time, by a program that does that; false where it cannot be started. */
  readonly page?: (text: string, program: string) => Promise<boolean>;
  /** What the tool runs on; finding it out takes a while. */
  readonly system: () => SystemFacts;
  /** Names of the fonts of the machine; null where nothing tells them. */
  readonly fonts?: () => readonly string[] | null;
  /** Number of this process, and whether one of a number runs: what a killed one left is told by it. */
  readonly pid: number;
  readonly isRunning: (pid: number) => boolean;
}

/** The machine in one line: `linux x64, Node 24.21.0, glibc 2.31`. */
export function describeSystem({ node, platform, architecture, glibc }: SystemFacts): string {
  return `${platform} ${architecture}, Node ${node}${glibc === null ? '' : `, glibc ${glibc}`}`;
}
