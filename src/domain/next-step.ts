/** The next useful thing to do in the year's work. */
export type NextStep =
  'import-units' | 'import-volumes' | 'classify' | 'adopt' | 'desks' | 'publish' | 'queue';

/** Finds what comes next: the first step of the year's work that is not done. */
export function findNextStep(status: {
  readonly units: number;
  readonly year: number | null;
  readonly hasDraft: boolean;
  readonly runYear: number | null;
  readonly desksIncomplete: number;
  readonly hasEdition: boolean;
  readonly unpublished: number;
}): NextStep {
  if (status.units === 0) return 'import-units';
  if (status.year === null) return 'import-volumes';
  if (status.hasDraft) return 'adopt';
  if (status.runYear === null || status.runYear < status.year) return 'classify';
  if (status.desksIncomplete > 0) return 'desks';
  return !status.hasEdition || status.unpublished > 0 ? 'publish' : 'queue';
}
