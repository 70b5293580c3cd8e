import type { Command } from 'commander';
import { AppError } from '../../errors.ts';
import type { Context } from '../../cli/context.ts';
import { quote } from '../../text/quote.ts';
import { dayOption } from '../../cli/option-values.ts';
import { writeFolder } from '../../cli/files.ts';
import { addVerb, writesFolder } from '../../cli/verb.ts';
import { localDay } from '../../domain/time.ts';
import { makeDeskForms, recordFormsSent } from '../../operations/roster/send-forms.ts';

interface Options {
  readonly due?: string;
}

export function addFormCommand(parent: Command, context: Context): void {
  const { desk: help } = context.text.help;
  const verb = addVerb(
    parent,
    context,
    'desk form',
    'liaison desk form -o forms --due 2022-01-31',
    'liaison desk form 市公安局 -o forms',
  )
    .argument('[units...]', help.units)
    .option('--due <day>', help.formDue, dayOption('--due', context))
    .action((units: string[], options: Options) => runForm(context, units, options));
  writesFolder(verb);
}

async function runForm(context: Context, units: readonly string[], { due }: Options): Promise<void> {
  const { output: folder } = context.options;
  if (folder === undefined || folder === '-') throw new AppError('option-missing', { options: ['-o'] });
  const session = await context.session('desk form');
  const { store, jurisdiction, now } = session;
  if (due !== undefined && due < localDay(now, jurisdiction.timeZone))
    throw new AppError('day-past', { option: '--due', day: due });
  const { forms, without } = await makeDeskForms(store.db, jurisdiction, now, units);
  const { writeDeskForm } = await import('../../output/documents.ts');
  const terms = {
    day: localDay(now, jurisdiction.timeZone),
    due: due ?? null,
    areaCode: jurisdiction.areaCode,
  };
  const files: { name: string; content: Uint8Array }[] = [];
  for (const form of forms) {
    files.push({ name: fileNameOf(form), content: await writeDeskForm(form, terms) });
  }
  await recordFormsSent(session, {
    forms,
    write: () => {
      writeFolder(context, folder, files);
    },
  });
  await context.printHere({
    json: { folder, forms: files.map(({ name }) => name), due: due ?? null, without },
    view: [{ kind: 'lines', lines: [context.text.views.desk.forms(files.length, folder)] }],
  });
  if (without.length > 0)
    context.warn(context.text.views.desk.formsWithout(context.text.labels.list(without)));
  context.next(`liaison desk import ${quote(folder)}`);
}

/** Bytes that the name of a form has at most, so that every file system takes it. */
const longestName = 200;

/** The file of a form: code and name of its unit, without what a file name cannot hold anywhere. */
function fileNameOf({ code, unit }: { readonly code: string; readonly unit: string }): string {
  const signs = Array.from(`${code} ${unit}`.replace(/[\\/:*?"<>|\p{Cc}]/gu, '_'));
  while (Buffer.byteLength(signs.join('')) > longestName) signs.pop();
  return `${signs.join('').trim()}.xlsx`;
}
