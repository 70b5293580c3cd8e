import { AppError } from '../../errors.ts';
import type { Jurisdiction } from '../../domain/jurisdiction.ts';
import type { UnitDiff } from '../../domain/roster-diff.ts';
import type { Instant } from '../../domain/time.ts';
import type { Db } from '../../store/db.ts';
import type { Edition } from '../../store/editions.ts';
import { getEdition, listEntries } from '../../store/editions.ts';
import type { RosterDraft } from './draft-roster.ts';
import { compareWithToday, draftRoster } from './draft-roster.ts';

/** What would be published today. */
export interface RosterPreview {
  readonly draft: RosterDraft;
  /** The newest edition, which what changed is told against; undefined for a full roster. */
  readonly base: Edition | undefined;
  /** What changed since; null for a full roster. */
  readonly diffs: readonly UnitDiff[] | null;
}

/**
 * Makes what would be published today: the whole roster, or what changed since the newest edition. Errors: `edition-none` for changes
 * without an edition, `roster-unchanged` where there are none.
 */
export async function previewRoster(
  db: Db,
  jurisdiction: Jurisdiction,
  now: Instant,
  terms: { readonly withCounties: boolean; readonly changes: boolean },
): Promise<RosterPreview> {
  const { withCounties, changes } = terms;
  if (!changes)
    return {
      draft: await draftRoster(db, jurisdiction, now, { withCounties }),
      base: undefined,
      diffs: null,
    };
  const base = await getEdition(db, jurisdiction.id, undefined);
  const before = await listEntries(db, base.id);
  const { draft, diffs } = await compareWithToday(db, jurisdiction, now, {
    before,
    copy: 'public',
    withCounties,
  });
  if (diffs.length === 0) throw new AppError('roster-unchanged', { number: base.number });
  return { draft, base, diffs };
}
