import type { Grouping, Notice, RosterEntry } from '../../../domain/roster.ts';
import { groupEntries } from '../../../domain/roster.ts';
import type { Tier } from '../../../domain/scheme.ts';
import type { Day } from '../../../domain/time.ts';
import { official } from '../../../text/official.ts';

/** What sheets, cards and plates of a roster are made of: a published edition. */
export interface PosterFacts {
  readonly jurisdiction: string;
  readonly notice: Notice;
  readonly edition: {
    readonly number: number;
    readonly publishedOn: Day;
    readonly documentNo: string;
    /** Of an edition that says what changed: the edition before it. */
    readonly changesSince: number | null;
    readonly issuers: readonly string[];
  };
  readonly by: Grouping;
  readonly entries: readonly RosterEntry[];
}

/** What the paper is of: the roster, also where the edition says only what changed in it. */
export function posterTitle({ notice, edition, jurisdiction }: PosterFacts): string {
  return edition.changesSince === null ? notice.annex : official.rosterOf(jurisdiction);
}

/** The units in the order of their headings, in which they stand in the roster. */
export function inOrder({ entries, by }: PosterFacts): readonly RosterEntry[] {
  const words = { tier: (tier: Tier) => official.tier[tier], noGroup: official.noGroup };
  return groupEntries(entries, by, words, 'gathered').flatMap((group) => group.entries);
}

/** The phones of a line; where there are none, that they are still to come, as an edition with gaps prints it. */
export function phonesOf({ phones }: RosterEntry): readonly string[] {
  return phones.length === 0 ? [official.gap] : phones;
}
