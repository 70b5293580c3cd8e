/** Steps of the year's work, in their order. */
export const nextSteps = [
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
export type NextStep = (typeof nextSteps)[number];

/** How far the work of a year has come. */
export interface YearFacts {
  /** Units in the scheme that have not ended. */
  readonly units: number;
  readonly hasCounts: boolean;
  /** Number of the newest run of the year. */
  readonly newestRun: number | null;
  /** Units with other counts than the newest run read, or with counts that it did not read. */
  readonly countsChanged: number;
  /** Number of the newest run while it is not adopted and says something else than the one in force. */
  readonly draft: number | null;
  /** Number of the run in force for the year. */
  readonly runInForce: number | null;
  /** Whether a run of a later year is in force too. */
  readonly isPast: boolean;
  /** Units with a tier that have no desk on record. */
  readonly desksMissing: number;
  /** Units whose desk keeps them out of a roster, those without a desk included. */
  readonly desksBlocked: number;
  /** The newest edition that was made of a run of the year. */
  readonly edition: number | null;
  /** Units whose public lines would differ from the current edition; null where there is none. */
  readonly unpublished: number | null;
}

/**
 * Finds the next step of a year's work from how far it has come, and from nothing else: so it can be left at any point and
 * taken up again. The first line that holds:
 *
 * | what there is | next |
 * | --- | --- |
 * | no database | init |
 * | a run of the year and one of a later year in force | done: what is put right now belongs to the later year |
 * | no unit in the scheme | units |
 * | no count of the year: none came in, or their import was undone | volumes |
 * | no run of the year | classify |
 * | a count corrected, new or undone since the newest run, whether it is a draft, in force or published | classify |
 * | a newest run that is not adopted and is not what is in force already | adopt |
 * | an edition of the year, its public lines as they are today: also after a later run that changed no line, and with gaps | done |
 * | else a unit without a desk on record | desks |
 * | else a desk that keeps its unit out of the roster: something missing or wrong, or another tier since | check |
 * | no edition of the year, or lines that differ: a desk set, a unit renamed, merged or ended, a tier that moved | publish |
 */
export function findNextStep(facts: YearFacts | undefined): NextStep {
  if (facts === undefined) return 'init';
  if (facts.runInForce !== null && facts.isPast) return 'done';
  if (facts.units === 0) return 'units';
  if (!facts.hasCounts) return 'volumes';
  if (facts.newestRun === null || facts.countsChanged > 0) return 'classify';
  if (facts.draft !== null) return 'adopt';
  if (facts.edition !== null && facts.unpublished === 0) return 'done';
  if (facts.desksMissing > 0) return 'desks';
  return facts.desksBlocked > 0 ? 'check' : 'publish';
}
