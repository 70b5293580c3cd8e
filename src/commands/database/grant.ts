import type { Command } from 'commander';
import { AppError } from '../../errors.ts';
import type { Context } from '../../cli/context.ts';
import { wordOption } from '../../cli/option-values.ts';
import { addVerb } from '../../cli/verb.ts';
import { rightsWords } from '../../domain/input-words.ts';
import { grantRights, listRights } from '../../operations/database/grant-rights.ts';
import { rightsView } from '../../output/database-view.ts';

type Level = keyof typeof rightsWords;

export function addGrantCommand(parent: Command, context: Context): void {
  const { database: help } = context.text.help;
  addVerb(
    parent,
    context,
    'database grant',
    'liaison database grant wang clerk --db postgres://zhang@db.example.gov.cn/city',
    'liaison database grant --db postgres://zhang@db.example.gov.cn/city',
  )
    .argument('[role]', help.grantRole)
    .argument('[level]', help.grantLevel, wordOption('level', rightsWords))
    .action((role: string | undefined, level: Level | undefined) => runGrant(context, role, level));
}

async function runGrant(context: Context, role: string | undefined, level: Level | undefined): Promise<void> {
  if (role !== undefined && level === undefined)
    throw new AppError('argument-missing', { argument: 'level' });
  const store = await context.store();
  if (role !== undefined && level !== undefined)
    await grantRights({ ...context.work('database grant'), store }, { role, level });
  const granted = await listRights(store);
  await context.print({ json: granted, view: rightsView(granted, context.text) });
}
