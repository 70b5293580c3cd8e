import type { Declare } from '../declare.ts';
import { addShellCommands } from './shells.ts';

/** The verbs of `completion`: one for each shell. */
export const verbs: readonly Declare[] = [addShellCommands];
