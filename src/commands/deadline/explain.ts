import type { Command } from 'commander';
import type { Context } from '../../cli/context.ts';
import { addVerb } from '../../cli/verb.ts';
import { writeRules, writeSteps } from '../../domain/deadline-record.ts';
import { explainDue } from '../../operations/appeal/deadlines.ts';
import { deadlineExplanationView } from '../../output/deadline-view.ts';

export function addExplainCommand(parent: Command, context: Context): void {
  addVerb(parent, context, 'deadline explain', 'liaison deadline explain 2022-000001')
    .argument('<number>', context.text.help.shared.appeal)
    .action((number: string) => runExplain(context, number));
}

async function runExplain(context: Context, number: string): Promise<void> {
  const { store, jurisdiction } = await context.session('deadline explain');
  const { appeal, rules, due, calendar, isDefault } = await explainDue(store.db, jurisdiction, number);
  const { receivedAt } = appeal;
  const sourceOf = (year: number): string => calendar.yearOf(year)?.source ?? '';
  await context.print({
    json: {
      number: appeal.number,
      receivedAt,
      dueOn: due.on,
      rules: writeRules(rules),
      isDefault,
      steps: writeSteps(due),
    },
    view: deadlineExplanationView(
      { number: appeal.number, receivedAt, rules, due, sourceOf, isDefault },
      jurisdiction.timeZone,
      context.text,
    ),
  });
}
