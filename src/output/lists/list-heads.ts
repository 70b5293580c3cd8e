import type { Day } from '../../domain/time.ts';
import { officialDay } from '../../domain/time.ts';
import { official } from '../../text/official.ts';
import type { RunHead } from '../tier-view.ts';
import type { ListFacts } from './list-paper.ts';

/** Words of the lists that can be handed in; here is what stands at the head of each. */
const say = official.lists;

/** What a run is in words: its number, whether and by which document it was adopted. */
function runLine({ number, adoption }: RunHead): string {
  return adoption === null
    ? say.draftRun(number)
    : say.adoptedRun(number, adoption.documentNo, officialDay(adoption.on));
}

/** A paper of a run carries the mark of a draft until it is adopted. */
const marksOf = (...runs: readonly RunHead[]): string[] =>
  runs.some(({ adoption }) => adoption === null) ? [official.draft] : [];

/** The head of the list of units with their volumes and tiers. */
export function tierListFacts(jurisdiction: string, run: RunHead, day: Day): ListFacts {
  return {
    tab: say.tiersTab,
    title: say.tiers(jurisdiction, run.year),
    marks: marksOf(run),
    head: [runLine(run), say.pieces],
    foot: [say.scheme(run.scheme.source)],
    day: run.adoption?.on ?? day,
  };
}

/** The head of the tiers of all jurisdictions side by side. */
export function tierOverviewFacts(day: Day): ListFacts {
  return {
    tab: say.overviewTab,
    title: say.overview,
    head: [officialDay(day), say.unitsCounted],
    day,
  };
}

/** The head of two runs side by side. */
export function tierComparisonFacts(
  jurisdiction: string,
  { first, second }: { readonly first: RunHead; readonly second: RunHead },
  day: Day,
): ListFacts {
  return {
    tab: say.comparisonTab,
    title: say.comparison(jurisdiction, first.year, second.year),
    marks: marksOf(first, second),
    head: [
      `${say.ofYear(first.year)}${runLine(first)}；${say.ofYear(second.year)}${runLine(second)}`,
      say.pieces,
    ],
    day: second.adoption?.on ?? day,
  };
}

/** The head of the list of volumes. */
export function volumeListFacts(jurisdiction: string, year: number | undefined, day: Day): ListFacts {
  return { tab: say.volumesTab, title: say.volumes(jurisdiction, year), head: [say.pieces], day };
}

/** The head of the list of desks. */
export function deskListFacts(jurisdiction: string, count: number, day: Day): ListFacts {
  return {
    tab: say.desksTab,
    title: say.desks(jurisdiction),
    head: [officialDay(day)],
    foot: [say.units(count)],
    day,
  };
}

/** The head of the list of units. */
export function unitListFacts(jurisdiction: string, count: number, day: Day): ListFacts {
  return {
    tab: say.unitsTab,
    title: say.unitList(jurisdiction),
    head: [officialDay(day)],
    foot: [say.units(count)],
    day,
  };
}

/** The notice of changed numbers: numbers that were published are announced where they change. */
export function changedNumbersFacts(
  jurisdiction: string,
  {
    edition,
    before,
  }: {
    readonly edition: {
      readonly number: number;
      readonly publishedOn: Day;
      readonly documentNo: string;
      readonly issuers: readonly string[];
    };
    readonly before: { readonly number: number; readonly publishedOn: Day; readonly documentNo: string };
  },
): ListFacts {
  const on = officialDay(edition.publishedOn);
  return {
    tab: say.numbersTab,
    title: say.numbers(jurisdiction),
    lead: [say.numbersLead(on, officialDay(before.publishedOn), before.number, before.documentNo)],
    foot: [say.numbersFoot(edition.number, edition.documentNo)],
    signature: [...edition.issuers, on],
    day: edition.publishedOn,
  };
}

/** The head of a list of appeals: whose it is, and whether it is of what is overdue. */
export function appealListFacts(
  jurisdiction: string,
  terms: {
    readonly unit: string | undefined;
    readonly isOverdue: boolean;
    /** Whether it is what waits at the transfer desk. */
    readonly isQueue: boolean;
    readonly count: number;
    readonly day: Day;
  },
): ListFacts {
  const { unit, isOverdue, isQueue, count, day } = terms;
  return {
    tab: say.appealsTab,
    title: isQueue ? say.queue(jurisdiction) : say.appeals(jurisdiction, unit ?? '', isOverdue),
    head: [say.until(officialDay(day))],
    foot: [say.count(count)],
    day,
  };
}
