import type { Command } from 'commander';
import type { Context } from '../../cli/context.ts';
import { textOption, wordOption } from '../../cli/option-values.ts';
import { deadlinePresets, usualRules } from '../../domain/deadline-presets.ts';
import { schemePresets } from '../../domain/scheme-presets.ts';
import { usualTimeZone } from '../../domain/time.ts';
import { AppError } from '../../errors.ts';
import { asksFor, fillVerb } from '../../cli/verb.ts';
import { levelWords } from '../../domain/input-words.ts';
import { fillDatabase } from '../../operations/unit/change-jurisdiction.ts';
import { createStore } from '../../store/database.ts';
import type { JurisdictionOptions } from '../jurisdiction/jurisdiction-options.ts';
import { addJurisdictionOptions, parseCode } from '../jurisdiction/jurisdiction-options.ts';

interface Options extends JurisdictionOptions {
  readonly name?: string;
  readonly code?: string;
  readonly level: 'municipal' | 'county';
  readonly scheme?: string;
  readonly deadlines?: string;
}

/** Fills the command `init`. */
export function addInitCommand(command: Command, context: Context): void {
  const { init } = context.text.help;
  asksFor(command, {
    needs: [['--name'], ['--code']],
    also: ['--area-code', '--issuer', '--recipient', '--scheme', '--deadlines'],
    words: {
      '--name': init.askName,
      '--code': init.askCode,
      '--area-code': init.askArea,
      '--issuer': init.askIssuers,
      '--recipient': init.askRecipients,
      '--scheme': init.askScheme,
      '--deadlines': init.askDeadlines,
    },
    decides: ['--scheme', '--deadlines'],
    isThorough: true,
  });
  fillVerb(command, context, 'init', 'liaison init --name 德州市 --code DZ --area-code 0534')
    .option('--name <name>', init.name, textOption('--name'))
    .option('--code <code>', init.code, parseCode)
    .option('--level <level>', init.level, wordOption('--level', levelWords), 'municipal')
    .option('--scheme <code>', init.scheme, oneOf('--scheme', schemePresets))
    .option('--deadlines <code>', init.deadlines, oneOf('--deadlines', deadlinePresets));
  addJurisdictionOptions(command, context).action((options: Options) => runInit(context, options));
}

async function runInit(context: Context, options: Options): Promise<void> {
  const { text } = context;
  const { views } = text;
  const {
    name,
    code,
    areaCode = null,
    issuer,
    recipient,
    scheme: schemeCode,
    deadlines: rulesCode,
  } = options;
  if (name === undefined || code === undefined)
    throw new AppError('answer-needed', { options: [name === undefined ? '--name' : '--code'] });
  const tellDefault = (of: string, note: string) => ({
    text: text.labels.said(of, note),
    tone: 'warning' as const,
  });
  const { databasePath, databaseName: path } = context;
  const { timeZone = usualTimeZone, level, unitLimit, workHours } = options;
  const work = context.work('init');
  const { store, filled, replaced } = await createStore(
    databasePath,
    (made) =>
      fillDatabase(
        { ...work, store: made },
        {
          level,
          unitLimit,
          workHours,
          name,
          code,
          timeZone,
          areaCode,
          issuers: issuer,
          recipients: recipient,
          schemeCode,
          rulesCode,
        },
      ),
    context.opening,
  );
  context.adopt(store);
  if (replaced) context.warn(context.text.labels.begunBefore(path));
  await context.print({
    json: {
      database: path,
      jurisdiction: filled.code,
      scheme: filled.schemeCode,
      isDefaultScheme: schemeCode === undefined,
      deadlines: rulesCode ?? usualRules,
      isDefaultDeadlines: rulesCode === undefined,
    },
    view: [
      {
        kind: 'lines',
        lines: [
          views.init.done(name, path),
          ...(schemeCode === undefined
            ? [tellDefault(filled.schemeCode, text.views.scheme.isDefault(filled.schemeCode))]
            : []),
          ...(rulesCode === undefined
            ? [tellDefault(usualRules, text.views.deadline.isDefault(usualRules))]
            : []),
        ],
      },
    ],
  });
  context.next(views.status.steps.units);
}

/** Reads the code of something that the tool brings. */
function oneOf(option: string, presets: readonly { readonly code: string }[]): (value: string) => string {
  const words = Object.fromEntries(presets.map(({ code }) => [code, []])) as Record<
    string,
    readonly string[]
  >;
  return wordOption(option, words);
}
