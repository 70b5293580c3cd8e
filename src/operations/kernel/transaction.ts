import { AppError } from '../../errors.ts';
import type { Store } from '../../store/database.ts';
import type { Trx } from '../../store/db.ts';
import type { Jurisdiction } from '../../domain/jurisdiction.ts';
import { findLastOperation, insertOperation } from '../../store/operations.ts';
import { canonicalJson } from '../../domain/canonical.ts';
import type { Instant } from '../../domain/time.ts';
import { localTime, usualTimeZone } from '../../domain/time.ts';
import { digestOf, makeListDigest } from './digest.ts';
import { RunningSeals, sealRows } from './seal-rows.ts';

/** Who does what, when: given to every change. */
export interface Work {
  readonly store: Store;
  /** Who acts: on a file a claim, not a proof; on a server who has logged in. */
  readonly by: string;
  /** When the work was looked at; what is written is written at the time of its transaction. */
  readonly now: Instant;
  /** Asks the clock. */
  readonly clock: () => Instant;
  /** Whether a person has said that the clock is right, though something was recorded later already. */
  readonly isClockRight: boolean;
  /** The command as people type it, `unit import`. */
  readonly command: string;
}

/** Work within one jurisdiction. */
export interface LocalWork extends Work {
  readonly jurisdiction: Jurisdiction;
}

/** The operation a change is recorded as. */
export interface Operation {
  readonly id: number;
  /** Takes the digest of something sealed and keeps it for the log. */
  readonly seal: (content: unknown) => Promise<string>;
  /** Keeps digests for the log that were taken elsewhere. */
  readonly keep: (digests: readonly string[]) => Promise<void>;
  /** What is sealed while it is written. */
  readonly seals: RunningSeals;
  /** Has something done when everything else is written, before the transaction ends and its rows are sealed. */
  readonly beforeEnd: (todo: () => Promise<void>) => void;
}

/** What a change says of itself in the log: figures and numbers, never personal data. */
export type Summary = Readonly<Record<string, string | number | readonly (string | number)[] | null>>;

/** By how much the clock may be behind what was recorded last, in milliseconds: clocks of two machines differ. */
const clockSlack = 5 * 60_000;

/**
 * The time at which a change is made: that of the clock, and never before the newest operation. Errors: `clock-behind` for a clock
 * that is more than five minutes behind it, unless a person says that it is right.
 */
function findMoment(work: Work & Partial<LocalWork>, newest: Instant | undefined): Instant {
  const { clock, isClockRight } = work;
  const now = clock();
  if (newest === undefined || isClockRight || newest <= now) return now;
  if (Date.parse(newest) - Date.parse(now) > clockSlack) {
    const timeZone = work.jurisdiction?.timeZone ?? usualTimeZone;
    const [ours, last] = [now, newest].map((at) => localTime(at, timeZone));
    throw new AppError('clock-behind', { now: ours ?? now, newest: last ?? newest });
  }
  return newest;
}

/**
 * Makes one change: one transaction, and one row in the chained log of operations. Whatever is thrown inside leaves
 * nothing behind. The task is given the work with the time at which the transaction has begun, however long it waited for others.
 *
 * Errors: `database-on-network`, `clock-behind`, those of the task.
 */
export async function transaction<Asked extends Work, T>(
  asked: Asked,
  task: (
    trx: Trx,
    operation: Operation,
    work: Asked,
  ) => Promise<{ readonly result: T; readonly summary: Summary }>,
): Promise<T> {
  asked.store.refuseUnsafeWrites();
  const { login = asked.by } = asked.store;
  let made = 0;
  const result = await asked.store.db.transaction().execute(async (begun) => {
    const trx = begun as Trx;
    const last = await findLastOperation(trx);
    // Whoever has logged in on a server acts under that name and no other.
    const work = { ...asked, by: login, now: findMoment(asked, last?.at) };
    const id = (last?.id ?? 0) + 1;
    made = id;
    const sealed = makeListDigest();
    const seals = new RunningSeals();
    const waiting: (() => Promise<void>)[] = [];
    const operation: Operation = {
      id,
      seal: async (content) => {
        const digest = await digestOf(content);
        await sealed.add([digest]);
        return digest;
      },
      keep: sealed.add,
      seals,
      beforeEnd: (todo) => void waiting.push(todo),
    };
    const { result: done, summary } = await task(trx, operation, work);
    for (const todo of waiting) await todo();
    const { by, command, now: at } = work;
    const lines = await sealRows(trx, id, { content: await sealed.digest(), running: seals });
    const digest = await digestOf(lines);
    const previousHash = last?.hash ?? '';
    const row = {
      id,
      at,
      by,
      command, // How many seals there are is in the chain too: none can be taken away unnoticed.
      summary: canonicalJson({ ...summary, seals: lines.length }),
      digest,
      previousHash,
    };
    // The hash covers the hash of the operation before: that is the chain.
    await insertOperation(trx, { ...row, hash: await digestOf(row) });
    return done;
  });
  asked.store.changes.push({ operation: made, command: asked.command });
  return result;
}

/** Thrown to leave a transaction as if it had not been; carries what was found out in it. */
class TakenBack<Found> extends Error {
  readonly found: Found;

  constructor(found: Found) {
    super('taken back');
    this.found = found;
  }
}

/** An operation that is never recorded. */
const untold: Omit<Operation, 'id'> = {
  seal: digestOf,
  keep: () => Promise.resolve(),
  beforeEnd: () => undefined,
  seals: new RunningSeals(),
};

/**
 * Finds out what would be if something were written: does it in a transaction that is taken back, and gives what was found. The operation
 * it is done under is never recorded.
 */
export async function tryOut<Found>(
  work: Work,
  task: (trx: Trx, operation: Operation) => Promise<Found>,
): Promise<Found> {
  try {
    return await work.store.db.transaction().execute(async (begun) => {
      const trx = begun as Trx;
      const id = ((await findLastOperation(trx))?.id ?? 0) + 1;
      throw new TakenBack(await task(trx, { ...untold, id }));
    });
  } catch (error) {
    if (error instanceof TakenBack) return error.found as Found;
    throw error;
  }
}
