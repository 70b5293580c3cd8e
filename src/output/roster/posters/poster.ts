import type { Grouping, Notice, RosterEntry } from '../../../domain/roster.ts';
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
    readonly issuers: readonly string[];
  };
  readonly by: Grouping;
  readonly entries: readonly RosterEntry[];
}

/** The phones of a line; where there are none, that they are still to come, as an edition with gaps prints it. */
export function phonesOf({ phones }: RosterEntry): readonly string[] {
  return phones.length === 0 ? [official.gap] : phones;
}
