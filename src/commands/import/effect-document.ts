import type { Effect, EffectField } from '../../domain/register.ts';

/** Effects as JSON says them: the field as one word, `name`, `desk.duties`, `count.2021.hotline`. */
export function describeEffects(effects: readonly Effect[], nameOf: (unitId: number) => string) {
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
  return field.of === 'desk' ? `desk.${field.field}` : field.field;
}
