import type { Command } from 'commander';
import { AppError } from '../../errors.ts';
import type { Context } from '../../cli/context.ts';
import { textOption } from '../../cli/option-values.ts';
import { addVerb, asksFor } from '../../cli/verb.ts';
import { moveUnit } from '../../operations/unit/move-unit.ts';

interface Options {
  readonly after?: string;
  readonly first?: boolean;
}

export function addMoveCommand(parent: Command, context: Context): void {
  const { help } = context.text;
  const verb = addVerb(
    parent,
    context,
    'unit move',
    'liaison unit move 市大数据局 --after 市司法局',
    'liaison unit move 市委办公室 --first',
  )
    .argument('<unit>', help.shared.unit)
    .option('--after <unit>', help.unit.after, textOption('--after'))
    .option('--first', help.unit.first)
    .action((unit: string, options: Options) => runMove(context, unit, options));
  asksFor(verb, { needs: [['--after', '--first']] });
}

async function runMove(context: Context, name: string, { after, first = false }: Options): Promise<void> {
  if (after !== undefined && first)
    throw new AppError('options-conflict', { one: '--after', other: '--first' });
  if (after === undefined && !first) throw new AppError('option-missing', { options: ['--after'] });
  const moved = await moveUnit(await context.session('unit move'), { unit: name, after: after ?? null });
  const { unit, sort, shifted } = moved;
  const say = context.text.views.unit;
  await context.print({
    json: { code: unit.code, name: unit.name, after: moved.after?.code ?? null, sort, shifted },
    view: [{ kind: 'lines', lines: [say.stands(unit.name, moved.after?.name ?? null, sort, shifted)] }],
  });
}
