import type { Command } from 'commander';
import { AppError } from '../../errors.ts';
import type { Context, Session } from '../../cli/context.ts';
import { exitCodes } from '../../cli/exit-codes.ts';
import { textOption, wordOption } from '../../cli/option-values.ts';
import { askYes } from '../../cli/ask/prompts.ts';
import type { TypedLine } from '../../cli/typed-line.ts';
import { addVerb, asksFor } from '../../cli/verb.ts';
import { outcomeWords } from '../../domain/input-words.ts';
import { getMatter } from '../../operations/appeal/matters.ts';
import type { NewAppeal } from '../../operations/appeal/log-appeal.ts';
import { logAppeal } from '../../operations/appeal/log-appeal.ts';
import { findSimilar } from '../../operations/appeal/similar-appeals.ts';
import { prepareCourseWork } from '../../operations/appeal/prepare-act.ts';
import { findRulingFor } from '../../operations/appeal/rulings.ts';
import { describeCall } from '../../output/appeal-view.ts';
import { describeSimilar } from '../../output/search-view.ts';
import { seeDesks } from '../../operations/privacy/gate.ts';
import type { FieldOptions } from './field-options.ts';
import { addFieldOptions } from './field-options.ts';
import { tellRuling } from './tell-ruling.ts';
import { proposedJson, tellUsual } from './tell-usual.ts';

interface Options extends FieldOptions {
  readonly confidential?: boolean;
  readonly externalNumber?: string;
  readonly to?: string;
  readonly outcome?: 'answered' | 'declined';
  readonly time?: string;
}

/** How an appeal may end when it is taken in. */
const outcomesAtOnce = { answered: outcomeWords.answered, declined: outcomeWords.declined };

export function addLogCommand(parent: Command, context: Context): void {
  const { shared, appeal: help } = context.text.help;
  const verb = addVerb(
    parent,
    context,
    'appeal log',
    'liaison appeal log --kind request --channel hotline --title 检测结果未显示 --to 市卫生健康委员会',
  );
  asksFor(verb, {
    needs: [['--channel'], ['--kind'], ['--title']],
    also: ['--text', '--matter', '--place', '--caller', '--phone', '--to'],
    words: {
      '--channel': help.askChannel,
      '--kind': help.askKind,
      '--title': help.askTitle,
      '--text': help.askText,
      '--matter': help.askMatter,
      '--place': help.askPlace,
      '--caller': help.askCaller,
      '--phone': help.askPhone,
      '--to': help.askTo,
    },
    unless: { '--to': '--outcome' },
    tell: { '--to': (said) => tellProposals(context, said('--matter')) },
  });
  addFieldOptions(verb, context)
    .option('--confidential', help.confidential)
    .option('--external-number <number>', help.external, textOption('--external-number'))
    .option('--to <unit>', help.to, textOption('--to'))
    .option('--outcome <outcome>', help.logOutcome, wordOption('--outcome', outcomesAtOnce))
    .option('--time <time>', shared.time)
    .action((options: Options) => runLog(context, options));
}

/** Logs one appeal; where its fields were asked for, one after the other until a person has no more. */
async function runLog(context: Context, options: Options): Promise<void> {
  if (options.outcome !== undefined && options.to !== undefined)
    throw new AppError('options-conflict', { one: '--outcome', other: '--to' });
  const again = lineOfNext(context);
  await logOne(context, options);
  if (again === undefined) return;
  for (let logged = 1; await askYes(context, context.text.help.appeal.askAnother); logged += 1) {
    const code = await context.runAgain(again);
    if (code === exitCodes.done) continue;
    if (code === exitCodes.interrupted) context.warn(context.text.views.appeal.loggedBefore(logged));
    context.exitCode = code;
    return;
  }
}

/** The line with which one more is asked for: as it was typed, but what one appeal alone has. Undefined where nothing was asked for, or one of several is at hand. */
function lineOfNext({ choosing }: Context): TypedLine | undefined {
  if (choosing?.given === undefined || choosing.isAgain === true || choosing.answers.length === 0)
    return undefined;
  const { given } = choosing;
  return { ...given, options: given.options.filter(([name]) => name !== '--external-number') };
}

async function logOne(context: Context, options: Options): Promise<void> {
  // A session of its own: what is logged an hour later was received an hour later.
  const session = await context.session('appeal log');
  const { to, time, outcome, ...given } = options;
  const wasAsked = (context.choosing?.answers.length ?? 0) > 0;
  const appeal = await makeAppeal(session, given);
  const { number, unit, dueOn } = await logAppeal(session, { appeal, time, to, outcome });
  const similar = outcome === undefined ? await findSimilar(session, { appeal, except: number }) : [];
  const { appeal: say, times } = context.text.views;
  const { action, outcome: outcomes } = context.text.codeNames;
  const lines = [
    say.logged(number),
    ...(outcome === undefined
      ? []
      : [say.didSo(number, context.text.labels.remark(action.close, outcomes[outcome]))]),
  ];
  if (unit !== null) {
    const desk = (await seeDesks(session, { unitId: unit.id })).get(unit.id);
    lines.push(say.transferred(number, 0, context.text.codeNames.transferDesk, unit.name));
    lines.push(describeCall(unit.name, desk, session.jurisdiction.areaCode, context.text));
  }
  if (outcome === undefined)
    lines.push(dueOn === null ? times.noDueYet : context.text.labels.said(times.due, dueOn));
  lines.push(...describeSimilar(similar, context.text));
  const { matter = null } = appeal;
  const isToldAlready = unit === null && wasAsked && to === undefined;
  const usual =
    outcome !== undefined || isToldAlready
      ? undefined
      : await tellUsual(context, session, { matter, holderId: unit?.id ?? null });
  await context.print({
    json: {
      ...{ number, unit: unit?.code ?? null, outcome: outcome ?? null, dueOn, similar },
      proposed: proposedJson(usual),
    },
    view: [{ kind: 'lines', lines }],
  });
  if (outcome !== undefined) return;
  const [likest] = similar;
  if (likest !== undefined && wasAsked) await askLink(context, session, number, likest.number);
  const ruled = isToldAlready
    ? (await findRulingFor(session.store.db, session.jurisdiction, matter))?.lead.code
    : await tellRuling(context, session, { number, matter, holderId: unit?.id ?? null });
  context.next(
    likest !== undefined && !wasAsked
      ? `liaison appeal link ${number} --duplicate-of ${likest.number}`
      : unit === null
        ? `liaison appeal transfer ${number} --to ${ruled ?? usual?.unit.code ?? context.text.labels.fill.unit}`
        : `liaison appeal show ${number}`,
  );
}

/** Asks whether an appeal is the same as one that is open, and links the two if it is. */
async function askLink(context: Context, session: Session, number: string, other: string): Promise<void> {
  if (!(await askYes(context, context.text.views.search.askLink(other)))) return;
  const link = { verb: 'link' as const, kind: 'duplicate-of' as const, number: other };
  await (await prepareCourseWork(session, { numbers: [number], act: link })).apply();
  context.say(`${number}: ${context.text.codeNames.link['duplicate-of']} ${other}`);
}

/** Says before the question whereto an appeal is handed which ruling holds for its matter, or with which unit most of it ended. */
async function tellProposals(context: Context, said: string | undefined): Promise<void> {
  const session = await context.session('appeal log');
  const matter = (await getMatter(session.store.db, session.jurisdiction, said)) ?? null;
  await tellRuling(context, session, { number: '', matter, holderId: null });
  await tellUsual(context, session, { matter, holderId: null });
}

/** The appeal as it was given. Errors: `answer-needed` for what it cannot be without. */
async function makeAppeal(
  { store, jurisdiction }: Session,
  given: Omit<Options, 'to' | 'time' | 'outcome'>,
): Promise<NewAppeal> {
  const { channel, kind, title, confidential = false, matter, ...more } = given;
  if (channel === undefined || kind === undefined || title === undefined) {
    const needed = { '--channel': channel, '--kind': kind, '--title': title };
    const missing = Object.entries(needed).flatMap(([option, value]) =>
      value === undefined ? [option] : [],
    );
    throw new AppError('answer-needed', { options: missing });
  }
  return {
    ...more,
    channel,
    kind,
    title,
    confidential,
    matter: await getMatter(store.db, jurisdiction, matter),
  };
}
