import type { CheckupLine } from '../../domain/checkup.ts';
import { backupDays, checkSpace, checkupLine, neededCalendarYears } from '../../domain/checkup.ts';
import type { Instant } from '../../domain/time.ts';
import { localDay, localTime, usualTimeZone } from '../../domain/time.ts';
import { listCalendarYears } from '../../store/calendar.ts';
import type { Store } from '../../store/database.ts';
import { findPlace, findRoom } from '../../store/database.ts';
import { listJurisdictions } from '../../store/jurisdictions.ts';
import { findLastOf, findLastOperation } from '../../store/operations.ts';

/** Looks at the folder that a database lies in, or would. */
export function examineFolder(path: string): CheckupLine[] {
  const { kind, name } = findPlace(path);
  const { isWritable, freeBytes } = findRoom(path);
  const values = { path, name: name ?? '' };
  const place = {
    local: checkupLine('place', 'ok', 'place-local', values),
    removable: checkupLine('place', 'note', 'place-removable', values),
    synchronised: checkupLine('place', 'bad', 'place-synchronised', values),
    network: checkupLine('place', 'bad', 'place-network', values),
  };
  return [
    place[kind],
    isWritable
      ? checkupLine('rights', 'ok', 'rights')
      : checkupLine('rights', 'bad', 'rights-read-only', values),
    ...(freeBytes === null ? [] : [checkSpace(freeBytes, 0)]),
  ];
}

/** Looks at an open database, and at the clock by what it holds. */
export async function examineDatabase({
  store,
  now,
}: {
  readonly store: Store;
  readonly now: Instant;
}): Promise<CheckupLine[]> {
  const { path, db } = store;
  const { engine, driver, wideRights, pageBytes } = await store.facts();
  // How much room a server has is its own affair.
  const freeBytes = store.file === undefined ? null : findRoom(path).freeBytes;
  const last = (await findLastOperation(db))?.at;
  const times = [now, last ?? now].map((at) => localTime(at, usualTimeZone));
  return [
    checkupLine('engine', 'ok', 'engine', { engine, driver }),
    checkupLine('database', 'ok', 'database', { path, schema: store.schema }),
    ...(wideRights === null ? [] : [checkupLine('rights', 'bad', 'rights-wide', { mode: wideRights, path })]),
    ...(freeBytes === null ? [] : [checkSpace(freeBytes, pageBytes)]),
    ...(last !== undefined && last > now
      ? [checkupLine('clock', 'bad', 'clock-behind', { now: times[0] ?? '', last: times[1] ?? '' })]
      : []),
    await examineCalendars(store, localDay(now, usualTimeZone)),
    await examineBackup(store, localDay(now, usualTimeZone)),
  ];
}

/** Whether the holidays are known that deadlines of this year need, and from November on of the next. */
async function examineCalendars({ db }: Store, today: string): Promise<CheckupLine> {
  const needed = neededCalendarYears(today);
  const missing = new Set<number>();
  for (const { id } of await listJurisdictions(db)) {
    const known = new Set((await listCalendarYears(db, id)).map(({ year }) => year));
    for (const year of needed) if (!known.has(year)) missing.add(year);
  }
  return missing.size === 0
    ? checkupLine('calendar', 'ok', 'calendar', { years: needed.join(', ') })
    : checkupLine('calendar', 'bad', 'calendar-missing', { years: [...missing].sort().join(', ') });
}

async function examineBackup({ db }: Store, today: string): Promise<CheckupLine> {
  const at = await findLastOf(db, 'database backup');
  if (at === undefined) return checkupLine('backup', 'bad', 'backup-none');
  const day = localDay(at, usualTimeZone);
  const days = Math.round((Date.parse(today) - Date.parse(day)) / 86_400_000);
  const values = { day, days: String(days) };
  return days > backupDays
    ? checkupLine('backup', 'bad', 'backup-old', values)
    : checkupLine('backup', 'ok', 'backup', values);
}
