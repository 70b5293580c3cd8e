/** How an appeal came in: hotline 热线, online 网办, letter 来信, visit 来访, other. */
export const appealChannels = ['hotline', 'online', 'letter', 'visit', 'other'] as const;
export type Channel = (typeof appealChannels)[number];

/** Channels of a volume: those of appeals, and `total` for a count given only as a whole. */
export const volumeChannels = [...appealChannels, 'total'] as const;
export type VolumeChannel = (typeof volumeChannels)[number];

/** A unit's counts of one year, by channel; a channel without a count is absent, never zero. */
export type Counts = Readonly<Partial<Record<VolumeChannel, number>>>;

/** Years for which volumes can be kept. */
export const earliestYear = 1990;
export const latestYear = 2100;

/** Sum of the counts given by channel, or undefined when there is none; a bare total is no part. */
export function sumOfParts(counts: Counts): number | undefined {
  let sum: number | undefined;
  for (const channel of appealChannels) {
    const count = counts[channel];
    if (count !== undefined) sum = (sum ?? 0) + count;
  }
  return sum;
}

/**
 * The volume (年办理量) that counts: the sum over the channels a scheme counts. A count given only as a total
 * counts whole. Undefined when no channel that counts has a figure.
 */
export function countedVolume(counts: Counts, counted: readonly Channel[]): number | undefined {
  if (sumOfParts(counts) === undefined) return counts.total;
  const figures = counted.map((channel) => counts[channel]).filter((count) => count !== undefined);
  return figures.length === 0 ? undefined : figures.reduce((sum, count) => sum + count, 0);
}
