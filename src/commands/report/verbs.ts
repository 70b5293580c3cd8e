import type { Declare } from '../declare.ts';
import { addBulletinCommands } from './bulletin.ts';
import { addCirclesCommand } from './circles.ts';
import { addYearCommand } from './year.ts';
import {
  addChannelsCommand,
  addClocksCommand,
  addMattersCommand,
  addSatisfactionCommand,
  addSeriesCommand,
  addSummaryCommand,
  addUnitsCommand,
} from './figure-verbs.ts';
import { addVerifyCommand } from './verify.ts';
import { addOpenCommand } from './open.ts';
import { addOverviewCommand } from './overview.ts';

/** The verbs of `report`, in the order of its help. */
export const verbs: readonly Declare[] = [
  addSummaryCommand,
  addUnitsCommand,
  addMattersCommand,
  addSeriesCommand,
  addChannelsCommand,
  addClocksCommand,
  addSatisfactionCommand,
  addCirclesCommand,
  addBulletinCommands,
  addVerifyCommand,
  addOverviewCommand,
  addOpenCommand,
  addYearCommand,
];
