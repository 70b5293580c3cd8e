import type { Command } from 'commander';
import { AppError } from '../../errors.ts';
import type { Context, Session } from '../../cli/context.ts';
import { exitCodes } from '../../cli/exit-codes.ts';
import { textOption, wordOption } from '../../cli/option-values.ts';
import { askUnit } from '../../cli/ask-unit.ts';
import { askChoice, askInTurn, askText, askYes } from '../../cli/prompts.ts';
import { addVerb } from '../../cli/verb.ts';
import { kinds } from '../../domain/appeal.ts';
import { appealChannels } from '../../domain/volume.ts';
import { findMatter } from '../../domain/matter.ts';
import { parsePhones } from '../../domain/phone.ts';
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
import { listMatters } from '../../store/matters.ts';
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
  addFieldOptions(verb, context)
    .option('--confidential', help.confidential)
    .option('--external-number <number>', help.external, textOption('--external-number'))
    .option('--to <unit>', help.to, textOption('--to'))
    .option('--outcome <outcome>', help.logOutcome, wordOption('--outcome', outcomesAtOnce))
    .option('--time <time>', shared.time)
    .action((options: Options) => runLog(context, options));
}

/** Logs one appeal; at a terminal where its fields are asked for, one after the other until a person has no more. */
async function runLog(context: Context, options: Options): Promise<void> {
  if (options.outcome !== undefined && options.to !== undefined)
    throw new AppError('options-conflict', { one: '--outcome', other: '--to' });
  const { externalNumber: _own, ...kept } = options;
  const isAsking = needsAsking(options);
  if (isAsking && context.isInteractive) context.say(context.text.help.appeal.escapeGoesBack);
  await logOne(context, options);
  if (!isAsking) return;
  for (let logged = 1; await askYes(context, context.text.help.appeal.askAnother); logged += 1) {
    try {
      await logOne(context, kept);
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== 'interrupted') throw error;
      context.warn(context.text.views.appeal.loggedBefore(logged));
      context.exitCode = exitCodes.interrupted;
      return;
    }
  }
}

/** Whether fields of the appeal have to be asked for. */
function needsAsking({ kind, channel, title }: FieldOptions): boolean {
  return kind === undefined || channel === undefined || title === undefined;
}

async function logOne(context: Context, options: Options): Promise<void> {
  // A session of its own: what is logged an hour later was received an hour later.
  const session = await context.session('appeal log');
  const { to, time, outcome, ...given } = options;
  const { appeal, unitName } = await completeAppeal(context, session, given, to, outcome === undefined);
  const { number, unit, dueOn } = await logAppeal(session, { appeal, time, to: unitName, outcome });
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
  const isToldAlready = unit === null && needsAsking(given) && to === undefined;
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
  if (likest !== undefined && needsAsking(given)) await askLink(context, session, number, likest.number);
  const ruled = isToldAlready
    ? (await findRulingFor(session.store.db, session.jurisdiction, matter))?.lead.code
    : await tellRuling(context, session, { number, matter, holderId: unit?.id ?? null });
  context.next(
    likest !== undefined && !needsAsking(given)
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

/** What is known of an appeal while it is asked for. */
type Typed = {
  -readonly [Key in 'channel' | 'kind' | 'title' | 'text' | 'matter' | 'place' | 'caller' | 'phone']?:
    NewAppeal[Key] | undefined;
};

/** Asks for what is needed and was not said; what may stay empty is asked for only beside it. Escape goes back one question. */
async function completeAppeal(
  context: Context,
  { store, jurisdiction }: Session,
  given: Omit<Options, 'to' | 'time' | 'outcome'>,
  to: string | undefined,
  isHandedOver: boolean,
): Promise<{ appeal: NewAppeal; unitName: string | undefined }> {
  const { help, codeNames } = context.text;
  const isAsking = needsAsking(given);
  const matterSaid = await getMatter(store.db, jurisdiction, given.matter);
  const typed: Typed = { ...given, matter: matterSaid };
  let unitName = to;
  // What was given on the command line is not asked for, however often one goes back.
  const text =
    (key: 'title' | 'text' | 'place' | 'caller' | 'phone', message: string, check?: Check) =>
    async (): Promise<boolean> => {
      if (given[key] !== undefined || (!isAsking && key !== 'title')) return false;
      const isOptional = key !== 'title';
      const question = { message, option: `--${key}`, isOptional, initial: typed[key] };
      typed[key] = await askText(context, { ...question, ...(check === undefined ? {} : { check }) });
      return true;
    };
  await askInTurn([
    async () => {
      if (given.channel !== undefined) return false;
      typed.channel = await askChoice(context, {
        message: help.appeal.askChannel,
        option: '--channel',
        choices: appealChannels.map((value) => ({ value, label: codeNames.channel[value] })),
        initial: typed.channel,
      });
      return true;
    },
    async () => {
      if (given.kind !== undefined) return false;
      typed.kind = await askChoice(context, {
        message: help.appeal.askKind,
        option: '--kind',
        choices: kinds.map((value) => ({ value, label: codeNames.kind[value] })),
        initial: typed.kind,
      });
      return true;
    },
    text('title', help.appeal.askTitle),
    text('text', help.appeal.askText),
    // Before anything else is typed, not after all of it.
    async () => {
      if (matterSaid !== undefined || !isAsking) return false;
      typed.matter = await askMatter(context, { store, jurisdiction }, typed.matter);
      return true;
    },
    text('place', help.appeal.askPlace),
    text('caller', help.appeal.askCaller),
    text('phone', help.appeal.askPhone, (said) =>
      parsePhones(said).kind === 'phones' ? undefined : help.appeal.phoneNeeded,
    ),
    async () => {
      if (!isAsking || to !== undefined || !isHandedOver) return false;
      const { matter = null } = typed;
      await tellRuling(context, { store, jurisdiction }, { number: '', matter, holderId: null });
      await tellUsual(context, { store, jurisdiction }, { matter, holderId: null });
      const question = { message: help.appeal.askTo, option: '--to', isOptional: true };
      unitName = await askUnit(context, { db: store.db, jurisdiction }, question);
      return true;
    },
  ]);
  const { channel, kind, title } = typed;
  if (channel === undefined || kind === undefined || title === undefined)
    throw new AppError('answer-needed', { options: ['--channel', '--kind', '--title'] });
  const { confidential = false, externalNumber, priority } = given;
  const { text: told, matter, place, caller, phone } = typed;
  return {
    appeal: {
      channel,
      kind,
      title,
      text: told,
      matter,
      place,
      caller,
      phone,
      confidential,
      externalNumber,
      priority,
    },
    unitName,
  };
}

/** What is wrong with an answer. */
type Check = (answer: string) => string | undefined;

/** Asks for a matter until it is one of the list, where the city has a list. */
async function askMatter(
  context: Context,
  { store, jurisdiction }: Pick<Session, 'store' | 'jurisdiction'>,
  initial: string | undefined,
): Promise<string | undefined> {
  const { help, errors } = context.text;
  const matters = await listMatters(store.db, jurisdiction.id);
  const check: Check = (typed) => {
    const match = findMatter(matters, typed);
    if (matters.length === 0 || match.kind === 'found') return undefined;
    return errors['matter-unknown']({ matter: typed, suggestions: match.suggestions }).message;
  };
  const typed = await askText(context, {
    message: help.appeal.askMatter,
    option: '--matter',
    isOptional: true,
    initial,
    check,
  });
  return getMatter(store.db, jurisdiction, typed);
}
