import type { Context } from '../../cli/context.ts';
import type { Unit } from '../../domain/unit.ts';
import type { Reorganisation } from '../../operations/unit/change-unit.ts';
import { reorganisationView } from '../../output/unit-view.ts';

/** Prints what became of units, and what is left to do. */
export async function printReorganisation(context: Context, result: Reorganisation): Promise<void> {
  const { ended, successors, on, moved, waiting } = result;
  const refer = (units: readonly Unit[]) => units.map(({ code, name }) => ({ code, name }));
  await context.print({
    json: { ended: refer(ended), successors: refer(successors), on, moved, waiting },
    view: reorganisationView(result, context.text),
  });
  const [first] = waiting;
  if (first !== undefined) {
    context.next(`liaison appeal transfer ${first} --to ${successors[0]?.code ?? ''} --reason reorganised`);
  }
}
