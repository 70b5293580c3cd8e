import type { Db, Trx } from './db.ts';
import { insertRows } from './engine/bulk.ts';

/** What was shown: an appeal or list as it was written, a slip with the citizen's contact, an internal roster, who called from a phone or under a name, that a new appeal has the phone of others, or the mobiles of desks. */
export const shownKinds = [
  'reveal',
  'export',
  'everything',
  'slip',
  'internal-roster',
  'phone-search',
  'caller-search',
  'similar',
  'desk-mobiles',
] as const;
export type Shown = (typeof shownKinds)[number];

/** Records that personal data were shown or printed; gives its number. */
export async function insertPrivacyEntry(
  trx: Trx,
  entry: {
    readonly jurisdictionId: number;
    readonly at: string;
    readonly by: string;
    readonly shown: Shown;
    readonly subject: string;
    readonly reason: string | null;
    readonly operationId: number;
    readonly appealIds: readonly number[];
  },
): Promise<void> {
  const { appealIds, ...values } = entry;
  const { id: privacyLogId } = await trx
    .insertInto('privacyLog')
    .values(values)
    .returning('id')
    .executeTakeFirstOrThrow();
  const listed = appealIds.flatMap((appealId) => [privacyLogId, appealId]);
  await insertRows(trx, { table: 'privacyLogAppeal', columns: ['privacyLogId', 'appealId'] }, listed);
}

/** An entry of the privacy log. */
export interface PrivacyEntry {
  readonly id: number;
  readonly at: string;
  readonly by: string;
  readonly shown: Shown;
  readonly subject: string;
  readonly reason: string | null;
  /** How many appeals it is about. */
  readonly appeals: number;
}

/** Lists who was shown what, oldest first: of one appeal, by one person, between two instants. */
export async function listPrivacyEntries(
  db: Db,
  jurisdictionId: number,
  filter: {
    readonly appealId?: number | undefined;
    readonly by?: string | undefined;
    readonly since?: string | undefined;
    readonly before?: string | undefined;
    readonly shown?: Shown | undefined;
  },
): Promise<PrivacyEntry[]> {
  const { appealId, by, since, before, shown } = filter;
  let query = db
    .selectFrom('privacyLog as entry')
    .select((eb) => [
      'entry.id',
      'entry.at',
      'entry.by',
      'entry.shown',
      'entry.subject',
      'entry.reason',
      eb
        .selectFrom('privacyLogAppeal as about')
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .whereRef('about.privacyLogId', '=', 'entry.id')
        .as('appeals'),
    ])
    .where('entry.jurisdictionId', '=', jurisdictionId);
  if (by !== undefined) query = query.where('entry.by', '=', by);
  if (since !== undefined) query = query.where('entry.at', '>=', since);
  if (before !== undefined) query = query.where('entry.at', '<', before);
  if (shown !== undefined) query = query.where('entry.shown', '=', shown);
  if (appealId !== undefined) {
    query = query.where((eb) =>
      eb.or([
        eb.exists(
          eb
            .selectFrom('privacyLogAppeal as about')
            .select('about.id')
            .whereRef('about.privacyLogId', '=', 'entry.id')
            .where('about.appealId', '=', appealId),
        ),
        // Slips of an older version name their appeal alone.
        eb('entry.subject', '=', (sub) =>
          sub.selectFrom('appeal').select('number').where('id', '=', appealId),
        ),
      ]),
    );
  }
  const rows = await query.orderBy('entry.id').execute();
  return rows.map((row) => ({ ...row, shown: row.shown as Shown, appeals: row.appeals ?? 0 }));
}
