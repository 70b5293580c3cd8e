import type { RegisterRow, RegisterTable, RowChange } from '../domain/register.ts';

/** A row of the register before and after a change, as it is kept. */
export interface KeptChange {
  readonly tableName: string;
  readonly rowId: number;
  readonly before: string | null;
  readonly after: string | null;
}

/** The columns of such a row. */
export const keptColumns = ['tableName', 'rowId', 'before', 'after'] as const;

/** Writes a change as it is kept. */
export function keepChange({ table, id, before, after }: RowChange): KeptChange {
  return {
    tableName: table,
    rowId: id,
    before: before === null ? null : JSON.stringify(before),
    after: after === null ? null : JSON.stringify(after),
  };
}

/** Reads a change that was kept. */
export function parseChange({ tableName, rowId, before, after }: KeptChange): RowChange {
  return {
    table: tableName as RegisterTable,
    id: rowId,
    before: before === null ? null : (JSON.parse(before) as RegisterRow),
    after: after === null ? null : (JSON.parse(after) as RegisterRow),
  };
}
