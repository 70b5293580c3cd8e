import type { Command } from 'commander';
import type { Context } from '../../cli/context.ts';
import { wordOption } from '../../cli/option-values.ts';
import { addVerb, makesDocuments } from '../../cli/verb.ts';
import type { Grouping } from '../../domain/roster.ts';
import { groupingWords } from '../../domain/input-words.ts';
import { publicEntry } from '../../domain/roster.ts';
import { localDay } from '../../domain/time.ts';
import { previewRoster } from '../../operations/roster/preview-roster.ts';
import { draftNotice } from '../../operations/roster/write-notice.ts';
import { describeFinding } from '../../output/desk-view.ts';
import type { RosterFacts } from '../../output/roster/layout.ts';
import { newestLayout } from '../../output/roster/layouts.ts';
import { rosterDiffView, rosterView } from '../../output/roster/roster-view.ts';
import { official } from '../../text/official.ts';
import { zhFindings } from '../../text/zh/findings.ts';
import type { ArrangementOptions } from '../arrangement-options.ts';
import { addArrangementOptions, arrangementOf, refuseArrangement } from '../arrangement-options.ts';
import { rosterDocuments } from './roster-documents.ts';

interface Options extends ArrangementOptions {
  readonly changes?: boolean;
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
    .option('--changes', help.previewChanges);
  addArrangementOptions(verb, context).action((options: Options) => runPreview(context, options));
  makesDocuments(verb, 'html', 'docx');
}

async function runPreview(context: Context, options: Options): Promise<void> {
  const { by } = options;
  const { store, jurisdiction, now } = await context.session('roster preview');
  const arrangement = arrangementOf(options);
  refuseArrangement(context, arrangement, jurisdiction.issuers);
  const isChanges = options.changes === true;
  const { draft, base, diffs } = await previewRoster(store.db, jurisdiction, now, {
    withCounties: options.withCounties === true,
    changes: isChanges,
  });
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
  const paper = await draftNotice(store.db, jurisdiction, { entries, base, diffs: diffs ?? [], now });
  const { notice } = paper;
  const day = localDay(now, jurisdiction.timeZone);
  const facts: RosterFacts = { ...paper, edition: null, day, copy: 'public', by, entries, diffs, foot, arrangement }; // prettier-ignore
  const line = { text: say.draft(blocked.length), tone: 'warning' as const };
  await context.print({
    json: {
      draft: true,
      run: check.run.number,
      blocked: blocked.map(({ unit }) => unit.code),
      notice,
      withoutTier: check.withoutTier,
      entries: entries.map(publicEntry),
      ...(diffs === null ? {} : { changesSince: base?.number, changes: diffs }),
    },
    view:
      diffs === null
        ? rosterView({ jurisdiction: jurisdiction.name, entries, copy: 'public', by, lines: [line] }, context.text) // prettier-ignore
        : rosterDiffView({ from: base?.number ?? 0, to: null, copy: 'public' }, diffs, context.text),
    documents: rosterDocuments(newestLayout(), facts),
  });
  if (check.withoutTier.length > 0) {
    context.warn(say.withoutTier(context.text.labels.list(check.withoutTier)));
  }
  if (countiesWithout.length > 0)
    context.warn(say.countiesWithout(context.text.labels.list(countiesWithout)));
  context.next(
    blocked.length > 0
      ? context.text.views.status.steps.desks
      : `liaison roster publish ${isChanges ? '--changes ' : ''}--document-no ${context.text.labels.fill.documentNo}`,
  );
}
