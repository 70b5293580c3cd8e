import type { Command } from 'commander';
import type { Context } from '../../cli/context.ts';
import { writeWholeFolder } from '../../cli/files.ts';
import { textOption } from '../../cli/option-values.ts';
import { addVerb } from '../../cli/verb.ts';
import { exportDatabase } from '../../operations/database/export-database.ts';
import { writeCsvPieces } from '../../output/csv.ts';

export function addExportCommand(parent: Command, context: Context): void {
  const { database: help } = context.text.help;
  addVerb(
    parent,
    context,
    'database export',
    'liaison database export everything --reason "handing the register over"',
  )
    .argument('<folder>', help.exportFolder)
    .requiredOption('--reason <text>', help.exportReason, textOption('--reason'))
    .action((folder: string, { reason }: { readonly reason: string }) => runExport(context, folder, reason));
}

async function runExport(context: Context, folder: string, reason: string): Promise<void> {
  const store = await context.store();
  const say = context.text.views.export;
  context.host.expectLongWork();
  const work = { ...context.work('database export'), store };
  // That the folder can be written is known before anything is put on record.
  const tables = await writeWholeFolder(context, folder, (write) =>
    exportDatabase(work, {
      reason,
      write: async (all) => {
        const counts: { table: string; rows: number; columns: readonly string[] }[] = [];
        for await (const { name, columns, rows } of all) {
          let count = 0;
          const counted = async function* (): AsyncGenerator<readonly unknown[]> {
            for await (const row of rows) {
              count += 1;
              yield row;
            }
          };
          await write(`${name}.csv`, writeCsvPieces(columns, counted()));
          counts.push({ table: name, rows: count, columns });
        }
        await write('README.txt', [
          say.readme({ path: store.path, schema: store.schema, at: context.now, tables: counts }),
        ]);
        return counts;
      },
    }),
  );
  await context.print({
    json: { folder: context.resolvePath(folder), tables: tables.map(({ table, rows }) => ({ table, rows })) },
    view: [{ kind: 'lines', lines: [say.exported(folder, tables.length)] }],
  });
}
