import type { PrintedField } from './desk-fields.ts';
import { printedFields } from './desk-fields.ts';
import type { Copy, RosterEntry } from './roster.ts';
import { printedPhones } from './roster.ts';

/** What of a roster line can differ, in the order in which it is printed; what stays inside last. */
const firstDiffFields = ['unit', 'desk', 'sign', 'tier', 'duties', 'phones', 'hours'] as const;
export const publicDiffFields: readonly PublicDiffField[] = [
  ...firstDiffFields,
  ...printedFields.filter((field) => !(firstDiffFields as readonly string[]).includes(field)),
];
type PublicDiffField = (typeof firstDiffFields)[number] | PrintedField;
export const internalDiffFields = [
  'firstResponsible',
  'leaderInCharge',
  'head',
  'liaison',
  'mobile',
  'confirmedOn',
  'firstResponsiblePost',
  'leaderInChargePost',
  'headPost',
  'headPhone',
  'liaisonPost',
] as const;
/** Where a line stands: under which heading, and after which other. The first layout of a notice does not print it. */
export const placeDiffFields = ['group', 'place'] as const;
export type DiffField =
  PublicDiffField | (typeof internalDiffFields)[number] | (typeof placeDiffFields)[number];

/** Fields of a line that are no field of a desk under the same name. */
export type RosterField = Exclude<DiffField, PrintedField>;

/** Whether a field of a line is no field of a desk under the same name. */
export function isRosterField(field: DiffField): field is RosterField {
  return !(printedFields as readonly string[]).includes(field);
}

/** One field of a line, from what to what; null where there is nothing. */
export interface DiffChange {
  readonly field: DiffField;
  readonly before: string | null;
  readonly after: string | null;
}

/** What became of one unit from one roster to another. */
export interface UnitDiff {
  readonly kind: 'new' | 'gone' | 'changed';
  readonly unitCode: string;
  readonly unit: string;
  readonly county?: string;
  readonly countyCode?: string;
  /** For a new or gone unit all that it has or had. */
  readonly changes: readonly DiffChange[];
}

/**
 * Compares two rosters line by line, lines matched by the code of their unit. Numbers are no change of a line; with `withPlace` the heading is,
 * and standing after another line than before, told of as few lines as were moved. New and changed ones come in the order of the later roster,
 * gone ones last.
 */
export function compareRosters(
  before: readonly RosterEntry[],
  after: readonly RosterEntry[],
  copy: Copy,
  { withPlace }: { readonly withPlace: boolean },
): UnitDiff[] {
  const old = new Map(before.map((entry) => [lineKey(entry), entry]));
  const now = new Set(after.map(lineKey));
  const moved = withPlace ? findMoved(before, after) : new Map<string, DiffChange>();
  const diffs = after.flatMap((entry): UnitDiff[] => {
    const there = old.get(lineKey(entry));
    const place = moved.get(lineKey(entry));
    const changes = [
      ...compareEntries(there, entry, copy, withPlace),
      ...(there === undefined || place === undefined ? [] : [place]),
    ];
    if (changes.length === 0) return [];
    return [describe(entry, there === undefined ? 'new' : 'changed', changes)];
  });
  const gone = before
    .filter((entry) => !now.has(lineKey(entry)))
    .map((entry) => describe(entry, 'gone', compareEntries(entry, undefined, copy, withPlace)));
  return [...diffs, ...gone];
}

/** By what a line of one roster is known in another: its unit, and the county that unit is of. */
export function lineKey({
  county,
  countyCode,
  unitCode,
}: Pick<RosterEntry, 'county' | 'countyCode' | 'unitCode'>): string {
  return `${countyCode ?? county ?? ''} ${unitCode}`;
}

function describe(
  { unitCode, unit, county, countyCode }: RosterEntry,
  kind: UnitDiff['kind'],
  changes: readonly DiffChange[],
): UnitDiff {
  return {
    kind,
    unitCode,
    unit,
    ...(county === undefined ? {} : { county }),
    ...(countyCode === undefined ? {} : { countyCode }),
    changes,
  };
}

function compareEntries(
  before: RosterEntry | undefined,
  after: RosterEntry | undefined,
  copy: Copy,
  withPlace: boolean,
): DiffChange[] {
  const fields: readonly DiffField[] = [
    ...publicDiffFields,
    ...(copy === 'public' ? [] : internalDiffFields),
    ...(withPlace ? (['group'] as const) : []),
  ];
  return fields.flatMap((field) => {
    // What one of the two had no place for was not taken away.
    if (isUnknown(before, field) || isUnknown(after, field)) return [];
    const [old, now] = [getField(before, field), getField(after, field)];
    return old === now ? [] : [{ field, before: old, after: now }];
  });
}

/** Whether a line was made when the internal copy did not have the field. */
function isUnknown(entry: RosterEntry | undefined, field: DiffField): boolean {
  const inner = internalDiffFields.find((one) => one === field);
  return entry !== undefined && inner !== undefined && entry.internal[inner] === undefined;
}

function getField(entry: RosterEntry | undefined, field: DiffField): string | null {
  if (entry === undefined) return null;
  if (field === 'phones') return entry.phones.length === 0 ? null : entry.phones.join('、');
  // Editions of older layouts keep a mobile as it was typed.
  if (field === 'mobile') return printedPhones(entry.internal.mobile, null).join('、') || null;
  const inner = internalDiffFields.find((one) => one === field);
  const value = inner === undefined ? entry[field as PublicDiffField | 'group'] : entry.internal[inner];
  return typeof value === 'string' ? value : null;
}

/**
 * The lines that stand elsewhere among those of both rosters, each with the unit it stood after and stands after; null for the first. Those that
 * keep their order are the longest run there is, so that of one that was moved up it alone is told.
 */
function findMoved(before: readonly RosterEntry[], after: readonly RosterEntry[]): Map<string, DiffChange> {
  const later = new Set(after.map(lineKey));
  const old = before.filter((entry) => later.has(lineKey(entry)));
  const placeOf = new Map(old.map((entry, at) => [lineKey(entry), at]));
  const now = after.filter((entry) => placeOf.has(lineKey(entry)));
  const kept = new Set(findLongestRise(now.map((entry) => placeOf.get(lineKey(entry)) ?? 0)));
  return new Map(
    now.flatMap((entry, at): [string, DiffChange][] => {
      const was = placeOf.get(lineKey(entry)) ?? 0;
      if (kept.has(was)) return [];
      const [stood, stands] = [old[was - 1]?.unit ?? null, now[at - 1]?.unit ?? null];
      return [[lineKey(entry), { field: 'place', before: stood, after: stands }]];
    }),
  );
}

/** The longest rising run of numbers among distinct ones, whatever stands between. */
function findLongestRise(numbers: readonly number[]): number[] {
  /** By the length of a run, less one: the place of the smallest number such a run can end with. */
  const ends: number[] = [];
  const comesAfter: (number | undefined)[] = [];
  for (const [at, number] of numbers.entries()) {
    let low = 0;
    for (let high = ends.length; low < high;) {
      const middle = (low + high) >> 1;
      if ((numbers[ends[middle] ?? 0] ?? 0) < number) low = middle + 1;
      else high = middle;
    }
    comesAfter.push(low === 0 ? undefined : ends[low - 1]);
    ends[low] = at;
  }
  const run: number[] = [];
  for (let at = ends.at(-1); at !== undefined; at = comesAfter[at]) run.unshift(numbers[at] ?? 0);
  return run;
}

/** Numbers of a unit that differ from one roster to another: which are no more, and which there are instead. */
export interface ChangedNumbers {
  readonly unitCode: string;
  readonly unit: string;
  readonly county?: string;
  readonly countyCode?: string;
  readonly desk: string | null;
  readonly before: readonly string[];
  readonly after: readonly string[];
  /** Whether the unit stands in the later roster no more. */
  readonly isGone: boolean;
}

/** Lists the units whose published numbers differ, in the order of the later roster, those that are no more last; what stands beside a number is part of it. */
export function listChangedNumbers(
  before: readonly RosterEntry[],
  after: readonly RosterEntry[],
): ChangedNumbers[] {
  const old = new Map(before.map((entry) => [lineKey(entry), entry]));
  const now = new Set(after.map(lineKey));
  const tell = (entry: RosterEntry, was: readonly string[], is: readonly string[], isGone: boolean) => {
    const { unitCode, unit, county, countyCode, desk } = entry;
    const same = was.length === is.length && was.every((phone, at) => phone === is[at]);
    if (same) return [];
    return [
      {
        ...{ unitCode, unit, desk, isGone },
        ...(county === undefined ? {} : { county }),
        ...(countyCode === undefined ? {} : { countyCode }),
        before: was.filter((phone) => !is.includes(phone)),
        after: is.filter((phone) => !was.includes(phone)),
      },
    ];
  };
  return [
    ...after.flatMap((entry) => tell(entry, old.get(lineKey(entry))?.phones ?? [], entry.phones, false)),
    ...before
      .filter((entry) => !now.has(lineKey(entry)))
      .flatMap((entry) => tell(entry, entry.phones, [], true)),
  ];
}
