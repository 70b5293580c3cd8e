import { isAbsolute, resolve } from 'node:path';
import type { Command } from 'commander';
import type { ErrorDetails } from '../errors.ts';
import { AppError, isAppError } from '../errors.ts';
import { localDay, toInstant, usualTimeZone } from '../domain/time.ts';
import type { Day, Instant } from '../domain/time.ts';
import type { Screen } from '../output/screen.ts';
import type { Rendering } from './render-result.ts';
import { renderResult, showable } from './render-result.ts';
import type { Content, Result } from './result.ts';
import type { MadeChange, OpenTerms, Store } from '../store/database.ts';
import { isServerAddress, openStore, showAddress } from '../store/database.ts';
import { findActor, refuseOther } from './actor.ts';
import { useEngine } from '../store/engine/sqlite/load-engine.ts';
import type { Jurisdiction } from '../domain/jurisdiction.ts';
import { getJurisdiction } from '../store/jurisdictions.ts';
import type { Summaries, Texts } from '../text/shape.ts';
import type { Format, GlobalOptions } from './global-options.ts';
import { findFormat, globalArguments } from './global-options.ts';
import type { Guarded } from './output-file.ts';
import { checkFolder, checkOutput, writeOutput, writeOutputPieces } from './output-file.ts';
import { formsOf, isFolderVerb, listInputs } from './verb.ts';
import type { Host } from './host.ts';
import type { Language } from './language.ts';
import { describeSystem } from './host.ts';
import type { Choosing, Invocation } from './argv.ts';
import type { TypedLine, TypedOption } from './typed-line.ts';
import { writeLine } from './typed-line.ts';
import { makeScreen } from './screen.ts';
import type { SettingsFile } from './settings.ts';
import { showInPager } from './pager.ts';
import { Speaker } from './speaker.ts';

/** Who does what, when and where: what changes are given. */
export interface Session {
  readonly store: Store;
  readonly jurisdiction: Jurisdiction;
  readonly by: string;
  readonly now: Instant;
  readonly clock: () => Instant;
  readonly isClockRight: boolean;
  readonly command: string;
}

/** Everything a command needs of the world. What is costly is made when it is asked for. */
export class Context extends Speaker {
  readonly host: Host;
  readonly summaries: Summaries;
  readonly text: Texts;
  exitCode = 0;
  /** Whether the database is only looked at: one of an older version stays as it is. */
  isLooking = false;
  #options: GlobalOptions;
  #store: Store | undefined;
  /** What was done through a database that has been closed since. */
  #made: readonly MadeChange[] = [];
  #guarded: Guarded = { database: '', inputs: [] };
  /** How the line came about, where questions were asked. */
  readonly choosing: Choosing | undefined;
  /** Files of settings that hold for this run, the nearest to the database first. */
  readonly settings: readonly SettingsFile[];
  /** The environment as it was before any of them. */
  readonly ownEnv: Host['env'];
  /** The options that every command has, as they were typed. */
  globalsTyped: readonly TypedOption[] = [];
  readonly #run: Invocation['run'];

  /** The language that the reader is spoken to in. */
  readonly language: Language;

  constructor(
    { host, language, summaries, scanned, run, choosing, settings = [], ownEnv = host.env }: Invocation,
    text: Texts,
  ) {
    super();
    this.language = language;
    this.settings = settings;
    this.ownEnv = ownEnv;
    this.choosing = choosing;
    this.#run = run;
    this.host = host;
    this.summaries = summaries;
    this.text = text;
    this.#options = scanned;
    const engine = host.env['LIAISON_ENGINE'];
    useEngine(engine === '' ? undefined : engine, () => describeSystem(host.system()));
  }

  get options(): GlobalOptions {
    return this.#options;
  }

  /** Takes the global options as commander read them. */
  settle(options: GlobalOptions): void {
    this.#options = options;
  }

  /** The day on which the command runs, where offices usually are: what a day without a year is completed by. */
  get today(): Day {
    return localDay(this.now, usualTimeZone);
  }

  get now(): Instant {
    return toInstant(this.host.now());
  }

  /** Who acts: `--as`, `LIAISON_USER`, the login name. A claim, not a proof, but on a server, which knows who has logged in. */
  get actor(): string {
    return this.#store?.login ?? findActor(this.host, this.#options.as);
  }

  get databasePath(): string {
    const named = this.#options.db ?? this.host.env['LIAISON_DB'];
    if (named === undefined || named === '') return this.resolvePath('liaison.db');
    return isServerAddress(named) ? named : this.resolvePath(named);
  }

  /** The database as people are shown it: without a password. */
  get databaseName(): string {
    return showAddress(this.databasePath);
  }

  /** A file as the person names it, from the folder they are in. */
  resolvePath(file: string): string {
    // A whole path needs no folder to be in.
    return isAbsolute(file) ? resolve(file) : resolve(this.host.cwd, file);
  }

  /** Seconds a write waits for another process (`LIAISON_WAIT`). */
  get patience(): number | undefined {
    const said = Number(this.host.env['LIAISON_WAIT']);
    // An hour at most: what waits longer is told to nobody.
    return this.host.env['LIAISON_WAIT'] !== undefined && said >= 0
      ? Math.min(Math.ceil(said), 3600)
      : undefined;
  }

  /** How databases are opened: how long is waited for others, and what a person allows. */
  get opening(): OpenTerms {
    const allowsNetwork = this.#options.networkAnyway === true;
    const { host, patience, isLooking } = this;
    return { patience, maker: host, env: host.env, allowsNetwork, isLooking };
  }

  /** Opens the database once. */
  async store(): Promise<Store> {
    if (this.#store === undefined) {
      this.#store = await openStore(this.databasePath, this.opening);
      refuseOther(this.host, this.#store.login, this.#options.as);
      const { backup, isCopy } = this.#store;
      if (backup !== undefined) this.say(this.text.labels.migrated(backup));
      if (isCopy) this.warn(this.text.labels.readOnly(this.databasePath));
    }
    return this.#store;
  }

  /** The database, if it has been opened. */
  get openedStore(): Store | undefined {
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
    const { db, enter } = await this.store();
    return enter(await getJurisdiction(db, this.namedJurisdiction));
  }

  /** Who does what and when, for a change that belongs to no jurisdiction yet. */
  work(command: string): Omit<Session, 'store' | 'jurisdiction'> {
    const clock = (): Instant => this.now;
    const isClockRight = this.#options.clockIsRight === true;
    return { by: this.actor, now: this.now, clock, isClockRight, command };
  }

  /** Opens a session for a command: database, jurisdiction, who and when. */
  async session(command: string): Promise<Session> {
    const store = await this.store();
    const jurisdiction = await this.jurisdiction();
    let actor: string | undefined;
    const askActor = (): string => (actor ??= this.actor);
    return {
      store,
      jurisdiction,
      // The login name is looked up once, and by those only who record it.
      get by() {
        return askActor();
      },
      now: this.now,
      clock: () => this.now,
      isClockRight: this.#options.clockIsRight === true,
      command,
    };
  }

  /** Runs another command with the global options of this one; gives its exit code. One that was chosen is asked for all it needs, and its options are offered. */
  async runCommand(command: readonly string[], isChosen = false): Promise<number> {
    await this.close();
    const line = [...command, ...globalArguments(this.#options)];
    return this.#run(line, isChosen ? { answers: [], isChosen } : undefined);
  }

  /** Runs the command once more with what was typed of it: what it lacks is asked for anew. */
  async runAgain(line: TypedLine): Promise<number> {
    await this.close();
    return this.#run(writeLine(line, this.globalsTyped), { answers: [], isChosen: false, isAgain: true });
  }

  async close(): Promise<void> {
    this.#made = this.changes;
    const store = this.#store;
    this.#store = undefined;
    await store?.close();
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
    return makeScreen(this.host, this.host.stdout, this.#options.color);
  }

  get errorScreen(): Screen {
    return makeScreen(this.host, this.host.stderr, this.#options.color);
  }

  /** Notes what was done that no log of a database tells: a file was made. */
  note(command: string): void {
    this.#made = [...this.#made, { operation: null, command }];
  }

  /** Changes that the command has made so far. */
  get changes(): readonly MadeChange[] {
    return [...this.#made, ...(this.#store?.changes ?? [])];
  }

  /**
   * Finds out, before a command does anything, that its result can be written in the form and to the place asked for; at a
   * terminal a person is asked before a file is replaced.
   *
   * Errors: `format-not-offered`, those of `checkOutput`.
   */
  async prepareOutput(verb: Command): Promise<void> {
    const { fields } = this.#options;
    if (fields !== undefined) {
      const { prepareFields } = await import('./pick-fields.ts');
      await prepareFields(fields, verb, this.findFormat());
    }
    const { output } = this.#options;
    const isFile = output !== undefined && output !== '-';
    this.#guarded = {
      database: this.databasePath,
      inputs: listInputs(verb).map((one) => this.resolvePath(one)),
    };
    if (isFolderVerb(verb)) {
      if (isFile) checkFolder(output, this.resolvePath(output), this.#guarded);
      const { output: _folder, ...options } = this.#options;
      this.#refuseFormat(this.findFormat(options), verb);
      return;
    }
    // What it would be written over tells more than the form that its name does not say.
    const isThere = isFile && checkOutput(this.host, output, this.resolvePath(output), this.#guarded);
    this.#refuseFormat(this.findFormat(), verb);
    if (!isFile || !isThere || !this.isInteractive) return;
    const { confirm } = await import('./ask/prompts.ts');
    await confirm(this, this.text.labels.replaceFile(output));
  }

  /** Finds out that a file beside the result can be written; a person is asked before one is replaced. Errors: those of `checkOutput`. */
  async prepareFile(name: string): Promise<void> {
    if (!checkOutput(this.host, name, this.resolvePath(name), this.#guarded) || !this.isInteractive) return;
    const { confirm } = await import('./ask/prompts.ts');
    await confirm(this, this.text.labels.replaceFile(name));
  }

  /** Writes a file with personal data beside the result. Errors: `output-refused`, `file-not-writable`. */
  writeFile(name: string, content: string): void {
    writeOutput(this.host, name, this.resolvePath(name), content, {
      isPersonal: true,
      guarded: this.#guarded,
    });
  }

  #refuseFormat(format: Format, verb: Command): void {
    const offered = formsOf(verb);
    if (!offered.includes(format)) throw new AppError('format-not-offered', { format, offered });
  }

  /** Writes the result of a command, in the form asked for, to stdout or into the file of `-o`. Errors: `output-failed` where something was changed before. */
  async print(result: Result): Promise<void> {
    const { output } = this.#options;
    const isFile = output !== undefined && output !== '-';
    try {
      const content = await renderResult(await this.#withFields(result), this.#rendering());
      if (isFile)
        writeOutput(this.host, output, this.resolvePath(output), content, {
          isPersonal: result.isPersonal === true,
          guarded: this.#guarded,
        });
      else if (typeof content !== 'string' && this.host.stdout.isTTY === true)
        throw new AppError('option-missing', { options: ['-o'] });
      else if (!(await showInPager(this, this.#showable(content))))
        this.host.stdout.write(this.#showable(content));
    } catch (error) {
      throw this.#tellChanges(isFile ? output : null, error);
    }
    if (isFile) this.say(this.text.labels.written(output));
  }

  /** Writes a result that comes piece by piece, to stdout or into the file of `-o`, and leaves it to whoever asks to say so. Errors: those of `print`. */
  async printPieces(pieces: AsyncIterable<string>, isPersonal: boolean): Promise<void> {
    const { output } = this.#options;
    const isFile = output !== undefined && output !== '-';
    const { stdout } = this.host;
    try {
      if (isFile) {
        const terms = { isPersonal, guarded: this.#guarded };
        await writeOutputPieces(this.host, output, this.resolvePath(output), pieces, terms);
      } else {
        for await (const piece of pieces) {
          await stdout.write(this.#showable(piece));
          if (stdout.isGone === true) return;
        }
      }
    } catch (error) {
      throw this.#tellChanges(isFile ? output : null, error);
    }
  }

  /** A result with nothing but the fields that are wanted; as it is where none are named. */
  async #withFields(result: Result): Promise<Result> {
    const { fields } = this.#options;
    if (fields === undefined) return result;
    const { fieldsView, pickFields } = await import('./pick-fields.ts');
    const { json, isPersonal = false } = result;
    return { json: pickFields(json, fields), view: fieldsView(json, fields), isPersonal };
  }

  #rendering(): Rendering {
    const isFile = this.#options.output !== undefined && this.#options.output !== '-';
    const screen = isFile ? makeScreen(this.host, this.host.stdout, false) : this.screen;
    return { format: this.findFormat(), isFile, screen, words: this.summaries.words };
  }

  #showable(content: Content): Content {
    return this.host.stdout.isTTY === true ? showable(content, this.findFormat()) : content;
  }

  /** Says of an output that failed what had been done before it. */
  #tellChanges(file: string | null, error: unknown): unknown {
    const { changes } = this;
    if (changes.length === 0 || !isAppError(error)) return error;
    // Another error has reasons of its own, by the same name.
    const { why, reason } =
      error.code === 'file-not-writable'
        ? (error.details as ErrorDetails['file-not-writable'])
        : { why: 'other' as const, reason: error.code };
    return new AppError('output-failed', { file, why, reason, changes }, { cause: error });
  }

  /** Writes the result of a command to stdout, where `-o` names what the command wrote itself. */
  async printHere(result: Result): Promise<void> {
    const { output: _folder, ...options } = this.#options;
    this.#options = options;
    await this.print(result);
  }

  /** The file that the result goes into, as it was named. */
  get outputFile(): string | undefined {
    return this.#options.output;
  }

  /** The form asked for, else by the ending of `-o`, else a table. */
  findFormat(options: GlobalOptions = this.#options): Format {
    return findFormat(options);
  }
}
