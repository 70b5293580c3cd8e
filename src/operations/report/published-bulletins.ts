import { AppError } from '../../errors.ts';
import type { BulletinContent } from '../../domain/bulletin.ts';
import type { BulletinRow } from '../../store/bulletins.ts';
import { listBulletins, parseBulletinContent } from '../../store/bulletins.ts';
import type { Db } from '../../store/db.ts';
import { digestOf } from '../kernel/digest.ts';

/** An issue of the bulletin, as it was published. */
export interface PublishedBulletin extends Omit<BulletinRow, 'content' | 'id' | 'operationId'> {
  readonly content: BulletinContent;
  /** Whether it still is what was sealed. */
  readonly isIntact: boolean;
}

/** What the digest of an issue covers: its head, and all that it prints. */
export function sealedBulletin(
  row: Pick<BulletinRow, 'number' | 'periodFrom' | 'periodUntil' | 'publishedOn' | 'documentNo'>,
  content: BulletinContent,
): unknown {
  const { number, periodFrom, periodUntil, publishedOn, documentNo } = row;
  return { bulletin: { number, periodFrom, periodUntil, publishedOn, documentNo }, content };
}

/** Lists the issues of a jurisdiction and holds each against its digest. */
export async function listPublishedBulletins(db: Db, jurisdictionId: number): Promise<PublishedBulletin[]> {
  const issues: PublishedBulletin[] = [];
  for (const { content: written, id: _id, operationId: _operation, ...row } of await listBulletins(
    db,
    jurisdictionId,
  )) {
    const content = parseBulletinContent(written);
    const isIntact = (await digestOf(sealedBulletin(row, content))) === row.digest;
    issues.push({ ...row, content, isIntact });
  }
  return issues;
}

/** Gets an issue by its number, without one the newest. Errors: `bulletin-none`, `bulletin-not-found`. */
export async function getPublishedBulletin(
  db: Db,
  jurisdictionId: number,
  number: number | undefined,
): Promise<PublishedBulletin> {
  const issues = await listPublishedBulletins(db, jurisdictionId);
  const found = number === undefined ? issues.at(-1) : issues.find((issue) => issue.number === number);
  if (found !== undefined) return found;
  if (number === undefined) throw new AppError('bulletin-none', {});
  throw new AppError('bulletin-not-found', { number, numbers: issues.map((issue) => issue.number) });
}
