import { extname, resolve } from 'node:path';
import { AppError } from '../errors.ts';
import { toInstant } from '../domain/time.ts';
import type { Instant } from '../domain/time.ts';
import type { Screen } from '../output/screen.ts';
import { writeTerminal } from '../output/terminal.ts';
import { writeCsv } from '../output/csv.ts';
import { writeMarkdown } from '../output/markdown.ts';
import type { View } from '../output/view.ts';
import { showHidden } from '../output/visible.ts';
import type { Store } from '../store/database.ts';
import { openStore } from '../store/database.ts';
import type { Jurisdiction } from '../domain/jurisdiction.ts';
import { getJurisdiction } from '../store/jurisdictions.ts';
import type { Summaries, Texts } from '../text/shape.ts';
import type { Format, GlobalOptions } from './global-options.ts';
import { formats, globalArguments } from './global-options.ts';
import { quote } from './quote.ts';
import { writeWhole } from './write-whole.ts';
import type { Host } from './host.ts';
import type { Front } from './front.ts';
import { readScreen } from './screen.ts';

/** What a command shows: one document for programs, one view for people, and finished documents where it makes some. */
export interface Result {
  readonly json: unknown;
  readonly view: View;
  /** Forms that the command makes itself instead of writing its view in them. */
  readonly documents?: Documents;
  /** Text that is written as it stands instead of the view, so that it can be edited and read in again. */
  readonly text?: string;
}

/** Finished documents by their form; what is costly is made when it is asked for. */
export type Documents = Partial<
  Record<'html' | 'docx' | 'xlsx' | 'csv' | 'md', () => Content | Promise<Content>>
>;
type Content = string | Uint8Array;

/** Who does what, when and where: what changes are given. */
export interface Session {
  readonly store: Store;
  readonly jurisdiction: Jurisdiction;
  readonly by: string;
  readonly now: Instant;
  readonly command: string;
}

/** Everything a command needs of the world. What is costly is made when it is asked for. */
export class Context {
  readonly host: Host;
  readonly summaries: Summaries;
  readonly text: Texts;
  exitCode = 0;
  #options: GlobalOptions;
  #store: Store | undefined;
  readonly #run: Front['run'];

  constructor({ host, summaries, scanned, run }: Front, text: Texts) {
    this.#run = run;
    this.host = host;
    this.summaries = summaries;
    this.text = text;
    this.#options = scanned;
  }

  get options(): GlobalOptions {
    return this.#options;
  }

  /** Takes the global options as commander read them. */
  settle(options: GlobalOptions): void {
    this.#options = options;
  }

  get now(): Instant {
    return toInstant(this.host.now());
  }

  /** Who acts: `--as`, `LIAISON_USER`, the login name. A claim, not a proof. */
  get actor(): string {
    const named = this.#options.as ?? this.host.env['LIAISON_USER'];
    return named === undefined || named.trim() === '' ? this.host.userName() : named.trim();
  }

  get databasePath(): string {
    const named = this.#options.db ?? this.host.env['LIAISON_DB'];
    return resolve(this.host.cwd, named === undefined || named === '' ? 'liaison.db' : named);
  }

  /** A file as the person names it, from the folder they are in. */
  resolvePath(file: string): string {
    return resolve(this.host.cwd, file);
  }

  /** Seconds a write waits for another process (`LIAISON_WAIT`). */
  get patience(): number | undefined {
    const said = Number(this.host.env['LIAISON_WAIT']);
    return this.host.env['LIAISON_WAIT'] !== undefined && said >= 0 ? said : undefined;
  }

  /** Opens the database once. */
  async store(): Promise<Store> {
    if (this.#store === undefined) {
      this.#store = await openStore(this.databasePath, { patience: this.patience });
      if (this.#store.backup !== undefined) this.say(this.text.labels.migrated(this.#store.backup));
    }
    return this.#store;
  }

  /** Takes over a database that a command has just created. */
  adopt(store: Store): void {
    this.#store = store;
  }

  /** The jurisdiction that is named: `--in`, `LIAISON_JURISDICTION`. */
  get namedJurisdiction(): string | undefined {
    const named = this.#options.in ?? this.host.env['LIAISON_JURISDICTION'];
    return named === '' ? undefined : named;
  }

  /** The jurisdiction that is named, else the only one. Errors: `jurisdiction-needed` when there are several. */
  async jurisdiction(): Promise<Jurisdiction> {
    return getJurisdiction((await this.store()).db, this.namedJurisdiction);
  }

  /** Opens a session for a command: database, jurisdiction, who and when. */
  async session(command: string): Promise<Session> {
    const store = await this.store();
    const jurisdiction = await this.jurisdiction();
    const { now } = this;
    let actor: string | undefined;
    const findActor = (): string => (actor ??= this.actor);
    return {
      store,
      jurisdiction,
      // The login name is looked up once, and by those only who record it.
      get by() {
        return findActor();
      },
      now,
      command,
    };
  }

  /** Runs another command with the global options of this one; gives its exit code. */
  async runCommand(command: readonly string[]): Promise<number> {
    this.close();
    return this.#run([...command, ...globalArguments(this.#options)]);
  }

  close(): void {
    this.#store?.close();
    this.#store = undefined;
  }

  get isJson(): boolean {
    return this.#options.json === true || this.#options.format === 'json';
  }

  /** Whether questions can be asked. */
  get isInteractive(): boolean {
    const { stdin, stderr } = this.host;
    return this.#options.input && !this.isJson && stdin.isTTY === true && stderr.isTTY === true;
  }

  /** Whether long work shows how far it is: on a terminal, unless told to be quiet. */
  get showsProgress(): boolean {
    return this.host.stderr.isTTY === true && this.#options.quiet !== true;
  }

  get screen(): Screen {
    return readScreen(this.host, this.host.stdout, this.#options.color);
  }

  get errorScreen(): Screen {
    return readScreen(this.host, this.host.stderr, this.#options.color);
  }

  /** Writes the result of a command, in the form asked for, to stdout or into the file of `-o`. */
  async print(result: Result): Promise<void> {
    const content = await this.#render(result);
    const { output } = this.#options;
    if (output === undefined || output === '-') {
      this.host.stdout.write(content);
      return;
    }
    writeWhole(resolve(this.host.cwd, output), content);
    this.say(this.text.labels.written(output));
  }

  /** Writes the result of a command to stdout, where `-o` names what the command wrote itself. */
  async printHere(result: Result): Promise<void> {
    const { output: _folder, ...options } = this.#options;
    this.#options = options;
    await this.print(result);
  }

  async #render(result: Result): Promise<string | Uint8Array> {
    const { documents = {} } = result;
    const offered = formats.filter(
      (format) => (format !== 'html' && format !== 'docx') || documents[format] !== undefined,
    );
    const format = this.#findFormat();
    const isFile = this.#options.output !== undefined && this.#options.output !== '-';
    if (!offered.includes(format)) throw new AppError('format-not-offered', { format, offered });
    if (format !== 'json' && format !== 'table') {
      const make = documents[format];
      if (make !== undefined) return make();
    }
    switch (format) {
      case 'json':
        // A file is there to be looked at and edited; a pipe gets one line.
        return `${JSON.stringify(result.json, null, isFile ? 2 : undefined)}\n`;
      case 'csv':
        return writeCsv(result.view);
      case 'xlsx': {
        const { writeWorkbook } = await import('../output/workbook.ts');
        return writeWorkbook(result.view);
      }
      case 'md':
        return writeMarkdown(result.view);
      default: {
        if (result.text !== undefined) return result.text;
        return writeTerminal(
          result.view,
          isFile ? readScreen(this.host, this.host.stdout, false) : this.screen,
        );
      }
    }
  }

  /** The form asked for, else by the ending of `-o`, else a table. */
  #findFormat(): Format {
    const { output } = this.#options;
    if (this.#options.json === true) return 'json';
    if (this.#options.format !== undefined) return this.#options.format;
    if (output === undefined || output === '-') return 'table';
    const ending = extname(output).slice(1).toLowerCase();
    if (ending === '' || ending === 'txt') return 'table';
    if (ending === 'htm') return 'html';
    const format = formats.find((one) => one === ending);
    if (format === undefined) throw new AppError('format-not-offered', { format: ending, offered: formats });
    return format;
  }

  /** Shows a plan on stderr, before a question about it is asked. */
  showPlan(view: View): void {
    this.host.stderr.write(writeTerminal(view, this.errorScreen));
  }

  /** Says something beside the result, on stderr. */
  say(sentence: string): void {
    if (this.#options.quiet === true || this.isJson) return;
    this.host.stderr.write(`${showHidden(sentence)}\n`);
  }

  /** Names the next useful command, on stderr. */
  next(command: string): void {
    const { chalk } = this.errorScreen;
    if (this.#options.quiet === true || this.isJson) return;
    // Where the jurisdiction had to be named, it has to be named again.
    const named = this.#options.in;
    const whole =
      named === undefined || command.includes(' --in ') ? command : `${command} --in ${quote(named)}`;
    this.host.stderr.write(`${chalk.dim(this.text.labels.next)} ${showHidden(whole)}\n`);
  }
}
