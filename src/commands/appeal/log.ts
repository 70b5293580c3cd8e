import type { Command } from 'commander';
import { AppError } from '../../errors.ts';
import type { Context, Session } from '../../cli/context.ts';
import { textOption } from '../../cli/option-values.ts';
import { askUnit } from '../../cli/ask-unit.ts';
import { askChoice, askText } from '../../cli/prompts.ts';
import { addVerb } from '../../cli/verb.ts';
import { kinds } from '../../domain/appeal.ts';
import { appealChannels } from '../../domain/volume.ts';
import { findCode, outcomeWords } from '../../domain/words.ts';
import type { NewAppeal } from '../../operations/log-appeal.ts';
import { logAppeal } from '../../operations/log-appeal.ts';
import { describeCall } from '../../output/appeal-view.ts';
import { listDesks } from '../../store/desks.ts';
import type { FieldOptions } from './field-options.ts';
import { addFieldOptions } from './field-options.ts';
import { tellRuling } from './tell-ruling.ts';

interface Options extends FieldOptions {
  readonly confidential?: boolean;
  readonly externalNumber?: string;
  readonly to?: string;
  readonly outcome?: 'answered' | 'declined';
  readonly time?: string;
}

export function addLogCommand(parent: Command, context: Context): void {
  const { shared, appeal: help } = context.text.help;
  const verb = addVerb(
    parent,
    context,
    'appeal log',
    'liaison appeal log --kind request --channel hotline --title 检测结果未显示 --to 市卫生健康委员会',
  );
  addFieldOptions(verb, context)
    .option('--confidential', help.confidential)
    .option('--external-number <number>', help.external, textOption('--external-number'))
    .option('--to <unit>', help.to, textOption('--to'))
    .option('--outcome <outcome>', help.logOutcome, readOutcome)
    .option('--time <time>', shared.time)
    .action((options: Options) => runLog(context, options));
}

async function runLog(context: Context, options: Options): Promise<void> {
  if (options.outcome !== undefined && options.to !== undefined)
    throw new AppError('options-conflict', { one: '--outcome', other: '--to' });
  const session = await context.session('appeal log');
  const { to, time, outcome, ...given } = options;
  const { appeal, unitName } = await completeAppeal(context, session, given, to, outcome === undefined);
  const { number, unit } = await logAppeal(session, appeal, { time, to: unitName, outcome });
  const { appeal: say } = context.text.views;
  const { action, outcome: outcomes, state } = context.text.words;
  const lines = [
    say.logged(number),
    ...(outcome === undefined
      ? []
      : [say.did(number, context.text.labels.remark(action.close, outcomes[outcome]), state.closed)]),
  ];
  if (unit !== null) {
    const desk = (await listDesks(session.store.db, session.jurisdiction.id, { unitId: unit.id })).get(
      unit.id,
    );
    lines.push(say.transferred(number, 0, context.text.words.transferDesk, unit.name));
    lines.push(describeCall(unit.name, desk, session.jurisdiction.areaCode, context.text));
  }
  await context.print({
    json: { number, unit: unit?.code ?? null, outcome: outcome ?? null },
    view: [{ kind: 'lines', lines }],
  });
  if (outcome !== undefined) return;
  const ruled = await tellRuling(context, session, {
    number,
    matter: appeal.matter ?? null,
    holderId: unit?.id ?? null,
  });
  context.next(
    unit === null
      ? `liaison appeal transfer ${number} --to ${ruled ?? 'UNIT'}`
      : `liaison appeal show ${number}`,
  );
}

/** Asks for what is needed and was not said; what may stay empty is asked for only beside it. */
async function completeAppeal(
  context: Context,
  { store, jurisdiction }: Session,
  given: Omit<Options, 'to' | 'time' | 'outcome'>,
  to: string | undefined,
  isHandedOver: boolean,
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
    (isAsking && isHandedOver
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

/** How an appeal may end when it is taken in. */
function readOutcome(value: string): 'answered' | 'declined' {
  const outcome = findCode(outcomeWords, value);
  if (outcome === 'answered' || outcome === 'declined') return outcome;
  throw new AppError('option-value-invalid', {
    option: '--outcome',
    value,
    allowed: ['直接答复 / answered', '不予受理 / declined'],
  });
}
