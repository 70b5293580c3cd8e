import type { RegisterRow, RegisterTable, RowChange } from '../../domain/register.ts';
import { wholeJurisdiction } from '../../domain/register.ts';
import type { Problem } from '../../problems.ts';
import { findLastBatchUntil, getBatchOperation, listLaterRowBatches } from '../../store/batches.ts';
import type { Db } from '../../store/db.ts';
import { listLaterRowOperations } from '../../store/operation-changes.ts';
import type { RegisterState } from '../../store/register.ts';
import { countUnitUses } from '../../store/register.ts';

/** Who wrote rows: one import, or one operation by hand. */
export type Writer = { readonly batchId: number } | { readonly operationId: number };

/** Says what stands in the way of putting rows back: whoever wrote them since, and what holds on to a unit that would go. */
export async function findLaterRows(
  db: Db,
  writer: Writer,
  changes: readonly RowChange[],
  register: RegisterState,
): Promise<Problem[]> {
  const problems: Problem[] = [];
  const nameOf = nameUnits(register);
  const batches = new Set<number>();
  const operations = new Map<number, string>();
  const byHand = new Set<string>();
  for (const change of changes) {
    const { table, id, before, after } = change;
    const row = register.get(table)?.get(id);
    const isSame =
      after === null
        ? row === undefined
        : Object.entries(after).every(([column, value]) => row?.[column] === value);
    // Also where the row is as it was left: of what holds for one unit at a time another may have come since.
    const later =
      isSame && ofAKind[table] === undefined ? nobody : await listLaterWriters(db, writer, change);
    for (const number of later.batches) batches.add(number);
    for (const { operation, command } of later.operations) operations.set(operation, command);
    if (!isSame && later.batches.length + later.operations.length === 0) byHand.add(nameOf(ownerOf(change)));
    if (table !== 'unit') continue;
    const code = before?.['code'];
    const taker = [...(register.get('unit') ?? [])].find(
      ([other, one]) => other !== id && one['code'] === code,
    );
    if (taker !== undefined)
      problems.push({ code: 'undo-name-taken', details: { name: String(code), units: [nameOf(taker[0])] } });
    if (before !== null) continue;
    const uses = await countUnitUses(db, id, writer);
    if (Object.values(uses).some((count) => count > 0)) {
      problems.push({ code: 'undo-unit-in-use', details: { unit: nameOf(id), ...uses } });
    }
  }
  for (const number of batches) problems.push({ code: 'undo-later-import', details: { number } });
  for (const [operation, command] of operations)
    problems.push({ code: 'undo-later-operation', details: { operation, command } });
  for (const unit of byHand) problems.push({ code: 'undo-changed-since', details: { unit } });
  return problems;
}

const nobody = { batches: [], operations: [] };

/** Tables of what there is one of at a time, and the columns that say of what. */
const ofAKind: Readonly<Partial<Record<RegisterTable, readonly string[]>>> = {
  unitName: ['unitId', 'nameKey'],
  unitLeader: ['unitId'],
  unitSuccession: ['fromUnitId', 'toUnitId'],
  office: ['unitId', 'nameKey'],
  desk: ['unitId'],
  deskPerson: ['unitId', 'role'],
};

/** Whether a row is of the same thing as one that was written: the desk of one unit, one person at it, its leader. */
function isKinOf({ table, before, after }: RowChange): (row: RegisterRow) => boolean {
  const own = after ?? before;
  const columns = ofAKind[table];
  return (row) => columns?.every((column) => row[column] === own?.[column]) === true;
}

/** The unit that a row is of; `wholeJurisdiction` for the jurisdiction's own. */
export function ownerOf({ table, id, before, after }: RowChange): number {
  if (table === 'jurisdiction') return wholeJurisdiction;
  const row = after ?? before;
  return table === 'unit' ? id : Number(row?.['unitId'] ?? row?.['fromUnitId']);
}

/** The imports and the operations by hand that wrote a row after its writer did. */
async function listLaterWriters(db: Db, writer: Writer, change: RowChange) {
  const moment =
    'batchId' in writer
      ? { ...writer, operationId: await getBatchOperation(db, writer.batchId) }
      : { ...writer, batchId: await findLastBatchUntil(db, writer.operationId) };
  const { batchId, operationId } = moment;
  return {
    batches: await listLaterRowBatches(db, batchId, change),
    operations: await listLaterRowOperations(db, operationId, { ...change, isKin: isKinOf(change) }),
  };
}

/** Names units of a register by code and name; the jurisdiction itself by its name. */
export function nameUnits(register: RegisterState): (unitId: number) => string {
  const units = register.get('unit');
  const [jurisdiction] = register.get('jurisdiction')?.values() ?? [];
  return (id) => {
    if (id === wholeJurisdiction) return String(jurisdiction?.['name'] ?? '');
    const unit = units?.get(id);
    // The code of a unit that was undone carries a mark behind a #.
    const code = String(unit?.['code'] ?? id).replace(/#o?\d+$/u, '');
    return `${code} ${String(unit?.['name'] ?? '')}`.trim();
  };
}
