import type { Command } from 'commander';
import type { Problem } from '../errors.ts';
import { severalOption } from '../cli/option-values.ts';
import type { Context, Session } from '../cli/context.ts';
import { withProgress } from '../cli/progress.ts';
import { confirm } from '../cli/prompts.ts';
import type { ImportTask } from '../operations/import/import-file.ts';
import { applyImport, countImport, previewImport } from '../operations/import/import-file.ts';
import { describeAnswers } from '../output/import-view.ts';
import type { View } from '../output/view.ts';
import { askAnswers } from './ask-answers.ts';

/** Options every import has. */
export interface ImportOptions {
  readonly dryRun?: boolean;
  readonly encoding?: string;
  readonly tab?: string;
  readonly fillDown?: boolean;
  readonly map?: readonly string[];
  readonly saveMap?: boolean;
  readonly resolve?: boolean;
}

/** Declares what every import has: its file, `--dry-run`, and how the file is to be read. */
export function addImportOptions(verb: Command, context: Context): Command {
  const { shared } = context.text.help;
  return verb
    .argument('<file>', shared.file)
    .option('--dry-run', shared.dryRun)
    .option('--encoding <name>', shared.encoding)
    .option('--tab <name>', shared.tab)
    .option('--fill-down', shared.fillDown)
    .option('--map <header=column>', shared.map, severalOption('--map'), [])
    .option('--save-map', shared.saveMap);
}

/** Declares `--resolve` for an import that names units. */
export function addResolveOption(verb: Command, context: Context): Command {
  return verb.option('--resolve', context.text.help.shared.resolve);
}

/** How one sort of import shows itself. */
export interface ImportShow<Plan> {
  readonly view: (plan: Plan) => View;
  /** What JSON says of the plan beside its counts. */
  readonly json?: (plan: Plan) => object;
  /** A question to be answered with yes before the plan is applied. */
  readonly question?: (plan: Plan) => string | undefined;
  readonly next: (plan: Plan) => string;
}

/** The steps of every import: read, plan, show, ask if need be, apply; a dry run ends with the plan that the real run applies. */
export async function runImport<Plan extends { readonly problems: readonly Problem[] }>(
  context: Context,
  session: Session,
  prepared: ImportTask<Plan>,
  options: ImportOptions,
  show: ImportShow<Plan>,
): Promise<void> {
  const say = context.text.views.import;
  let task = { ...prepared, savesMap: options.saveMap === true };
  context.say(say.read(task.source.name, task.encoding, task.rows));
  if (task.skipped > 0) context.say(say.skipped(task.skipped));
  for (const { label, row } of task.setAside) context.say(say.setAside(label, row));
  for (const [header, column] of task.header.mapped) context.say(say.mapped(header, column));
  if (task.unknownHeaders.length > 0) context.say(say.unknownHeaders(task.unknownHeaders.join(', ')));
  if (options.resolve === true) task = { ...task, answers: await askAnswers(context, session, task) };
  const plan = await previewImport(session, task);
  const document = {
    file: task.source.name,
    encoding: task.encoding,
    rows: task.rows,
    unknownColumns: task.unknownHeaders,
    rowsLeftOut: task.setAside,
    counts: countImport(task, plan),
    ...(task.answers.length === 0 ? {} : { names: task.answers }),
    ...show.json?.(plan),
  };
  const view: View = [...describeAnswers(task.answers, context.text), ...show.view(plan)];
  const finish = async (batch: number | null, line: string): Promise<void> => {
    await context.print({
      // What changes may be people and their phones.
      isPersonal: true,
      json: { ...document, dryRun: options.dryRun === true, batch },
      view: [...view, { kind: 'lines', lines: [line] }],
    });
  };
  if (options.dryRun === true) {
    await finish(null, say.dryRun);
    return;
  }
  const question = show.question?.(plan);
  if (question !== undefined) {
    if (context.options.yes !== true && context.isInteractive) context.showPlan(view);
    await confirm(context, question);
  }
  const { batch } = await withProgress(context, (tick) => applyImport(session, { task, shown: plan, tick }));
  await finish(batch, batch === null ? say.nothing : say.done(batch));
  context.next(show.next(plan));
}
