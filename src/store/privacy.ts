import type { Db } from './database.ts';

/** What was shown: an internal roster, a slip with the citizen's contact. */
export type Shown = 'internal-roster' | 'slip';

/** Records that personal data were shown or printed. */
export async function insertPrivacyEntry(
  db: Db,
  entry: {
    readonly jurisdictionId: number;
    readonly at: string;
    readonly by: string;
    readonly shown: Shown;
    readonly subject: string;
    readonly reason: string | null;
    readonly operationId: number;
  },
): Promise<void> {
  await db.insertInto('privacyLog').values(entry).execute();
}
