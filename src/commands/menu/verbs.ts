import type { Declare } from '../declare.ts';
import { addMenuCommand } from './menu.ts';

/** What fills the command `menu`. */
export const verbs: readonly Declare[] = [addMenuCommand];
