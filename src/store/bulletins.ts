import type { BulletinContent } from '../domain/bulletin.ts';
import type { Db, Trx } from './db.ts';

/** A row of an issue, as it stands in its table. */
export interface BulletinRow {
  readonly id: number;
  readonly number: number;
  readonly periodFrom: string;
  readonly periodUntil: string;
  readonly publishedOn: string;
  readonly documentNo: string;
  readonly corrects: number | null;
  /** Number of the issue that set this one right last. */
  readonly correctedBy: number | null;
  /** As it is written. */
  readonly content: string;
  readonly digest: string;
  readonly at: string;
  readonly by: string;
  readonly operationId: number;
}

/** Lists the issues of a jurisdiction, in the order of their numbers. */
export async function listBulletins(db: Db, jurisdictionId: number): Promise<BulletinRow[]> {
  const rows = await db
    .selectFrom('bulletin as b')
    .leftJoin('bulletin as wrong', 'wrong.id', 'b.correctsId')
    .select([
      'b.id',
      'b.number',
      'b.periodFrom',
      'b.periodUntil',
      'b.publishedOn',
      'b.documentNo',
      'wrong.number as corrects',
      'b.content',
      'b.digest',
      'b.at',
      'b.by',
      'b.operationId',
    ])
    .where('b.jurisdictionId', '=', jurisdictionId)
    .orderBy('b.number')
    .execute();
  return rows.map((row) => ({
    ...row,
    correctedBy: rows.findLast(({ corrects }) => corrects === row.number)?.number ?? null,
  }));
}

/** What an issue prints, from the text it is kept as. */
export function parseBulletinContent(content: string): BulletinContent {
  return JSON.parse(content) as BulletinContent;
}

/** Writes an issue, sealed from then on. */
export async function insertBulletin(
  trx: Trx,
  bulletin: {
    readonly jurisdictionId: number;
    readonly number: number;
    readonly periodFrom: string;
    readonly periodUntil: string;
    readonly publishedOn: string;
    readonly documentNo: string;
    readonly correctsId: number | null;
    readonly content: string;
    readonly digest: string;
    readonly at: string;
    readonly by: string;
    readonly operationId: number;
  },
): Promise<void> {
  await trx.insertInto('bulletin').values(bulletin).execute();
}
