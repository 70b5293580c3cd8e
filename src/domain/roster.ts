import type { Desk, DeskPerson, Role } from './desk.ts';
import type { Tier } from './scheme.ts';
import type { Day } from './time.ts';
import { readPhones, writePhone } from './phone.ts';

/** One line of the roster: a copy of what the register said on the day. */
export interface RosterEntry {
  readonly number: number;
  readonly unitCode: string;
  readonly unit: string;
  readonly group: string | null;
  readonly tier: Tier;
  readonly desk: string | null;
  readonly sign: string | null;
  readonly duties: string | null;
  readonly phones: readonly string[];
  readonly hours: string | null;
  /** What only the internal copy prints. */
  readonly internal: {
    readonly firstResponsible: string | null;
    readonly leaderInCharge: string | null;
    readonly head: string | null;
    readonly liaison: string | null;
    readonly mobile: string | null;
    readonly confirmedOn: Day | null;
  };
}

/** What a roster line is made of. */
export interface RosterSource {
  readonly unitCode: string;
  readonly unit: string;
  readonly group: string | null;
  readonly sort: number;
  readonly tier: Tier;
  readonly desk: Desk | undefined;
  readonly firstResponsible: string | null;
}

/** The head of an edition (期), which with its entries is what its digest is taken of. */
export interface EditionHead {
  readonly jurisdiction: string;
  readonly number: number;
  readonly publishedOn: Day;
  readonly documentNo: string;
  readonly issuers: readonly string[];
  readonly run: number;
}

const personOf = (desk: Desk | undefined, role: Role): DeskPerson | undefined =>
  desk?.persons.find((person) => person.role === role);

/** Phones of a desk as printed, landlines with the area code; what is no phone stays as it was given. */
export function printedPhones(phones: string | null, areaCode: string | null): string[] {
  if (phones === null || phones.trim() === '') return [];
  const reading = readPhones(phones);
  return reading.kind === 'phones' ? reading.phones.map((phone) => writePhone(phone, areaCode)) : [phones];
}

/** Makes the lines of a roster in the official order of the bodies (sort number, then code), never by the alphabet. */
export function makeRoster(sources: readonly RosterSource[], areaCode: string | null): RosterEntry[] {
  const ordered = [...sources].sort((a, b) => a.sort - b.sort || (a.unitCode < b.unitCode ? -1 : 1));
  return ordered.map((source, index) => {
    const { desk } = source;
    return {
      number: index + 1,
      unitCode: source.unitCode,
      unit: source.unit,
      group: source.group,
      tier: source.tier,
      desk: desk?.name ?? null,
      sign: desk?.sign ?? null,
      duties: desk?.duties ?? null,
      phones: printedPhones(desk?.phones ?? null, areaCode),
      hours: desk?.hours ?? null,
      internal: {
        firstResponsible: source.firstResponsible,
        leaderInCharge: personOf(desk, 'leader-in-charge')?.name ?? null,
        head: personOf(desk, 'head')?.name ?? null,
        liaison: personOf(desk, 'liaison')?.name ?? null,
        mobile: personOf(desk, 'liaison')?.mobile ?? null,
        confirmedOn: desk?.confirmedOn ?? null,
      },
    };
  });
}

/** A line of the public copy: what is internal stays out. */
export function publicEntry(entry: RosterEntry): Omit<RosterEntry, 'internal'> {
  const { internal: _internal, ...open } = entry;
  return open;
}
