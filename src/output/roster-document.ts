import type { Copy, Grouping, Notice, RosterEntry } from '../domain/roster.ts';
import { groupEntries } from '../domain/roster.ts';
import type { UnitDiff } from '../domain/roster-diff.ts';
import type { Day } from '../domain/time.ts';
import { official } from '../text/official.ts';
import type { View } from './view.ts';

/** A column of a roster: its title, its share of the width, and whether its cells are centred. */
export interface RosterColumn {
  readonly title: string;
  /** Parts of a hundred. */
  readonly share: number;
  readonly isCentred?: boolean;
}

/** A roster as a document, in Chinese: what every form of print is made from. */
export interface RosterDocument {
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
  /** Headings with the rows under them; a line break in a cell parts its lines. */
  readonly groups: readonly {
    readonly heading: string | null;
    readonly rows: readonly (readonly string[])[];
  }[];
  /** What stands below the table: of a draft what still blocks it, of an internal copy its digest. */
  readonly foot: readonly string[];
}

/** Name of a desk with the sign it carries: 群众工作科（信访办公室）. */
export function deskWithSign({ desk, sign }: Pick<RosterEntry, 'desk' | 'sign'>): string {
  return [desk ?? '', sign === null || sign === '' ? '' : `（${sign}）`].join('');
}

/** What is needed to make a document of a roster. */
export interface RosterFacts {
  readonly notice: Notice;
  readonly edition: RosterDocument['edition'];
  readonly day: Day;
  readonly copy: Copy;
  readonly by: Grouping;
  readonly entries: readonly RosterEntry[];
  readonly foot: readonly string[];
}

const publicColumns: readonly RosterColumn[] = [
  { title: official.public.number, share: 5, isCentred: true },
  { title: official.public.unit, share: 15 },
  { title: official.public.desk, share: 16 },
  { title: official.public.duties, share: 27 },
  { title: official.public.phones, share: 18, isCentred: true },
  { title: official.public.hours, share: 19 },
];

const internalColumns: readonly RosterColumn[] = [
  { title: official.public.number, share: 4, isCentred: true },
  { title: official.public.unit, share: 9 },
  { title: official.public.desk, share: 10 },
  { title: official.public.duties, share: 14 },
  { title: official.public.phones, share: 14, isCentred: true },
  { title: official.public.hours, share: 15 },
  { title: official.inner.firstResponsible, share: 6, isCentred: true },
  { title: official.inner.leaderInCharge, share: 6, isCentred: true },
  { title: official.inner.head, share: 6, isCentred: true },
  { title: official.inner.liaison, share: 6, isCentred: true },
  { title: official.inner.mobile, share: 10, isCentred: true },
];

/** Makes a document of a roster. What a line does not have is printed as a gap. */
export function makeRosterDocument(facts: RosterFacts): RosterDocument {
  const { entries, by, copy, ...rest } = facts;
  const orGap = (text: string | null): string => (text === null || text.trim() === '' ? official.gap : text);
  const cells = (entry: RosterEntry): string[] => [
    String(entry.number),
    entry.unit,
    orGap(deskWithSign(entry)),
    orGap(entry.duties),
    orGap(entry.phones.join('\n')),
    orGap(entry.hours),
  ];
  const inner = ({ internal }: RosterEntry): string[] => [
    internal.firstResponsible ?? '',
    internal.leaderInCharge ?? '',
    internal.head ?? '',
    internal.liaison ?? '',
    [internal.mobile ?? '', internal.confirmedOn === null ? '' : `${internal.confirmedOn} 核实`]
      .filter((part) => part !== '')
      .join('\n'),
  ];
  return {
    ...rest,
    copy,
    columns: copy === 'public' ? publicColumns : internalColumns,
    groups: groupEntries(entries, by, (tier) => official.tier[tier]).map(({ heading, entries: of }) => ({
      heading,
      rows: of.map((entry) => (copy === 'public' ? cells(entry) : [...cells(entry), ...inner(entry)])),
    })),
  };
}

const changeColumns: readonly RosterColumn[] = [
  { title: official.changes.number, share: 6, isCentred: true },
  { title: official.changes.unit, share: 20 },
  { title: official.changes.kind, share: 8, isCentred: true },
  { title: official.changes.field, share: 14, isCentred: true },
  { title: official.changes.before, share: 26 },
  { title: official.changes.after, share: 26 },
];

/** Makes a document of what changed since the edition before: a row for each field that reads otherwise. */
export function makeChangesDocument(
  facts: Omit<RosterFacts, 'entries' | 'by'> & { readonly diffs: readonly UnitDiff[] },
): RosterDocument {
  const { diffs, ...rest } = facts;
  const show = (field: UnitDiff['changes'][number]['field'], value: string | null): string => {
    if (value === null) return official.none;
    return field === 'tier' ? official.tier[value as keyof typeof official.tier] : value;
  };
  let number = 0;
  const rows = diffs.flatMap(({ kind, unit, county, changes }) => {
    number += 1;
    return changes.map(({ field, before, after }, at) => [
      at === 0 ? String(number) : '',
      at === 0 ? [county ?? '', unit].filter((part) => part !== '').join(' ') : '',
      at === 0 ? official.kind[kind] : '',
      official.field[field],
      show(field, before),
      show(field, after),
    ]);
  });
  return { ...rest, columns: changeColumns, groups: [{ heading: null, rows }] };
}

/** Marks every page carries: a draft, an internal copy. */
export function documentMarks({ edition, copy }: Pick<RosterDocument, 'edition' | 'copy'>): string[] {
  return [...(edition === null ? [official.draft] : []), ...(copy === 'internal' ? [official.internal] : [])];
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
