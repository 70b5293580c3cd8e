import { AppError } from '../../errors.ts';
import type { SourceFile } from '../../intake/source-file.ts';
import type { SourceTerms } from '../../intake/source.ts';
import { parseFittingSheet, parseSource } from '../../intake/source.ts';
import { parseVolumeRows } from '../../intake/volume-columns.ts';
import type { VolumePlan } from '../../domain/volume-plan.ts';
import { planVolumes } from '../../domain/volume-plan.ts';
import { nameKey } from '../../domain/unit-name.ts';
import { makeUnitFinder } from '../../domain/unit-finder.ts';
import { makeCodes } from '../../domain/unit-plan.ts';
import type { NameReading } from '../../domain/unit-finder.ts';
import type { TimeDoubt } from '../../domain/stated-years.ts';
import { findTimeDoubts } from '../../domain/stated-years.ts';
import { localDay } from '../../domain/time.ts';
import { listRuns } from '../../store/classifications.ts';
import type { Db, Trx } from '../../store/db.ts';
import type { Jurisdiction } from '../../domain/jurisdiction.ts';
import { listNamedUnits } from '../../store/units.ts';
import type { ImportedVolume } from '../../store/volumes.ts';
import { groupCounts, insertImportedVolumes, listVolumes } from '../../store/volumes.ts';
import { findSuccessorNames } from '../unit/find-unit.ts';
import type { CountOfUnit } from '../tier/changed-since.ts';
import { listRunsThatRead } from '../tier/changed-since.ts';
import type { ImportTask } from './import-file.ts';
import { describeRead } from './import-file.ts';
import { recordNewUnit } from '../unit/record-unit.ts';
import type { LocalWork } from '../kernel/transaction.ts';

/** What an import of volumes writes, and the runs that read what it changes. */
export interface VolumeImportPlan extends VolumePlan {
  /** Runs that read a count which the import changes; they stay as they were. */
  readonly runs: readonly number[];
  /** Those of them that are in force. */
  readonly adoptedRuns: readonly number[];
  /** What in the file speaks against the year. */
  readonly timeDoubts: readonly TimeDoubt[];
  readonly readings: readonly NameReading[];
}

/** Counts that are written in one go. */
const portion = 100;

/** Reads a file of yearly volumes and says how it is imported. The year is asked for when no column has it. */
export async function prepareVolumeImport(
  work: LocalWork,
  terms: SourceTerms & {
    readonly year?: number | undefined;
    readonly addUnits: boolean;
    readonly allowRounded: boolean;
  } & { readonly source: SourceFile },
): Promise<ImportTask<VolumeImportPlan>> {
  const { jurisdiction, now } = work;
  const { source } = terms;
  const read = await parseSource(source, terms);
  const { table, volumes, hasYear } = parseFittingSheet(
    read,
    (sheet) => parseVolumeRows(sheet, terms),
    terms,
  );
  if (!hasYear && terms.year === undefined) throw new AppError('value-missing', { fields: ['year'] });
  const today = localDay(now, jurisdiction.timeZone);
  return {
    ...describeRead('volumes', source, read, table),
    plan: async (db) => {
      const units = await listNamedUnits(db, jurisdiction.id);
      const register = {
        finder: makeUnitFinder(units, jurisdiction.name),
        units: units.map(({ unit }) => unit),
        successorsOf: await findSuccessorNames(db, jurisdiction),
        countsOf: groupCounts(await listVolumes(db, jurisdiction.id)),
      };
      const plan = planVolumes(volumes, register, {
        addUnits: terms.addUnits,
        thisYear: Number(today.slice(0, 4)),
      });
      const runs = await listRunsToPointOut(db, jurisdiction, plan);
      const inForce = (await listRuns(db, jurisdiction.id)).filter(
        ({ adoption, supersededBy }) => adoption !== null && supersededBy === null,
      );
      const adoptedRuns = inForce.map(({ number }) => number).filter((number) => runs.includes(number));
      const { titles, tab } = table;
      const timeDoubts = findTimeDoubts({ titles, tab, name: source.name }, plan.years);
      const readings = register.finder.readings();
      return { ...plan, runs, adoptedRuns, timeDoubts, readings };
    },
    count: ({ added, changed, newUnits }) => ({
      added: added.length,
      changed: changed.length,
      newUnits: newUnits.length,
    }),
    apply: async (trx, plan, batch, _operation, tick) => {
      const newUnits = await openNewUnits(trx, jurisdiction, plan, today);
      const changes = [...plan.added, ...plan.changed];
      for (let from = 0; from < changes.length; from += portion) {
        const some = changes.slice(from, from + portion);
        const rows: ImportedVolume[] = [];
        for (const { unit, year, channel, after: count, isRounded, place } of some) {
          const unitId = unit.kind === 'registered' ? unit.unit.id : await newUnits.idOf(unit.name);
          const row = place.row ?? null;
          rows.push({ unitId, year, channel, count, batchId: batch.id, row, rounded: isRounded ? 1 : 0 });
        }
        await insertImportedVolumes(trx, rows);
        await tick(from + some.length, changes.length);
      }
      await newUnits.end();
    },
  };
}

async function listRunsToPointOut(db: Db, jurisdiction: Jurisdiction, plan: VolumePlan): Promise<number[]> {
  const changed = plan.changed.flatMap(({ unit, year, channel, after }): CountOfUnit[] =>
    unit.kind === 'registered' ? [{ unitId: unit.unit.id, year, channel, count: after }] : [],
  );
  return listRunsThatRead(db, jurisdiction.id, changed);
}

/**
 * Writes the units that a plan adds, after those there are, in the order of the file: each when a count of it is written, so that long work goes
 * forward evenly, and those without any at the end.
 */
async function openNewUnits(
  trx: Trx,
  jurisdiction: Jurisdiction,
  plan: VolumePlan,
  today: string,
): Promise<{ readonly idOf: (name: string) => Promise<number>; readonly end: () => Promise<void> }> {
  const registered = (await listNamedUnits(trx, jurisdiction.id)).map(({ unit }) => unit);
  const given = plan.newUnits.flatMap(({ code }) => code ?? []);
  const nextCode = makeCodes(jurisdiction.code, [...registered.map((unit) => unit.code), ...given]);
  let sort = Math.max(0, ...registered.map((unit) => unit.sort));
  const ids = new Map<string, number>();
  let written = 0;
  const writeNext = async (): Promise<boolean> => {
    const next = plan.newUnits[written];
    if (next === undefined) return false;
    written += 1;
    sort += 1;
    const { name, code } = next;
    const unit = await recordNewUnit(trx, jurisdiction.id, { name, code: code ?? nextCode(), sort }, today);
    ids.set(nameKey(name), unit.id);
    return true;
  };
  return {
    idOf: async (name) => {
      const key = nameKey(name);
      while (!ids.has(key) && (await writeNext()));
      const id = ids.get(key);
      if (id === undefined) throw new Error('a new unit of the plan was not written');
      return id;
    },
    end: async () => {
      while (await writeNext());
    },
  };
}
