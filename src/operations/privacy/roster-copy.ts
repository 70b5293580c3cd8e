import type { Copy, RosterEntry } from '../../domain/roster.ts';
import { publicEntry, tellsPlaces } from '../../domain/roster.ts';
import type { UnitDiff } from '../../domain/roster-diff.ts';
import { compareRosters } from '../../domain/roster-diff.ts';
import type { Edition } from '../../store/editions.ts';
import type { LocalWork } from '../kernel/transaction.ts';
import { compareEditions, getPublishedRoster } from '../roster/published-roster.ts';
import { recordShown } from './record-shown.ts';

/** An edition as one of its copies has it. */
export interface RosterCopy {
  readonly edition: Edition;
  /** Of a public copy without what is internal. */
  readonly entries: readonly RosterEntry[];
  /** What changed since the edition before; null for a full edition. */
  readonly diffs: readonly UnitDiff[] | null;
  readonly isIntact: boolean;
}

/** What the roster keeps for the internal copy, left empty. */
function withoutInternal(entry: RosterEntry): RosterEntry {
  return {
    ...publicEntry(entry),
    internal: {
      firstResponsible: null,
      leaderInCharge: null,
      head: null,
      liaison: null,
      mobile: null,
      confirmedOn: null,
    },
  };
}

/**
 * Gets a copy of an edition to be printed; of an internal one it goes on record first, unless `look` refuses the edition.
 *
 * Errors: `edition-not-found`, `text-personal` for its reason, those of `look`.
 */
export async function getRosterCopy(
  work: LocalWork,
  terms: {
    readonly look?: (edition: Edition) => void;
    readonly number: number | undefined;
    readonly copy: Copy;
    readonly reason: string | undefined;
  },
): Promise<RosterCopy> {
  const { look = () => undefined } = terms;
  const { store, jurisdiction } = work;
  const { copy, reason } = terms;
  const { edition, entries, base, isIntact } = await getPublishedRoster(store.db, jurisdiction, terms.number);
  look(edition);
  if (copy === 'internal')
    await recordShown(work, {
      shown: 'internal-roster',
      subject: `edition ${String(edition.number)}`,
      reason,
    });
  return {
    edition,
    entries: copy === 'internal' ? entries : entries.map(withoutInternal),
    diffs:
      base === null ? null : compareRosters(base, entries, copy, { withPlace: tellsPlaces(edition.layout) }),
    isIntact,
  };
}

/** Tells what changed since an edition in one of its copies; of the internal one it goes on record first. Errors: `edition-not-found`. */
export async function compareRosterCopies(
  work: LocalWork,
  terms: { readonly from: number; readonly to: number | undefined; readonly copy: Copy },
): Promise<readonly UnitDiff[]> {
  const { diffs, from } = await compareEditions(work.store.db, work.jurisdiction, work.now, terms);
  if (terms.copy === 'internal')
    await recordShown(work, {
      shown: 'internal-roster',
      subject: `changes since edition ${String(from.number)}`,
    });
  return diffs;
}
