import type { LostOverride, RunCounts, RunUnit } from '../domain/run.ts';
import { isJudged } from '../domain/run.ts';
import type { Scheme, Tier } from '../domain/scheme.ts';
import { boundNumbers, isInBand, tiers } from '../domain/scheme.ts';
import { nearBound } from '../domain/tier.ts';
import type { Texts } from '../text/shape.ts';
import type { BandChart, BandPlace, Cell, Tone, View } from './view.ts';

/** What is shown of a run. */
export interface RunHead {
  readonly number: number;
  readonly year: number;
  readonly scheme: Scheme;
  readonly digest: string;
  readonly adoption: {
    readonly on: string;
    readonly documentNo: string;
    readonly supersedes: number | null;
    readonly reason: string | null;
  } | null;
  readonly supersededBy: number | null;
}

/** How many units each tier has, in words. */
export function describeCounts(counts: RunCounts, text: Texts): string {
  const say = text.views.tier;
  return text.labels.list([
    ...tiers.map((tier) => `${text.codeNames.tier[tier]} ${String(counts[tier])}`),
    ...(counts.noCount === 0 ? [] : [`${say.noCount} ${String(counts.noCount)}`]),
    `${say.total} ${String(counts.total)}`,
    ...(counts.outside === 0 ? [] : [`${say.outside} ${String(counts.outside)}`]),
  ]);
}

/** Whether a run is a draft, adopted, superseded. */
export function describeRun(run: RunHead, text: Texts): Cell {
  const say = text.views.tier;
  if (run.adoption === null) return { text: say.draft, tone: 'warning' };
  const adopted = say.adopted(run.adoption.on, run.adoption.documentNo);
  return run.supersededBy === null
    ? adopted
    : text.labels.clauses([adopted, say.superseded(run.supersededBy)]);
}

/** A tier is none better than another: their colours are those of places on a scale, not of errors. */
export const tierTones: Readonly<Record<Tier, Tone>> = {
  dedicated: 'high',
  attached: 'middle',
  designated: 'low',
};

/** In which order the units of a run are shown: tier by tier, by volume, or in the official order of bodies. */
export const runOrderWords = {
  tier: ['类别', '设置类别'],
  volume: ['办理量', '年办理量'],
  official: ['排列顺序', '顺序'],
} as const satisfies Readonly<Record<string, readonly string[]>>;
export type RunOrder = keyof typeof runOrderWords;

/** Puts the units of a run in an order; those of a run come in the official one. */
export function orderUnits(units: readonly RunUnit[], order: RunOrder): RunUnit[] {
  const place = (unit: RunUnit): number => (unit.tier === null ? tiers.length : tiers.indexOf(unit.tier));
  const byVolume = (a: RunUnit, b: RunUnit): number => (b.volume ?? -1) - (a.volume ?? -1);
  const ordered = [...units];
  if (order === 'volume') ordered.sort(byVolume);
  if (order === 'tier') ordered.sort((a, b) => place(a) - place(b) || byVolume(a, b));
  return ordered;
}

/** The units of a run with their volumes and tiers, and what is to be known of each. */
export function tierListView(
  run: RunHead,
  counts: RunCounts,
  units: readonly RunUnit[],
  {
    changed,
    newerDraft,
  }: { readonly changed: { readonly has: (unitId: number) => boolean }; readonly newerDraft: number | null },
  text: Texts,
): View {
  const say = text.views.tier;
  return [
    ...headView(run, counts, text),
    ...newerDraftView(run, newerDraft, text),
    {
      kind: 'table',
      table: {
        columns: [
          { title: say.tier },
          { title: say.code },
          { title: say.unit },
          { title: say.volume, align: 'right' },
          { title: say.mark },
        ],
        rows: [
          ...units.map((unit) => [
            tierCell(unit, run.scheme, text),
            unit.code,
            unit.name,
            unit.volume === null ? text.labels.none : String(unit.volume),
            describeMarks(unit, run.scheme, changed.has(unit.unitId), text),
          ]),
          totalRow(units, text),
        ],
        sums: [units.length],
      },
    },
  ];
}

/** All units that are shown, with the sum of their volumes. */
function totalRow(units: readonly RunUnit[], text: Texts): Cell[] {
  const sum = units.reduce((all, { volume }) => all + (volume ?? 0), 0);
  return ['', '', text.views.tier.totalOf(units.length), String(sum), ''];
}

/** The volumes of a run as bars against the bounds of its scheme. */
export function tierChartView(run: RunHead, counts: RunCounts, units: readonly RunUnit[], text: Texts): View {
  return [
    ...headView(run, counts, text),
    { kind: 'chart', chart: tierChart(run.scheme, units, text) },
    { kind: 'lines', lines: [{ text: text.views.tier.chartScale, tone: 'dim' }] },
  ];
}

/** Where a volume lies among the bands of a scheme. */
export function bandPlace(scheme: Scheme, volume: number): BandPlace {
  const at = scheme.bands.findIndex((band) => isInBand(band, volume));
  return { value: volume, band: scheme.bands.length - 1 - at };
}

export function tierChart(scheme: Scheme, units: readonly RunUnit[], text: Texts): BandChart {
  const say = text.views.tier;
  return {
    labelTitle: say.unit,
    valueTitle: say.volume,
    bounds: boundNumbers(scheme).reverse(),
    bands: scheme.bands.map(({ tier }) => text.codeNames.tier[tier]).reverse(),
    none: text.labels.none,
    rows: units.map(({ name, volume, tier }) => ({
      label: name,
      place: volume === null ? null : bandPlace(scheme, volume),
      tone: tier === null ? 'dim' : tierTones[tier],
    })),
  };
}

/** Says that a newer draft of the year is there, where another run is shown. */
export function newerDraftView(
  run: { readonly number: number },
  newerDraft: number | null,
  text: Texts,
): View {
  if (newerDraft === null) return [];
  const said = text.views.tier.newerDraft(newerDraft, run.number);
  return [{ kind: 'lines', lines: [{ text: said, tone: 'warning' }] }];
}

function headView(run: RunHead, counts: RunCounts, text: Texts): View {
  return [
    { kind: 'title', text: text.views.tier.title(run.number, run.year, run.scheme.code) },
    { kind: 'lines', lines: [describeRun(run, text), describeCounts(counts, text)] },
  ];
}

function tierCell(unit: RunUnit, scheme: Scheme, text: Texts): Cell {
  const say = text.views.tier;
  if (unit.tier !== null) return { text: text.codeNames.tier[unit.tier], tone: tierTones[unit.tier] };
  return { text: isJudged(scheme, unit) ? say.noCount : say.outside, tone: 'dim' };
}

/** What is to be known of a unit beside its figures: bounds, a decision, units it came of, counts corrected since. */
function describeMarks(unit: RunUnit, scheme: Scheme, isChanged: boolean, text: Texts): Cell {
  const say = text.views.tier;
  const near = nearBound(scheme, unit);
  const whole = unit.predecessors?.filter((one) => one.isCounted).map(({ name }) => name) ?? [];
  const parts = unit.predecessors?.filter((one) => !one.isCounted).map(({ name }) => name) ?? [];
  const marks = [
    ...(unit.onBound ? [say.onBound] : near === null ? [] : [say.nearBound(near)]),
    ...(unit.override === undefined ? [] : [say.byDecision(unit.override.documentNo)]),
    ...(whole.length === 0 ? [] : [say.withUnits(text.labels.list(whole))]),
    ...(parts.length === 0 ? [] : [say.notDivided(text.labels.list(parts))]),
    ...(isChanged ? [say.isChanged] : []),
  ];
  return marks.length === 0 ? '' : { text: text.labels.clauses(marks), tone: 'warning' };
}

/** Whom the notices of a run go to, and what each is told. */
export function tierNoticeView(run: RunHead, units: readonly RunUnit[], text: Texts): View {
  const say = text.views.tier;
  return [
    { kind: 'title', text: say.noticeTitle(run.number, run.year) },
    { kind: 'lines', lines: [describeRun(run, text)] },
    {
      kind: 'table',
      table: {
        columns: [
          { title: say.code },
          { title: say.unit },
          { title: say.volume, align: 'right' },
          { title: say.tier },
        ],
        rows: units.map((unit) => [
          unit.code,
          unit.name,
          unit.volume === null ? text.labels.none : String(unit.volume),
          tierCell(unit, run.scheme, text),
        ]),
      },
    },
  ];
}

/** What one jurisdiction's run in force says, or that it has none. */
export interface OverviewLine {
  readonly code: string;
  readonly name: string;
  readonly run: RunHead | null;
  readonly counts: RunCounts | null;
}

/** The runs in force of a city and its counties side by side, with totals. */
export function tierOverviewView(lines: readonly OverviewLine[], totals: RunCounts, text: Texts): View {
  const say = text.views.tier;
  const { none } = text.labels;
  const names = { ...text.codeNames.tier, noCount: say.noCount, total: say.total, outside: say.outsideShort };
  const keys = ([...tiers, 'noCount', 'total', 'outside'] as const).filter(
    (key) => (key !== 'noCount' && key !== 'outside') || totals[key] > 0,
  );
  const figures = (counts: RunCounts | null): string[] =>
    keys.map((key) => (counts === null ? none : String(counts[key])));
  return [
    { kind: 'title', text: say.overview },
    {
      kind: 'table',
      table: {
        columns: [
          { title: text.views.jurisdiction.name },
          { title: text.views.volume.year, align: 'right' },
          { title: say.run, align: 'right' },
          ...keys.map((key) => ({ title: names[key], align: 'right' as const })),
          { title: text.views.jurisdiction.scheme },
        ],
        rows: [
          ...lines.map(({ name, run, counts }) => [
            name,
            run === null ? none : String(run.year),
            run === null ? none : String(run.number),
            ...figures(counts),
            run?.scheme.code ?? none,
          ]),
          [say.total, '', '', ...figures(totals), ''],
        ],
      },
    },
  ];
}

/** A decision of the year before that does not hold on, and where the unit is now. */
export function describeLostOverride(
  { name, override, tier }: Omit<LostOverride, 'unitId' | 'code'>,
  year: number,
  text: Texts,
): string {
  const { codeNames, views } = text;
  return views.tier.overrideFellAway(
    name,
    year,
    codeNames.tier[override.tier],
    override.documentNo,
    tier === null ? text.labels.none : codeNames.tier[tier],
  );
}
