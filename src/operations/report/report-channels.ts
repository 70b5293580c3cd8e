import { kinds } from '../../domain/appeal.ts';
import { countCell, rateCell } from '../../domain/grid-cells.ts';
import type { FiguresReport, Grid, GridColumn, GridRow, RowSubject } from '../../domain/grid.ts';
import { appealChannels } from '../../domain/volume.ts';
import { countFigures } from '../../store/figures.ts';
import type { LocalWork } from '../kernel/transaction.ts';
import type { FigureTerms } from './frame-report.ts';
import { frameReport } from './frame-report.ts';

/** Of what a cell of the cross table is told in percent. */
export type ShareBase = 'row' | 'column' | 'all';

export interface ChannelTerms extends FigureTerms {
  readonly share?: ShareBase | undefined;
}

/** By which way appeals came in, and what they are: a cross table, and the same in percent of its rows, its columns or all. */
export async function reportChannels(asked: LocalWork, terms: ChannelTerms): Promise<FiguresReport> {
  const framed = await frameReport(asked, terms);
  const lines = await countFigures(framed.db, framed.scope, ['received'], ['channel', 'kind']);
  const counts = new Map(lines.map(({ keys, counts: { received } }) => [keys.join(' '), received]));
  const count = (channel: string, kind: string): number => counts.get(`${channel} ${kind}`) ?? 0;
  const usedKinds = kinds.filter((kind) => appealChannels.some((channel) => count(channel, kind) > 0));
  const usedChannels = appealChannels.filter((channel) => kinds.some((kind) => count(channel, kind) > 0));
  const add = (values: readonly number[]): number => values.reduce((sum, one) => sum + one, 0);
  const cells = [...usedChannels.map((channel) => [channel]), usedChannels].map((channels) => {
    const own = usedKinds.map((kind) => add(channels.map((channel) => count(channel, kind))));
    return [...own, add(own)];
  });
  const subjects: readonly RowSubject[] = [
    ...usedChannels.map((value) => ({ kind: 'channel', value }) as const),
    { kind: 'all' },
  ];
  const columns = (form: 'count' | 'rate'): GridColumn[] => [
    ...usedKinds.map((value) => ({ name: `kind:${value}`, of: { kind: 'kind' as const, value }, form })),
    { name: 'received', of: 'total', form },
  ];
  const grid = (name: string, form: 'count' | 'rate', share: ShareBase): Grid => ({
    ...{ name, columns: columns(form), notes: [] },
    rows: cells.map((own, at): GridRow => {
      const subject = subjects[at] ?? { kind: 'all' };
      return {
        ...{
          key: subject.kind === 'channel' ? subject.value : 'all',
          subject,
          isSum: subject.kind === 'all',
        },
        cells: columns(form).map((column, place) => {
          const value = own[place] ?? 0;
          if (form === 'count') return countCell(column.name, value);
          const whole = cells.at(-1);
          const bases = { row: own.at(-1), column: whole?.[place], all: whole?.at(-1) };
          return rateCell(
            column.name,
            { numerator: value, denominator: bases[share] ?? 0 },
            `received-${share}`,
          );
        }),
      };
    }),
  });
  const share = terms.share ?? 'all';
  return {
    report: 'channels',
    frame: framed.frame,
    identities: [],
    grids: [grid('cross', 'count', share), grid(`cross-${share}`, 'rate', share)],
  };
}
