// Makes the pages of `man` from what `help --json` says.
import type {
  OptionDescription,
  ProgramDescription,
  VerbDescription,
} from '../../src/cli/describe-program.ts';
import { toChinese } from '../../src/cli/command-words.ts';
import { commandWords } from '../../src/text/zh/command-words.ts';
import type { Language } from '../docs/describe.ts';
import { describe, languages } from '../docs/describe.ts';
import manifest from '../../package.json' with { type: 'json' };

/** What the pages say around what the program says itself. */
const headings = {
  en: {
    name: 'NAME',
    synopsis: 'SYNOPSIS',
    commands: 'COMMANDS',
    arguments: 'Arguments',
    options: 'Options',
    globalOptions: 'OPTIONS OF EVERY COMMAND',
    examples: 'Examples',
    exitCodes: 'EXIT STATUS',
    environment: 'ENVIRONMENT',
    seeAlso: 'SEE ALSO',
    values: 'Values: ',
  },
  zh: {
    name: '名称',
    synopsis: '概要',
    commands: '命令',
    arguments: '参数',
    options: '选项',
    globalOptions: '通用选项',
    examples: '示例',
    exitCodes: '退出码',
    environment: '环境变量',
    seeAlso: '另见',
    values: '取值：',
  },
} as const;

/** Folder of a language below `share/man`. */
const folders: Readonly<Record<Language, string>> = { en: 'man1', zh: 'zh_CN/man1' };

/** All pages by their place below `share/man`: one of the program and one of each noun, in both languages. */
export async function makeManPages(): Promise<Map<string, string>> {
  const pages = new Map<string, string>();
  for (const language of languages) {
    const program = await describe(language);
    pages.set(`${folders[language]}/liaison.1`, writeProgram(program, language));
    for (const noun of program.nouns) {
      const verbs = program.verbs.filter((verb) => verb.noun === noun.name);
      pages.set(`${folders[language]}/liaison-${noun.name}.1`, writeNoun(noun, verbs, language));
    }
  }
  return pages;
}

/** Text as it is, in the language of the formatter. */
function plain(text: string): string {
  const escaped = text.replaceAll('\\', '\\e').replaceAll('-', '\\-');
  // A full stop or an apostrophe at the beginning of a line would be a request.
  return escaped
    .split('\n')
    .map((line) => (/^[.']/u.test(line) ? `\\&${line}` : line))
    .join('\n');
}

function bold(text: string): string {
  return `\\fB${plain(text)}\\fR`;
}

function head(name: string): string {
  return `.TH "${name.toUpperCase()}" "1" "" "liaison ${manifest.version}" "liaison"`;
}

/** What is explained, and the explanation below it. */
function item(term: string, ...texts: readonly string[]): string[] {
  return ['.TP', term, ...texts.map(plain)];
}

function writeProgram(program: ProgramDescription, language: Language): string {
  const say = headings[language];
  return lines([
    head('liaison'),
    `.SH "${say.name}"`,
    `liaison \\- ${plain(program.summary)}`,
    `.SH "${say.synopsis}"`,
    bold('liaison [options] COMMAND'),
    `.SH "${say.commands}"`,
    ...program.nouns.flatMap(({ name, summary }) => item(`${bold(`liaison-${name}`)}(1)`, summary)),
    `.SH "${say.globalOptions}"`,
    ...program.globalOptions.flatMap((option) => writeOption(option, language)),
    `.SH "${say.environment}"`,
    ...program.environment.flatMap(({ name, summary }) => item(bold(name), summary)),
    `.SH "${say.exitCodes}"`,
    ...program.exitCodes.flatMap(({ code, meaning }) => item(bold(String(code)), meaning)),
  ]);
}

function writeNoun(
  { name, aliases, summary }: ProgramDescription['nouns'][number],
  verbs: readonly VerbDescription[],
  language: Language,
): string {
  const say = headings[language];
  return lines([
    head(`liaison-${name}`),
    `.SH "${say.name}"`,
    `liaison\\-${plain([name, ...aliases].join(', '))} \\- ${plain(summary)}`,
    `.SH "${say.synopsis}"`,
    ...verbs.flatMap(({ usage }, at) => [...(at === 0 ? [] : ['.br']), plain(usage)]),
    ...verbs.flatMap((verb) => writeVerb(verb, language)),
    `.SH "${say.seeAlso}"`,
    `${bold('liaison')}(1)`,
  ]);
}

function writeVerb(verb: VerbDescription, language: Language): string[] {
  const say = headings[language];
  const own =
    language === 'zh' ? `（liaison ${toChinese(verb.name.split(' '), commandWords).join(' ')}）` : '';
  return [
    `.SH "liaison ${plain(verb.name)}"`,
    plain(`${verb.summary}${own}`),
    ...part(
      say.arguments,
      verb.arguments.flatMap(({ name, summary }) => item(`\\fI${plain(name)}\\fR`, summary)),
    ),
    ...part(
      say.options,
      verb.options.flatMap((option) => writeOption(option, language)),
    ),
    ...part(
      say.examples,
      verb.examples.flatMap((example, at) => [...(at === 0 ? ['.nf'] : []), plain(example)]).concat('.fi'),
    ),
  ];
}

function part(title: string, content: readonly string[]): string[] {
  return content.length === 0 ? [] : [`.SS "${title}"`, ...content];
}

function writeOption({ flags, name, summary, choices }: OptionDescription, language: Language): string[] {
  const own = language === 'zh' ? commandWords.options[name] : undefined;
  const values = (choices ?? []).map(({ value }) => value);
  return item(
    bold(own === undefined ? flags : `${flags}, ${own}`),
    summary,
    ...(values.length === 0 ? [] : [`${headings[language].values}${values.join(', ')}`]),
  );
}

function lines(all: readonly string[]): string {
  return `${all.join('\n')}\n`;
}
