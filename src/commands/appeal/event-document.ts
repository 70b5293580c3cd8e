import type { ToldEvent, UnitRef } from '../../domain/course.ts';

/** One event of an appeal as JSON, units by code and name, what was written with it by field. */
export function eventDocument(event: ToldEvent): object {
  const { from, to, lead, data, texts, ...rest } = event;
  const { assists, proposed, ...more } = data;
  return {
    ...rest,
    from: unitDocument(from),
    to: unitDocument(to),
    lead: unitDocument(lead),
    ...(assists === undefined
      ? {}
      : { assists: assists.map((one) => ({ ...unitDocument(one), office: one.office ?? null })) }),
    ...(proposed === undefined ? {} : { proposed: unitDocument(proposed) }),
    ...more,
    texts: Object.fromEntries(texts.map(({ field, text }) => [field, text])),
  };
}

/** A unit as JSON, by code and name. */
export function unitDocument(unit: UnitRef | null): { code: string; name: string } | null {
  return unit === null ? null : { code: unit.code, name: unit.name };
}
