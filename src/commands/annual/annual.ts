import type { Command } from 'commander';
import { AppError } from '../../errors.ts';
import type { Context } from '../../cli/context.ts';
import { dayOption, textOption, yearOption } from '../../cli/option-values.ts';
import { askChoice, askText } from '../../cli/prompts.ts';
import type { AnnualState, AnnualStep } from '../../domain/annual.ts';
import { findAnnualStep } from '../../domain/annual.ts';
import { parseDay } from '../../domain/time.ts';
import { readAnnual } from '../../operations/read-annual.ts';

/** Answers that can be given beforehand, so that the walk needs no terminal. */
interface Options {
  readonly name?: string;
  readonly code?: string;
  readonly issuer?: string;
  readonly units?: string;
  readonly volumes?: string;
  readonly runDocumentNo?: string;
  readonly runDate?: string;
  readonly desks?: string;
  readonly draft?: string;
  readonly rosterDocumentNo?: string;
  readonly rosterDate?: string;
}

/** Fills the command `annual`. */
export function addAnnualCommand(command: Command, context: Context): void {
  const { annual: help, init, shared } = context.text.help;
  command
    .argument('<year>', shared.year, yearOption('year'))
    .option('--name <name>', init.name, textOption('--name'))
    .option('--code <code>', init.code, textOption('--code'))
    .option('--issuer <name>', init.issuer, textOption('--issuer'))
    .option('--units <file>', help.units, textOption('--units'))
    .option('--volumes <file>', help.volumes, textOption('--volumes'))
    .option('--run-document-no <no>', help.runDocumentNo, textOption('--run-document-no'))
    .option('--run-date <day>', help.runDate, dayOption('--run-date'))
    .option('--desks <path>', help.desks, textOption('--desks'))
    .option('--draft <file>', help.draft, textOption('--draft'))
    .option('--roster-document-no <no>', help.rosterDocumentNo, textOption('--roster-document-no'))
    .option('--roster-date <day>', help.rosterDate, dayOption('--roster-date'))
    .addHelpText('after', `\n${context.summaries.labels.examples}\n  $ liaison annual 2021`)
    .action((year: number, options: Options) => runAnnual(context, year, options));
}

/** One walk: the year, the answers given beforehand, and which of them have been used. */
interface Walk {
  readonly context: Context;
  readonly year: number;
  readonly options: Options;
  readonly used: Set<keyof Options>;
}

/** Goes from step to step until the roster is published, a person stops, or a command fails; what was done stays. */
async function runAnnual(context: Context, year: number, options: Options): Promise<void> {
  if (context.isJson) throw new AppError('format-not-offered', { format: 'json', offered: ['table'] });
  try {
    await goThrough({ context, year, options, used: new Set() });
  } catch (error) {
    // Left at a question: what was done stays, and this is how to go on.
    if (error instanceof AppError) context.say(context.text.views.annual.paused(year));
    throw error;
  }
}

async function goThrough(walk: Walk): Promise<void> {
  const { context, year } = walk;
  const say = context.text.views.annual;
  for (;;) {
    const state = await readState(context, year);
    const step = findAnnualStep(state);
    if (step === 'done') {
      context.say(say.done(year, state?.edition ?? null));
      return;
    }
    context.say(`\n${say.step(say.steps[step])}`);
    const commands = await findCommands(walk, step, state);
    for (const command of commands) {
      context.say(`$ liaison ${command.map(quote).join(' ')}`);
      const code = await context.runCommand(command);
      // A check that found something is what the next question is about.
      if (code !== 0 && !(code === 7 && step === 'check')) {
        context.exitCode = code;
        context.say(say.stopped(year));
        return;
      }
    }
    if (commands.length === 0) {
      context.say(say.paused(year));
      return;
    }
  }
}

async function readState(context: Context, year: number): Promise<AnnualState | undefined> {
  try {
    const { db } = await context.store();
    return await readAnnual(db, await context.jurisdiction(), context.now, year);
  } catch (error) {
    if (error instanceof AppError && error.code === 'database-not-found') return undefined;
    throw error;
  } finally {
    context.close();
  }
}

/** The commands of a step, what they need asked for; none where a person leaves it here. */
async function findCommands(
  walk: Walk,
  step: Exclude<AnnualStep, 'done'>,
  state: AnnualState | undefined,
): Promise<string[][]> {
  const { context, year } = walk;
  const ask = context.text.help.annual;
  const ofYear = ['--year', String(year)];
  switch (step) {
    case 'init': {
      const name = await answer(walk, 'name', context.text.help.init.askName, '--name');
      const code = await answer(walk, 'code', context.text.help.init.askCode, '--code');
      const issuer =
        walk.options.issuer ??
        (await askText(context, { message: ask.askIssuer, option: '--issuer', isOptional: true }));
      const issuers = issuer === undefined ? [] : ['--issuer', issuer];
      return [['init', '--name', name, '--code', code, ...issuers]];
    }
    case 'units':
      return [['unit', 'import', await answer(walk, 'units', ask.askUnits, '--units')]];
    case 'volumes': {
      const file = await answer(walk, 'volumes', ask.askVolumes(year), '--volumes');
      // Names nobody knows are asked about one by one.
      return [['volume', 'import', file, ...ofYear, ...(context.isInteractive ? ['--resolve'] : [])]];
    }
    case 'classify':
      return [['tier', 'classify', ...ofYear]];
    case 'adopt':
      return adopt(walk, state);
    case 'desks':
      return collectDesks(walk, state);
    case 'check':
      return settleFindings(walk);
    case 'publish':
      return publish(walk, []);
  }
}

async function adopt(walk: Walk, state: AnnualState | undefined): Promise<string[][]> {
  const { context, options } = walk;
  const ask = context.text.help.annual;
  const run = String(state?.newestRun ?? '');
  if ((state?.withoutCount ?? 0) > 0 && context.options.yes !== true) {
    const choice = await askChoice(context, {
      message: ask.missing(state?.withoutCount ?? 0),
      option: '--yes',
      choices: [
        { value: 'adopt', label: ask.adoptAnyway },
        { value: 'stop', label: ask.stopHere },
      ],
    });
    if (choice === 'stop') return [];
  }
  const documentNo = await answer(walk, 'runDocumentNo', ask.askRunDocumentNo, '--run-document-no');
  const date = options.runDate ?? (await askDay(context, ask.askRunDate, '--run-date'));
  return [
    [
      'tier',
      'adopt',
      run,
      '--document-no',
      documentNo,
      ...(date === undefined ? [] : ['--date', date]),
      ...((state?.withoutCount ?? 0) > 0 ? ['--allow-missing'] : []),
    ],
  ];
}

async function collectDesks(walk: Walk, state: AnnualState | undefined): Promise<string[][]> {
  const { context, year, options, used } = walk;
  const ask = context.text.help.annual;
  if (options.desks !== undefined && !used.has('desks')) {
    return [['desk', 'import', await answer(walk, 'desks', '', '--desks')]];
  }
  const choice = await askChoice(context, {
    message: ask.desksMissing(state?.desksMissing ?? 0, state?.formsOut ?? 0),
    option: '--desks',
    choices: [
      { value: 'import', label: ask.importDesks },
      { value: 'forms', label: ask.makeForms },
      { value: 'check', label: ask.goOn },
      { value: 'stop', label: ask.stopHere },
    ],
  });
  if (choice === 'stop') return [];
  if (choice === 'check') return settleFindings(walk);
  if (choice === 'import') return [['desk', 'import', await answer(walk, 'desks', ask.askDesks, '--desks')]];
  const folder = (await askText(context, { message: ask.askForms, option: '-o' })) ?? `forms-${String(year)}`;
  return [['desk', 'form', '-o', folder]];
}

/** What is wrong with desks is shown; then they are mended, or the roster goes out with gaps, or it waits. */
async function settleFindings(walk: Walk): Promise<string[][]> {
  const { context } = walk;
  const ask = context.text.help.annual;
  context.say('$ liaison desk check');
  await context.runCommand(['desk', 'check']);
  const choice = await askChoice(context, {
    message: ask.findings,
    option: '--desks',
    choices: [
      { value: 'import', label: ask.importDesks },
      { value: 'gaps', label: ask.withGaps },
      { value: 'stop', label: ask.stopHere },
    ],
  });
  if (choice === 'stop') return [];
  if (choice === 'gaps') return publish(walk, ['--with-gaps']);
  return [['desk', 'import', await answer(walk, 'desks', ask.askDesks, '--desks')]];
}

async function publish(walk: Walk, more: readonly string[]): Promise<string[][]> {
  const { context, year, options } = walk;
  const ask = context.text.help.annual;
  const proposed = `roster-${String(year)}-draft.docx`;
  const draft =
    options.draft ??
    (await askText(context, { message: ask.askDraft(proposed), option: '--draft', isOptional: true })) ??
    proposed;
  const preview = ['roster', 'preview', '-o', draft];
  context.say(`$ liaison ${preview.map(quote).join(' ')}`);
  const code = await context.runCommand(preview);
  if (code !== 0) return [];
  const documentNo = await answer(walk, 'rosterDocumentNo', ask.askRosterDocumentNo, '--roster-document-no');
  const date = options.rosterDate ?? (await askDay(context, ask.askRosterDate, '--roster-date'));
  return [
    [
      'roster',
      'publish',
      '--document-no',
      documentNo,
      ...(date === undefined ? [] : ['--date', date]),
      ...more,
    ],
  ];
}

/** An answer given beforehand, once; else it is asked for. */
async function answer(walk: Walk, key: keyof Options, message: string, option: string): Promise<string> {
  const given = walk.used.has(key) ? undefined : walk.options[key];
  walk.used.add(key);
  return given ?? (await askText(walk.context, { message, option })) ?? '';
}

async function askDay(context: Context, message: string, option: string): Promise<string | undefined> {
  const check = (typed: string): string | undefined =>
    parseDay(typed) === undefined ? context.text.help.annual.dayNeeded : undefined;
  return askText(context, { message, option, isOptional: true, check });
}

/** An argument as it is typed. */
function quote(argument: string): string {
  return /^[\p{L}\p{N}_./:=〔〕（）-]+$/u.test(argument) ? argument : `'${argument}'`;
}
