import type { Channel, Counts, VolumeChannel } from './volume.ts';
import { appealChannels } from './volume.ts';

/** What a unit's appeals of a year count beside the count that is in force, in one channel. */
export interface TallyLine {
  readonly channel: VolumeChannel;
  /** How many appeals count for it. */
  readonly tallied: number;
  /** The count in force; null where there is none. */
  readonly inForce: number | null;
}

/**
 * Sets what appeals count beside the counts in force, channel by channel. A unit with a bare total is compared as a whole. Channels in which there
 * is nothing on either side are left out.
 */
export function compareTally(
  tallied: Readonly<Partial<Record<Channel, number>>>,
  inForce: Counts,
): TallyLine[] {
  const { total } = inForce;
  if (total !== undefined) {
    const sum = appealChannels.reduce((all, channel) => all + (tallied[channel] ?? 0), 0);
    return [{ channel: 'total', tallied: sum, inForce: total }];
  }
  return appealChannels.flatMap((channel): TallyLine[] => {
    const [own = 0, there = null] = [tallied[channel], inForce[channel]];
    return own === 0 && there === null ? [] : [{ channel, tallied: own, inForce: there }];
  });
}

/**
 * The counts that are to be written for a tally to be in force: what differs, and nothing in place of a total that parts replace. A channel that has a
 * count and no appeals becomes 0; one that has neither stays without a count.
 */
export function countsToTake(
  tallied: Readonly<Partial<Record<Channel, number>>>,
  inForce: Counts,
): { readonly channel: VolumeChannel; readonly before: number | null; readonly after: number | null }[] {
  const parts = appealChannels.flatMap((channel) => {
    const [own = 0, before = null] = [tallied[channel], inForce[channel]];
    return own === (before ?? 0) ? [] : [{ channel, before, after: own }];
  });
  const hasAppeals = appealChannels.some((channel) => (tallied[channel] ?? 0) > 0);
  if (inForce.total === undefined) return parts;
  // A total that nothing stands against stays.
  return hasAppeals ? [...parts, { channel: 'total', before: inForce.total, after: null }] : [];
}
