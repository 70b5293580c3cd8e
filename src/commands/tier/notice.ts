import type { Command } from 'commander';
import type { Context } from '../../cli/context.ts';
import { numberOption } from '../../cli/option-values.ts';
import { addVerb, makesDocuments } from '../../cli/verb.ts';
import { localDay } from '../../domain/time.ts';
import { listNoticeUnits } from '../../operations/tier/list-notice-units.ts';
import { tierNoticeView } from '../../output/tier-view.ts';
import { addArrangementOptions, arrangementOf, refuseArrangement } from '../arrangement-options.ts';
import type { ArrangementOptions } from '../arrangement-options.ts';

interface Options extends ArrangementOptions {
  readonly run?: number;
}

export function addNoticeCommand(parent: Command, context: Context): void {
  const { help } = context.text;
  const verb = addVerb(
    parent,
    context,
    'tier notice',
    'liaison tier notice -o notices.docx',
    'liaison tier notice 市公安局 -o notice.docx --sealed',
  )
    .argument('[units...]', help.tier.noticeUnits)
    .option('--run <number>', help.shared.run, numberOption('--run'));
  addArrangementOptions(verb, context).action((units: string[], options: Options) =>
    runNotice(context, units, options),
  );
  makesDocuments(verb, 'docx');
}

/** Prints the notice of every unit that has a tier, or of those named, in one document. */
async function runNotice(context: Context, names: readonly string[], options: Options): Promise<void> {
  const session = await context.session('tier notice');
  const { store, jurisdiction, now } = session;
  const { run, units, without } = await listNoticeUnits(store.db, jurisdiction, { run: options.run, names });
  const { issuers } = jurisdiction;
  const arrangement = arrangementOf(options);
  refuseArrangement(context, arrangement, issuers);
  const day = localDay(now, jurisdiction.timeZone);
  const facts = { issuers, run, units, day, arrangement };
  const { makeTierNotice, writeTierNotices } = await import('../../output/documents.ts');
  await context.print({
    json: {
      run: run.number,
      year: run.year,
      isDraft: run.adoption === null,
      notices: units.map((unit) => {
        const { title, documentNo, paragraphs } = makeTierNotice(facts, unit);
        return {
          code: unit.code,
          unit: unit.name,
          tier: unit.tier,
          volume: unit.volume,
          title,
          documentNo,
          paragraphs,
        };
      }),
      without: without.map(({ name }) => name),
    },
    view: tierNoticeView(run, units, context.text),
    documents: {
      docx: () => writeTierNotices(facts),
    },
  });
  if (without.length > 0)
    context.warn(
      context.text.views.tier.noticeWithout(context.text.labels.list(without.map(({ name }) => name))),
    );
  if (issuers.length === 0) context.warn(context.text.views.roster.noIssuers);
}
