import type { Declare } from '../declare.ts';
import { addStatusCommand } from './status.ts';

/** What fills the command `status`. */
export const verbs: readonly Declare[] = [addStatusCommand];
