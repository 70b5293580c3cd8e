import type { BulletinCheck, MeanCheck, ShareCheck, SumCheck } from '../../domain/printed-figures.ts';
import { countVerdicts } from '../../domain/bulletin-check.ts';

/** Which bulletin a figure is of; null where nothing names it. */
interface OfBulletin {
  readonly bulletin: string | null;
}

/** What `report verify` says: all figures of all bulletins, in the order in which they are given. */
export interface BulletinsJson {
  readonly percentages: readonly (ShareCheck & OfBulletin)[];
  readonly sums: readonly (SumCheck & OfBulletin)[];
  readonly changes: readonly (ShareCheck & OfBulletin)[];
  readonly means: readonly (MeanCheck & OfBulletin)[];
  /** Changes that are printed without figures. */
  readonly unchecked: number;
  readonly bulletins: readonly (OfBulletin & {
    readonly follows: number;
    readonly truncated: number;
    readonly largestRemainder: number;
    readonly takesTheRest: number;
    readonly otherBase: number;
    readonly doesNotFollow: number;
    readonly unchecked: number;
  })[];
}

/** Checked bulletins as programs get them. */
export function bulletinsJson(checks: readonly BulletinCheck[]): BulletinsJson {
  const of = <Figure extends object>(
    figuresOf: (check: BulletinCheck) => readonly Figure[],
  ): (Figure & OfBulletin)[] =>
    checks.flatMap((check) => figuresOf(check).map((figure) => ({ ...figure, bulletin: check.name })));
  return {
    percentages: of(({ percentages }) => percentages),
    sums: of(({ sums }) => sums),
    changes: of(({ changes }) => changes),
    means: of(({ means }) => means),
    unchecked: checks.reduce((all, { unchecked }) => all + unchecked, 0),
    bulletins: checks.map((check) => {
      const counts = countVerdicts(check);
      return {
        bulletin: check.name,
        follows: counts.follows,
        truncated: counts.truncated,
        largestRemainder: counts['largest-remainder'],
        takesTheRest: counts['takes-the-rest'],
        otherBase: counts['other-base'],
        doesNotFollow: counts['does-not-follow'],
        unchecked: check.unchecked,
      };
    }),
  };
}
