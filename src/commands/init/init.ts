import type { Command } from 'commander';
import type { Context } from '../../cli/context.ts';
import { textOption, wordOption } from '../../cli/option-values.ts';
import { askText } from '../../cli/prompts.ts';
import { fillVerb } from '../../cli/verb.ts';
import { levelWords } from '../../domain/input-words.ts';
import { fillDatabase } from '../../operations/unit/change-jurisdiction.ts';
import { createStore } from '../../store/database.ts';
import type { JurisdictionOptions } from '../jurisdiction/jurisdiction-options.ts';
import {
  addJurisdictionOptions,
  defaultTimeZone,
  parseAreaCode,
  parseCode,
} from '../jurisdiction/jurisdiction-options.ts';

interface Options extends JurisdictionOptions {
  readonly name?: string;
  readonly code?: string;
  readonly level: 'municipal' | 'county';
}

/** Fills the command `init`. */
export function addInitCommand(command: Command, context: Context): void {
  const { init } = context.text.help;
  fillVerb(command, context, 'init', 'liaison init --name 德州市 --code DZ --area-code 0534')
    .option('--name <name>', init.name, textOption('--name'))
    .option('--code <code>', init.code, parseCode)
    .option('--level <level>', init.level, wordOption('--level', levelWords), 'municipal');
  addJurisdictionOptions(command, context).action((options: Options) => runInit(context, options));
}

async function runInit(context: Context, options: Options): Promise<void> {
  const { help, views } = context.text;
  const name =
    options.name ?? (await askText(context, { message: help.init.askName, option: '--name' })) ?? '';
  const code =
    options.code ??
    parseCode((await askText(context, { message: help.init.askCode, option: '--code' })) ?? '');
  const areaCode = options.areaCode ?? (await askAreaCode(context, options));
  const path = context.databasePath;
  const { timeZone = defaultTimeZone, issuer: issuers, recipient: recipients, ...rest } = options;
  const work = context.work('init');
  const { store, filled, replaced } = await createStore(
    path,
    (made) =>
      fillDatabase(
        { ...work, store: made },
        { ...rest, name, code, timeZone, areaCode: areaCode ?? null, issuers, recipients },
      ),
    { patience: context.patience, maker: context.host },
  );
  context.adopt(store);
  if (replaced) context.say(context.text.labels.begunBefore(path));
  await context.print({
    json: { database: path, jurisdiction: filled.code },
    view: [{ kind: 'lines', lines: [views.init.done(name, path)] }],
  });
  context.next(views.status.steps.units);
}

/** The area code is asked for only when other things were asked for too. */
async function askAreaCode(context: Context, options: Options): Promise<string | undefined> {
  if (options.name !== undefined && options.code !== undefined) return undefined;
  const answer = await askText(context, {
    message: context.text.help.init.askArea,
    option: '--area-code',
    isOptional: true,
  });
  return answer === undefined ? undefined : parseAreaCode(answer);
}
