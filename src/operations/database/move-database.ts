import { AppError } from '../../errors.ts';
import type { OpenTerms, Store } from '../../store/database.ts';
import { createStore, showAddress } from '../../store/database.ts';
import type { TableDigest } from '../../store/carry.ts';
import { carryOver, digestTables } from '../../store/carry.ts';
import { openDigests } from '../kernel/digest.ts';
import type { Work } from '../kernel/transaction.ts';
import { transaction } from '../kernel/transaction.ts';
import type { DatabaseCheck } from './check-findings.ts';
import { checkDatabase } from './check-database.ts';

/** A database that was carried over: open, with what was counted and checked there. */
export interface Moved {
  readonly store: Store;
  readonly tables: number;
  readonly rows: number;
  readonly check: DatabaseCheck;
}

/** Where a database is carried to, and how it is opened there. */
export interface MoveTerms {
  /** A path, or the address of a server. */
  readonly to: string;
  readonly opening: OpenTerms;
}

/**
 * Carries a whole database over to another engine, or another file or server of the same: every row with its number, so that digests and the chain of
 * operations hold there as they are. What was written is read back and held against what was read, whatever others write here meanwhile, and checked; where it differs, nothing is kept.
 * The database that it comes from stays as it is, and its log says first where it was carried to.
 *
 * Errors: `database-exists`, `move-unsound` where what is here is not as it was written, or not the same there; those of opening.
 */
export async function moveDatabase(work: Work, { to, opening }: MoveTerms): Promise<Moved> {
  const { store: from } = work;
  const shown = showAddress(to);
  const before = await checkDatabase(from);
  if (before.findings.length > 0)
    throw new AppError('move-unsound', { path: from.path, findings: before.findings.length });
  const { store, filled } = await createStore(
    to,
    async (made) => {
      if (!from.isCopy)
        await transaction(work, () => Promise.resolve({ result: undefined, summary: { to: shown } }));
      const { sha256 } = await openDigests();
      const carried = await carryOver(from, made, sha256);
      return compare(carried, await digestTables(made.care, sha256), shown);
    },
    opening,
  );
  const check = await checkDatabase(store);
  return { store, check, ...filled };
}

/** Holds what was written against what was carried. Errors: `move-unsound`. */
function compare(
  here: readonly TableDigest[],
  written: readonly TableDigest[],
  shown: string,
): { readonly tables: number; readonly rows: number } {
  const there = new Map(written.map((one) => [one.name, one]));
  const differs = here.filter((one) => !isSame(one, there.get(one.name)));
  if (differs.length > 0 || there.size !== here.length)
    throw new AppError('move-unsound', { path: shown, findings: Math.max(differs.length, 1) });
  return { tables: here.length, rows: here.reduce((sum, { rows }) => sum + rows, 0) };
}

function isSame(one: TableDigest, other: TableDigest | undefined): boolean {
  return one.rows === other?.rows && one.digest === other.digest;
}
