import type { Argument, Command, Option } from 'commander';
import type { ErrorDetails } from '../../errors.ts';
import { AppError } from '../../errors.ts';
import type { GivenAnswer } from '../../cli/argv.ts';
import type { TypedLine } from '../../cli/typed-line.ts';
import { findVerbQuestions } from '../../cli/verb.ts';
import { nameOf } from './kinds.ts';

/** What has to be asked for: a value, or which of several options is meant. */
export type Lack =
  | { readonly kind: 'value'; readonly declared: Argument | Option; readonly isOptional: boolean }
  | { readonly kind: 'which'; readonly options: readonly Option[] };

/** A line while it is asked for: what was typed of it, and what was answered. */
export interface OpenLine {
  readonly verb: Command;
  readonly given: TypedLine;
  readonly answers: readonly GivenAnswer[];
}

/** The line with its answers: arguments behind those that were typed, in their order, and options behind the options. */
export function joinAnswers({ given, answers }: Pick<OpenLine, 'given' | 'answers'>): TypedLine {
  const parts = answers.flatMap((answer) => answer.parts);
  return {
    words: given.words,
    operands: [
      ...given.operands,
      ...parts.flatMap(([name, value]) => (name.startsWith('-') ? [] : [value ?? ''])),
    ],
    options: [...given.options, ...parts.filter(([name]) => name.startsWith('-'))],
  };
}

/** What was said of an argument or option so far, first of its values. */
export function findSaid(line: OpenLine, name: string): string | undefined {
  const { operands, options } = joinAnswers(line);
  const at = line.verb.registeredArguments.findIndex((one) => one.name() === name);
  return at >= 0 ? operands[at] : (options.find(([one]) => one === name)?.[1] ?? undefined);
}

/** An argument of a verb, or an option by one of its names: its own, or one that all commands have. */
function findDeclared(verb: Command, name: string): Argument | Option | undefined {
  const argument = verb.registeredArguments.find((one) => one.name() === name);
  return argument ?? findOption(verb, name);
}

function findOption(command: Command, name: string): Option | undefined {
  const own = command.options.find(({ long, short }) => long === name || short === name);
  return own ?? (command.parent === null ? undefined : findOption(command.parent, name));
}

/** Whether an argument or option was given, or answered. */
function isGiven(line: OpenLine, name: string): boolean {
  const { operands, options } = joinAnswers(line);
  const at = line.verb.registeredArguments.findIndex((one) => one.name() === name);
  return options.some(([one]) => one === name) || (at >= 0 && operands.length > at);
}

/** Whether what lacks is out of question, since another option was given in place of it. */
export function isOutOfQuestion(line: OpenLine, lack: Lack): boolean {
  const { unless = {} } = findVerbQuestions(line.verb);
  const other = lack.kind === 'value' ? unless[nameOf(lack.declared)] : undefined;
  return other !== undefined && isGiven(line, other);
}

/**
 * What a line still lacks: arguments, options that must be, one of those of which one must be, what the command itself said that it lacks when it ran;
 * and, where anything is asked for, what a person is asked for besides.
 */
export function listLacks(line: OpenLine, thrown: unknown): Lack[] {
  const { verb } = line;
  const has = (name: string): boolean => isGiven(line, name);
  const { needs = [], also = [], isThorough = false } = findVerbQuestions(verb);
  const needed = [
    ...verb.registeredArguments.filter(({ required }) => required).map((one) => [one.name()]),
    ...verb.options.filter(({ mandatory }) => mandatory).map((one) => [nameOf(one)]),
    ...needs,
  ].filter((names) => !names.some(has));
  const told = lacksOf(thrown).filter((name) => !has(name) && !needed.flat().includes(name));
  const lacks = [...needed, ...told.map((name) => [name])].flatMap((names) => makeLack(verb, names));
  if (lacks.length === 0 && (!isThorough || thrown instanceof AppError)) return [];
  const asked = new Set([...line.answers.map(({ name }) => name), ...needed.flat(), ...told]);
  const beside = also
    .filter((name) => !has(name) && !asked.has(name))
    .flatMap((name): Lack[] => {
      const declared = findDeclared(verb, name);
      return declared === undefined ? [] : [{ kind: 'value', declared, isOptional: true }];
    });
  const order = [...verb.registeredArguments.map((one) => one.name()), ...needs.flat(), ...also];
  return inOrder(
    [...lacks, ...beside].filter((lack) => !isOutOfQuestion(line, lack)),
    order,
  );
}

/** The question for one of several names: what stands without an option is asked for whatever could stand in its place. */
function makeLack(verb: Command, names: readonly string[]): Lack[] {
  const [declared] = names.flatMap((name) => findDeclared(verb, name) ?? []);
  if (declared === undefined) return [];
  if (names.length === 1 || !('flags' in declared)) return [{ kind: 'value', declared, isOptional: false }];
  return [{ kind: 'which', options: names.flatMap((name) => findOption(verb, name) ?? []) }];
}

/** Questions in the order in which their verb names them; what it does not name comes last. */
function inOrder(lacks: readonly Lack[], names: readonly string[]): Lack[] {
  const placeOf = (lack: Lack): number => {
    const first = lack.kind === 'value' ? lack.declared : lack.options.at(0);
    const place = first === undefined ? -1 : names.indexOf(nameOf(first));
    return place < 0 ? names.length : place;
  };
  return [...lacks].sort((one, other) => placeOf(one) - placeOf(other));
}

/** Names of arguments and options that a command said it lacks. */
function lacksOf(thrown: unknown): string[] {
  if (!(thrown instanceof AppError)) return [];
  switch (thrown.code) {
    case 'option-missing':
    case 'answer-needed':
      return (thrown.details as ErrorDetails['option-missing']).options.map((one) => one.split(' ')[0] ?? '');
    case 'argument-missing':
      return [(thrown.details as ErrorDetails['argument-missing']).argument];
    default:
      return [];
  }
}

/** The question that an answer was given to. */
export function lackOf(verb: Command, { name, which }: Pick<GivenAnswer, 'name' | 'which'>): Lack {
  if (which !== undefined)
    return { kind: 'which', options: which.flatMap((one) => findOption(verb, one) ?? []) };
  const declared = findDeclared(verb, name);
  if (declared === undefined) throw new Error(`no question: ${name}`);
  const isOptional = findVerbQuestions(verb).also?.includes(name) === true;
  return { kind: 'value', declared, isOptional };
}

/** What a value is, as a question begins. */
export function titleOf({ description }: Argument | Option): string {
  return description.slice(0, 1).toUpperCase() + description.slice(1);
}

/** Whether an option takes no value. */
export function isFlag({ required, optional }: Option): boolean {
  return !required && !optional;
}
