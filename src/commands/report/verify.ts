import type { Command } from 'commander';
import { AppError } from '../../errors.ts';
import type { Context } from '../../cli/context.ts';
import { exitCodes } from '../../cli/exit-codes.ts';
import { readInputFile } from '../../cli/files.ts';
import { severalOption } from '../../cli/option-values.ts';
import { askText } from '../../cli/ask/prompts.ts';
import { addVerb } from '../../cli/verb.ts';
import { countVerdicts } from '../../domain/bulletin-check.ts';
import type { Delimiter } from '../../operations/import/source-terms.ts';
import { isFigureLine, verifyBulletins } from '../../operations/report/verify-bulletins.ts';
import { writeCsvRows } from '../../output/csv.ts';
import { describeDoubts, describeNotes } from '../../output/import-view.ts';
import { bulletinsJson } from '../../output/report/verify-json.ts';
import { bulletinRows, bulletinsView } from '../../output/report/verify-view.ts';
import { delimiterOption } from '../run-import.ts';

interface Options {
  readonly all?: boolean;
  readonly encoding?: string;
  readonly delimiter?: Delimiter;
  readonly tab?: string;
  readonly fillDown?: boolean;
  readonly map?: readonly string[];
  readonly set?: readonly string[];
}

export function addVerifyCommand(parent: Command, context: Context): void {
  const { report: help, shared } = context.text.help;
  addVerb(
    parent,
    context,
    'report verify',
    'liaison report verify bulletins.json',
    'liaison report verify 通报.xlsx --tab 7月 --all',
    'liaison report verify 占比.csv --set 分母=54706',
    'liaison report verify -',
  )
    .argument('[file]', help.bulletinFile)
    .option('--all', help.all)
    .option('--encoding <name>', shared.encoding)
    .option('--delimiter <sign>', shared.delimiter, delimiterOption)
    .option('--tab <name>', shared.tab)
    .option('--fill-down', shared.fillDown)
    .option('--map <header=column>', shared.map, severalOption('--map'), [])
    .option('--set <column=value>', shared.set, severalOption('--set'), [])
    .action((file: string | undefined, options: Options) => runVerify(context, file, options));
}

async function runVerify(context: Context, file: string | undefined, options: Options): Promise<void> {
  const { text } = context;
  const { all: isAll = false } = options;
  const isTyped = context.isInteractive && (file === undefined || file === '-');
  if (file === undefined && !isTyped) throw new AppError('argument-missing', { argument: 'file' });
  const source = isTyped ? await askLines(context) : await readInputFile(context, file ?? '-');
  const shown = file === undefined || file === '-' ? text.views.verify.input : source.name;
  const { checks, tables } = await verifyBulletins(source, options);
  for (const table of tables) {
    for (const line of describeNotes(table, text)) context.say(line);
    for (const line of describeDoubts(table.notes, text)) context.warn(line);
  }
  if (checks.some((check) => countVerdicts(check)['does-not-follow'] > 0))
    context.exitCode = exitCodes.findings;
  await context.print({
    json: bulletinsJson(checks),
    view: bulletinsView(checks, { isAll, file: shown }, text),
    documents: { csv: () => writeCsvRows(bulletinRows(checks, text)) },
  });
}

/** Asks for lines with figures until an empty one. */
async function askLines(context: Context): Promise<{ readonly name: string; readonly bytes: Uint8Array }> {
  const say = context.text.views.verify;
  const lines: string[] = [];
  for (;;) {
    const line = await askText(context, {
      message: say.ask,
      option: 'file',
      isOptional: true,
      check: (typed) => (isFigureLine(typed) ? undefined : say.notALine),
    });
    if (line === undefined) break;
    lines.push(line);
  }
  if (lines.length === 0) throw new AppError('argument-missing', { argument: 'file' });
  return { name: say.input, bytes: new TextEncoder().encode(lines.join('\n')) };
}
