import type { DeskChangeField } from './desk-plan.ts';
import { showField } from './desk-plan.ts';
import type { DeskField } from './desk-fields.ts';
import { deskFields } from './desk-fields.ts';
import { personFields } from './desk.ts';
import type { Role } from './desk.ts';
import { hasEnded } from './span.ts';
import type { UnitField } from './unit-plan.ts';
import type { VolumeChannel } from './volume.ts';

/** Tables whose rows can change: what an import writes into them is kept row by row, so that it can be undone. */
export const registerTables = [
  'unit',
  'unitName',
  'unitLeader',
  'unitSuccession',
  'office',
  'desk',
  'deskPerson',
  'jurisdiction',
] as const;
export type RegisterTable = (typeof registerTables)[number];

/** A row of the register: its columns by name. */
export type RegisterRow = Readonly<Record<string, string | number | null>>;

/** A row before and after a change; null where it was not there. */
export interface RowChange {
  readonly table: RegisterTable;
  readonly id: number;
  readonly before: RegisterRow | null;
  readonly after: RegisterRow | null;
}

/** What a change touches, as people name it. */
export type EffectField =
  | { readonly of: 'unit'; readonly field: UnitField }
  | { readonly of: 'desk'; readonly field: DeskChangeField }
  | { readonly of: 'register'; readonly field: 'unit' | 'alias' | 'from' | 'until' | 'successor' }
  /** An office: null where it is not on record, empty while it is in force, else the day it was withdrawn. */
  | { readonly of: 'office'; readonly office: string }
  | { readonly of: 'count'; readonly year: number; readonly channel: VolumeChannel }
  | { readonly of: 'jurisdiction'; readonly field: JurisdictionField };

/** The fields of a jurisdiction that can be set, by column. */
export const jurisdictionFields = [
  'name',
  'parentId',
  'timeZone',
  'areaCode',
  'issuers',
  'recipients',
  'unitLimit',
  'workHours',
] as const;
export type JurisdictionField = (typeof jurisdictionFields)[number];

/** Stands for the jurisdiction itself where a unit is named. */
export const wholeJurisdiction = 0;

/** One thing that was changed: of which unit (`wholeJurisdiction` for none), what, from what to what; null where there was nothing. */
export interface Effect {
  readonly unitId: number;
  readonly field: EffectField;
  readonly before: string | number | null;
  readonly after: string | number | null;
}

/** The fields of a unit's own row that people see, by column. */
const unitColumns = {
  name: 'name',
  shortName: 'shortName',
  category: 'category',
  groupName: 'group',
  sort: 'sort',
  officeLimit: 'officeLimit',
  outsideReason: 'outsideReason',
} as const satisfies Record<string, UnitField>;

/**
 * Says what changed rows mean. Rows that only end what a new row takes over (an older leader, a former name) are told
 * once, as the change from one to the other. Of a new unit its name says all.
 */
export function describeRowChanges(
  changes: readonly RowChange[],
  nameOf: (unitId: number) => string,
): Effect[] {
  const isWhole = ({ before, after }: RowChange) =>
    before === null || after === null || before['undone'] !== after['undone'];
  const whole = new Set(changes.flatMap((row) => (row.table === 'unit' && isWhole(row) ? [row.id] : [])));
  const effects: Effect[] = [];
  const tell = (unitId: number, field: EffectField, before: unknown, after: unknown): void => {
    const [old, now] = [before, after].map((value) => (value ?? null) as string | number | null);
    const show = (value: string | number | null) =>
      typeof value === 'string' && field.of === 'desk' ? showField(field.field, value) : value;
    if (old !== now) effects.push({ unitId, field, before: show(old ?? null), after: show(now ?? null) });
  };
  for (const change of changes) {
    const { table, id, before, after } = change;
    const unitId = Number(after?.['unitId'] ?? before?.['unitId'] ?? id);
    if (table === 'jurisdiction') {
      for (const field of jurisdictionFields) {
        const show = (row: RegisterRow | null) => showSetting(field, row?.[field] ?? null);
        tell(wholeJurisdiction, { of: 'jurisdiction', field }, show(before), show(after));
      }
    } else if (table === 'unit' && isWhole(change)) {
      const there = (row: RegisterRow | null) => (row === null || row['undone'] === 1 ? null : row['name']);
      tell(id, { of: 'register', field: 'unit' }, there(before), there(after));
    } else if (table === 'unit') {
      for (const [column, field] of Object.entries(unitColumns)) {
        tell(id, { of: 'unit', field }, before?.[column], after?.[column]);
      }
      const parent = (row: RegisterRow | null) =>
        typeof row?.['parentId'] === 'number' ? nameOf(row['parentId']) : null;
      tell(id, { of: 'unit', field: 'parent' }, parent(before), parent(after));
      tell(id, { of: 'register', field: 'from' }, before?.['fromDay'], after?.['fromDay']);
      tell(id, { of: 'register', field: 'until' }, before?.['untilDay'], after?.['untilDay']);
    } else if (table === 'unitName') {
      const alias = (row: RegisterRow | null) => (row?.['kind'] === 'alias' ? row['name'] : null);
      if (!whole.has(unitId)) tell(unitId, { of: 'register', field: 'alias' }, alias(before), alias(after));
    } else if (table === 'office') {
      const state = (row: RegisterRow | null) => (row === null ? null : (row['withdrawnOn'] ?? ''));
      const office = String((after ?? before)?.['name']);
      tell(unitId, { of: 'office', office }, state(before), state(after));
    } else if (table === 'unitSuccession') {
      const successor = (row: RegisterRow | null) => (row === null ? null : nameOf(Number(row['toUnitId'])));
      const from = Number((after ?? before)?.['fromUnitId']);
      tell(from, { of: 'register', field: 'successor' }, successor(before), successor(after));
    }
  }
  const inForce = (table: RegisterTable) => {
    const rows = new Map<
      string,
      { unitId: number; role: string; before?: RegisterRow; after?: RegisterRow }
    >();
    for (const change of changes) {
      if (change.table !== table) continue;
      for (const side of ['before', 'after'] as const) {
        const row = change[side];
        if (row === null || hasEnded({ until: row['untilDay'] as string | null })) continue;
        const unitId = Number(row['unitId']);
        const role = String(row['role'] ?? '');
        const key = `${String(unitId)} ${role}`;
        rows.set(key, { ...(rows.get(key) ?? { unitId, role }), [side]: row });
      }
    }
    return rows.values();
  };
  for (const { unitId, before, after } of inForce('unitLeader')) {
    if (whole.has(unitId)) continue;
    tell(unitId, { of: 'unit', field: 'leader' }, before?.['name'], after?.['name']);
    tell(unitId, { of: 'unit', field: 'leaderTitle' }, before?.['title'], after?.['title']);
  }
  for (const { unitId, before, after } of inForce('desk')) {
    for (const field of deskFields) {
      const column = deskColumn(field);
      tell(unitId, { of: 'desk', field }, before?.[column], after?.[column]);
    }
  }
  for (const { unitId, role, before, after } of inForce('deskPerson')) {
    for (const field of personFields) {
      tell(unitId, { of: 'desk', field: `${role as Role}.${field}` }, before?.[field], after?.[field]);
    }
  }
  return effects;
}

/** A setting of a jurisdiction as people read it: of several names one after the other. */
function showSetting(field: JurisdictionField, value: string | number | null): string | number | null {
  const isList = field === 'issuers' || field === 'recipients';
  return isList && typeof value === 'string' ? (JSON.parse(value) as string[]).join('、') : value;
}

/** The column of a field in the rows of desks: the tier that was set up stands there as its form. */
export function deskColumn(field: DeskField): string {
  return field === 'tier' ? 'form' : field;
}
