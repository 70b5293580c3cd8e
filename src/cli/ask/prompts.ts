import { AppError } from '../../errors.ts';
import { displayWidth } from '../../output/wrap.ts';
import type { Desk } from './ask.ts';
import { Escaped, ask } from './ask.ts';
import {
  below,
  errorLines,
  isEnter,
  lineBreak,
  marks,
  messageLines,
  settledLine,
  typeInto,
} from './drawing.ts';
import { layOutLine } from './frame.ts';
import type { EditedLine } from './line-editor.ts';

/**
 * Asks questions one after the other. Escape goes back to the one before, whose answer stands there to be changed; at the first, it
 * ends the command. A question that was answered beforehand asks nothing, is told by `false`, and is gone past in both directions. `from` are
 * answered already, and are asked again only when a person goes back to them.
 */
export async function askInTurn(questions: readonly (() => Promise<boolean>)[], from = 0): Promise<void> {
  const asked = Array.from({ length: from }, (_, at) => at);
  for (let at = from; at < questions.length;) {
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

/** What a question for a text says, and what it takes. */
export interface TextQuestion {
  readonly message: string;
  /** The option that gives it without a terminal. */
  readonly option: string;
  readonly isOptional?: boolean;
  /** What stands there already, to be changed. */
  readonly initial?: string | undefined;
  /** Whether the text may have several lines; they are shown as one, ↵ for each break. */
  readonly isLong?: boolean;
  /** Whether the text is a secret: a dot stands for each of its signs, and none for the answer. */
  readonly isSecret?: boolean;
  /** What is wrong with an answer, so that it can be given again; what was typed before it is kept. */
  readonly check?: ((answer: string) => string | undefined) | undefined;
}

/** Asks for a line of text. Without a terminal it names the flag that gives it; an empty answer to an optional question is undefined. */
export async function askText(desk: Desk, question: TextQuestion): Promise<string | undefined> {
  const {
    message,
    option,
    isOptional = false,
    initial = '',
    isLong = false,
    isSecret = false,
    check,
  } = question;
  if (!desk.isInteractive) {
    if (isOptional) return undefined;
    throw new AppError('answer-needed', { options: [option] });
  }
  const begun = initial.replaceAll('\n', lineBreak);
  let line: EditedLine = { text: begun, cursor: begun.length };
  let wrong: string | undefined;
  const answer = await ask<string>(desk, {
    draw: (size) => {
      const asked = messageLines(desk, message, size);
      const typed = layOutLine(marks(desk).typed, isSecret ? hideLine(line) : line, size.width);
      return below(asked, typed, errorLines(desk, wrong, size));
    },
    press: (press) => {
      if (!isEnter(press)) {
        wrong = undefined;
        line = typeInto(line, press, isLong);
        return undefined;
      }
      // A blank may be part of a secret.
      const said = isSecret ? line.text : line.text.replaceAll(lineBreak, '\n').trim();
      wrong = said === '' ? (isOptional ? undefined : desk.text.labels.answerNeeded) : check?.(said);
      return wrong === undefined ? { answer: said } : undefined;
    },
    settled: (said) => settledLine(desk, message, isSecret ? '•••' : said.replaceAll('\n', lineBreak)),
  });
  return answer === '' ? undefined : answer;
}

/** A dot for each sign of a line, the cursor where it stands. */
function hideLine({ text, cursor }: EditedLine): EditedLine {
  const dots = (part: string): string => '•'.repeat(part.length);
  return { text: dots(text), cursor: dots(text.slice(0, cursor)).length };
}

/** Asks for a yes. `--yes` answers it; without a terminal it fails and names that flag. A no is an interruption. */
export async function confirm(desk: Desk, question: string): Promise<void> {
  if (desk.options.yes === true) return;
  if (!desk.isInteractive) throw new AppError('confirmation-needed', { question });
  if (!(await askYesOrNo(desk, question, false))) throw new AppError('interrupted', {});
}

/** Asks a question at a terminal whose answer may be no; Escape is a no. */
export async function askYes(desk: Desk, question: string): Promise<boolean> {
  return askYesOrNo(desk, question, true);
}

async function askYesOrNo(desk: Desk, message: string, initial: boolean): Promise<boolean> {
  const { labels } = desk.text;
  const { chalk } = desk.errorScreen;
  let isYes = initial;
  const say = (answer: boolean): string => (answer ? labels.yes : labels.no);
  try {
    return await ask<boolean>(desk, {
      draw: (size) => {
        const sign = marks(desk).typed;
        const shown = [true, false].map((one) =>
          one === isYes ? chalk.cyan.underline(say(one)) : chalk.dim(say(one)),
        );
        const column = displayWidth(sign) + (isYes ? 0 : displayWidth(`${say(true)} / `));
        const typed = { lines: [`${sign}${shown.join(' / ')}`], cursor: { row: 0, column } };
        return below(messageLines(desk, message, size), typed, [`  ${chalk.dim(labels.howToSayYes)}`]);
      },
      press: (press) => {
        if (isEnter(press)) return { answer: isYes };
        if (press.kind !== 'key') return undefined;
        const { name = '', sequence } = press.key;
        if (/^[yY是]$/u.test(sequence)) return { answer: true };
        if (/^[nN否]$/u.test(sequence)) return { answer: false };
        if (['left', 'right', 'up', 'down', 'tab'].includes(name)) isYes = !isYes;
        return undefined;
      },
      settled: (answer) => settledLine(desk, message, say(answer)),
    });
  } catch (error) {
    if (error instanceof Escaped) return false;
    throw error;
  }
}
