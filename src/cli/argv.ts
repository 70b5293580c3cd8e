import type { Summaries } from '../text/shape.ts';
import type { GlobalOptions } from './global-options.ts';
import type { Host, ResultOutput } from './host.ts';
import type { SettingsFile } from './settings.ts';
import type { TypedLine, TypedOption } from './typed-line.ts';
import type { Language } from './language.ts';

/** Signs that input methods and word processors write where two hyphens, or one, were meant. */
const dashes = '\\-\u00AD\u2010-\u2015\u2212\u2500\uFE58\uFE63\uFF0D\u30FC';
const optionWord = new RegExp(
  `^([${dashes}]+)([A-Za-zＡ-Ｚａ-ｚ]+(?:[${dashes}][A-Za-z]+)*)(?:([=＝])(.*))?$`,
  'su',
);

/**
 * A command line with its options as the tool knows them: ——json, —json, －－json and –-json are `--json`, －o is `-o`, --year＝2021 is `--year=2021`.
 * Whatever is no option by its form stays as it is, and all that follows `--`.
 */
export function withPlainDashes(args: readonly string[]): string[] {
  const end = args.indexOf('--');
  return args.map((arg, at) => {
    const [, signs, word = '', equals, value = ''] = optionWord.exec(arg) ?? [];
    if (signs === undefined || (end >= 0 && at > end)) return arg;
    const name = word.normalize('NFKC').replaceAll(new RegExp(`[${dashes}]`, 'gu'), '-');
    // What was typed with hyphens alone is left to whoever reads the line.
    const lead = /^-+$/u.test(signs) ? signs : name.length === 1 ? '-' : '--';
    return equals === undefined ? `${lead}${name}` : `${lead}${name}=${value}`;
  });
}

/** An answer to a question: what it adds to the line. Where one of several options was to be chosen, `which` are all of them. */
export interface GivenAnswer {
  readonly name: string;
  readonly which?: readonly string[];
  readonly parts: readonly TypedOption[];
}

/** A line that was completed by questions: what was typed, what was answered; or one that was chosen and is to be asked for all. */
export interface Choosing {
  readonly given?: TypedLine | undefined;
  readonly answers: readonly GivenAnswer[];
  /** Whether the verb was chosen from a list, so that its options are offered before it runs. */
  readonly isChosen: boolean;
  /** Whether the command that runs asked for this one itself, as one of several. */
  readonly isAgain?: boolean;
}

/** What is known before a command is: enough for `--help` and `--version`, and cheap. */
export interface Invocation {
  readonly host: Host;
  readonly language: Language;
  readonly summaries: Summaries;
  /** The command line, its dashes made hyphens. */
  readonly args: readonly string[];
  /** The same as it was typed. */
  readonly typed: readonly string[];
  /** Runs another command as if it had been typed; gives its exit code. */
  readonly run: (args: readonly string[], choosing?: Choosing) => Promise<number>;
  /** How the line came about, where questions were asked. */
  readonly choosing?: Choosing | undefined;
  /** Files of settings that hold for it, the nearest first. */
  readonly settings?: readonly SettingsFile[];
  /** The environment as it was before any of them. */
  readonly ownEnv?: Host['env'];
  /** Why such a file could not be read. */
  readonly unread?: Error | undefined;
  /** Options as far as a first look at the line tells them. */
  readonly scanned: GlobalOptions;
}

/** First word of a line by which the script of a shell asks what could be typed next; its last begins with `+`, so that an empty one is not lost on the way. */
export const completionWord = '__complete';

/** Width of what says none. */
const defaultWidth = 80;

/** Columns a stream has: a terminal's own, else COLUMNS, else 80; at least 40. */
export function findWidth(host: Host, stream: ResultOutput): number {
  const stated = Number(host.env['COLUMNS']);
  const own = stream.isTTY === true ? stream.columns : undefined;
  return Math.max(own ?? (stated > 0 ? stated : defaultWidth), 40);
}
