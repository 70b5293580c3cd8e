import type { Grouping, Notice, RosterEntry } from '../../../domain/roster.ts';
import type { Day } from '../../../domain/time.ts';
import { official } from '../../../text/official.ts';
import { displayWidth } from '../../wrap.ts';
import { gatherEntries } from '../layout.ts';

/** Millimetres to a point. */
export const point = 25.4 / 72;
/** Width of a figure in whatever font, in shares of its size; a Chinese character is as wide as it is high. */
const figure = 0.66;

/** Width of a text in millimetres, at a size in points. */
export function widthOf(text: string, size: number): number {
  const narrow = text.match(/[!-~]/gu)?.length ?? 0;
  return (narrow * figure + (displayWidth(text) - narrow) * 0.5) * size * point;
}

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
  return gatherEntries(entries, by).flatMap((group) => group.entries);
}

/** The phones of a line; where there are none, that they are still to come, as an edition with gaps prints it. */
export function phonesOf({ phones }: RosterEntry): readonly string[] {
  return phones.length === 0 ? [official.gap] : phones;
}
