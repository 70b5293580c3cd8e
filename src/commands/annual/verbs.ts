import type { Declare } from '../declare.ts';
import { addAnnualCommand } from './annual.ts';

/** What fills the command `annual`. */
export const verbs: readonly Declare[] = [addAnnualCommand];
