import type { Declare } from '../declare.ts';
import { addFormCommand } from './form.ts';
import { addImportCommand } from './import.ts';
import { addSetCommand } from './set.ts';
import { addConfirmCommand } from './confirm.ts';
import { addShowCommand } from './show.ts';
import { addListCommand } from './list.ts';
import { addCheckCommand } from './check.ts';

/** The verbs of `desk`, in the order of its help. */
export const verbs: readonly Declare[] = [
  addFormCommand,
  addImportCommand,
  addSetCommand,
  addConfirmCommand,
  addShowCommand,
  addListCommand,
  addCheckCommand,
];
