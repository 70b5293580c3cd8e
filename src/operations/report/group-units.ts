import type { FigureName, Sums } from '../../domain/figure-names.ts';
import { addSums } from '../../domain/figure-names.ts';
import type { RowSubject } from '../../domain/grid.ts';
import { tiers } from '../../domain/scheme.ts';
import { categories } from '../../domain/unit.ts';
import type { FigureLine } from '../../store/figures.ts';
import { countFigures } from '../../store/figures.ts';
import type { FramedReport, GroupedUnit } from './frame-report.ts';

/** A unit of a report, or the transfer desk, with what it counts. */
export interface UnitSums {
  /** Null for the transfer desk. */
  readonly unit: GroupedUnit | null;
  readonly sums: Sums;
}

/** Units of one category and tier, which are held against each other. */
export interface UnitGroup {
  readonly subject: RowSubject & { readonly kind: 'group' };
  readonly key: string;
  readonly members: readonly (UnitSums & { readonly unit: GroupedUnit })[];
  readonly sums: Sums;
}

/** Figures by unit, in their groups and in the official order; units with nothing at all stand apart. */
export interface GroupedSums {
  readonly groups: readonly UnitGroup[];
  /** What no unit led; null where the report is of some units alone. */
  readonly desk: UnitSums | null;
  readonly all: Sums;
  readonly without: readonly GroupedUnit[];
}

/** Counts figures by the unit that led, and puts the units into groups of category and tier. */
export async function countByUnit(framed: FramedReport, names: readonly FigureName[]): Promise<GroupedSums> {
  return groupSums(framed, await countFigures(framed.db, framed.scope, names, ['unit']));
}

/** Puts what was counted by unit, and by whatever else beside, into groups of category and tier. */
function groupSums(
  { frame, scope, units, isNarrowed }: FramedReport,
  lines: readonly { readonly keys: FigureLine['keys']; readonly counts: Sums }[],
): GroupedSums {
  const own = new Map(
    [...Map.groupBy(lines, ({ keys }) => keys[0])].map(([id, some]) => [
      id,
      addSums(some.map(({ counts }) => counts)),
    ]),
  );
  const isEmpty = (id: number): boolean => Object.values(own.get(id) ?? {}).every((count) => count === 0);
  const chosen = units.filter(({ id }) => scope.unitIds?.includes(id) ?? true);
  const counted = chosen.filter(({ id }) => !isEmpty(id));
  const groups = categories.flatMap((category) =>
    [...tiers, null].flatMap((tier): UnitGroup[] => {
      const members = counted
        .filter((unit) => unit.category === category && unit.tier === tier)
        .map((unit) => ({ unit, sums: own.get(unit.id) ?? {} }));
      if (members.length === 0) return [];
      const subject = { kind: 'group', category, tier, hasRun: frame.run !== null } as const;
      const sums = addSums(members.map((one) => one.sums));
      return [{ subject, key: `group:${category}/${tier ?? 'none'}`, members, sums }];
    }),
  );
  return {
    groups,
    desk: isNarrowed ? null : { unit: null, sums: own.get(null) ?? {} },
    all: addSums(own.values()),
    without: chosen.filter(({ id, until }) => isEmpty(id) && until === null),
  };
}
