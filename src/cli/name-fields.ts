import type { Command } from 'commander';
import type { ErrorDetails } from '../errors.ts';
import { AppError } from '../errors.ts';

/** Options by which verbs set fields that are not called like them. */
const fieldOptions = new WeakMap<Command, Readonly<Record<string, string>>>();

/** Declares which option of a verb sets a field of another name. */
export function setsField(verb: Command, field: string, option: string): Command {
  fieldOptions.set(verb, { ...fieldOptions.get(verb), [field]: option });
  return verb;
}

/** What a person types to give a field to a verb: its option, or the argument in its place; the field itself where there is neither. */
function nameOf(field: string, verb: Command): string {
  const own = fieldOptions.get(verb)?.[field];
  const option = verb.options.find((one) => one.attributeName() === field)?.long;
  const argument = verb.registeredArguments.find((one) => one.name() === field);
  return own ?? option ?? (argument === undefined ? field : `<${argument.name()}>`);
}

/** Says what operations say of fields in the words of the command that runs: its options and arguments. */
export function nameFields(error: AppError, verb: Command | undefined): AppError {
  if (verb === undefined) return error;
  const more = { problems: error.problems, cause: error.cause };
  if (error.code === 'value-missing') {
    const { fields } = error.details as ErrorDetails['value-missing'];
    return new AppError('option-missing', { options: fields.map((field) => nameOf(field, verb)) }, more);
  }
  if (error.code === 'value-invalid') {
    const { field, ...details } = error.details as ErrorDetails['value-invalid'];
    return new AppError('option-value-invalid', { option: nameOf(field, verb), ...details }, more);
  }
  if (error.code === 'value-too-long') {
    const { field, ...details } = error.details as ErrorDetails['value-too-long'];
    return new AppError('option-too-long', { option: nameOf(field, verb), ...details }, more);
  }
  return error;
}
