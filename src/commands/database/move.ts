import type { Command } from 'commander';
import { AppError } from '../../errors.ts';
import type { Context } from '../../cli/context.ts';
import { exitCodes } from '../../cli/exit-codes.ts';
import { textOption } from '../../cli/option-values.ts';
import { addVerb, asksFor } from '../../cli/verb.ts';
import { moveDatabase } from '../../operations/database/move-database.ts';
import { databaseCheckView } from '../../output/database-check-view.ts';
import { isServerAddress } from '../../store/database.ts';

export function addMoveCommand(parent: Command, context: Context): void {
  const { database: help } = context.text.help;
  const verb = addVerb(
    parent,
    context,
    'database move',
    'liaison database move --to postgres://zhang@db.example.gov.cn/city',
    'liaison database move --to city.db --db postgres://zhang@db.example.gov.cn/city',
  )
    .option('--to <database>', help.moveTo, textOption('--to'))
    .action(({ to }: { readonly to?: string }) => runMove(context, to));
  asksFor(verb, { needs: [['--to']] });
}

async function runMove(context: Context, named: string | undefined): Promise<void> {
  if (named === undefined) throw new AppError('option-missing', { options: ['--to'] });
  const to = isServerAddress(named) ? named : context.resolvePath(named);
  const from = await context.store();
  context.host.expectLongWork();
  const { store, tables, rows, check } = await moveDatabase(
    { ...context.work('database move'), store: from },
    { to, opening: context.opening },
  );
  const { path } = store;
  await store.close();
  const say = context.text.views.check;
  if (check.findings.length > 0) context.exitCode = exitCodes.findings;
  await context.print({
    json: { from: from.path, to: path, tables, rows, ...check },
    view: [
      { kind: 'lines', lines: [say.moved({ from: from.path, to: path, tables, rows })] },
      ...(check.findings.length === 0 ? [] : databaseCheckView({ ...check, head: null }, context.text)),
    ],
  });
  context.next(`liaison status --db ${path}`);
}
