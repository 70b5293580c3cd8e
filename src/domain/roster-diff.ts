import type { PrintedField } from './desk-fields.ts';
import { printedFields } from './desk-fields.ts';
import type { Copy, RosterEntry } from './roster.ts';

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
] as const;
export type DiffField = PublicDiffField | (typeof internalDiffFields)[number];

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
  /** For a new or gone unit all that it has or had. */
  readonly changes: readonly DiffChange[];
}

/**
 * Compares two rosters line by line, lines matched by the code of their unit. Numbers and headings are no change of a
 * line. New and changed ones come in the order of the later roster, gone ones last.
 */
export function compareRosters(
  before: readonly RosterEntry[],
  after: readonly RosterEntry[],
  copy: Copy,
): UnitDiff[] {
  const keyOf = ({ county, countyCode, unitCode }: RosterEntry): string =>
    `${countyCode ?? county ?? ''} ${unitCode}`;
  const old = new Map(before.map((entry) => [keyOf(entry), entry]));
  const now = new Set(after.map(keyOf));
  const diffs = after.flatMap((entry): UnitDiff[] => {
    const there = old.get(keyOf(entry));
    const changes = compareEntries(there, entry, copy);
    if (changes.length === 0) return [];
    return [describe(entry, there === undefined ? 'new' : 'changed', changes)];
  });
  const gone = before
    .filter((entry) => !now.has(keyOf(entry)))
    .map((entry) => describe(entry, 'gone', compareEntries(entry, undefined, copy)));
  return [...diffs, ...gone];
}

function describe(
  { unitCode, unit, county }: RosterEntry,
  kind: UnitDiff['kind'],
  changes: readonly DiffChange[],
): UnitDiff {
  return { kind, unitCode, unit, ...(county === undefined ? {} : { county }), changes };
}

function compareEntries(
  before: RosterEntry | undefined,
  after: RosterEntry | undefined,
  copy: Copy,
): DiffChange[] {
  const fields: readonly DiffField[] =
    copy === 'public' ? publicDiffFields : [...publicDiffFields, ...internalDiffFields];
  return fields.flatMap((field) => {
    const [old, now] = [getField(before, field), getField(after, field)];
    return old === now ? [] : [{ field, before: old, after: now }];
  });
}

function getField(entry: RosterEntry | undefined, field: DiffField): string | null {
  if (entry === undefined) return null;
  if (field === 'phones') return entry.phones.length === 0 ? null : entry.phones.join('、');
  const inner = internalDiffFields.find((one) => one === field);
  const value = inner === undefined ? entry[field as PublicDiffField] : entry.internal[inner];
  return typeof value === 'string' ? value : null;
}
