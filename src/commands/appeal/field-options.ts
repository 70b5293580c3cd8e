import type { Command } from 'commander';
import { AppError } from '../../errors.ts';
import type { Context } from '../../cli/context.ts';
import { textOption, wordOption } from '../../cli/option-values.ts';
import type { Kind, Priority } from '../../domain/appeal.ts';
import { maskPhone } from '../../domain/masking.ts';
import { parsePhones } from '../../domain/phone.ts';
import type { Channel } from '../../domain/volume.ts';
import { channelWords, kindWords, priorityWords } from '../../domain/input-words.ts';

/** What is said of an appeal: when it is logged, and when a field is set right. */
export interface FieldOptions {
  readonly kind?: Kind;
  readonly channel?: Channel;
  readonly title?: string;
  readonly text?: string;
  readonly matter?: string;
  readonly place?: string;
  readonly caller?: string;
  readonly phone?: string;
  readonly priority?: Priority;
}

/** The fields that are asked for when one is to be set right. */
export const fieldNames = [
  'title',
  'text',
  'kind',
  'channel',
  'priority',
  'matter',
  'place',
  'caller',
  'phone',
] as const;

/** Declares the fields of an appeal as options. */
export function addFieldOptions(verb: Command, context: Context): Command {
  const { appeal: help } = context.text.help;
  return verb
    .option('--kind <kind>', help.kind, wordOption('--kind', kindWords))
    .option('--channel <channel>', help.channel, wordOption('--channel', channelWords))
    .option('--title <text>', help.title, textOption('--title'))
    .option('--text <text>', help.text, textOption('--text'))
    .option('--matter <matter>', help.matter, textOption('--matter'))
    .option('--place <place>', help.place, textOption('--place'))
    .option('--caller <name>', help.caller, textOption('--caller'))
    .option('--phone <phone>', help.phone, parsePhoneOption)
    .option('--priority <priority>', help.priority, wordOption('--priority', priorityWords));
}

/** Reads the phone of a caller, or several parted by 、. What is none is not echoed: it may be one with a slip in it. */
export function parsePhoneOption(value: string): string {
  const phone = textOption('--phone')(value);
  // To be typed apart from the command.
  if (phone === '-') return phone;
  if (parsePhones(phone).kind === 'phones') return phone;
  throw new AppError('option-value-invalid', {
    option: '--phone',
    value: maskPhone(phone),
    example: '19900000001、0534-5550101',
  });
}
