import type { Declare } from '../declare.ts';
import { addAddCommand } from './add.ts';
import { addListCommand } from './list.ts';
import { addShowCommand } from './show.ts';
import { addSupersedeCommand } from './supersede.ts';

/** The verbs of `ruling`, in the order of its help. */
export const verbs: readonly Declare[] = [addAddCommand, addListCommand, addShowCommand, addSupersedeCommand];
