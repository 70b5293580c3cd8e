import type { Command } from 'commander';
import type { Context } from '../../cli/context.ts';
import { yearOption } from '../../cli/option-values.ts';
import { addVerb } from '../../cli/verb.ts';
import { takeScheme } from '../../operations/tier/change-scheme.ts';

interface Options {
  readonly from?: number;
}

export function addUseCommand(parent: Command, context: Context): void {
  const { scheme: help } = context.text.help;
  addVerb(
    parent,
    context,
    'scheme use',
    'liaison scheme use dz-2022',
    'liaison scheme use dz-2022 --from 2023',
  )
    .argument('<code>', help.code)
    .option('--from <year>', help.useFrom, yearOption('--from'))
    .action((code: string, options: Options) => runUse(context, code, options));
}

async function runUse(context: Context, code: string, { from }: Options): Promise<void> {
  const session = await context.session('scheme use');
  const { scheme, fromVolumeYear } = await takeScheme(session, { code, fromVolumeYear: from });
  const { name } = session.jurisdiction;
  await context.print({
    json: { scheme: scheme.code, jurisdiction: session.jurisdiction.code, fromVolumeYear },
    view: [{ kind: 'lines', lines: [context.text.views.scheme.taken(scheme.code, name, fromVolumeYear)] }],
  });
  context.next(`liaison tier classify --year ${String(fromVolumeYear)}`);
}
