import type { Command } from 'commander';
import { AppError } from '../../errors.ts';
import { askChoice } from '../../cli/ask/choose.ts';
import { askInTurn } from '../../cli/ask/prompts.ts';
import type { Choosing, GivenAnswer } from '../../cli/argv.ts';
import type { Context } from '../../cli/context.ts';
import { findTypedLine, writeLine } from '../../cli/typed-line.ts';
import { findDeclaredVerb, findVerbQuestions, formsOf, isFolderVerb } from '../../cli/verb.ts';
import { askLack, askMore } from './ask-lack.ts';
import type { Asking } from './choices.ts';
import { nameOf } from './kinds.ts';
import type { OpenLine } from './lacks.ts';
import { findSaid, isOutOfQuestion, joinAnswers, lackOf, listLacks, titleOf } from './lacks.ts';

/** A verb whose line was read, at a terminal. */
interface Named {
  readonly context: Context;
  readonly verb: Command;
}

/** A line that was completed, and what it was made of. */
export interface CompletedLine {
  readonly args: readonly string[];
  readonly choosing: Choosing;
}

/** A line whose answers are still given and taken back. */
type LineAtHand = OpenLine & { readonly answers: GivenAnswer[] };

/**
 * Asks for what a line lacks, as its declaration says or as the command itself said when it ran, one question after the other; then for more, where the
 * verb was chosen and not typed. Gives the whole line, which has been said; undefined where nothing is asked for. Errors: `interrupted`.
 */
export async function completeLine(
  { context, verb }: Named,
  thrown: unknown,
  choosing: Choosing | undefined,
): Promise<CompletedLine | undefined> {
  if (!canAsk({ context, verb })) return undefined;
  const { isChosen = false, answers = [], given = findTypedLine(verb) } = choosing ?? {};
  const line: LineAtHand = { verb, given, answers: [...answers] };
  const lacks = listLacks(line, thrown);
  const isThorough = findVerbQuestions(verb).isThorough === true && choosing === undefined;
  if (lacks.length === 0 && !isChosen) {
    // What asks for all it can has been told all.
    return isThorough && !(thrown instanceof AppError) ? write(context, line) : undefined;
  }
  const asking = makeAsking(context, line);
  const all = [...answers.map((answer) => lackOf(verb, answer)), ...lacks];
  if (all.length > 1 && answers.length === 0) context.say(context.text.questions.goBack);
  const questions = all.map((lack, at) => async (): Promise<boolean> => {
    const tell = lack.kind === 'value' ? findVerbQuestions(verb).tell?.[nameOf(lack.declared)] : undefined;
    if (isOutOfQuestion(line, lack)) {
      line.answers[at] = { name: lack.kind === 'value' ? nameOf(lack.declared) : '', parts: [] };
      return false;
    }
    await tell?.(asking.said);
    line.answers[at] = await askLack({ asking, verb }, lack, line.answers[at]);
    return true;
  });
  const more = async (): Promise<boolean> => {
    line.answers.splice(all.length);
    line.answers.push(...(await askMore({ asking, verb }, line)));
    return true;
  };
  const offersMore = isChosen && (verb.options.length > 0 || formsOf(verb).length > 1);
  await askInTurn(offersMore ? [...questions, more] : questions, answers.length);
  return finish(context, line);
}

/** Lets a person change one of the answers with which a command was refused; undefined where they leave it. Errors: `interrupted`. */
export async function changeAnswer(
  { context, verb }: Named,
  { given = findTypedLine(verb), answers }: Choosing,
): Promise<CompletedLine | undefined> {
  if (!canAsk({ context, verb }) || answers.length === 0) return undefined;
  const line: LineAtHand = { verb, given, answers: [...answers] };
  const asking = makeAsking(context, line);
  const { questions } = context.text;
  let at: number | undefined;
  await askInTurn([
    async () => {
      const choices = answers.map((answer, index) => ({
        value: String(index),
        label: questions.change(
          describe(verb, answer),
          answer.parts.map(([name, value]) => value ?? name).join(' '),
        ),
      }));
      const chosen = await askChoice(context, {
        message: questions.wrong,
        option: '',
        choices: [...choices, { value: '', label: questions.leave }],
      });
      at = chosen === '' ? undefined : Number(chosen);
      return true;
    },
    async () => {
      const answer = at === undefined ? undefined : answers[at];
      if (at === undefined || answer === undefined) return false;
      line.answers[at] = await askLack({ asking, verb }, lackOf(verb, answer), answer);
      return true;
    },
  ]);
  return at === undefined ? undefined : finish(context, line);
}

/** Whether somebody sits there, and nothing was done yet that a second run would do again. */
function canAsk({ context, verb }: Named): boolean {
  return context.isInteractive && context.changes.length === 0 && findDeclaredVerb(verb) !== undefined;
}

function makeAsking(context: Context, line: LineAtHand): Asking {
  const declared = findDeclaredVerb(line.verb);
  if (declared === undefined) throw new Error('not declared');
  return {
    context,
    verb: declared.name,
    folder: '',
    files: declared.name === 'database backup' ? [`backup-${context.today}.db`] : suggestFiles(line.verb),
    said: (name) => findSaid(line, name),
  };
}

/** Says the whole line as it can be typed, and gives it. */
function finish(context: Context, line: LineAtHand): CompletedLine {
  const completed = write(context, line);
  context.sayCommand(completed.args);
  return completed;
}

function write(context: Context, { given, answers }: LineAtHand): CompletedLine {
  const { choosing } = context;
  const args = writeLine(joinAnswers({ given, answers }), context.globalsTyped);
  return { args, choosing: { ...choosing, given, answers, isChosen: false } };
}

/** What an answer was about, in the words of the help. */
function describe(verb: Command, answer: GivenAnswer): string {
  const lack = lackOf(verb, answer);
  if (lack.kind === 'value') return titleOf(lack.declared);
  const name = answer.parts[0]?.[0];
  const chosen = lack.options.find((one) => one.long === name);
  return chosen === undefined ? '' : titleOf(chosen);
}

/** Names under which the result of a verb could be written: one for each form that a person opens. */
function suggestFiles(verb: Command): string[] {
  const name = findTypedLine(verb).words.join('-');
  if (isFolderVerb(verb)) return [`${name}s`];
  return (['docx', 'xlsx', 'html', 'csv'] as const)
    .filter((form) => formsOf(verb).includes(form))
    .map((form) => `${name}.${form}`);
}
