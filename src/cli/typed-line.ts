import type { Command } from 'commander';

/** An option as it was typed: its long name, and its value; null where it takes none. */
export type TypedOption = readonly [name: string, value: string | null];

/** A command line, taken apart: the words of the command, what stands without an option, and the options in their order. */
export interface TypedLine {
  readonly words: readonly string[];
  readonly operands: readonly string[];
  readonly options: readonly TypedOption[];
}

const typed = new WeakMap<Command, TypedOption[]>();

/** Notes every option of a command as it is typed, beside what its parser makes of it. */
export function watchOptions(command: Command): void {
  const list: TypedOption[] = [];
  typed.set(command, list);
  for (const option of command.options) {
    const name = option.long ?? option.short ?? option.name();
    command.on(`option:${option.name()}`, (value: string | null) => {
      list.push([name, value ?? null]);
    });
  }
}

/** The words a command is called by, without the program's own. */
export function wordsOf(command: Command): string[] {
  const { parent } = command;
  return parent === null ? [] : [...wordsOf(parent), command.name()];
}

/** What was typed of a verb whose line was read. */
export function findTypedLine(verb: Command): TypedLine {
  return { words: wordsOf(verb), operands: verb.args, options: typed.get(verb) ?? [] };
}

/** What was typed of the options that every command has, as it is typed again. */
export function typedGlobals(program: Command): readonly TypedOption[] {
  return typed.get(program) ?? [];
}

/** Options as they are typed. A value that begins like an option is joined to its name. */
function writeOptions(options: readonly TypedOption[]): string[] {
  return options.flatMap(([name, value]) =>
    value === null
      ? [name]
      : value.startsWith('-') && name.startsWith('--')
        ? [`${name}=${value}`]
        : [name, value],
  );
}

/** A line as it is typed: the words, what stands without an option, then the options. What only begins like an option stands behind `--`, at the end. */
export function writeLine(
  { words, operands, options }: TypedLine,
  globals: readonly TypedOption[] = [],
): string[] {
  const isLikeOption = operands.some((one) => one.startsWith('-'));
  return isLikeOption
    ? [...words, ...writeOptions([...options, ...globals]), '--', ...operands]
    : [...words, ...operands, ...writeOptions([...options, ...globals])];
}
