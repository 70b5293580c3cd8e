import type { Command } from 'commander';
import type { Context } from '../../cli/context.ts';
import { numberOption } from '../../cli/option-values.ts';
import { withProgress } from '../../cli/progress.ts';
import { askYes, confirm } from '../../cli/ask/prompts.ts';
import { addVerb } from '../../cli/verb.ts';
import type { UndoPlan } from '../../operations/undo/undo-import.ts';
import { planUndo, undoImport } from '../../operations/undo/undo-import.ts';
import { undoPlanView } from '../../output/batch-view.ts';
import { effectsJson } from '../../output/import-json.ts';

interface Options {
  readonly dryRun?: boolean;
  readonly keepNames?: boolean;
}

export function addUndoCommand(parent: Command, context: Context): void {
  const { shared } = context.text.help;
  addVerb(parent, context, 'import undo', 'liaison import undo 2', 'liaison import undo 2 --dry-run')
    .argument('<number>', shared.batch, numberOption('number'))
    .option('--dry-run', shared.dryRun)
    .option('--keep-names', shared.keepNames)
    .action((number: number, options: Options) => runUndo(context, number, options));
}

async function runUndo(context: Context, number: number, options: Options): Promise<void> {
  const session = await context.session('import undo');
  const say = context.text.views.import;
  const { db } = session.store;
  const whole = await planUndo(db, session.jurisdiction, number, { keepsNames: options.keepNames === true });
  const keepsNames = await asksToKeepNames(context, whole, options);
  const plan = keepsNames ? await planUndo(db, session.jurisdiction, number, { keepsNames }) : whole;
  const view = undoPlanView(plan, context.text);
  const { effects, kept, runs, voided, takenBack, nameOf } = plan;
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
        keptNames: plan.keptNames,
        voided,
        takenBack: takenBack.map((one) => one.number),
      },
      view: [...view, { kind: 'lines', lines: [line] }],
    });
  if (options.dryRun === true) {
    await print(null, say.dryRun);
    return;
  }
  if (context.options.yes !== true && context.isInteractive) context.showPlan(view);
  await confirm(context, say.confirmUndo(effects.length + voided.length + takenBack.length));
  const batch = await withProgress(context, (tick) => undoImport(session, { shown: plan, tick }));
  await print(batch, say.undone(number, batch));
}

/** Whether names that were settled with the counts are to stay; at a terminal a person is asked. */
async function asksToKeepNames(context: Context, plan: UndoPlan, options: Options): Promise<boolean> {
  const { names = 0 } = plan.batch.summary;
  if (options.keepNames === true || names === 0 || options.dryRun === true || !context.isInteractive)
    return false;
  return askYes(context, context.text.views.import.askKeepNames(names));
}
