import type { Declare } from '../declare.ts';
import { addCirclesCommand } from './circles.ts';
import { addVerifyCommand } from './verify.ts';

/** The verbs of `report`, in the order of its help. */
export const verbs: readonly Declare[] = [addCirclesCommand, addVerifyCommand];
