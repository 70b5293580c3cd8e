import type { Command } from 'commander';
import type { Context } from '../../cli/context.ts';
import { dayOption, oneOfOption, textOption } from '../../cli/option-values.ts';
import { addVerb } from '../../cli/verb.ts';
import { nextDay, startOfDay } from '../../domain/time.ts';
import { privacyLogView } from '../../output/privacy-view.ts';
import { getAppeal } from '../../store/appeals.ts';
import type { Shown } from '../../store/privacy.ts';
import { listPrivacyEntries, shownKinds } from '../../store/privacy.ts';

interface Options {
  readonly appeal?: string;
  readonly by?: string;
  readonly since?: string;
  readonly until?: string;
  readonly shown?: Shown;
}

export function addLogCommand(parent: Command, context: Context): void {
  const { privacy: help } = context.text.help;
  addVerb(
    parent,
    context,
    'privacy log',
    'liaison privacy log --appeal 2022-000001',
    'liaison privacy log --by wang --since 2022-02-01',
  )
    .option('--appeal <number>', help.appeal, textOption('--appeal'))
    .option('--by <name>', help.by, textOption('--by'))
    .option('--since <day>', help.since, dayOption('--since'))
    .option('--until <day>', help.until, dayOption('--until'))
    .option('--shown <kind>', help.shown(shownKinds.join(', ')), oneOfOption('--shown', shownKinds))
    .action((options: Options) => runLog(context, options));
}

async function runLog(context: Context, { appeal, by, since, until, shown }: Options): Promise<void> {
  const { store, jurisdiction } = await context.session('privacy log');
  const { id, timeZone } = jurisdiction;
  const entries = await listPrivacyEntries(store.db, id, {
    appealId: appeal === undefined ? undefined : (await getAppeal(store.db, id, appeal)).id,
    by,
    since: since === undefined ? undefined : startOfDay(since, timeZone),
    before: until === undefined ? undefined : startOfDay(nextDay(until), timeZone),
    shown,
  });
  await context.print({
    json: entries.map(({ id: _id, ...entry }) => entry),
    view: privacyLogView(entries, timeZone, context.text),
  });
}
