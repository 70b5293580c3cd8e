import { existsSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import Addon from 'better-sqlite3';
import { isServerAddress } from '../../src/store/engine/address.ts';
import { runOn } from './test-server.ts';

/** A value of a row, or one that is bound. */
type Value = string | number | bigint | null | Uint8Array;

/** A statement as better-sqlite3 has it, as far as tests use it. */
export interface RawStatement {
  readonly get: (...values: readonly Value[]) => unknown;
  readonly all: (...values: readonly Value[]) => unknown[];
  readonly run: (...values: readonly Value[]) => { readonly changes: number | bigint };
  readonly pluck: () => RawStatement;
}

/**
 * A database opened past the tool, to look into it, hold it or tamper with it; by the engine that the tool runs on in this process. Locks of
 * a file belong to a process: two engines in one do not see each other's, and either gives up the other's as it closes.
 */
export default class RawDatabase {
  readonly #addon: Addon.Database | undefined;
  readonly #own: DatabaseSync | undefined;
  readonly #address: string | undefined;

  constructor(path: string, { readonly: isReadOnly = false }: { readonly readonly?: boolean } = {}) {
    if (isServerAddress(path)) {
      this.#address = path;
      return;
    }
    if (process.env['LIAISON_ENGINE'] !== 'node-sqlite') {
      this.#addon = new Addon(path, { readonly: isReadOnly });
      return;
    }
    if (isReadOnly && !existsSync(path)) throw new Error(`no such file: ${path}`);
    this.#own = new DatabaseSync(path, { readOnly: isReadOnly, timeout: 5000 });
  }

  prepare(source: string): RawStatement {
    if (this.#address !== undefined) return serverStatement(this.#address, source, false);
    if (this.#own === undefined) return this.#addon?.prepare(source) as unknown as RawStatement;
    return ownStatement(this.#own, source, false);
  }

  exec(source: string): this {
    if (this.#address !== undefined) {
      runOn(this.#address, [onServer(source)]);
      return this;
    }
    (this.#own ?? this.#addon)?.exec(source);
    return this;
  }

  pragma(source: string, { simple: isSimple = false }: { readonly simple?: boolean } = {}): unknown {
    if (this.#own === undefined) return this.#addon?.pragma(source, { simple: isSimple });
    const rows = this.prepare(`pragma ${source}`);
    return isSimple ? rows.pluck().get() : rows.all();
  }

  close(): void {
    (this.#own ?? this.#addon)?.close();
  }
}

function ownStatement(database: DatabaseSync, source: string, isPlucked: boolean): RawStatement {
  const statement = database.prepare(source);
  // As the addon gives them: numbers, of those past 2⁵³ the nearest.
  statement.setReadBigInts(true);
  const asNumber = (value: unknown): unknown => (typeof value === 'bigint' ? Number(value) : value);
  const shown = (row: Readonly<Record<string, unknown>>): unknown =>
    isPlucked
      ? asNumber(Object.values(row)[0])
      : Object.fromEntries(Object.entries(row).map(([name, value]) => [name, asNumber(value)]));
  return {
    get: (...values) => {
      const row = statement.get(...values);
      return row === undefined ? undefined : shown(row);
    },
    all: (...values) => statement.all(...values).map(shown),
    run: (...values) => statement.run(...values),
    pluck: () => ownStatement(database, source, true),
  };
}

/** Statements for SQLite as a server takes them: a trigger is one of its table there. */
function onServer(source: string): string {
  return source.replaceAll(
    /drop trigger (?:if exists )?(\w+?)_(no_\w+|span_\w+)/gu,
    (_, table: string, what: string) =>
      `drop trigger ${table}_${what.startsWith('span') ? 'span' : what} on "${table}"`,
  );
}

/** A statement on a server: what stands for a value is numbered there. */
function serverStatement(address: string, source: string, isPlucked: boolean): RawStatement {
  let count = 0;
  const numbered = source.replaceAll('?', () => `$${String((count += 1))}`);
  const run = (values: readonly Value[]) => runOn(address, [numbered], values);
  const shown = (row: Readonly<Record<string, unknown>>): unknown =>
    isPlucked ? Object.values(row)[0] : row;
  return {
    get: (...values) => run(values).rows.map(shown)[0],
    all: (...values) => run(values).rows.map(shown),
    run: (...values) => ({ changes: run(values).changes }),
    pluck: () => serverStatement(address, source, true),
  };
}
