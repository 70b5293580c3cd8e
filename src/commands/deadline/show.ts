import type { Command } from 'commander';
import { AppError } from '../../errors.ts';
import type { Context } from '../../cli/context.ts';
import { addVerb } from '../../cli/verb.ts';
import { listRules } from '../../operations/appeal/deadlines.ts';
import { writeRules } from '../../domain/deadline-record.ts';
import { deadlineView } from '../../output/deadline-view.ts';

export function addShowCommand(parent: Command, context: Context): void {
  addVerb(
    parent,
    context,
    'deadline show',
    'liaison deadline show shandong-2020',
    'liaison deadline show shandong-2020 --json -o rules.json',
  )
    .argument('[code]', context.text.help.deadline.code)
    .action((code: string | undefined) => runShow(context, code));
}

/** Shows the rules that are named, else those in use. */
async function runShow(context: Context, code: string | undefined): Promise<void> {
  const lines = await listRules(await context.session('deadline show'));
  const found = lines.find(({ rules, isInUse }) => (code === undefined ? isInUse : rules.code === code));
  if (found === undefined) {
    const codes = lines.map(({ rules }) => rules.code);
    throw new AppError('deadline-not-found', { code: code ?? '', codes });
  }
  const { rules, isInUse } = found;
  await context.print({ json: { ...writeRules(rules), isInUse }, view: deadlineView(rules, context.text) });
}
