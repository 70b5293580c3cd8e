import type { Command } from 'commander';
import type { Context } from '../cli/context.ts';

/** Declares a verb below its noun, or fills a noun that has no verbs. */
export type Declare = (command: Command, context: Context) => void;
