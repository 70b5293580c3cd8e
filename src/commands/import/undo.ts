import type { Command } from 'commander';
import type { Context } from '../../cli/context.ts';
import { numberOption } from '../../cli/option-values.ts';
import { confirm } from '../../cli/prompts.ts';
import { addVerb } from '../../cli/verb.ts';
import { planUndo, undoImport } from '../../operations/import/undo-import.ts';
import { undoPlanView } from '../../output/batch-view.ts';
import { effectsJson } from '../../output/import-json.ts';

export function addUndoCommand(parent: Command, context: Context): void {
  const { shared } = context.text.help;
  addVerb(parent, context, 'import undo', 'liaison import undo 2', 'liaison import undo 2 --dry-run')
    .argument('<number>', shared.batch, numberOption('number'))
    .option('--dry-run', shared.dryRun)
    .action((number: number, options: { dryRun?: boolean }) => runUndo(context, number, options));
}

async function runUndo(context: Context, number: number, options: { dryRun?: boolean }): Promise<void> {
  const session = await context.session('import undo');
  const say = context.text.views.import;
  const plan = await planUndo(session.store.db, session.jurisdiction, number);
  const view = undoPlanView(plan, context.text);
  const { effects, kept, runs, nameOf } = plan;
  const print = (batch: number | null, line: string): Promise<void> =>
    context.print({
      isPersonal: true,
      json: {
        undoes: number,
        batch,
        dryRun: options.dryRun === true,
        changes: effectsJson(effects, nameOf),
        kept: effectsJson(kept, nameOf),
        runs,
      },
      view: [...view, { kind: 'lines', lines: [line] }],
    });
  if (options.dryRun === true) {
    await print(null, say.dryRun);
    return;
  }
  if (context.options.yes !== true && context.isInteractive) context.showPlan(view);
  await confirm(context, say.confirmUndo(effects.length));
  const batch = await undoImport(session, plan);
  await print(batch, say.undone(number, batch));
}
