import type { Command } from 'commander';
import type { Context } from '../../cli/context.ts';
import { readInputFile } from '../../cli/files.ts';
import { addVerb } from '../../cli/verb.ts';
import { importScheme } from '../../operations/tier/change-scheme.ts';
import { printNewScheme } from './print-new-scheme.ts';

export function addImportCommand(parent: Command, context: Context): void {
  addVerb(parent, context, 'scheme import', 'liaison scheme import scheme.json')
    .argument('<file>', context.text.help.scheme.file)
    .action((file: string) => runImport(context, file));
}

async function runImport(context: Context, file: string): Promise<void> {
  const source = await readInputFile(context, file);
  const session = await context.session('scheme import');
  await printNewScheme(context, session.jurisdiction, await importScheme(session, source));
}
