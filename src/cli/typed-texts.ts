import type { Command } from 'commander';
import { AppError } from '../errors.ts';
import type { Context } from './context.ts';
import { readInputFile } from './files.ts';
import { askText } from './ask/prompts.ts';

/** Options whose texts may be personal: with `-` they need not stand on the command line, which others see and the shell keeps. */
const asked = ['caller', 'phone', 'title', 'text'] as const;

/**
 * Takes in what a command says with `-` in place of a text: at a terminal each is asked for, else one of them is read from standard
 * input.
 *
 * Errors: `options-conflict` where two are to be read, or a file is too; `option-value-missing` where there is nothing.
 */
export async function takeTypedTexts(context: Context, verb: Command): Promise<void> {
  const options = verb.options.filter(
    (option) =>
      asked.some((name) => name === option.attributeName()) &&
      verb.getOptionValue(option.attributeName()) === '-',
  );
  const [first, second] = options;
  if (first === undefined) return;
  if (!context.isInteractive) {
    const file = verb.options.find(
      (one) => one.flags.includes('<file>') && verb.getOptionValue(one.attributeName()) === '-',
    );
    const other = second ?? file;
    if (other !== undefined)
      throw new AppError('options-conflict', {
        one: `${first.long ?? ''} -`,
        other: `${other.long ?? ''} -`,
      });
  }
  for (const option of options) {
    const name = option.long ?? '';
    const text = context.isInteractive
      ? ((await askText(context, { message: option.description, option: name })) ?? '')
      : await readAll(context);
    if (text.trim() === '' || text.trim() === '-')
      throw new AppError('option-value-missing', { option: name });
    // Commander types what reads a value as if it gave none.
    const read = option.parseArg as ((value: string, before: undefined) => unknown) | undefined;
    verb.setOptionValue(option.attributeName(), read === undefined ? text : read(text, undefined));
  }
}

/** Everything on standard input as one text. */
async function readAll(context: Context): Promise<string> {
  const { bytes } = await readInputFile(context, '-');
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes).trim();
  } catch {
    // As a Chinese Windows writes into a pipe.
    return new TextDecoder('gb18030').decode(bytes).trim();
  }
}
