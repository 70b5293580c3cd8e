import type { Command } from 'commander';
import type { Context } from '../../cli/context.ts';
import { dayOption, textOption } from '../../cli/option-values.ts';
import { addVerb } from '../../cli/verb.ts';
import { publishRoster } from '../../operations/publish-roster.ts';

interface Options {
  readonly documentNo: string;
  readonly date?: string;
}

export function addPublishCommand(parent: Command, context: Context): void {
  const { shared } = context.text.help;
  addVerb(
    parent,
    context,
    'roster publish',
    'liaison roster publish --document-no 德组字〔2022〕3号 --date 2022-01-18',
  )
    .requiredOption('--document-no <no>', shared.documentNo, textOption('--document-no'))
    .option('--date <day>', shared.date, dayOption('--date'))
    .action((options: Options) => runPublish(context, options));
}

async function runPublish(context: Context, { documentNo, date }: Options): Promise<void> {
  const session = await context.session('roster publish');
  const { edition, entries } = await publishRoster(session, { documentNo, on: date });
  const { number, publishedOn, digest } = edition;
  await context.print({
    json: { edition: number, publishedOn, documentNo, run: edition.run, entries: entries.length, digest },
    view: [{ kind: 'lines', lines: [context.text.views.roster.published(number, entries.length)] }],
  });
  context.next(`liaison roster print ${String(number)} -o roster.html`);
}
