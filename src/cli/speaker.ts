import { showAddress } from '../store/database.ts';
import type { Screen } from '../output/screen.ts';
import { writeTerminal } from '../output/terminal.ts';
import type { View } from '../output/view.ts';
import { showHidden } from '../output/visible.ts';
import { quote } from '../text/quote.ts';
import type { Summaries, Texts } from '../text/shape.ts';
import { commandsInChinese, toChinese } from './command-words.ts';
import type { GlobalOptions } from './global-options.ts';
import type { Host } from './host.ts';

/** What a command says beside its result, on stderr. */
export abstract class Speaker {
  abstract readonly host: Host;
  abstract readonly summaries: Summaries;
  abstract readonly text: Texts;
  abstract get options(): GlobalOptions;
  abstract get isJson(): boolean;
  abstract get errorScreen(): Screen;
  #isHushed = false;

  get #isQuiet(): boolean {
    return this.options.quiet === true || this.#isHushed;
  }

  /** A sentence whose commands are in the words of the reader. */
  #inWords(sentence: string): string {
    const { words } = this.summaries;
    return words === null ? sentence : commandsInChinese(sentence, words);
  }

  /** A command as it is typed, in the words of the reader; what is in quotes is a value, and stays as it is. */
  writeCommand(line: readonly string[]): string {
    const { words } = this.summaries;
    // Of the address of a server all but its password.
    const shown = (words === null ? line : toChinese(line, words)).map(showAddress);
    return ['liaison', ...shown.map(quote)].join(' ');
  }

  /** Says a command as it can be typed, before it is run. */
  sayCommand(words: readonly string[]): void {
    if (this.#isQuiet || this.isJson) return;
    const line = showHidden(this.writeCommand(words));
    this.host.stderr.write(`${this.errorScreen.chalk.dim(`$ ${line}`)}\n`);
  }

  /** Shows a plan on stderr, before a question about it is asked. */
  showPlan(view: View): void {
    this.host.stderr.write(writeTerminal(view, this.errorScreen));
  }

  /** Says something beside the result, on stderr. */
  say(sentence: string): void {
    if (!this.#isQuiet) this.warn(sentence);
  }

  /** Does something without what it would say beside. */
  quietly(act: () => unknown): void {
    try {
      this.#isHushed = true;
      act();
    } finally {
      this.#isHushed = false;
    }
  }

  /** Says on stderr what whoever acts must know; quiet does not hide it. */
  warn(sentence: string): void {
    if (this.isJson) return;
    this.host.stderr.write(`${showHidden(this.#inWords(sentence))}\n`);
  }

  /** Names the next useful command, on stderr. */
  next(command: string): void {
    if (this.#isQuiet || this.isJson) return;
    // Where the jurisdiction had to be named, it has to be named again.
    const named = this.options.in;
    const whole =
      named === undefined || command.includes(' --in ') ? command : `${command} --in ${quote(named)}`;
    this.host.stderr.write(
      `${this.errorScreen.chalk.dim(this.text.labels.next)} ${showHidden(this.#inWords(whole))}\n`,
    );
  }
}
