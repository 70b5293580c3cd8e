import type { Desk } from './desk.ts';
import type { Office } from './office.ts';
import { findOffice, isWithdrawn } from './office.ts';
import type { Day } from './time.ts';
import { addDays } from './time.ts';

/** The internal offices of a unit before and after its desk was set up (撤一建一). */
export interface OfficeBalance {
  /** Names of those there are, a section that was set up included. */
  readonly inForce: readonly string[];
  /** The day before which they are counted; null where it is not known. */
  readonly since: Day | null;
  /** Null where no offices are on record, or no day. */
  readonly before: number | null;
  readonly after: number | null;
  readonly withdrawn: readonly { readonly name: string; readonly on: Day }[];
  /** The section that was set up; null where there is none of its own. */
  readonly setUp: string | null;
  readonly limit: number | null;
  /** Null where there is no limit on record, or no offices. */
  readonly isWithin: boolean | null;
}

/**
 * Counts the internal offices of a unit before its desk and now. Offices have no day from which they are: all but the section itself are taken as
 * having been there. Where the office that gave way was withdrawn before the section came, they are counted before that.
 */
export function balanceOffices(
  { offices, limit, desk }: { readonly offices: readonly Office[]; readonly limit: number | null; readonly desk: Desk | undefined }, // prettier-ignore
  { day, today }: { readonly day: Day | null; readonly today: Day },
): OfficeBalance {
  const isOwn = desk?.tier === 'dedicated';
  const setUp = isOwn ? desk.name : null;
  const section = setUp === null ? undefined : findOffice(offices, setUp);
  const replaced = desk?.replacedOffice == null ? undefined : findOffice(offices, desk.replacedOffice);
  const gaveWay = replaced?.withdrawnOn ?? null;
  const since = day === null || (gaveWay !== null && gaveWay < day) ? (gaveWay ?? day) : day;
  const inForce = offices.filter((office) => !isWithdrawn(office, today));
  const isListed = section !== undefined && inForce.includes(section);
  const names = inForce.map(({ name }) => name);
  const isOnRecord = offices.length > 0;
  // A section is an office itself, whether or not it has a name on record, and whether or not the list has it.
  const after = isOnRecord ? inForce.length + (isOwn && !isListed ? 1 : 0) : null;
  return {
    inForce: setUp === null || isListed ? names : [...names, setUp],
    since,
    before:
      isOnRecord && since !== null
        ? offices.filter((office) => office !== section && !isWithdrawn(office, addDays(since, -1))).length
        : null,
    after,
    withdrawn: offices.flatMap(({ name, withdrawnOn: on }) =>
      on !== null && on <= today && (since === null || on >= since) ? [{ name, on }] : [],
    ),
    setUp,
    limit,
    isWithin: after === null || limit === null ? null : after <= limit,
  };
}
