import type { Db } from '../../store/db.ts';
import { findLastOperation } from '../../store/operations.ts';

/** The head of the operation log: with the moment of counting it says which state of the register a report is of. */
export async function findHead(db: Db): Promise<string> {
  return (await findLastOperation(db))?.hash ?? '';
}
