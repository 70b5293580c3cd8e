import type { Command } from 'commander';
import { AppError } from '../../errors.ts';
import { askPassphrase } from '../../cli/ask/passphrase.ts';
import type { Context } from '../../cli/context.ts';
import { exitCodes } from '../../cli/exit-codes.ts';
import { numberOption, textOption } from '../../cli/option-values.ts';
import { addVerb, asksFor } from '../../cli/verb.ts';
import { backUp } from '../../operations/database/copy-database.ts';
import { databaseCheckView } from '../../output/database-check-view.ts';

interface BackupOptions {
  readonly to?: string;
  readonly keep?: number;
  readonly encrypt?: boolean;
  readonly passphraseFile?: string;
}

export function addBackupCommand(parent: Command, context: Context): void {
  const { database: help } = context.text.help;
  const verb = addVerb(
    parent,
    context,
    'database backup',
    'liaison database backup liaison-2022-02-08.db',
    'liaison database backup --to /media/stick --keep 30 --encrypt',
  )
    .argument('[file]', help.backupFile)
    .option('--to <folder>', help.backupTo, textOption('--to'))
    .option('--keep <number>', help.backupKeep, numberOption('--keep'))
    .option('--encrypt', help.backupEncrypt)
    .option('--passphrase-file <file>', help.passphraseFile, textOption('--passphrase-file'))
    .action((file: string | undefined, options: BackupOptions) => runBackup(context, file, options));
  asksFor(verb, { needs: [['file', '--to']] });
}

async function runBackup(
  context: Context,
  file: string | undefined,
  { to: folder, keep, encrypt, passphraseFile }: BackupOptions,
): Promise<void> {
  if (file !== undefined && folder !== undefined)
    throw new AppError('options-conflict', { one: file, other: '--to' });
  if (keep !== undefined && folder === undefined) throw new AppError('option-missing', { options: ['--to'] });
  if (passphraseFile !== undefined && encrypt !== true)
    throw new AppError('option-missing', { options: ['--encrypt'] });
  const store = await context.store();
  const passphrase =
    encrypt === true ? await askPassphrase(context, { file: passphraseFile, isNew: true }) : undefined;
  const to = placeOf(context, file, folder, keep);
  const { path, check, removed, notRemoved, isRecorded } = await backUp(
    { ...context.work('database backup'), store },
    { to, maker: context.host, passphrase },
  );
  if (!isRecorded) context.note('database backup');
  const say = context.text.views.check;
  const count = check.findings.length;
  if (count > 0) context.exitCode = exitCodes.findings;
  await context.print({
    json: { file: path, encrypted: passphrase !== undefined, removed, notRemoved, ...check },
    view: [
      { kind: 'lines', lines: [count === 0 ? say.backedUp(path) : say.backedUpUnsound(path, count)] },
      { kind: 'lines', lines: removed.map((name) => say.removed(name)) },
      {
        kind: 'lines',
        lines: notRemoved.map((name) => ({ text: say.notRemoved(name), tone: 'warning' as const })),
      },
      ...(count === 0 ? [] : databaseCheckView({ ...check, head: null }, context.text)),
    ],
  });
}

/** Where the backup goes. Errors: `option-missing` where nothing says it. */
function placeOf(
  context: Context,
  file: string | undefined,
  folder: string | undefined,
  keep: number | undefined,
): { readonly file: string } | { readonly folder: string; readonly keep?: number | undefined } {
  if (folder !== undefined) return { folder: context.resolvePath(folder), keep };
  if (file === undefined) throw new AppError('option-missing', { options: ['--to'] });
  return { file: context.resolvePath(file) };
}
