import type { Place, Problem } from '../problems.ts';
import { hasEnded } from './span.ts';
import type { Day } from './time.ts';
import type { Unit } from './unit.ts';
import type { UnitFinder } from './unit-finder.ts';
import { nameKey } from './unit-name.ts';
import { findUnitOfRow } from './unit-finder.ts';

/** An internal office (内设机构) of a unit. */
export interface Office {
  readonly name: string;
  /** Day from which it is no more. */
  readonly withdrawnOn: Day | null;
}

/** Whether an office has been withdrawn by a day; on that day it is no more. */
export function isWithdrawn({ withdrawnOn }: Office, day: Day): boolean {
  return hasEnded({ until: withdrawnOn }, day);
}

/** Finds an office by its name, whatever its width and spaces. */
export function findOffice(offices: readonly Office[], name: string): Office | undefined {
  return offices.find((office) => nameKey(office.name) === nameKey(name));
}

/** An office as a file gives it; a day that it does not say stays as it is. */
export interface OfficeRow {
  readonly place: Place;
  readonly unit: string;
  readonly name: string;
  readonly withdrawnOn?: Day;
}

/** What becomes of one office. */
export interface OfficeChange {
  readonly unit: Unit;
  readonly before: Office | undefined;
  readonly after: Office;
}

export interface OfficePlan {
  readonly added: readonly OfficeChange[];
  readonly changed: readonly OfficeChange[];
  readonly unchanged: number;
  readonly problems: readonly Problem[];
}

/** Plans an import of offices: which are new, which were withdrawn, which stay. */
export function planOffices(
  rows: readonly OfficeRow[],
  register: {
    readonly finder: UnitFinder;
    readonly officesOf: (unitId: number) => readonly Office[];
    readonly successorsOf: (unitId: number) => readonly string[];
    readonly today: Day;
  },
): OfficePlan {
  const problems: Problem[] = [];
  const seen = new Map<string, Place>();
  const changes: OfficeChange[] = [];
  for (const row of rows) {
    const found = findUnitOfRow(row, register);
    if ('problem' in found) {
      problems.push(found.problem);
      continue;
    }
    const { unit } = found;
    const key = `${String(unit.id)} ${nameKey(row.name)}`;
    const first = seen.get(key);
    if (first !== undefined) {
      const details = { name: `${unit.name} ${row.name}`, first };
      problems.push({ code: 'name-twice', place: row.place, details });
      continue;
    }
    seen.set(key, row.place);
    if (row.withdrawnOn !== undefined && row.withdrawnOn > register.today) {
      const details = { name: `${unit.name} ${row.name}`, value: row.withdrawnOn };
      problems.push({ code: 'day-in-future', place: row.place, details });
      continue;
    }
    const before = findOffice(register.officesOf(unit.id), row.name);
    const withdrawnOn = row.withdrawnOn ?? before?.withdrawnOn ?? null;
    changes.push({ unit, before, after: { name: before?.name ?? row.name, withdrawnOn } });
  }
  const isSame = ({ before, after }: OfficeChange): boolean => before?.withdrawnOn === after.withdrawnOn;
  return {
    added: changes.filter(({ before }) => before === undefined),
    changed: changes.filter((change) => change.before !== undefined && !isSame(change)),
    unchanged: changes.filter((change) => change.before !== undefined && isSame(change)).length,
    problems,
  };
}
