import type { Command } from 'commander';
import { AppError } from '../../errors.ts';
import type { Context, Session } from '../../cli/context.ts';
import { nameOption, textOption } from '../../cli/option-values.ts';
import { askYes } from '../../cli/ask/prompts.ts';
import { addVerb } from '../../cli/verb.ts';
import type { Identity } from '../../operations/unit/add-unit.ts';
import { addUnit, findEndedUnit } from '../../operations/unit/add-unit.ts';
import { unitJson } from '../../output/unit-json.ts';
import { listUnits } from '../../store/units.ts';
import type { UnitOptions } from './unit-options.ts';
import { addUnitOptions } from './unit-options.ts';

interface Options extends UnitOptions {
  readonly code?: string;
  readonly same?: boolean;
  readonly new?: boolean;
}

export function addAddCommand(parent: Command, context: Context): void {
  const { unit: help } = context.text.help;
  const verb = addVerb(parent, context, 'unit add', 'liaison unit add 市信访局 --group 党委部门')
    .argument('<name>', help.name, nameOption('name'))
    .option('--code <code>', help.code, textOption('--code'))
    .option('--same', help.same)
    .option('--new', help.isNew);
  addUnitOptions(verb, context).action((name: string, options: Options) => runAdd(context, name, options));
}

async function runAdd(context: Context, name: string, options: Options): Promise<void> {
  const { outside, same = false, new: isNew = false, ...fields } = options;
  if (same && isNew) throw new AppError('options-conflict', { one: '--same', other: '--new' });
  // It has its code.
  if (same && options.code !== undefined)
    throw new AppError('options-conflict', { one: '--same', other: '--code' });
  const session = await context.session('unit add');
  const identity = same ? 'same' : isNew ? 'new' : await askIdentity(context, session, name);
  const unit = await addUnit(session, { unit: { ...fields, name, outsideReason: outside }, identity });
  await context.print({
    json: unitJson(unit, await listUnits(session.store.db, session.jurisdiction.id)),
    view: [{ kind: 'lines', lines: [context.text.views.unit.added(unit.code, unit.name)] }],
  });
  context.next(`liaison unit show ${unit.code}`);
}

/** Asks at a terminal whether a name that an ended unit answers to is that unit again. */
async function askIdentity(
  context: Context,
  { store, jurisdiction }: Session,
  name: string,
): Promise<Identity | undefined> {
  if (!context.isInteractive) return undefined;
  const ended = await findEndedUnit(store.db, jurisdiction, name);
  if (ended === undefined) return undefined;
  const question = context.text.help.unit.askSame(name, ended.name, ended.until ?? '');
  return (await askYes(context, question)) ? 'same' : 'new';
}
