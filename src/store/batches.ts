import type { Db } from './database.ts';

/** Kinds of imports. */
export type BatchKind = 'units' | 'volumes' | 'desks' | 'appeals';

/** One import that was applied. */
export interface Batch {
  readonly number: number;
  readonly kind: BatchKind;
  readonly file: string;
  readonly sha256: string;
  readonly encoding: string;
  readonly rows: number;
  readonly summary: Readonly<Record<string, number>>;
  readonly at: string;
  readonly by: string;
}

export async function listBatches(db: Db, jurisdictionId: number): Promise<Batch[]> {
  const rows = await db
    .selectFrom('batch')
    .select(['number', 'kind', 'file', 'sha256', 'encoding', 'rows', 'summary', 'at', 'by'])
    .where('jurisdictionId', '=', jurisdictionId)
    .orderBy('number')
    .execute();
  return rows.map(({ summary, kind, ...row }) => ({
    ...row,
    kind: kind as BatchKind,
    summary: JSON.parse(summary) as Record<string, number>,
  }));
}

/** Writes the record of an import; gives its id and its number within the jurisdiction. */
export async function insertBatch(
  db: Db,
  jurisdictionId: number,
  batch: Omit<Batch, 'number'> & { readonly operationId: number },
): Promise<{ id: number; number: number }> {
  const { max } = await db
    .selectFrom('batch')
    .select(({ fn }) => fn.max('number').as('max'))
    .where('jurisdictionId', '=', jurisdictionId)
    .executeTakeFirstOrThrow();
  const number = ((max as number | null) ?? 0) + 1;
  const { id } = await db
    .insertInto('batch')
    .values({ ...batch, jurisdictionId, number, summary: JSON.stringify(batch.summary) })
    .returning('id')
    .executeTakeFirstOrThrow();
  return { id, number };
}
