import type { Day } from './time.ts';

/** The days of a study meeting (专题研究会议): when it was held, until when its decision is to be carried out, when that was done. */
export interface StudyDays {
  readonly on: Day;
  readonly until: Day;
  /** Null while the decision is still to be carried out. */
  readonly closedOn: Day | null;
}

/**
 * Whether a decision was still to be carried out at the end of a day: made by then, and not carried out by then.
 *
 *     held 1 March, closed 20 March:  28 February no · 1 March yes · 19 March yes · 20 March no
 */
export function isOpenOn({ on, closedOn }: Omit<StudyDays, 'until'>, day: Day): boolean {
  return on <= day && (closedOn === null || closedOn > day);
}

/** Whether a decision was open on a day though its time was over; the day until which it is to be carried out is in time. */
export function isLateOn(study: StudyDays, day: Day): boolean {
  return isOpenOn(study, day) && study.until < day;
}
