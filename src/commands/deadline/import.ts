import type { Command } from 'commander';
import type { Context } from '../../cli/context.ts';
import { readInputFile } from '../../cli/files.ts';
import { addVerb } from '../../cli/verb.ts';
import { importDeadlineRules } from '../../operations/appeal/deadlines.ts';
import { writeRules } from '../../domain/deadline-record.ts';
import { deadlineView } from '../../output/deadline-view.ts';

export function addImportCommand(parent: Command, context: Context): void {
  addVerb(parent, context, 'deadline import', 'liaison deadline import rules.json')
    .argument('<file>', context.text.help.deadline.file)
    .action((file: string) => runImport(context, file));
}

async function runImport(context: Context, file: string): Promise<void> {
  const source = await readInputFile(context, file);
  const { rules, isNew } = await importDeadlineRules(await context.session('deadline import'), source);
  const say = context.text.views.deadline;
  await context.print({
    json: { ...writeRules(rules), isNew },
    view: [
      { kind: 'lines', lines: [isNew ? say.added(rules.code) : say.thereAlready(rules.code)] },
      ...deadlineView(rules, context.text),
    ],
  });
  context.next(`liaison deadline use ${rules.code}`);
}
