import type { ServerConnection } from './connection.ts';
import type { FaultPlace } from './faults.ts';
import { makeServerFault } from './faults.ts';
import { guard, safely } from './guard.ts';
import { makeReaderViews } from './reader-views.ts';
import { renewRights } from './rights.ts';

/** Makes what stands beside the tables that migrations make: what guards personal texts, what readers see, and the rights of roles on what is new. */
export async function settle(server: ServerConnection, schema: string, place: FaultPlace): Promise<void> {
  try {
    const { rows } = await server.query("select to_regclass('text_reading') is not null as is_there");
    if (rows[0]?.['is_there'] !== 1) await server.exec(safely(schema, guard));
    await makeReaderViews(server, schema);
    await renewRights(server, schema);
  } catch (error) {
    throw makeServerFault(error, place);
  }
}
