import type { Command } from 'commander';
import { AppError } from '../../errors.ts';
import type { Context } from '../../cli/context.ts';
import { textOption, wordOption, yearOption } from '../../cli/option-values.ts';
import { addVerb } from '../../cli/verb.ts';
import type { VolumeChannel } from '../../domain/volume.ts';
import { volumeChannelWords } from '../../domain/input-words.ts';
import { setVolume } from '../../operations/tier/set-volume.ts';

interface Options {
  readonly channel: VolumeChannel;
  readonly count: number;
  readonly reason: string;
}

export function addSetCommand(parent: Command, context: Context): void {
  const { shared, volume: help } = context.text.help;
  addVerb(
    parent,
    context,
    'volume set',
    'liaison volume set 市财政局 2021 --channel hotline --count 61 --reason 漏计',
  )
    .argument('<unit>', shared.unit)
    .argument('<year>', shared.year, yearOption('year'))
    .requiredOption('--channel <channel>', help.channel, wordOption('--channel', volumeChannelWords))
    .requiredOption('--count <number>', help.count, parseCount)
    .requiredOption('--reason <text>', help.reason, textOption('--reason'))
    .action((unit: string, year: number, options: Options) => runSet(context, unit, year, options));
}

async function runSet(context: Context, name: string, year: number, options: Options): Promise<void> {
  const session = await context.session('volume set');
  const { channel, count } = options;
  const { unit, before, runs } = await setVolume(session, { ...options, unit: name, year });
  const { volume: say } = context.text.views;
  const word = context.text.codeNames.channel[channel];
  const shown = before === null ? context.text.labels.none : String(before);
  const lines = [say.set(unit.name, year, word, shown, count)];
  if (runs.length > 0) lines.push(say.runsUnchanged(context.text.labels.list(runs.map(String))));
  await context.print({
    json: { code: unit.code, name: unit.name, year, channel, before, after: count, runs },
    view: [{ kind: 'lines', lines }],
  });
  context.next(`liaison tier classify --year ${String(year)}`);
}

function parseCount(value: string): number {
  if (!/^\d{1,9}$/u.test(value))
    throw new AppError('option-value-invalid', { option: '--count', value, example: '61' });
  return Number(value);
}
