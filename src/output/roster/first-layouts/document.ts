import type { Copy, Gathering, Grouping, Notice, RosterEntry } from '../../../domain/roster.ts';
import { groupEntries } from '../../../domain/roster.ts';
import type { UnitDiff } from '../../../domain/roster-diff.ts';
import type { Tier } from '../../../domain/scheme.ts';
import type { Day } from '../../../domain/time.ts';
import { official } from '../../../text/official.ts';
import { documentMarks } from '../layout.ts';
import type { View } from '../../view.ts';

/** A column of a roster: its title, its share of the width, and whether its cells are centred. */
export interface RosterColumn {
  readonly title: string;
  /** Parts of a hundred. */
  readonly share: number;
  readonly isCentred?: boolean;
}

/** A table of a roster: its columns, each with what it says of a row, and how large it is set. */
export interface RosterTable<Row> {
  readonly columns: readonly (RosterColumn & { readonly cell: (row: Row) => string })[];
  readonly density: Density;
}

/** How large the table of a document is set; a dense one has more columns than fit otherwise. */
export type Density = 'normal' | 'dense';

/** How a roster of the first kind is laid out: its tables. */
export interface FirstLayout {
  readonly number: number;
  /** How lines stand under the headings of groups. */
  readonly gathering: Gathering;
  readonly tables: Readonly<Record<Copy, RosterTable<RosterEntry>>> & {
    readonly changes: RosterTable<ChangeLine>;
  };
}

/** A roster as a document, in Chinese: what every form of print is made from. */
export interface RosterDocument {
  readonly layout: FirstLayout;
  readonly notice: Notice;
  /** Null for a draft. */
  readonly edition: {
    readonly number: number;
    readonly publishedOn: Day;
    readonly documentNo: string;
    readonly issuers: readonly string[];
  } | null;
  /** The day it is made for: of a draft the day it is drafted. */
  readonly day: Day;
  readonly copy: Copy;
  readonly columns: readonly RosterColumn[];
  readonly density: Density;
  /** Headings with the rows under them; a line break in a cell parts its lines. */
  readonly groups: readonly {
    readonly heading: string | null;
    readonly rows: readonly (readonly string[])[];
  }[];
  /** What stands below the table: of a draft what still blocks it, of an internal copy its digest. */
  readonly foot: readonly string[];
}

/** What is needed to make a document of a roster. */
export interface RosterFacts {
  readonly layout: FirstLayout;
  readonly notice: Notice;
  readonly edition: RosterDocument['edition'];
  readonly day: Day;
  readonly copy: Copy;
  readonly by: Grouping;
  readonly entries: readonly RosterEntry[];
  readonly foot: readonly string[];
}

/** Makes a document of a roster. */
export function makeRosterDocument(facts: RosterFacts): RosterDocument {
  const { entries, by, ...rest } = facts;
  const { columns, density } = facts.layout.tables[facts.copy];
  const words = { tier: (tier: Tier) => official.tier[tier], noGroup: official.noGroup };
  const groups = groupEntries(entries, by, words, facts.layout.gathering);
  return {
    ...rest,
    columns,
    density,
    groups: groups.map(({ heading, entries: of }) => ({
      heading,
      rows: of.map((entry) => columns.map(({ cell }) => cell(entry))),
    })),
  };
}

/** One field of a unit that reads otherwise than in the edition before. */
export interface ChangeLine {
  /** Number of the unit among those that changed. */
  readonly number: number;
  /** Whether it is the first line of its unit. */
  readonly isFirst: boolean;
  readonly diff: UnitDiff;
  readonly change: UnitDiff['changes'][number];
}

/** Makes a document of what changed since the edition before: a row for each field that reads otherwise. */
export function makeChangesDocument(
  facts: Omit<RosterFacts, 'entries' | 'by'> & { readonly diffs: readonly UnitDiff[] },
): RosterDocument {
  const { diffs, ...rest } = facts;
  const { columns, density } = facts.layout.tables.changes;
  const lines = diffs.flatMap((diff, at) =>
    diff.changes.map((change, line): ChangeLine => ({ number: at + 1, isFirst: line === 0, diff, change })),
  );
  const rows = lines.map((line) => columns.map(({ cell }) => cell(line)));
  return { ...rest, columns, density, groups: [{ heading: null, rows }] };
}

/** A cell as it is printed: two spells of duty stand on a line each, so that no time of day is broken. */
export function printedCell(content: string): string {
  return content.replace(/(?<=\d:\d\d[、；])(?=\d{1,2}:\d\d)/gu, '\n');
}

/** A roster as a view, for forms of output that are read by programs or in other documents: CSV and Markdown. */
export function rosterDocumentView(document: RosterDocument): View {
  const { notice, edition, columns, groups, foot } = document;
  const head = [
    ...documentMarks(document),
    ...(edition === null ? [] : [official.edition(edition.number), edition.documentNo, edition.publishedOn]),
  ];
  const hasHeadings = groups.some(({ heading }) => heading !== null);
  return [
    { kind: 'title', text: notice.annex },
    { kind: 'lines', lines: [head.join('　')] },
    {
      kind: 'table',
      table: {
        columns: [
          ...columns.map(({ title }) => ({ title })),
          ...(hasHeadings ? [{ title: official.group }] : []),
        ],
        rows: groups.flatMap(({ heading, rows }) =>
          rows.map((row) => (hasHeadings ? [...row, heading ?? ''] : row)),
        ),
      },
    },
    ...(foot.length === 0 ? [] : [{ kind: 'lines' as const, lines: foot }]),
  ];
}
