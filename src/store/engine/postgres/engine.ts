import { sql } from 'kysely';
import type { Engine } from '../engine.ts';
import { likeOf } from '../like.ts';
import { bulkOfServer } from './bulk.ts';
import { readingsOfServer } from './readings.ts';
import { schemaOfServer } from './schema.ts';
import { searchOfServer } from './search.ts';

/** PostgreSQL, on a schema of a server. */
export const postgresEngine: Engine = {
  name: 'postgres',
  ...schemaOfServer,
  ...searchOfServer,
  ...bulkOfServer,
  ...readingsOfServer,
  // Blind to capitals of the Latin alphabet alone: the columns are in the order of code points.
  holdsText: (column, signs) => sql`${column} ilike ${likeOf(signs)}`,
  // The server weighs by itself what is read how.
  asItLies: (column) => column,
};
