import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';

/** A condition that is held against every row as the table lies, and by which no index is gone to. */
export function byNoIndex(condition: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`+(${condition})`;
}
