import type { Declare } from '../declare.ts';
import { addPreviewCommand } from './preview.ts';
import { addPublishCommand } from './publish.ts';
import { addListCommand } from './list.ts';
import { addPrintCommand } from './print.ts';

/** The verbs of `roster`, in the order of its help. */
export const verbs: readonly Declare[] = [
  addPreviewCommand,
  addPublishCommand,
  addListCommand,
  addPrintCommand,
];
