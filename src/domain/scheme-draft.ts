import type { Problem } from '../problems.ts';
import type { Bound } from './bound.ts';
import { firstInside, lastInside, upperBelow } from './bound.ts';
import type { Band, Scheme, Tier } from './scheme.ts';
import { tiers } from './scheme.ts';
import type { Category } from './unit.ts';

/** A band as a person writes it: without an upper bound it reaches to the band above it. */
export interface BandDraft {
  readonly tier: Tier;
  readonly lower: Bound;
  readonly upper?: Bound | null | undefined;
}

/** A scheme as a person writes it, before it is known to be sound. */
export interface SchemeDraft extends Omit<Scheme, 'bands'> {
  /** Bands from the highest to the lowest. */
  readonly bands: readonly BandDraft[];
}

/**
 * Makes a scheme of a draft and says what is wrong with it. A sound scheme gives every number from 0 up to exactly one
 * tier, and no greater number a lower tier; a category with a tier of its own is one it covers.
 */
export function parseScheme(draft: SchemeDraft): { readonly scheme: Scheme; readonly problems: Problem[] } {
  const bands = draft.bands.map(({ tier, lower, upper }, at): Band => {
    const above = draft.bands[at - 1];
    return {
      tier,
      lower,
      upper: upper === undefined ? (above === undefined ? null : upperBelow(above.lower)) : upper,
    };
  });
  const uncovered = (Object.keys(draft.categoryTiers) as Category[]).filter(
    (category) => !draft.categories.includes(category),
  );
  return {
    scheme: { ...draft, bands },
    problems: [
      ...checkBands(bands),
      ...uncovered.map((category): Problem => ({ code: 'category-not-covered', details: { category } })),
    ],
  };
}

/** Every way in which bands fail to give each number from 0 up exactly one tier, none lower for a greater number. */
function checkBands(bands: readonly Band[]): Problem[] {
  const problems: Problem[] = [];
  const [top] = bands;
  const lowest = bands.at(-1);
  if (top === undefined || lowest === undefined) return [{ code: 'bands-missing', details: {} }];
  for (const [at, band] of bands.entries()) {
    const { tier } = band;
    const above = bands[at - 1];
    if (bands.slice(0, at).some((one) => one.tier === tier)) {
      problems.push({ code: 'band-twice', details: { tier } });
      continue;
    }
    if (above !== undefined && !isBelow(band, above)) {
      problems.push({ code: 'bands-out-of-order', details: { tier, above: above.tier } });
      continue;
    }
    const last = band.upper === null ? Infinity : lastInside(band.upper);
    if (last < firstInside(band.lower)) {
      problems.push({ code: 'band-empty', details: { tier } });
      continue;
    }
    if (above === undefined) continue;
    const firstAbove = firstInside(above.lower);
    if (last >= firstAbove) {
      const details = { tier, above: above.tier, from: firstAbove, to: last === Infinity ? null : last };
      problems.push({ code: 'bands-overlap', details });
    } else if (last + 1 < firstAbove) {
      const details = { tier, above: above.tier, from: last + 1, to: firstAbove - 1 };
      problems.push({ code: 'bands-gap', details });
    }
  }
  if (top.upper !== null) {
    problems.push({ code: 'band-not-open', details: { tier: top.tier, from: lastInside(top.upper) + 1 } });
  }
  if (firstInside(lowest.lower) > 0) {
    problems.push({
      code: 'zero-missing',
      details: { tier: lowest.tier, to: firstInside(lowest.lower) - 1 },
    });
  }
  return problems;
}

/** Whether a band is the lower one of two: a lower tier, and no greater bound. */
function isBelow(band: Band, above: Band): boolean {
  return tiers.indexOf(band.tier) > tiers.indexOf(above.tier) && band.lower.number <= above.lower.number;
}
