import type { Command } from 'commander';
import { AppError } from '../../errors.ts';
import type { Context } from '../../cli/context.ts';
import { dayOption, numberOption, textOption } from '../../cli/option-values.ts';
import type { Period } from '../../domain/period.ts';
import { parsePeriod, spanPeriod } from '../../domain/period.ts';

/** What every report is asked for. */
export interface ReportOptions {
  readonly period?: string;
  readonly from?: string;
  readonly to?: string;
  readonly unit?: string;
  readonly definitions?: boolean;
  readonly appeals?: string;
  readonly limit?: number;
}

/** Declares what every report has: its period, a unit, what its figures mean, and the appeals behind one of them. */
export function addReportOptions(
  verb: Command,
  context: Context,
  { isOfUnit = false }: { readonly isOfUnit?: boolean } = {},
): Command {
  const { report: help } = context.text.help;
  return addPeriodOptions(verb, context)
    .option('--unit <unit>', isOfUnit ? help.ofUnit : help.unit, textOption('--unit'))
    .option('--definitions', help.definitions)
    .option('--appeals <name>', help.appeals, textOption('--appeals'))
    .option('--limit <number>', help.limit, numberOption('--limit'));
}

/** Declares the period of a report. */
export function addPeriodOptions(verb: Command, context: Context): Command {
  const { report: help } = context.text.help;
  return verb
    .option('--period <period>', help.period, textOption('--period'))
    .option('--from <day>', help.from, dayOption('--from', context))
    .option('--to <day>', help.to, dayOption('--to', context));
}

/** Reads the period a report is asked for; this year where nothing is said. Errors: `option-value-invalid`, `option-missing`, `options-conflict`. */
export function parsePeriodOptions(context: Context, { period, from, to }: ReportOptions): Period {
  const example = '2025-05, 2025-Q1, 2025-W21';
  if (period !== undefined) {
    if (from !== undefined || to !== undefined)
      throw new AppError('options-conflict', {
        one: '--period',
        other: from === undefined ? '--to' : '--from',
      });
    const read = parsePeriod(period);
    if (read === undefined)
      throw new AppError('option-value-invalid', { option: '--period', value: period, example });
    return read;
  }
  if (from !== undefined && to !== undefined) {
    const read = spanPeriod(from, to);
    if (read === undefined)
      throw new AppError('option-value-invalid', { option: '--to', value: to, example: from });
    return read;
  }
  if (from !== undefined || to !== undefined)
    throw new AppError('option-missing', { options: [from === undefined ? '--from' : '--to'] });
  const year = parsePeriod(context.today.slice(0, 4));
  if (year === undefined) throw new Error('a day without a year');
  return year;
}
