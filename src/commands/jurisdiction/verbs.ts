import type { Declare } from '../declare.ts';
import { addAddCommand } from './add.ts';
import { addListCommand } from './list.ts';
import { addShowCommand } from './show.ts';
import { addSetCommand } from './set.ts';
import { addUseCommand } from './use.ts';

/** The verbs of `jurisdiction`, in the order of its help. */
export const verbs: readonly Declare[] = [
  addAddCommand,
  addListCommand,
  addShowCommand,
  addSetCommand,
  addUseCommand,
];
