import type { Declare } from '../declare.ts';
import { addAddCommand } from './add.ts';
import { addCloseCommand } from './close.ts';
import { addListCommand } from './list.ts';
import { addShowCommand } from './show.ts';

/** The verbs of `study`, in the order of its help. */
export const verbs: readonly Declare[] = [addAddCommand, addCloseCommand, addListCommand, addShowCommand];
