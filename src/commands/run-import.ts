import type { Command } from 'commander';
import type { ErrorDetails } from '../errors.ts';
import { AppError, isAppError } from '../errors.ts';
import { factsOf, withFacts } from '../cli/option-facts.ts';
import { severalOption, wordOption } from '../cli/option-values.ts';
import type { Context, Session } from '../cli/context.ts';
import { dayOrderWords, delimiterWords } from '../domain/input-words.ts';
import type { DayOrder } from '../domain/time.ts';
import { withProgress } from '../cli/progress.ts';
import { askChoice } from '../cli/ask/choose.ts';
import { askYes, confirm } from '../cli/ask/prompts.ts';
import type { ImportPlan, ImportTask, Tick } from '../operations/import/import-file.ts';
import { applyImport, countImport, previewImport } from '../operations/import/import-file.ts';
import type { Delimiter, SourceChoice } from '../operations/import/source-terms.ts';
import { findGoodRows } from '../operations/import/skip-bad-rows.ts';
import { describeAnswers, describeDoubts, describeNotes, describeReadings } from '../output/import-view.ts';
import { writeBadRows } from '../output/bad-rows.ts';
import type { View } from '../output/view.ts';
import { askAnswers } from './ask-answers.ts';

/** Options every import has. */
export interface ImportOptions {
  readonly dryRun?: boolean;
  readonly encoding?: string;
  readonly delimiter?: Delimiter;
  readonly tab?: string;
  readonly fillDown?: boolean;
  readonly map?: readonly string[];
  readonly mapValue?: readonly string[];
  readonly set?: readonly string[];
  readonly dates?: DayOrder;
  readonly saveMap?: boolean;
  readonly skipBad?: string;
  readonly resolve?: boolean;
}

const findDelimiter = wordOption('--delimiter', delimiterWords);
const signs: Readonly<Record<keyof typeof delimiterWords, Delimiter>> = {
  comma: ',',
  tab: '\t',
  semicolon: ';',
  pipe: '|',
};
/** Reads the sign that parts the columns, by itself or by its name. */
export const delimiterOption = withFacts(
  (value: string) => signs[findDelimiter(value)],
  factsOf(findDelimiter),
);

/** Declares what every import has: its file, `--dry-run`, and how the file is to be read. */
export function addImportOptions(verb: Command, context: Context): Command {
  const { shared } = context.text.help;
  return verb
    .argument('<file>', shared.file)
    .option('--dry-run', shared.dryRun)
    .option('--encoding <name>', shared.encoding)
    .option('--delimiter <sign>', shared.delimiter, delimiterOption)
    .option('--tab <name>', shared.tab)
    .option('--fill-down', shared.fillDown)
    .option('--map <header=column>', shared.map, severalOption('--map'), [])
    .option('--map-value <column:word=value>', shared.mapValue, severalOption('--map-value'), [])
    .option('--set <column=value>', shared.set, severalOption('--set'), [])
    .option('--dates <order>', shared.dates, wordOption('--dates', dayOrderWords))
    .option('--save-map', shared.saveMap)
    .option('--skip-bad <bad-rows>', shared.skipBad);
}

/** Declares `--resolve` for an import that names units. */
export function addResolveOption(verb: Command, context: Context): Command {
  return verb.option('--resolve', context.text.help.shared.resolve);
}

/** A question to be answered with yes before a plan is applied. */
export interface ImportQuestion {
  readonly question: string;
  /** The option that answers it beforehand, where `--yes` is not enough, and whether it was given. */
  readonly answeredBy?: { readonly option: string; readonly isGiven: boolean };
}

/** How one sort of import shows itself. */
export interface ImportShow<Plan> {
  readonly view: (plan: Plan) => View;
  /** What JSON says of the plan beside its counts. */
  readonly json?: (plan: Plan) => object;
  readonly questions?: (plan: Plan) => readonly ImportQuestion[];
  readonly next: (plan: Plan) => string;
}

/** Makes the task of an import; a tab may be chosen, and lines with something wrong in them be left out. */
type Prepare<Plan extends ImportPlan> = (choice: SourceChoice, tick: Tick) => Promise<ImportTask<Plan>>;

/** The steps of every import: read, plan, show, ask if need be, apply; a dry run ends with the plan that the real run applies. */
export async function runImport<Plan extends ImportPlan>(
  context: Context,
  session: Session,
  prepareWith: Prepare<Plan>,
  options: ImportOptions,
  show: ImportShow<Plan>,
): Promise<void> {
  const say = context.text.views.import;
  const { skipBad } = options;
  if (skipBad !== undefined) {
    if (!/\.csv$/iu.test(skipBad))
      throw new AppError('value-invalid', { field: 'skipBad', value: skipBad, example: 'bad-rows.csv' });
    await context.prepareFile(skipBad);
  }
  const prepare = (choice: SourceChoice) => withProgress(context, (tick) => prepareWith(choice, tick));
  const { task: whole, tab } = await prepareTab(context, prepare);
  const prepareGood = (skippedLines: ReadonlySet<number>) => prepare({ ...tab, skippedLines });
  const { task: good, bad } =
    skipBad === undefined
      ? { task: whole, bad: [] }
      : await findGoodRows(session.store.db, whole, prepareGood);
  let task = { ...good, savesMap: options.saveMap === true };
  for (const line of describeNotes(task, context.text)) context.say(line);
  for (const line of describeDoubts(task.notes, context.text)) context.warn(line);
  if (bad.length > 0 && task.notes.setAside.length > 0) context.warn(say.totalsUnchecked);
  if (options.resolve === true) task = { ...task, answers: await askAnswers(context, session, task) };
  const plan = await withProgress(context, (tick) => previewImport(session, { task, tick }));
  const { notes } = task;
  const document = {
    file: task.source.name,
    encoding: task.encoding,
    tab: notes.tab ?? null,
    rows: task.rows,
    unknownColumns: notes.unknownHeaders,
    rowsLeftOut: notes.setAside,
    hiddenRows: notes.hiddenRows,
    uncheckedTotals: notes.uncheckedTotals,
    readAsNothing: Object.fromEntries(notes.blanks),
    namesReadAs: plan.readings ?? [],
    counts: countImport(task, plan),
    ...(skipBad === undefined ? {} : { rowsNotImported: { count: bad.length, file: skipBad } }),
    ...(task.answers.length === 0 ? {} : { names: task.answers }),
    ...show.json?.(plan),
  };
  const view: View = [
    ...describeAnswers(task.answers, context.text),
    ...show.view(plan),
    ...describeReadings(plan.readings ?? [], context.text),
  ];
  const finish = async (batch: number | null, line: string): Promise<void> => {
    await context.print({
      // What changes may be people and their phones.
      isPersonal: true,
      json: { ...document, dryRun: options.dryRun === true, batch },
      view: [...view, { kind: 'lines', lines: [line] }],
    });
  };
  const questions = [
    ...(show.questions?.(plan) ?? []),
    // All is shown before what was answered one by one is written.
    ...(task.answers.length > 0 && context.isInteractive
      ? [{ question: say.confirmAnswers(task.answers.length) }]
      : []),
  ];
  if (options.dryRun === true) {
    for (const { question } of questions) context.warn(question);
    if (bad.length > 0) context.warn(say.skippedBadDry(bad.length));
    await finish(null, say.dryRun);
    return;
  }
  await answerAll(context, questions, view);
  if (skipBad !== undefined && bad.length > 0)
    context.writeFile(skipBad, writeBadRows(whole.written?.header ?? [], bad, context.text));
  const { batch } = await withProgress(context, (tick) => applyImport(session, { task, shown: plan, tick }));
  if (skipBad !== undefined && bad.length > 0) context.warn(say.skippedBad(bad.length, skipBad));
  await finish(batch, batch === null ? say.nothing : say.done(batch));
  context.next(show.next(plan));
}

/** Makes the task; where several tabs fit, a person at a terminal says which is meant. */
async function prepareTab<Plan extends ImportPlan>(
  context: Context,
  prepare: (choice: SourceChoice) => Promise<ImportTask<Plan>>,
): Promise<{ readonly task: ImportTask<Plan>; readonly tab: SourceChoice }> {
  try {
    return { task: await prepare({}), tab: {} };
  } catch (error) {
    if (!isAppError(error) || error.code !== 'tabs-in-doubt' || !context.isInteractive) throw error;
    const { tabs } = error.details as ErrorDetails['tabs-in-doubt'];
    const message = context.text.views.import.askTab;
    const choices = tabs.map((value) => ({ value, label: value }));
    const tab = { tab: await askChoice(context, { message, option: '--tab', choices }) };
    return { task: await prepare(tab), tab };
  }
}

/** Has every question answered with yes, by its option, by `--yes` or by a person who has seen the plan. */
async function answerAll(context: Context, questions: readonly ImportQuestion[], view: View): Promise<void> {
  const open = questions.filter(({ answeredBy }) =>
    answeredBy === undefined ? context.options.yes !== true : !answeredBy.isGiven,
  );
  if (open.length > 0 && context.isInteractive) context.showPlan(view);
  for (const { question, answeredBy } of open) {
    if (answeredBy === undefined) await confirm(context, question);
    else if (!context.isInteractive)
      throw new AppError('confirmation-needed', { question, option: answeredBy.option });
    else if (!(await askYes(context, question))) throw new AppError('interrupted', {});
  }
}
