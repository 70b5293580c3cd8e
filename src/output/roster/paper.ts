import type { EndedUnit, RosterEntry } from '../../domain/roster.ts';
import type { DiffChange, DiffField, UnitDiff } from '../../domain/roster-diff.ts';
import { internalDiffFields, isRosterField, lineKey } from '../../domain/roster-diff.ts';
import type { Tier } from '../../domain/scheme.ts';
import { official } from '../../text/official.ts';
import { deskViews as zhDesk } from '../../text/zh/desk.ts';
import { breakLines, fitColumns, splitTall } from '../papers/fit-columns.ts';
import { hoursLines, phoneLines } from '../whole-pieces.ts';
import type { RosterFacts } from './layout.ts';
import { deskWithSign, gatherEntries } from './layout.ts';

/** What a column of a roster's paper is of; a form of print that sets them apart goes by it. */
export type PaperKey =
  | 'number'
  | 'unit'
  | 'desk'
  | 'duties'
  | 'phones'
  | 'hours'
  | 'person'
  | 'kind'
  | 'field'
  | 'before'
  | 'after';

export interface PaperColumn {
  readonly key: PaperKey;
  readonly title: string;
  readonly isCentred: boolean;
  /** In widths of figures, of which a page across has `paperRoom`. */
  readonly width: number;
}

/** A row of a paper: its cells, in which a line break parts lines, and what it is found by beside them. */
export interface PaperRow {
  readonly cells: readonly string[];
  readonly tier: Tier | null;
}

export interface PaperGroup {
  readonly heading: string | null;
  readonly rows: readonly PaperRow[];
}

/** The table of a roster's paper, in Chinese: what every form of print is made from. */
export interface RosterPaper extends RosterFacts {
  readonly columns: readonly PaperColumn[];
  /** Half points in which the table is set. */
  readonly size: number;
  readonly groups: readonly PaperGroup[];
}

export interface Column<Row> {
  readonly key: PaperKey;
  readonly title: string;
  readonly isCentred?: boolean;
  readonly cell: (row: Row) => string;
}

/** Widths of figures that stand side by side on a page across: 225 mm in letters of 10.5 pt, and of 9 pt for a table of more columns. */
const rooms = { normal: { size: 21, room: 121 }, dense: { size: 18, room: 141 } } as const;

/** Lines a row may have and stay on one page. */
export const tallestRow = 25;

/** What a line does not have is printed as a gap. */
export const orGap = (text: string | null): string =>
  text === null || text.trim() === '' ? official.gap : text;

const lines = (...parts: readonly (string | null | undefined)[]): string =>
  parts.filter((part) => part !== null && part !== undefined && part !== '').join('\n');

/** A unit as a line names it: under the county it is of. */
function unitCell({ county, unit }: { readonly county?: string; readonly unit: string }): string {
  return lines(county, unit);
}

const { public: heads, inner, changes } = official;

const publicColumns: readonly Column<RosterEntry>[] = [
  { key: 'number', title: heads.number, isCentred: true, cell: ({ number }) => String(number) },
  { key: 'unit', title: heads.unit, cell: unitCell },
  {
    key: 'desk',
    title: heads.desk,
    cell: (entry) => lines(orGap(deskWithSign(entry)), (entry.address ?? '') === '' ? '' : official.address(entry.address ?? '')), // prettier-ignore
  },
  { key: 'duties', title: heads.duties, cell: ({ duties }) => orGap(duties) },
  { key: 'phones', title: heads.phones, isCentred: true, cell: ({ phones }) => orGap(phones.join('\n')) },
  {
    key: 'hours',
    title: heads.hours,
    cell: ({ hours }) => orGap(hours === null ? null : hoursLines(hours)),
  },
];

/** A person with what they are, their post and phone: 负责人：金某丙（科长） */
function personLines(
  role: string,
  name: string | null,
  post?: string | null,
  phones?: string | null,
): string {
  if (name === null) return '';
  const named = `${role}：${name}${(post ?? '') === '' ? '' : `（${post ?? ''}）`}`;
  return lines(named, phoneLines(phones ?? ''));
}

const internalColumns: readonly Column<RosterEntry>[] = [
  ...publicColumns,
  {
    key: 'person',
    title: inner.persons,
    cell: ({ internal: of }) =>
      lines(
        personLines(inner.firstResponsible, of.firstResponsible, of.firstResponsiblePost),
        personLines(inner.leaderInCharge, of.leaderInCharge, of.leaderInChargePost),
        personLines(inner.head, of.head, of.headPost, of.headPhone),
        personLines(inner.liaison, of.liaison, of.liaisonPost, of.mobile),
        of.confirmedOn === null ? '' : `${of.confirmedOn} 核实`,
      ),
  },
];

/** A line of a notice of changes: of one field, or of a unit that is no more. */
export interface ChangeRow {
  readonly number: number;
  readonly diff: UnitDiff;
  readonly field: string;
  readonly before: string;
  readonly after: string;
}

export const changeColumns: readonly Column<ChangeRow>[] = [
  { key: 'number', title: changes.number, isCentred: true, cell: ({ number }) => String(number) },
  { key: 'unit', title: changes.unit, cell: ({ diff }) => unitCell(diff) },
  { key: 'kind', title: changes.kind, isCentred: true, cell: ({ diff }) => official.kind[diff.kind] },
  { key: 'field', title: changes.field, isCentred: true, cell: ({ field }) => field },
  { key: 'before', title: changes.before, cell: ({ before }) => before },
  { key: 'after', title: changes.after, cell: ({ after }) => after },
];

/** Makes the paper of a full roster, or of what changed since the edition before. */
export function makePaper(facts: RosterFacts): RosterPaper {
  const { diffs, copy, entries, by } = facts;
  if (diffs !== null) {
    const rows = listChanges(diffs, facts.notice.ended ?? [], entries);
    const inner = diffs.filter((diff) => isInner(diff)).length;
    const foot = inner === 0 ? facts.foot : [official.changesToUnits(inner), ...facts.foot];
    return fit({ ...facts, foot }, changeColumns, [{ heading: null, rows }], 'normal', () => null);
  }
  const groups = gatherEntries(entries, by).map(({ heading, entries: rows }) => ({
    heading,
    rows,
  }));
  return copy === 'public'
    ? fit(facts, publicColumns, groups, 'normal', ({ tier }) => tier)
    : fit(facts, internalColumns, groups, 'dense', ({ tier }) => tier);
}

/** Whether nothing changed of a unit but what stays inside. */
function isInner({ kind, changes: found }: UnitDiff): boolean {
  return kind === 'changed' && found.every(({ field }) => internalDiffFields.some((one) => one === field));
}

function fit<Row>(
  facts: RosterFacts,
  columns: readonly Column<Row>[],
  groups: readonly { readonly heading: string | null; readonly rows: readonly Row[] }[],
  density: keyof typeof rooms,
  tierOf: (row: Row) => Tier | null,
): RosterPaper {
  const { size, room } = rooms[density];
  const written = groups.map(({ heading, rows }) => ({
    heading,
    rows: rows.map((row) => ({ cells: columns.map(({ cell }) => cell(row)), tier: tierOf(row) })),
  }));
  const all = written.flatMap(({ rows }) => rows.map(({ cells }) => cells));
  const titles = columns.map(({ title }) => title);
  const widths = fitColumns(titles, all, room, (at) => density === 'normal' && columns[at]?.key === 'phones');
  return {
    ...facts,
    size,
    columns: columns.map(({ key, title, isCentred = false }, at) => ({
      key,
      title,
      isCentred,
      width: widths[at] ?? 0,
    })),
    groups: written,
  };
}

/** Lines there is room for below the title of the first page. */
const tallestFirst = 14;

/**
 * The rows that a row takes on pages: one, or where it is taller than a page (the first one: than the room below the title)
 * several, each under the name of its unit, marked as going on.
 */
export function partRow(
  { columns, groups }: Pick<RosterPaper, 'columns' | 'groups'>,
  { cells, tier }: PaperRow,
): PaperRow[] {
  const widths = columns.map(({ width }) => width);
  const repeat = (cell: string, at: number): string | null => {
    const key = columns[at]?.key;
    if (key === 'unit') return official.continued(cell);
    return key === 'number' || key === 'kind' || key === 'field' ? cell : null;
  };
  const isFirst = groups[0]?.rows[0]?.cells === cells;
  const room = { first: isFirst ? tallestFirst : tallestRow, most: tallestRow };
  return splitTall(cells, widths, room, repeat).map((part) => ({ cells: part, tier }));
}

/** The rows of a group as a paper prints them: parted where they are taller than a page, phones, times and days on lines that end where they must. */
export function printRows(
  paper: Pick<RosterPaper, 'columns' | 'groups'>,
  { rows }: PaperGroup,
): (readonly string[])[] {
  return rows
    .flatMap((row) => partRow(paper, row))
    .map(({ cells }) => cells.map((cell, at) => breakLines(cell, paper.columns[at]?.width ?? 0)));
}

/** The lines of a notice of changes: one for each field that reads otherwise, and one for a unit that is no more, with who took over. */
export function listChanges(
  diffs: readonly UnitDiff[],
  ended: readonly EndedUnit[],
  entries: readonly RosterEntry[],
): ChangeRow[] {
  const endedOf = new Map(ended.map((unit) => [lineKey(unit), unit]));
  const entryOf = new Map(entries.map((entry) => [lineKey(entry), entry]));
  return diffs.flatMap((diff, at): ChangeRow[] => {
    const number = at + 1;
    if (diff.kind !== 'gone')
      return diff.changes.map((change) => ({ number, diff, ...describe(change, diff) }));
    const phones = diff.changes.find(({ field }) => field === 'phones')?.before ?? null;
    const unit = endedOf.get(lineKey(diff));
    const { countyCode } = diff;
    const heirs = (unit?.successors ?? []).map(({ unitCode, unit: name }) => {
      const entry = entryOf.get(lineKey({ unitCode, ...(countyCode === undefined ? {} : { countyCode }) }));
      return lines(entry?.unit ?? name, ...(entry?.phones ?? []));
    });
    return [
      {
        number,
        diff,
        field: official.takenOver,
        before: showChanged('phones', phones),
        after: heirs.length === 0 ? official.nobody : lines(...heirs),
      },
    ];
  });
}

/** What every line must have: where it is not there, it is still to come. */
const needed: readonly DiffField[] = ['desk', 'duties', 'phones', 'hours'];

function describe(
  { field, before, after }: DiffChange,
  { kind }: UnitDiff,
): Pick<ChangeRow, 'field' | 'before' | 'after'> {
  const show = (value: string | null, isThere: boolean): string =>
    value === null && isThere && needed.includes(field) ? official.gap : showChanged(field, value);
  return { field: nameField(field), before: show(before, kind !== 'new'), after: show(after, true) };
}

/** What a field of a line is called: one of the desk as everywhere. */
function nameField(field: DiffField): string {
  return isRosterField(field) ? official.field[field] : zhDesk.fields[field].name;
}

function showChanged(field: DiffField, value: string | null): string {
  if (field === 'place') return value === null ? official.placeFirst : official.placeAfter(value);
  if (value === null) return official.none;
  if (field === 'tier') return official.tier[value as Tier];
  if (field === 'hours') return hoursLines(value);
  return field === 'phones' || field === 'headPhone' || field === 'mobile' ? phoneLines(value) : value;
}
