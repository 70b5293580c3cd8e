import { AppError } from '../errors.ts';
import { readDeskRows } from '../intake/desk-columns.ts';
import type { SourceFile, SourceTerms } from '../intake/source.ts';
import { readFirstSheet, readSource } from '../intake/source.ts';
import type { DeskChange, DeskInput, DeskPeople, DeskPlan } from '../domain/desk-plan.ts';
import { planDesk, planDesks } from '../domain/desk-plan.ts';
import type { Instant } from '../domain/time.ts';
import { localDay } from '../domain/time.ts';
import { makeUnitFinder } from '../domain/unit-name.ts';
import { listTiersInForce } from '../store/classifications.ts';
import { listDesks, recordDesk } from '../store/desks.ts';
import type { Jurisdiction } from '../domain/jurisdiction.ts';
import { listNamedUnits } from '../store/units.ts';
import type { LocalWork } from './change.ts';
import { change } from './change.ts';
import { getUnitByName, readSuccessors, refuseRetired } from './find-unit.ts';
import type { ImportTask } from './import-file.ts';
import { describeRead, forEachRow } from './import-file.ts';

/** Reads a file of desks and says how it is imported. */
export async function prepareDeskImport(
  jurisdiction: Jurisdiction,
  now: Instant,
  source: SourceFile,
  terms: SourceTerms = {},
): Promise<ImportTask<DeskPlan>> {
  const read = await readSource(source, terms);
  const table = readFirstSheet(read, (sheet) => readDeskRows(sheet, terms.headers));
  const today = localDay(now, jurisdiction.timeZone);
  return {
    ...describeRead('desks', source, read, table),
    plan: async (db) => {
      const desks = await listDesks(db, jurisdiction.id);
      const tiers = await listTiersInForce(db, jurisdiction.id);
      return planDesks(table.desks, {
        finder: makeUnitFinder(await listNamedUnits(db, jurisdiction.id), jurisdiction.name),
        deskOf: (unitId) => desks.get(unitId),
        formOf: (unitId) => tiers.get(unitId),
        successorsOf: await readSuccessors(db, jurisdiction),
      });
    },
    count: ({ added, changed }) => ({ added: added.length, changed: changed.length }),
    apply: (trx, plan, _batch, _operation, tick) =>
      forEachRow([...plan.added, ...plan.changed], tick, ({ unit, before, after }) =>
        recordDesk(trx, unit.id, before, after, today),
      ),
  };
}

/** Sets fields and people of one unit's desk; what is not said stays. A first desk takes the tier of the run in force as its form. */
export async function setDesk(
  work: LocalWork,
  unitName: string,
  input: DeskInput,
  people: DeskPeople,
): Promise<DeskChange> {
  const { jurisdiction } = work;
  return change(work, async (trx) => {
    const unit = await getUnitByName(trx, jurisdiction, unitName);
    await refuseRetired(trx, jurisdiction, unit, localDay(work.now, jurisdiction.timeZone));
    const before = (await listDesks(trx, jurisdiction.id, { unitId: unit.id })).get(unit.id);
    const form = input.form ?? before?.form ?? (await listTiersInForce(trx, jurisdiction.id)).get(unit.id);
    if (form === undefined) throw new AppError('option-missing', { options: ['--form'] });
    const plan = planDesk(unit, before, { ...input, form }, people);
    if (plan.changes.length > 0) {
      await recordDesk(trx, unit.id, before, plan.after, localDay(work.now, jurisdiction.timeZone));
    }
    return { result: plan, summary: { unit: unit.code, fields: plan.changes.map(({ field }) => field) } };
  });
}
