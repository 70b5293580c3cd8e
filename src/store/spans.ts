import type { ExpressionWrapper, SqlBool } from 'kysely';
import { expressionBuilder } from 'kysely';
import type { Day } from '../domain/time.ts';
import type { Span } from '../domain/span.ts';
import type { Db } from './db.ts';
import type { Tables } from './tables.ts';

type Ending = 'unit' | 'unitLeader' | 'desk' | 'deskPerson';

/** Filters rows to what has not ended: by a day, else by now, as `hasEnded` of `domain/span.ts` says of values. */
export function hasNotEnded(
  column: `${Ending}.untilDay` | 'appealParty.until',
  day?: Day,
): ExpressionWrapper<Tables, Ending | 'appealParty', SqlBool> {
  const eb = expressionBuilder<Tables, Ending | 'appealParty'>();
  const goesOn = eb(column, 'is', null);
  return day === undefined ? goesOn : eb.or([goesOn, eb(column, '>', day)]);
}

/** What holds for a unit from a day on, with the table it stands in and what there is one of at a time. */
export interface UnitSpan extends Span {
  readonly table: 'unit_leader' | 'desk' | 'desk_person';
  readonly jurisdiction: string;
  readonly unit: string;
  /** The role of a person at a desk; empty where a unit has one alone. */
  readonly role: string;
}

/** Lists the spans of first responsible persons, desks and the people at them. */
export async function listUnitSpans(db: Db): Promise<UnitSpan[]> {
  const select = (table: 'unitLeader' | 'desk') =>
    db
      .selectFrom(table)
      .innerJoin('unit', 'unit.id', `${table}.unitId`)
      .innerJoin('jurisdiction as j', 'j.id', 'unit.jurisdictionId')
      .select([
        'j.code as jurisdiction',
        'unit.code as unit',
        `${table}.fromDay as from`,
        `${table}.untilDay as until`,
      ])
      .execute();
  const people = await db
    .selectFrom('deskPerson')
    .innerJoin('unit', 'unit.id', 'deskPerson.unitId')
    .innerJoin('jurisdiction as j', 'j.id', 'unit.jurisdictionId')
    .select([
      'j.code as jurisdiction',
      'unit.code as unit',
      'deskPerson.role',
      'deskPerson.fromDay as from',
      'deskPerson.untilDay as until',
    ])
    .execute();
  return [
    ...(await select('unitLeader')).map((row) => ({ ...row, table: 'unit_leader' as const, role: '' })),
    ...(await select('desk')).map((row) => ({ ...row, table: 'desk' as const, role: '' })),
    ...people.map((row) => ({ ...row, table: 'desk_person' as const })),
  ];
}
