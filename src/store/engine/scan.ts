import { sql } from 'kysely';
import type { AnyDb, Sql } from './engine.ts';
import { engineOf } from './engine.ts';

/** A condition that is held against each row, one part after the other until one fails, and by which no index is gone to. */
export function byNoIndex(condition: Sql): Sql {
  return sql`case when ${condition} then 1 end = 1`;
}

/** A column, such that rows are held against a condition as they lie, and no index is gone to for it. */
export function asItLies(db: AnyDb, column: string): Sql {
  return engineOf(db).asItLies(sql.raw(column));
}

/** Whether a text holds signs, capitals of the Latin alphabet for small ones. */
export function holdsText(db: AnyDb, column: Sql, signs: string): Sql {
  return engineOf(db).holdsText(column, signs);
}
