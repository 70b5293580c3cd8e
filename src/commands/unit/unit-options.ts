import type { Command } from 'commander';
import type { Context } from '../../cli/context.ts';
import { nameOption, numberOption, textOption, wordOption } from '../../cli/option-values.ts';
import type { Category } from '../../domain/unit.ts';
import { categoryWords } from '../../domain/input-words.ts';

/** What can be said of a unit beside its name and code. */
export interface UnitOptions {
  readonly shortName?: string;
  readonly category?: Category;
  readonly group?: string;
  readonly sort?: number;
  readonly parent?: string;
  readonly leader?: string;
  readonly leaderTitle?: string;
  readonly officeLimit?: number;
  readonly outside?: string;
}

/** Declares what can be said of a unit beside its name and code. */
export function addUnitOptions(verb: Command, context: Context): Command {
  const { unit: help } = context.text.help;
  return verb
    .option('--short-name <name>', help.shortName, nameOption('--short-name'))
    .option('--category <category>', help.category, wordOption('--category', categoryWords))
    .option('--group <group>', help.group, nameOption('--group'))
    .option('--sort <number>', help.sort, numberOption('--sort'))
    .option('--parent <unit>', help.parent, textOption('--parent'))
    .option('--leader <name>', help.leader, nameOption('--leader'))
    .option('--leader-title <title>', help.leaderTitle, nameOption('--leader-title'))
    .option('--office-limit <number>', help.officeLimit, numberOption('--office-limit'))
    .option('--outside <reason>', help.outside, textOption('--outside'));
}
