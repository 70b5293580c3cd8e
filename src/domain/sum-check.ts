import type { PrintedSum, ShareCheck, SumCause, SumCheck } from './printed-figures.ts';
import { isSlip } from './printed-value.ts';
import { sumOf } from './share-groups.ts';

/**
 * Checks sums; where one does not hold, the percentages of the same bulletin tell which number is a misprint.
 *
 * | printed | cause |
 * |---|---|
 * | 36516 + 18910 = 54706 | part-misprinted: only 18190 for 18910 makes it hold |
 * | … 147 … = 1310, where 147/1310 is printed as 3.59 | part-misprinted: by its percentage it is 47 |
 * | 36516 + 18190 = 54760 | total-misprinted |
 * | 3 + 4 = 8 | digit-misprinted: one digit is wrong, and none knows which |
 * | 5216 + 455 + 261 = 4567 | counted-twice-possible |
 * | 55978 + 5844 = 63458 | part-missing |
 */
export function checkSums(sums: readonly PrintedSum[], shares: readonly ShareCheck[]): SumCheck[] {
  const isBorneOut = (total: number, except: PrintedSum): boolean =>
    shares.some(({ den, verdict }) => den === total && verdict === 'follows') ||
    sums.some((other) => other !== except && other.total === total && sumOf(other.parts) === total);
  return sums.map((one) => {
    const { name, parts, total } = one;
    const sum = sumOf(parts);
    const head = { name, parts, total, sum };
    if (sum === total) return { ...head, verdict: 'follows', ...tell(null, 0) };
    return { ...head, verdict: 'does-not-follow', ...explain(one, sum, shares, (of) => isBorneOut(of, one)) };
  });
}

type Explanation = Pick<SumCheck, 'cause' | 'part' | 'meant' | 'missing'>;

function tell(
  cause: SumCause | null,
  missing: number,
  more: { readonly part?: number; readonly meant?: number } = {},
): Explanation {
  return { cause, part: more.part ?? null, meant: more.meant ?? null, missing };
}

function explain(
  { parts, total }: PrintedSum,
  sum: number,
  shares: readonly ShareCheck[],
  isBorneOut: (total: number) => boolean,
): Explanation {
  const gap = total - sum;
  const slips = [...new Set(parts)].filter((part) => isSlip(part, part + gap));
  // A percentage that says what one of the parts is meant to be.
  const backed = shares.find(
    ({ cause, num, den }) =>
      cause === 'misprinted-count' && parts.includes(num) && (den === total || den === sum),
  );
  const isBacked = backed !== undefined && backed.meant === backed.num + gap;
  if (isBacked) return tell('part-misprinted', 0, { part: backed.num, meant: backed.num + gap });
  const isTotalSlip = isSlip(total, sum) && !isBorneOut(total);
  const [only, ...others] = slips;
  if (isTotalSlip && (only === undefined || isBorneOut(sum)))
    return tell('total-misprinted', 0, { meant: sum });
  if (only !== undefined && others.length === 0 && !isTotalSlip)
    return tell('part-misprinted', 0, { part: only, meant: only + gap });
  if (only !== undefined) return tell('digit-misprinted', gap);
  if (backed?.meant != null)
    return tell('part-misprinted', gap + backed.num - backed.meant, {
      part: backed.num,
      meant: backed.meant,
    });
  if (gap > 0) return tell('part-missing', gap);
  const twice = parts.find((part) => part === -gap);
  return tell('counted-twice-possible', gap, twice === undefined ? {} : { part: twice });
}
