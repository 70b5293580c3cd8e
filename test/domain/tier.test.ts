import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isInBand } from '../../src/domain/scheme.ts';
import { schemePresets } from '../../src/domain/scheme-presets.ts';
import { classifyUnit, distanceToBounds } from '../../src/domain/tier.ts';

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
    const verdict = classifyUnit(dezhou, 'department', { hotline: volume });
    expect(verdict).toMatchObject({ kind: 'classified', tier, volume, onBound });
  });

  it('adds hotline and online, and nothing else', () => {
    expect(classifyUnit(dezhou, 'department', { hotline: 990, online: 11, letter: 500 })).toMatchObject({
      volume: 1001,
      tier: 'dedicated',
    });
  });

  it('counts a bare total whole', () => {
    expect(classifyUnit(dezhou, 'department', { total: 60 })).toMatchObject({ volume: 60, tier: 'attached' });
  });

  it('has no verdict without a count that counts', () => {
    expect(classifyUnit(dezhou, 'department', {})).toEqual({ kind: 'no-count' });
    expect(classifyUnit(dezhou, 'department', { letter: 2000 })).toEqual({ kind: 'no-count' });
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
    expect(classifyUnit(county, 'department', { hotline: volume })).toMatchObject({ tier, onBound });
  });

  it('has the name added to a town whatever its volume', () => {
    expect(classifyUnit(county, 'town', { hotline: 0 })).toMatchObject({
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
            const verdict = classifyUnit(scheme, 'department', { hotline: count });
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
