import type { Command } from 'commander';
import { AppError } from '../../errors.ts';
import type { Context } from '../../cli/context.ts';
import { dayOption, documentNoOption, nameOption, wordOption, wordsOption } from '../../cli/option-values.ts';
import { setsField } from '../../cli/name-fields.ts';
import { addVerb, asksFor } from '../../cli/verb.ts';
import type { ClearedField, DeskInput, DeskPeople, PersonInput } from '../../domain/desk-plan.ts';
import { clearedOf, isPersonGiven } from '../../domain/desk-plan.ts';
import type { PersonColumn } from '../../domain/desk-fields.ts';
import { clearableDeskFields, deskFieldFacts, deskFields, personColumns } from '../../domain/desk-fields.ts';
import { parsePhones } from '../../domain/phone.ts';
import { tierWords } from '../../domain/input-words.ts';
import { setDesk } from '../../operations/roster/set-desk.ts';
import { deskChangesJson } from '../../output/desk-json.ts';
import { deskChangeCells } from '../../output/import-view.ts';

/** Options that say something of a person. */
interface PersonOptions {
  readonly leaderInCharge?: string;
  readonly leaderPost?: string;
  readonly head?: string;
  readonly headPost?: string;
  readonly headPhone?: string;
  readonly liaison?: string;
  readonly liaisonPost?: string;
  readonly liaisonPhone?: string;
  readonly mobile?: string;
}

/** Options of the fields, by what commander calls them, and those of people. */
type Options = Readonly<Record<string, string | undefined>> &
  PersonOptions & { readonly from?: string; readonly clear?: readonly string[] };

/** What can be taken away, by the option that sets it, and the words for it: those of the option, and the headers of the forms. */
const clearable: readonly { option: string; headers: readonly string[]; cleared: ClearedField }[] = [
  ...clearableDeskFields.map((field) => ({ ...deskFieldFacts(field), cleared: field })),
  ...(Object.keys(personColumns) as PersonColumn[]).map((column) => ({
    ...personColumns[column],
    cleared: clearedOf(column),
  })),
];
const clearedFields: Readonly<Record<string, ClearedField>> = Object.fromEntries(
  clearable.map(({ option, cleared }) => [option, cleared]),
);
const clearWords: Readonly<Record<string, readonly string[]>> = Object.fromEntries(
  clearable.map(({ option, headers }) => [
    option,
    headers.filter((header) => /\p{Script=Han}/u.test(header)),
  ]),
);

/** How the value of a field is read. */
const parsers = {
  tier: (option: string) => wordOption(option, tierWords),
  text: nameOption,
  phones: phonesOption,
  day: dayOption,
  'document-no': documentNoOption,
} as const;

export function addSetCommand(parent: Command, context: Context): void {
  const { shared, desk: help } = context.text.help;
  const { fields } = context.text.views.desk;
  const verb = addVerb(
    parent,
    context,
    'desk set',
    'liaison desk set 市公安局 --liaison 李四 --mobile 13900000000',
  ).argument('<unit>', shared.unit);
  for (const field of deskFields) {
    const { kind, option, placeholder } = deskFieldFacts(field);
    verb.option(`--${option} <${placeholder}>`, fields[field].help, parsers[kind](`--${option}`, context));
    setsField(verb, field, `--${option}`);
  }
  verb
    .option('--from <day>', help.from, dayOption('--from', context))
    .option('--leader-in-charge <name>', help.leader, nameOption('--leader-in-charge'))
    .option('--leader-post <post>', help.leaderPost, nameOption('--leader-post'))
    .option('--head <name>', help.head, nameOption('--head'))
    .option('--head-post <post>', help.headPost, nameOption('--head-post'))
    .option('--head-phone <phone>', help.headPhone, phonesOption('--head-phone'))
    .option('--liaison <name>', help.liaison, nameOption('--liaison'))
    .option('--liaison-post <post>', help.liaisonPost, nameOption('--liaison-post'))
    .option('--liaison-phone <phone>', help.liaisonPhone, phonesOption('--liaison-phone'))
    .option('--mobile <phone>', help.mobile, phonesOption('--mobile'))
    .option('--clear <fields>', help.clear, wordsOption('--clear', clearWords))
    .action((unit: string, options: Options) => runSet(context, unit, options));
  asksFor(verb, { needs: [verb.options.flatMap(({ long }) => long ?? [])] });
}

async function runSet(context: Context, name: string, options: Options): Promise<void> {
  const {
    leaderInCharge,
    leaderPost,
    head,
    headPost,
    headPhone,
    liaison,
    liaisonPost,
    liaisonPhone,
    mobile,
  } = options;
  const people: DeskPeople = {
    ...person('leader-in-charge', { name: leaderInCharge, post: leaderPost }),
    ...person('head', { name: head, post: headPost, phone: headPhone }),
    ...person('liaison', { name: liaison, post: liaisonPost, phone: liaisonPhone, mobile }),
  };
  const input = Object.fromEntries(
    deskFields.flatMap((field) => {
      const value = options[attributeOf(deskFieldFacts(field).option)];
      return value === undefined ? [] : [[field, value]];
    }),
  ) as DeskInput;
  const cleared = (options.clear ?? []).flatMap((word) => clearedFields[word] ?? []);
  refuseBoth(options);
  if (Object.keys({ ...input, ...people }).length + cleared.length === 0) {
    throw new AppError('option-missing', { options: ['--name', '--phones', '--liaison', '…'] });
  }
  const session = await context.session('desk set');
  const { unit, changes } = await setDesk(session, {
    unit: name,
    input,
    people,
    cleared,
    from: options.from,
  });
  const { desk: say, import: words } = context.text.views;
  await context.print({
    isPersonal: true,
    json: { unit: unit.code, name: unit.name, changes: deskChangesJson(changes) },
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

/** Refuses a field that is set and taken away at once. Errors: `options-conflict`. */
function refuseBoth(options: Options): void {
  const both = options.clear?.find((word) => options[attributeOf(word)] !== undefined);
  if (both !== undefined)
    throw new AppError('options-conflict', { one: `--${both}`, other: `--clear ${both}` });
}

/** What commander calls an option: `established-on` is `establishedOn`. */
function attributeOf(option: string): string {
  return option.replace(/-(\w)/gu, (_, letter: string) => letter.toUpperCase());
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
