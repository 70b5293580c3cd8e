import type { Declare } from '../declare.ts';
import { addImportCommand } from './import.ts';
import { addListCommand } from './list.ts';
import { addSetCommand } from './set.ts';
import { addTallyCommand } from './tally.ts';

/** The verbs of `volume`, in the order of its help. */
export const verbs: readonly Declare[] = [addImportCommand, addSetCommand, addTallyCommand, addListCommand];
