import { restore } from '../../operations/database/copy-database.ts';
import type { Command } from 'commander';
import type { Context } from '../../cli/context.ts';
import { addVerb } from '../../cli/verb.ts';

export function addRestoreCommand(parent: Command, context: Context): void {
  addVerb(
    parent,
    context,
    'database restore',
    'liaison database restore liaison-2022-02-08.db --db restored.db',
  )
    .argument('<file>', context.text.help.database.restoreFile)
    .action((file: string) => runRestore(context, file));
}

/** Restores into the database that `--db` names, which must not be there yet. */
async function runRestore(context: Context, file: string): Promise<void> {
  const { path, check } = await restore(context.resolvePath(file), context.databasePath, context.host);
  context.note('database restore');
  await context.print({
    json: { file: path, ...check },
    view: [{ kind: 'lines', lines: [context.text.views.check.restored(path)] }],
  });
  context.next(`liaison status --db ${path}`);
}
