import type { DeskChange, DeskChangeField } from '../domain/desk-plan.ts';
import { showChange } from '../domain/desk-plan.ts';
import type { Desk } from '../domain/desk.ts';
import type { FieldChange } from '../domain/unit-plan.ts';

/** A desk as programs get it: the tier that was set up is its form. */
export type DeskJson = Omit<Desk, 'tier'> & {
  readonly code: string;
  readonly unit: string;
  readonly form: Desk['tier'];
};

/** A desk with the unit it is of, as `desk show` and `desk list` give it to programs. */
export function deskJson(
  unit: { readonly code: string; readonly name: string },
  { tier, ...desk }: Desk,
): DeskJson {
  return { code: unit.code, unit: unit.name, form: tier, ...desk };
}

/** A field of a desk as programs know it: the tier that was set up is its form. */
export type DeskFieldWord = Exclude<DeskChangeField, 'tier'> | 'form';

/** Names a field of a desk for programs. */
export function deskFieldWord(field: DeskChangeField): DeskFieldWord {
  return field === 'tier' ? 'form' : field;
}

/** What became of the fields of a desk, mobiles masked. */
export function deskChangesJson(changes: DeskChange['changes']): FieldChange<DeskFieldWord>[] {
  return changes.map((change) => ({ ...showChange(change), field: deskFieldWord(change.field) }));
}
