import type { Kysely, Transaction } from 'kysely';
import type { Tables } from './tables.ts';

/** An open database, or a transaction on it: what is read from. */
export type Db = Kysely<Tables>;

declare const begun: unique symbol;

/** A transaction of an operation: what is written to. The kernel of the operations alone makes one, so that nothing is written without its row in the log. */
export type Trx = Transaction<Tables> & { readonly [begun]: true };
