import { AppError } from '../../errors.ts';
import type { Desk } from '../../domain/desk.ts';
import type { Jurisdiction } from '../../domain/jurisdiction.ts';
import { isWithdrawn } from '../../domain/office.ts';
import { parseDuties } from '../../domain/roster-template.ts';
import type { Tier } from '../../domain/scheme.ts';
import type { Leader } from '../../domain/unit.ts';
import type { Instant } from '../../domain/time.ts';
import { localDay } from '../../domain/time.ts';
import { insertFormSent } from '../../store/forms.ts';
import { listOffices } from '../../store/offices.ts';
import type { Db } from '../../store/db.ts';
import type { LocalWork } from '../kernel/transaction.ts';
import { transaction } from '../kernel/transaction.ts';
import { recordShownIn } from '../privacy/record-shown.ts';
import { checkAllDesks } from './check-desks.ts';
import { getUnitByName } from '../unit/find-unit.ts';
import { getTemplate } from './roster-templates.ts';

/** What a form asks a unit, with what is on record of it. */
export interface DeskForm {
  readonly unitId: number;
  readonly code: string;
  readonly unit: string;
  readonly tier: Tier;
  readonly desk: Desk | undefined;
  /** Duties proposed for its tier, where it has none of its own. */
  readonly duties: string;
  /** Offices in force, for the names that are added to one. */
  readonly offices: readonly string[];
  /** All offices on record, for the one that is withdrawn. */
  readonly allOffices: readonly string[];
  readonly leader: Leader | undefined;
}

/** Forms to be sent, and units in the scheme that get none, for the run gives them no tier. */
export interface DeskForms {
  readonly forms: readonly DeskForm[];
  readonly without: readonly string[];
}

/** Makes the forms of all units that have a tier by the run in force, or of those named. Errors: `run-not-in-force`, `unit-not-found`, `run-unit-not-found`. */
export async function makeDeskForms(
  db: Db,
  jurisdiction: Jurisdiction,
  now: Instant,
  names: readonly string[],
): Promise<DeskForms> {
  const { run, desks, withoutTier } = await checkAllDesks(db, jurisdiction, now);
  const today = localDay(now, jurisdiction.timeZone);
  const duties = parseDuties((await getTemplate(db, jurisdiction, 'duties')).sections);
  const offices = await listOffices(db, jurisdiction.id);
  const wanted = new Set<number>();
  for (const name of names) {
    const unit = await getUnitByName(db, jurisdiction, name);
    if (!desks.some((one) => one.unit.unitId === unit.id)) {
      throw new AppError('run-unit-not-found', { unit: unit.name, run: run.number });
    }
    wanted.add(unit.id);
  }
  const forms = desks
    .filter(({ unit }) => names.length === 0 || wanted.has(unit.unitId))
    .map(({ unit, desk, leader }): DeskForm => {
      const own = offices.get(unit.unitId) ?? [];
      return {
        unitId: unit.unitId,
        code: unit.code,
        unit: unit.name,
        tier: unit.tier,
        desk,
        duties: duties[unit.tier],
        offices: own.filter((office) => !isWithdrawn(office, today)).map(({ name }) => name),
        allOffices: own.map(({ name }) => name),
        leader,
      };
    });
  return { forms, without: names.length === 0 ? withoutTier : [] };
}

/** Writes forms, and puts on record that they went out today: both, or neither. */
export async function recordFormsSent(
  asked: LocalWork,
  { forms, write }: { readonly forms: readonly DeskForm[]; readonly write: () => void },
): Promise<void> {
  await transaction(asked, async (trx, operation, work) => {
    const on = localDay(work.now, work.jurisdiction.timeZone);
    await operation.seal({ forms: forms.map(({ code }) => code), on });
    for (const { unitId } of forms) await insertFormSent(trx, { unitId, on, operationId: operation.id });
    const withMobiles = forms.filter(({ desk }) => desk?.persons.some(({ mobile }) => mobile !== null));
    if (withMobiles.length > 0)
      await recordShownIn(trx, operation, work, {
        shown: 'desk-mobiles',
        subject: `forms of ${String(withMobiles.length)} units`,
      });
    // Last, and within the transaction: when the files cannot be written, nothing is on record.
    write();
    return { result: undefined, summary: { forms: forms.length, on } };
  });
}
