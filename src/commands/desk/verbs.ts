import type { Declare } from '../declare.ts';
import { addImportCommand } from './import.ts';
import { addSetCommand } from './set.ts';
import { addShowCommand } from './show.ts';
import { addListCommand } from './list.ts';
import { addCheckCommand } from './check.ts';

/** The verbs of `desk`, in the order of its help. */
export const verbs: readonly Declare[] = [
  addImportCommand,
  addSetCommand,
  addShowCommand,
  addListCommand,
  addCheckCommand,
];
