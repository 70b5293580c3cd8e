import type { Command } from 'commander';
import type { Context } from '../../cli/context.ts';
import { addVerb } from '../../cli/verb.ts';
import { publicEntry } from '../../domain/roster.ts';
import { draftRoster } from '../../operations/publish-roster.ts';
import { writeRosterPage } from '../../output/roster-page.ts';
import { rosterView } from '../../output/roster-view.ts';

export function addPreviewCommand(parent: Command, context: Context): void {
  addVerb(
    parent,
    context,
    'roster preview',
    'liaison roster preview',
    'liaison roster preview -o draft.html',
  ).action(() => runPreview(context));
}

async function runPreview(context: Context): Promise<void> {
  const { store, jurisdiction, now } = await context.session('roster preview');
  const { check, entries, blocked } = await draftRoster(store.db, jurisdiction, now);
  const { name } = jurisdiction;
  const line = { text: context.text.views.roster.draft(blocked.length), tone: 'warning' as const };
  await context.print({
    json: {
      draft: true,
      run: check.run.number,
      blocked: blocked.map(({ unit }) => unit.code),
      entries: entries.map(publicEntry),
    },
    view: rosterView({ jurisdiction: name, entries, line }, context.text),
    html: () => writeRosterPage({ jurisdiction: name, entries, edition: null }),
  });
  context.next(
    blocked.length > 0 ? context.text.views.status.steps.desks : 'liaison roster publish --document-no NO',
  );
}
