import { backUp } from '../../operations/database/copy-database.ts';
import type { Command } from 'commander';
import type { Context } from '../../cli/context.ts';
import { exitCodes } from '../../cli/exit-codes.ts';
import { addVerb } from '../../cli/verb.ts';
import { databaseCheckView } from '../../output/database-check-view.ts';

export function addBackupCommand(parent: Command, context: Context): void {
  addVerb(parent, context, 'database backup', 'liaison database backup liaison-2022-02-08.db')
    .argument('<file>', context.text.help.database.backupFile)
    .action((file: string) => runBackup(context, file));
}

async function runBackup(context: Context, file: string): Promise<void> {
  const { path, check } = await backUp(await context.store(), context.resolvePath(file), context.host);
  context.note('database backup');
  const say = context.text.views.check;
  const count = check.findings.length;
  if (count > 0) context.exitCode = exitCodes.findings;
  await context.print({
    json: { file: path, ...check },
    view: [
      { kind: 'lines', lines: [count === 0 ? say.backedUp(path) : say.backedUpUnsound(path, count)] },
      ...(count === 0 ? [] : databaseCheckView({ ...check, head: null }, context.text)),
    ],
  });
}
