import type { Command } from 'commander';
import { AppError } from '../../errors.ts';
import type { Context } from '../../cli/context.ts';
import { numberOption, severalOption } from '../../cli/option-values.ts';
import { isTimeZone, usualTimeZone } from '../../domain/time.ts';
import { parseWorkingHours, usualHours, writeWorkingHours } from '../../domain/working-hours.ts';

/** What can be said of a jurisdiction beside its name and code. */
export interface JurisdictionOptions {
  readonly areaCode?: string;
  readonly timeZone?: string;
  readonly issuer: readonly string[];
  readonly recipient: readonly string[];
  readonly unitLimit?: number;
  readonly workHours?: string;
}

/** Declares what can be said of a jurisdiction beside its name and code. */
export function addJurisdictionOptions(verb: Command, context: Context): Command {
  const { init } = context.text.help;
  return verb
    .option('--area-code <code>', init.areaCode, parseAreaCode)
    .option('--time-zone <zone>', init.timeZone, parseTimeZone)
    .option('--issuer <name>', init.issuer, severalOption('--issuer'), [])
    .option('--recipient <name>', init.recipient, severalOption('--recipient'), [])
    .option('--unit-limit <number>', init.unitLimit, numberOption('--unit-limit'))
    .option('--work-hours <hours>', init.workHours, parseWorkHours);
}

/** Reads the code of a jurisdiction: letters and digits, the first part of its unit codes. */
export function parseCode(value: string): string {
  const code = value.normalize('NFKC').trim().toUpperCase();
  if (!/^[A-Z][A-Z0-9]{0,9}$/u.test(code)) {
    throw new AppError('option-value-invalid', { option: '--code', value, example: 'DZ' });
  }
  return code;
}

/** Reads the area code of landlines. */
export function parseAreaCode(value: string): string {
  const code = value.normalize('NFKC').trim();
  if (!/^0\d{2,3}$/u.test(code)) {
    throw new AppError('option-value-invalid', { option: '--area-code', value, example: '0534' });
  }
  return code;
}

function parseTimeZone(value: string): string {
  if (isTimeZone(value)) return value;
  throw new AppError('option-value-invalid', { option: '--time-zone', value, example: usualTimeZone });
}

function parseWorkHours(value: string): string {
  const hours = parseWorkingHours(value);
  if (hours !== undefined) return writeWorkingHours(hours);
  throw new AppError('option-value-invalid', { option: '--work-hours', value, example: usualHours });
}
