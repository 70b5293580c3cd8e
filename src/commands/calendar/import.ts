import { prepareCalendarImport } from '../../operations/appeal/calendars.ts';
import type { Command } from 'commander';
import type { Context } from '../../cli/context.ts';
import { readInputFile } from '../../cli/files.ts';
import { yearOption } from '../../cli/option-values.ts';
import { addVerb } from '../../cli/verb.ts';
import type { SourceChoice } from '../../operations/import/source-terms.ts';
import { makeSourceTerms } from '../../operations/import/source-terms.ts';
import { calendarPlanView } from '../../output/calendar-view.ts';
import type { ImportOptions } from '../run-import.ts';
import { addImportOptions, runImport } from '../run-import.ts';

/** A year's notice has some thirty days off; the statutory holidays alone are eleven. */
const fewestDaysOff = 11;

interface Options extends ImportOptions {
  readonly year?: number;
}

export function addImportCommand(parent: Command, context: Context): void {
  const verb = addVerb(parent, context, 'calendar import', 'liaison calendar import holidays-2027.csv');
  addImportOptions(verb, context)
    .option('--year <year>', context.text.help.calendar.year, yearOption('--year'))
    .action((file: string, options: Options) => runCalendarImport(context, file, options));
}

async function runCalendarImport(context: Context, file: string, options: Options): Promise<void> {
  const source = await readInputFile(context, file);
  const session = await context.session('calendar import');
  const terms = await makeSourceTerms(session, 'calendar', options);
  const prepare = ({ tab = options.tab }: SourceChoice) =>
    prepareCalendarImport(session, {
      source,
      ...terms,
      ...(tab === undefined ? {} : { tab }),
      year: options.year,
    });
  await runImport(context, session, prepare, options, {
    view: (plan) => calendarPlanView(source.name, plan, context.text),
    json: ({ notice, moved }) => ({ year: notice.year, moved }),
    // Days that only become known need no yes; what changes or goes does, and a notice that looks like a part of one.
    questions: ({ notice, gone, moved }) => {
      const say = context.text.views.calendar;
      const changed = moved.filter(({ before }) => before !== null).length;
      const daysOff = notice.days.filter(({ kind }) => kind === 'off').length;
      const doubts = [
        ...(daysOff < fewestDaysOff ? [say.fewDays(notice.year, daysOff)] : []),
        ...(gone.length > 0 ? [say.goneDays(gone.length)] : []),
        ...(changed > 0 ? [say.moved(changed)] : []),
      ];
      return doubts.length === 0 ? [] : [{ question: say.ask(context.text.labels.clauses(doubts)) }];
    },
    next: ({ notice }) => `liaison calendar list ${String(notice.year)}`,
  });
}
