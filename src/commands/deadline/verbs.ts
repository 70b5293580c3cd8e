import type { Declare } from '../declare.ts';
import { addExplainCommand } from './explain.ts';
import { addImportCommand } from './import.ts';
import { addListCommand } from './list.ts';
import { addShowCommand } from './show.ts';
import { addUseCommand } from './use.ts';

/** The verbs of `deadline`, in the order of its help. */
export const verbs: readonly Declare[] = [
  addListCommand,
  addShowCommand,
  addImportCommand,
  addUseCommand,
  addExplainCommand,
];
