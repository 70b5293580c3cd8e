import type { SourceFile } from '../../intake/source-file.ts';
import type { SourceTerms } from '../../intake/source.ts';
import { parseFittingSheet, parseSource } from '../../intake/source.ts';
import { parseUnitRows } from '../../intake/unit-columns.ts';
import type { UnitPlan, UnitRow } from '../../domain/unit-plan.ts';
import { planUnits } from '../../domain/unit-plan.ts';
import type { Unit } from '../../domain/unit.ts';
import { localDay } from '../../domain/time.ts';
import { nameKey } from '../../domain/unit-name.ts';
import type { Trx } from '../../store/db.ts';
import type { Jurisdiction } from '../../domain/jurisdiction.ts';
import { listRegisteredUnits, updateUnit } from '../../store/units.ts';
import type { ImportTask } from './import-file.ts';
import { describeRead, forEachRow } from './import-file.ts';
import { changedFields, recordNewUnit, recordRowLeader } from '../unit/record-unit.ts';
import type { LocalWork } from '../kernel/transaction.ts';

/** Reads a file of units and says how it is imported. */
export async function prepareUnitImport(
  work: LocalWork,
  terms: SourceTerms & { readonly source: SourceFile; readonly setsOrder?: boolean },
): Promise<ImportTask<UnitPlan>> {
  const { jurisdiction, now } = work;
  const { source } = terms;
  const read = await parseSource(source, terms);
  const table = parseFittingSheet(read, (sheet) => parseUnitRows(sheet, terms.headers));
  const today = localDay(now, jurisdiction.timeZone);
  return {
    ...describeRead('units', source, read, table),
    plan: async (db) =>
      planUnits(table.units, await listRegisteredUnits(db, jurisdiction.id), {
        codePrefix: jurisdiction.code,
        city: jurisdiction.name,
        setsOrder: terms.setsOrder === true,
      }),
    count: ({ added, changed }) => ({ added: added.length, changed: changed.length }),
    apply: async (trx, plan, _batch, _operation, tick) => {
      await forEachRow(plan.added, tick, async (row) => {
        await recordNewUnit(trx, jurisdiction.id, row, today);
      });
      await forEachRow(plan.changed, tick, async ({ unit, row, changes }) => {
        const changed = new Set(changes.map(({ field }) => field));
        const parent = changed.has('parent') && row.parent === undefined ? { parentId: null } : {};
        await updateUnit(trx, unit, { ...changedFields(row, changed), ...parent }, today);
        if (changed.has('leader') || changed.has('leaderTitle')) await recordRowLeader(trx, unit, row, today);
      });
      // Last, when the parents are there too.
      await recordParents(trx, jurisdiction, [...plan.added, ...plan.changed.map(({ row }) => row)], today);
    },
  };
}

/** Puts units under the units they are subordinate to. */
async function recordParents(
  trx: Trx,
  { id }: Jurisdiction,
  rows: readonly Omit<UnitRow, 'place'>[],
  today: string,
): Promise<void> {
  const subordinate = rows.filter((row) => row.parent !== undefined);
  if (subordinate.length === 0) return;
  const units = await listRegisteredUnits(trx, id);
  const find = (name: string): Unit | undefined =>
    units.find(({ names }) => names.some((one) => nameKey(one.name) === nameKey(name)))?.unit;
  for (const { name, parent = '' } of subordinate) {
    const [unit, above] = [find(name), find(parent)];
    if (unit !== undefined && above !== undefined) await updateUnit(trx, unit, { parentId: above.id }, today);
  }
}
