/** Steps of the year's work, in their order. */
export const annualSteps = [
  'init',
  'units',
  'volumes',
  'classify',
  'adopt',
  'desks',
  'check',
  'publish',
  'done',
] as const;
export type AnnualStep = (typeof annualSteps)[number];

/** How far a year's work has come. */
export interface AnnualState {
  readonly units: number;
  readonly hasVolumes: boolean;
  /** Number of the newest run of the year. */
  readonly newestRun: number | null;
  /** Number of the run in force for the year. */
  readonly runInForce: number | null;
  /** Units of the newest run without a count. */
  readonly withoutCount: number;
  /** Whether the run in force for a later year has taken the place of this one. */
  readonly isPast: boolean;
  /** Units with a tier that have no desk on record. */
  readonly desksMissing: number;
  /** Units whose desk keeps them out of a roster. */
  readonly desksBlocked: number;
  /** Whether forms are out that have not come back. */
  readonly formsOut: number;
  /** The newest edition that was made of the run in force. */
  readonly edition: number | null;
}

/**
 * Finds the next step of a year's work from how far it has come, and from nothing else: so it can be left at any point and
 * taken up again. Without a database it is the first.
 */
export function findAnnualStep(state: AnnualState | undefined): AnnualStep {
  if (state === undefined) return 'init';
  if (state.units === 0) return 'units';
  if (!state.hasVolumes) return 'volumes';
  if (state.newestRun === null) return 'classify';
  if (state.runInForce === null) return 'adopt';
  if (state.isPast || state.edition !== null) return 'done';
  if (state.desksMissing > 0) return 'desks';
  return state.desksBlocked > 0 ? 'check' : 'publish';
}
