import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';

/** A table under the name `r`, read from end to end in the order in which it lies, by no index. */
export function readInOrder(table: string): RawBuilder<unknown> {
  return sql`${sql.table(table)} as r not indexed`;
}
