import type { Declare } from '../declare.ts';
import { addListCommand } from './list.ts';
import { addShowCommand } from './show.ts';
import { addUndoCommand } from './undo.ts';

/** The verbs of `import`, in the order of its help. */
export const verbs: readonly Declare[] = [addListCommand, addShowCommand, addUndoCommand];
