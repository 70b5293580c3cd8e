import type { CountingRules } from '../domain/counting-rules.ts';
import { rulesCodeOn } from '../domain/deadline.ts';
import { usualRules } from '../domain/deadline-presets.ts';
import { makeHoursOn } from '../domain/working-hours.ts';
import { getCalendar } from './calendar.ts';
import type { Db } from './db.ts';
import { listHoursChanges } from './operation-changes.ts';
import { listDeadlineRules, listDeadlineUses } from './deadlines.ts';

/** Reads what times are counted by. */
export async function getCountingRules(
  db: Db,
  jurisdiction: { readonly id: number; readonly timeZone: string; readonly workHours: string | null },
): Promise<CountingRules> {
  const { id, timeZone, workHours } = jurisdiction;
  const uses = await listDeadlineUses(db, id);
  const all = new Map((await listDeadlineRules(db, id)).map((rules) => [rules.code, rules]));
  return {
    calendar: await getCalendar(db, id),
    hoursOn: makeHoursOn(await listHoursChanges(db, id, timeZone), workHours),
    timeZone,
    rulesOn: (day) => rulesCodeOn(uses, day) ?? usualRules,
    rules: (code) => all.get(code),
    allRules: [...all.values()],
  };
}
