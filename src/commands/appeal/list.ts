import type { Command } from 'commander';
import { AppError } from '../../errors.ts';
import type { Context } from '../../cli/context.ts';
import { addVerb } from '../../cli/verb.ts';
import type { State } from '../../domain/appeal.ts';
import { states } from '../../domain/appeal.ts';
import { getUnitByName } from '../../operations/find-unit.ts';
import { maskPersonal } from '../../operations/show-appeal.ts';
import { appealListView } from '../../output/appeal-view.ts';
import { listAppeals, listPersonalFields } from '../../store/appeals.ts';

interface Options {
  readonly unit?: string;
  readonly state?: State;
  readonly all?: boolean;
}

export function addListCommand(parent: Command, context: Context): void {
  const { appeal: help } = context.text.help;
  addVerb(parent, context, 'appeal list', 'liaison appeal list', 'liaison appeal list --unit 市公安局')
    .option('--unit <unit>', help.unit)
    .option('--state <state>', help.state, readState)
    .option('--all', help.all)
    .action((options: Options) => runList(context, options));
}

async function runList(context: Context, options: Options): Promise<void> {
  const { store, jurisdiction } = await context.session('appeal list');
  const { unit: unitName, state, all } = options;
  const isQueue = unitName === undefined && state === undefined && all !== true;
  const unit = unitName === undefined ? undefined : await getUnitByName(store.db, jurisdiction, unitName);
  const appeals = await listAppeals(store.db, jurisdiction.id, {
    states: isQueue ? ['unassigned'] : state === undefined ? undefined : [state],
    holderId: unit?.id,
  });
  const personal = await listPersonalFields(
    store.db,
    appeals.map(({ id }) => id),
  );
  const lines = appeals.map((appeal) => ({ appeal, personal: maskPersonal(personal.get(appeal.id)) }));
  const { appeal: say } = context.text.views;
  await context.print({
    json: lines.map(({ appeal: { id: _id, holder, ...appeal }, personal: fields }) => ({
      ...appeal,
      holder: holder?.name ?? null,
      holderCode: holder?.code ?? null,
      title: appeal.confidential ? null : fields.title,
      caller: fields.caller,
      phone: fields.phone,
    })),
    view: appealListView(isQueue ? say.queue : say.list, lines, jurisdiction.timeZone, context.text),
  });
}

function readState(value: string): State {
  const state = states.find((one) => one === value);
  if (state === undefined)
    throw new AppError('option-value-invalid', { option: '--state', value, allowed: states });
  return state;
}
