import type { Jurisdiction } from '../domain/jurisdiction.ts';
import type { Copy, EditionHead, RosterEntry } from '../domain/roster.ts';
import type { UnitDiff } from '../domain/roster-diff.ts';
import { compareRosters } from '../domain/roster-diff.ts';
import type { Instant } from '../domain/time.ts';
import type { Db } from '../store/database.ts';
import type { Edition } from '../store/editions.ts';
import { getEdition, listEntries } from '../store/editions.ts';
import { digestOf } from './digest.ts';
import { draftRoster } from './draft-roster.ts';

/** An edition with its entries. */
export interface PublishedRoster {
  readonly edition: Edition;
  readonly entries: readonly RosterEntry[];
  /** The entries of the edition that one of changes is told against; null for a full one. */
  readonly base: readonly RosterEntry[] | null;
  /** Whether head and entries still have the digest they were sealed with. */
  readonly isIntact: boolean;
}

/** Reads a published edition and checks it against its digest. */
export async function readEdition(
  db: Db,
  jurisdiction: Jurisdiction,
  number: number | undefined,
): Promise<PublishedRoster> {
  const edition = await getEdition(db, jurisdiction.id, number);
  const entries = await listEntries(db, edition.id);
  const { changesSince, supersedes, reason, notice, withGaps, publishedOn, documentNo, issuers, run } =
    edition;
  const head: EditionHead = {
    jurisdiction: jurisdiction.code,
    number: edition.number,
    publishedOn,
    documentNo,
    issuers,
    run,
    ...(changesSince === null ? {} : { changesSince }),
    ...(supersedes === null ? {} : { supersedes }),
    ...(reason === null ? {} : { reason }),
    ...(notice === null ? {} : { notice }),
    ...(withGaps ? { withGaps } : {}),
  };
  const base =
    changesSince === null
      ? null
      : await listEntries(db, (await getEdition(db, jurisdiction.id, changesSince)).id);
  return { edition, entries, base, isIntact: (await digestOf({ head, entries })) === edition.digest };
}

/** Compares an edition with a later one, or with the roster as it would be today. */
export async function compareEditions(
  db: Db,
  jurisdiction: Jurisdiction,
  now: Instant,
  terms: { readonly from: number; readonly to: number | undefined; readonly copy: Copy },
): Promise<{ readonly from: Edition; readonly to: Edition | null; readonly diffs: readonly UnitDiff[] }> {
  const from = await getEdition(db, jurisdiction.id, terms.from);
  const before = await listEntries(db, from.id);
  const withCounties = before.some((entry) => entry.county !== undefined);
  const to = terms.to === undefined ? null : await getEdition(db, jurisdiction.id, terms.to);
  const after =
    to === null
      ? (await draftRoster(db, jurisdiction, now, { withCounties })).entries
      : await listEntries(db, to.id);
  return { from, to, diffs: compareRosters(before, after, terms.copy) };
}
