import { restore } from '../../operations/database/copy-database.ts';
import { isLocked } from '../../store/copies.ts';
import type { Command } from 'commander';
import { AppError } from '../../errors.ts';
import { askPassphrase } from '../../cli/ask/passphrase.ts';
import type { Context } from '../../cli/context.ts';
import { textOption } from '../../cli/option-values.ts';
import { addVerb } from '../../cli/verb.ts';

export function addRestoreCommand(parent: Command, context: Context): void {
  const { database: help } = context.text.help;
  addVerb(
    parent,
    context,
    'database restore',
    'liaison database restore liaison-2022-02-08.db --db restored.db',
  )
    .argument('<file>', help.restoreFile)
    .option('--passphrase-file <file>', help.passphraseFile, textOption('--passphrase-file'))
    .action((file: string, { passphraseFile }: { readonly passphraseFile?: string }) =>
      runRestore(context, file, passphraseFile),
    );
}

/** Restores into the database that `--db` names, which must not be there yet. */
async function runRestore(context: Context, file: string, passphraseFile: string | undefined): Promise<void> {
  const backup = context.resolvePath(file);
  let passphrase: string | undefined;
  if (isLocked(backup)) {
    if (passphraseFile === undefined && !context.isInteractive) throw new AppError('backup-locked', { file });
    passphrase = await askPassphrase(context, { file: passphraseFile, isNew: false });
  }
  const { path, check } = await restore(backup, context.databasePath, {
    ...{ maker: context.host, passphrase },
    allowsNetwork: context.opening.allowsNetwork === true,
  });
  context.note('database restore');
  await context.print({
    json: { file: path, ...check },
    view: [{ kind: 'lines', lines: [context.text.views.check.restored(path)] }],
  });
  context.next(`liaison status --db ${path}`);
}
