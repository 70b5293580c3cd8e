import type { Copy, Grouping, Notice, RosterEntry, RosterGroup } from '../../domain/roster.ts';
import { groupEntries } from '../../domain/roster.ts';
import type { Tier } from '../../domain/scheme.ts';
import type { UnitDiff } from '../../domain/roster-diff.ts';
import type { Day } from '../../domain/time.ts';
import { official } from '../../text/official.ts';
import type { Arrangement } from '../papers/arrangement.ts';
import type { View } from '../view.ts';

/** What a paper of a roster is made of: an edition, or a draft. */
export interface RosterFacts {
  readonly notice: Notice;
  readonly edition: {
    readonly number: number;
    readonly publishedOn: Day;
    readonly documentNo: string;
    readonly issuers: readonly string[];
  } | null;
  /** What is known of a draft's edition: its issuers, and its number as far as it goes. */
  readonly draft: { readonly issuers: readonly string[]; readonly documentNo: string } | null;
  /** The day it is made for: of a draft the day it is drafted. */
  readonly day: Day;
  readonly copy: Copy;
  readonly by: Grouping;
  readonly entries: readonly RosterEntry[];
  /** What changed since the edition before; null for a full roster. */
  readonly diffs: readonly UnitDiff[] | null;
  /** What stands below the table: of a draft what still blocks it, of an internal copy its digest. */
  readonly foot: readonly string[];
  readonly arrangement: Arrangement;
}

/** A roster in every form of print; what is costly is made when it is asked for. */
export interface RosterForms {
  readonly html: () => Promise<string>;
  readonly docx: () => Promise<Uint8Array>;
  readonly xlsx: () => Promise<Uint8Array>;
  /** For forms that are read by programs or stand in other documents: CSV and Markdown. */
  readonly view: () => Promise<View>;
}

/** How a roster is laid out, by the number an edition keeps. */
export interface RosterLayout {
  readonly number: number;
  /** Whether it knows letterheads and seals. */
  readonly isArranged: boolean;
  readonly write: (facts: RosterFacts) => RosterForms;
}

/** Marks every page carries: a draft, an internal copy. */
export function documentMarks({ edition, copy }: Pick<RosterFacts, 'edition' | 'copy'>): string[] {
  return [...(edition === null ? [official.draft] : []), ...(copy === 'internal' ? [official.internal] : [])];
}

/** The lines of a roster under the headings of its groups or tiers, each group together, in the words of official papers. */
export function gatherEntries(entries: readonly RosterEntry[], by: Grouping): RosterGroup[] {
  const words = { tier: (tier: Tier) => official.tier[tier], noGroup: official.noGroup };
  return groupEntries(entries, by, words, 'gathered');
}

/** Name of a desk with the sign it carries: 群众工作科（信访办公室）. */
export function deskWithSign({ desk, sign }: Pick<RosterEntry, 'desk' | 'sign'>): string {
  return [desk ?? '', sign === null || sign === '' ? '' : `（${sign}）`].join('');
}

/** The head line of a paper: its marks, number, document number and day. */
export function headLine(
  { edition, copy }: Pick<RosterFacts, 'edition' | 'copy'>,
  day: (on: string) => string,
): string {
  return [
    ...documentMarks({ edition, copy }),
    ...(edition === null
      ? []
      : [official.edition(edition.number), edition.documentNo, day(edition.publishedOn)]),
  ].join('　');
}
