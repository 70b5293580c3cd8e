import type { Command } from 'commander';
import { AppError } from '../../errors.ts';
import type { Context } from '../../cli/context.ts';
import { addVerb } from '../../cli/verb.ts';
import { setUnit } from '../../operations/unit/change-unit.ts';
import { unitChangesView } from '../../output/unit-view.ts';
import type { UnitOptions } from './unit-options.ts';
import { addUnitOptions } from './unit-options.ts';

interface Options extends UnitOptions {
  readonly inScheme?: boolean;
}

export function addSetCommand(parent: Command, context: Context): void {
  const { help } = context.text;
  const verb = addVerb(
    parent,
    context,
    'unit set',
    'liaison unit set 市公安局 --leader 王某某 --leader-title 局长',
  );
  addUnitOptions(verb.argument('<unit>', help.shared.unit), context)
    .option('--in-scheme', help.unit.inScheme)
    .action((name: string, options: Options) => runSet(context, name, options));
}

async function runSet(context: Context, name: string, options: Options): Promise<void> {
  const { outside, inScheme, ...fields } = options;
  if (outside !== undefined && inScheme === true) {
    throw new AppError('options-conflict', { one: '--outside', other: '--in-scheme' });
  }
  if (Object.keys(options).length === 0) {
    throw new AppError('option-missing', {
      options: ['--leader', '--group', '--sort', '--category', '--outside'],
    });
  }
  const session = await context.session('unit set');
  const outsideReason =
    inScheme === true ? { outsideReason: null } : outside === undefined ? {} : { outsideReason: outside };
  const { unit, changes } = await setUnit(session, { name, fields: { ...fields, ...outsideReason } });
  await context.print({
    json: { code: unit.code, name: unit.name, changes },
    view: unitChangesView(unit, changes, context.text),
  });
}
