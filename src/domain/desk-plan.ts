import type { Place, Problem } from '../problems.ts';
import type { Desk, DeskPerson, PersonField, Role } from './desk.ts';
import type { ClearableDeskField, DeskField, DeskValue, PersonColumn } from './desk-fields.ts';
import { deskFields, makeDeskValues, personColumns } from './desk-fields.ts';
import { maskMobiles, maskPhone } from './masking-phones.ts';
import { personFields, roles } from './desk.ts';
import type { Tier } from './scheme.ts';
import type { Leader, Unit } from './unit.ts';
import type { FieldChange } from './unit-plan.ts';
import type { UnitFinder } from './unit-finder.ts';
import { findUnitOfRow } from './unit-finder.ts';

/** What is said of a desk; what is not said stays as it is. */
export type DeskInput = { readonly [Field in DeskField]?: NonNullable<DeskValue<Field>> };
export type PersonInput = { readonly [Field in PersonField]?: string };
/** Whether anything is said of a person. */
export function isPersonGiven({ name, post, phone, mobile }: PersonInput): boolean {
  return [name, post, phone, mobile].some((value) => value !== undefined);
}

export type DeskPeople = Partial<Record<Role, PersonInput>>;

/** What is taken away from a desk: a field, a person, or what is on record of one. */
export type ClearedField = ClearableDeskField | Role | `${Role}.${Exclude<PersonField, 'name'>}`;

/** What is taken away where a column of a person is: with the name the whole person, else that alone. */
export function clearedOf(column: PersonColumn): ClearedField {
  const { role, field } = personColumns[column];
  return field === 'name' ? role : `${role}.${field}`;
}

/** A desk as a file gives it. */
export interface DeskRow extends DeskInput {
  readonly place: Place;
  /** Where a field of it stands. */
  readonly placeOf?: (field: 'unit' | 'confirmedOn' | 'establishedOn') => Place;
  readonly unit: string;
  readonly people: DeskPeople;
  /** The first responsible person as the file has it. */
  readonly leader?: Leader;
  /** What the file says there is not. */
  readonly cleared?: readonly ClearedField[];
}

export type DeskChangeField = DeskField | `${Role}.${PersonField}`;

/** What a field of a desk is shown as: the mobile of a person stands on the internal copy of a roster alone, whatever field it was written in. */
export function showField(field: DeskChangeField, value: string): string {
  if (field.endsWith('.mobile')) return maskPhone(value);
  return field.endsWith('.phone') ? maskMobiles(value) : value;
}

/** A change as it is shown. */
export function showChange<Change extends FieldChange<DeskChangeField>>(change: Change): Change {
  const { field, before, after } = change;
  return {
    ...change,
    before: before === null ? null : showField(field, before),
    after: showField(field, after),
  };
}

/** A desk as everybody may see it. */
export function showDesk(desk: Desk): Desk {
  const show = (role: Role, field: 'phone' | 'mobile', value: string | null): string | null =>
    value === null ? null : showField(`${role}.${field}`, value);
  return {
    ...desk,
    persons: desk.persons.map((person) => ({
      ...person,
      phone: show(person.role, 'phone', person.phone),
      mobile: show(person.role, 'mobile', person.mobile),
    })),
  };
}

/** What becomes of one unit's desk: the whole desk as it will be, and what differs from before. */
export interface DeskChange {
  readonly unit: Unit;
  readonly before: Desk | undefined;
  readonly after: Desk;
  readonly changes: readonly FieldChange<DeskChangeField>[];
}

export interface DeskPlan {
  readonly added: readonly DeskChange[];
  readonly changed: readonly DeskChange[];
  readonly unchanged: number;
  readonly problems: readonly Problem[];
}

/** Plans an import of desks. A new desk without a tier takes the tier its unit has in the run in force. */
export function planDesks(
  rows: readonly DeskRow[],
  register: {
    readonly finder: UnitFinder;
    readonly deskOf: (unitId: number) => Desk | undefined;
    readonly tierOf: (unitId: number) => Tier | undefined;
    readonly successorsOf: (unitId: number) => readonly string[];
    readonly today: string;
  },
): DeskPlan {
  const problems: Problem[] = [];
  const seen = new Map<number, Place>();
  const plans: DeskChange[] = [];
  for (const row of rows) {
    const found = findUnitOfRow({ unit: row.unit, place: row.placeOf?.('unit') ?? row.place }, register);
    if ('problem' in found) {
      problems.push(found.problem);
      continue;
    }
    const { unit } = found;
    const first = seen.get(unit.id);
    if (first !== undefined) {
      problems.push({ code: 'unit-twice', place: row.place, details: { name: unit.name, first } });
      continue;
    }
    seen.set(unit.id, row.place);
    const late = (['confirmedOn', 'establishedOn'] as const).find(
      (field) => (row[field] ?? '') > register.today,
    );
    if (late !== undefined) {
      const details = { name: unit.name, value: row[late] ?? '' };
      problems.push({ code: 'day-in-future', place: row.placeOf?.(late) ?? row.place, details });
      continue;
    }
    const before = register.deskOf(unit.id);
    const tier = row.tier ?? before?.tier ?? register.tierOf(unit.id);
    if (tier === undefined) {
      problems.push({ code: 'desk-form-missing', place: row.place, details: { name: unit.name } });
      continue;
    }
    plans.push(planDesk(unit, before, { ...row, tier }, row));
  }
  return {
    added: plans.filter((plan) => plan.before === undefined),
    changed: plans.filter((plan) => plan.before !== undefined && plan.changes.length > 0),
    unchanged: plans.filter((plan) => plan.before !== undefined && plan.changes.length === 0).length,
    problems,
  };
}

/** Plans what becomes of one desk when some of its fields and people are said anew, and others are taken away. */
export function planDesk(
  unit: Unit,
  before: Desk | undefined,
  input: DeskInput & { readonly tier: Tier },
  {
    people,
    cleared = [],
    keepsPlace = false,
  }: {
    readonly people: DeskPeople;
    readonly cleared?: readonly ClearedField[];
    /** Whether who is named anew takes the place of who was there, with its post and phone; a mobile is a person's own. */
    readonly keepsPlace?: boolean;
  },
): DeskChange {
  const isCleared = (field: string): boolean => (cleared as readonly string[]).includes(field);
  const after: Desk = {
    ...makeDeskValues((field) => (isCleared(field) ? null : (input[field] ?? before?.[field] ?? null))),
    persons: roles.flatMap((role) => {
      if (isCleared(role)) return [];
      const person = mergePerson(role, personOf(before, role), people[role], keepsPlace);
      if (person === undefined) return [];
      const kept = (field: 'post' | 'phone' | 'mobile'): string | null =>
        isCleared(`${role}.${field}`) ? null : person[field];
      return [{ ...person, post: kept('post'), phone: kept('phone'), mobile: kept('mobile') }];
    }),
  };
  return { unit, before, after, changes: compareDesks(before, after) };
}

const personOf = (desk: Desk | undefined, role: Role): DeskPerson | undefined =>
  desk?.persons.find((person) => person.role === role);

/** A person named anew is another person: post and phone of the one before are carried over only with the place, the mobile never. */
function mergePerson(
  role: Role,
  before: DeskPerson | undefined,
  input: PersonInput | undefined,
  keepsPlace: boolean,
): DeskPerson | undefined {
  if (input === undefined) return before;
  const name = input.name ?? before?.name;
  if (name === undefined) return undefined;
  const kept = before?.name === name ? before : undefined;
  const place = keepsPlace ? before : kept;
  return {
    role,
    name,
    post: input.post ?? place?.post ?? null,
    phone: input.phone ?? place?.phone ?? null,
    mobile: input.mobile ?? kept?.mobile ?? null,
  };
}

function compareDesks(before: Desk | undefined, after: Desk): FieldChange<DeskChangeField>[] {
  const changes: FieldChange<DeskChangeField>[] = [];
  const compare = (field: DeskChangeField, old: string | null, now: string | null): void => {
    if (old !== now) changes.push({ field, before: old, after: now ?? '' });
  };
  for (const field of deskFields) compare(field, before?.[field] ?? null, after[field]);
  for (const role of roles) {
    for (const field of personFields) {
      compare(
        `${role}.${field}`,
        personOf(before, role)?.[field] ?? null,
        personOf(after, role)?.[field] ?? null,
      );
    }
  }
  return changes;
}
