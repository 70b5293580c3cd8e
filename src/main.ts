import { userInfo } from 'node:os';
import manifest from '../package.json' with { type: 'json' };
import { AppError, isAppError } from './errors.ts';
import { Context } from './cli/context.ts';
import { exitCodeOf, exitCodes } from './cli/exit-codes.ts';
import { writeDefect, writeError, writeErrorJson } from './cli/failure.ts';
import { scanOptions } from './cli/global-options.ts';
import type { Host } from './cli/host.ts';
import { findLanguage, readSummaries, readTexts } from './cli/language.ts';
import { isUsageError, readUsageError } from './cli/usage.ts';
import { makeProgram } from './program.ts';

/** The process as a host: the only place where the real clock, environment and streams come in. */
export function processHost(): Host {
  return {
    env: process.env,
    cwd: process.cwd(),
    stdin: process.stdin,
    stdout: process.stdout,
    stderr: process.stderr,
    now: () => new Date(),
    userName: () => {
      try {
        return userInfo().username;
      } catch {
        return 'unknown';
      }
    },
    version: manifest.version,
  };
}

/** Runs one command line and gives its exit code. Nothing in it ends the process. */
export async function run(args: readonly string[], host: Host): Promise<number> {
  const scanned = scanOptions(args);
  const language = findLanguage(scanned.lang, host.env);
  const summaries = await readSummaries(language);
  const context = new Context(host, language, summaries, {
    color: scanned.color,
    input: true,
    json: scanned.json,
  });
  let usageHelp = '';
  const program = makeProgram(context, (text) => {
    usageHelp += text;
  });
  try {
    try {
      await program.parseAsync([...args], { from: 'user' });
    } catch (error) {
      if (!isUsageError(error)) throw error;
      if (error.code !== 'commander.help') {
        const usage = readUsageError(error, program.args[0]);
        if (usage !== undefined) throw usage;
      } else if (program.args.length === 0) {
        context.settle(program.opts());
        context.text = await readTexts(language);
        const { showStatus } = await import('./commands/status/status.ts');
        await showStatus(context);
      } else {
        if (scanned.json) throw new AppError('verb-missing', { noun: program.args[0] ?? '' });
        host.stderr.write(usageHelp);
        return exitCodes.usage;
      }
    }
    return context.exitCode;
  } catch (error) {
    const text = await readTexts(language);
    if (!isAppError(error)) host.stderr.write(writeDefect(error, text, context.isJson));
    else if (context.isJson) host.stderr.write(writeErrorJson(error, text));
    else host.stderr.write(writeError(error, text, context.errorScreen));
    return exitCodeOf(error);
  } finally {
    context.close();
  }
}
