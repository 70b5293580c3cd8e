import type { Command } from 'commander';
import { AppError } from '../../errors.ts';
import type { Context } from '../../cli/context.ts';
import { dayOption, textOption, wordOption } from '../../cli/option-values.ts';
import { addVerb } from '../../cli/verb.ts';
import type { DeskInput, DeskPeople, PersonInput } from '../../domain/desk-plan.ts';
import { isPersonGiven, maskMobile } from '../../domain/desk-plan.ts';
import { parsePhones } from '../../domain/phone.ts';
import { tierWords } from '../../domain/input-words.ts';
import { setDesk } from '../../operations/roster/set-desk.ts';
import { deskChangeCells } from '../../output/import-view.ts';

interface Options extends Omit<DeskInput, 'establishedOn' | 'confirmedOn'> {
  readonly establishedOn?: string;
  readonly confirmedOn?: string;
  readonly from?: string;
  readonly leaderInCharge?: string;
  readonly head?: string;
  readonly headPhone?: string;
  readonly liaison?: string;
  readonly liaisonPhone?: string;
  readonly mobile?: string;
}

export function addSetCommand(parent: Command, context: Context): void {
  const { shared, desk: help } = context.text.help;
  addVerb(parent, context, 'desk set', 'liaison desk set 市公安局 --liaison 李四 --mobile 13900000000')
    .argument('<unit>', shared.unit)
    .option('--form <form>', help.form, wordOption('--form', tierWords))
    .option('--name <name>', help.name, textOption('--name'))
    .option('--sign <name>', help.sign, textOption('--sign'))
    .option('--host-office <name>', help.hostOffice, textOption('--host-office'))
    .option('--replaced-office <name>', help.replacedOffice, textOption('--replaced-office'))
    .option('--duties <text>', help.duties, textOption('--duties'))
    .option('--hours <text>', help.hours, textOption('--hours'))
    .option('--phones <list>', help.phones, phonesOption('--phones'))
    .option('--established-on <day>', help.established, dayOption('--established-on'))
    .option('--document-no <no>', shared.documentNo, textOption('--document-no'))
    .option('--confirmed-on <day>', help.confirmed, dayOption('--confirmed-on'))
    .option('--from <day>', help.from, dayOption('--from'))
    .option('--leader-in-charge <name>', help.leader, textOption('--leader-in-charge'))
    .option('--head <name>', help.head, textOption('--head'))
    .option('--head-phone <phone>', help.headPhone, phonesOption('--head-phone'))
    .option('--liaison <name>', help.liaison, textOption('--liaison'))
    .option('--liaison-phone <phone>', help.liaisonPhone, phonesOption('--liaison-phone'))
    .option('--mobile <phone>', help.mobile, phonesOption('--mobile'))
    .action((unit: string, options: Options) => runSet(context, unit, options));
}

async function runSet(context: Context, name: string, options: Options): Promise<void> {
  const { from, leaderInCharge, head, headPhone, liaison, liaisonPhone, mobile, ...fields } = options;
  const people: DeskPeople = {
    ...person('leader-in-charge', { name: leaderInCharge }),
    ...person('head', { name: head, phone: headPhone }),
    ...person('liaison', { name: liaison, phone: liaisonPhone, mobile }),
  };
  if (Object.keys({ ...fields, ...people }).length === 0) {
    throw new AppError('option-missing', { options: ['--name', '--phones', '--liaison', '…'] });
  }
  const { unit, changes } = await setDesk(await context.session('desk set'), name, fields, people, from);
  const { desk: say, import: words } = context.text.views;
  await context.print({
    isPersonal: true,
    json: { unit: unit.code, name: unit.name, changes: changes.map(maskMobile) },
    view: [
      { kind: 'lines', lines: [changes.length === 0 ? say.same(unit.name) : say.set(unit.name)] },
      {
        kind: 'table',
        table: {
          columns: [{ title: words.field }, { title: words.before }, { title: words.after }],
          rows: changes.map((change) => deskChangeCells(change, context.text)),
        },
      },
    ],
  });
  context.next(context.text.views.status.steps.desks);
}

function person(role: keyof DeskPeople, input: PersonInput): DeskPeople {
  return isPersonGiven(input) ? { [role]: input } : {};
}

/** Reads phones given as an option; what does not read as phones is refused. */
function phonesOption(option: string): (value: string) => string {
  return (value) => {
    const reading = parsePhones(value);
    if (reading.kind === 'phones' && reading.phones.length > 0) return value.normalize('NFKC').trim();
    const shown = reading.kind === 'phones' ? value : reading.part;
    throw new AppError('option-value-invalid', {
      option,
      value: shown,
      example: '0534-2310001、13900000000',
    });
  };
}
