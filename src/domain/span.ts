import type { Day } from './time.ts';

/** Something that holds from a day on, and no more from another; `until` is null while it holds. */
export interface Span {
  readonly from: Day;
  readonly until: Day | null;
}

/** Whether a span ends before it begins. */
export function isBackward({ from, until }: Span): boolean {
  return until !== null && until < from;
}

/** Whether two spans hold on one day. What ends on a day no longer holds on it; what begins and ends on one day never did. */
export function overlap(one: Span, other: Span): boolean {
  const isEmpty = ({ from, until }: Span): boolean => until !== null && until <= from;
  if (isEmpty(one) || isEmpty(other)) return false;
  return (other.until === null || one.from < other.until) && (one.until === null || other.from < one.until);
}
