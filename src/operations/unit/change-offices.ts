import { AppError } from '../../errors.ts';
import type { Office, OfficeChange, OfficePlan } from '../../domain/office.ts';
import { findOffice, planOffices } from '../../domain/office.ts';
import { localDay } from '../../domain/time.ts';
import { makeUnitFinder } from '../../domain/unit-finder.ts';
import { parseOfficeRows } from '../../intake/office-columns.ts';
import type { SourceFile } from '../../intake/source-file.ts';
import type { SourceTerms } from '../../intake/source.ts';
import { parseFittingSheet, parseSource } from '../../intake/source.ts';
import { listOffices, recordOffice } from '../../store/offices.ts';
import { listNamedUnits } from '../../store/units.ts';
import type { LocalWork } from '../kernel/transaction.ts';
import { changeRegister } from '../kernel/change-register.ts';
import { getUnitByName, findSuccessorNames, refuseRetired } from './find-unit.ts';
import type { ImportTask } from '../import/import-file.ts';
import { describeRead, forEachRow } from '../import/import-file.ts';

/** Reads a file of internal offices and says how it is imported. */
export async function prepareOfficeImport(
  work: LocalWork,
  terms: SourceTerms & { readonly source: SourceFile },
): Promise<ImportTask<OfficePlan>> {
  const { jurisdiction, now } = work;
  const { source } = terms;
  const read = await parseSource(source, terms);
  const table = parseFittingSheet(read, (sheet) => parseOfficeRows(sheet, terms.headers));
  return {
    ...describeRead('offices', source, read, table),
    plan: async (db) => {
      const offices = await listOffices(db, jurisdiction.id);
      const finder = makeUnitFinder(await listNamedUnits(db, jurisdiction.id), jurisdiction.name);
      const plan = planOffices(table.offices, {
        finder,
        officesOf: (unitId) => offices.get(unitId) ?? [],
        successorsOf: await findSuccessorNames(db, jurisdiction),
        today: localDay(now, jurisdiction.timeZone),
      });
      return { ...plan, readings: finder.readings() };
    },
    count: ({ added, changed }) => ({ added: added.length, changed: changed.length }),
    apply: (trx, plan, _batch, _operation, tick) =>
      forEachRow([...plan.added, ...plan.changed], tick, ({ unit, before, after }) =>
        recordOffice(trx, unit.id, before, after),
      ),
  };
}

/**
 * Puts one office of a unit on record, or says from when it is no more; `withdrawnOn: null` puts it in force again.
 *
 * Errors: `unit-not-found`, `unit-retired`, `time-in-future`.
 */
export async function setOffice(
  asked: LocalWork,
  terms: { readonly unit: string; readonly office: string; readonly withdrawnOn?: string | null },
): Promise<OfficeChange> {
  return changeRegister(asked, async (trx, _operation, work) => {
    const { jurisdiction, now } = work;
    const today = localDay(now, jurisdiction.timeZone);
    const unit = await getUnitByName(trx, jurisdiction, terms.unit);
    await refuseRetired(trx, jurisdiction, unit);
    if (typeof terms.withdrawnOn === 'string' && terms.withdrawnOn > today) {
      throw new AppError('time-in-future', { time: terms.withdrawnOn });
    }
    const before = findOffice((await listOffices(trx, jurisdiction.id)).get(unit.id) ?? [], terms.office);
    const withdrawnOn = terms.withdrawnOn === undefined ? (before?.withdrawnOn ?? null) : terms.withdrawnOn;
    const after: Office = { name: before?.name ?? terms.office, withdrawnOn };
    await recordOffice(trx, unit.id, before, after);
    return { result: { unit, before, after }, summary: { unit: unit.code, office: after.name, withdrawnOn } };
  });
}
