import type { Command } from 'commander';
import { AppError } from '../../errors.ts';
import { Escaped } from '../../cli/ask/ask.ts';
import type { KeyChoice } from '../../cli/ask/choose.ts';
import { askChoice, askKey } from '../../cli/ask/choose.ts';
import type { Context } from '../../cli/context.ts';
import { exitCodes } from '../../cli/exit-codes.ts';
import { textOption } from '../../cli/option-values.ts';
import { addVerb, hasNoResult } from '../../cli/verb.ts';
import type { CourseVerb } from '../../domain/course-rules.ts';
import type { AppealDetails } from '../../operations/appeal/show-appeal.ts';
import { getShownAppeal } from '../../operations/appeal/show-appeal.ts';
import { listAppealLines } from '../../operations/appeal/list-appeals.ts';
import { getUnitByName } from '../../operations/unit/find-unit.ts';

interface Options {
  readonly unit?: string;
}

export function addWorkCommand(parent: Command, context: Context): void {
  const { appeal: help } = context.text.help;
  const verb = addVerb(
    parent,
    context,
    'appeal work',
    'liaison appeal work',
    'liaison appeal work --unit 市公安局',
  );
  hasNoResult(verb)
    .option('--unit <unit>', help.workUnit, textOption('--unit'))
    .action((options: Options) => runWork(context, options));
}

/** What can be done with the appeal at hand: an act, or moving on. */
type Step = CourseVerb | 'slip' | 'skip' | 'before' | 'more' | 'leave';

/** A walk through the queue: which appeals, where it stands, and which of them were acted on. */
interface Walk {
  readonly context: Context;
  readonly numbers: readonly string[];
  readonly done: Set<string>;
}

/**
 * Goes through the queue of the transfer desk, or what one unit has to answer, appeal by appeal. Each act is a command of its own, said and run like one that was typed: what was done
 * stays, wherever a person leaves. Errors: `terminal-only`, `unit-not-found`.
 */
async function runWork(context: Context, { unit }: Options): Promise<void> {
  if (!context.isInteractive) throw new AppError('terminal-only', { command: 'appeal work' });
  const { work } = context.text;
  const numbers = await listWaiting(context, unit);
  if (numbers.length === 0) {
    context.say(work.none);
    return;
  }
  const walk: Walk = { context, numbers, done: new Set() };
  try {
    await goThrough(walk);
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'interrupted') throw error;
    if (!(error instanceof Escaped)) context.exitCode = exitCodes.interrupted;
  }
  const left = await listWaiting(context, unit);
  context.say(work.ended(walk.done.size, left.length));
}

async function goThrough(walk: Walk): Promise<void> {
  const { context, numbers, done } = walk;
  let at = 0;
  while (at < numbers.length) {
    const number = numbers[at] ?? '';
    const seen = await showOne(walk, at);
    const step = await askStep(context, seen);
    if (step === 'leave') return;
    if (step === 'skip') at += 1;
    else if (step === 'before') at = Math.max(0, at - 1);
    else if (step === 'slip') await context.runCommand(['appeal', 'slip', number]);
    else if (await wasChanged(context, seen)) continue;
    else if ((await context.runCommand(['appeal', step, number])) === exitCodes.done) {
      done.add(number);
      at += 1;
    }
  }
}

/** Shows the appeal at hand as `show` does, under where it stands in the queue. */
async function showOne({ context, numbers, done }: Walk, at: number): Promise<AppealDetails> {
  const number = numbers[at] ?? '';
  context.say(`\n── ${context.text.work.title(at + 1, numbers.length, done.size)}`);
  await context.runCommand(['appeal', 'show', number, '--quiet']);
  const seen = await getShownAppeal(await context.session('appeal work'), { number });
  await context.close();
  return seen;
}

/** Lets a person say what is to be done: what is allowed now, each by its key, and moving on. */
async function askStep(context: Context, { appeal, allowed }: AppealDetails): Promise<Exclude<Step, 'more'>> {
  const { work, codeNames } = context.text;
  const keyOf: Partial<Record<CourseVerb, string>> = work.keys;
  const quick = allowed.filter((verb) => keyOf[verb] !== undefined);
  const rest = allowed.filter((verb) => keyOf[verb] === undefined);
  const keys: KeyChoice<Step>[] = [
    ...quick.map((verb) => ({ key: keyOf[verb] ?? '', value: verb, label: codeNames.action[verb] })),
    ...(rest.length === 0 ? [] : [{ key: 'o', value: 'more' as const, label: work.more }]),
    { key: 's', value: 'slip', label: work.slip },
    { key: 'n', value: 'skip', label: work.skip },
    { key: 'b', value: 'before', label: work.before },
    { key: 'q', value: 'leave', label: work.leave },
  ];
  for (;;) {
    const message = `${appeal.number}  ${work.what}`;
    const step = await askKey(context, { message, option: '', keys });
    if (step !== 'more') return step;
    try {
      return await askChoice(context, {
        message: work.what,
        option: '',
        choices: rest.map((verb) => ({ value: verb, label: codeNames.action[verb] })),
      });
    } catch (error) {
      if (!(error instanceof Escaped)) throw error;
    }
  }
}

/** Whether somebody else did something with the appeal since it was shown; that is said, and it is shown again. */
async function wasChanged(context: Context, seen: AppealDetails): Promise<boolean> {
  const now = await getShownAppeal(await context.session('appeal work'), { number: seen.appeal.number });
  await context.close();
  const [first, ...more] = now.events.slice(seen.events.length);
  if (first === undefined) return false;
  const { work, codeNames, labels } = context.text;
  const names: Readonly<Record<string, string | undefined>> = codeNames.action;
  const what = [first, ...more].map(({ action }) => names[action] ?? action);
  context.warn(work.changed(seen.appeal.number, first.by, labels.list(what)));
  return true;
}

/** Numbers of the appeals that wait, those that wait longest first: at the transfer desk, or those a unit has still to answer. */
async function listWaiting(context: Context, unit: string | undefined): Promise<string[]> {
  const session = await context.session('appeal work');
  if (unit !== undefined) await getUnitByName(session.store.db, session.jurisdiction, unit);
  const { lines } = await listAppealLines(
    session,
    unit === undefined
      ? { isQueue: true, sort: 'waiting' }
      : { unit: { name: unit, as: 'lead' }, sort: 'due' },
  );
  await context.close();
  const open = lines.filter(
    ({ appeal }) => appeal.state === 'sent' || appeal.state === 'accepted' || unit === undefined,
  );
  return open.map(({ appeal }) => appeal.number);
}
