import { fstatSync, statSync, writeSync } from 'node:fs';
import { devNull, userInfo } from 'node:os';
import { isatty } from 'node:tty';
import manifest from '../package.json' with { type: 'json' };
import type { ErrorDetails } from './errors.ts';
import { AppError, isAppError } from './errors.ts';
import type { Context } from './cli/context.ts';
import { exitCodeOf, exitCodes } from './cli/exit-codes.ts';
import type { Choosing, Invocation } from './cli/argv.ts';
import { completionWord, withPlainDashes } from './cli/argv.ts';
import type { GlobalOptions } from './cli/global-options.ts';
import { scanOptions, valuedGlobals } from './cli/global-options.ts';
import type { Host, Output, ResultOutput } from './cli/host.ts';
import { findLanguage, loadCommandWords, loadSummaries, loadTexts } from './cli/language.ts';
import { isUsageError, makeUsageError } from './cli/usage.ts';
import { describeMachine, listFonts, pageThrough } from './cli/machine.ts';
import { makeWriteFault } from './cli/write-fault.ts';
import type { SettingsFile } from './cli/settings.ts';
import { findSettings, withSettings } from './cli/settings.ts';
import type { Program } from './program.ts';
import { makeProgram, writeCompletion } from './program.ts';

/** The process as a host: the only place where the real clock, environment and streams come in. */
export function processHost(): Host {
  let direct: ResultOutput | undefined;
  return {
    env: process.env,
    get cwd() {
      try {
        return process.cwd();
      } catch (error) {
        throw new AppError('working-folder-gone', {}, { cause: error });
      }
    },
    // Node makes its streams on first use, which takes time: only those that a command uses are made.
    get stdin() {
      return process.stdin;
    },
    get stdout() {
      return (direct ??= isTerminalOrClosed(1) ? withoutErrors(process.stdout) : new DirectOutput());
    },
    get stderr() {
      return withoutErrors(process.stderr);
    },
    now: () => new Date(),
    userName: () => {
      try {
        return userInfo().username;
      } catch {
        return 'unknown';
      }
    },
    onInterrupt: (handler) => {
      process.on('SIGINT', handler);
      return () => process.off('SIGINT', handler);
    },
    expectLongWork: () => {
      // The engine then gathers a fifth of what it holds before it collects, not twice as much: a third less memory, and no more time.
      process.getBuiltinModule('node:v8').setFlagsFromString('--heap-growing-percent=20');
    },
    version: manifest.version,
    page: pageThrough,
    system: describeMachine,
    fonts: listFonts,
    pid: process.pid,
    isRunning: (pid) => {
      try {
        process.kill(pid, 0);
        return true;
      } catch (error) {
        // One of another person cannot be asked, but it is there.
        return (error as NodeJS.ErrnoException).code === 'EPERM';
      }
    },
  };
}

/**
 * Everything but a terminal is written to directly: making Node's stream for it takes every start 2 ms, and what goes wrong
 * is known at once. A pipe that does not wait (EAGAIN) gets the rest, and all that comes after it, through the stream.
 */
class DirectOutput implements ResultOutput {
  isGone = false;
  #stream: Output | undefined;

  write(content: string | Uint8Array): Promise<void> | undefined {
    let bytes: Uint8Array = typeof content === 'string' ? Buffer.from(content) : content;
    if (this.#stream !== undefined) return writeWhole(this.#stream, bytes);
    try {
      while (bytes.length > 0 && !this.isGone) bytes = bytes.subarray(writeSync(1, bytes));
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      // A reader that has seen enough (`| head`) is no error.
      if (code === 'EPIPE') this.isGone = true;
      else if (code !== 'EAGAIN') throw makeWriteFault(error, 'stdout');
      else {
        this.#stream = withoutErrors(process.stdout);
        this.#stream.on('error', () => {
          this.isGone = true;
        });
        return writeWhole(this.#stream, bytes);
      }
    }
    return undefined;
  }
}

/** Writes to a stream; the promise is kept once it is taken, or nobody is there any more to take it. */
function writeWhole(stream: Output, bytes: Uint8Array): Promise<void> {
  return new Promise((resolve) => {
    stream.write(bytes, () => {
      resolve();
    });
  });
}

/** Whether a stream is a terminal, or was closed before we started. Asking Node itself takes 4 ms: files, pipes and the null device are told without. */
function isTerminalOrClosed(descriptor: number): boolean {
  try {
    const stream = fstatSync(descriptor);
    if (!stream.isCharacterDevice() || stream.rdev === statSync(devNull).rdev) return false;
  } catch {
    return true;
  }
  return isatty(descriptor);
}

/** A terminal that is gone, or a reader of messages who is, has nobody behind it who could be told. */
function withoutErrors(stream: Output): Output {
  if (stream.listenerCount('error', ignore) === 0) stream.on('error', ignore);
  return stream;
}

function ignore(): void {
  // Nothing is to be done about it.
}

/** Runs one command line and gives its exit code. Nothing in it ends the process. */
export async function run(typed: readonly string[], bare: Host, choosing?: Choosing): Promise<number> {
  const args = await withEnglishWords(withPlainDashes(typed));
  const scanned = scanOptions(args);
  let host = bare;
  let settings: readonly SettingsFile[] = [];
  let unread: Error | undefined;
  try {
    settings = await findSettings(bare, scanned);
    host = withSettings(bare, settings);
  } catch (error) {
    unread = error as Error;
  }
  const language = findLanguage(scanned.lang, host.env);
  const front: Invocation = {
    host,
    language,
    summaries: await loadSummaries(language),
    scanned,
    args,
    typed,
    choosing,
    settings,
    unread,
    ownEnv: bare.env,
    run: (more, how) => run(more, bare, how),
  };
  let usageHelp = '';
  if (typed[0] === completionWord) return complete(front, typed);
  const program = makeProgram(front, (text) => {
    usageHelp += text;
  });
  try {
    try {
      await program.command.parseAsync([...args], { from: 'user' });
    } catch (error) {
      if (!isUsageError(error)) throw error;
      const [noun] = program.command.args;
      if (error.code !== 'commander.help') {
        const usage = makeUsageError(error, noun);
        if (usage !== undefined) throw usage;
      } else if (noun === undefined) {
        // Without any command: where the work stands, and, where a person sits, what can be done.
        const command = isAtTerminal(host, program.command.opts()) ? 'menu' : 'status';
        await program.command.parseAsync([...args, command], { from: 'user' });
      } else {
        const isAsked = isAtTerminal(host, program.command.opts());
        if (scanned.json === true || isAsked)
          throw new AppError('verb-missing', { noun: program.nounOf(noun) });
        host.stderr.write(usageHelp);
        return exitCodes.usage;
      }
    }
    return program.context()?.exitCode ?? exitCodes.done;
  } catch (thrown) {
    return await answerError(front, program, thrown);
  } finally {
    await program.context()?.close();
  }
}

/** Answers the script of a shell; nothing that goes wrong is said there. */
async function complete(front: Invocation, typed: readonly string[]): Promise<number> {
  // Bash parts an option from its value at the sign between them, and gives the sign as a word.
  const [, , ...words] = typed.filter((word) => word !== '=');
  const prefix = (words.pop() ?? '').replace(/^\+=?/u, '');
  try {
    await writeCompletion(front, await withEnglishWords(withPlainDashes(words)), prefix);
  } catch (error) {
    if (!isAppError(error)) throw error;
  }
  return exitCodes.done;
}

/** Whether a line may have Chinese words where commands and options stand: a value alone, such as the name of a unit, needs no table of them. */
function mayNeedWords(args: readonly string[]): boolean {
  const operands = args.filter((arg, at) => !arg.startsWith('-') && !valuedGlobals.has(args[at - 1] ?? ''));
  const [first = '', second = '', third = ''] = operands;
  const isInner = first === 'roster' || first === 'report' || first === 'help';
  const words = [first, second, ...(isInner ? [third] : [])];
  const isOption = (arg: string): boolean =>
    /^[-\u2010-\u2015\u2212\u2500\uFE58\uFE63\uFF0D]/.test(arg) && hanSigns.test(arg);
  return words.some((one) => hanSigns.test(one)) || args.some(isOption);
}

/** Signs that the words are written with. The property of the script would take a millisecond to make ready. */
const hanSigns = /[\u4E00-\u9FFF]/u;

/** A line whose command or options are called in Chinese, in the words that it is read by. */
async function withEnglishWords(args: readonly string[]): Promise<readonly string[]> {
  if (!mayNeedWords(args)) return args;
  const [words, { toEnglish }] = await Promise.all([loadCommandWords(), import('./cli/command-words.ts')]);
  return words === null ? args : toEnglish(args, words);
}

/** Whether a person sits there who sees the result and can be asked. */
function isAtTerminal(
  { stdin, stdout, stderr }: Host,
  { json, format, input, output }: GlobalOptions,
): boolean {
  const isData = json === true || format !== undefined || output !== undefined;
  return input && !isData && stdin.isTTY === true && stdout.isTTY === true && stderr.isTTY === true;
}

/** Says what went wrong, and gives the exit code; at a terminal, what the line lacks is asked for first, and an answer that was refused may be changed. */
async function answerError(front: Invocation, program: Program, thrown: unknown): Promise<number> {
  const { host, choosing } = front;
  if (isAppError(thrown) && (thrown.code === 'command-unknown' || thrown.code === 'verb-missing'))
    return answerUnknown(front, program, thrown);
  const context = program.settled();
  const verb = program.verb();
  if (context?.isInteractive !== true || verb === undefined) return tellError(front, program, thrown);
  const { nameFields, completeLine, changeAnswer } = await import('./run-command.ts');
  try {
    const lacking = isAppError(thrown) ? nameFields(thrown, verb) : thrown;
    const completed = await completeLine({ context, verb }, lacking, choosing);
    if (completed !== undefined) {
      await context.close();
      return await run(completed.args, host, completed.choosing);
    }
  } catch (error) {
    return tellError(front, program, error);
  }
  const code = await tellError(front, program, thrown);
  if (choosing === undefined || !isAppError(thrown) || thrown.code === 'interrupted') return code;
  try {
    const changed = await changeAnswer({ context, verb }, choosing);
    if (changed === undefined) return code;
    await context.close();
    return await run(changed.args, host, changed.choosing);
  } catch (error) {
    return isAppError(error) && error.code === 'interrupted' ? code : tellError(front, program, error);
  }
}

/** Says what comes near a command that there is not; at a terminal it is asked whether that is meant. */
async function answerUnknown(front: Invocation, program: Program, error: AppError): Promise<number> {
  const { host, summaries, args } = front;
  const { findNearestCommands, mendCommand, inWords } = await import('./run-command.ts');
  const book = { summaries, words: summaries.words ?? (await loadCommandWords()) };
  const context = await program.anyContext();
  try {
    const mended = await mendCommand(context, { error, args, book });
    if (mended !== undefined) {
      if (!mended.isChosen) context.sayCommand(mended.args);
      return await run(mended.args, host, mended.isChosen ? { answers: [], isChosen: true } : undefined);
    }
  } catch (thrown) {
    return tellError(front, program, thrown);
  }
  if (error.code === 'verb-missing') return tellError(front, program, error);
  const { name, noun, suggestions } = error.details as ErrorDetails['command-unknown'];
  const near = findNearestCommands(book, name, noun).map((one) =>
    one
      .split(' ')
      .slice(noun?.split(' ').length ?? 0)
      .join(' '),
  );
  const all = [...new Set([...near, ...suggestions])].slice(0, 3);
  const { words } = summaries;
  const isData = context.isJson || front.scanned.json === true;
  // A person reads them in their own words.
  const shown = words === null || isData ? all : all.map((one) => inWords(one, noun, words));
  return tellError(front, program, new AppError('command-unknown', { name, noun, suggestions: shown }));
}

/** Says what went wrong, in the form that was asked for; gives the exit code. */
async function tellError(
  { host, language, scanned, summaries }: Invocation,
  program: Program,
  thrown: unknown,
): Promise<number> {
  const { countFindings, makeScreen, nameFields, writeDefect, writeError, writeErrorJson } =
    await import('./run-command.ts');
  const text = await loadTexts(language);
  const error = isAppError(thrown)
    ? nameFields(thrown, program.verb())
    : await tellAltered(thrown, program.context(), countFindings);
  const isJson = program.context()?.isJson === true || scanned.json === true;
  const made = program.context()?.changes ?? [];
  if (!isAppError(error)) host.stderr.write(writeDefect(error, text, isJson, made));
  else if (isJson) host.stderr.write(writeErrorJson(error, text));
  else
    host.stderr.write(writeError(error, text, makeScreen(host, host.stderr, scanned.color), summaries.words));
  return exitCodeOf(error);
}

/**
 * What cannot be shown may be the fault of the database: one that is not as it was written breaks what reads it. The check tells;
 * where it finds nothing, the tool has a defect.
 */
async function tellAltered(
  thrown: unknown,
  context: Context | undefined,
  countFindings: (context: Context) => Promise<number>,
): Promise<unknown> {
  if (context === undefined) return thrown;
  const findings = await countFindings(context);
  if (findings === 0) return thrown;
  return new AppError('database-altered', { path: context.databaseName, findings }, { cause: thrown });
}
