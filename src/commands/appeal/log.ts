import type { Command } from 'commander';
import type { Context, Session } from '../../cli/context.ts';
import { textOption, wordOption } from '../../cli/option-values.ts';
import { askUnit } from '../../cli/ask-unit.ts';
import { askChoice, askText } from '../../cli/prompts.ts';
import { addVerb } from '../../cli/verb.ts';
import type { Kind } from '../../domain/appeal.ts';
import { kinds } from '../../domain/appeal.ts';
import type { Channel } from '../../domain/volume.ts';
import { appealChannels } from '../../domain/volume.ts';
import { channelWords, kindWords } from '../../domain/words.ts';
import type { NewAppeal } from '../../operations/log-appeal.ts';
import { logAppeal } from '../../operations/log-appeal.ts';
import { describeCall } from '../../output/appeal-view.ts';
import { listDesks } from '../../store/desks.ts';

interface Options {
  readonly kind?: Kind;
  readonly channel?: Channel;
  readonly title?: string;
  readonly text?: string;
  readonly matter?: string;
  readonly place?: string;
  readonly caller?: string;
  readonly phone?: string;
  readonly confidential?: boolean;
  readonly externalNumber?: string;
  readonly to?: string;
  readonly time?: string;
}

export function addLogCommand(parent: Command, context: Context): void {
  const { shared, appeal: help } = context.text.help;
  addVerb(
    parent,
    context,
    'appeal log',
    'liaison appeal log --kind request --channel hotline --title 检测结果未显示 --to 市卫生健康委员会',
  )
    .option('--kind <kind>', help.kind, wordOption('--kind', kindWords))
    .option('--channel <channel>', help.channel, wordOption('--channel', channelWords))
    .option('--title <text>', help.title, textOption('--title'))
    .option('--text <text>', help.text, textOption('--text'))
    .option('--matter <matter>', help.matter, textOption('--matter'))
    .option('--place <place>', help.place, textOption('--place'))
    .option('--caller <name>', help.caller, textOption('--caller'))
    .option('--phone <phone>', help.phone, textOption('--phone'))
    .option('--confidential', help.confidential)
    .option('--external-number <number>', help.external, textOption('--external-number'))
    .option('--to <unit>', help.to, textOption('--to'))
    .option('--time <time>', shared.time)
    .action((options: Options) => runLog(context, options));
}

async function runLog(context: Context, options: Options): Promise<void> {
  const session = await context.session('appeal log');
  const { to, time, ...given } = options;
  const { appeal, unitName } = await completeAppeal(context, session, given, to);
  const { number, unit } = await logAppeal(session, appeal, { time, to: unitName });
  const { appeal: say } = context.text.views;
  const lines = [say.logged(number)];
  if (unit !== null) {
    const desk = (await listDesks(session.store.db, session.jurisdiction.id, { unitId: unit.id })).get(
      unit.id,
    );
    lines.push(say.transferred(number, 0, context.text.words.transferDesk, unit.name));
    lines.push(describeCall(unit.name, desk, session.jurisdiction.areaCode, context.text));
  }
  await context.print({
    json: { number, unit: unit?.code ?? null },
    view: [{ kind: 'lines', lines }],
  });
  context.next(
    unit === null ? `liaison appeal transfer ${number} --to UNIT` : `liaison appeal show ${number}`,
  );
}

/** Asks for what is needed and was not said; what may stay empty is asked for only beside it. */
async function completeAppeal(
  context: Context,
  { store, jurisdiction }: Session,
  given: Omit<Options, 'to' | 'time'>,
  to: string | undefined,
): Promise<{ appeal: NewAppeal; unitName: string | undefined }> {
  const { help, words } = context.text;
  const ask = (message: string, option: string, isOptional = false): Promise<string | undefined> =>
    askText(context, { message, option, isOptional });
  const isAsking = given.kind === undefined || given.channel === undefined || given.title === undefined;
  const more = async (
    value: string | undefined,
    message: string,
    option: string,
  ): Promise<string | undefined> => value ?? (isAsking ? await ask(message, option, true) : undefined);
  const channel =
    given.channel ??
    (await askChoice(context, {
      message: help.appeal.askChannel,
      option: '--channel',
      choices: appealChannels.map((value) => ({ value, label: words.channel[value] })),
    }));
  const kind =
    given.kind ??
    (await askChoice(context, {
      message: help.appeal.askKind,
      option: '--kind',
      choices: kinds.map((value) => ({ value, label: words.kind[value] })),
    }));
  const title = given.title ?? (await ask(help.appeal.askTitle, '--title')) ?? '';
  const text = await more(given.text, help.appeal.askText, '--text');
  const matter = await more(given.matter, help.appeal.askMatter, '--matter');
  const place = await more(given.place, help.appeal.askPlace, '--place');
  const caller = await more(given.caller, help.appeal.askCaller, '--caller');
  const phone = await more(given.phone, help.appeal.askPhone, '--phone');
  const unitName =
    to ??
    (isAsking
      ? await askUnit(
          context,
          { db: store.db, jurisdiction },
          { message: help.appeal.askTo, option: '--to', isOptional: true },
        )
      : undefined);
  const { confidential = false, externalNumber } = given;
  return {
    appeal: { channel, kind, title, text, matter, place, caller, phone, confidential, externalNumber },
    unitName,
  };
}
