import { AppError } from '../../errors.ts';
import type { Kind } from '../../domain/appeal.ts';
import { kinds } from '../../domain/appeal.ts';
import type { FigureName } from '../../domain/figure-names.ts';
import { figureNames } from '../../domain/figure-names.ts';
import type { FigureReportName } from '../../domain/grid.ts';
import { groupsOfMatters, levelsOfMatter } from '../../domain/matter.ts';
import type { Jurisdiction } from '../../domain/jurisdiction.ts';
import { isFigureName } from '../../domain/grid-cells.ts';
import { parseDay, secondsOf, startOfDay } from '../../domain/time.ts';
import { appealChannels } from '../../domain/volume.ts';
import type { FigureScope } from '../../store/figure-scope.ts';
import { listCountedMatters, listFigureAppeals } from '../../store/figures.ts';
import { getAppealById } from '../../store/appeals.ts';
import { listMatters } from '../../store/matters.ts';
import type { LocalWork } from '../kernel/transaction.ts';
import { getUnitByName } from '../unit/find-unit.ts';
import type { FramedReport } from './frame-report.ts';
import { frameReport } from './frame-report.ts';
import type { SeriesTerms } from './report-series.ts';
import { cutPeriod } from './report-series.ts';

/** Which figure of which row. */
export interface CellTerms extends SeriesTerms {
  readonly report: FigureReportName;
  /** The figure, or `kind:complaint` in the cross table. */
  readonly name: string;
  /** Key or name of the row. */
  readonly row?: string | undefined;
}

/** Lists the ids of the appeals behind a cell of a report, and the number of the first; the same rows that the cell counts. Errors: `report-column-unknown`, `report-row-unknown`. */
export async function listFigureAppealsOf(
  asked: LocalWork,
  terms: CellTerms,
): Promise<{
  readonly ids: readonly number[];
  readonly first: string | null;
  /** Whose appeals they are: a county's, where one was asked for. */
  readonly jurisdiction: Jurisdiction;
}> {
  const framed = await frameReport(asked, terms);
  const [name, kind] = parseName(terms.name);
  const ofKind = kind === undefined ? framed.scope : { ...framed.scope, kinds: [kind] };
  const scope =
    terms.row === undefined ? ofKind : await narrowToRow(framed, { ...terms, row: terms.row }, ofKind);
  const ids = await listFigureAppeals(framed.db, scope, name);
  const [first] = ids;
  return {
    jurisdiction: framed.jurisdiction,
    ids,
    first:
      first === undefined ? null : (await getAppealById(framed.db, framed.jurisdiction.id, first)).number,
  };
}

function parseName(name: string): [FigureName, Kind | undefined] {
  const kind = kinds.find((one) => name === `kind:${one}`);
  if (kind !== undefined) return ['received', kind];
  if (!isFigureName(name)) throw new AppError('report-column-unknown', { name, allowed: figureNames });
  return [name, undefined];
}

/** The scope of one row. */
async function narrowToRow(
  framed: FramedReport,
  { report, row, by, period }: CellTerms & { readonly row: string },
  scope: FigureScope,
): Promise<FigureScope> {
  const { db, jurisdiction, units } = framed;
  if (row === 'all') return scope;
  const unknown = (allowed: readonly string[]): AppError =>
    new AppError('report-row-unknown', { row, allowed });
  // A row is one of the report as it is narrowed.
  const within = <T>(own: readonly T[] | undefined, chosen: readonly T[]): T[] => {
    const left = own === undefined ? [...chosen] : chosen.filter((one) => own.includes(one));
    if (left.length === 0) throw unknown(['all']);
    return left;
  };
  switch (report) {
    case 'units':
    case 'clocks':
    case 'satisfaction': {
      if (row === 'desk') return { ...scope, unitIds: within(scope.unitIds, [null]) };
      const group = /^group:([a-z]+)\/([a-z]+)$/u.exec(row);
      if (group === null) {
        const { id } = await getUnitByName(db, jurisdiction, row);
        return { ...scope, unitIds: within(scope.unitIds, [id]) };
      }
      const own = units.filter(
        ({ category, tier }) => category === group[1] && (tier ?? 'none') === group[2],
      );
      if (own.length === 0) throw unknown(['desk', 'all']);
      return {
        ...scope,
        unitIds: within(
          scope.unitIds,
          own.map(({ id }) => id),
        ),
      };
    }
    case 'channels': {
      const channel = appealChannels.find((one) => one === row);
      if (channel === undefined) throw unknown(appealChannels);
      return { ...scope, channels: within(scope.channels, [channel]) };
    }
    case 'matters':
      return { ...scope, matters: within(scope.matters, await mattersOfRow(framed, row, unknown)) };
    case 'series': {
      const day = parseDay(row);
      const steps = by === undefined ? (['day', 'month'] as const) : [by];
      const span = steps.flatMap((step) => cutPeriod(period, step)).find(({ from }) => from === day);
      if (span === undefined) throw unknown([period.from]);
      const { timeZone } = jurisdiction;
      const until = Math.min(secondsOf(startOfDay(span.until, timeZone)), scope.until);
      return { ...scope, from: secondsOf(startOfDay(span.from, timeZone)), until };
    }
    case 'summary': {
      const [channel, kind] = [appealChannels.find((one) => one === row), kinds.find((one) => one === row)];
      if (channel !== undefined) return { ...scope, channels: within(scope.channels, [channel]) };
      if (kind !== undefined) return { ...scope, kinds: within(scope.kinds, [kind]) };
      throw unknown([...appealChannels, ...kinds]);
    }
  }
}

/** Matters as they are written that stand under a row `城乡建设` or `城乡建设/供热`, or are called as it is where no row has that key; `-` is of those without. */
async function mattersOfRow(
  { db, jurisdiction }: FramedReport,
  row: string,
  unknown: (allowed: readonly string[]) => AppError,
): Promise<(string | null)[]> {
  if (row === '-') return [null];
  const groups = groupsOfMatters(await listMatters(db, jurisdiction.id));
  const all = (await listCountedMatters(db, jurisdiction.id)).filter((one) => one !== null);
  const levels = all.map((one) => ({ one, of: levelsOfMatter(one, groups).slice(0, 2) }));
  const ofKey = levels.filter(({ of }) => of[0] === row || of.join('/') === row);
  const found = ofKey.length > 0 ? ofKey : levels.filter(({ of }) => of[1] === row);
  if (found.length === 0) throw unknown(all.slice(0, 10));
  return found.map(({ one }) => one);
}
