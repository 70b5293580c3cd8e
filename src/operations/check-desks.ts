import { AppError } from '../errors.ts';
import type { Desk, Finding } from '../domain/desk.ts';
import { checkDesk } from '../domain/desk.ts';
import type { RunUnit } from '../domain/run.ts';
import type { Tier } from '../domain/scheme.ts';
import type { Instant } from '../domain/time.ts';
import { localDay } from '../domain/time.ts';
import type { Leader } from '../domain/unit.ts';
import { isEnded } from '../domain/unit.ts';
import type { Run } from '../store/classifications.ts';
import { findRunInForce, listRunUnits } from '../store/classifications.ts';
import type { Db } from '../store/database.ts';
import { listDesks } from '../store/desks.ts';
import type { Jurisdiction } from '../domain/jurisdiction.ts';
import { listLeaders, listUnits } from '../store/units.ts';

/** A unit of the run in force with its desk and what the check found. */
export interface CheckedDesk {
  readonly unit: RunUnit & { readonly tier: Tier };
  readonly desk: Desk | undefined;
  readonly leader: Leader | undefined;
  readonly findings: readonly Finding[];
}

/** The desks of all units that have a tier and have not ended, against the run in force; under their names of today. */
export interface DeskCheck {
  readonly run: Run;
  readonly desks: readonly CheckedDesk[];
}

/** Checks every desk against the run in force. Errors: `run-not-in-force`. */
export async function checkDesks(db: Db, jurisdiction: Jurisdiction, now: Instant): Promise<DeskCheck> {
  const run = await findRunInForce(db, jurisdiction.id);
  if (run === undefined) throw new AppError('run-not-in-force', { year: undefined });
  const desks = await listDesks(db, jurisdiction.id);
  const leaders = await listLeaders(db, jurisdiction.id);
  const today = localDay(now, jurisdiction.timeZone);
  const units = await listRunUnits(db, run.id);
  const registered = new Map((await listUnits(db, jurisdiction.id)).map((unit) => [unit.id, unit]));
  return {
    run,
    desks: units.flatMap((unit) => {
      const { tier } = unit;
      const now = registered.get(unit.unitId);
      if (tier === null || now === undefined || isEnded(now, today)) return [];
      const desk = desks.get(unit.unitId);
      const leader = leaders.get(unit.unitId);
      const findings = checkDesk({ tier, desk, hasFirstResponsible: leader !== undefined }, today);
      const { name, group, sort } = now;
      return [{ unit: { ...unit, name, group, sort, tier }, desk, leader, findings }];
    }),
  };
}

/** Units whose desk keeps them out of a roster. */
export function listBlocked(check: DeskCheck): CheckedDesk[] {
  return check.desks.filter(({ findings }) => findings.some((finding) => finding.blocks));
}
