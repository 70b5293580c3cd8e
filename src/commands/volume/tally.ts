import type { Command } from 'commander';
import { AppError } from '../../errors.ts';
import type { Context } from '../../cli/context.ts';
import { numberOption, textOption, wordOption, yearOption } from '../../cli/option-values.ts';
import { usualLimit } from '../../cli/print-list.ts';
import { confirm } from '../../cli/ask/prompts.ts';
import { addVerb } from '../../cli/verb.ts';
import { channelWords } from '../../domain/input-words.ts';
import type { Channel } from '../../domain/volume.ts';
import type { VolumeTally } from '../../operations/tier/tally-volumes.ts';
import { listTallied, takeTally, tallyVolumes } from '../../operations/tier/tally-volumes.ts';
import { getUnitByName } from '../../operations/unit/find-unit.ts';
import { printAppealsOf } from '../print-appeals.ts';
import { tallyView } from '../../output/tally-view.ts';

interface Options {
  readonly unit?: string;
  readonly channel?: Channel;
  readonly take?: boolean;
  readonly limit?: number;
}

export function addTallyCommand(parent: Command, context: Context): void {
  const { volume: help } = context.text.help;
  addVerb(
    parent,
    context,
    'volume tally',
    'liaison volume tally 2022',
    'liaison volume tally 2022 --unit 市公安局 --channel hotline',
    'liaison volume tally 2022 --take',
  )
    .argument('<year>', context.text.help.shared.year, yearOption('year'))
    .option('--unit <unit>', help.talliedFor, textOption('--unit'))
    .option('--channel <channel>', help.talliedIn, wordOption('--channel', channelWords))
    .option('--take', help.take)
    .option('--limit <number>', help.limit, numberOption('--limit'))
    .action((year: number, options: Options) => runTally(context, year, options));
}

async function runTally(context: Context, year: number, options: Options): Promise<void> {
  const { unit, channel, take = false } = options;
  if (take && unit !== undefined) throw new AppError('options-conflict', { one: '--take', other: '--unit' });
  if (unit !== undefined) {
    await printTallied(context, { ...options, year, unit });
    return;
  }
  if (channel !== undefined) throw new AppError('option-missing', { options: ['--unit'] });
  const session = await context.session('volume tally');
  const tally = await tallyVolumes(session, year);
  const { volume: say, import: words } = context.text.views;
  const limit = options.limit ?? usualLimit(context);
  const view = tallyView(tally, { timeZone: session.jurisdiction.timeZone, limit }, context.text);
  if (!take) {
    await context.print({ json: tallyJson(tally, null), view });
    if (tally.changes.length > 0) context.next(`liaison volume tally ${String(year)} --take`);
    return;
  }
  if (tally.changes.length > 0) {
    if (context.options.yes !== true && context.isInteractive) context.showPlan(view);
    const adopted = context.text.labels.list(tally.adoptedRuns.map(String));
    const more = adopted === '' ? '' : words.confirmAdopted(adopted);
    await confirm(context, `${say.confirmTake(tally.changes.length, year)}${more}`);
  }
  const batch = await takeTally(session, tally);
  const done = batch === null ? words.nothing : words.done(batch);
  await context.print({
    json: tallyJson(tally, batch),
    view: [...view, { kind: 'lines', lines: [done] }],
  });
  context.next(`liaison tier classify --year ${String(year)}`);
}

/** Lists the appeals that a tally counts for a unit. */
async function printTallied(
  context: Context,
  {
    year,
    unit,
    channel,
    limit = usualLimit(context),
  }: Options & { readonly year: number; readonly unit: string },
): Promise<void> {
  const session = await context.session('volume tally');
  const { id, name } = await getUnitByName(session.store.db, session.jurisdiction, unit);
  const ids = await listTallied(session, { year, unitId: id, channel });
  await printAppealsOf(context, session, {
    title: context.text.views.volume.talliedFor(name, year),
    ids,
    limit,
  });
}

/** A tally as programs get it. */
interface TallyJson {
  readonly year: number;
  readonly asOf: string;
  readonly isYearOver: boolean;
  readonly counted: number;
  readonly withoutUnit: number;
  readonly duplicates: number;
  readonly withdrawn: number;
  readonly units: readonly {
    readonly code: string;
    readonly name: string;
    readonly channels: readonly {
      readonly channel: string;
      readonly tallied: number;
      readonly inForce: number | null;
      readonly difference: number;
    }[];
    readonly assisted: number;
  }[];
  readonly changes: number;
  readonly runs: readonly number[];
  /** Number of the import that the counts are from now on; null where nothing was taken over. */
  readonly batch: number | null;
}

function tallyJson(
  { units, changes, adoptedRuns: _, ...tally }: VolumeTally,
  batch: number | null,
): TallyJson {
  return {
    ...tally,
    units: units.map(({ code, name, lines, assisted }) => ({
      code,
      name,
      channels: lines.map((line) => ({ ...line, difference: line.tallied - (line.inForce ?? 0) })),
      assisted,
    })),
    changes: changes.length,
    batch,
  };
}
