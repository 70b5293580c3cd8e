import type { CountSource, RunCounts, RunUnit } from '../domain/run.ts';
import { isJudged } from '../domain/run.ts';
import type { Scheme, Tier } from '../domain/scheme.ts';
import { boundNumbers, tiers } from '../domain/scheme.ts';
import type { Verdict } from '../domain/tier.ts';
import type { Texts } from '../text/shape.ts';
import { describeBand } from './scheme-view.ts';
import type { Cell, View } from './view.ts';
import { cellText } from './view.ts';
import { describeVolumes } from './volume-view.ts';

/** What is shown of a run. */
export interface RunHead {
  readonly number: number;
  readonly year: number;
  readonly scheme: Scheme;
  readonly digest: string;
  readonly adoption: { readonly on: string; readonly documentNo: string } | null;
  readonly supersededBy: number | null;
}

/** How many units each tier has, in words. */
export function describeCounts(counts: RunCounts, text: Texts): string {
  const say = text.views.tier;
  return text.labels.list([
    ...tiers.map((tier) => `${text.words.tier[tier]} ${String(counts[tier])}`),
    ...(counts.noCount === 0 ? [] : [`${say.noCount} ${String(counts.noCount)}`]),
    `${say.total} ${String(counts.total)}`,
    ...(counts.outside === 0 ? [] : [`${say.outside} ${String(counts.outside)}`]),
  ]);
}

function describeRun(run: RunHead, text: Texts): Cell {
  const say = text.views.tier;
  if (run.adoption === null) return { text: say.draft, tone: 'warning' };
  const adopted = say.adopted(run.adoption.on, run.adoption.documentNo);
  return run.supersededBy === null
    ? adopted
    : text.labels.clauses([adopted, say.superseded(run.supersededBy)]);
}

const tierTones: Readonly<Record<Tier, 'bad' | 'warning' | 'plain'>> = {
  dedicated: 'bad',
  attached: 'warning',
  designated: 'plain',
};

/** The units of a run, tier by tier, each tier by volume. */
export function tierListView(run: RunHead, counts: RunCounts, units: readonly RunUnit[], text: Texts): View {
  const say = text.views.tier;
  const order = (unit: RunUnit): number => (unit.tier === null ? tiers.length : tiers.indexOf(unit.tier));
  const ordered = [...units].sort((a, b) => order(a) - order(b) || (b.volume ?? -1) - (a.volume ?? -1));
  return [
    { kind: 'title', text: say.title(run.number, run.year, run.scheme.code) },
    { kind: 'lines', lines: [describeRun(run, text), describeCounts(counts, text)] },
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
        rows: ordered.map((unit) => [
          tierCell(unit, run.scheme, text),
          unit.code,
          unit.name,
          unit.volume === null ? text.labels.none : String(unit.volume),
          unit.onBound ? { text: say.onBound, tone: 'warning' } : '',
        ]),
      },
    },
  ];
}

function tierCell(unit: RunUnit, scheme: Scheme, text: Texts): Cell {
  const say = text.views.tier;
  if (unit.tier !== null) return { text: text.words.tier[unit.tier], tone: tierTones[unit.tier] };
  return { text: isJudged(scheme, unit) ? say.noCount : say.outside, tone: 'dim' };
}

/** Why a unit is in its tier: figures, clause, bound, source, distance, the year before. */
export function tierExplanationView(
  explanation: {
    readonly run: RunHead;
    readonly unit: RunUnit;
    readonly verdict: Verdict | null;
    readonly distance: { readonly up: number | null; readonly down: number | null } | null;
    readonly changedSince: boolean;
    readonly lastYear: { readonly run: RunHead; readonly unit: RunUnit } | null;
  },
  text: Texts,
): View {
  const say = text.views.tier;
  const { run, unit, verdict, distance, lastYear } = explanation;
  const state = describeRun(run, text);
  const rows: [string, Cell][] = [
    [say.run, text.labels.clauses([say.title(run.number, run.year, run.scheme.code), cellText(state)])],
  ];
  if (verdict?.kind === 'classified') {
    rows.push([say.counted, describeVolumes(unit.counts, text)]);
    rows.push([say.clause, describeClause(verdict, run.scheme, text)]);
    if (verdict.onBound) {
      const bound = boundNumbers(run.scheme).find((number) => number === verdict.volume) ?? verdict.volume;
      rows.push([say.bound, { text: say.boundNote(bound, text.words.tier[verdict.tier]), tone: 'warning' }]);
    }
    rows.push([say.schemeSource, run.scheme.source]);
    rows.push([say.countSource, describeSources(unit.sources, text)]);
  }
  if (distance !== null) {
    const parts = [
      ...(distance.up === null ? [] : [say.up(distance.up)]),
      ...(distance.down === null ? [] : [say.down(distance.down)]),
    ];
    rows.push([say.distance, text.labels.list(parts)]);
  }
  if (lastYear !== null) {
    const { volume, tier } = lastYear.unit;
    const figure = volume === null ? text.labels.none : String(volume);
    const word = tier === null ? say.noCount : text.words.tier[tier];
    rows.push([say.lastYear, say.lastYearOf(lastYear.run.year, figure, word)]);
  }
  const notes: Cell[] = [];
  if (verdict?.kind === 'no-count') notes.push(say.noCountNote);
  if (verdict === null) notes.push(say.outsideNote(unit.outsideReason ?? text.words.category[unit.category]));
  if (explanation.changedSince) notes.push({ text: say.changedSince, tone: 'warning' });
  const word =
    unit.tier === null ? (verdict === null ? say.outside : say.noCount) : text.words.tier[unit.tier];
  return [
    { kind: 'title', text: say.explainTitle(unit.name, word) },
    { kind: 'facts', rows },
    { kind: 'lines', lines: notes },
  ];
}

/** The clause of the scheme that decided, in words: `clause 2 of dezhou-2022: more than 50, up to 1000 → attached`. */
export function describeClause(
  verdict: Extract<Verdict, { kind: 'classified' }>,
  scheme: Scheme,
  text: Texts,
): string {
  const say = text.views.tier;
  const word = text.labels.remark(text.words.tier[verdict.tier], text.words.tierMeaning[verdict.tier]);
  const { clause } = verdict;
  if (clause.kind === 'category')
    return say.categoryClause(scheme.code, text.words.category[clause.category], word);
  const number = scheme.bands.findIndex((band) => band.lower.number === clause.band.lower.number) + 1;
  return say.clauseOf(number, scheme.code, describeBand(clause.band, text), word);
}

function describeSources(sources: readonly CountSource[], text: Texts): string {
  const say = text.views.tier;
  return sources
    .map(({ channel, file, row, batch, isRounded }) => {
      const word = text.words.channel[channel];
      const name = isRounded === true ? `${word} (${text.views.import.isRounded})` : word;
      return file === null || row === null || batch === null
        ? `${name}: ${say.byHand}`
        : say.sourceOf(name, file, row, batch);
    })
    .join('\n');
}
