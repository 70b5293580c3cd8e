import type { Command } from 'commander';
import { AppError } from '../../errors.ts';
import type { Context } from '../../cli/context.ts';
import { dayOption, nameOption } from '../../cli/option-values.ts';
import { addVerb } from '../../cli/verb.ts';
import { setOffice } from '../../operations/unit/change-offices.ts';

interface Options {
  readonly withdrawnOn?: string;
  readonly inForce?: boolean;
}

export function addSetCommand(parent: Command, context: Context): void {
  const { shared, office: help } = context.text.help;
  addVerb(
    parent,
    context,
    'office set',
    'liaison office set 市公安局 综治科 --withdrawn-on 2022-01-18',
    'liaison office set 市公安局 群众工作科',
  )
    .argument('<unit>', shared.unit)
    .argument('<office>', help.office, nameOption('office'))
    .option('--withdrawn-on <day>', help.withdrawnOn, dayOption('--withdrawn-on', context))
    .option('--in-force', help.inForce)
    .action((unit: string, office: string, options: Options) => runSet(context, unit, office, options));
}

async function runSet(context: Context, name: string, office: string, options: Options): Promise<void> {
  const { withdrawnOn, inForce } = options;
  if (withdrawnOn !== undefined && inForce === true) {
    throw new AppError('options-conflict', { one: '--withdrawn-on', other: '--in-force' });
  }
  const session = await context.session('office set');
  const state = inForce === true ? null : withdrawnOn;
  const { unit, after } = await setOffice(session, { unit: name, office, withdrawnOn: state });
  const say = context.text.views.office;
  const shown = after.withdrawnOn === null ? say.inForce : say.withdrawn(after.withdrawnOn);
  await context.print({
    json: { code: unit.code, unit: unit.name, office: after.name, withdrawnOn: after.withdrawnOn },
    view: [{ kind: 'lines', lines: [say.set(unit.name, after.name, shown)] }],
  });
  context.next(context.text.views.status.steps.desks);
}
