import type { SqliteStatement } from 'kysely';

export const engineNames = ['better-sqlite3', 'node-sqlite'] as const;

/** What reads and writes the file: the addon better-sqlite3, or the SQLite that is part of Node. */
export type EngineName = (typeof engineNames)[number];

/** A row as the engine gives it. */
export type Row = Readonly<Record<string, unknown>>;

/**
 * An open file as everything here uses it, whichever engine opened it. What an engine throws carries SQLite's name for it as `code`
 * (`SQLITE_BUSY`), so that one function can say it to people.
 */
export interface Connection {
  readonly engine: EngineName;
  readonly prepare: (source: string) => SqliteStatement;
  readonly exec: (source: string) => void;
  /** The rows of a query without values of its own. */
  readonly rows: (source: string) => readonly Row[];
  /** The first column of its first row; undefined where there is none. */
  readonly value: (source: string) => unknown;
  /** Its rows one at a time, each as the list of its values. */
  readonly lists: (source: string) => Iterable<readonly unknown[]>;
  readonly isInTransaction: () => boolean;
  /** Copies the whole file, as it is committed, into one that is there and empty. */
  readonly copyInto: (path: string) => Promise<void>;
  readonly close: () => void;
}

/** An engine that has been loaded. */
export interface Engine {
  readonly name: EngineName;
  /** Opens a file that is there; `patience` is how many seconds it waits for another process. */
  readonly open: (
    path: string,
    how: { readonly patience?: number; readonly isReadOnly?: boolean },
  ) => Connection;
  /** Takes a whole database into memory: the bytes of a file that keeps no log; none for an empty one. */
  readonly openInMemory: (file?: Buffer) => Connection;
}
