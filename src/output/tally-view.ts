import type { VolumeChannel } from '../domain/volume.ts';
import { localDay } from '../domain/time.ts';
import type { Texts } from '../text/shape.ts';
import type { Cell, View } from './view.ts';

/** A tally as it is shown. */
interface ShownTally {
  readonly year: number;
  readonly asOf: string;
  readonly isYearOver: boolean;
  readonly units: readonly {
    readonly code: string;
    readonly name: string;
    readonly lines: readonly {
      readonly channel: VolumeChannel;
      readonly tallied: number;
      readonly inForce: number | null;
    }[];
    readonly assisted: number;
  }[];
  readonly counted: number;
  readonly withoutUnit: number;
  readonly duplicates: number;
  readonly withdrawn: number;
  readonly changes: readonly unknown[];
  readonly runs: readonly number[];
}

/** What appeals count beside the counts in force, unit by unit and channel by channel; so many rows at most, sums of all. */
export function tallyView(
  tally: ShownTally,
  { timeZone, limit }: { readonly timeZone: string; readonly limit: number | undefined },
  text: Texts,
): View {
  const say = text.views.volume;
  const { labels, codeNames } = text;
  const rows = tally.units.flatMap(({ code, name, lines, assisted }) =>
    (lines.length === 0 ? [undefined] : lines).map((line, at): Cell[] => {
      const difference = line === undefined ? 0 : line.tallied - (line.inForce ?? 0);
      const isOther = line !== undefined && line.inForce !== line.tallied;
      return [
        code,
        name,
        line === undefined ? '' : codeNames.channel[line.channel],
        String(line?.tallied ?? 0),
        line === undefined ? '' : (line.inForce?.toString() ?? labels.none),
        {
          text: difference > 0 ? `+${String(difference)}` : String(difference),
          tone: isOther ? 'warning' : 'plain',
        },
        at === 0 && assisted > 0 ? String(assisted) : '',
      ];
    }),
  );
  const shown = rows.slice(0, limit);
  const sumOf = (of: (line: ShownTally['units'][number]['lines'][number]) => number): number =>
    tally.units.reduce((sum, { lines }) => sum + lines.reduce((own, line) => own + of(line), 0), 0);
  const [tallied, inForce] = [sumOf((line) => line.tallied), sumOf((line) => line.inForce ?? 0)];
  const assisted = tally.units.reduce((sum, unit) => sum + unit.assisted, 0);
  const all = tallied - inForce;
  return [
    { kind: 'title', text: say.tally(tally.year) },
    {
      kind: 'lines',
      lines: [
        say.tallied(tally.counted, tally.withoutUnit, tally.duplicates, tally.withdrawn),
        ...(tally.isYearOver
          ? []
          : [{ text: say.yearNotOver(localDay(tally.asOf, timeZone)), tone: 'warning' as const }]),
        ...(shown.length === rows.length ? [] : [say.cut(shown.length, rows.length)]),
      ],
    },
    {
      kind: 'table',
      table: {
        columns: [
          { title: text.views.unit.code },
          { title: say.unit },
          { title: text.views.appeal.channel },
          { title: say.fromAppeals, align: 'right' },
          { title: say.inForce, align: 'right' },
          { title: say.difference, align: 'right' },
          { title: say.assisted, align: 'right' },
        ],
        rows: [
          ...shown,
          [
            '',
            say.total,
            '',
            String(tallied),
            String(inForce),
            all > 0 ? `+${String(all)}` : String(all),
            assisted > 0 ? String(assisted) : '',
          ],
        ],
        sums: [shown.length],
      },
    },
    ...(tally.runs.length === 0
      ? []
      : [{ kind: 'lines' as const, lines: [say.runsRead(labels.list(tally.runs.map(String)))] }]),
  ];
}
