import type { Command } from 'commander';
import { AppError } from '../../errors.ts';
import type { Context } from '../../cli/context.ts';
import { textOption } from '../../cli/option-values.ts';
import { addVerb, makesDocuments } from '../../cli/verb.ts';
import { localDay } from '../../domain/time.ts';
import { getShownAppeal, listShownStops, revealContact } from '../../operations/appeal/show-appeal.ts';
import { makeSlip } from '../../output/slip/document.ts';
import { writeSlipPage } from '../../output/slip/page.ts';

interface Options {
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
  )
    .argument('<number>', shared.appeal)
    .option('--with-contact', help.withContact)
    .option('--reason <text>', help.contactReason, textOption('--reason'))
    .action((number: string, options: Options) => runSlip(context, number, options));
  makesDocuments(verb, 'html', 'docx');
}

/** Prints the slip; the citizen's contact only with a reason, and then it is on record before it is printed. */
async function runSlip(context: Context, number: string, options: Options): Promise<void> {
  const isWithContact = options.withContact === true;
  if (isWithContact && options.reason === undefined)
    throw new AppError('option-missing', { options: ['--reason'] });
  if (!isWithContact && options.reason !== undefined)
    throw new AppError('option-missing', { options: ['--with-contact'] });
  const session = await context.session('appeal slip');
  const { store, jurisdiction, now } = session;
  const details = await getShownAppeal(session, { number });
  const contact = isWithContact ? await revealContact(session, { number, reason: options.reason }) : null;
  if (isWithContact) context.say(context.text.views.appeal.contactLogged);
  const stops = await listShownStops(store.db, jurisdiction, details.events);
  const { number: own } = details.appeal;
  const day = localDay(now, jurisdiction.timeZone);
  const slip = makeSlip({ jurisdiction, details, stops, contact, day });
  await context.print({
    json: {
      number: own,
      title: slip.title,
      fields: Object.fromEntries([...slip.fields, ...slip.texts]),
      withContact: isWithContact,
    },
    view: [
      { kind: 'title', text: slip.title },
      { kind: 'facts', rows: [...slip.fields, ...slip.texts] },
    ],
    isPersonal: isWithContact,
    documents: {
      html: () => writeSlipPage(slip),
      docx: async () => (await import('../../output/slip/docx.ts')).writeSlipDocx(slip),
    },
  });
}
