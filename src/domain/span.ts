import type { Day } from './time.ts';

/** Something that holds from a day on, and no more from another; `until` is null while it holds. */
export interface Span {
  readonly from: Day;
  readonly until: Day | null;
}

/**
 * Whether something has ended: by a day, on which it holds no more already; without a day by now, since an end to come is
 * never put on record. In queries `hasNotEnded` of `store/spans.ts` asks the same.
 */
export function hasEnded<T extends Pick<Span, 'until'>>(
  thing: T,
  day?: Day,
): thing is T & { readonly until: Day } {
  return thing.until !== null && (day === undefined || thing.until <= day);
}

/** Whether a span ends before it begins. */
export function isBackward({ from, until }: Span): boolean {
  return until !== null && until < from;
}

/** Whether two spans hold on one day. What ends on a day no longer holds on it; what begins and ends on one day never did. */
export function overlap(one: Span, other: Span): boolean {
  const isEmpty = (span: Span): boolean => hasEnded(span, span.from);
  return !isEmpty(one) && !isEmpty(other) && !hasEnded(other, one.from) && !hasEnded(one, other.from);
}
