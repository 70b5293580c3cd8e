import type { Declare } from '../declare.ts';
import { addPreviewCommand } from './preview.ts';
import { addPublishCommand } from './publish.ts';
import { addListCommand } from './list.ts';
import { addShowCommand } from './show.ts';
import { addPrintCommand } from './print.ts';
import { addDiffCommand } from './diff.ts';
import { addFindCommand } from './find.ts';
import { addTemplateCommands } from './template.ts';

/** The verbs of `roster`, in the order of its help. */
export const verbs: readonly Declare[] = [
  addPreviewCommand,
  addPublishCommand,
  addListCommand,
  addShowCommand,
  addPrintCommand,
  addDiffCommand,
  addFindCommand,
  addTemplateCommands,
];
