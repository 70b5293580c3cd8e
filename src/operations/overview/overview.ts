import type { Jurisdiction } from '../../domain/jurisdiction.ts';
import type { RunCounts } from '../../domain/run.ts';
import { addCounts, countRun } from '../../domain/run.ts';
import type { Run } from '../../store/classifications.ts';
import { findRunInForce, listRunUnits } from '../../store/classifications.ts';
import type { Db } from '../../store/db.ts';
import { getJurisdiction, listJurisdictions } from '../../store/jurisdictions.ts';

/** What the run in force of one jurisdiction says; null where none is. */
export interface JurisdictionTiers {
  readonly code: string;
  readonly name: string;
  readonly run: Run | null;
  readonly counts: RunCounts | null;
}

/**
 * Reads the runs in force of all jurisdictions, each city followed by its counties; of one city and its counties if it is
 * named. Of the year asked, else of the latest each has.
 */
export async function getOverview(
  db: Db,
  city: string | undefined,
  year: number | undefined,
): Promise<{ readonly lines: readonly JurisdictionTiers[]; readonly totals: RunCounts }> {
  const all = await listJurisdictions(db);
  const named = city === undefined ? undefined : await getJurisdiction(db, city);
  const belongs = (one: Jurisdiction, to: Jurisdiction): boolean =>
    one.code === to.code || one.parent === to.code;
  const heads = all.filter((one) => one.parent === null);
  const ordered = heads.flatMap((head) => [head, ...all.filter((one) => one.parent === head.code)]);
  const shown = named === undefined ? ordered : ordered.filter((one) => belongs(one, named));
  const lines: JurisdictionTiers[] = [];
  for (const { id, code, name } of shown) {
    const run = (await findRunInForce(db, id, year)) ?? null;
    const counts = run === null ? null : countRun(run.scheme, await listRunUnits(db, run.id));
    lines.push({ code, name, run, counts });
  }
  return { lines, totals: addCounts(lines.flatMap(({ counts }) => counts ?? [])) };
}
