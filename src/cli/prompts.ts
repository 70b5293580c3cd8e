import type { Readable, Writable } from 'node:stream';
import { AppError } from '../errors.ts';
import { showHidden } from '../output/visible.ts';
import type { Texts } from '../text/shape.ts';
import type { GlobalOptions } from './global-options.ts';
import type { Host } from './host.ts';

/** Where questions are asked: the terminal, its language, and whether somebody sits there. */
interface Desk {
  readonly host: Host;
  readonly text: Texts;
  readonly isInteractive: boolean;
  readonly options: GlobalOptions;
}

/** Escape at a question: whoever asks several goes back to the one before, else it is an interruption like any other. */
class Escaped extends AppError<'interrupted'> {
  constructor() {
    super('interrupted', {});
  }
}

/**
 * Asks questions one after the other. Escape goes back to the one before, whose answer stands there to be changed; at the first, it
 * ends the command. A question that was answered beforehand asks nothing, is told by `false`, and is gone past in both directions.
 */
export async function askInTurn(questions: readonly (() => Promise<boolean>)[]): Promise<void> {
  const asked: number[] = [];
  for (let at = 0; at < questions.length;) {
    try {
      if ((await questions[at]?.()) === true) asked.push(at);
      at += 1;
    } catch (error) {
      const before = asked.pop();
      if (!(error instanceof Escaped) || before === undefined) throw error;
      at = before;
    }
  }
}

/** Asks for a line of text. Without a terminal it names the flag that gives it; an empty answer to an optional question is undefined. */
export async function askText(
  context: Desk,
  question: {
    readonly message: string;
    readonly option: string;
    readonly isOptional?: boolean;
    /** What stands there already, to be changed. */
    readonly initial?: string | undefined;
    /** What is wrong with an answer, so that it can be given again; what was typed before it is kept. */
    readonly check?: (answer: string) => string | undefined;
  },
): Promise<string | undefined> {
  if (!context.isInteractive) {
    if (question.isOptional === true) return undefined;
    throw new AppError('answer-needed', { options: [question.option] });
  }
  const { text } = await import('@clack/prompts');
  const answer = await untilEnd(context, (streams) =>
    text({
      message: question.message,
      ...(question.initial === undefined ? {} : { initialValue: question.initial }),
      ...streams,
      validate: (value) => {
        const typed = (value ?? '').trim();
        if (typed !== '') return question.check?.(typed);
        return question.isOptional === true ? undefined : context.text.labels.answerNeeded;
      },
    }),
  );
  return answerOf(answer)?.trim() || undefined;
}

/** Lets a person choose one of several. Without a terminal it names the flag. */
export async function askChoice<Code extends string>(
  context: Desk,
  question: {
    readonly message: string;
    readonly option: string;
    readonly choices: readonly { readonly value: Code; readonly label: string }[];
    /** The one that stands chosen at first, else the first. */
    readonly initial?: Code | undefined;
  },
): Promise<Code> {
  if (!context.isInteractive) throw new AppError('answer-needed', { options: [question.option] });
  const { select } = await import('@clack/prompts');
  const choices: readonly { readonly value: string; readonly label: string }[] = question.choices;
  const answer = await untilEnd(context, (streams) =>
    select({
      message: `${showHidden(question.message)} ${context.text.labels.howToChoose}`,
      options: choices.map(({ value, label }) => ({ value, label: showHidden(label) })),
      ...(question.initial === undefined ? {} : { initialValue: question.initial }),
      // The library knows English only.
      showInstructions: false,
      ...streams,
    }),
  );
  const chosen = answerOf(answer);
  const found = question.choices.find(({ value }) => value === chosen);
  if (found === undefined) throw new AppError('interrupted', {});
  return found.value;
}

/** Asks for a yes. `--yes` answers it; without a terminal it fails and names that flag. A no is an interruption. */
export async function confirm(context: Desk, question: string): Promise<void> {
  if (context.options.yes === true) return;
  if (!context.isInteractive) throw new AppError('confirmation-needed', { question });
  if (!(await askYesOrNo(context, question, false))) throw new AppError('interrupted', {});
}

/** Asks a question at a terminal whose answer may be no; Escape is a no. */
export async function askYes(context: Desk, question: string): Promise<boolean> {
  return askYesOrNo(context, question, true);
}

async function askYesOrNo(context: Desk, question: string, initialValue: boolean): Promise<boolean> {
  const { confirm: ask } = await import('@clack/prompts');
  const answer = await untilEscape(context, (streams) =>
    ask({
      message: showHidden(question),
      initialValue,
      active: context.text.labels.yes,
      inactive: context.text.labels.no,
      ...streams,
    }),
  );
  return answer === true;
}

/** Asks a question to which Escape is a no. */
async function untilEscape(desk: Desk, ask: (streams: Streams) => Promise<unknown>): Promise<unknown> {
  try {
    return await untilEnd(desk, ask);
  } catch (error) {
    if (error instanceof Escaped) return false;
    throw error;
  }
}

/** Where a question is asked, and what ends it from outside. */
interface Streams {
  readonly input: Readable;
  readonly output: Writable;
  readonly signal: AbortSignal;
}

const escapeSign = '\u001B';
/** What Ctrl-D and Ctrl-Z send: nothing more will be typed, and go away. */
const endSigns = ['\u0004', '\u001a'];

/**
 * Asks a question until it is answered, or until nobody can answer it any more: the terminal is gone, or Ctrl-D or Ctrl-Z was pressed. Then
 * the command ends as by Ctrl-C, and the terminal is left as it was. Errors: `interrupted`, of its own kind for Escape.
 */
async function untilEnd<Answer>({ host }: Desk, ask: (streams: Streams) => Promise<Answer>): Promise<Answer> {
  const { stdin, stderr } = host;
  const ended = new AbortController();
  const end = (): void => {
    ended.abort();
  };
  const last = { isEscape: false };
  const look = (typed: Buffer | string): void => {
    last.isEscape = typed.toString() === escapeSign;
    if (endSigns.some((sign) => typed.toString().includes(sign))) end();
  };
  if (stdin.readableEnded || stdin.destroyed) throw new AppError('interrupted', {});
  // Before the line editor sees the key: it would answer Ctrl-Z by stopping the process.
  stdin.on('end', end).on('close', end).prependListener('data', look);
  try {
    const answer = await ask({ input: stdin, output: stderr, signal: ended.signal });
    if (ended.signal.aborted) throw new AppError('interrupted', {});
    if (typeof answer === 'symbol' && last.isEscape) throw new Escaped();
    return answer;
  } finally {
    stdin.off('end', end).off('close', end).off('data', look);
  }
}

/** Escape or Ctrl-C at a question ends the command; nothing has been written. */
function answerOf(answer: unknown): string | undefined {
  if (typeof answer === 'symbol') throw new AppError('interrupted', {});
  return typeof answer === 'string' ? answer : undefined;
}
