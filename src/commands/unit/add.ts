import type { Command } from 'commander';
import type { Context } from '../../cli/context.ts';
import { numberOption, textOption, wordOption } from '../../cli/option-values.ts';
import { addVerb } from '../../cli/verb.ts';
import type { Category } from '../../domain/unit.ts';
import { categoryWords } from '../../domain/words.ts';
import { addUnit } from '../../operations/add-unit.ts';

interface Options {
  readonly code?: string;
  readonly shortName?: string;
  readonly category?: Category;
  readonly group?: string;
  readonly sort?: number;
  readonly leader?: string;
  readonly leaderTitle?: string;
  readonly officeLimit?: number;
  readonly outside?: string;
}

export function addAddCommand(parent: Command, context: Context): void {
  const { unit: help } = context.text.help;
  addVerb(parent, context, 'unit add', 'liaison unit add 市信访局 --group 党委部门')
    .argument('<name>', help.name, textOption('name'))
    .option('--code <code>', help.code, textOption('--code'))
    .option('--short-name <name>', help.shortName, textOption('--short-name'))
    .option('--category <category>', help.category, wordOption('--category', categoryWords))
    .option('--group <group>', help.group, textOption('--group'))
    .option('--sort <number>', help.sort, numberOption('--sort'))
    .option('--leader <name>', help.leader, textOption('--leader'))
    .option('--leader-title <title>', help.leaderTitle, textOption('--leader-title'))
    .option('--office-limit <number>', help.officeLimit, numberOption('--office-limit'))
    .option('--outside <reason>', help.outside, textOption('--outside'))
    .action((name: string, options: Options) => runAdd(context, name, options));
}

async function runAdd(context: Context, name: string, { outside, ...fields }: Options): Promise<void> {
  const session = await context.session('unit add');
  const unit = await addUnit(session, { ...fields, name, outsideReason: outside });
  await context.print({
    json: unit,
    view: [{ kind: 'lines', lines: [context.text.views.unit.added(unit.code, unit.name)] }],
  });
  context.next(`liaison unit show ${unit.code}`);
}
