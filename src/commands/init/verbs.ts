import type { Declare } from '../declare.ts';
import { addInitCommand } from './init.ts';

/** What fills the command `init`. */
export const verbs: readonly Declare[] = [addInitCommand];
