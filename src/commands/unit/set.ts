import type { Command } from 'commander';
import { AppError } from '../../errors.ts';
import type { Context } from '../../cli/context.ts';
import { wordsOption } from '../../cli/option-values.ts';
import { addVerb, asksFor } from '../../cli/verb.ts';
import type { ClearableUnitField } from '../../domain/unit-plan.ts';
import { setUnit } from '../../operations/unit/change-unit.ts';
import { unitChangesView } from '../../output/unit-view.ts';
import type { UnitOptions } from './unit-options.ts';
import { addUnitOptions } from './unit-options.ts';

interface Options extends UnitOptions {
  readonly inScheme?: boolean;
  readonly clear?: readonly ClearWord[];
}

/** What can be taken away, by the option that sets it. */
const clearedFields = {
  'short-name': 'shortName',
  group: 'group',
  parent: 'parent',
  'office-limit': 'officeLimit',
  leader: 'leader',
  'leader-title': 'leaderTitle',
} as const satisfies Readonly<Record<string, ClearableUnitField>>;
type ClearWord = keyof typeof clearedFields;
/** The headers of files for it. */
const clearWords: Readonly<Record<ClearWord, readonly string[]>> = {
  'short-name': ['简称'],
  group: ['分组'],
  parent: ['上级单位'],
  'office-limit': ['内设机构限额'],
  leader: ['第一责任人'],
  'leader-title': ['职务'],
};

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
    .option('--clear <fields>', help.unit.clear, wordsOption('--clear', clearWords))
    .action((name: string, options: Options) => runSet(context, name, options));
  asksFor(verb, { needs: [verb.options.flatMap(({ long }) => long ?? [])] });
}

async function runSet(context: Context, name: string, options: Options): Promise<void> {
  const { outside, inScheme, clear, ...fields } = options;
  const both = clear?.find((word) => fields[clearedFields[word]] !== undefined);
  if (both !== undefined)
    throw new AppError('options-conflict', { one: `--clear ${both}`, other: `--${both}` });
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
  const { unit, changes } = await setUnit(session, {
    name,
    fields: {
      ...fields,
      ...outsideReason,
      ...(clear === undefined ? {} : { cleared: clear.map((word) => clearedFields[word]) }),
    },
  });
  await context.print({
    json: { code: unit.code, name: unit.name, changes },
    view: unitChangesView(unit, changes, context.text),
  });
}
