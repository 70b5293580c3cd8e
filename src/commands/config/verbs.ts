import type { Declare } from '../declare.ts';
import { addListCommand } from './list.ts';

/** The verbs of `config`, in the order of its help. */
export const verbs: readonly Declare[] = [addListCommand];
