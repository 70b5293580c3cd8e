import { AppError } from '../../errors.ts';
import type { Jurisdiction } from '../../domain/jurisdiction.ts';
import { parsePhone } from '../../domain/phone.ts';
import { printedPhones } from '../../domain/roster.ts';
import type { Instant } from '../../domain/time.ts';
import { localDay } from '../../domain/time.ts';
import { hasEnded } from '../../domain/span.ts';
import { nameKey } from '../../domain/unit-name.ts';
import { makeUnitFinder } from '../../domain/unit-finder.ts';
import type { Db } from '../../store/db.ts';
import { listDesks } from '../../store/desks.ts';
import { listLeaders, listNamedUnits } from '../../store/units.ts';

/** By what a desk was found, the surest first. */
export const foundBy = ['name', 'phone', 'person', 'desk', 'duties'] as const;
export type FoundBy = (typeof foundBy)[number];

/** A desk of today that answers to what was looked for. */
export interface FoundDesk {
  readonly code: string;
  readonly unit: string;
  readonly desk: string | null;
  readonly phones: readonly string[];
  readonly liaison: string | null;
  readonly by: FoundBy;
  /** What of it matched. */
  readonly match: string;
}

/** Digits of a phone by which it is compared, without area code; undefined for what is none. */
function phoneKey(text: string): string | undefined {
  return parsePhone(text)?.number;
}

/**
 * Finds who answers for something: a unit by any of its names, words of its duties, a person at its desk or its first
 * responsible person, or a phone; surest first. Errors: `desk-nobody` with the names that are like it.
 */
export async function findDesks(
  db: Db,
  jurisdiction: Jurisdiction,
  now: Instant,
  wanted: string,
): Promise<FoundDesk[]> {
  const { id, areaCode } = jurisdiction;
  const today = localDay(now, jurisdiction.timeZone);
  const desks = await listDesks(db, id);
  const leaders = await listLeaders(db, id);
  const named = (await listNamedUnits(db, id)).filter(({ unit }) => !hasEnded(unit, today));
  const finder = makeUnitFinder(named, jurisdiction.name).find(wanted);
  const key = nameKey(wanted);
  const phone = phoneKey(wanted);
  const found = named.flatMap(({ unit, names }): FoundDesk[] => {
    const desk = desks.get(unit.id);
    const phones = printedPhones(desk?.phones ?? null, areaCode);
    const persons = [...(desk?.persons ?? []), ...[leaders.get(unit.id)].filter((one) => one !== undefined)];
    const holds = (text: string | null): boolean => text !== null && nameKey(text).includes(key);
    const numbers = [
      ...phones,
      ...(desk?.persons.flatMap(({ phone: a, mobile: b }) => [a ?? '', b ?? '']) ?? []),
    ];
    const isNamed = finder.kind === 'found' && finder.unit.id === unit.id;
    const matches: Readonly<Record<FoundBy, string | undefined>> = {
      name: isNamed ? unit.name : names.find(({ name }) => holds(name))?.name,
      phone: phone === undefined ? undefined : numbers.find((number) => phoneKey(number) === phone),
      person: persons.find(({ name }) => nameKey(name) === key)?.name,
      desk: [desk?.name ?? null, desk?.sign ?? null].find(holds) ?? undefined,
      duties: holds(desk?.duties ?? null) ? wanted : undefined,
    };
    const by = foundBy.find((one) => matches[one] !== undefined);
    if (by === undefined) return [];
    return [
      {
        code: unit.code,
        unit: unit.name,
        desk: desk?.name ?? null,
        phones,
        liaison: desk?.persons.find(({ role }) => role === 'liaison')?.name ?? null,
        by,
        // A mobile that led to a desk is not shown by that.
        match: by === 'phone' ? wanted : (matches[by] ?? wanted),
      },
    ];
  });
  if (found.length === 0) {
    const suggestions = finder.kind === 'unknown' ? finder.suggestions : [];
    throw new AppError('desk-nobody', { wanted, suggestions });
  }
  return found.sort((a, b) => foundBy.indexOf(a.by) - foundBy.indexOf(b.by));
}
