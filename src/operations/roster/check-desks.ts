import { AppError } from '../../errors.ts';
import type { Desk } from '../../domain/desk.ts';
import type { DeskFacts, Finding } from '../../domain/desk-check.ts';
import { checkDesks } from '../../domain/desk-check.ts';
import type { RunUnit } from '../../domain/run.ts';
import { isJudged } from '../../domain/run.ts';
import type { Tier } from '../../domain/scheme.ts';
import type { Instant } from '../../domain/time.ts';
import { localDay } from '../../domain/time.ts';
import type { Leader } from '../../domain/unit.ts';
import { hasEnded } from '../../domain/span.ts';
import type { Run } from '../../store/classifications.ts';
import { findRunInForce, listRunUnits } from '../../store/classifications.ts';
import type { Db } from '../../store/db.ts';
import { listDesks } from '../../store/desks.ts';
import type { Jurisdiction } from '../../domain/jurisdiction.ts';
import { listFormsSent } from '../../store/forms.ts';
import { listOffices } from '../../store/offices.ts';
import { listLeaders, listUnits } from '../../store/units.ts';

/** A unit of the run in force with its desk and what the check found. */
export interface CheckedDesk {
  readonly unit: RunUnit & { readonly tier: Tier };
  /** The unit it is subordinate to. */
  readonly parentId: number | null;
  readonly desk: Desk | undefined;
  readonly leader: Leader | undefined;
  readonly findings: readonly Finding[];
}

/** The desks of all units that have a tier and have not ended, against the run in force; under their names of today. */
export interface DeskCheck {
  readonly run: Run;
  readonly desks: readonly CheckedDesk[];
  /** Names of units in the scheme, not ended, to which the run gives no tier: they had no count, or came after it. */
  readonly withoutTier: readonly string[];
}

/** Checks every desk against the run in force. Errors: `run-not-in-force`. */
export async function checkAllDesks(db: Db, jurisdiction: Jurisdiction, now: Instant): Promise<DeskCheck> {
  const { id, areaCode } = jurisdiction;
  const run = await findRunInForce(db, id);
  if (run === undefined) throw new AppError('run-not-in-force', { year: undefined });
  const desks = await listDesks(db, id);
  const leaders = await listLeaders(db, id);
  const offices = await listOffices(db, id);
  const forms = await listFormsSent(db, id);
  const today = localDay(now, jurisdiction.timeZone);
  const registered = new Map((await listUnits(db, id)).map((unit) => [unit.id, unit]));
  const runUnits = await listRunUnits(db, run.id);
  const placedUnits = new Set(runUnits.flatMap(({ unitId, tier }) => (tier === null ? [] : [unitId])));
  const inOrder = runUnits.toSorted((a, b) => {
    const sort = (unit: RunUnit): number => registered.get(unit.unitId)?.sort ?? unit.sort;
    return sort(a) - sort(b) || (a.code < b.code ? -1 : 1);
  });
  const checked = inOrder.flatMap((unit) => {
    const { tier, unitId } = unit;
    const current = registered.get(unitId);
    if (tier === null || current === undefined || hasEnded(current, today)) return [];
    const { name, group, sort, officeLimit, parentId } = current;
    const desk = desks.get(unitId);
    const leader = leaders.get(unitId);
    const facts: DeskFacts = {
      unit: name,
      tier,
      group,
      isSubordinate: parentId !== null && placedUnits.has(parentId),
      desk,
      hasFirstResponsible: leader !== undefined,
      offices: offices.get(unitId) ?? [],
      officeLimit,
      formSentOn: forms.get(unitId) ?? null,
    };
    return [{ facts, unit: { ...unit, name, group, sort, tier }, parentId, desk, leader }];
  });
  const findings = checkDesks(
    checked.map(({ facts }) => facts),
    { today, areaCode },
  );
  const placed = new Set(checked.map(({ unit }) => unit.unitId));
  const withoutTier = [...registered.values()].filter(
    (unit) => !placed.has(unit.id) && !hasEnded(unit, today) && isJudged(run.scheme, unit),
  );
  return {
    run,
    withoutTier: withoutTier.map(({ name }) => name),
    desks: checked.map(({ unit, parentId, desk, leader }, at) => ({
      unit,
      parentId,
      desk,
      leader,
      findings: findings[at] ?? [],
    })),
  };
}

/** Units whose desk keeps them out of a roster. */
export function listBlocked(check: DeskCheck): CheckedDesk[] {
  return check.desks.filter(({ findings }) => findings.some((finding) => finding.blocks));
}
