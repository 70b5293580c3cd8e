import { describe, expect, it } from 'vitest';
import { compareTally, countsToTake } from '../../src/domain/tally.ts';

describe('a tally beside the counts in force', () => {
  it('goes channel by channel, and leaves out where there is nothing', () => {
    expect(compareTally({ hotline: 3, visit: 1 }, { hotline: 5, online: 2 })).toEqual([
      { channel: 'hotline', tallied: 3, inForce: 5 },
      { channel: 'online', tallied: 0, inForce: 2 },
      { channel: 'visit', tallied: 1, inForce: null },
    ]);
    expect(compareTally({}, {})).toEqual([]);
  });

  it('is compared as a whole where nothing but a total is in force', () => {
    expect(compareTally({ hotline: 3, visit: 1 }, { total: 9 })).toEqual([
      { channel: 'total', tallied: 4, inForce: 9 },
    ]);
  });
});

describe('what a tally takes over', () => {
  it('is what differs; a channel without appeals becomes 0, one without a count as well stays without', () => {
    expect(countsToTake({ hotline: 3, letter: 2 }, { hotline: 5, online: 2, letter: 2 })).toEqual([
      { channel: 'hotline', before: 5, after: 3 },
      { channel: 'online', before: 2, after: 0 },
    ]);
    expect(countsToTake({}, {})).toEqual([]);
    expect(countsToTake({}, { online: 0 })).toEqual([]);
  });

  it('stands in place of a total; one that no appeal speaks against stays', () => {
    expect(countsToTake({ hotline: 3 }, { total: 9 })).toEqual([
      { channel: 'hotline', before: null, after: 3 },
      { channel: 'total', before: 9, after: null },
    ]);
    expect(countsToTake({}, { total: 9 })).toEqual([]);
  });
});
