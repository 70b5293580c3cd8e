import type { NextStep } from '../../domain/next-step.ts';
import { n } from '../numbers.ts';

/** What commands say of the state of the work. */
export const statusViews = {
  title: (name: string) => `${name}: where the work stands`,
  year: 'year at hand',
  noYear: 'no volumes yet',
  units: 'units',
  unitCounts: (inScheme: number, counted: number) => `in the scheme ${n(inScheme)}, counted ${n(counted)}`,
  run: 'run in force',
  draft: 'draft run',
  noRun: 'none',
  runOf: (number: number, year: number) => `run ${n(number)} of ${n(year)}`,
  desks: 'desks incomplete',
  edition: 'current edition',
  noEdition: 'none',
  editionOf: (number: number, on: string) => `edition ${n(number)} of ${on}`,
  unpublished: 'unpublished changes',
  appeals: 'appeals',
  waiting: (unassigned: number, held: number) =>
    `at the transfer desk ${n(unassigned)}, with units ${n(held)}`,
  /** What adopting takes too where a run is in force already. */
  adoptReason: ' --reason REASON',
  steps: {
    init: 'liaison init',
    units: 'liaison unit import FILE.csv',
    volumes: 'liaison volume import FILE.csv --year YEAR',
    classify: 'liaison tier classify --year YEAR',
    adopt: 'liaison tier adopt RUN --document-no NO',
    desks: 'liaison desk check',
    check: 'liaison desk check',
    publish: 'liaison roster preview',
    done: 'liaison appeal list',
  } satisfies Record<NextStep, string> as Record<NextStep, string>,
};

/** What commands say of the walk through a year. */
export const annualViews = {
  step: (name: string) => `── ${name}`,
  steps: {
    init: 'Create the database',
    units: 'Import the units',
    volumes: 'Import the volumes and settle the names',
    classify: 'Classify',
    adopt: 'Adopt the run',
    desks: 'Collect the desks',
    check: 'Check the desks',
    publish: 'Draft and publish the roster',
    done: 'Done',
  } satisfies Record<NextStep, string> as Record<NextStep, string>,
  done: (year: number, edition: number | null) =>
    edition === null
      ? `A run of a later year is in force; the work of ${n(year)} is done.`
      : `The work of ${n(year)} is done: edition ${n(edition)} is published.`,
  paused: (year: number) => `Go on with: liaison annual ${n(year)}`,
  stopped: (year: number) =>
    `The walk stops here; what was done stays. Go on with: liaison annual ${n(year)}`,
};
