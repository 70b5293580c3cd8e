import { AppError } from '../../errors.ts';
import type { EventData, LinkKind } from '../../domain/appeal-event.ts';
import { originalOf } from '../../domain/course.ts';
import type { Jurisdiction } from '../../domain/jurisdiction.ts';
import { getAppeal } from '../../store/appeals.ts';
import { listLinksTo } from '../../store/appeal-links.ts';
import type { Db } from '../../store/db.ts';
import type { LocalWork } from '../kernel/transaction.ts';
import type { ActedAppeal } from './record-event.ts';
import { getActedAppeal } from './record-event.ts';

/** How an appeal is to stand to another, or a link that is to be taken back. */
type LinkTerms = { readonly kind: LinkKind; readonly number: string } | { readonly remove: string };

/**
 * Decides what a link says: how an appeal stands to another, or which links to it are taken back. A duplicate has one original, nothing is
 * linked twice in one way, and links lead in no circle.
 *
 * Errors: `appeal-not-found`, `appeal-voided`, `appeal-linked-to-itself`, `appeal-linked-already`, `appeal-duplicate-already`, `appeal-not-linked`.
 */
export async function decideLink(
  db: Db,
  { jurisdiction }: LocalWork,
  { appeal: { number }, course }: ActedAppeal,
  terms: LinkTerms,
): Promise<EventData> {
  if ('remove' in terms) {
    const other = await getAppeal(db, jurisdiction.id, terms.remove);
    const unlink = course.links.filter((link) => link.number === other.number);
    if (unlink.length === 0) throw new AppError('appeal-not-linked', { number, other: other.number });
    return { unlink };
  }
  const { kind } = terms;
  const other = await getAppeal(db, jurisdiction.id, terms.number);
  if (other.isVoided) throw new AppError('appeal-voided', { number: other.number });
  if (other.number === number) throw new AppError('appeal-linked-to-itself', { number });
  if (course.links.some((link) => link.kind === kind && link.number === other.number))
    throw new AppError('appeal-linked-already', { number, other: other.number });
  const original = originalOf(course);
  if (kind === 'duplicate-of' && original !== null)
    throw new AppError('appeal-duplicate-already', { number, original });
  if (kind !== 'related') await refuseCircle(db, jurisdiction, number, other.number);
  return { link: { kind, number: other.number } };
}

/** Refuses to call an appeal a duplicate of one, or that one said again, which leads back to it: nobody would handle either. */
async function refuseCircle(
  db: Db,
  jurisdiction: Jurisdiction,
  number: string,
  first: string,
): Promise<void> {
  const seen = new Set<string>();
  const waiting = [first];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (next === number) throw new AppError('appeal-linked-to-itself', { number });
    if (seen.has(next)) continue;
    seen.add(next);
    const { course } = await getActedAppeal(db, jurisdiction, next);
    waiting.push(...course.links.filter(({ kind }) => kind !== 'related').map((link) => link.number));
  }
}

/** Numbers of the appeals that are duplicates of one and not closed. */
export async function listOpenDuplicates(
  db: Db,
  { id }: Jurisdiction,
  number: string,
): Promise<readonly string[]> {
  const links = (await listLinksTo(db, id, number)).filter(({ kind }) => kind === 'duplicate-of');
  const open: string[] = [];
  for (const link of links) {
    const { state, isVoided } = await getAppeal(db, id, link.number);
    if (state !== 'closed' && !isVoided) open.push(link.number);
  }
  return open;
}
