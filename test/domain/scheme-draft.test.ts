import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BandDraft, SchemeDraft } from '../../src/domain/scheme-draft.ts';
import { parseScheme } from '../../src/domain/scheme-draft.ts';
import { isInBand, tiers } from '../../src/domain/scheme.ts';
import { classifyUnit } from '../../src/domain/tier.ts';

function draft(bands: readonly BandDraft[], more: Partial<SchemeDraft> = {}): SchemeDraft {
  return {
    code: 'x',
    source: 's',
    fromVolumeYear: 2021,
    channels: ['hotline'],
    categories: ['department'],
    categoryTiers: {},
    bands,
    ...more,
  };
}

const at = (number: number) => ({ number, included: true });
const over = (number: number) => ({ number, included: false });

describe('a scheme that is not sound', () => {
  it.each<[string, BandDraft[], string[]]>([
    ['no bands', [], ['bands-missing']],
    [
      'a gap',
      [
        { tier: 'dedicated', lower: at(500), upper: null },
        { tier: 'attached', lower: at(100), upper: at(400) },
        { tier: 'designated', lower: at(0) },
      ],
      ['bands-gap'],
    ],
    [
      'an overlap of one number',
      [
        { tier: 'dedicated', lower: at(500), upper: null },
        { tier: 'attached', lower: at(0), upper: at(500) },
      ],
      ['bands-overlap'],
    ],
    [
      'a gap of one number, where neither bound includes it',
      [
        { tier: 'dedicated', lower: over(500), upper: null },
        { tier: 'attached', lower: at(0), upper: { number: 500, included: false } },
      ],
      ['bands-gap'],
    ],
    ['no zero', [{ tier: 'dedicated', lower: at(1) }], ['zero-missing']],
    ['zero left out by one bound', [{ tier: 'dedicated', lower: over(0) }], ['zero-missing']],
    [
      'bounds in the wrong order',
      [
        { tier: 'dedicated', lower: at(100) },
        { tier: 'attached', lower: at(500) },
        { tier: 'designated', lower: at(0) },
      ],
      ['bands-out-of-order'],
    ],
    [
      'a higher tier for a lower number',
      [
        { tier: 'designated', lower: at(500) },
        { tier: 'dedicated', lower: at(0) },
      ],
      ['bands-out-of-order'],
    ],
    [
      'a tier twice',
      [
        { tier: 'dedicated', lower: at(500) },
        { tier: 'dedicated', lower: at(0) },
      ],
      ['band-twice'],
    ],
    [
      'a top that ends',
      [
        { tier: 'dedicated', lower: at(500), upper: at(900) },
        { tier: 'designated', lower: at(0) },
      ],
      ['band-not-open'],
    ],
    [
      'a band without a number',
      [
        { tier: 'dedicated', lower: at(500) },
        { tier: 'attached', lower: over(499), upper: { number: 500, included: false } },
        { tier: 'designated', lower: at(0), upper: at(499) },
      ],
      ['band-empty'],
    ],
  ])('%s', (_what, bands, codes) => {
    expect(parseScheme(draft(bands)).problems.map(({ code }) => code)).toEqual(codes);
  });

  it('names the numbers of a gap, and the tiers beside it', () => {
    const { problems } = parseScheme(
      draft([
        { tier: 'dedicated', lower: over(500), upper: null },
        { tier: 'designated', lower: at(0), upper: at(99) },
      ]),
    );
    expect(problems).toEqual([
      { code: 'bands-gap', details: { tier: 'designated', above: 'dedicated', from: 100, to: 500 } },
    ]);
  });

  it('with a tier for a category it does not cover', () => {
    const bands: BandDraft[] = [{ tier: 'designated', lower: at(0) }];
    expect(parseScheme(draft(bands, { categoryTiers: { town: 'attached' } })).problems).toEqual([
      { code: 'category-not-covered', details: { category: 'town' } },
    ]);
  });
});

/** Any bands at all: some sound, most not. */
const anyBands = fc.array(
  fc.record({
    tier: fc.constantFrom(...tiers),
    lower: fc.record({ number: fc.nat(12), included: fc.boolean() }),
    upper: fc.option(fc.record({ number: fc.nat(12), included: fc.boolean() }), { nil: undefined }),
  }),
  { maxLength: 4 },
);

/** Bounds of a scheme that is sound: each lower than the one above, with a number at least between them. */
const soundBands = fc
  .tuple(
    fc.uniqueArray(fc.integer({ min: 1, max: 2000 }), { minLength: 0, maxLength: 2 }),
    fc.boolean(),
    fc.boolean(),
  )
  .map(([numbers, first, second]): BandDraft[] => {
    const bounds = numbers.map((number) => number * 2).sort((a, b) => b - a);
    const isIncluded = [first, second];
    return [...bounds, 0].map((number, index) => ({
      tier: tiers[tiers.length - 1 - (bounds.length - index)] ?? 'designated',
      lower: { number, included: number === 0 || isIncluded[index] === true },
    }));
  });

describe('laws', () => {
  it('what is not refused gives every number from 0 up one tier, and none a lower one than a smaller number', () => {
    fc.assert(
      fc.property(anyBands, (bands) => {
        const { scheme, problems } = parseScheme(draft(bands));
        const numbers = Array.from({ length: 40 }, (_, number) => number);
        const bandsAt = (number: number) => scheme.bands.filter((band) => isInBand(band, number));
        const once = numbers.every((number) => bandsAt(number).length === 1);
        const rising = numbers.every((number) => {
          const [low, high] = [bandsAt(number)[0], bandsAt(number + 1)[0]];
          return (
            low === undefined || high === undefined || tiers.indexOf(high.tier) <= tiers.indexOf(low.tier)
          );
        });
        if (problems.length === 0) expect([once, rising]).toEqual([true, true]);
      }),
      { numRuns: 3000 },
    );
  });

  it('a sound scheme gives every number exactly one tier, and a greater volume never a lower one', () => {
    fc.assert(
      fc.property(soundBands, fc.nat(5000), fc.nat(500), (bands, volume, more) => {
        const { scheme, problems } = parseScheme(draft(bands));
        expect(problems).toEqual([]);
        expect(scheme.bands.filter((band) => isInBand(band, volume))).toHaveLength(1);
        const tierOf = (hotline: number): number => {
          const verdict = classifyUnit(scheme, { category: 'department', counts: { hotline } });
          return verdict.kind === 'classified' ? tiers.indexOf(verdict.tier) : -1;
        };
        expect(tierOf(volume)).toBeGreaterThanOrEqual(0);
        expect(tierOf(volume + more)).toBeLessThanOrEqual(tierOf(volume));
      }),
    );
  });
});
