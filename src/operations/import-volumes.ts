import { AppError } from '../errors.ts';
import type { SourceFile, SourceTerms } from '../intake/source.ts';
import { readFirstSheet, readSource } from '../intake/source.ts';
import { readVolumeRows } from '../intake/volume-columns.ts';
import type { VolumePlan, VolumeUnit } from '../domain/volume-plan.ts';
import { planVolumes } from '../domain/volume-plan.ts';
import { makeUnitFinder, nameKey } from '../domain/unit-name.ts';
import { makeCodes } from '../domain/unit-plan.ts';
import type { Instant } from '../domain/time.ts';
import { localDay } from '../domain/time.ts';
import type { Db } from '../store/database.ts';
import type { Jurisdiction } from '../domain/jurisdiction.ts';
import { listNamedUnits } from '../store/units.ts';
import { groupCounts, insertVolume, listVolumes } from '../store/volumes.ts';
import { readSuccessors } from './find-unit.ts';
import type { ImportTask } from './import-file.ts';
import { describeRead } from './import-file.ts';
import { recordNewUnit } from './import-units.ts';

/** Reads a file of yearly volumes and says how it is imported. The year is asked for when no column has it. */
export async function prepareVolumeImport(
  jurisdiction: Jurisdiction,
  now: Instant,
  source: SourceFile,
  terms: SourceTerms & { readonly year?: number; readonly addUnits: boolean },
): Promise<ImportTask<VolumePlan>> {
  const read = await readSource(source, terms);
  const table = readFirstSheet(read, (sheet) => readVolumeRows(sheet, terms.year));
  if (!table.hasYear && terms.year === undefined)
    throw new AppError('option-missing', { options: ['--year'] });
  const today = localDay(now, jurisdiction.timeZone);
  return {
    ...describeRead('volumes', source, read, table),
    plan: async (db) => {
      const units = await listNamedUnits(db, jurisdiction.id);
      const register = {
        finder: makeUnitFinder(units, jurisdiction.name),
        units: units.map(({ unit }) => unit),
        successorsOf: await readSuccessors(db, jurisdiction),
        countsOf: groupCounts(await listVolumes(db, jurisdiction.id)),
      };
      return planVolumes(table.volumes, register, {
        addUnits: terms.addUnits,
        thisYear: Number(today.slice(0, 4)),
      });
    },
    count: ({ added, changed, newUnits }) => ({
      added: added.length,
      changed: changed.length,
      newUnits: newUnits.length,
    }),
    apply: async (trx, plan, batch) => {
      const newIds = await recordNewUnits(trx, jurisdiction, plan, today);
      const idOf = (unit: VolumeUnit): number => {
        const id = unit.kind === 'registered' ? unit.unit.id : newIds.get(nameKey(unit.name));
        if (id === undefined) throw new Error('a new unit of the plan was not written');
        return id;
      };
      for (const { unit, year, channel, after, place } of [...plan.added, ...plan.changed]) {
        const row = place.row ?? null;
        await insertVolume(trx, { unitId: idOf(unit), year, channel, count: after, batchId: batch.id, row });
      }
    },
  };
}

/** Writes the units a plan adds, after those there are; gives their ids by name. */
async function recordNewUnits(
  trx: Db,
  jurisdiction: Jurisdiction,
  plan: VolumePlan,
  today: string,
): Promise<Map<string, number>> {
  const registered = (await listNamedUnits(trx, jurisdiction.id)).map(({ unit }) => unit);
  const given = plan.newUnits.flatMap(({ code }) => code ?? []);
  const nextCode = makeCodes(jurisdiction.code, [...registered.map((unit) => unit.code), ...given]);
  let sort = Math.max(0, ...registered.map((unit) => unit.sort));
  const ids = new Map<string, number>();
  for (const { name, code } of plan.newUnits) {
    sort += 1;
    const unit = await recordNewUnit(trx, jurisdiction.id, { name, code: code ?? nextCode(), sort }, today);
    ids.set(nameKey(name), unit.id);
  }
  return ids;
}
