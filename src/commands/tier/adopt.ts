import type { Command } from 'commander';
import type { Context } from '../../cli/context.ts';
import { dayOption, documentNoOption, numberOption, textOption } from '../../cli/option-values.ts';
import { addVerb } from '../../cli/verb.ts';
import { adoptRun } from '../../operations/tier/adopt-run.ts';
import { describeCounts } from '../../output/tier-view.ts';

interface Options {
  readonly documentNo: string;
  readonly date?: string;
  readonly reason?: string;
  readonly allowMissing?: boolean;
}

export function addAdoptCommand(parent: Command, context: Context): void {
  const { help } = context.text;
  addVerb(parent, context, 'tier adopt', 'liaison tier adopt 1 --document-no 德编〔2022〕1号')
    .argument('<run>', help.shared.run, numberOption('run'))
    .requiredOption('--document-no <no>', help.shared.documentNo, documentNoOption('--document-no', context))
    .option('--date <day>', help.shared.date, dayOption('--date', context))
    .option('--reason <text>', help.tier.reason, textOption('--reason'))
    .option('--allow-missing', help.tier.allowMissing)
    .action((number: number, options: Options) => runAdopt(context, number, options));
}

async function runAdopt(context: Context, number: number, options: Options): Promise<void> {
  const session = await context.session('tier adopt');
  const { documentNo, date, reason } = options;
  const allowMissing = options.allowMissing === true;
  const terms = { number, documentNo, on: date, reason, allowMissing };
  const { run, counts, supersedes, changed, isDefaultScheme } = await adoptRun(session, terms);
  const say = context.text.views.tier;
  const lines = [
    say.adoptedDone(run.number, run.year),
    describeCounts(counts, context.text),
    ...(supersedes === null ? [] : [say.supersedes(supersedes)]),
    ...(changed.length === 0 ? [] : [say.changedUnits(context.text.labels.list(changed))]),
    ...(isDefaultScheme
      ? [
          {
            text: context.text.views.scheme.isDefault(run.scheme.code),
            tone: 'warning' as const,
          },
        ]
      : []),
  ];
  await context.print({
    json: {
      run: run.number,
      year: run.year,
      documentNo,
      supersedes,
      counts,
      changedSince: changed,
      isDefaultScheme,
    },
    view: [{ kind: 'lines', lines }],
  });
  context.next(context.text.views.status.steps.desks);
}
