import type { Due, Light } from './deadline.ts';
import type { Instant } from './time.ts';

/** How long a unit has been at an appeal, in minutes of working hours; null where a year has no calendar. */
export interface Stint {
  readonly hop: number;
  /** From sent to handed on, replied or closed, and what was done again. */
  readonly minutes: number | null;
  /** From sent to accepted, or until now; part of the stint. */
  readonly minutesToAccept: number | null;
  /** The last day for accepting; null where the rules say nothing. */
  readonly acceptBy: string | null;
  readonly isAcceptedLate: boolean;
  /** The last day for asking to return it; null where the rules say nothing. */
  readonly returnBy: string | null;
}

/** The two clocks of an appeal: the citizen's, from received to answered, and each unit's. */
export interface AppealClocks {
  readonly due: Due | null;
  /** The year for which a calendar is missing, so that nothing can be counted. */
  readonly missingYear: number | null;
  /** Null once it is answered, and where no due day is known. */
  readonly light: Light | null;
  /** Worked days left until the due day; less than nought when it is over, and when the answer came late. */
  readonly daysLeft: number | null;
  /** Whether the citizen was answered; one that was withdrawn, declined or a duplicate ended without. */
  readonly isAnswered: boolean;
  /** When it was answered or ended; null while the citizen waits. */
  readonly answeredAt: Instant | null;
  /** Minutes of working hours from received to answered, or until now. */
  readonly minutes: number | null;
  readonly stints: readonly Stint[];
}
