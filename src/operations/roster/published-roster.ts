import type { Jurisdiction } from '../../domain/jurisdiction.ts';
import type { Copy, EditionHead, RosterEntry } from '../../domain/roster.ts';
import { firstLayout } from '../../domain/roster.ts';
import type { UnitDiff } from '../../domain/roster-diff.ts';
import { compareRosters } from '../../domain/roster-diff.ts';
import type { Instant } from '../../domain/time.ts';
import type { Db } from '../../store/db.ts';
import type { Edition } from '../../store/editions.ts';
import { comesMasked, getEdition, listEntries } from '../../store/editions.ts';
import { digestOf } from '../kernel/digest.ts';
import { compareWithToday } from './draft-roster.ts';

/** An edition with its entries. */
export interface PublishedRoster {
  readonly edition: Edition;
  readonly entries: readonly RosterEntry[];
  /** The entries of the edition that one of changes is told against; null for a full one. */
  readonly base: readonly RosterEntry[] | null;
  /** Whether head and entries still have the digest they were sealed with; of one of changes, those of the edition before too. */
  readonly isIntact: boolean;
  /** Whether editions are told against each other in a loop, which only somebody past the tool can make. */
  readonly isLoop: boolean;
}

/** Reads a published edition and checks it against its digest. */
export async function getPublishedRoster(
  db: Db,
  jurisdiction: Jurisdiction,
  number: number | undefined,
  later: ReadonlySet<number> = new Set(),
): Promise<PublishedRoster> {
  const edition = await getEdition(db, jurisdiction.id, number);
  const entries = await listEntries(db, edition.id);
  const {
    changesSince,
    supersedes,
    reason,
    notice,
    withGaps,
    layout,
    publishedOn,
    documentNo,
    issuers,
    run,
  } = edition;
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
    ...(layout === firstLayout ? {} : { layout }),
  };
  // What an edition of changes prints is made of the one before too.
  const passed = new Set([...later, edition.number]);
  // An edition is told against an earlier one; a loop among them was made past the tool.
  const isLoop = changesSince !== null && passed.has(changesSince);
  const base =
    changesSince === null || isLoop ? null : await getPublishedRoster(db, jurisdiction, changesSince, passed);
  // Without the mobiles that a reader of a server does not get nothing can be told.
  const isOwnIntact = comesMasked(db) || (await digestOf({ head, entries })) === edition.digest;
  return {
    edition,
    entries,
    base: base?.entries ?? null,
    isIntact: isOwnIntact && !isLoop && base?.isIntact !== false,
    isLoop: isLoop || base?.isLoop === true,
  };
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
  const to = terms.to === undefined ? null : await getEdition(db, jurisdiction.id, terms.to);
  const { copy } = terms;
  const diffs =
    to === null
      ? (await compareWithToday(db, jurisdiction, now, { before, copy })).diffs
      : compareRosters(before, await listEntries(db, to.id), copy, { withPlace: true });
  return { from, to, diffs };
}
