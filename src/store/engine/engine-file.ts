import type { Db } from '../db.ts';
import type { SignSet } from './signs.ts';

/** What the engine tells of an open database, for `database info`. */
export interface EngineFacts {
  readonly engine: string;
  /** What reads and writes it: the addon, what is part of Node, or what speaks with a server. */
  readonly driver: 'better-sqlite3' | 'node-sqlite' | 'pg';
  readonly journalMode: string;
  readonly pageBytes: number;
  /** Rights of the file, `644`, when others than its owner can read it. */
  readonly wideRights: string | null;
  /** Kind of the network file system the file lies on, where simultaneous use can damage it. */
  readonly networkFileSystem: string | null;
}

/** A row that refers to one that is not there. */
export interface LostReference {
  readonly table: string;
  readonly row: number | null;
  readonly parent: string;
}

/** A table with its columns, and its rows one at a time. */
export interface StoredTable {
  readonly name: string;
  readonly columns: readonly string[];
  readonly rows: Iterable<readonly unknown[]> | AsyncIterable<readonly unknown[]>;
}

/** Looks for signs, and gives the places of those that are there. */
export interface ByteSearch {
  /** Those that stand anywhere in the bytes. */
  readonly find: (signs: SignSet) => Promise<ReadonlySet<number>>;
  /** Those that any row of any table holds. */
  readonly findInRows: (signs: SignSet) => Promise<ReadonlySet<number>>;
}

/** What only the engine can tell of its database, or do to it. */
export interface Care {
  /** Faults of the file or of what the server keeps itself; none in a sound one. */
  readonly listFaults: () => Promise<string[]>;
  readonly listLostReferences: () => Promise<LostReference[]>;
  /** Everything the schema consists of, by sort and name, with its text. */
  readonly listSchema: () => Promise<ReadonlyMap<string, string>>;
  /** Tables that refuse changed and deleted rows, by the triggers that are there. */
  readonly listRefusals: () => Promise<ReadonlySet<string>>;
  /** Refuses what could not be scrubbed afterwards: others read, or the disk has no room for a second file. */
  readonly refuseUnscrubbable: () => Promise<void>;
  /** Writes the tables anew, so that nothing is left of what was deleted, and empties what the engine keeps beside them. */
  readonly scrub: () => Promise<void>;
  /** What is left of signs in the bytes of the database; undefined on a server, of which nobody can look at all bytes. */
  readonly bytes: ByteSearch | undefined;
  /** Every table that rows are written into, by name; what the engine and its migrations keep for themselves is left out. */
  readonly eachTable: () => AsyncIterable<StoredTable>;
  /** Reads within one moment of the database, while others go on writing. */
  readonly atOneMoment: <Result>(task: () => Promise<Result>) => Promise<Result>;
  /** Reads a part within such a moment; where it fails, the others can be read all the same. */
  readonly tryPart: (task: () => Promise<void> | void) => Promise<void>;
  /** Reads a database that was made just now to compare with, of the same engine; it is gone afterwards. */
  readonly withScratch: <Result>(task: (scratch: Scratch) => Promise<Result>) => Promise<Result>;
}

/** An empty database to compare another with. */
export interface Scratch {
  readonly db: Db;
  readonly listSchema: () => Promise<ReadonlyMap<string, string>>;
}

/** An open file or schema of a server, with what only its engine can do. */
export interface EngineFile {
  readonly db: Db;
  readonly facts: () => Promise<EngineFacts>;
  /** Name of the newest migration it has been through; undefined where there is none. */
  readonly version: () => Promise<string | undefined>;
  /** Whether it is a copy in memory of a file that can only be read. */
  readonly isCopy: boolean;
  /** Has every later write refused: what was written into a copy in memory would be lost. */
  readonly refuseWrites: () => void;
  readonly care: Care;
  /** Who has logged in on a server: who acts is no claim there. Undefined for a file. */
  readonly login: string | undefined;
  readonly close: () => Promise<void>;
}
