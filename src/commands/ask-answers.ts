import { AppError } from '../errors.ts';
import { askUnit } from '../cli/ask/ask-unit.ts';
import type { Context, Session } from '../cli/context.ts';
import { askChoice } from '../cli/ask/choose.ts';
import { askText } from '../cli/ask/prompts.ts';
import type { NameAnswer } from '../domain/name-answer.ts';
import { nameAnswerKinds } from '../domain/name-answer.ts';
import { completeTime, localDay, parseDay } from '../domain/time.ts';
import type { ImportPlan, ImportTask } from '../operations/import/import-file.ts';
import { listUnits } from '../store/units.ts';
import { listUnknownNames } from '../operations/import/resolve-names.ts';

/** The choice that leads to typing a unit that was not suggested. */
const anotherUnit = '';

/** The choice that ends the questions: this name and all that follow are new units. */
const restIsNew = 'rest';

/** Asks one by one what the names of a file stand for that no unit answers to. Needs a terminal when there are any. */
export async function askAnswers<Plan extends ImportPlan>(
  context: Context,
  session: Session,
  task: ImportTask<Plan>,
): Promise<NameAnswer[]> {
  const problems = [...task.problems, ...(await task.plan(session.store.db)).problems];
  // What else is wrong is told first: answers to a file that does not go in would be lost.
  if (problems.some(({ code }) => code !== 'unit-unknown')) return [];
  const unknown = listUnknownNames(problems);
  if (unknown.length > 0 && !context.isInteractive) {
    throw new AppError('terminal-needed', { option: '--resolve', names: unknown.map(({ name }) => name) });
  }
  const answers: NameAnswer[] = [];
  const { store, jurisdiction } = session;
  const isFirst = (await listUnits(store.db, jurisdiction.id)).length === 0;
  for (const [at, one] of unknown.entries()) {
    const answer = await askAnswer(context, session, one, isFirst);
    if (answer === restIsNew) {
      return [...answers, ...unknown.slice(at).map(({ name }): NameAnswer => ({ name, kind: 'new' }))];
    }
    answers.push(answer);
  }
  return answers;
}

async function askAnswer(
  context: Context,
  { store, jurisdiction, now }: Session,
  { name, suggestions, row }: { name: string; suggestions: readonly string[]; row: number | undefined },
  isRegisterEmpty: boolean,
): Promise<NameAnswer | typeof restIsNew> {
  const ask = context.text.help.resolve;
  const option = '--resolve';
  // Where no unit is known yet, a name can be no other name of one.
  const possible = nameAnswerKinds.filter((one) => !isRegisterEmpty || one === 'new' || one === 'outside');
  const kinds: readonly (NameAnswer['kind'] | typeof restIsNew)[] = [...possible, restIsNew];
  const kind = await askChoice(context, {
    message: ask.what(name, row),
    option,
    choices: kinds.map((value) => ({ value, label: ask.kinds[value] })),
  });
  if (kind === restIsNew) return kind;
  const which = async (message: string): Promise<string> => {
    const choices = [
      ...suggestions.map((value) => ({ value, label: value })),
      { value: anotherUnit, label: ask.another },
    ];
    const chosen =
      suggestions.length === 0 ? anotherUnit : await askChoice(context, { message, option, choices });
    if (chosen !== anotherUnit) return chosen;
    return (await askUnit(context, { db: store.db, jurisdiction }, { message, option })) ?? '';
  };
  const day = async (message: string): Promise<string> => {
    const today = localDay(now, jurisdiction.timeZone);
    const check = (answer: string): string | undefined => {
      const said = parseDay(completeTime(answer, today));
      return said !== undefined && said <= today ? undefined : ask.dayNeeded;
    };
    const answer = (await askText(context, { message, option, check })) ?? '';
    return parseDay(completeTime(answer, today)) ?? today;
  };
  switch (kind) {
    case 'alias':
      return { name, kind, unit: await which(ask.ofWhich) };
    case 'renamed':
      return { name, kind, unit: await which(ask.whichRenamed), on: await day(ask.since) };
    case 'merged':
      return { name, kind, into: await which(ask.intoWhich), on: await day(ask.mergedOn) };
    case 'new':
      return { name, kind, ...(await askFullName(context, name)) };
    case 'outside': {
      const full = await askFullName(context, name);
      const reason = (await askText(context, { message: ask.whyOutside, option })) ?? '';
      return { name, kind, ...full, reason };
    }
  }
}

/** Asks what a new unit is called in full; a file may have its short name. */
async function askFullName(context: Context, name: string): Promise<{ readonly fullName?: string }> {
  const message = context.text.help.resolve.fullName(name);
  const fullName = await askText(context, { message, option: '--resolve', isOptional: true });
  return fullName === undefined || fullName === name ? {} : { fullName };
}
