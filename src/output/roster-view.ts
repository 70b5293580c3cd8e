import type { RosterEntry } from '../domain/roster.ts';
import type { Texts } from '../text/shape.ts';
import type { Cell, View } from './view.ts';

/** Name of a desk with the sign it carries: 群众工作科（信访办公室）. */
export function deskWithSign({ desk, sign }: Pick<RosterEntry, 'desk' | 'sign'>): string {
  return [desk ?? '', sign === null || sign === '' ? '' : `（${sign}）`].join('');
}

/** The public copy of a roster: a draft, or an edition. */
export function rosterView(
  roster: {
    readonly jurisdiction: string;
    readonly entries: readonly RosterEntry[];
    readonly line: Cell;
  },
  text: Texts,
): View {
  const say = text.views.roster;
  return [
    { kind: 'title', text: say.title(roster.jurisdiction) },
    { kind: 'lines', lines: [roster.line] },
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
        ],
        rows: roster.entries.map((entry) => [
          String(entry.number),
          entry.unit,
          deskWithSign(entry),
          entry.duties ?? '',
          entry.phones.join('\n'),
          entry.hours ?? '',
        ]),
      },
    },
  ];
}

export interface EditionLine {
  readonly number: number;
  readonly publishedOn: string;
  readonly documentNo: string;
  readonly run: number;
  readonly entryCount: number;
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
          { title: say.run, align: 'right' },
          { title: say.entries, align: 'right' },
        ],
        rows: editions.map((edition) => [
          String(edition.number),
          edition.publishedOn,
          edition.documentNo,
          String(edition.run),
          String(edition.entryCount),
        ]),
      },
    },
  ];
}
