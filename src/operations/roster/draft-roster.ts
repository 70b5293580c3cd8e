import type { Jurisdiction } from '../../domain/jurisdiction.ts';
import type { UnitDiff } from '../../domain/roster-diff.ts';
import { compareRosters } from '../../domain/roster-diff.ts';
import type { Copy, RosterEntry, RosterSource } from '../../domain/roster.ts';
import { makeRoster } from '../../domain/roster.ts';
import type { Instant } from '../../domain/time.ts';
import type { Db } from '../../store/db.ts';
import type { UnitEntry } from '../../store/editions.ts';
import { listEditions, listUnitEntries } from '../../store/editions.ts';
import { listJurisdictions } from '../../store/jurisdictions.ts';
import type { CheckedDesk, DeskCheck } from './check-desks.ts';
import { checkAllDesks, listBlocked } from './check-desks.ts';

/** The roster as it would be published today. */
export interface RosterDraft {
  readonly check: DeskCheck;
  readonly entries: readonly RosterEntry[];
  /** The units the entries are about, in the same order. */
  readonly unitIds: readonly number[];
  readonly blocked: readonly CheckedDesk[];
  /** Counties that are to be in it and have published no edition. */
  readonly countiesWithout: readonly string[];
  /** Whether a county published its own with gaps. */
  readonly countiesHaveGaps: boolean;
}

/** Drafts the roster from the run in force and the desks of today; with its counties after a city, as they published theirs. */
export async function draftRoster(
  db: Db,
  jurisdiction: Jurisdiction,
  now: Instant,
  terms: { readonly withCounties?: boolean } = {},
): Promise<RosterDraft> {
  const check = await checkAllDesks(db, jurisdiction, now);
  const sources = check.desks.map(({ unit, parentId, desk, leader }): RosterSource => ({
    unitId: unit.unitId,
    parentId,
    unitCode: unit.code,
    unit: unit.name,
    group: unit.group,
    sort: unit.sort,
    tier: unit.tier,
    desk,
    firstResponsible: leader ?? null,
  }));
  const idOf = new Map(sources.map(({ unitCode, unitId }) => [unitCode, unitId]));
  const own = makeRoster(sources, jurisdiction.areaCode).map((entry): UnitEntry => ({
    unitId: idOf.get(entry.unitCode) ?? 0,
    entry,
  }));
  const counties =
    terms.withCounties === true
      ? await listCountyEntries(db, jurisdiction)
      : { entries: [], without: [], hasGaps: false };
  const lines = [...own, ...counties.entries];
  return {
    check,
    entries: lines.map(({ entry }) => entry),
    unitIds: lines.map(({ unitId }) => unitId),
    blocked: listBlocked(check),
    countiesWithout: counties.without,
    countiesHaveGaps: counties.hasGaps,
  };
}

async function listCountyEntries(
  db: Db,
  { code }: Jurisdiction,
): Promise<{ entries: UnitEntry[]; without: string[]; hasGaps: boolean }> {
  const counties = (await listJurisdictions(db)).filter((one) => one.parent === code);
  const entries: UnitEntry[] = [];
  const without: string[] = [];
  let hasGaps = false;
  for (const county of counties) {
    const edition = (await listEditions(db, county.id)).at(-1);
    if (edition === undefined) without.push(county.name);
    else {
      hasGaps ||= edition.withGaps;
      const published = await listUnitEntries(db, edition.id);
      entries.push(
        ...published.map(({ unitId, entry }) => ({
          unitId,
          entry: { ...entry, county: county.name, countyCode: county.code },
        })),
      );
    }
  }
  return { entries, without, hasGaps };
}

/**
 * Drafts the roster and compares it with the lines of an edition: what differs in the public copy is unpublished. The
 * draft has counties where the edition has them, so that a county's lines are no difference of themselves.
 */
export async function compareWithToday(
  db: Db,
  jurisdiction: Jurisdiction,
  now: Instant,
  terms: { readonly before: readonly RosterEntry[]; readonly copy: Copy; readonly withCounties?: boolean },
): Promise<{ readonly draft: RosterDraft; readonly diffs: readonly UnitDiff[] }> {
  const { before, copy } = terms;
  const withCounties = terms.withCounties === true || hasCounties(before);
  const draft = await draftRoster(db, jurisdiction, now, { withCounties });
  return { draft, diffs: compareRosters(before, draft.entries, copy, { withPlace: true }) };
}

/** Whether a roster has the lines of counties after those of its city. */
function hasCounties(entries: readonly RosterEntry[]): boolean {
  return entries.some((entry) => entry.county !== undefined);
}
