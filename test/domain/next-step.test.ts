import { describe, expect, it } from 'vitest';
import type { NextStep, YearFacts } from '../../src/domain/next-step.ts';
import { findNextStep, nextSteps } from '../../src/domain/next-step.ts';

/** A year whose work is done: run 1 in force, its roster published as edition 1. */
const done: YearFacts = {
  units: 34,
  hasCounts: true,
  newestRun: 1,
  countsChanged: 0,
  draft: null,
  runInForce: 1,
  isPast: false,
  desksMissing: 0,
  desksBlocked: 0,
  edition: 1,
  unpublished: 0,
};
const notAdopted = { draft: 1, runInForce: null, edition: null, unpublished: null };

describe('the next step of a year', () => {
  it.each<[string, Partial<YearFacts>, NextStep]>([
    ['all done', {}, 'done'],
    ['no units', { units: 0, hasCounts: false, newestRun: null }, 'units'],
    ['no counts', { hasCounts: false, newestRun: null, ...notAdopted, draft: null }, 'volumes'],
    ['all counts undone after adoption', { hasCounts: false, countsChanged: 34 }, 'volumes'],
    ['no run', { newestRun: null, ...notAdopted, draft: null }, 'classify'],
    ['a draft', notAdopted, 'adopt'],
    ['a draft whose counts were corrected', { ...notAdopted, countsChanged: 1 }, 'classify'],
    ['a count corrected after publication', { countsChanged: 1 }, 'classify'],
    ['a draft after publication', { newestRun: 2, draft: 2 }, 'adopt'],
    ['a draft, and changes of desks', { newestRun: 2, draft: 2, desksBlocked: 1, unpublished: 1 }, 'adopt'],
    ['a later run in force that changes no line', { newestRun: 2, runInForce: 2 }, 'done'],
    ['adopted', { desksMissing: 34, desksBlocked: 34, edition: null, unpublished: null }, 'desks'],
    ['some desks missing, others wrong', { desksMissing: 1, desksBlocked: 3, edition: null }, 'desks'],
    ['desks wrong', { desksBlocked: 3, edition: null, unpublished: null }, 'check'],
    ['desks as they should be', { edition: null, unpublished: null }, 'publish'],
    ['desks as they should be, like the year before', { edition: null, unpublished: 0 }, 'publish'],
    ['published with gaps', { desksMissing: 1, desksBlocked: 2 }, 'done'],
    ['published with gaps, one mended', { desksBlocked: 1, unpublished: 1 }, 'check'],
    ['a line that differs', { unpublished: 1 }, 'publish'],
    ['a later year in force', { isPast: true, countsChanged: 1, unpublished: 3, desksBlocked: 1 }, 'done'],
    ['a later year in force, none of its own', { isPast: true, ...notAdopted }, 'adopt'],
  ])('%s', (_what, facts, step) => {
    expect(findNextStep({ ...done, ...facts })).toBe(step);
  });

  it('is the first without a database', () => {
    expect(findNextStep(undefined)).toBe(nextSteps[0]);
  });
});
