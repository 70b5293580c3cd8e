import type { Copy, RosterEntry, Grouping } from '../../domain/roster.ts';
import { groupEntries, unitWithCounty } from '../../domain/roster.ts';
import type { DiffField, UnitDiff } from '../../domain/roster-diff.ts';
import { isRosterField } from '../../domain/roster-diff.ts';
import type { Tier } from '../../domain/scheme.ts';
import type { Texts } from '../../text/shape.ts';
import { hoursLines } from '../whole-pieces.ts';
import { deskWithSign } from './layout.ts';
import type { Cell, View } from '../view.ts';

/** A roster on a screen: a draft, or an edition. */
export function rosterView(
  roster: {
    readonly jurisdiction: string;
    readonly entries: readonly RosterEntry[];
    readonly copy: Copy;
    readonly by: Grouping;
    readonly lines: readonly Cell[];
  },
  text: Texts,
): View {
  const say = text.views.roster;
  const { copy, entries, by } = roster;
  const grouped = groupEntries(
    entries,
    by,
    { tier: (tier) => text.codeNames.tier[tier], noGroup: say.noGroup },
    'gathered',
  );
  const inner = ({ internal }: RosterEntry): string[] =>
    copy === 'public'
      ? []
      : [internal.leaderInCharge ?? '', internal.head ?? '', internal.liaison ?? '', internal.mobile ?? ''];
  const { role } = text.codeNames;
  return [
    { kind: 'title', text: say.title(roster.jurisdiction) },
    { kind: 'lines', lines: roster.lines },
    {
      kind: 'table',
      table: {
        columns: [
          { title: say.number, align: 'right' },
          { title: say.unit },
          { title: say.desk },
          { title: say.duties },
          { title: say.phones },
          { title: say.hours },
          ...(copy === 'public'
            ? []
            : [
                { title: role['leader-in-charge'] },
                { title: role.head },
                { title: role.liaison },
                { title: text.codeNames.personField.mobile },
              ]),
        ],
        rows: grouped.flatMap(({ entries: of }) =>
          of.map((entry) => [
            String(entry.number),
            entry.county === undefined ? entry.unit : `${entry.county} ${entry.unit}`,
            deskWithSign(entry),
            entry.duties ?? '',
            entry.phones.join('\n'),
            hoursLines(entry.hours ?? ''),
            ...inner(entry),
          ]),
        ),
      },
    },
  ];
}

export interface EditionLine {
  readonly number: number;
  readonly form: 'full' | 'changes';
  readonly publishedOn: string;
  readonly documentNo: string;
  readonly run: number;
  readonly changesSince: number | null;
  readonly supersedes: number | null;
  readonly supersededBy: number | null;
  readonly reason: string | null;
  readonly withGaps: boolean;
  readonly entryCount: number;
}

/** What an edition is beside its number: full or changes, what it supersedes, what superseded it, gaps. */
export function describeEdition(edition: EditionLine, text: Texts): string {
  const say = text.views.roster;
  const { changesSince, supersedes, supersededBy, reason } = edition;
  return text.labels.clauses([
    changesSince === null ? say.full : say.changesSince(changesSince),
    ...(supersedes === null ? [] : [say.supersedes(supersedes, reason)]),
    ...(supersededBy === null ? [] : [say.supersededBy(supersededBy)]),
    ...(edition.withGaps ? [say.hasGaps] : []),
  ]);
}

/** What is to be said of an edition that is more than a full one. */
export function editionRemarks(edition: EditionLine, text: Texts): string[] {
  const said = describeEdition(edition, text);
  return said === text.views.roster.full ? [] : [said];
}

export function editionListView(editions: readonly EditionLine[], text: Texts): View {
  const say = text.views.roster;
  return [
    { kind: 'title', text: say.list },
    {
      kind: 'table',
      table: {
        columns: [
          { title: say.number, align: 'right' },
          { title: say.on },
          { title: say.documentNo },
          { title: say.form },
          { title: say.run, align: 'right' },
          { title: say.entries, align: 'right' },
        ],
        rows: editions.map((edition) => [
          String(edition.number),
          edition.publishedOn,
          edition.documentNo,
          describeEdition(edition, text),
          String(edition.run),
          String(edition.entryCount),
        ]),
      },
    },
  ];
}

/** One edition: its head, its notice, and whether it is what was sealed. */
export function editionView(
  edition: EditionLine & {
    readonly issuers: readonly string[];
    readonly notice: {
      readonly title: string;
      readonly recipients: readonly string[];
      readonly paragraphs: readonly string[];
    } | null;
    readonly digest: string;
    readonly by: string;
  },
  isIntact: boolean,
  text: Texts,
): View {
  const say = text.views.roster;
  const { none, list } = text.labels;
  const { notice, issuers } = edition;
  const digest: Cell = isIntact
    ? { text: text.labels.clauses([edition.digest, say.intact]), tone: 'good' }
    : { text: text.labels.clauses([edition.digest, say.notIntact(edition.number)]), tone: 'bad' };
  return [
    { kind: 'title', text: say.edition(edition.number, edition.publishedOn, edition.documentNo) },
    {
      kind: 'facts',
      rows: [
        [say.form, describeEdition(edition, text)],
        [say.issuers, issuers.length === 0 ? none : list(issuers)],
        [say.recipients, notice === null || notice.recipients.length === 0 ? none : list(notice.recipients)],
        [say.run, String(edition.run)],
        [say.entries, String(edition.entryCount)],
        [say.publishedBy, edition.by],
        [say.notice, notice === null ? none : [notice.title, ...notice.paragraphs].join('\n')],
        [say.digest, digest],
      ],
    },
  ];
}

/** What changed from one roster to another, unit by unit. */
export function rosterDiffView(
  comparison: { readonly from: number; readonly to: number | null; readonly copy: Copy },
  diffs: readonly UnitDiff[],
  text: Texts,
): View {
  const say = text.views.roster;
  const show = (field: DiffField, value: string | null): string => {
    if (field === 'place') return value === null ? say.placeFirst : say.placeAfter(value);
    if (value === null) return text.labels.none;
    return field === 'tier' ? text.codeNames.tier[value as Tier] : value;
  };
  const { from, to, copy } = comparison;
  const tones = { new: 'good', gone: 'bad', changed: 'warning' } as const;
  return [
    { kind: 'title', text: say.diffTitle(from, to, say.copies[copy]) },
    { kind: 'lines', lines: [diffs.length === 0 ? say.noDiff : say.diffCount(diffs.length)] },
    ...(diffs.length === 0
      ? []
      : [
          {
            kind: 'table' as const,
            table: {
              columns: [
                { title: say.change },
                { title: say.unit },
                { title: text.views.import.field },
                { title: text.views.import.before },
                { title: text.views.import.after },
              ],
              rows: diffs.flatMap(({ kind, unit, county, changes }) =>
                changes.map(({ field, before, after }, at): Cell[] => [
                  at === 0 ? { text: say.diffKinds[kind], tone: tones[kind] } : '',
                  at === 0 ? unitWithCounty({ county, unit }) : '',
                  isRosterField(field) ? say.fields[field] : text.views.desk.fields[field].name,
                  show(field, before),
                  show(field, after),
                ]),
              ),
            },
          },
        ]),
  ];
}

/** A desk that was looked for, with what led to it. */
export interface FoundLine {
  readonly code: string;
  readonly unit: string;
  readonly county: string | null;
  readonly ended: { readonly on: string; readonly successors: readonly string[] } | null;
  readonly desk: string | null;
  readonly phones: readonly string[];
  readonly liaison: string | null;
  readonly by: keyof Texts['views']['roster']['foundBy'];
  readonly match: string;
}

/** Who answers for what was looked for, and the phone to call. */
export function foundView(wanted: string, lines: readonly FoundLine[], text: Texts): View {
  const say = text.views.roster;
  return [
    { kind: 'title', text: say.findTitle(wanted) },
    {
      kind: 'table',
      table: {
        columns: [
          { title: say.unit },
          { title: say.desk },
          { title: say.phones },
          { title: text.codeNames.role.liaison },
          { title: say.foundThrough },
        ],
        rows: lines.map(({ unit, county, ended, desk, phones, liaison, by, match }): Cell[] => [
          [
            unitWithCounty({ county, unit }),
            ...(ended === null
              ? []
              : [text.views.unit.endedOn(ended.on, text.labels.list(ended.successors))]),
          ].join('\n'),
          desk ?? text.labels.none,
          phones.length === 0 ? text.labels.none : phones.join('\n'),
          liaison ?? text.labels.none,
          text.labels.remark(say.foundBy[by], match),
        ]),
      },
    },
  ];
}

/** Numbers that an edition changed: what they were, what they are, and from when. */
export function changedNumbersView(
  {
    edition,
    before,
    changes,
  }: {
    readonly edition: { readonly number: number; readonly publishedOn: string };
    readonly before: { readonly number: number };
    readonly changes: readonly {
      readonly unit: string;
      readonly county?: string;
      readonly desk: string | null;
      readonly before: readonly string[];
      readonly after: readonly string[];
      readonly isGone: boolean;
      readonly successors: readonly { readonly unit: string; readonly phones: readonly string[] }[];
    }[];
  },
  text: Texts,
): View {
  const say = text.views.roster;
  const { none } = text.labels;
  return [
    { kind: 'title', text: say.numbersTitle(edition.number, before.number) },
    {
      kind: 'table',
      table: {
        columns: [
          { title: say.number },
          { title: say.unit },
          { title: say.desk },
          { title: say.oldNumbers },
          { title: say.newNumbers },
          { title: say.validFrom },
        ],
        rows: changes.map(({ unit, county, desk, before: old, after, isGone, successors }, at) => [
          String(at + 1),
          unitWithCounty({ county, unit }),
          desk ?? '',
          old.length === 0 ? none : old.join('\n'),
          isGone
            ? successors.length === 0
              ? say.unitGone
              : successors.map((heir) => [say.turnTo(heir.unit), ...heir.phones].join('\n')).join('\n')
            : after.length === 0
              ? text.views.roster.gap
              : after.join('\n'),
          edition.publishedOn,
        ]),
      },
    },
  ];
}
