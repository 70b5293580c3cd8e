/** What a figure is counted of: a span of time in seconds since 1970, its end not included, and what narrows it. */
export interface FigureScope {
  readonly jurisdictionId: number;
  readonly from: number;
  /** The moment of which states are told: the end of the span, or now where it is not over. */
  readonly until: number;
  /** Units that led; null among them is the transfer desk. */
  readonly unitIds?: readonly (number | null)[] | undefined;
  readonly kinds?: readonly string[] | undefined;
  readonly channels?: readonly string[] | undefined;
  readonly matters?: readonly (string | null)[] | undefined;
  /** Whether confidential appeals are left out. */
  readonly isOpen?: boolean | undefined;
}

/** By what figures are told apart: the unit that led, what the appeal is, the quarter of an hour in which it happened. */
export type FigureKey = 'unit' | 'kind' | 'channel' | 'matter' | 'quarter';
