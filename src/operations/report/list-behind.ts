import { AppError } from '../../errors.ts';
import type { CircleColumn, ReportGrouping } from '../../domain/circles.ts';
import type { Unit } from '../../domain/unit.ts';
import { circleColumns } from '../../domain/circles.ts';
import { categoryWords, circleColumnWords, circleFormWords, findCode } from '../../domain/input-words.ts';
import { getAppealById } from '../../store/appeals.ts';
import { listStraight } from '../../store/chains.ts';
import type { LocalWork } from '../kernel/transaction.ts';
import { getUnitByName } from '../unit/find-unit.ts';
import type { CirclesTerms, HandedOn } from './report-circles.ts';
import { countOf, gatherHanded, keyIn, scopeOf } from './report-circles.ts';

/** Names by which the appeals behind a figure are listed, beside those of the columns. */
const forms = ['units:N', 'length:N', 'pair:A,B', 'move:A>B'] as const;

/** The appeals behind a figure, and the number of the first of them. */
export interface BehindFigure {
  readonly ids: readonly number[];
  readonly first: string | null;
}

/** What is asked of appeals: whether one is behind a figure. */
interface Behind {
  readonly isHandedOn: (one: HandedOn) => boolean;
  /** Whether those that one unit alone has led are behind it too, and only the closed ones of them. */
  readonly straight: 'none' | 'all' | 'closed';
}

/**
 * Lists the appeals behind a figure of the report on hand-overs, in the order in which they came in; of one row where that is named by its
 * key. Errors: `report-column-unknown`, `unit-not-found`.
 */
export async function listBehind(
  work: LocalWork,
  { name, row, ...terms }: CirclesTerms & { readonly name: string; readonly row?: string | undefined },
): Promise<BehindFigure> {
  const { db } = work.store;
  const behind = await parseName(work, name);
  const { handedOn, units } = await gatherHanded(db, work, terms);
  const { by } = terms;
  const key = row === undefined || by === undefined ? undefined : findKey(row, by, units);
  const isInRow = (one: { readonly holderId: number | null; readonly matter: string | null }): boolean =>
    key === undefined || by === undefined || keyIn(by, one, units) === key;
  const ids = handedOn.filter((one) => isInRow(one) && behind.isHandedOn(one)).map(({ id }) => id);
  const first = async (found: readonly number[]): Promise<BehindFigure> => ({
    ids: found,
    first: found[0] === undefined ? null : (await getAppealById(db, work.jurisdiction.id, found[0])).number,
  });
  if (behind.straight === 'none') return first(ids);
  const isClosed = behind.straight === 'closed';
  const straight = await listStraight(db, work.jurisdiction.id, scopeOf(work, terms), { isClosed });
  const alone = straight.filter((one) => isInRow(one) && (!isClosed || one.holderId !== null));
  return first([...alone.map(({ id }) => id), ...ids].sort((a, b) => a - b));
}

/** The key of a row, by its code or its name. Errors: `report-column-unknown`. */
function findKey(row: string, by: ReportGrouping, units: ReadonlyMap<number, Unit>): string {
  const all = [...units.values()];
  if (by === 'matter') return row;
  if (by === 'category') return findCode(categoryWords, row) ?? row;
  const key =
    by === 'group'
      ? row
      : all.find(({ code, name, shortName }) => [code, name, shortName].includes(row))?.code;
  const allowed = [...new Set(all.map((unit) => (by === 'group' ? (unit.group ?? '') : unit.code)))];
  if (key === undefined || !allowed.includes(key))
    throw new AppError('report-column-unknown', { name: row, allowed });
  return key;
}

async function parseName(work: LocalWork, name: string): Promise<Behind> {
  const column = findCode(circleColumnWords, name);
  if (column !== undefined)
    return { isHandedOn: (one) => countOf(column, one) > 0, straight: straightOf(column) };
  const [, word = '', rest = ''] = /^([^:]+):(.+)$/u.exec(name.normalize('NFKC')) ?? [];
  const form = findCode(circleFormWords, word);
  const find = async (unit: string): Promise<number> =>
    (await getUnitByName(work.store.db, work.jurisdiction, unit.trim())).id;
  const number = Number(rest);
  if (form === 'units' && Number.isSafeInteger(number))
    return { isHandedOn: ({ facts }) => facts.units === number, straight: number === 1 ? 'all' : 'none' };
  if (form === 'length' && Number.isSafeInteger(number))
    return {
      isHandedOn: ({ facts }) => facts.returns.some(({ length }) => length === number),
      straight: 'none',
    };
  const [one, other] = rest.split(form === 'pair' ? ',' : '>');
  if (one === undefined || other === undefined || form === undefined)
    throw new AppError('report-column-unknown', { name, allowed: [...circleColumns, ...forms] });
  const [a, b] = [await find(one), await find(other)];
  const isPair = (fromId: number, unitId: number): boolean =>
    (fromId === a && unitId === b) || (fromId === b && unitId === a);
  return {
    isHandedOn: ({ facts }) =>
      form === 'pair'
        ? facts.returns.some(({ length, fromId, unitId }) => length === 2 && isPair(fromId, unitId))
        : facts.moves.some(({ fromId, toId }) => fromId === a && toId === b),
    straight: 'none',
  };
}

/** Which of those that one unit alone has led are behind a column. */
function straightOf(column: CircleColumn): Behind['straight'] {
  if (column === 'handed') return 'all';
  return column === 'closed' || column === 'first-unit' ? 'closed' : 'none';
}
