import type { Command } from 'commander';
import type { Context } from '../../cli/context.ts';
import { addVerb } from '../../cli/verb.ts';
import { writeRules } from '../../domain/deadline-record.ts';
import { listRules } from '../../operations/appeal/deadlines.ts';
import { deadlineListView } from '../../output/deadline-view.ts';

export function addListCommand(parent: Command, context: Context): void {
  addVerb(parent, context, 'deadline list', 'liaison deadline list').action(() => runList(context));
}

async function runList(context: Context): Promise<void> {
  const lines = await listRules(await context.session('deadline list'));
  await context.print({
    json: lines.map(({ rules, isInUse, usedFrom }) => ({ ...writeRules(rules), isInUse, usedFrom })),
    view: deadlineListView(lines, context.text),
  });
  const inUse = lines.find((line) => line.isInUse);
  if (inUse !== undefined) context.next(`liaison deadline show ${inUse.rules.code}`);
}
