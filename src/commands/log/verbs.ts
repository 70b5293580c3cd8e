import type { Declare } from '../declare.ts';
import { addListCommand } from './list.ts';
import { addShowCommand } from './show.ts';

/** The verbs of `log`, in the order of its help. */
export const verbs: readonly Declare[] = [addListCommand, addShowCommand];
