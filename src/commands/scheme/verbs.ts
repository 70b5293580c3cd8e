import type { Declare } from '../declare.ts';
import { addListCommand } from './list.ts';
import { addShowCommand } from './show.ts';
import { addNewCommand } from './new.ts';
import { addImportCommand } from './import.ts';
import { addUseCommand } from './use.ts';

/** The verbs of `scheme`, in the order of its help. */
export const verbs: readonly Declare[] = [
  addListCommand,
  addShowCommand,
  addNewCommand,
  addImportCommand,
  addUseCommand,
];
