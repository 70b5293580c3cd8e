import type { Command } from 'commander';
import { AppError } from '../../errors.ts';
import type { Context } from '../../cli/context.ts';
import { dayOption, severalOption, textOption, yearOption } from '../../cli/option-values.ts';
import { exitCodes } from '../../cli/exit-codes.ts';
import { fillVerb, hasNoResult } from '../../cli/verb.ts';
import { findNextStep } from '../../domain/next-step.ts';
import type { YearWork } from '../../operations/overview/year-facts.ts';
import { getYearWork } from '../../operations/overview/year-facts.ts';
import type { AnnualOptions, Walk } from './steps.ts';
import { findCommands } from './steps.ts';

/** Fills the command `annual`. */
export function addAnnualCommand(command: Command, context: Context): void {
  const { annual: help, init, shared } = context.text.help;
  hasNoResult(fillVerb(command, context, 'annual', 'liaison annual 2021'))
    .argument('<year>', shared.year, yearOption('year'))
    .option('--name <name>', init.name, textOption('--name'))
    .option('--code <code>', init.code, textOption('--code'))
    .option('--area-code <code>', init.areaCode, textOption('--area-code'))
    .option('--issuer <name>', init.issuer, severalOption('--issuer'), [])
    .option('--recipient <name>', init.recipient, severalOption('--recipient'), [])
    .option('--scheme <code>', init.scheme, textOption('--scheme'))
    .option('--deadlines <code>', init.deadlines, textOption('--deadlines'))
    .option('--units <file>', help.units, textOption('--units'))
    .option('--volumes <file>', help.volumes, textOption('--volumes'))
    .option('--run-document-no <no>', help.runDocumentNo, textOption('--run-document-no'))
    .option('--run-reason <text>', help.runReason, textOption('--run-reason'))
    .option('--run-date <day>', help.runDate, dayOption('--run-date', context))
    .option('--desks <path>', help.desks, textOption('--desks'))
    .option('--with-gaps', help.withGaps)
    .option('--draft <file>', help.draft, textOption('--draft'))
    .option('--roster-document-no <no>', help.rosterDocumentNo, textOption('--roster-document-no'))
    .option('--roster-date <day>', help.rosterDate, dayOption('--roster-date', context))
    .action((year: number, options: AnnualOptions) => runAnnual(context, year, options));
}

/** Goes from step to step until the roster is published, a person stops, or a command fails; what was done stays. */
async function runAnnual(context: Context, year: number, options: AnnualOptions): Promise<void> {
  try {
    await goThrough({ context, year, options, used: new Set(), asked: new Set() });
  } catch (error) {
    // Left at a question: what was done stays, and this is how to go on.
    if (!(error instanceof AppError)) throw error;
    context.say(context.text.views.annual.paused(year));
    if (error.code !== 'interrupted') throw error;
    context.exitCode = exitCodes.interrupted;
  }
}

async function goThrough(walk: Walk): Promise<void> {
  const { context, year } = walk;
  const say = context.text.views.annual;
  for (;;) {
    const state = await findState(context, year);
    const step = findNextStep(state);
    if (step === 'done') {
      context.say(say.done(year, state?.edition ?? null));
      return;
    }
    context.say(`\n${say.step(say.steps[step])}`);
    walk.asked.clear();
    const commands = await findCommands(walk, step, state);
    let isAskedAgain = false;
    for (const command of commands) {
      context.sayCommand(command);
      const code = await context.runCommand(command);
      // A check that found something is what the next question is about.
      if (code === 0 || (code === 7 && step === 'check')) continue;
      // A slip of whoever answers: a file that is not there, or not right.
      isAskedAgain = walk.asked.size > 0 && (code === 3 || code === 4);
      if (isAskedAgain) break;
      context.exitCode = code;
      context.warn(say.stopped(year));
      return;
    }
    if (isAskedAgain) continue;
    if (commands.length === 0) {
      context.say(say.paused(year));
      return;
    }
  }
}

async function findState(context: Context, year: number): Promise<YearWork | undefined> {
  try {
    const { db } = await context.store();
    return await getYearWork(db, await context.jurisdiction(), context.now, year);
  } catch (error) {
    if (error instanceof AppError && error.code === 'database-not-found') return undefined;
    throw error;
  } finally {
    await context.close();
  }
}
