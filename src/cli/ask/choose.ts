import { AppError } from '../../errors.ts';
import { showHidden } from '../../output/visible.ts';
import { displayWidth, takeWidth, wrapText } from '../../output/wrap.ts';
import type { Desk, Size } from './ask.ts';
import { ask } from './ask.ts';
import { below, errorLines, isEnter, marks, messageLines, settledLine, typeInto } from './drawing.ts';
import { layOutLine } from './frame.ts';
import type { Press } from './keyboard.ts';
import type { EditedLine } from './line-editor.ts';

/** One of several things that can be chosen. */
export interface Choice<Value extends string = string> {
  readonly value: Value;
  readonly label: string;
  /** Words it is found by beside its label. */
  readonly words?: string;
  /** What stands beside it, dimmed. */
  readonly note?: string;
  /** Whether it is none of the choices, but what was typed. */
  readonly isTyped?: boolean;
}

/** What a question with choices says. */
export interface ChoiceQuestion<Value extends string> {
  readonly message: string;
  readonly option: string;
  readonly choices: readonly Choice<Value>[];
  /** The one that stands chosen at first, else the first. */
  readonly initial?: Value | undefined;
  /** Takes what is typed instead of a choice: says what is wrong with it, or nothing. Absent where only the choices will do. */
  readonly other?: ((typed: string) => string | undefined) | undefined;
  /** What was typed before, to be changed. */
  readonly typed?: string | undefined;
  /** Whether nothing may be answered: an empty line with nothing typed. */
  readonly isOptional?: boolean;
  /** Whether `q` leaves while nothing is typed. */
  readonly leavesWithQ?: boolean;
  /** Whether what is typed searches it elsewhere than in the choices at hand. */
  readonly find?: ((typed: string) => readonly Choice<Value>[]) | undefined;
}

/** Rows of a list at most, and those a question leaves free. */
const mostRows = 12;
const rowsBeside = 6;

/** A text as it is compared: in either width and case. */
function folded(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}

/** Whether a choice has every word that was typed. */
function answersTo({ label, words = '', note = '', value }: Choice, typed: string): boolean {
  const all = folded(`${label} ${words} ${note} ${value}`);
  return folded(typed)
    .split(/\s+/u)
    .every((word) => all.includes(word));
}

/** What a list is made of. */
type ListTerms<Value extends string> = Pick<
  ChoiceQuestion<Value>,
  'choices' | 'initial' | 'typed' | 'find' | 'other' | 'isOptional'
>;

/** A list out of which is chosen: what is typed, what of the choices it leaves, and which of them is pointed at; -1 is none. */
class List<Value extends string> {
  line: EditedLine;
  at: number;
  readonly #terms: ListTerms<Value>;

  constructor(terms: ListTerms<Value>) {
    this.#terms = terms;
    const { typed = '', initial } = terms;
    this.line = { text: typed, cursor: typed.length };
    const pointed = this.shown.findIndex(({ value }) => value === initial);
    this.at = pointed >= 0 ? pointed : this.#begin;
  }

  /** Where a list begins: nowhere, where nothing is an answer too. */
  get #begin(): number {
    return this.#terms.isOptional === true && this.typed === '' ? -1 : 0;
  }

  get typed(): string {
    return this.line.text.trim();
  }

  /** Choices that what is typed leaves; last of them what is typed itself, where something else may be said. */
  get shown(): readonly Choice<Value>[] {
    const { choices, find, other } = this.#terms;
    const { typed } = this;
    if (typed === '') return choices;
    const found = find?.(typed) ?? choices.filter((one) => answersTo(one, typed));
    const isThere =
      other === undefined || found.some(({ value, label }) => value === typed || label === typed);
    // What is typed is a value of its own then.
    return isThere ? found : [...found, { value: typed as Value, label: typed, isTyped: true }];
  }

  get current(): Choice<Value> | undefined {
    return this.shown[this.at];
  }

  /** Moves in the list, or types. */
  press(press: Press, page: number): void {
    const { length } = this.shown;
    const name = press.kind === 'key' ? press.key.name : undefined;
    const steps: Readonly<Record<string, number>> = { up: -1, down: 1, pageup: -page, pagedown: page };
    const step = name === undefined ? undefined : steps[name];
    if (step === undefined) {
      const before = this.line.text;
      this.line = typeInto(this.line, press, false);
      if (this.line.text !== before) this.at = this.#begin;
      return;
    }
    if (length === 0) return;
    // Single steps go round, pages stop at the ends.
    const to = this.at + step;
    this.at =
      Math.abs(step) === 1 ? (to < 0 ? length - 1 : to % length) : Math.min(Math.max(to, 0), length - 1);
  }

  /** The rows around the one pointed at. */
  window(rows: number): { readonly from: number; readonly choices: readonly Choice<Value>[] } {
    const { shown } = this;
    const from = Math.min(Math.max(0, this.at - Math.floor(rows / 2)), Math.max(0, shown.length - rows));
    return { from, choices: shown.slice(from, from + rows) };
  }
}

function listRows({ rows }: Size, extra = 0): number {
  return Math.max(3, Math.min(mostRows, rows - rowsBeside - extra));
}

/** The rows of a list as they are shown, and how many there are beyond them. */
function drawList<Value extends string>(
  desk: Desk,
  list: List<Value>,
  size: Size,
  box?: (value: Value) => string,
): string[] {
  const { chalk } = desk.errorScreen;
  const { from, choices } = list.window(listRows(size));
  const room = size.width - 4;
  const lines = choices.map(({ label, note, value }, at) => {
    const isHere = from + at === list.at;
    const ticked = box === undefined ? '' : `${box(value)} `;
    const text = takeWidth(ticked + showHidden(label).replaceAll('\n', ' '), room);
    const left = room - displayWidth(text) - 2;
    const beside = note === undefined || left < 6 ? '' : `  ${chalk.dim(takeWidth(showHidden(note), left))}`;
    return `${isHere ? marks(desk).here : ' '} ${isHere ? chalk.cyan(text) : text}${beside}`;
  });
  const more = list.shown.length - choices.length;
  return more > 0 ? [...lines, `  ${chalk.dim(desk.text.labels.moreChoices(list.shown.length))}`] : lines;
}

/** Lets a person choose one of several by arrows or by typing part of it. Without a terminal it names the flag; nothing to an optional question is undefined. */
export async function askChoice<Value extends string>(
  desk: Desk,
  question: ChoiceQuestion<Value> & { readonly isOptional?: false; readonly other?: undefined },
): Promise<Value>;
export async function askChoice(desk: Desk, question: ChoiceQuestion<string>): Promise<string | undefined>;
export async function askChoice(desk: Desk, question: ChoiceQuestion<string>): Promise<string | undefined> {
  const { message, option, other, isOptional = false, leavesWithQ = false } = question;
  if (!desk.isInteractive) throw new AppError('answer-needed', { options: [option] });
  const list = new List(question);
  let wrong: string | undefined;
  let page = mostRows;
  const { labels } = desk.text;
  const { chalk } = desk.errorScreen;
  const answer = await ask<Choice | undefined>(desk, {
    draw: (size) => {
      page = listRows(size);
      const asked = messageLines(desk, message, size);
      const typed = layOutLine(marks(desk).typed, list.line, size.width);
      const how = wrapText(leavesWithQ ? labels.howToChooseOrLeave : labels.howToChoose, size.width - 3);
      return below(asked, typed, [
        ...errorLines(desk, wrong, size),
        ...drawList(desk, list, size),
        ...how.map((line) => `  ${chalk.dim(line)}`),
      ]);
    },
    press: (press) => {
      wrong = undefined;
      if (!isEnter(press)) {
        const isQ = press.kind === 'key' && press.key.sequence === 'q';
        if (leavesWithQ && isQ && list.line.text === '') return { answer: undefined };
        list.press(press, page);
        return undefined;
      }
      const { typed, current } = list;
      // What was typed whole is meant, whatever else begins like it.
      const exact = list.shown.find(
        ({ value, label, isTyped }) =>
          isTyped !== true && typed !== '' && (value === typed || label === typed),
      );
      const chosen = exact ?? current;
      if (chosen === undefined) {
        if (typed === '' && isOptional) return { answer: undefined };
        wrong = typed === '' ? labels.answerNeeded : labels.noSuchChoice(typed);
        return undefined;
      }
      if (chosen.isTyped === true) wrong = other?.(typed);
      return wrong === undefined ? { answer: chosen } : undefined;
    },
    settled: (chosen) => settledLine(desk, message, chosen?.label ?? ''),
  });
  return answer?.value;
}

/** Lets a person choose any number of several: the space bar takes one in or out, Enter ends it. Gives them in the order in which they were taken. */
export async function askSeveral<Value extends string>(
  desk: Desk,
  question: {
    readonly message: string;
    readonly option: string;
    readonly choices: readonly Choice<Value>[];
    readonly initial?: readonly Value[];
    readonly other?: ((typed: string) => string | undefined) | undefined;
    /** Whether none is an answer. */
    readonly isOptional?: boolean;
  },
): Promise<readonly Value[]> {
  const { message, option, choices, initial = [], isOptional = false, other } = question;
  if (!desk.isInteractive) throw new AppError('answer-needed', { options: [option] });
  const list = new List<Value>({ choices, other, isOptional });
  const taken = new Set<Value>(initial);
  const { on, off } = marks(desk);
  const { labels } = desk.text;
  let wrong: string | undefined;
  let page = mostRows;
  const answer = await ask<readonly Value[]>(desk, {
    draw: (size) => {
      page = listRows(size);
      return below(messageLines(desk, message, size), layOutLine(marks(desk).typed, list.line, size.width), [
        ...errorLines(desk, wrong, size),
        ...drawList(desk, list, size, (value) => (taken.has(value) ? on : off)),
        `  ${desk.errorScreen.chalk.dim(labels.howToChooseSeveral)}`,
      ]);
    },
    press: (press) => {
      wrong = undefined;
      const { current } = list;
      const isSpace = press.kind === 'key' && press.key.name === 'space';
      if (isSpace && current !== undefined) {
        wrong = current.isTyped === true ? other?.(current.value) : undefined;
        if (wrong === undefined && !taken.delete(current.value)) taken.add(current.value);
        return undefined;
      }
      if (!isEnter(press)) {
        list.press(press, page);
        return undefined;
      }
      // Who points at one and takes none means that one.
      if (taken.size === 0 && current !== undefined) {
        wrong = current.isTyped === true ? other?.(current.value) : undefined;
        if (wrong !== undefined) return undefined;
        taken.add(current.value);
      }
      if (taken.size > 0 || isOptional) return { answer: [...taken] };
      wrong = list.typed === '' ? labels.answerNeeded : labels.noSuchChoice(list.typed);
      return undefined;
    },
    settled: (values) =>
      settledLine(
        desk,
        message,
        labels.list(values.map((value) => choices.find((one) => one.value === value)?.label ?? value)),
      ),
  });
  return answer;
}

/** A key that does something, and what. */
export interface KeyChoice<Value extends string> {
  readonly key: string;
  readonly value: Value;
  readonly label: string;
}

/** Lets a person press one of a few keys; nothing else does anything. Escape is thrown as `Escaped`. */
export async function askKey<Value extends string>(
  desk: Desk,
  {
    message,
    option,
    keys,
  }: { readonly message: string; readonly option: string; readonly keys: readonly KeyChoice<Value>[] },
): Promise<Value> {
  if (!desk.isInteractive) throw new AppError('answer-needed', { options: [option] });
  const { chalk } = desk.errorScreen;
  const legend = (width: number): string[] => {
    const rows: { text: string; shown: string }[] = [];
    for (const { key, label } of keys) {
      const text = `${key} ${label}`;
      const shown = `${chalk.cyan(key)} ${label}`;
      const last = rows.at(-1);
      if (last !== undefined && displayWidth(`${last.text}   ${text}`) <= width - 4) {
        last.text += `   ${text}`;
        last.shown += `   ${shown}`;
      } else rows.push({ text, shown });
    }
    return rows.map((row) => `  ${row.shown}`);
  };
  const pressed = await ask<KeyChoice<Value>>(desk, {
    draw: (size) => {
      const asked = messageLines(desk, message, size);
      const typed = { lines: [marks(desk).typed], cursor: { row: 0, column: 2 } };
      return below([...asked, ...legend(size.width)], typed, []);
    },
    press: (press) => {
      if (press.kind !== 'key') return undefined;
      const { sequence } = press.key;
      const found = keys.find(({ key }) => folded(key) === folded(sequence));
      return found === undefined ? undefined : { answer: found };
    },
    settled: ({ label }) => settledLine(desk, message, label),
  });
  return pressed.value;
}
