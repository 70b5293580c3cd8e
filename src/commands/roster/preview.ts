import type { Command } from 'commander';
import type { Context } from '../../cli/context.ts';
import { wordOption } from '../../cli/option-values.ts';
import { addVerb, makesDocuments } from '../../cli/verb.ts';
import type { Grouping } from '../../domain/roster.ts';
import { groupingWords } from '../../domain/input-words.ts';
import { publicEntry } from '../../domain/roster.ts';
import { localDay } from '../../domain/time.ts';
import { draftRoster } from '../../operations/roster/draft-roster.ts';
import { draftNotice } from '../../operations/roster/write-notice.ts';
import { describeFinding } from '../../output/desk-view.ts';
import { makeRosterDocument } from '../../output/roster-document.ts';
import { newestLayout } from '../../output/roster-layouts.ts';
import { rosterView } from '../../output/roster-view.ts';
import { official } from '../../text/official.ts';
import { zhFindings } from '../../text/zh/findings.ts';
import { rosterDocuments } from './roster-documents.ts';

interface Options {
  readonly by: Grouping;
  readonly withCounties?: boolean;
}

export function addPreviewCommand(parent: Command, context: Context): void {
  const { roster: help } = context.text.help;
  const verb = addVerb(
    parent,
    context,
    'roster preview',
    'liaison roster preview',
    'liaison roster preview -o draft.docx',
  )
    .option('--by <heading>', help.by, wordOption('--by', groupingWords), 'group')
    .option('--with-counties', help.withCounties)
    .action((options: Options) => runPreview(context, options));
  makesDocuments(verb, 'html', 'docx');
}

async function runPreview(context: Context, { by, withCounties }: Options): Promise<void> {
  const { store, jurisdiction, now } = await context.session('roster preview');
  const terms = { withCounties: withCounties === true };
  const draft = await draftRoster(store.db, jurisdiction, now, terms);
  const { check, entries, blocked, countiesWithout } = draft;
  const say = context.text.views.roster;
  const findings = blocked.flatMap(({ unit, findings: found }) =>
    found.filter((finding) => finding.blocks).map((finding) => ({ unit: unit.name, finding })),
  );
  const foot =
    findings.length === 0
      ? []
      : [
          official.blocked(findings.length),
          ...findings.map(({ unit, finding }) => `${unit}：${describeFinding(finding, zhFindings)}`),
        ];
  const notice = await draftNotice(store.db, jurisdiction, draft, now);
  const day = localDay(now, jurisdiction.timeZone);
  const document = makeRosterDocument({
    layout: newestLayout(), notice, edition: null, day, copy: 'public', by, entries, foot,
  }); // prettier-ignore
  const line = { text: say.draft(blocked.length), tone: 'warning' as const };
  await context.print({
    json: {
      draft: true,
      run: check.run.number,
      blocked: blocked.map(({ unit }) => unit.code),
      notice,
      withoutTier: check.withoutTier,
      entries: entries.map(publicEntry),
    },
    view: rosterView(
      { jurisdiction: jurisdiction.name, entries, copy: 'public', by, lines: [line] },
      context.text,
    ),
    documents: rosterDocuments(document),
  });
  if (check.withoutTier.length > 0) {
    context.warn(say.withoutTier(context.text.labels.list(check.withoutTier)));
  }
  if (countiesWithout.length > 0)
    context.warn(say.countiesWithout(context.text.labels.list(countiesWithout)));
  context.next(
    blocked.length > 0
      ? context.text.views.status.steps.desks
      : `liaison roster publish --document-no ${context.text.labels.fill.documentNo}`,
  );
}
