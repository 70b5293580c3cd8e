import type { Declare } from '../declare.ts';
import { addImportCommand } from './import.ts';
import { addListCommand } from './list.ts';
import { addSetCommand } from './set.ts';

/** The verbs of `office`, in the order of its help. */
export const verbs: readonly Declare[] = [addImportCommand, addListCommand, addSetCommand];
