import type { Declare } from '../declare.ts';
import { addClassifyCommand } from './classify.ts';
import { addOverrideCommand } from './override.ts';
import { addAdoptCommand } from './adopt.ts';
import { addListCommand } from './list.ts';
import { addExplainCommand } from './explain.ts';
import { addCompareCommand } from './compare.ts';
import { addNoticeCommand } from './notice.ts';
import { addSimulateCommand } from './simulate.ts';

/** The verbs of `tier`, in the order of its help. */
export const verbs: readonly Declare[] = [
  addClassifyCommand,
  addOverrideCommand,
  addAdoptCommand,
  addNoticeCommand,
  addListCommand,
  addExplainCommand,
  addCompareCommand,
  addSimulateCommand,
];
