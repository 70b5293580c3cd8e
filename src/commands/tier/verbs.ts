import type { Declare } from '../declare.ts';
import { addClassifyCommand } from './classify.ts';
import { addAdoptCommand } from './adopt.ts';
import { addListCommand } from './list.ts';
import { addExplainCommand } from './explain.ts';

/** The verbs of `tier`, in the order of its help. */
export const verbs: readonly Declare[] = [
  addClassifyCommand,
  addAdoptCommand,
  addListCommand,
  addExplainCommand,
];
