import type { Command } from 'commander';
import type { Context } from '../../cli/context.ts';
import { severalOption, textOption } from '../../cli/option-values.ts';
import type { RulingDetails } from '../../operations/appeal/rulings.ts';
import { rulingJson } from '../../output/ruling-json.ts';
import { rulingView } from '../../output/ruling-view.ts';

/** What every command says that rules for a matter. */
export interface RulingOptions {
  readonly lead: string;
  readonly basis: string;
  readonly assist: readonly string[];
}

/** Declares who leads, on which basis, who assists. */
export function addRulingOptions(verb: Command, context: Context): Command {
  const { appeal: help } = context.text.help;
  return verb
    .requiredOption('--lead <unit>', help.lead, textOption('--lead'))
    .requiredOption('--basis <text>', help.basis, textOption('--basis'))
    .option('--assist <unit>', help.assist, severalOption('--assist'), []);
}

/** Prints a ruling with the appeals that cite it. */
export async function printRuling(
  context: Context,
  details: RulingDetails,
  citing: readonly { readonly number: string; readonly state: string; readonly outcome: string | null }[],
): Promise<void> {
  await context.print({
    json: { ...rulingJson(details), appeals: citing },
    view: rulingView(details, citing, context.text),
  });
}
