import type { Declare } from '../declare.ts';
import { addUndoCommand } from './undo.ts';

/** What fills the command `undo`. */
export const verbs: readonly Declare[] = [addUndoCommand];
