import type { CountSource, RunUnit } from '../domain/run.ts';
import { isJudged } from '../domain/run.ts';
import type { Scheme } from '../domain/scheme.ts';
import { boundNumbers } from '../domain/scheme.ts';
import type { Verdict } from '../domain/tier.ts';
import type { Counts } from '../domain/volume.ts';
import type { Texts } from '../text/shape.ts';
import { describeBand } from './scheme-view.ts';
import type { RunHead } from './tier-view.ts';
import { describeLostOverride, describeRun, newerDraftView } from './tier-view.ts';
import type { Cell, View } from './view.ts';
import { cellText } from './view.ts';
import { describeVolumes } from './volume-view.ts';

/** What is shown of why a unit stands where a run put it. */
export interface TierExplanationFacts {
  readonly run: RunHead;
  readonly unit: RunUnit;
  readonly verdict: Verdict | null;
  readonly distance: { readonly up: number | null; readonly down: number | null } | null;
  readonly near: number | null;
  readonly changed: readonly { readonly unit: string; readonly before: Counts; readonly now: Counts }[];
  readonly lastYear: { readonly run: RunHead; readonly unit: RunUnit } | null;
  readonly others: readonly { readonly run: RunHead; readonly unit: RunUnit | undefined }[];
  readonly isDefaultScheme: boolean;
  readonly newerDraft: number | null;
  readonly nameNow: string | null;
  readonly askedFor: { readonly name: string; readonly on: string } | null;
  readonly edition: {
    readonly number: number;
    readonly publishedOn: string;
    readonly documentNo: string;
    readonly desk: string | null;
  } | null;
}

/** Why a unit is in its tier: figures, clause, bound, source, distance, the year before, the runs before and after. */
export function tierExplanationView(facts: TierExplanationFacts, text: Texts): View {
  const say = text.views.tier;
  const { run, unit, verdict, edition } = facts;
  const state = describeRun(run, text);
  const rows: [string, Cell][] = [
    [say.run, text.labels.clauses([say.title(run.number, run.year, run.scheme.code), cellText(state)])],
  ];
  if (edition !== null) {
    const { number, publishedOn, documentNo, desk } = edition;
    const printed = text.views.roster.edition(number, publishedOn, documentNo);
    rows.push([say.edition, text.labels.clauses([printed, desk ?? say.notPrinted])]);
  }
  if (facts.askedFor !== null) rows.push([facts.askedFor.name, say.wentInto(facts.askedFor.on, unit.name)]);
  rows.push(...describeFigures(unit, text));
  if (verdict?.kind === 'classified') {
    rows.push([say.clause, describeClause(verdict, run.scheme, text)]);
    if (verdict.onBound) {
      const bound = boundNumbers(run.scheme).find((number) => number === verdict.volume) ?? verdict.volume;
      rows.push([
        say.bound,
        { text: say.boundNote(bound, text.codeNames.tier[verdict.tier]), tone: 'warning' },
      ]);
    } else if (facts.near !== null) {
      rows.push([say.bound, { text: say.nearBound(facts.near), tone: 'warning' }]);
    }
  }
  const { override } = unit;
  if (override !== undefined) {
    const decided = say.decisionOf(text.codeNames.tier[override.tier], override.documentNo, override.reason);
    rows.push([say.decision, { text: decided, tone: 'warning' }]);
  }
  if (verdict !== null)
    rows.push([
      say.schemeSource,
      facts.isDefaultScheme
        ? {
            text: [run.scheme.source, text.views.scheme.isDefault(run.scheme.code)].join('\n'),
            tone: 'warning',
          }
        : run.scheme.source,
    ]);
  const sources = describeSources(unit, text);
  if (verdict !== null && sources !== '') rows.push([say.countSource, sources]);
  rows.push(...describeNeighbours(facts, text));
  const notes: Cell[] = [];
  if (verdict?.kind === 'no-count') notes.push(say.noCountNote);
  if (verdict === null)
    notes.push(say.outsideNote(unit.outsideReason ?? text.codeNames.category[unit.category]));
  if (facts.nameNow !== null) notes.push(say.nameNow(facts.nameNow));
  for (const { unit: name, before, now } of facts.changed) {
    const figures = [before, now].map((counts) => describeCountsOrNone(counts, text));
    notes.push({ text: say.changedSince(name, figures[0] ?? '', figures[1] ?? ''), tone: 'warning' });
  }
  if (facts.changed.length > 0) notes.push(say.changedHint(run.year));
  return [
    { kind: 'title', text: say.explainTitle(unit.name, standingWord(unit, verdict === null, text)) },
    ...newerDraftView(run, facts.newerDraft, text),
    { kind: 'facts', rows },
    { kind: 'lines', lines: notes },
  ];
}

function standingWord(unit: RunUnit, isOutside: boolean, text: Texts): string {
  if (unit.tier !== null) return text.codeNames.tier[unit.tier];
  return isOutside ? text.views.tier.outside : text.views.tier.noCount;
}

function describeCountsOrNone(counts: Counts, text: Texts): string {
  return Object.keys(counts).length === 0 ? text.views.tier.noCount : describeVolumes(counts, text);
}

/** The unit's own counts, those of units it came of, and their sum. */
function describeFigures(unit: RunUnit, text: Texts): [string, Cell][] {
  const say = text.views.tier;
  const { predecessors = [] } = unit;
  const rows: [string, Cell][] = [];
  if (Object.keys(unit.counts).length > 0) rows.push([say.counted, describeVolumes(unit.counts, text)]);
  for (const { name, on, how, counts, isCounted } of predecessors) {
    const figures = describeVolumes(counts, text);
    const added = isCounted ? say.addedOf(on, figures) : say.undividedOf(on, figures);
    rows.push([
      text.labels.remark(name, text.codeNames.successionKind[how]),
      isCounted ? added : { text: added, tone: 'warning' },
    ]);
  }
  if (predecessors.some((one) => one.isCounted) && unit.volume !== null) {
    rows.push([say.volume, String(unit.volume)]);
  }
  return rows;
}

function describeNeighbours(facts: TierExplanationFacts, text: Texts): [string, Cell][] {
  const say = text.views.tier;
  const { distance, lastYear, unit } = facts;
  const rows: [string, Cell][] = [];
  if (distance !== null) {
    const parts = [
      ...(distance.up === null ? [] : [say.up(distance.up)]),
      ...(distance.down === null ? [] : [say.down(distance.down)]),
    ];
    rows.push([say.distance, text.labels.list(parts)]);
  }
  if (lastYear !== null) {
    const said = describeStanding(lastYear, text);
    const { override: before } = lastYear.unit;
    const fellAway =
      before === undefined || unit.override !== undefined
        ? []
        : [
            describeLostOverride(
              { name: unit.name, override: before, tier: unit.tier },
              lastYear.run.year,
              text,
            ),
          ];
    rows.push([say.lastYear, [say.lastYearOf(lastYear.run.year, said), ...fellAway].join('\n')]);
  }
  for (const { run, unit: other } of facts.others) {
    const said = other === undefined ? say.notInRun : describeStanding({ run, unit: other }, text);
    const lines = [text.labels.clauses([cellText(describeRun(run, text)), said])];
    if (run.adoption !== null && run.adoption.supersedes !== null) {
      lines.push(say.supersededWhy(run.adoption.supersedes, run.adoption.reason ?? text.labels.none));
    }
    rows.push([say.otherRun(run.number), lines.join('\n')]);
  }
  // Why this run took the place of another is told with it.
  const { adoption } = facts.run;
  if (adoption !== null && adoption.supersedes !== null) {
    rows.push([say.replaces, say.supersededWhy(adoption.supersedes, adoption.reason ?? text.labels.none)]);
  }
  return rows;
}

function describeStanding(
  { run, unit }: { readonly run: RunHead; readonly unit: RunUnit },
  text: Texts,
): string {
  const say = text.views.tier;
  const figure = unit.volume === null ? text.labels.none : String(unit.volume);
  return say.standing(figure, standingWord(unit, !isJudged(run.scheme, unit), text));
}

/** The clause of the scheme that decided, in words: `clause 2 of dezhou-2022: more than 50, up to 1000 → attached`. */
export function describeClause(
  verdict: Extract<Verdict, { kind: 'classified' }>,
  scheme: Scheme,
  text: Texts,
): string {
  const say = text.views.tier;
  const word = text.labels.remark(
    text.codeNames.tier[verdict.tier],
    text.codeNames.tierMeaning[verdict.tier],
  );
  const { clause } = verdict;
  if (clause.kind === 'category')
    return say.categoryClause(scheme.code, text.codeNames.category[clause.category], word);
  const number = scheme.bands.findIndex((band) => band.tier === clause.band.tier) + 1;
  return say.clauseOf(number, scheme.code, describeBand(clause.band, text), word);
}

function describeSources(unit: RunUnit, text: Texts): string {
  const say = text.views.tier;
  const describe = ({ channel, file, tab, row, batch, isRounded, byHand }: CountSource): string => {
    const word = text.codeNames.channel[channel];
    const name = isRounded === true ? `${word} (${text.views.import.isRounded})` : word;
    if (file !== null && row !== null && batch !== null)
      return say.sourceOf(name, file, row, batch, tab ?? undefined);
    const how = byHand === undefined ? say.byHand : say.setByHand(byHand.on, byHand.by, byHand.reason);
    return text.labels.said(name, how);
  };
  return [
    ...unit.sources.map(describe),
    ...(unit.predecessors ?? []).flatMap(({ name, sources }) =>
      sources.map((source) => `${name} ${describe(source)}`),
    ),
  ].join('\n');
}
