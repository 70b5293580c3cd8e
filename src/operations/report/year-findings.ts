import type { Finding } from '../../domain/desk-check.ts';
import { maskPhone } from '../../domain/masking-phones.ts';
import { isJudged } from '../../domain/run.ts';
import type { RunUnit } from '../../domain/run.ts';
import { hasEnded } from '../../domain/span.ts';
import type { Day } from '../../domain/time.ts';
import type { OpenFinding } from '../../domain/year-report.ts';
import type { Run } from '../../store/classifications.ts';
import { listUnits } from '../../store/units.ts';
import type { LocalWork } from '../kernel/transaction.ts';
import { checkAllDesks } from '../roster/check-desks.ts';
import { listChangedUnits } from '../tier/changed-since.ts';

/**
 * Lists what is open, what weighs most first, and units in the official order: what keeps a desk out of the roster, units without a tier, volumes exactly on a
 * bound, counts that are other now than the run read them, and what else the check of the desks found. Gives the number of the run desks were checked against. Errors: `run-not-in-force`.
 */
export async function listOpenFindings(
  work: LocalWork,
  { run, runUnits, today }: { readonly run: Run; readonly runUnits: readonly RunUnit[]; readonly today: Day },
): Promise<{ readonly run: number; readonly list: readonly OpenFinding[] }> {
  const { store, jurisdiction, now } = work;
  const check = await checkAllDesks(store.db, jurisdiction, now);
  const changed = await listChangedUnits(store.db, jurisdiction.id, run.year, runUnits);
  const desks = new Map(check.desks.map(({ unit, findings }) => [unit.unitId, findings]));
  const ofRun = new Map(runUnits.map((unit) => [unit.unitId, unit]));
  const units = (await listUnits(store.db, jurisdiction.id)).filter(
    (unit) => !hasEnded(unit, today) && isJudged(run.scheme, unit),
  );
  const list = units.flatMap(({ id, code, name }): OpenFinding[] => {
    const own = ofRun.get(id);
    const unit = { code, name };
    return [
      ...(desks.get(id) ?? []).map((finding) => ({
        ...unit,
        kind: 'desk' as const,
        finding: cover(finding),
      })),
      ...(own === undefined ? [{ ...unit, kind: 'without-tier' as const }] : []),
      ...(own?.tier === null ? [{ ...unit, kind: 'without-count' as const }] : []),
      ...(own?.onBound === true && own.volume !== null
        ? [{ ...unit, kind: 'on-bound' as const, volume: own.volume }]
        : []),
      ...(changed.get(id) ?? []).map(({ unit: of, before, now: counts }) => ({
        ...{ ...unit, kind: 'counts-changed' as const },
        ...{ of, before, now: counts },
      })),
    ];
  });
  return { run: check.run.number, list: list.toSorted((a, b) => weightOf(a) - weightOf(b)) };
}

/** What weighs more stands first: a smaller number. */
function weightOf(open: OpenFinding): number {
  if (open.kind === 'desk') return open.finding.blocks ? 0 : 5;
  return { 'without-tier': 1, 'without-count': 2, 'on-bound': 3, 'counts-changed': 4 }[open.kind];
}

/** A number of a person that is none may be most of a mobile: it is shown as one. */
function cover(finding: Finding): Finding {
  return finding.code === 'person-phone-not-valid' && finding.value !== null
    ? { ...finding, value: maskPhone(finding.value) }
    : finding;
}
