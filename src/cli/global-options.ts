import { extname } from 'node:path';
import type { Command } from 'commander';
import { Option } from 'commander';
import { AppError } from '../errors.ts';
import type { Summaries } from '../text/shape.ts';
import { choicesOf, withFacts } from './option-facts.ts';

/** Options every command has, before or after its name. */
export interface GlobalOptions {
  readonly db?: string;
  readonly in?: string;
  readonly lang?: string;
  readonly as?: string;
  readonly json?: boolean;
  readonly format?: Format;
  readonly output?: string;
  readonly color: boolean;
  readonly yes?: boolean;
  readonly input: boolean;
  readonly quiet?: boolean;
  readonly clockIsRight?: boolean;
  readonly networkAnyway?: boolean;
  /** Fields of the result that are wanted, in their order. */
  readonly fields?: readonly string[];
}

/** Those of them that take a value: what follows one is no word of a command. */
export const valuedGlobals: ReadonlySet<string> = new Set([
  '--db',
  '--in',
  '--lang',
  '--as',
  '--format',
  '--fields',
  '-o',
  '--output',
]);

export const formats = ['table', 'csv', 'md', 'json', 'xlsx', 'html', 'docx', 'vcf'] as const;
export type Format = (typeof formats)[number];
/** Forms that only commands have which make whole documents. */
export type DocumentForm = 'html' | 'docx' | 'vcf';

const languages = ['en', 'zh'] as const;

export function isDocumentForm(format: Format): format is DocumentForm {
  return format === 'html' || format === 'docx' || format === 'vcf';
}

/** Reads one of the words a global option takes. The parsers of other options would bring in what the start does not need. */
function parseWord<Word extends string>(option: string, allowed: readonly Word[]): (value: string) => Word {
  const read = (value: string): Word => {
    const found = allowed.find((one) => one === value.toLowerCase());
    if (found === undefined) throw new AppError('option-value-invalid', { option, value, allowed });
    return found;
  };
  return withFacts(read, { choices: choicesOf(allowed) });
}

/** Reads the names of fields, parted by commas of either width. */
function parseFields(value: string): string[] {
  const names = value
    .split(/[,，、]/u)
    .map((name) => name.trim())
    .filter((name) => name !== '');
  if (names.length === 0)
    throw new AppError('option-value-invalid', { option: '--fields', value, example: 'code,name' });
  return [...new Set(names)];
}

/** Declares the global options on the program. */
export function addGlobalOptions(program: Command, { options: help }: Summaries): void {
  program
    .option('--db <file>', help.db)
    .option('--in <code>', help.in)
    .addOption(new Option('--lang <language>', help.lang).argParser(parseWord('--lang', languages)))
    .option('--as <name>', help.as)
    .option('--json', help.json)
    .addOption(new Option('--format <form>', help.format).argParser(parseWord('--format', formats)))
    .addOption(new Option('--fields <list>', help.fields).argParser(parseFields))
    .option('-o, --output <file>', help.output)
    .option('--no-color', help.noColor)
    .option('-y, --yes', help.yes)
    .option('--no-input', help.noInput)
    .option('-q, --quiet', help.quiet)
    .option('--clock-is-right', help.clockIsRight)
    .option('--network-anyway', help.networkAnyway);
}

/** What must be known before commander has read the line: in which language and form an error about the line itself is said, and which database is named. */
export function scanOptions(args: readonly string[]): GlobalOptions {
  const end = args.indexOf('--');
  const line = end < 0 ? args : args.slice(0, end);
  const valueOf = (name: string): string | undefined => {
    const at = line.findLastIndex((arg) => arg === name || arg.startsWith(`${name}=`));
    const found = line[at];
    return found?.includes('=') === true
      ? found.slice(found.indexOf('=') + 1)
      : at < 0
        ? undefined
        : line[at + 1];
  };
  const [lang, db] = [valueOf('--lang'), valueOf('--db')];
  return {
    ...(lang === undefined ? {} : { lang }),
    ...(db === undefined ? {} : { db }),
    json:
      line.includes('--json') ||
      line.includes('--format=json') ||
      line.some((arg, index) => arg === '--format' && line[index + 1] === 'json'),
    color: !line.includes('--no-color'),
    input: !line.includes('--no-input'),
  };
}

/** The global options as they are typed, those left out that name a form or file of the output. */
export function globalArguments(options: GlobalOptions): string[] {
  const { db, in: code, lang, as } = options;
  const named = Object.entries({ '--db': db, '--in': code, '--lang': lang, '--as': as });
  const isSet = { '--no-color': !options.color, '--yes': options.yes === true, '--no-input': !options.input, '--quiet': options.quiet === true, '--clock-is-right': options.clockIsRight === true, '--network-anyway': options.networkAnyway === true }; // prettier-ignore
  return [
    ...named.flatMap(([option, value]) => (value === undefined ? [] : [option, value])),
    ...Object.entries(isSet).flatMap(([option, set]) => (set ? [option] : [])),
  ];
}

/** The form of output asked for, else by the ending of `-o`, else a table. Errors: `options-conflict`, `format-not-offered`. */
export function findFormat({ output, json, format: asked }: GlobalOptions): Format {
  if (json === true && asked !== undefined && asked !== 'json')
    throw new AppError('options-conflict', { one: '--json', other: `--format ${asked}` });
  if (json === true) return 'json';
  if (asked !== undefined) return asked;
  if (output === undefined || output === '-') return 'table';
  const ending = extname(output).slice(1).toLowerCase();
  if (ending === '' || ending === 'txt') return 'table';
  if (ending === 'htm') return 'html';
  const format = formats.find((one) => one === ending);
  if (format === undefined) throw new AppError('format-not-offered', { format: ending, offered: formats });
  return format;
}
