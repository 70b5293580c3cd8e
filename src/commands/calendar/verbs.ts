import type { Declare } from '../declare.ts';
import { addImportCommand } from './import.ts';
import { addListCommand } from './list.ts';

/** The verbs of `calendar`, in the order of its help. */
export const verbs: readonly Declare[] = [addImportCommand, addListCommand];
