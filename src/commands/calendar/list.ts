import type { Command } from 'commander';
import { AppError } from '../../errors.ts';
import type { Context } from '../../cli/context.ts';
import { yearOption } from '../../cli/option-values.ts';
import { addVerb } from '../../cli/verb.ts';
import { calendarListView, calendarView } from '../../output/calendar-view.ts';
import { listCalendarYears } from '../../store/calendar.ts';

export function addListCommand(parent: Command, context: Context): void {
  addVerb(parent, context, 'calendar list', 'liaison calendar list', 'liaison calendar list 2022')
    .argument('[year]', context.text.help.calendar.ofYear, yearOption('year'))
    .action((year: number | undefined) => runList(context, year));
}

async function runList(context: Context, year: number | undefined): Promise<void> {
  const { store, jurisdiction } = await context.session('calendar list');
  const years = await listCalendarYears(store.db, jurisdiction.id);
  if (year === undefined) {
    await context.print({ json: years, view: calendarListView(years, context.text) });
    return;
  }
  const found = years.find((one) => one.year === year);
  if (found === undefined) throw new AppError('calendar-missing', { year });
  await context.print({ json: found, view: calendarView(found, context.text) });
}
