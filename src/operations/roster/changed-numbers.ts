import { AppError } from '../../errors.ts';
import type { Jurisdiction } from '../../domain/jurisdiction.ts';
import type { ChangedNumbers } from '../../domain/roster-diff.ts';
import { lineKey, listChangedNumbers } from '../../domain/roster-diff.ts';
import type { EndedUnit, RosterEntry } from '../../domain/roster.ts';
import type { Db } from '../../store/db.ts';
import type { Edition } from '../../store/editions.ts';
import { getEdition, listEditions, listEntries } from '../../store/editions.ts';
import { compareRosters } from '../../domain/roster-diff.ts';
import { listEndedUnits } from './ended-units.ts';

/** Numbers that an edition published otherwise than the one before it. */
export interface EditionNumbers {
  readonly edition: Edition;
  readonly before: Edition;
  readonly changes: readonly (ChangedNumbers & {
    /** Of a unit that is no more: who took over, with their numbers. */
    readonly successors: readonly { readonly unit: string; readonly phones: readonly string[] }[];
  })[];
}

/** Gets the numbers that an edition changed. Errors: `edition-not-found`, `numbers-unchanged` where none differ, or where there is no edition before. */
export async function getChangedNumbers(
  db: Db,
  jurisdiction: Jurisdiction,
  number: number | undefined,
): Promise<EditionNumbers> {
  const edition = await getEdition(db, jurisdiction.id, number);
  const before = (await listEditions(db, jurisdiction.id)).findLast((one) => one.number < edition.number);
  if (before === undefined) throw new AppError('numbers-unchanged', { number: edition.number, before: null });
  const [old, now] = [await listEntries(db, before.id), await listEntries(db, edition.id)];
  // Counties that one of the two does not have are no change of theirs.
  const [known, told] = [countiesOf(old), countiesOf(now)];
  const both = ({ countyCode }: RosterEntry): boolean => known.has(countyCode) && told.has(countyCode);
  const changes = listChangedNumbers(old.filter(both), now.filter(both));
  if (changes.length === 0)
    throw new AppError('numbers-unchanged', { number: edition.number, before: before.number });
  const ended =
    edition.notice?.ended ??
    (await listEndedUnits(db, jurisdiction, compareRosters(old, now, 'public', { withPlace: false })));
  const entryOf = new Map(now.map((entry) => [lineKey(entry), entry]));
  const endedOf = new Map(ended.map((unit): [string, EndedUnit] => [lineKey(unit), unit]));
  return {
    edition,
    before,
    changes: changes.map((change) => ({
      ...change,
      successors: (endedOf.get(lineKey(change))?.successors ?? []).map(({ unitCode, unit }) => {
        const { countyCode } = change;
        const entry = entryOf.get(lineKey({ unitCode, ...(countyCode === undefined ? {} : { countyCode }) }));
        return { unit: entry?.unit ?? unit, phones: entry?.phones ?? [] };
      }),
    })),
  };
}

const countiesOf = (entries: readonly RosterEntry[]): ReadonlySet<string | undefined> =>
  new Set(entries.map(({ countyCode }) => countyCode));
