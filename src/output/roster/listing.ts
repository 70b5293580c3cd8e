import type { RosterEntry } from '../../domain/roster.ts';
import { official } from '../../text/official.ts';
import type { View } from '../view.ts';
import type { RosterFacts } from './layout.ts';
import { deskWithSign, gatherEntries, headLine } from './layout.ts';
import { changeColumns, listChanges, orGap } from './paper.ts';

/** A column of a roster as a list: one thing each, so that programs and other documents can take it apart. */
interface ListColumn {
  readonly title: string;
  readonly cell: (entry: RosterEntry) => string;
}

const { public: heads } = official;

const publicColumns: readonly ListColumn[] = [
  { title: heads.number, cell: ({ number }) => String(number) },
  { title: heads.unit, cell: ({ unit }) => unit },
  { title: heads.desk, cell: (entry) => orGap(deskWithSign(entry)) },
  { title: heads.duties, cell: ({ duties }) => orGap(duties) },
  { title: heads.phones, cell: ({ phones }) => orGap(phones.join('\n')) },
  { title: heads.hours, cell: ({ hours }) => orGap(hours) },
  { title: heads.address, cell: ({ address }) => address ?? '' },
];

const county: ListColumn = { title: heads.county, cell: (entry) => entry.county ?? '' };

/** What the internal copy has of people; posts and phones where the edition keeps them. */
const people: readonly ListColumn[] = (
  [
    'firstResponsible',
    'firstResponsiblePost',
    'leaderInCharge',
    'leaderInChargePost',
    'head',
    'headPost',
    'headPhone',
    'liaison',
    'liaisonPost',
    'mobile',
    'confirmedOn',
  ] as const
).map((field) => ({ title: official.field[field], cell: ({ internal }) => internal[field] ?? '' }));

/** A roster as a view, for forms of output that are read by programs or stand in other documents: CSV and Markdown. */
export function listingView(facts: RosterFacts): View {
  const { notice, foot, diffs, entries, by, copy } = facts;
  const { columns, rows } = diffs === null ? listEntries(entries, by, copy) : listDiffs(facts);
  return [
    { kind: 'title', text: notice.annex },
    { kind: 'lines', lines: [headLine(facts, (on) => on)] },
    { kind: 'table', table: { columns: columns.map((title) => ({ title })), rows } },
    ...(foot.length === 0 ? [] : [{ kind: 'lines' as const, lines: foot }]),
  ];
}

interface Listing {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

function listEntries(
  entries: readonly RosterEntry[],
  by: RosterFacts['by'],
  copy: RosterFacts['copy'],
): Listing {
  const groups = gatherEntries(entries, by);
  const columns = [
    ...publicColumns,
    ...(copy === 'internal' ? people : []),
    ...(entries.some((entry) => entry.county !== undefined) ? [county] : []),
  ];
  const hasHeadings = groups.some(({ heading }) => heading !== null);
  return {
    columns: [...columns.map(({ title }) => title), ...(hasHeadings ? [official.group] : [])],
    rows: groups.flatMap(({ heading, entries: of }) =>
      of.map((entry) => [...columns.map(({ cell }) => cell(entry)), ...(hasHeadings ? [heading ?? ''] : [])]),
    ),
  };
}

function listDiffs({ diffs, notice, entries }: RosterFacts): Listing {
  const lines = listChanges(diffs ?? [], notice.ended ?? [], entries);
  return {
    columns: changeColumns.map(({ title }) => title),
    rows: lines.map((line) => changeColumns.map(({ cell, key }) => (key === 'unit' ? cell(line).replaceAll('\n', ' ') : cell(line)))), // prettier-ignore
  };
}
