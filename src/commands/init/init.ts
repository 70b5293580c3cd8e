import type { Command } from 'commander';
import { AppError } from '../../errors.ts';
import type { Context } from '../../cli/context.ts';
import { severalOption, textOption, wordOption } from '../../cli/option-values.ts';
import { askText } from '../../cli/prompts.ts';
import { levelWords } from '../../domain/words.ts';
import { isTimeZone } from '../../domain/time.ts';
import { fillDatabase } from '../../operations/create-database.ts';
import { createStore } from '../../store/database.ts';

interface Options {
  readonly name?: string;
  readonly code?: string;
  readonly level: 'municipal' | 'county';
  readonly areaCode?: string;
  readonly timeZone: string;
  readonly issuer: readonly string[];
  readonly recipient: readonly string[];
}

/** Fills the command `init`. */
export function addInitCommand(command: Command, context: Context): void {
  const { init } = context.text.help;
  command
    .option('--name <name>', init.name, textOption('--name'))
    .option('--code <code>', init.code, readCode)
    .option('--level <level>', init.level, wordOption('--level', levelWords), 'municipal')
    .option('--area-code <code>', init.areaCode, readAreaCode)
    .option('--time-zone <zone>', init.timeZone, readTimeZone, 'Asia/Shanghai')
    .option('--issuer <name>', init.issuer, severalOption('--issuer'), [])
    .option('--recipient <name>', init.recipient, severalOption('--recipient'), [])
    .action((options: Options) => runInit(context, options));
}

async function runInit(context: Context, options: Options): Promise<void> {
  const { help, views } = context.text;
  const name =
    options.name ?? (await askText(context, { message: help.init.askName, option: '--name' })) ?? '';
  const code =
    options.code ??
    readCode((await askText(context, { message: help.init.askCode, option: '--code' })) ?? '');
  const areaCode = options.areaCode ?? (await askAreaCode(context, options));
  const path = context.databasePath;
  const store = await createStore(path, { patience: context.patience });
  context.adopt(store);
  const { level, timeZone, issuer: issuers, recipient: recipients } = options;
  const jurisdiction = await fillDatabase(
    { store, by: context.actor, now: context.now, command: 'init' },
    { name, code, level, timeZone, areaCode: areaCode ?? null, issuers, recipients },
  );
  await context.print({
    json: { database: path, jurisdiction: jurisdiction.code },
    view: [{ kind: 'lines', lines: [views.init.done(name, path)] }],
  });
  context.next(views.status.steps['import-units']);
}

/** The area code is asked for only when other things were asked for too. */
async function askAreaCode(context: Context, options: Options): Promise<string | undefined> {
  if (options.name !== undefined && options.code !== undefined) return undefined;
  const answer = await askText(context, {
    message: context.text.help.init.askArea,
    option: '--area-code',
    isOptional: true,
  });
  return answer === undefined ? undefined : readAreaCode(answer);
}

function readCode(value: string): string {
  const code = value.normalize('NFKC').trim().toUpperCase();
  if (!/^[A-Z][A-Z0-9]{0,9}$/u.test(code)) {
    throw new AppError('option-value-invalid', { option: '--code', value, example: 'DZ' });
  }
  return code;
}

function readAreaCode(value: string): string {
  const code = value.normalize('NFKC').trim();
  if (!/^0\d{2,3}$/u.test(code)) {
    throw new AppError('option-value-invalid', { option: '--area-code', value, example: '0534' });
  }
  return code;
}

function readTimeZone(value: string): string {
  if (isTimeZone(value)) return value;
  throw new AppError('option-value-invalid', { option: '--time-zone', value, example: 'Asia/Shanghai' });
}
