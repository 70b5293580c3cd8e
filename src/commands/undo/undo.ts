import type { Command } from 'commander';
import type { Context } from '../../cli/context.ts';
import { numberOption } from '../../cli/option-values.ts';
import { confirm } from '../../cli/ask/prompts.ts';
import { fillVerb } from '../../cli/verb.ts';
import { planOperationUndo, undoOperation } from '../../operations/undo/undo-operation.ts';
import { effectsJson } from '../../output/import-json.ts';
import { operationUndoView } from '../../output/undo-view.ts';

interface Options {
  readonly dryRun?: boolean;
}

/** Fills the command `undo`. */
export function addUndoCommand(command: Command, context: Context): void {
  const { log: help, shared } = context.text.help;
  fillVerb(command, context, 'undo', 'liaison undo 12 --dry-run', 'liaison undo 12')
    .argument('<number>', help.operation, numberOption('number'))
    .option('--dry-run', shared.dryRun)
    .action((number: number, options: Options) => runUndo(context, number, options));
}

async function runUndo(context: Context, number: number, { dryRun = false }: Options): Promise<void> {
  const session = await context.session('undo');
  const plan = await planOperationUndo(session, number);
  const { effects, parts, appeals, moved, later, nameOf } = plan;
  const say = context.text.views.undo;
  const view = operationUndoView(plan, session.jurisdiction.timeZone, context.text);
  const print = (operation: number | null, line: string): Promise<void> =>
    context.print({
      isPersonal: true,
      json: {
        undoes: number,
        command: plan.operation.command,
        operation,
        dryRun,
        changes: effectsJson(effects, nameOf),
        parts,
        appeals,
        moved,
        later,
      },
      view: [...view, { kind: 'lines', lines: [line] }],
    });
  if (dryRun) {
    await print(null, context.text.views.import.dryRun);
    return;
  }
  if (context.options.yes !== true && context.isInteractive) context.showPlan(view);
  await confirm(context, say.confirm(number));
  const operation = await undoOperation(session, plan);
  await print(operation, say.done(number, operation));
  context.next(`liaison log show ${String(operation)}`);
}
