import type { Db } from './database.ts';

/** Records that personal data were shown or printed. */
export async function insertPrivacyEntry(
  db: Db,
  entry: {
    readonly jurisdictionId: number;
    readonly at: string;
    readonly by: string;
    readonly shown: 'internal-roster';
    readonly subject: string;
    readonly reason: string | null;
    readonly operationId: number;
  },
): Promise<void> {
  await db.insertInto('privacyLog').values(entry).execute();
}
