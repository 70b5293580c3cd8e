import type { Declare } from '../declare.ts';
import { addBackupCommand } from './backup.ts';
import { addCheckCommand } from './check.ts';
import { addExportCommand } from './export.ts';
import { addGrantCommand } from './grant.ts';
import { addMoveCommand } from './move.ts';
import { addRestoreCommand } from './restore.ts';
import { addInfoCommand } from './info.ts';

/** The verbs of `database`, in the order of its help. */
export const verbs: readonly Declare[] = [
  addInfoCommand,
  addCheckCommand,
  addBackupCommand,
  addRestoreCommand,
  addMoveCommand,
  addGrantCommand,
  addExportCommand,
];
