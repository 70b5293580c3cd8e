import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isInBand } from '../../src/domain/scheme.ts';
import { schemePresets } from '../../src/domain/scheme-presets.ts';
import { classifyUnit, distanceToBounds, nearBound } from '../../src/domain/tier.ts';

const [dezhou, county] = schemePresets;
if (dezhou === undefined || county === undefined) throw new Error('the presets are missing');

describe('dezhou-2022', () => {
  it.each([
    [0, 'designated', false],
    [49, 'designated', false],
    [50, 'designated', true],
    [51, 'attached', false],
    [999, 'attached', false],
    [1000, 'attached', true],
    [1001, 'dedicated', false],
  ])('puts %i into %s', (volume, tier, onBound) => {
    const verdict = classifyUnit(dezhou, { category: 'department', counts: { hotline: volume } });
    expect(verdict).toMatchObject({ kind: 'classified', tier, volume, onBound });
  });

  it('adds hotline and online, and nothing else', () => {
    expect(
      classifyUnit(dezhou, { category: 'department', counts: { hotline: 990, online: 11, letter: 500 } }),
    ).toMatchObject({
      volume: 1001,
      tier: 'dedicated',
    });
  });

  it('counts a bare total whole', () => {
    expect(classifyUnit(dezhou, { category: 'department', counts: { total: 60 } })).toMatchObject({
      volume: 60,
      tier: 'attached',
    });
  });

  it('has no verdict without a count that counts', () => {
    expect(classifyUnit(dezhou, { category: 'department', counts: {} })).toEqual({ kind: 'no-count' });
    expect(classifyUnit(dezhou, { category: 'department', counts: { letter: 2000 } })).toEqual({
      kind: 'no-count',
    });
  });
});

describe('county-500-100', () => {
  it.each([
    [99, 'designated', false],
    [100, 'attached', true],
    [101, 'attached', false],
    [499, 'attached', false],
    [500, 'dedicated', true],
    [501, 'dedicated', false],
  ])('puts a department with %i into %s', (volume, tier, onBound) => {
    expect(classifyUnit(county, { category: 'department', counts: { hotline: volume } })).toMatchObject({
      tier,
      onBound,
    });
  });

  it('has the name added to a town whatever its volume', () => {
    expect(classifyUnit(county, { category: 'town', counts: { hotline: 0 } })).toMatchObject({
      tier: 'attached',
      clause: { kind: 'category', category: 'town' },
    });
  });
});

describe('every preset', () => {
  it.each(schemePresets.map((scheme) => [scheme.code, scheme] as const))(
    '%s covers each number once',
    (_code, scheme) => {
      fc.assert(
        fc.property(fc.nat(5000), (volume) => {
          expect(scheme.bands.filter((band) => isInBand(band, volume))).toHaveLength(1);
        }),
      );
    },
  );

  it.each(schemePresets.map((scheme) => [scheme.code, scheme] as const))(
    '%s gives another tier at the distance it names, and not before',
    (_code, scheme) => {
      fc.assert(
        fc.property(fc.nat(3000), (volume) => {
          const tierOf = (count: number): string => {
            const verdict = classifyUnit(scheme, { category: 'department', counts: { hotline: count } });
            return verdict.kind === 'classified' ? verdict.tier : '';
          };
          const { up, down } = distanceToBounds(scheme, volume);
          if (up !== null) {
            expect(tierOf(volume + up)).not.toBe(tierOf(volume));
            expect(tierOf(volume + up - 1)).toBe(tierOf(volume));
          }
          if (down !== null) {
            expect(tierOf(volume - down)).not.toBe(tierOf(volume));
            expect(tierOf(volume - down + 1)).toBe(tierOf(volume));
          }
        }),
      );
    },
  );
});

describe('units that came of others', () => {
  const whole = (hotline: number) => ({ counts: { hotline }, isCounted: true });

  it('counts what was merged whole, whatever the channels of each', () => {
    expect(
      classifyUnit(dezhou, {
        category: 'department',
        counts: { hotline: 30, online: 10 },
        predecessors: [whole(11), { counts: { total: 5 }, isCounted: true }],
      }),
    ).toMatchObject({ volume: 56, tier: 'attached' });
  });

  it('leaves out what was split, and has no count where nothing else is there', () => {
    const split = { counts: { hotline: 900 }, isCounted: false };
    expect(
      classifyUnit(dezhou, { category: 'department', counts: { hotline: 3 }, predecessors: [split] }),
    ).toMatchObject({ volume: 3 });
    expect(classifyUnit(dezhou, { category: 'department', counts: {}, predecessors: [split] })).toEqual({
      kind: 'no-count',
    });
    expect(
      classifyUnit(dezhou, { category: 'department', counts: {}, predecessors: [whole(7)] }),
    ).toMatchObject({ volume: 7 });
  });
});

describe('within a tenth of a bound', () => {
  it.each([
    [dezhou, 'department', 44, null],
    [dezhou, 'department', 45, 50],
    [dezhou, 'department', 55, 50],
    [dezhou, 'department', 56, null],
    [dezhou, 'department', 899, null],
    [dezhou, 'department', 900, 1000],
    [dezhou, 'department', 1100, 1000],
    [dezhou, 'department', 1101, null],
    [county, 'town', 100, null],
    [dezhou, 'department', null, null],
  ] as const)('%o %s with %s: %s', (scheme, category, volume, bound) => {
    expect(nearBound(scheme, { category, volume })).toBe(bound);
  });
});
