import type { Declare } from '../declare.ts';
import { addImportCommand } from './import.ts';
import { addAddCommand } from './add.ts';
import { addListCommand } from './list.ts';
import { addShowCommand } from './show.ts';
import { addAliasCommand } from './alias.ts';
import { addSetCommand } from './set.ts';
import { addMoveCommand } from './move.ts';
import { addRenameCommand } from './rename.ts';
import { addMergeCommand } from './merge.ts';
import { addSplitCommand } from './split.ts';
import { addRetireCommand } from './retire.ts';

/** The verbs of `unit`, in the order of its help. */
export const verbs: readonly Declare[] = [
  addImportCommand,
  addAddCommand,
  addListCommand,
  addShowCommand,
  addAliasCommand,
  addSetCommand,
  addMoveCommand,
  addRenameCommand,
  addMergeCommand,
  addSplitCommand,
  addRetireCommand,
];
