import { AppError } from '../errors.ts';
import type { RosterEntry } from '../domain/roster.ts';
import { firstLayout } from '../domain/roster.ts';
import type { DiffField } from '../domain/roster-diff.ts';
import { isRosterField } from '../domain/roster-diff.ts';
import { official } from '../text/official.ts';
import { deskViews as zhDesk } from '../text/zh/desk.ts';
import type { ChangeLine, RosterLayout } from './roster-document.ts';
import { deskWithSign, rosterDocumentView } from './roster-document.ts';
import { writeRosterPage } from './roster-page.ts';

/** What a line does not have is printed as a gap. */
const orGap = (text: string | null): string => (text === null || text.trim() === '' ? official.gap : text);

const cells = {
  number: ({ number }: RosterEntry) => String(number),
  unit: ({ unit }: RosterEntry) => unit,
  desk: (entry: RosterEntry) => orGap(deskWithSign(entry)),
  duties: ({ duties }: RosterEntry) => orGap(duties),
  phones: ({ phones }: RosterEntry) => orGap(phones.join('\n')),
  hours: ({ hours }: RosterEntry) => orGap(hours),
};

function mobileCell({ internal: { mobile, confirmedOn } }: RosterEntry): string {
  return [mobile ?? '', confirmedOn === null ? '' : `${confirmedOn} 核实`]
    .filter((part) => part !== '')
    .join('\n');
}

/** What a field of a line is called: one of the desk as everywhere. */
function nameField(field: DiffField): string {
  return isRosterField(field) ? official.field[field] : zhDesk.fields[field].name;
}

function changedValue({ change: { field } }: ChangeLine, value: string | null): string {
  if (field === 'place') return value === null ? official.placeFirst : official.placeAfter(value);
  if (value === null) return official.none;
  return field === 'tier' ? official.tier[value as keyof typeof official.tier] : value;
}

const { public: titles, inner, changes } = official;

const layout1: RosterLayout = {
  number: firstLayout,
  gathering: 'as-they-stand',
  tables: {
    public: {
      density: 'normal',
      columns: [
        { title: titles.number, share: 5, isCentred: true, cell: cells.number },
        { title: titles.unit, share: 15, cell: cells.unit },
        { title: titles.desk, share: 16, cell: cells.desk },
        { title: titles.duties, share: 27, cell: cells.duties },
        { title: titles.phones, share: 18, isCentred: true, cell: cells.phones },
        { title: titles.hours, share: 19, cell: cells.hours },
      ],
    },
    internal: {
      density: 'dense',
      columns: [
        { title: titles.number, share: 4, isCentred: true, cell: cells.number },
        { title: titles.unit, share: 9, cell: cells.unit },
        { title: titles.desk, share: 10, cell: cells.desk },
        { title: titles.duties, share: 14, cell: cells.duties },
        { title: titles.phones, share: 14, isCentred: true, cell: cells.phones },
        { title: titles.hours, share: 15, cell: cells.hours },
        {
          title: inner.firstResponsible,
          share: 6,
          isCentred: true,
          cell: ({ internal }) => internal.firstResponsible ?? '',
        },
        {
          title: inner.leaderInCharge,
          share: 6,
          isCentred: true,
          cell: ({ internal }) => internal.leaderInCharge ?? '',
        },
        { title: inner.head, share: 6, isCentred: true, cell: ({ internal }) => internal.head ?? '' },
        { title: inner.liaison, share: 6, isCentred: true, cell: ({ internal }) => internal.liaison ?? '' },
        { title: inner.mobile, share: 10, isCentred: true, cell: mobileCell },
      ],
    },
    // Of either copy: what changed has the same columns.
    changes: {
      density: 'normal',
      columns: [
        {
          title: changes.number,
          share: 6,
          isCentred: true,
          cell: ({ number, isFirst }) => (isFirst ? String(number) : ''),
        },
        {
          title: changes.unit,
          share: 20,
          cell: ({ isFirst, diff: { county, unit } }) =>
            isFirst ? [county ?? '', unit].filter((part) => part !== '').join(' ') : '',
        },
        {
          title: changes.kind,
          share: 8,
          isCentred: true,
          cell: ({ isFirst, diff }) => (isFirst ? official.kind[diff.kind] : ''),
        },
        {
          title: changes.field,
          share: 14,
          isCentred: true,
          cell: ({ change }) => nameField(change.field),
        },
        { title: changes.before, share: 26, cell: (line) => changedValue(line, line.change.before) },
        { title: changes.after, share: 26, cell: (line) => changedValue(line, line.change.after) },
      ],
    },
  },
  write: {
    html: writeRosterPage,
    docx: async (document) => (await import('./roster-docx.ts')).writeRosterDocx(document),
    xlsx: async (document) => (await import('./roster-workbook.ts')).writeRosterWorkbook(document),
    view: rosterDocumentView,
  },
};

/** Groups stand together; a notice of changes tells which lines stand elsewhere (`tellsPlaces`). */
const layout2: RosterLayout = { ...layout1, number: 2, gathering: 'gathered' };

/**
 * The layouts by their number. An edition is printed for ever in the one it was published with: what a layout writes is never
 * changed, other bytes are a new layout, which takes from the one before what stays.
 */
export const rosterLayouts: readonly RosterLayout[] = [layout1, layout2];

/** The layout in which a roster is drafted and published: the last. */
export function newestLayout(layouts: readonly RosterLayout[] = rosterLayouts): RosterLayout {
  return layouts.at(-1) ?? layout2;
}

/** Gets the layout an edition was published with. Errors: `layout-newer` for one that only a newer version of the tool has. */
export function getLayout(
  edition: { readonly number: number; readonly layout: number },
  layouts: readonly RosterLayout[] = rosterLayouts,
): RosterLayout {
  const layout = layouts.find(({ number }) => number === edition.layout);
  if (layout !== undefined) return layout;
  const known = newestLayout(layouts).number;
  throw new AppError('layout-newer', { edition: edition.number, layout: edition.layout, known });
}
