import type { Desk, DeskPerson, Role } from './desk.ts';
import type { DeskValues, PrintedField } from './desk-fields.ts';
import { printedFields } from './desk-fields.ts';
import type { Tier } from './scheme.ts';
import { tiers } from './scheme.ts';
import type { Day } from './time.ts';
import { parsePhones, writePhone } from './phone.ts';

/** One line of the roster: a copy of what the register said on the day. */
export interface RosterEntry extends Pick<DeskValues, PrintedField> {
  readonly number: number;
  readonly unitCode: string;
  readonly unit: string;
  readonly group: string | null;
  readonly tier: Tier;
  readonly desk: string | null;
  readonly phones: readonly string[];
  /** Name of the county the unit belongs to, where a city's roster has those of its counties too. */
  readonly county?: string;
  readonly countyCode?: string;
  /** What only the internal copy prints. */
  readonly internal: {
    readonly firstResponsible: string | null;
    readonly leaderInCharge: string | null;
    readonly head: string | null;
    readonly liaison: string | null;
    readonly mobile: string | null;
    readonly confirmedOn: Day | null;
    /** Posts of the people, and the phone of the head; absent in editions of layouts that did not print them. */
    readonly firstResponsiblePost?: string | null;
    readonly leaderInChargePost?: string | null;
    readonly headPost?: string | null;
    readonly headPhone?: string | null;
    readonly liaisonPost?: string | null;
  };
}

/** What a roster line is made of. */
export interface RosterSource {
  readonly unitId: number;
  readonly parentId: number | null;
  readonly unitCode: string;
  readonly unit: string;
  readonly group: string | null;
  readonly sort: number;
  readonly tier: Tier;
  readonly desk: Desk | undefined;
  readonly firstResponsible: { readonly name: string; readonly title: string | null } | null;
}

/** A full roster, or the changes against the edition before. */
export const editionForms = ['full', 'changes'] as const;
export type EditionForm = (typeof editionForms)[number];

/** The two copies of a roster: what everybody may see, and what stays inside. */
export const copies = ['public', 'internal'] as const;
export type Copy = (typeof copies)[number];

/** By what the lines of a roster are put under headings. */
export const groupings = ['group', 'tier'] as const;
export type Grouping = (typeof groupings)[number];

/** What an edition is printed as: itself, a sheet for the wall, cards for citizens, door plates, the notice of changed numbers. */
export const printLayouts = ['page', 'wall', 'cards', 'plates', 'numbers'] as const;
export type PrintLayout = (typeof printLayouts)[number];
export type PosterKind = Exclude<PrintLayout, 'page'>;

/** The head of an official paper: none, the whole red one, or its place left blank for paper that has it printed. */
export const letterheads = ['none', 'full', 'blank'] as const;
export type Letterhead = (typeof letterheads)[number];

/** What the notice of an edition says, its template filled in. */
export interface Notice {
  readonly jurisdiction: string;
  readonly recipients: readonly string[];
  readonly title: string;
  readonly paragraphs: readonly string[];
  readonly annex: string;
  /** What stands below the date: （此件公开发布）, whom to ask. Absent where there is nothing. */
  readonly remarks?: readonly string[];
  /** Who gets a copy (抄送), and which office has it printed (印发机关), at the foot of the last page. */
  readonly copiesTo?: readonly string[];
  readonly printedBy?: string;
  /** Units that stood in the edition before and are no more, with who took over; of layouts that tell it. */
  readonly ended?: readonly EndedUnit[];
}

/** A unit that stood in the edition before and is no more. */
export interface EndedUnit {
  readonly unitCode: string;
  readonly countyCode?: string;
  /** The day it ended; null where it goes on and is in the roster no more. */
  readonly on: Day | null;
  /** The units that go on in its place. */
  readonly successors: readonly { readonly unitCode: string; readonly unit: string }[];
}

/** The head of an edition (期), which with its entries is what its digest is taken of. What an edition does not have is absent. */
export interface EditionHead {
  readonly jurisdiction: string;
  readonly number: number;
  readonly publishedOn: Day;
  readonly documentNo: string;
  readonly issuers: readonly string[];
  readonly run: number;
  readonly changesSince?: number;
  readonly supersedes?: number;
  readonly reason?: string;
  readonly notice?: Notice;
  readonly withGaps?: true;
  /** Absent for the first layout, so that editions from before there was another keep their digest. */
  readonly layout?: number;
}

/** The layout of an edition that names none. */
export const firstLayout = 1;

/** Whether a notice of changes in a layout tells of lines that stand elsewhere; the first layout does not. */
export function tellsPlaces(layout: number): boolean {
  return layout > firstLayout;
}

const personOf = (desk: Desk | undefined, role: Role): DeskPerson | undefined =>
  desk?.persons.find((person) => person.role === role);

/** Phones of a desk as printed, landlines with the area code; what is no phone stays as it was given. */
export function printedPhones(phones: string | null, areaCode: string | null): string[] {
  if (phones === null || phones.trim() === '') return [];
  const reading = parsePhones(phones);
  return reading.kind === 'phones' ? reading.phones.map((phone) => writePhone(phone, areaCode)) : [phones];
}

/**
 * Makes the lines of a roster in the official order of the bodies (sort number, then code), never by the alphabet; a
 * subordinate unit comes right after its parent, under the parent's heading.
 */
export function makeRoster(sources: readonly RosterSource[], areaCode: string | null): RosterEntry[] {
  return orderSources(sources).map((source, index) => {
    const { desk, firstResponsible } = source;
    const [leader, head, liaison] = (['leader-in-charge', 'head', 'liaison'] as const).map((role) => personOf(desk, role)); // prettier-ignore
    const phone = (written: string | null | undefined): string | null =>
      printedPhones(written ?? null, areaCode).join('、') || null;
    const { hours, ...printed } = Object.fromEntries(
      printedFields.map((field) => [field, desk?.[field] ?? null]),
    ) as Pick<DeskValues, PrintedField>;
    return {
      number: index + 1,
      unitCode: source.unitCode,
      unit: source.unit,
      group: source.group,
      tier: source.tier,
      desk: desk?.name ?? null,
      ...printed,
      phones: printedPhones(desk?.phones ?? null, areaCode),
      hours,
      internal: {
        firstResponsible: firstResponsible?.name ?? null,
        firstResponsiblePost: firstResponsible?.title ?? null,
        leaderInCharge: leader?.name ?? null,
        leaderInChargePost: leader?.post ?? null,
        head: head?.name ?? null,
        headPost: head?.post ?? null,
        headPhone: phone(head?.phone),
        liaison: liaison?.name ?? null,
        liaisonPost: liaison?.post ?? null,
        mobile: phone(liaison?.mobile),
        confirmedOn: desk?.confirmedOn ?? null,
      },
    };
  });
}

function orderSources(sources: readonly RosterSource[]): RosterSource[] {
  const official = [...sources].sort((a, b) => a.sort - b.sort || (a.unitCode < b.unitCode ? -1 : 1));
  const ids = new Set(sources.map(({ unitId }) => unitId));
  const children = Map.groupBy(official, ({ parentId }) => parentId);
  const placed = new Set<number>();
  const place = (source: RosterSource, group: string | null): RosterSource[] => {
    // Parents that name each other are each placed once.
    if (placed.has(source.unitId)) return [];
    placed.add(source.unitId);
    const own = { ...source, group };
    return [own, ...(children.get(source.unitId) ?? []).flatMap((child) => place(child, group))];
  };
  const heads = official.filter(({ parentId }) => parentId === null || !ids.has(parentId));
  return [...heads, ...official].flatMap((source) => place(source, source.group));
}

/** A heading with the lines under it, numbered as they are printed. */
export interface RosterGroup {
  readonly heading: string | null;
  readonly entries: readonly RosterEntry[];
}

/** How lines stand under the headings of groups: each as the lines around it stand, or all of one group together. */
export type Gathering = 'as-they-stand' | 'gathered';

/**
 * Puts lines under headings: by the group of their unit in the official order, or tier by tier. Counties follow the city,
 * each under its own name. Where groups are gathered, each stands where its first unit does, and units of no group, but those that come before
 * any group, after all groups under a heading of their own: none stands under the heading of another.
 */
export function groupEntries(
  entries: readonly RosterEntry[],
  by: Grouping,
  words: { readonly tier: (tier: Tier) => string; readonly noGroup: string },
  gathering: Gathering,
): RosterGroup[] {
  const counties = [...new Set(entries.map((entry) => entry.county))];
  const groups = counties.flatMap((county): RosterGroup[] => {
    const own = entries.filter((entry) => entry.county === county);
    const headed = (name: string | null): string | null =>
      county === undefined ? name : [county, name ?? ''].join(name === null ? '' : ' · ');
    if (by === 'tier') {
      return tiers.flatMap((tier) => {
        const ofTier = own.filter((entry) => entry.tier === tier);
        return ofTier.length === 0 ? [] : [{ heading: headed(words.tier(tier)), entries: ofTier }];
      });
    }
    const parts = gathering === 'gathered' ? gatherGroups(own, words.noGroup) : splitRuns(own);
    return parts.map((part) => ({ ...part, heading: headed(part.heading) }));
  });
  let number = 0;
  return groups.map(({ heading, entries: of }) => ({
    heading,
    entries: of.map((entry) => ({ ...entry, number: (number += 1) })),
  }));
}

/** Lines one after the other, a heading wherever the group changes. */
function splitRuns(entries: readonly RosterEntry[]): RosterGroup[] {
  const runs: { heading: string | null; entries: RosterEntry[] }[] = [];
  for (const entry of entries) {
    const last = runs.at(-1);
    if (last?.heading === entry.group) last.entries.push(entry);
    else runs.push({ heading: entry.group, entries: [entry] });
  }
  return runs;
}

function gatherGroups(entries: readonly RosterEntry[], noGroup: string): RosterGroup[] {
  const first = entries.findIndex(({ group }) => group !== null);
  const head = first < 0 ? entries : entries.slice(0, first);
  const rest = first < 0 ? [] : entries.slice(first);
  const groups = Map.groupBy(rest, ({ group }) => group);
  const loose = groups.get(null) ?? [];
  groups.delete(null);
  return [
    ...(head.length === 0 ? [] : [{ heading: null, entries: head }]),
    ...[...groups].map(([heading, of]) => ({ heading, entries: of })),
    ...(loose.length === 0 ? [] : [{ heading: noGroup, entries: loose }]),
  ];
}

/** A unit as it is called among those of several counties: under the county it is of. */
export function unitWithCounty({
  county,
  unit,
}: {
  readonly county?: string | null | undefined;
  readonly unit: string;
}): string {
  return county == null || county === '' ? unit : `${county} ${unit}`;
}

/** A line of the public copy: what is internal stays out. */
export function publicEntry(entry: RosterEntry): Omit<RosterEntry, 'internal'> {
  const { internal: _internal, ...open } = entry;
  return open;
}
