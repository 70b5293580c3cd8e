import type { Counts, VolumeChannel } from '../domain/volume.ts';
import { sumOfParts, volumeChannels } from '../domain/volume.ts';
import type { Texts } from '../text/shape.ts';
import type { View } from './view.ts';

/** One unit's counts of one year, with where they came from. */
export interface VolumeLine {
  readonly code: string;
  readonly name: string;
  readonly year: number;
  readonly counts: Counts;
  readonly sources: readonly {
    readonly file: string | null;
    readonly row: number | null;
    readonly byHand?: { readonly reason: string };
  }[];
}

/** Counts in words: `hotline 1,203 + online 88 = 1,291`. */
export function describeVolumes(counts: Counts, text: Texts): string {
  const parts = volumeChannels
    .filter((channel) => channel !== 'total' && counts[channel] !== undefined)
    .map((channel) => `${text.codeNames.channel[channel]} ${String(counts[channel])}`);
  const sum = sumOfParts(counts);
  if (sum === undefined) return text.views.tier.totalOnly(counts.total ?? 0);
  return parts.length === 1 ? (parts[0] ?? '') : text.views.tier.sum(parts.join(' + '), sum);
}

/** Counts of several units together, channel by channel. */
function addUp(all: readonly Counts[]): Counts {
  const sums: Partial<Record<VolumeChannel, number>> = {};
  for (const counts of all)
    for (const channel of volumeChannels) {
      const count = counts[channel];
      if (count !== undefined) sums[channel] = (sums[channel] ?? 0) + count;
    }
  return sums;
}

/** Volumes by unit and year, so many at most, a column for each channel that has a figure, and the total of each year as a whole. */
export function volumeListView(
  jurisdiction: string,
  lines: readonly VolumeLine[],
  text: Texts,
  limit = lines.length,
): View {
  const shown = lines.slice(0, limit);
  const say = text.views.volume;
  const channels = volumeChannels.filter(
    (channel) => channel !== 'total' && lines.some((line) => line.counts[channel] !== undefined),
  );
  const show = (counts: Counts, channel: VolumeChannel): string =>
    counts[channel] === undefined ? '' : String(counts[channel]);
  const totals = [...Map.groupBy(lines, ({ year }) => year)].map(([year, own]) => ({
    year,
    counts: addUp(own.map((line) => line.counts)),
    sum: own.reduce((sum, { counts }) => sum + (sumOfParts(counts) ?? counts.total ?? 0), 0),
  }));
  return [
    { kind: 'title', text: say.title(jurisdiction) },
    ...(shown.length === lines.length
      ? []
      : [{ kind: 'lines' as const, lines: [say.cut(shown.length, lines.length)] }]),
    {
      kind: 'table',
      table: {
        columns: [
          { title: text.views.unit.code },
          { title: say.unit },
          { title: say.year, align: 'right' },
          ...channels.map((channel) => ({ title: text.codeNames.channel[channel], align: 'right' as const })),
          { title: say.sum, align: 'right' },
          { title: say.source },
        ],
        rows: [
          ...shown.map((line) => [
            line.code,
            line.name,
            String(line.year),
            ...channels.map((channel) => show(line.counts, channel)),
            String(sumOfParts(line.counts) ?? line.counts.total ?? ''),
            [
              ...new Set(
                line.sources.map(({ file, row, byHand }) =>
                  file === null
                    ? byHand === undefined
                      ? text.views.tier.byHand
                      : text.labels.said(text.views.tier.byHand, byHand.reason)
                    : say.sourceOf(file, row),
                ),
              ),
            ].join('\n'),
          ]),
          ...totals.map(({ year, counts, sum }) => [
            '',
            say.total,
            String(year),
            ...channels.map((channel) => show(counts, channel)),
            String(sum),
            '',
          ]),
        ],
        sums: totals.map((_, at) => shown.length + at),
      },
    },
  ];
}
