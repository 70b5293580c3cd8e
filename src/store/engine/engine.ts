import type { Kysely, RawBuilder } from 'kysely';
import type { Trx } from '../db.ts';
import type { Tables } from '../tables.ts';

/** A value as every engine takes it. */
export type Value = string | number | null;

/** A piece of a query. */
export type Sql = RawBuilder<unknown>;

/** A table, and the columns in which values are written, in their order. */
export interface BulkColumns<Table extends keyof Tables> {
  readonly table: Table;
  readonly columns: readonly (keyof Tables[Table] & string)[];
}

/** The number of an appeal and by which words it is found. */
export type SearchLine = readonly [appealId: number, words: string];

/** What is looked for in what is personal: signs in one of their writings in any text, the whole name of a caller, the digits of phones. */
export type Sought =
  { readonly text: readonly string[] } | { readonly caller: string } | { readonly phones: readonly string[] };

/** What is read of personal texts: those of appeals, of all of them, or which appeals have what is looked for. */
export type Reading =
  | { readonly appeals: readonly number[] | 'all' }
  | { readonly pieces: readonly string[]; readonly how: 'and' | 'or' }
  | Sought;

/** Appeals that are looked among: those of a jurisdiction that are open to all, those alone that are not answered, so many of the newest. */
export interface SearchBounds {
  readonly jurisdictionId: number;
  readonly isOpenOnly?: boolean | undefined;
  readonly limit?: number | undefined;
}

/** Rows of a table that refuses more of them than its owner row states. */
export interface OwnedRows {
  readonly table: string;
  readonly key: string;
  readonly count: string;
}

/** Anything that queries go through, whatever its tables. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- migrations have tables of another time
export type AnyDb = Kysely<any>;

/**
 * What the engines do each in its own way, one list for both: SQLite on a file, PostgreSQL on a server. Everything else is the same query for either.
 * How a file or a schema of a server is opened, looked after and closed is `EngineFile`.
 */
export interface Engine {
  readonly name: 'sqlite' | 'postgres';

  // Schema: what migrations call.
  readonly refuseChanges: (db: AnyDb, table: string) => Promise<void>;
  readonly refuseUpdates: (db: AnyDb, table: string) => Promise<void>;
  readonly refuseMoreThan: (db: AnyDb, table: string, owner: OwnedRows) => Promise<void>;
  readonly refuseSpans: (db: AnyDb, table: string, key: readonly string[]) => Promise<void>;
  readonly createSearch: (db: AnyDb, table: string, parts: 'by-letters' | 'by-spaces') => Promise<void>;

  // Search words.
  readonly writeSearchWords: (trx: Trx, lines: readonly SearchLine[]) => Promise<void>;
  readonly addSearchWords: (trx: Trx, lines: readonly SearchLine[]) => Promise<void>;
  readonly deleteSearchWords: (trx: Trx, appealIds: readonly number[]) => Promise<void>;
  /** Gets ready for many words at once, and when they are written, back to a few. */
  readonly gatherSearchWords: (trx: Trx, isMany: boolean) => Promise<void>;
  readonly compactSearch: (trx: Trx) => Promise<void>;
  readonly listSearchSizes: (
    db: AnyDb,
    after: number,
    until: number | undefined,
  ) => Promise<Map<number, number>>;
  /** A query for the numbers (`id`) of appeals that have pieces, all of them or one: of all appeals, or of those within bounds. */
  readonly findPieces: (pieces: readonly string[], how: 'and' | 'or', within?: SearchBounds) => Sql;

  // Personal texts.
  /** Puts on the record of a server, before it happens, what its login reads; there nothing else can be read. A file keeps no such record. */
  readonly recordReading: (db: AnyDb, reading: Reading) => Promise<void>;
  /** A query for the numbers of the appeals that have what is sought; of one alone where its number is given. */
  readonly appealsWith: (sought: Sought, key?: Sql) => Sql;

  // Queries.
  /** Whether a text holds signs, capitals of the Latin alphabet for small ones; `%` and `_` are what they are. */
  readonly holdsText: (column: Sql, signs: string) => Sql;
  /** A column, such that rows are held against a condition as they lie, and no index is gone to for it. */
  readonly asItLies: (column: Sql) => Sql;

  // Many rows, and the numbers of rows.
  readonly insertRows: <Table extends keyof Tables>(
    trx: Trx,
    into: BulkColumns<Table>,
    values: readonly Value[],
  ) => Promise<void>;
  /** The number given last to a row of each table; none of one that never had a row. */
  readonly listNumbers: (db: AnyDb) => Promise<Map<string, number>>;
  /** Has tables go on from such numbers; one that is further already stays. */
  readonly keepNumbers: (trx: Trx, numbers: ReadonlyMap<string, number>) => Promise<void>;
  /** Looks at what rows refer to at the end of a transaction only: they may come before what they refer to. */
  readonly deferReferences: (trx: Trx) => Promise<void>;
}

/** The engine that queries of a database go to. */
export function engineOf(db: AnyDb): Engine {
  const { adapter } = db.getExecutor();
  if (!('engine' in adapter)) throw new Error('a database of no engine');
  return adapter.engine as Engine;
}

/** Whether rows come without what is personal in them, as a reader of a server gets them: digests over them do not hold. */
export function comesMasked(db: AnyDb): boolean {
  const { adapter } = db.getExecutor();
  return 'isMasked' in adapter && adapter.isMasked === true;
}

/** The name of a table or column as engines have it: `appealEvent` is `appeal_event`. */
export function engineName(name: string): string {
  return name.replaceAll(/[A-Z]/gu, (letter) => `_${letter.toLowerCase()}`);
}
