import type { Command } from 'commander';
import { AppError } from '../../errors.ts';
import type { Context } from '../../cli/context.ts';
import { readInputFile } from '../../cli/files.ts';
import { textOption } from '../../cli/option-values.ts';
import { addVerb, makesDocuments, asksFor } from '../../cli/verb.ts';
import { localDay } from '../../domain/time.ts';
import { listAppealLines } from '../../operations/appeal/list-appeals.ts';
import { parseNumbers } from '../../operations/appeal/parse-numbers.ts';
import { getShownAppeal, listShownStops, revealContact } from '../../operations/appeal/show-appeal.ts';
import type { AppealFacts } from '../../output/appeal-view.ts';
import type { SlipDocument } from '../../output/slip/document.ts';

interface Options {
  readonly fromFile?: string;
  readonly unit?: string;
  readonly overdue?: boolean;
  readonly reminder?: boolean;
  readonly withContact?: boolean;
  readonly reason?: string;
}

export function addSlipCommand(parent: Command, context: Context): void {
  const { shared, appeal: help } = context.text.help;
  const verb = addVerb(
    parent,
    context,
    'appeal slip',
    'liaison appeal slip 2022-000001 -o slip.docx',
    'liaison appeal slip 2022-000001 -o slip.html --with-contact --reason 上门核实',
    'liaison appeal slip --unit 市公安局 --overdue --reminder -o reminders.docx',
  )
    .argument('[numbers...]', shared.appeal)
    .option('--from-file <file>', help.fromFile, textOption('--from-file'))
    .option('--unit <unit>', help.slipUnit, textOption('--unit'))
    .option('--overdue', help.slipOverdue)
    .option('--reminder', help.reminder)
    .option('--with-contact', help.withContact)
    .option('--reason <text>', help.contactReason, textOption('--reason'))
    .action((numbers: string[], options: Options) => runSlip(context, numbers, options));
  asksFor(verb, { needs: [['numbers', '--from-file', '--unit']] });
  makesDocuments(verb, 'html', 'docx');
}

/** Prints slips, each on a sheet of its own; the citizen's contact only with a reason, and then it is on record before it is printed. */
async function runSlip(context: Context, numbers: readonly string[], options: Options): Promise<void> {
  const { fromFile, unit, overdue = false, reminder = false, reason } = options;
  const isWithContact = options.withContact === true;
  if (isWithContact && reason === undefined) throw new AppError('option-missing', { options: ['--reason'] });
  if (!isWithContact && reason !== undefined)
    throw new AppError('option-missing', { options: ['--with-contact'] });
  // What reminds a unit of an appeal goes to the unit that has its contact.
  if (reminder && isWithContact)
    throw new AppError('options-conflict', { one: '--reminder', other: '--with-contact' });
  if (overdue && unit === undefined) throw new AppError('option-missing', { options: ['--unit'] });
  const session = await context.session('appeal slip');
  const listed = fromFile === undefined ? [] : parseNumbers(await readInputFile(context, fromFile));
  const led =
    unit === undefined
      ? []
      : (
          await listAppealLines(session, {
            unit: { name: unit, as: 'lead' },
            ...(overdue ? { overdue } : {}),
            isQueue: false,
            withClocks: false,
            reveal: undefined,
          })
        ).lines;
  const open = led.flatMap(({ appeal }) => (appeal.state === 'closed' ? [] : [appeal.number]));
  const wanted = [...new Set([...numbers, ...listed, ...open])];
  if (wanted.length === 0) {
    if (unit === undefined) throw new AppError('argument-missing', { argument: 'numbers' });
    throw new AppError('slips-none', { unit, overdue });
  }
  const slips: { number: string; slip: SlipDocument }[] = [];
  for (const number of wanted)
    slips.push(await makeOne(session, { number, reminder, isWithContact, reason }));
  if (isWithContact) context.say(context.text.views.appeal.contactLogged);
  const told = slips.map(({ number, slip }) => ({
    number,
    title: slip.title,
    mark: slip.mark,
    fields: Object.fromEntries([...slip.fields, ...slip.texts]),
    withContact: isWithContact,
  }));
  const isList = slips.length !== 1 || fromFile !== undefined || unit !== undefined;
  const sheets = slips.map(({ slip }) => slip);
  await context.print({
    json: isList ? told : told[0],
    view: sheets.flatMap((slip) => [
      { kind: 'title' as const, text: slip.mark === null ? slip.title : `${slip.title}【${slip.mark}】` },
      { kind: 'facts' as const, rows: [...slip.fields, ...slip.texts] },
    ]),
    isPersonal: isWithContact,
    documents: {
      html: async () => (await import('../../output/documents.ts')).writeSlipPage(sheets),
      docx: async () => (await import('../../output/documents.ts')).writeSlipDocx(sheets),
    },
  });
}

async function makeOne(
  session: Awaited<ReturnType<Context['session']>>,
  terms: {
    readonly number: string;
    readonly reminder: boolean;
    readonly isWithContact: boolean;
    readonly reason: string | undefined;
  },
): Promise<{ number: string; slip: SlipDocument }> {
  const { number, reminder, isWithContact, reason } = terms;
  const { store, jurisdiction, now } = session;
  const details = await getShownAppeal(session, { number });
  if (reminder) refuseReminder(details.appeal);
  const contact = isWithContact ? await revealContact(session, { number, reason }) : null;
  const stops = await listShownStops(store.db, jurisdiction, details.events);
  const day = localDay(now, jurisdiction.timeZone);
  const facts = { jurisdiction, details, stops, contact, day };
  const { makeReminder, makeSlip } = await import('../../output/documents.ts');
  return { number: details.appeal.number, slip: reminder ? makeReminder(facts) : makeSlip(facts) };
}

/** Refuses to remind where there is nobody to remind, or nothing left to do. Errors: `reminder-refused`. */
function refuseReminder({
  number,
  state,
  holder,
}: Pick<AppealFacts['appeal'], 'number' | 'state' | 'holder'>): void {
  if (holder === null || state === 'closed')
    throw new AppError('reminder-refused', { number, unit: holder === null ? null : holder.name });
}
