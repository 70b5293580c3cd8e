import type { Outcome, State } from '../domain/appeal.ts';
import type { StudyFacts } from './study-view.ts';

/** What programs get of a study, whether listed or shown. */
interface StudyFields {
  readonly number: number;
  readonly unit: string;
  readonly unitCode: string;
  /** Name of the unit that it went into since. */
  readonly heir: string | null;
  readonly on: string;
  readonly matter: string;
  readonly decision: string;
  readonly until: string;
  /** Who answers for it by name: the first responsible person of that day. */
  readonly leader: { readonly name: string; readonly title: string | null };
  readonly by: string;
  readonly open: boolean;
  /** Open though its time is over. */
  readonly late: boolean;
  readonly closedOn: string | null;
  readonly result: string | null;
  readonly closedBy: string | null;
}

function fieldsOf({ study, unit, heir, isLate }: StudyFacts): StudyFields {
  const { number, on, matter, decision, until, leader, by, closedOn, closing } = study;
  return {
    number,
    unit: unit.name,
    unitCode: unit.code,
    heir: heir?.name ?? null,
    on, matter, decision, until,
    leader: { name: leader.name, title: leader.title },
    by,
    open: closedOn === null,
    late: isLate,
    closedOn,
    result: closing?.result ?? null,
    closedBy: closing?.by ?? null,
  }; // prettier-ignore
}

/** A study as `study list` gives it to programs, with the numbers of its appeals. */
export interface StudyJson extends StudyFields {
  readonly appeals: readonly string[];
}

export function studyJson(facts: StudyFacts): StudyJson {
  return { ...fieldsOf(facts), appeals: facts.appeals.map(({ number }) => number) };
}

/** A study as the other verbs give it to programs, with where its appeals stand. */
export interface StudyDetailsJson extends StudyFields {
  readonly appeals: readonly {
    readonly number: string;
    readonly state: State;
    readonly outcome: Outcome | null;
  }[];
}

export function studyDetailsJson(facts: StudyFacts): StudyDetailsJson {
  return {
    ...fieldsOf(facts),
    appeals: facts.appeals.map(({ number, state, outcome }) => ({ number, state, outcome })),
  };
}
