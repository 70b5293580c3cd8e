import type { Command } from 'commander';
import type { Context } from '../../cli/context.ts';
import { dayOption } from '../../cli/option-values.ts';
import { addVerb } from '../../cli/verb.ts';
import { confirmDesks } from '../../operations/roster/set-desk.ts';

interface Options {
  readonly on?: string;
}

export function addConfirmCommand(parent: Command, context: Context): void {
  const { shared, desk: help } = context.text.help;
  addVerb(parent, context, 'desk confirm', 'liaison desk confirm 市公安局 市教育局 --on 2022-06-30')
    .argument('<units...>', help.units)
    .option('--on <day>', shared.date, dayOption('--on', context))
    .action((units: string[], options: Options) => runConfirm(context, units, options));
}

async function runConfirm(context: Context, names: readonly string[], options: Options): Promise<void> {
  const { units, on } = await confirmDesks(await context.session('desk confirm'), { names, on: options.on });
  await context.print({
    json: { on, units: units.map(({ code, name }) => ({ code, name })) },
    view: [{ kind: 'lines', lines: [context.text.views.desk.confirmed(units.length, on)] }],
  });
  context.next(context.text.views.status.steps.desks);
}
