import type { Effect, EffectField } from '../domain/register.ts';
import { deskFieldWord } from './desk-json.ts';

/** An import as programs get it. */
export interface ImportJson {
  readonly number: number;
  readonly kind: string;
  readonly file: string;
  readonly sha256: string;
  readonly encoding: string;
  readonly tab: string | null;
  readonly rows: number;
  readonly summary: Readonly<Record<string, number>>;
  readonly at: string;
  readonly by: string;
  readonly undoneBy: number | null;
  readonly undoes: number | null;
}

/** An import as `import list` gives it to programs. */
export function importJson(batch: ImportJson): ImportJson {
  const { number, kind, file, sha256, encoding, tab, rows, summary, at, by, undoneBy, undoes } = batch;
  return { number, kind, file, sha256, encoding, tab, rows, summary, at, by, undoneBy, undoes };
}

/** What became of one field: `name`, `desk.duties`, `count.2021.hotline`. */
export interface EffectJson {
  readonly unit: string;
  readonly field: string;
  readonly before: string | number | null;
  readonly after: string | number | null;
}

/** What an import or its undo changes, as programs get it. */
export function effectsJson(effects: readonly Effect[], nameOf: (unitId: number) => string): EffectJson[] {
  return effects.map(({ unitId, field, before, after }) => ({
    unit: nameOf(unitId),
    field: fieldWord(field),
    before,
    after,
  }));
}

function fieldWord(field: EffectField): string {
  if (field.of === 'count') return `count.${String(field.year)}.${field.channel}`;
  if (field.of === 'office') return `office.${field.office}`;
  return field.of === 'desk' ? `desk.${deskFieldWord(field.field)}` : field.field;
}
