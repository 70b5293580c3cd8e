import type { Context } from '../../cli/context.ts';
import { askChoice } from '../../cli/ask/choose.ts';
import { askText } from '../../cli/ask/prompts.ts';
import type { NextStep } from '../../domain/next-step.ts';
import { completeTime, parseDay } from '../../domain/time.ts';
import { askFile } from '../questions/ask-value.ts';
import type { YearWork } from '../../operations/overview/year-facts.ts';

/** Answers that can be given beforehand, so that the walk needs no terminal. */
export interface AnnualOptions {
  readonly name?: string;
  readonly code?: string;
  readonly areaCode?: string;
  readonly scheme?: string;
  readonly deadlines?: string;
  readonly issuer: readonly string[];
  readonly recipient: readonly string[];
  readonly units?: string;
  readonly volumes?: string;
  readonly runDocumentNo?: string;
  readonly runReason?: string;
  readonly runDate?: string;
  readonly desks?: string;
  readonly withGaps?: boolean;
  readonly draft?: string;
  readonly rosterDocumentNo?: string;
  readonly rosterDate?: string;
}

/** An answer that is a text. */
type TextAnswer = Exclude<
  keyof AnnualOptions,
  'withGaps' | 'name' | 'code' | 'areaCode' | 'issuer' | 'recipient' | 'scheme' | 'deadlines'
>;

/** One walk: the year, the answers given beforehand, and which of them have been used. */
export interface Walk {
  readonly context: Context;
  readonly year: number;
  readonly options: AnnualOptions;
  readonly used: Set<TextAnswer | 'city'>;
  /** Those that a person gave at a question: one that turns out wrong is asked for again. */
  readonly asked: Set<TextAnswer>;
}

/** The commands of a step, what they need asked for; none where a person leaves it here. */
export async function findCommands(
  walk: Walk,
  step: Exclude<NextStep, 'done'>,
  state: YearWork | undefined,
): Promise<string[][]> {
  const { context, year } = walk;
  const ask = context.text.help.annual;
  const ofYear = ['--year', String(year)];
  const said = step === 'init' ? [] : changeCity(walk);
  if (said.length > 0) return said;
  switch (step) {
    case 'init': {
      // What was not said beforehand `init` asks for itself.
      const { name, code, areaCode, issuer, recipient, scheme, deadlines } = walk.options;
      walk.used.add('city');
      const said = { name, code, 'area-code': areaCode, scheme, deadlines };
      return [
        [
          'init',
          ...Object.entries(said).flatMap(([option, value]) =>
            value === undefined ? [] : [`--${option}`, value],
          ),
          ...issuer.flatMap((one) => ['--issuer', one]),
          ...recipient.flatMap((one) => ['--recipient', one]),
        ],
      ];
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
      return settleFindings(walk, state);
    case 'publish':
      return publish(walk, state, []);
  }
}

/** What was said of the city only now, when it is on record already: once a walk, and before anything counts on it. */
function changeCity({ options, used }: Walk): string[][] {
  if (used.has('city')) return [];
  used.add('city');
  const { areaCode, issuer, recipient, scheme, deadlines } = options;
  const fields = [
    ...(areaCode === undefined ? [] : ['--area-code', areaCode]),
    ...issuer.flatMap((one) => ['--issuer', one]),
    ...recipient.flatMap((one) => ['--recipient', one]),
  ];
  return [
    ...(fields.length === 0 ? [] : [['jurisdiction', 'set', ...fields]]),
    ...(scheme === undefined ? [] : [['scheme', 'use', scheme]]),
    ...(deadlines === undefined ? [] : [['deadline', 'use', deadlines]]),
  ];
}

async function adopt(walk: Walk, state: YearWork | undefined): Promise<string[][]> {
  const { context, options } = walk;
  const ask = context.text.help.annual;
  const run = String(state?.draft ?? '');
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
  const isSuperseding = typeof state?.runInForce === 'number';
  const reasons = isSuperseding ? [await answer(walk, 'runReason', ask.askRunReason, '--run-reason')] : [];
  const date = options.runDate ?? (await askDay(context, ask.askRunDate, '--run-date'));
  return [
    [
      'tier',
      'adopt',
      run,
      '--document-no',
      documentNo,
      ...reasons.flatMap((reason) => ['--reason', reason]),
      ...(date === undefined ? [] : ['--date', date]),
      ...((state?.withoutCount ?? 0) > 0 ? ['--allow-missing'] : []),
    ],
  ];
}

async function collectDesks(walk: Walk, state: YearWork | undefined): Promise<string[][]> {
  const { context, options, used } = walk;
  const ask = context.text.help.annual;
  if (options.desks !== undefined && !used.has('desks')) {
    return [['desk', 'import', await answer(walk, 'desks', '', '--desks')]];
  }
  if (options.withGaps === true) return publish(walk, state, ['--with-gaps']);
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
  if (choice === 'check') return settleFindings(walk, state);
  if (choice === 'import') return [['desk', 'import', await answer(walk, 'desks', ask.askDesks, '--desks')]];
  return makeForms(walk);
}

async function makeForms({ context, year }: Walk): Promise<string[][]> {
  const message = context.text.help.annual.askForms;
  const folder = (await askText(context, { message, option: '-o' })) ?? `forms-${String(year)}`;
  return [['desk', 'form', '-o', folder]];
}

/** What is wrong with desks is shown; then they are mended, or the roster goes out with gaps, or it waits. */
async function settleFindings(walk: Walk, state: YearWork | undefined): Promise<string[][]> {
  const { context, options, used } = walk;
  const ask = context.text.help.annual;
  if (options.desks !== undefined && !used.has('desks')) {
    return [['desk', 'import', await answer(walk, 'desks', '', '--desks')]];
  }
  if (options.withGaps === true) return publish(walk, state, ['--with-gaps']);
  context.sayCommand(['desk', 'check']);
  await context.runCommand(['desk', 'check']);
  const choice = await askChoice(context, {
    message: ask.findings,
    option: '--desks / --with-gaps',
    choices: [
      { value: 'import', label: ask.importDesks },
      { value: 'forms', label: ask.makeForms },
      { value: 'gaps', label: ask.withGaps },
      { value: 'stop', label: ask.stopHere },
    ],
  });
  if (choice === 'stop') return [];
  if (choice === 'gaps') return publish(walk, state, ['--with-gaps']);
  if (choice === 'forms') return makeForms(walk);
  return [['desk', 'import', await answer(walk, 'desks', ask.askDesks, '--desks')]];
}

/** Drafts and publishes: the whole roster of the year, after that what has changed. */
async function publish(
  walk: Walk,
  state: YearWork | undefined,
  more: readonly string[],
): Promise<string[][]> {
  const { context, year, options } = walk;
  const ask = context.text.help.annual;
  const proposed = `roster-${String(year)}-draft.docx`;
  const draft =
    options.draft ??
    (await askText(context, { message: ask.askDraft(proposed), option: '--draft', isOptional: true })) ??
    proposed;
  const preview = ['roster', 'preview', '-o', draft];
  context.sayCommand(preview);
  const code = await context.runCommand(preview);
  if (code !== 0) {
    context.exitCode = code;
    return [];
  }
  const documentNo = await answer(walk, 'rosterDocumentNo', ask.askRosterDocumentNo, '--roster-document-no');
  const date = options.rosterDate ?? (await askDay(context, ask.askRosterDate, '--roster-date'));
  const edition = (state?.latestEdition?.number ?? 0) + 1;
  return [
    [
      'roster',
      'publish',
      '--document-no',
      documentNo,
      ...(date === undefined ? [] : ['--date', date]),
      ...(typeof state?.edition === 'number' ? ['--changes'] : []),
      ...more,
    ],
    // What goes out is on paper.
    ['roster', 'print', String(edition), '-o', `roster-${String(year)}-${String(edition)}.docx`],
  ];
}

/** Answers that are files, and the verb that reads each. */
const filesOf = { units: 'unit import', volumes: 'volume import', desks: 'desk import' } as const;

function isFile(key: TextAnswer): key is keyof typeof filesOf {
  return Object.hasOwn(filesOf, key);
}

/** An answer given beforehand, once; else it is asked for. */
async function answer(walk: Walk, key: TextAnswer, message: string, option: string): Promise<string> {
  const given = walk.used.has(key) ? undefined : walk.options[key];
  walk.used.add(key);
  if (given !== undefined) return given;
  walk.asked.add(key);
  const { context } = walk;
  if (!isFile(key) || !context.isInteractive) return (await askText(context, { message, option })) ?? '';
  const asking = { context, verb: filesOf[key], said: () => undefined, folder: '', files: [] };
  const [file = ''] = await askFile(asking, { message, option, isOptional: false, kind: 'spreadsheet' });
  return file;
}

async function askDay(context: Context, message: string, option: string): Promise<string | undefined> {
  const check = (typed: string): string | undefined =>
    parseDay(completeTime(typed, context.today)) === undefined
      ? context.text.help.annual.dayNeeded
      : undefined;
  return askText(context, { message, option, isOptional: true, check });
}
