import type { Standing, UnitComparison, UnitMove, UnitStanding } from '../domain/comparison.ts';
import { hasChanged, unitMoves } from '../domain/comparison.ts';
import type { LostOverride, RunCounts } from '../domain/run.ts';
import type { Scheme } from '../domain/scheme.ts';
import { boundNumbers, tiers } from '../domain/scheme.ts';
import type { Texts } from '../text/shape.ts';
import { describeBand } from './scheme-view.ts';
import type { RunHead } from './tier-view.ts';
import { bandPlace, describeLostOverride, tierTones } from './tier-view.ts';
import type { BandChart, Cell, Table, Tone, View } from './view.ts';

/** Two runs side by side: what changed, and on demand every unit. */
export function tierComparisonView(
  comparison: {
    readonly first: RunHead;
    readonly second: RunHead;
    readonly firstCounts: RunCounts;
    readonly secondCounts: RunCounts;
    readonly units: readonly UnitComparison[];
    readonly overridesGone: readonly LostOverride[];
  },
  isWhole: boolean,
  text: Texts,
): View {
  const say = text.views.tier;
  const { first, second, firstCounts, secondCounts, units } = comparison;
  const shown = isWhole ? units : units.filter(hasChanged);
  return [
    { kind: 'title', text: say.compareTitle(first.number, first.year, second.number, second.year) },
    {
      kind: 'lines',
      lines: [
        ...[first, second].flatMap((run) =>
          run.adoption === null
            ? [{ text: say.isDraft(run.number, run.year), tone: 'warning' as const }]
            : [],
        ),
        describeShift(firstCounts, secondCounts, text),
        ...(first.scheme.code === second.scheme.code
          ? []
          : [say.schemesDiffer(first.scheme.code, second.scheme.code)]),
        countMoves(units, text),
        ...comparison.overridesGone.map((lost) => ({
          text: describeLostOverride(lost, first.year, text),
          tone: 'warning' as const,
        })),
      ],
    },
    ...comparisonTable(shown, [String(first.year), String(second.year)], text),
  ];
}

/** Where each unit stood and stands against the bounds of the later run's scheme; the ones that changed first. */
export function tierShiftView(
  comparison: Parameters<typeof tierComparisonView>[0],
  isWhole: boolean,
  text: Texts,
): View {
  const head = tierComparisonView(comparison, isWhole, text).filter(({ kind }) => kind !== 'table');
  return [
    ...head,
    { kind: 'chart', chart: tierShiftChart(comparison, isWhole, text) },
    { kind: 'lines', lines: [{ text: text.views.tier.shiftScale, tone: 'dim' }] },
  ];
}

export function tierShiftChart(
  { first, second, units }: Pick<Parameters<typeof tierComparisonView>[0], 'first' | 'second' | 'units'>,
  isWhole: boolean,
  text: Texts,
): BandChart {
  const { scheme } = second;
  const shown = isWhole ? units : units.filter(hasChanged);
  const place = (standing: UnitStanding | null) =>
    standing?.volume == null ? null : bandPlace(scheme, standing.volume);
  const tierOf = ({ after, before }: UnitComparison): Tone => {
    const standing = (after ?? before)?.standing;
    return standing === undefined || standing === 'no-count' || standing === 'outside'
      ? 'dim'
      : tierTones[standing];
  };
  return {
    labelTitle: text.views.tier.unit,
    beforeTitle: first.year === second.year ? text.views.tier.ofRun(first.number) : String(first.year),
    valueTitle: first.year === second.year ? text.views.tier.ofRun(second.number) : String(second.year),
    bounds: boundNumbers(scheme).reverse(),
    bands: scheme.bands.map(({ tier }) => text.codeNames.tier[tier]).reverse(),
    none: text.labels.none,
    rows: shown
      .toSorted(
        (a, b) => (b.after?.volume ?? b.before?.volume ?? -1) - (a.after?.volume ?? a.before?.volume ?? -1),
      )
      .map((unit) => ({
        label: unit.name,
        place: place(unit.after),
        before: place(unit.before),
        tone: tierOf(unit),
      })),
  };
}

/** What another scheme would change. */
export function simulationView(
  simulation: {
    readonly year: number;
    readonly run: { readonly number: number } | null;
    readonly scheme: Scheme;
    readonly simulated: Scheme;
    readonly counts: RunCounts;
    readonly simulatedCounts: RunCounts;
    readonly units: readonly UnitComparison[];
  },
  text: Texts,
): View {
  const say = text.views.tier;
  const { year, run, scheme, simulated, counts, simulatedCounts, units } = simulation;
  const bands = simulated.bands.map(
    (band) => `${text.codeNames.tier[band.tier]}: ${describeBand(band, text)}`,
  );
  const moved = units.filter(({ move }) => move !== 'same');
  return [
    { kind: 'title', text: say.simulateTitle(year, run?.number ?? null) },
    {
      kind: 'lines',
      lines: [
        text.labels.clauses(bands),
        describeShift(counts, simulatedCounts, text),
        moved.length === 0 ? say.nothingMoves(scheme.code) : countMoves(units, text),
      ],
    },
    ...movesTable(moved, text),
    { kind: 'lines', lines: [text.views.import.dryRun] },
  ];
}

/** Units that another scheme would put elsewhere; their volumes are the same. */
function movesTable(units: readonly UnitComparison[], text: Texts): View {
  if (units.length === 0) return [];
  const say = text.views.tier;
  const table: Table = {
    columns: [
      { title: say.move },
      { title: text.views.unit.code },
      { title: say.unit },
      { title: say.volume, align: 'right' },
      { title: say.tier },
    ],
    rows: units.map((unit): Cell[] => [
      { text: say.moves[unit.move], tone: moveTones[unit.move] },
      unit.code,
      unit.name,
      volumeOf(unit.after, text),
      describePath(unit, text),
    ]),
  };
  return [{ kind: 'table', table }];
}

/** Counts before and after, tier by tier: `dedicated 8 → 10`. */
function describeShift(before: RunCounts, after: RunCounts, text: Texts): string {
  const say = text.views.tier;
  const keys = [...tiers, 'noCount', 'total', 'outside'] as const;
  const names = { ...text.codeNames.tier, noCount: say.noCount, total: say.total, outside: say.outside };
  return text.labels.list(
    keys
      .filter((key) => key in text.codeNames.tier || before[key] > 0 || after[key] > 0)
      .map((key) => `${names[key]} ${String(before[key])} → ${String(after[key])}`),
  );
}

function countMoves(units: readonly UnitComparison[], text: Texts): string {
  const say = text.views.tier;
  const counts = unitMoves.map((move) => [move, units.filter((unit) => unit.move === move).length] as const);
  const renamed = units.filter((unit) => unit.isRenamed).length;
  return text.labels.list([
    ...counts.filter(([, count]) => count > 0).map(([move, count]) => `${say.moves[move]} ${String(count)}`),
    ...(renamed === 0 ? [] : [`${say.renamed} ${String(renamed)}`]),
  ]);
}

const moveTones: Readonly<Record<UnitMove, Tone>> = {
  raised: 'high',
  lowered: 'middle',
  entered: 'warning',
  left: 'warning',
  new: 'warning',
  gone: 'dim',
  same: 'plain',
};

/** What became of units from one run to another, a row each; nothing where there are none. */
export function comparisonTable(
  units: readonly UnitComparison[],
  [before, after]: readonly [string, string],
  text: Texts,
): View {
  if (units.length === 0) return [];
  const say = text.views.tier;
  const table: Table = {
    columns: [
      { title: say.move },
      { title: say.unit },
      { title: before, align: 'right' },
      { title: after, align: 'right' },
      { title: say.difference, align: 'right' },
      { title: say.tier },
      { title: say.mark },
    ],
    rows: [...units]
      .sort((a, b) => unitMoves.indexOf(a.move) - unitMoves.indexOf(b.move))
      .map((unit): Cell[] => [
        { text: say.moves[unit.move], tone: moveTones[unit.move] },
        unit.name,
        volumeOf(unit.before, text),
        volumeOf(unit.after, text),
        unit.difference === null ? '' : signed(unit.difference),
        describePath(unit, text),
        describeOrigin(unit, text),
      ]),
  };
  return [{ kind: 'table', table }];
}

function volumeOf(standing: UnitStanding | null, text: Texts): string {
  if (standing === null) return '';
  return standing.volume === null ? text.labels.none : String(standing.volume);
}

/** A difference with its sign, `+12`, `−3`. */
function signed(difference: number): string {
  if (difference === 0) return '0';
  return difference > 0 ? `+${String(difference)}` : `−${String(-difference)}`;
}

function standingName(standing: Standing, text: Texts): string {
  if (standing === 'no-count') return text.views.tier.noCount;
  return standing === 'outside' ? text.views.tier.outside : text.codeNames.tier[standing];
}

function describePath({ before, after }: UnitComparison, text: Texts): string {
  const names = [before, after].map((one) => (one === null ? '' : standingName(one.standing, text)));
  return names[0] === names[1] ? (names[0] ?? '') : names.filter((name) => name !== '').join(' → ');
}

function describeOrigin(unit: UnitComparison, text: Texts): string {
  const say = text.views.tier;
  const { before, after, isRenamed, cameOf, wentInto } = unit;
  const told = ({ name, volume, standing }: UnitStanding): string =>
    text.labels.remark(name, say.standing(String(volume ?? text.labels.none), standingName(standing, text)));
  return text.labels.clauses([
    ...(isRenamed ? [say.formerly(before?.name ?? '')] : []),
    ...(cameOf.length === 0 ? [] : [say.cameOf(text.labels.list(cameOf.map(told)))]),
    ...(wentInto.length === 0
      ? []
      : [(after === null ? say.goneInto : say.gaveTo)(text.labels.list(wentInto.map(({ name }) => name)))]),
    ...(after === null && wentInto.length === 0 ? [say.ended] : []),
  ]);
}
