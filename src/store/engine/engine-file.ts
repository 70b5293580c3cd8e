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

/** What a login of a server may do: read without what is personal, work with appeals, keep the register too, or all of it, purging among it. */
export type RightsLevel = 'reader' | 'clerk' | 'desk' | 'admin';

/** A role of the server, and what it may do. */
export interface Granted {
  readonly role: string;
  readonly level: RightsLevel;
}

/** Who may do what on a server. */
export interface Rights {
  /** Gives a role the rights of a level in place of those it had, or none. Errors: `role-not-found`, `role-unbound`. */
  readonly grant: (role: string, level: RightsLevel | 'none') => Promise<void>;
  readonly list: () => Promise<Granted[]>;
}

/** Sorts of reading that a server keeps on record: texts of appeals, of all, or what was looked for in them. */
export const readingKinds = ['appeals', 'everything', 'words', 'text', 'caller', 'phones'] as const;
export type ReadingKind = (typeof readingKinds)[number];

/** A line of what a server has on record of personal texts that were read. */
export interface ReadingEntry {
  readonly at: string;
  readonly by: string;
  readonly kind: ReadingKind;
  /** How many appeals it is about; null for all, and for what was looked for. */
  readonly appeals: number | null;
}

/** Which lines are asked for. */
export interface ReadingFilter {
  readonly appealId?: number | undefined;
  readonly by?: string | undefined;
  readonly since?: string | undefined;
  readonly before?: string | undefined;
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
  /** Writes the tables anew, so that nothing is left of what was deleted, and empties what the engine keeps beside them. Tells whether it could: on a server only the owner can. */
  readonly scrub: () => Promise<boolean>;
  /** What is left of signs in the bytes of the database; undefined on a server, of which nobody can look at all bytes. */
  readonly bytes: ByteSearch | undefined;
  /** Who may do what; undefined for a file, which whoever has it may read and write. */
  readonly rights: Rights | undefined;
  /** What the server itself put on record of personal texts that were read, oldest first; undefined for a file, which keeps no such record. */
  readonly listReadings: ((filter: ReadingFilter) => Promise<ReadingEntry[]>) | undefined;
  /** Every table that rows are written into, by name; what the engine and its migrations keep for themselves is left out. */
  readonly eachTable: () => AsyncIterable<StoredTable>;
  /** Reads within one moment of the database, while others go on writing. */
  readonly atOneMoment: <Result>(task: () => Promise<Result>) => Promise<Result>;
  /** Reads a part within such a moment; where it fails, the others can be read all the same. */
  readonly tryPart: (task: () => Promise<void> | void) => Promise<void>;
  /** Whether such a database can be made: not by a login that is bound by rights. */
  readonly comparesSchema: boolean;
  /** Reads a database that was made just now to compare with, of the same engine; it is gone afterwards. */
  readonly withScratch: <Result>(task: (scratch: Scratch) => Promise<Result>) => Promise<Result>;
}

/** An empty database to compare another with. */
export interface Scratch {
  readonly db: Db;
  readonly settle: () => Promise<void>;
  readonly listSchema: () => Promise<ReadonlyMap<string, string>>;
}

/** An open file or schema of a server, with what only its engine can do. */
export interface EngineFile {
  readonly db: Db;
  readonly facts: () => Promise<EngineFacts>;
  /** Name of the newest migration it has been through; undefined where there is none. */
  readonly version: () => Promise<string | undefined>;
  /** Makes what the engine keeps beside the tables, once migrations have made them; nothing in a file. */
  readonly settle: () => Promise<void>;
  /** Takes away of it what would stand in the way of migrations. */
  readonly unsettle: () => Promise<void>;
  /** Whether it is there. */
  readonly isSettled: () => Promise<boolean>;
  /** Whether it is a copy in memory of a file that can only be read. */
  readonly isCopy: boolean;
  /** Says of which jurisdiction what follows is: where a server keeps each apart, nothing of the others is read. */
  readonly enter: (jurisdictionId: number) => Promise<void>;
  /** Has every later write refused: what was written into a copy in memory would be lost. */
  readonly refuseWrites: () => void;
  readonly care: Care;
  /** Who has logged in on a server: who acts is no claim there. Undefined for a file. */
  readonly login: string | undefined;
  readonly close: () => Promise<void>;
}
