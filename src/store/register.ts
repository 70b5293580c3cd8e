import type { Kysely } from 'kysely';
import type { RegisterRow, RegisterTable, RowChange } from '../domain/register.ts';
import { registerTables } from '../domain/register.ts';
import type { Db, Trx } from './db.ts';

/** The register as it stands: rows by table and id. */
export type RegisterState = ReadonlyMap<RegisterTable, ReadonlyMap<number, RegisterRow>>;

type AnyTables = Record<RegisterTable, Record<string, string | number | null>>;

/** Reads the whole register of a jurisdiction, units that were undone included. */
export async function getRegister(db: Db, jurisdictionId: number): Promise<RegisterState> {
  const units = await anyTable(db)
    .selectFrom('unit')
    .selectAll()
    .where('jurisdictionId', '=', jurisdictionId)
    .execute();
  const own = await anyTable(db)
    .selectFrom('jurisdiction')
    .selectAll()
    .where('id', '=', jurisdictionId)
    .execute();
  const state = new Map<RegisterTable, Map<number, RegisterRow>>([
    ['unit', byId(units)],
    ['jurisdiction', byId(own)],
  ]);
  const ids = db.selectFrom('unit').select('id').where('jurisdictionId', '=', jurisdictionId);
  for (const table of registerTables) {
    if (table === 'unit' || table === 'jurisdiction') continue;
    const owner = table === 'unitSuccession' ? 'fromUnitId' : 'unitId';
    state.set(
      table,
      byId(await anyTable(db).selectFrom(table).selectAll().where(owner, 'in', ids).execute()),
    );
  }
  return state;
}

/** What changed from one state of the register to another, in the order of the tables and of the rows. */
export function compareRegisters(before: RegisterState, after: RegisterState): RowChange[] {
  return registerTables.flatMap((table) => {
    const old = before.get(table) ?? new Map<number, RegisterRow>();
    const now = after.get(table) ?? new Map<number, RegisterRow>();
    return [...new Set([...old.keys(), ...now.keys()])].flatMap((id): RowChange[] => {
      const change = { table, id, before: old.get(id) ?? null, after: now.get(id) ?? null };
      return JSON.stringify(change.before) === JSON.stringify(change.after) ? [] : [change];
    });
  });
}

/**
 * Puts rows back to what they were: first those go that were not there, then those end that had ended, then the others come, so that of what
 * there is one at a time there are never two.
 */
export async function putBackRows(trx: Trx, changes: readonly RowChange[], mark: string): Promise<void> {
  const turn = ({ before, after }: RowChange): number => {
    if (before === null) return 0;
    if (after === null) return 3;
    return before['untilDay'] === null || before['untilDay'] === undefined ? 2 : 1;
  };
  for (const change of changes.toSorted((a, b) => turn(a) - turn(b))) await putBack(trx, change, mark);
}

/** Puts a row back to what it was. A unit that was not there is marked as undone, since other rows may name it; its code gets a mark behind a # and is free again. */
async function putBack(trx: Trx, change: RowChange, mark: string): Promise<void> {
  const { table, id, before, after } = change;
  if (before === null && table === 'unit') {
    const code = `${String(after?.['code'])}#${mark}`;
    await trx.updateTable('unit').set({ undone: 1, code }).where('id', '=', id).execute();
  } else if (before === null) await anyTable(trx).deleteFrom(table).where('id', '=', id).execute();
  else if (after === null) await anyTable(trx).insertInto(table).values(before).execute();
  else await anyTable(trx).updateTable(table).set(before).where('id', '=', id).execute();
}

/** What other work holds on to a unit, by sort. */
export interface UnitUses {
  readonly counts: number;
  readonly desks: number;
  readonly offices: number;
  /** Units subordinate to it. */
  readonly subordinates: number;
  readonly appeals: number;
  readonly rulings: number;
  readonly studies: number;
  readonly editions: number;
  /** Units that came of it, or it of them. */
  readonly successions: number;
}

/** Counts what refers to a unit beside the rows that one import, or one operation by hand, wrote. Runs are not counted: they hold copies. */
export async function countUnitUses(
  db: Db,
  unitId: number,
  beside: { readonly batchId: number } | { readonly operationId: number },
): Promise<UnitUses> {
  const batchId = 'batchId' in beside ? beside.batchId : 0;
  const undone = db.selectFrom('batchUndo').select('batchId');
  const number = async (query: { executeTakeFirstOrThrow: () => Promise<{ n: number | string | bigint }> }) =>
    Number((await query.executeTakeFirstOrThrow()).n);
  const written = (table: RegisterTable) =>
    'batchId' in beside
      ? db
          .selectFrom('batchChange')
          .select('rowId')
          .where('batchId', '=', batchId)
          .where('tableName', '=', table)
          .where('before', 'is', null)
      : db
          .selectFrom('operationChange')
          .select('rowId')
          .where('operationId', '=', beside.operationId)
          .where('tableName', '=', table)
          .where('before', 'is', null);
  return {
    counts: await number(
      db
        .selectFrom('volume')
        .select(({ fn }) => fn.countAll<number>().as('n'))
        .where('unitId', '=', unitId)
        .where((eb) =>
          eb.or([
            eb('batchId', 'is', null),
            eb.and([eb('batchId', '!=', batchId), eb('batchId', 'not in', undone)]),
          ]),
        ),
    ),
    desks: await number(
      db
        .selectFrom('desk')
        .select(({ fn }) => fn.countAll<number>().as('n'))
        .where('unitId', '=', unitId)
        .where('id', 'not in', written('desk')),
    ),
    offices: await number(
      db
        .selectFrom('office')
        .select(({ fn }) => fn.countAll<number>().as('n'))
        .where('unitId', '=', unitId)
        .where('id', 'not in', written('office')),
    ),
    subordinates: await number(
      db
        .selectFrom('unit')
        .select(({ fn }) => fn.countAll<number>().as('n'))
        .where('parentId', '=', unitId)
        .where('undone', '=', 0)
        .where('id', 'not in', written('unit')),
    ),
    appeals: await number(
      db
        .selectFrom('appealParty')
        .select(({ fn }) => fn.count<number>('appealId').distinct().as('n'))
        .where('unitId', '=', unitId),
    ),
    rulings: await number(
      db
        .selectFrom('ruling')
        .select(({ fn }) => fn.countAll<number>().as('n'))
        .where('leadId', '=', unitId),
    ),
    studies: await number(
      db
        .selectFrom('study')
        .select(({ fn }) => fn.countAll<number>().as('n'))
        .where('unitId', '=', unitId),
    ),
    editions: await number(
      db
        .selectFrom('editionEntry')
        .select(({ fn }) => fn.countAll<number>().as('n'))
        .where('unitId', '=', unitId),
    ),
    successions: await number(
      db
        .selectFrom('unitSuccession')
        .select(({ fn }) => fn.countAll<number>().as('n'))
        .where((eb) => eb.or([eb('fromUnitId', '=', unitId), eb('toUnitId', '=', unitId)]))
        .where('id', 'not in', written('unitSuccession')),
    ),
  };
}

function byId(rows: readonly RegisterRow[]): Map<number, RegisterRow> {
  return new Map(rows.map((row) => [Number(row['id']), row]));
}

/** The register's tables by name only: their rows are copied, not understood. */
function anyTable(db: Db): Kysely<AnyTables> {
  return db as unknown as Kysely<AnyTables>;
}
