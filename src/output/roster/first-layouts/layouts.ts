import type { RosterEntry } from '../../../domain/roster.ts';
import { firstLayout } from '../../../domain/roster.ts';
import type { DiffField } from '../../../domain/roster-diff.ts';
import { isRosterField } from '../../../domain/roster-diff.ts';
import { official } from '../../../text/official.ts';
import { deskViews as zhDesk } from '../../../text/zh/desk.ts';
import { deskWithSign } from '../layout.ts';
import type { RosterFacts, RosterForms } from '../layout.ts';
import type { ChangeLine, FirstLayout } from './document.ts';
import { makeChangesDocument, makeRosterDocument, rosterDocumentView } from './document.ts';
import { writeRosterDocx } from './docx.ts';
import { writeRosterPage } from './page.ts';
import { writeRosterWorkbook } from './workbook.ts';

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

const first: FirstLayout = {
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
};

/** Groups stand together; a notice of changes tells which lines stand elsewhere (`tellsPlaces`). */
const second: FirstLayout = { ...first, number: 2, gathering: 'gathered' };

/** Writes a roster in a layout of the first kind: a document of rows, of which each form is written. */
export function writeFirst(
  number: 1 | 2,
  { diffs, entries, by, draft: _draft, arrangement: _arrangement, ...rest }: RosterFacts,
): RosterForms {
  const facts = { ...rest, layout: number === 1 ? first : second };
  const document =
    diffs === null ? makeRosterDocument({ ...facts, by, entries }) : makeChangesDocument({ ...facts, diffs });
  return {
    html: () => Promise.resolve(writeRosterPage(document)),
    docx: () => writeRosterDocx(document),
    xlsx: () => writeRosterWorkbook(document),
    view: () => Promise.resolve(rosterDocumentView(document)),
  };
}
