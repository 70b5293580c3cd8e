import type { Command, Option } from 'commander';
import type { Invocation } from '../../src/cli/argv.ts';
import type { Host } from '../../src/cli/host.ts';
import { loadSummaries, loadTexts } from '../../src/cli/language.ts';
import { makeProgram } from '../../src/program.ts';
import { Context, commands } from '../../src/run-command.ts';
import type { NounName } from '../../src/text/shape.ts';

/** An argument or the value of an option, by its name and what help calls it. */
export interface Slot {
  readonly name: string;
  readonly placeholder: string;
  readonly isRequired: boolean;
  readonly isVariadic: boolean;
}

export interface OptionShape {
  readonly flags: readonly string[];
  readonly isMandatory: boolean;
  /** Undefined for an option without a value. */
  readonly slot: Slot | undefined;
}

export interface Verb {
  readonly path: readonly string[];
  readonly slots: readonly Slot[];
  readonly options: readonly OptionShape[];
}

export interface Grammar {
  readonly verbs: readonly Verb[];
  readonly globals: readonly OptionShape[];
}

/** Reads nouns, verbs, arguments and options from the program itself. */
export async function readGrammar(host: Host): Promise<Grammar> {
  const [summaries, text] = await Promise.all([loadSummaries('en'), loadTexts('en')]);
  const front: Invocation = {
    host,
    language: 'en',
    summaries,
    scanned: { color: false, input: false },
    args: [],
    typed: [],
    run: () => Promise.resolve(0),
  };
  const { command: program } = makeProgram(front, () => undefined);
  const context = new Context(front, text);
  for (const noun of program.commands) {
    if (!Object.hasOwn(commands, noun.name())) continue;
    for (const declare of commands[noun.name() as NounName]) declare(noun, context);
  }
  return { verbs: program.commands.flatMap((noun) => readVerbs(noun, [])), globals: readOptions(program) };
}

function readVerbs(command: Command, before: readonly string[]): Verb[] {
  const path = [...before, command.name()];
  if (command.commands.length > 0) return command.commands.flatMap((one) => readVerbs(one, path));
  const slots = command.registeredArguments.map((argument) => ({
    name: argument.name(),
    placeholder: argument.name(),
    isRequired: argument.required,
    isVariadic: argument.variadic,
  }));
  return [{ path, slots, options: readOptions(command) }];
}

function readOptions(command: Command): OptionShape[] {
  return command.options.map((option) => ({
    flags: [option.long, option.short].filter((flag) => flag != null),
    isMandatory: option.mandatory,
    slot: readSlot(option),
  }));
}

function readSlot(option: Option): Slot | undefined {
  if (!option.required && !option.optional) return undefined;
  const placeholder = /[<[]([^>\].]+)/u.exec(option.flags)?.[1] ?? '';
  const name = option.long?.slice(2) ?? '';
  return { name, placeholder, isRequired: true, isVariadic: option.variadic };
}
