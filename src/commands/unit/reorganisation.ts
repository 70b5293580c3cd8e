import type { Context, Session } from '../../cli/context.ts';
import { confirm } from '../../cli/ask/prompts.ts';
import type { Unit } from '../../domain/unit.ts';
import type { Reorganisation, mergeUnits } from '../../operations/unit/change-unit.ts';
import { changeAsShown, tryChange } from '../../operations/unit/change-as-shown.ts';
import { reorganisationView } from '../../output/unit-view.ts';

/**
 * Shows what will become of units, asks at a terminal, does it, and prints what is left to do. Without a terminal nothing is asked: it can
 * be undone. With `dryRun` it is shown alone.
 */
export async function runReorganisation(
  context: Context,
  session: Session,
  task: ReturnType<typeof mergeUnits>,
  { dryRun = false }: { readonly dryRun?: boolean | undefined },
): Promise<void> {
  const say = context.text.views.unit;
  const isAsked = context.isInteractive && context.options.yes !== true;
  const shown = dryRun || isAsked ? await tryChange(session, task) : undefined;
  if (dryRun && shown !== undefined) {
    await printReorganisation(context, shown, dryRun);
    return;
  }
  if (isAsked && shown !== undefined) {
    context.showPlan(reorganisationView(shown, context.text));
    await confirm(context, say.confirmReorganisation(shown.ended.map(({ name }) => name)));
  }
  const result = await changeAsShown(session, { task, shown });
  await printReorganisation(context, result, dryRun);
  const [first] = result.waiting;
  if (first !== undefined) {
    context.next(
      `liaison appeal transfer ${first} --to ${result.successors[0]?.code ?? ''} --reason reorganised`,
    );
  }
}

async function printReorganisation(context: Context, result: Reorganisation, dryRun: boolean): Promise<void> {
  const { ended, successors, on, moved, waiting, had } = result;
  const refer = (units: readonly Unit[]) => units.map(({ code, name }) => ({ code, name }));
  const note = dryRun ? [{ kind: 'lines' as const, lines: [context.text.views.import.dryRun] }] : [];
  await context.print({
    json: { ended: refer(ended), successors: refer(successors), on, moved, waiting, had, dryRun },
    view: [...reorganisationView(result, context.text), ...note],
  });
}
