import type { Command } from 'commander';
import type { Context } from '../../cli/context.ts';
import { textOption, wordOption } from '../../cli/option-values.ts';
import { askChoice, askText } from '../../cli/prompts.ts';
import { deadlinePresets, usualRules } from '../../domain/deadline-presets.ts';
import { describeBands } from '../../output/scheme-view.ts';
import { presetFor, schemePresets } from '../../domain/scheme-presets.ts';
import { usualTimeZone } from '../../domain/time.ts';
import { fillVerb } from '../../cli/verb.ts';
import { levelWords } from '../../domain/input-words.ts';
import { fillDatabase } from '../../operations/unit/change-jurisdiction.ts';
import { createStore } from '../../store/database.ts';
import type { JurisdictionOptions } from '../jurisdiction/jurisdiction-options.ts';
import { addJurisdictionOptions, parseAreaCode, parseCode } from '../jurisdiction/jurisdiction-options.ts';

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
  const { help, views } = text;
  const name =
    options.name ?? (await askText(context, { message: help.init.askName, option: '--name' })) ?? '';
  const code =
    options.code ??
    parseCode((await askText(context, { message: help.init.askCode, option: '--code' })) ?? '');
  // What the roster and the clocks will need is asked for where a person sits.
  const asked = await askRest(context, options);
  const tellDefault = (of: string, note: string) => ({
    text: text.labels.said(of, note),
    tone: 'warning' as const,
  });
  const path = context.databasePath;
  const { timeZone = usualTimeZone, level, unitLimit, workHours } = options;
  const { areaCode, issuers, recipients, schemeCode, rulesCode } = asked;
  const work = context.work('init');
  const { store, filled, replaced } = await createStore(
    path,
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
          issuers,
          recipients,
          schemeCode,
          rulesCode,
        },
      ),
    { patience: context.patience, maker: context.host },
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

/** What a jurisdiction has beside its name and code, as it was said or asked for. */
interface Rest {
  readonly areaCode: string | null;
  readonly issuers: readonly string[];
  readonly recipients: readonly string[];
  /** What somebody decided; undefined where the tool's own hold. */
  readonly schemeCode: string | undefined;
  readonly rulesCode: string | undefined;
}

/** Asks for what was not said, where a person sits: the area code, issuers, recipients, which scheme and which deadline rules hold; each may stay open. */
async function askRest(context: Context, options: Options): Promise<Rest> {
  const { init } = context.text.help;
  const { issuer, recipient, scheme, deadlines, level } = options;
  const askOne = (message: string, option: string): Promise<string | undefined> =>
    askText(context, { message, option, isOptional: true });
  const area = options.areaCode ?? (await askOne(init.askArea, '--area-code'));
  const several = async (
    given: readonly string[],
    message: string,
    option: string,
  ): Promise<readonly string[]> =>
    given.length > 0
      ? given
      : ((await askOne(message, option))
          ?.split(/[、;；]/u)
          .map((one) => one.trim())
          .filter((one) => one !== '') ?? []);
  const issuers = await several(issuer, init.askIssuers, '--issuer');
  const recipients = await several(recipient, init.askRecipients, '--recipient');
  const usual = presetFor(level);
  const schemeCode =
    scheme ??
    (await askCode(
      context,
      init.askScheme,
      '--scheme',
      [
        ...schemePresets.filter(({ code }) => code === usual),
        ...schemePresets.filter(({ code }) => code !== usual),
      ].map((one) => ({ code: one.code, note: describeBands(one, context.text) })),
    ));
  const rulesCode =
    deadlines ??
    (await askCode(
      context,
      init.askDeadlines,
      '--deadlines',
      deadlinePresets.map(({ code, name }) => ({ code, note: name })),
    ));
  return {
    areaCode: area === undefined ? null : parseAreaCode(area),
    issuers,
    recipients,
    schemeCode,
    rulesCode,
  };
}

/** Lets a person choose one of the codes, or leave it open; nobody is asked without a terminal. */
async function askCode(
  context: Context,
  message: string,
  option: string,
  codes: readonly { readonly code: string; readonly note: string }[],
): Promise<string | undefined> {
  if (!context.isInteractive) return undefined;
  const later = '';
  const choice = await askChoice(context, {
    message,
    option,
    choices: [
      ...codes.map(({ code, note }) => ({ value: code, label: context.text.labels.said(code, note) })),
      { value: later, label: context.text.help.init.decideLater },
    ],
  });
  return choice === later ? undefined : choice;
}

/** Reads the code of something that the tool brings. */
function oneOf(option: string, presets: readonly { readonly code: string }[]): (value: string) => string {
  const words = Object.fromEntries(presets.map(({ code }) => [code, []])) as Record<
    string,
    readonly string[]
  >;
  return wordOption(option, words);
}
