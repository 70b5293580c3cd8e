import type { Declare } from '../declare.ts';
import { addLogCommand } from './log.ts';
import { addPurgeCommand } from './purge.ts';

/** The verbs of `privacy`, in the order of its help. */
export const verbs: readonly Declare[] = [addLogCommand, addPurgeCommand];
