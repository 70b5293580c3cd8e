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
import { listJurisdictions } from '../../store/jurisdictions.ts';
import { countMattersByHolder } from '../../store/matters.ts';
import { listLeaders, listNamedUnits } from '../../store/units.ts';
import { listRulingDetails } from '../appeal/rulings.ts';
import { findSuccessorNames } from '../unit/find-unit.ts';

/** By what a desk was found, the surest first. */
export const foundBy = ['name', 'phone', 'person', 'ruling', 'group', 'desk', 'duties', 'matter'] as const;
export type FoundBy = (typeof foundBy)[number];

/** A desk of today that answers to what was looked for. */
export interface FoundDesk {
  readonly code: string;
  readonly unit: string;
  /** Name of the county it belongs to, where the roster asked is its city's. */
  readonly county: string | null;
  /** Whether the unit is no more, and the units that came of it. */
  readonly ended: { readonly on: string; readonly successors: readonly string[] } | null;
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
 * Finds who answers for something, in a city and in its counties: a unit by any of its names, one that is no more with who took over, a
 * ruling for a matter, a group, words of its duties, a person at its desk or its first responsible person, or a phone; a matter of the
 * list leads to the units that lead appeals of it. Surest first. Errors: `desk-nobody` with the names that are like it.
 */
export async function findDesks(
  db: Db,
  jurisdiction: Jurisdiction,
  now: Instant,
  wanted: string,
): Promise<FoundDesk[]> {
  const counties = (await listJurisdictions(db)).filter(({ parent }) => parent === jurisdiction.code);
  const found: FoundDesk[] = [];
  for (const one of [jurisdiction, ...counties])
    found.push(...(await findDesksOf(db, one, { now, wanted, isCounty: one !== jurisdiction })));
  if (found.length === 0) {
    const match = makeUnitFinder(await listNamedUnits(db, jurisdiction.id), jurisdiction.name).find(wanted);
    throw new AppError('desk-nobody', {
      wanted,
      suggestions: match.kind === 'unknown' ? match.suggestions : [],
    });
  }
  return found.sort((a, b) => foundBy.indexOf(a.by) - foundBy.indexOf(b.by));
}

async function findDesksOf(
  db: Db,
  jurisdiction: Jurisdiction,
  { now, wanted, isCounty }: { readonly now: Instant; readonly wanted: string; readonly isCounty: boolean },
): Promise<FoundDesk[]> {
  const { id, areaCode } = jurisdiction;
  const today = localDay(now, jurisdiction.timeZone);
  const desks = await listDesks(db, id);
  const leaders = await listLeaders(db, id);
  const named = await listNamedUnits(db, id);
  const finder = makeUnitFinder(named, jurisdiction.name).find(wanted);
  const rulings = await listRulingDetails(db, jurisdiction);
  const matters = await countLeadersOfMatter(db, id, wanted);
  const successorsOf = await findSuccessorNames(db, jurisdiction);
  const key = nameKey(wanted);
  const phone = phoneKey(wanted);
  const isWholeCounty =
    isCounty && [jurisdiction.name, jurisdiction.code].some((name) => nameKey(name) === key);
  return named.flatMap(({ unit, names }): FoundDesk[] => {
    const desk = desks.get(unit.id);
    const phones = printedPhones(desk?.phones ?? null, areaCode);
    const persons = [...(desk?.persons ?? []), ...[leaders.get(unit.id)].filter((one) => one !== undefined)];
    const holds = (text: string | null): boolean => text !== null && nameKey(text).includes(key);
    const numbers = [
      ...phones,
      ...(desk?.persons.flatMap(({ phone: a, mobile: b }) => [a ?? '', b ?? '']) ?? []),
    ];
    const isNamed = finder.kind === 'found' && finder.unit.id === unit.id;
    const ruling = rulings.find(
      ({ ruling: one, lead }) =>
        lead.id === unit.id && one.isPrecedent && one.supersededBy === null && holds(one.matter),
    );
    const matter = matters.get(unit.id);
    const matches: Readonly<Record<FoundBy, string | undefined>> = {
      name: isNamed || isWholeCounty ? unit.name : names.find(({ name }) => holds(name))?.name,
      phone: phone === undefined ? undefined : numbers.find((number) => phoneKey(number) === phone),
      person: persons.find(({ name }) => nameKey(name) === key)?.name,
      ruling:
        ruling === undefined
          ? undefined
          : `${String(ruling.ruling.number)} ${ruling.ruling.matter ?? ''}`.trim(),
      group: unit.group !== null && holds(unit.group) ? unit.group : undefined,
      desk: [desk?.name ?? null, desk?.sign ?? null].find(holds) ?? undefined,
      duties: holds(desk?.duties ?? null) ? wanted : undefined,
      matter: matter === undefined ? undefined : `${matter.matter} ${String(matter.appeals)}`,
    };
    const isEnded = hasEnded(unit, today);
    // One that is no more is found by its names alone: nothing else leads there any longer.
    const by = foundBy.find((one) => matches[one] !== undefined && (!isEnded || one === 'name'));
    if (by === undefined) return [];
    return [
      {
        code: unit.code,
        unit: unit.name,
        county: isCounty ? jurisdiction.name : null,
        ended: isEnded ? { on: unit.until, successors: successorsOf(unit.id) } : null,
        desk: desk?.name ?? null,
        phones,
        liaison: desk?.persons.find(({ role }) => role === 'liaison')?.name ?? null,
        by,
        // A mobile that led to a desk is not shown by that.
        match: by === 'phone' ? wanted : (matches[by] ?? wanted),
      },
    ];
  });
}

/** The units that lead appeals of a matter, with how many; nobody where nothing is called so. */
async function countLeadersOfMatter(
  db: Db,
  jurisdictionId: number,
  wanted: string,
): Promise<ReadonlyMap<number, { readonly matter: string; readonly appeals: number }>> {
  const key = nameKey(wanted);
  const leaders = new Map<number, { matter: string; appeals: number }>();
  for (const { holderId, matter, count } of await countMattersByHolder(db, jurisdictionId)) {
    if (!nameKey(matter).includes(key)) continue;
    const appeals = (leaders.get(holderId)?.appeals ?? 0) + count;
    leaders.set(holderId, { matter: leaders.get(holderId)?.matter ?? matter, appeals });
  }
  return leaders;
}
