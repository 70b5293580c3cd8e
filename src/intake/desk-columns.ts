import type { Role } from '../domain/desk.ts';
import { roles } from '../domain/desk.ts';
import { clearedOf, isPersonGiven } from '../domain/desk-plan.ts';
import { unitColumnHeaders } from '../domain/unit-headers.ts';
import type { ClearedField, DeskPeople, DeskRow, PersonInput } from '../domain/desk-plan.ts';
import type { TableTerms } from './header.ts';
import { headerKey } from './header.ts';
import type { Sheet, SheetRow } from './sheet.ts';
import { holdRows } from './sheet.ts';
import type { ReadTable } from './columns.ts';
import { parseTable } from './columns.ts';
import { unitHeaders } from './usual-headers.ts';
import {
  parseDayCell,
  parseDocumentNo,
  parseName,
  parsePhoneList,
  parseText,
  parseUnitWord,
  wordReader,
} from './values.ts';
import type { Column } from './column.ts';
import { tierWords } from '../domain/input-words.ts';
import type { ClearableDeskField, DeskField, DeskValue, PersonColumn } from '../domain/desk-fields.ts';
import { clearableDeskFields, deskFieldFacts, deskFields, personColumns } from '../domain/desk-fields.ts';

const parsers = {
  tier: wordReader(tierWords),
  text: parseText,
  phones: parsePhoneList,
  day: parseDayCell,
  'document-no': parseDocumentNo,
} as const;

const fieldColumns = Object.fromEntries(
  deskFields.map((field) => {
    const { headers, kind } = deskFieldFacts(field);
    return [field, { headers, parse: parsers[kind], isClearable: kind !== 'tier' }];
  }),
) as unknown as { readonly [Field in DeskField]: Column<NonNullable<DeskValue<Field>>> };

const columns = {
  unit: {
    headers: [...unitHeaders, 'code', '单位编码'],
    parse: parseUnitWord,
    isRequired: true,
  },
  ...fieldColumns,
  firstResponsible: { headers: unitColumnHeaders.leader, parse: parseName },
  firstResponsiblePost: { headers: ['第一责任人职务', 'leader title'], parse: parseText },
  // Who answers for the paper a form was printed on: read, and left where it is.
  filledBy: { headers: ['填表人'], parse: parseText, isPrivate: true },
  reviewedBy: { headers: ['审核人'], parse: parseText, isPrivate: true },
  seal: { headers: ['单位（盖章）'], parse: parseText },
  leaderInCharge: {
    headers: personColumns.leaderInCharge.headers,
    parse: parseName,
    isClearable: true,
  },
  leaderInChargePost: {
    headers: personColumns.leaderInChargePost.headers,
    parse: parseText,
    isClearable: true,
  },
  head: { headers: personColumns.head.headers, parse: parseName, isClearable: true },
  headPost: { headers: personColumns.headPost.headers, parse: parseText, isClearable: true },
  headPhone: {
    headers: personColumns.headPhone.headers,
    parse: parsePhoneList,
    isPrivate: true,
    isClearable: true,
  },
  liaison: { headers: personColumns.liaison.headers, parse: parseName, isClearable: true },
  liaisonPost: { headers: personColumns.liaisonPost.headers, parse: parseText, isClearable: true },
  liaisonPhone: {
    headers: personColumns.liaisonPhone.headers,
    parse: parsePhoneList,
    isPrivate: true,
    isClearable: true,
  },
  mobile: {
    headers: personColumns.mobile.headers,
    parse: parsePhoneList,
    isPrivate: true,
    isClearable: true,
  },
} as const;

/** What 无 in a column takes away. */
const clearedFields: Readonly<Partial<Record<keyof typeof columns, ClearedField>>> = {
  ...(Object.fromEntries(clearableDeskFields.map((field) => [field, field])) as Record<
    ClearableDeskField,
    ClearableDeskField
  >),
  ...(Object.fromEntries(
    (Object.keys(personColumns) as PersonColumn[]).map((column) => [column, clearedOf(column)]),
  ) as Record<PersonColumn, ClearedField>),
};

/** Desks of one file, and whether the file is a form that a unit filled in. */
export interface DeskTable extends Omit<ReadTable<typeof columns>, 'written'> {
  readonly written?: ReadTable<typeof columns>['written'];
  readonly desks: readonly DeskRow[];
  readonly isForm: boolean;
}

/** Reads a sheet as desks with their people: a row for each, or a form with a line for each field. */
export function parseDeskRows(sheet: Sheet, terms?: TableTerms): DeskTable {
  const form = turnForm(sheet);
  const table = parseTable(form ?? sheet, columns, terms);
  const desks = table.rows.flatMap(({ place, values, at, cleared }): DeskRow[] => {
    const { unit, leaderInCharge, leaderInChargePost, head, headPost, headPhone } = values;
    const { liaison, liaisonPost, liaisonPhone, mobile, ...others } = values;
    const { firstResponsible, firstResponsiblePost, filledBy: _by, reviewedBy: _reviewed, seal: _seal, ...desk } = others; // prettier-ignore
    if (unit === undefined) return [];
    const given: Record<Role, PersonInput> = {
      'leader-in-charge': { name: leaderInCharge, post: leaderInChargePost },
      head: { name: head, post: headPost, phone: headPhone },
      liaison: { name: liaison, post: liaisonPost, phone: liaisonPhone, mobile },
    };
    const people: DeskPeople = {};
    for (const role of roles) {
      if (isPersonGiven(given[role])) people[role] = given[role];
    }
    const gone = cleared.flatMap((key) => clearedFields[key] ?? []);
    const leader =
      firstResponsible === undefined
        ? {}
        : { leader: { name: firstResponsible, title: firstResponsiblePost ?? null } };
    return [{ ...desk, ...leader, place, placeOf: at, unit, people, cleared: gone }];
  });
  const { written, ...read } = table;
  // The lines of a form are fields, not rows that could be left out.
  return { ...read, ...(form === undefined ? { written } : {}), desks, isForm: form !== undefined };
}

/** So many labels below each other in the first column make a form. */
const fewestLabels = 6;

/** A form, labels in its first column and values in its second, turned into a header and one row; places stay those of the form. */
function turnForm(sheet: Sheet): Sheet | undefined {
  const known = new Set(Object.values(columns).flatMap(({ headers }) => headers.map(headerKey)));
  const isKnown = ({ cells: [label = ''] }: SheetRow): boolean => known.has(headerKey(label));
  const rows = [...sheet.rows];
  if (rows.filter(isKnown).length < fewestLabels) return undefined;
  // From the first label on every line is a field: one under a label nobody knows is told, not passed over.
  const lines = rows.slice(rows.findIndex(isKnown)).filter(({ cells: [label = ''] }) => label.trim() !== '');
  return {
    ...sheet,
    // Titles may be merged over columns; what is merged over rows is no value of a field.
    problems: [],
    rows: holdRows([0, 1].map((at) => ({ line: at + 1, cells: lines.map(({ cells }) => cells[at] ?? '') }))),
    place: (_row, column) => {
      const line = column === undefined ? undefined : lines[column];
      return line === undefined ? sheet.place(lines[0] ?? { line: 1, cells: [] }, 1) : sheet.place(line, 1);
    },
  };
}
