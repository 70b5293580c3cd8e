import type { Declare } from '../declare.ts';
import { addInfoCommand } from './info.ts';

/** The verbs of `database`, in the order of its help. */
export const verbs: readonly Declare[] = [addInfoCommand];
