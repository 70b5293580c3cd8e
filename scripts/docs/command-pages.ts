// Makes the command pages from what `help --json` says.
import * as prettier from 'prettier';
import type {
  OptionDescription,
  ProgramDescription,
  VerbDescription,
} from '../../src/cli/describe-program.ts';
import type { ResultShape } from '../../src/cli/result-shape.ts';
import type { Language } from './describe.ts';
import { describe } from './describe.ts';
import type { PageWords } from './page-words.ts';
import { pageWords } from './page-words.ts';
import { toChinese } from '../../src/cli/command-words.ts';
import { commandWords } from '../../src/text/zh/command-words.ts';

/** Widest line of a shape before it is broken. */
const widest = 96;

/** All command pages of a language by their path from the root of the project. */
export async function makePages(language: Language): Promise<ReadonlyMap<string, string>> {
  const description = await describe(language);
  const words = pageWords[language];
  const folder = `docs/${language}/commands`;
  const drafts: (readonly [string, string])[] = [
    [`${folder}/README.md`, writeIndex(description, words)],
    ...description.nouns.map(
      (noun) => [`${folder}/${noun.name}.md`, writeNoun(noun, description.verbs, words)] as const,
    ),
  ];
  const options = await prettier.resolveConfig(import.meta.filename);
  const pages = drafts.map(
    async ([path, text]) => [path, await prettier.format(text, { ...options, filepath: path })] as const,
  );
  return new Map(await Promise.all(pages));
}

function writeIndex(program: ProgramDescription, words: PageWords): string {
  const { nouns, verbs, globalOptions, exitCodes, environment } = program;
  const rows = nouns.flatMap(({ name: noun }) =>
    verbs
      .filter((verb) => verb.noun === noun)
      .map(({ name, summary }) => [
        `[\`${name}\`](${noun}.md#${anchorOf(name)})`,
        ...(words.hasOwnWords ? [`\`${toChinese(name.split(' '), commandWords).join(' ')}\``] : []),
        summary,
      ]),
  );
  return [
    `<!-- ${words.made} -->`,
    `# ${words.title}`,
    words.intro,
    writeTable([words.command, ...(words.hasOwnWords ? [words.ownWords] : []), words.summary], rows),
    `## ${words.globalOptions}`,
    writeTable(
      [words.option, words.summary],
      globalOptions.map((option) => describeOption(option, words)),
    ),
    `## ${words.exitCodes}`,
    writeTable(
      [words.code, words.summary],
      exitCodes.map(({ code, meaning }) => [String(code), meaning]),
    ),
    `## ${words.environment}`,
    writeTable(
      [words.variable, words.summary],
      environment.map(({ name, summary }) => [`\`${name}\``, summary]),
    ),
    words.shapes,
  ].join('\n\n');
}

function writeNoun(
  { name, aliases, summary }: ProgramDescription['nouns'][number],
  verbs: readonly VerbDescription[],
  words: PageWords,
): string {
  const also = aliases.map((alias) => `\`liaison ${alias}\``).join(words.comma);
  return [
    `<!-- ${words.made} -->`,
    `# liaison ${name}`,
    `${summary}${words.stop}${also === '' ? '' : ` ${words.also(also)}`}`,
    ...verbs.filter(({ noun }) => noun === name).flatMap((verb) => writeVerb(verb, words)),
  ].join('\n\n');
}

function writeVerb(verb: VerbDescription, words: PageWords): string[] {
  const { arguments: given, options, examples, forms, result } = verb;
  return [
    // A noun without verbs has said its summary already.
    ...(verb.verb === null ? [] : [`## ${verb.name}`, `${verb.summary}${words.stop}`]),
    ...writeOwnName(verb.name, words),
    fence('text', verb.usage),
    ...(given.length === 0
      ? []
      : [
          writeTable(
            [words.argument, words.summary],
            given.map((one) => [`\`${one.name}\``, describeArgument(one, words)]),
          ),
        ]),
    ...(options.length === 0
      ? []
      : [
          writeTable(
            [words.option, words.summary],
            options.map((option) => describeOption(option, words)),
          ),
        ]),
    ...(examples.length === 0 ? [] : [words.examples, fence('sh', examples.join('\n'))]),
    words.forms(forms.map((form) => `\`${form}\``).join(words.comma)),
    ...(verb.writesFolder ? [words.folder] : []),
    ...(result === null ? [words.noResult] : [words.result, fence('text', writeShape(result))]),
  ];
}

/** What a command is called in the language of the page, where it has words of its own. */
function writeOwnName(name: string, words: PageWords): string[] {
  if (!words.hasOwnWords) return [];
  return [words.also(`\`liaison ${toChinese(name.split(' '), commandWords).join(' ')}\``)];
}

function describeArgument(argument: VerbDescription['arguments'][number], words: PageWords): string {
  return joinNotes(argument.summary, argument, [], words);
}

function describeOption(option: OptionDescription, words: PageWords): string[] {
  const notes = [
    ...(option.required ? [words.required] : []),
    ...(option.repeatable && !option.summary.includes(words.several) ? [words.several] : []),
  ];
  const own = words.hasOwnWords ? commandWords.options[option.name] : undefined;
  const flags = own === undefined ? `\`${option.flags}\`` : `\`${option.flags}\`${words.comma}\`${own}\``;
  return [flags, joinNotes(option.summary, option, notes, words)];
}

/** A summary with what else is to be known of a value. */
function joinNotes(
  summary: string,
  { choices, isList, default: usual }: Pick<OptionDescription, 'choices' | 'isList' | 'default'>,
  notes: readonly string[],
  words: PageWords,
): string {
  const taken = (choices ?? []).map(({ value, words: others }) =>
    others.length === 0 ? `\`${value}\`` : `\`${value}\` ${others.join('/')}`,
  );
  // `--no-color` is on unless it is given; that is no value of anybody's.
  const given =
    typeof usual === 'boolean' || usual === null ? [] : [usual].flat().map((one) => `\`${String(one)}\``);
  const all = [
    ...notes,
    ...(isList ? [words.list] : []),
    ...(taken.length === 0 ? [] : [words.words(taken.join(words.comma))]),
    ...(given.length === 0 ? [] : [words.usual(given.join(words.comma))]),
  ];
  return [summary, ...all].join(words.stop === '.' ? '; ' : '；');
}

function writeTable(headers: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(headers), line(headers.map(() => '---')), ...rows.map(line)].join('\n');
}

function fence(language: string, text: string): string {
  return `\`\`\`${language}\n${text}\n\`\`\``;
}

function anchorOf(name: string): string {
  return name.includes(' ') ? name.replaceAll(' ', '-') : `liaison-${name}`;
}

/** Writes a shape for people, broken into lines where it is long. */
export function writeShape(shape: ResultShape, indent = ''): string {
  const flat = writeFlat(shape);
  if (indent.length + flat.length <= widest || typeof shape === 'string') return flat;
  const inner = `${indent}  `;
  if (isList(shape)) return `[${writeShape(shape[0] ?? 'null', indent)}]`;
  const choices = shape['|'];
  if (choices !== undefined && isList(choices))
    return choices.map((one) => writeShape(one, inner)).join(`\n${inner}| `);
  const lines = Object.entries(shape).map(([name, value]) => `${inner}${name}: ${writeShape(value, inner)},`);
  return `{\n${lines.join('\n')}\n${indent}}`;
}

function writeFlat(shape: ResultShape): string {
  if (typeof shape === 'string') return shape;
  if (isList(shape)) return `[${shape.map(writeFlat).join('')}]`;
  const choices = shape['|'];
  if (choices !== undefined && isList(choices)) return choices.map(writeFlat).join(' | ');
  const fields = Object.entries(shape).map(([name, value]) => `${name}: ${writeFlat(value)}`);
  return `{ ${fields.join(', ')} }`;
}

function isList(shape: ResultShape): shape is readonly ResultShape[] {
  return Array.isArray(shape);
}
