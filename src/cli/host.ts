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
  /** Number of this process, and whether one of a number runs: what a killed one left is told by it. */
  readonly pid: number;
  readonly isRunning: (pid: number) => boolean;
}
