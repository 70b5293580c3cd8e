import type { Command } from 'commander';
import { AppError } from '../../errors.ts';
import type { Context } from '../../cli/context.ts';
import { readInputFile } from '../../cli/files.ts';
import { factsOf, withFacts } from '../../cli/option-facts.ts';
import { textOption, wordOption } from '../../cli/option-values.ts';
import { confirm } from '../../cli/ask/prompts.ts';
import { addVerb, asksFor } from '../../cli/verb.ts';
import { satisfactionWords, yesNoWords } from '../../domain/input-words.ts';
import type { Satisfaction } from '../../domain/satisfaction.ts';
import { parseNumbers } from '../../operations/appeal/parse-numbers.ts';
import type { ActInput, ActVerb } from '../../operations/appeal/prepare-act.ts';
import { prepareCourseWork } from '../../operations/appeal/prepare-act.ts';
import { describeWorkedOn } from '../../output/appeal-view.ts';
import { seeDesks } from '../../operations/privacy/gate.ts';
import { tellRuling } from './tell-ruling.ts';
import { tellUsual } from './tell-usual.ts';

/** Options that every verb of the course has. */
export interface CourseOptions {
  readonly fromFile?: string;
  readonly time?: string;
  readonly text?: string;
}

/** More numbers than these are done after a confirmation only. */
const unasked = 3;

/** Declares a verb that is done to one appeal or several: numbers, a file of them, the time, a remark. */
export function addCourseVerb(
  parent: Command,
  context: Context,
  verb: ActVerb,
  ...examples: readonly string[]
): Command {
  const { shared, appeal: help } = context.text.help;
  const added = addVerb(parent, context, `appeal ${verb}`, ...examples);
  return asksFor(added, { needs: [['numbers', '--from-file']] })
    .argument('[numbers...]', shared.appeal)
    .option('--from-file <file>', help.fromFile, textOption('--from-file'))
    .option('--time <time>', shared.time);
}

/** Reads yes or no given as an option. */
export function yesNoOption(option: string): (value: string) => boolean {
  const read = wordOption(option, yesNoWords);
  return withFacts((value: string) => read(value) === 'yes', factsOf(read));
}

/** Reads how satisfied a citizen is: one of five grades, or yes or no alone. */
export function satisfactionOption(option: string): (value: string) => Satisfaction {
  const read = wordOption(option, satisfactionWords);
  const parse = (value: string): Satisfaction => {
    const answer = read(value);
    return answer === 'yes' || answer === 'no' ? answer === 'yes' : answer;
  };
  return withFacts(parse, factsOf(read));
}

/** Does one thing to appeals and prints what they are now; with more than three a person confirms it first. */
export async function runCourseVerb(
  context: Context,
  numbers: readonly string[],
  options: CourseOptions,
  act: ActInput,
  // One appeal is told as one document, several as a list.
  isList = numbers.length !== 1 || options.fromFile !== undefined,
): Promise<void> {
  const session = await context.session(`appeal ${act.verb}`);
  const { fromFile } = options;
  const listed = fromFile === undefined ? [] : parseNumbers(await readInputFile(context, fromFile));
  const wanted = [...numbers, ...listed];
  if (wanted.length === 0) throw new AppError('argument-missing', { argument: 'numbers' });
  const prepared = await prepareCourseWork(session, { numbers: wanted, act: { ...act, time: options.time } });
  const { help, labels, codeNames } = context.text;
  if (prepared.numbers.length > unasked) {
    const list = labels.list(prepared.numbers);
    await confirm(context, help.appeal.confirmMany(codeNames.action[act.verb], list));
  }
  if (prepared.unsolved.length > 0)
    await confirm(context, help.appeal.confirmUnsolved(labels.list(prepared.unsolved)));
  const done = await prepared.apply();
  const desks = await seeDesks(session);
  const documents = done.map(({ appeal, before, course, dueBefore, becomes, openDuplicates }) => {
    const desk = course.holder === null ? undefined : desks.get(course.holder.id);
    const hasMoved = course.hops.length > before.hops.length;
    return {
      number: appeal.number,
      verb: act.verb,
      state: course.state,
      outcome: course.outcome,
      holder: course.holder?.name ?? null,
      holderCode: course.holder?.code ?? null,
      dueOn: appeal.dueOn,
      dueBefore,
      becomes,
      ...(act.verb === 'close' ? { openDuplicates } : {}),
      ...(hasMoved
        ? {
            hop: course.hops.at(-1)?.hop ?? null,
            from: course.hops.at(-1)?.from?.name ?? null,
            to: course.holder?.name ?? null,
            toCode: course.holder?.code ?? null,
            phones: desk?.phones ?? null,
            liaison: desk?.persons.find((person) => person.role === 'liaison')?.name ?? null,
          }
        : {}),
    };
  });
  await context.print({
    json: isList ? documents : documents[0],
    view: [
      {
        kind: 'lines',
        lines: [
          ...done.flatMap((one) =>
            describeWorkedOn(
              act.verb,
              one,
              (unitId) => desks.get(unitId),
              session.jurisdiction.areaCode,
              context.text,
            ),
          ),
          ...(done.length > 1
            ? [context.text.views.times.doneAll(codeNames.action[act.verb], done.length)]
            : []),
        ],
      },
    ],
  });
  if (act.verb === 'transfer') {
    for (const { appeal } of done) {
      const standing = { ...appeal, holderId: appeal.holder?.id ?? null };
      await tellRuling(context, session, standing);
      await tellUsual(context, session, standing);
    }
  }
  const [first] = prepared.numbers;
  context.next(`liaison appeal ${act.verb === 'transfer' ? 'trace' : 'show'} ${first ?? ''}`);
}
