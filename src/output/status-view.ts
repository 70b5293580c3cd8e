import type { NextStep } from '../domain/next-step.ts';
import type { RunCounts } from '../domain/run.ts';
import { describeLeader } from './study-view.ts';
import type { Texts } from '../text/shape.ts';
import type { Cell, View } from './view.ts';
import { describeCounts } from './tier-view.ts';

/** What the status shows. */
export interface StatusFacts {
  readonly jurisdiction: { readonly name: string };
  readonly year: number | null;
  readonly unitsInScheme: number;
  readonly unitsCounted: number;
  readonly draft: { readonly number: number; readonly year: number } | null;
  readonly run: { readonly number: number; readonly year: number } | null;
  readonly counts: RunCounts | null;
  readonly desksIncomplete: number | null;
  readonly edition: { readonly number: number; readonly publishedOn: string } | null;
  readonly unpublished: number | null;
  readonly appeals: Readonly<Record<string, number>>;
  readonly due: {
    readonly overdue: number;
    readonly dueSoon: number | null;
    readonly unaccepted: number;
    readonly withoutDue: number;
    readonly urgent: number;
    readonly escalated: number;
    readonly lateUnits: readonly {
      readonly name: string;
      readonly overdue: number;
      readonly unaccepted: number;
      readonly oldestDue: string | null;
    }[];
  };
  readonly studies: {
    readonly open: number;
    readonly late: number;
    readonly next: {
      readonly unit: string;
      readonly leader: { readonly name: string; readonly title: string | null };
      readonly until: string;
    } | null;
  };
}

/** Where the year's work stands. */
export function statusView(status: StatusFacts, text: Texts): View {
  const say = text.views.status;
  const { none } = text.labels;
  const { run, draft, edition, counts, appeals, due } = status;
  const unassigned = appeals['unassigned'] ?? 0;
  const held = (appeals['sent'] ?? 0) + (appeals['accepted'] ?? 0) + (appeals['replied'] ?? 0);
  const rows: [string, Cell][] = [
    [say.year, status.year === null ? say.noYear : String(status.year)],
    [say.units, say.unitCounts(status.unitsInScheme, status.unitsCounted)],
    [say.run, run === null ? say.noRun : say.runOf(run.number, run.year)],
  ];
  if (counts !== null) rows.push([text.views.tier.counts, describeCounts(counts, text)]);
  if (draft !== null) rows.push([say.draft, say.runOf(draft.number, draft.year)]);
  rows.push(
    [say.desks, status.desksIncomplete === null ? none : tone(status.desksIncomplete)],
    [say.edition, edition === null ? say.noEdition : say.editionOf(edition.number, edition.publishedOn)],
    [say.unpublished, status.unpublished === null ? none : tone(status.unpublished)],
    [say.appeals, say.waiting(unassigned, held)],
    [
      text.views.times.statusDue,
      {
        text: text.views.times.statusDueOf(due.overdue, due.dueSoon, due.unaccepted),
        tone: due.overdue > 0 ? 'bad' : due.unaccepted > 0 ? 'warning' : 'plain',
      },
    ],
  );
  const times = text.views.times;
  if (due.urgent + due.escalated > 0)
    rows.push([times.statusFirst, { text: times.statusFirstOf(due.urgent, due.escalated), tone: 'warning' }]);
  if (due.withoutDue > 0)
    rows.push([times.due, { text: times.statusWithoutDue(due.withoutDue), tone: 'warning' }]);
  for (const { name, overdue, unaccepted, oldestDue } of due.lateUnits)
    rows.push([
      name,
      { text: times.lateUnit(overdue, oldestDue, unaccepted), tone: overdue > 0 ? 'bad' : 'warning' },
    ]);
  rows.push(...studyRows(status.studies, text));
  return [
    { kind: 'title', text: say.title(status.jurisdiction.name) },
    { kind: 'facts', rows },
  ];
}

/** Decisions of studies that are still to be carried out; nothing where there are none. */
function studyRows({ open, late, next }: StatusFacts['studies'], text: Texts): [string, Cell][] {
  if (next === null) return [];
  const say = text.views.study;
  const { until, unit, leader } = next;
  const words = [say.statusOf(open, late), say.statusNext(until, unit, describeLeader(leader, text))];
  return [[say.status, { text: text.labels.clauses(words), tone: late > 0 ? 'bad' : 'plain' }]];
}

function tone(count: number): Cell {
  return { text: String(count), tone: count > 0 ? 'warning' : 'good' };
}

/** The command of the next step, with what is known filled in. */
export function nextCommand(
  step: NextStep,
  known: { readonly year: number | null; readonly draft: number | null; readonly isSuperseding: boolean },
  text: Texts,
): string {
  const { steps, adoptReason } = text.views.status;
  const command = steps[step];
  if ((step === 'classify' || step === 'volumes') && known.year !== null)
    return command.replace(/--year \S+/u, `--year ${String(known.year)}`);
  if (step === 'adopt' && known.draft !== null)
    return `${command.replace(/(adopt) \S+/u, `$1 ${String(known.draft)}`)}${known.isSuperseding ? adoptReason : ''}`;
  return command;
}
