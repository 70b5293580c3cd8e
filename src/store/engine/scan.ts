import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';

/** A condition that is held against each row, one part after the other until one fails, and by which no index is gone to. */
export function byNoIndex(condition: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`case when ${condition} then 1 end`;
}
