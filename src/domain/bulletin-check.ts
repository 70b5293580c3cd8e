import type {
  Bulletin,
  BulletinCheck,
  MeanCheck,
  PrintedMean,
  PrintedShare,
  ShareCheck,
  Verdict,
} from './printed-figures.ts';
import { verdicts } from './printed-figures.ts';
import type { OtherBase } from './other-bases.ts';
import { fitsBase, listBases, nameCounts } from './other-bases.ts';
import { roundPercent, roundQuotient, sizeOf, tenTo, writeUnits } from './rounding.ts';
import { explainShare } from './share-cause.ts';
import type { ShareGroup } from './share-groups.ts';
import { findShareGroups, sumOf } from './share-groups.ts';
import { checkSums } from './sum-check.ts';

/**
 * Checks every percentage, sum, change and mean of a printed bulletin. A percentage gets the first verdict that fits:
 *
 * | printed | verdict |
 * |---|---|
 * | 66.75 of 36516/54706; 13 of 18/139; — of 5/0 | follows: rounded half up to the decimals printed |
 * | 4.44 of 181/4071 (4.446) | truncated: cut off |
 * | 33.34 of 1/3 beside 33.33 and 33.33 | largest-remainder: what is left to 100.00 goes to the largest remainders of its group |
 * | 3.63 of 10/276 (3.623), where the others of its group come to 96.37 | takes-the-rest |
 * | 96.37 of 17529/54706, where 18190 is a total or base of the bulletin | other-base |
 * | 9.39 of 110/1136 (9.683) | does-not-follow, with a cause where one can be named |
 */
export function checkBulletin(bulletin: Bulletin): BulletinCheck {
  const { name, percentages, unchecked } = bulletin;
  const { sums } = bulletin;
  const around: Surroundings = {
    bases: listBases(bulletin),
    names: nameCounts(percentages),
    sound: new Set(
      sums.flatMap(({ parts, total }) =>
        sumOf(parts) === total ? parts.map((part) => pairKey(part, total)) : [],
      ),
    ),
  };
  const groups = findShareGroups(bulletin);
  const groupsOf = new Map<number, ShareGroup[]>();
  for (const group of groups)
    for (const at of group.members) groupsOf.set(at, [...(groupsOf.get(at) ?? []), group]);
  const shares = percentages.map((share, at) => {
    const own = (groupsOf.get(at) ?? []).map(({ isAllotment, rest }) => ({
      isAllotment,
      isRest: rest === at,
    }));
    return checkShare(share, own, around);
  });
  return {
    name,
    percentages: shares,
    sums: checkSums(sums, shares),
    changes: bulletin.changes.map((change) => checkChange(change, around)),
    means: bulletin.means.map(checkMean),
    unchecked,
  };
}

/** How many of the figures of a bulletin have each verdict. */
export function countVerdicts(check: BulletinCheck): Record<Verdict, number> {
  const all = [...check.percentages, ...check.sums, ...check.changes, ...check.means];
  const count = (verdict: Verdict): number => all.filter((one) => one.verdict === verdict).length;
  return Object.fromEntries(verdicts.map((verdict) => [verdict, count(verdict)])) as Record<Verdict, number>;
}

/** What stands around a percentage. */
interface Surroundings {
  readonly bases: readonly OtherBase[];
  /** What counts are called, by the percentages that have them. */
  readonly names: ReadonlyMap<number, string>;
  /** Parts of sums that hold, each with its total. */
  readonly sound: ReadonlySet<string>;
}

function pairKey(part: number, total: number): string {
  return `${String(part)}/${String(total)}`;
}

function checkShare(
  share: PrintedShare,
  groups: readonly { readonly isAllotment: boolean; readonly isRest: boolean }[],
  { bases, names, sound }: Surroundings,
): ShareCheck {
  const alone = judgeAlone(share);
  if (alone !== undefined) return alone;
  if (groups.some(({ isAllotment }) => isAllotment)) return answer(share, 'largest-remainder');
  if (groups.some(({ isRest }) => isRest)) return answer(share, 'takes-the-rest');
  const base = bases.find((one) => fitsBase(share, one));
  if (base !== undefined) return answerBase(share, base, names);
  const isPart = sound.has(pairKey(share.num, share.den));
  return { ...answer(share, 'does-not-follow'), ...explainShare(share, { isPart, isChange: false }) };
}

/** Checks a change: its base is what was before. What is now is the base that is taken by mistake. */
function checkChange(change: PrintedShare, { bases, names }: Surroundings): ShareCheck {
  const alone = judgeAlone(change);
  if (alone !== undefined) return alone;
  const now: OtherBase = { value: change.den + change.num, kind: 'now' };
  const totals = bases.filter(({ kind }) => kind === 'total' || kind === 'sum');
  const base = [now, ...totals].find((one) => fitsBase(change, one));
  if (base !== undefined) return answerBase(change, base, names);
  return { ...answer(change, 'does-not-follow'), ...explainShare(change, { isPart: false, isChange: true }) };
}

function answerBase(
  share: PrintedShare,
  { value, kind }: OtherBase,
  names: ReadonlyMap<number, string>,
): ShareCheck {
  const baseName = names.get(value) ?? null;
  return { ...answer(share, 'other-base'), base: value, baseName, baseKind: kind };
}

/** What can be said of a percentage without the others; undefined where they are to be asked. */
function judgeAlone(share: PrintedShare): ShareCheck | undefined {
  const { number } = share.printed;
  if (share.den === 0) {
    if (number === null) return answer(share, 'follows');
    return { ...answer(share, 'does-not-follow'), cause: 'no-base' };
  }
  if (number === null) return { ...answer(share, 'does-not-follow'), cause: 'left-out' };
  const { halfUp, cutOff } = roundPercent(share, number.decimals);
  if (number.units === halfUp) return answer(share, 'follows');
  return number.units === cutOff ? answer(share, 'truncated') : undefined;
}

function answer({ name, num, den, printed }: PrintedShare, verdict: Verdict): ShareCheck {
  const decimals = Math.max(printed.number?.decimals ?? 2, 2);
  return {
    ...{ name, num, den, printed: printed.text, verdict, cause: null },
    computed: den === 0 ? null : writeUnits(roundPercent({ num, den }, decimals).halfUp, decimals),
    ...{ base: null, baseName: null, baseKind: null, meant: null },
  };
}

/** Spans of days that bulletins confuse: months, quarters, halves and years. */
const spans: readonly (readonly number[])[] = [
  [28, 29, 30, 31],
  [90, 91, 92],
  [181, 182, 184],
  [365, 366],
];

/** Checks a mean of a day; where it follows from another number of days of the same sort of span, that is its base. */
function checkMean({ name, num, days, printed }: PrintedMean): MeanCheck {
  const { number, text } = printed;
  const decimals = Math.max(number?.decimals ?? 2, 2);
  const meanOf = (over: number, places: number) => roundQuotient(BigInt(num) * tenTo(places), BigInt(over));
  const tell = (verdict: Verdict, more: Partial<MeanCheck> = {}): MeanCheck => ({
    ...{ name, num, days, printed: text, verdict, cause: null, base: null },
    computed: days === 0 ? null : writeUnits(meanOf(days, decimals).halfUp, decimals),
    ...more,
  });
  if (days === 0) return number === null ? tell('follows') : tell('does-not-follow', { cause: 'no-base' });
  if (number === null) return tell('does-not-follow', { cause: 'left-out' });
  const { halfUp, cutOff, up } = meanOf(days, number.decimals);
  if (number.units === halfUp) return tell('follows');
  if (number.units === cutOff) return tell('truncated');
  const others = spans.find((span) => span.includes(days))?.filter((other) => other !== days) ?? [];
  const base = others.find((other) => meanOf(other, number.decimals).halfUp === number.units);
  if (base !== undefined && sizeOf(number.units) >= 10n) return tell('other-base', { base });
  return tell('does-not-follow', { cause: number.units === up ? 'rounded-up' : null });
}
