import { sql } from 'kysely';
import type { ReadingEntry, ReadingFilter, ReadingKind } from '../engine-file.ts';
import type { Engine, Reading, Sought, Sql } from '../engine.ts';
import { likeOf } from '../like.ts';
import type { ServerConnection } from './connection.ts';
import { recordOnServer } from './driver.ts';
import { queryOf } from './search.ts';

/** How texts of people are read on a server: by what is on its record first, and found by its own functions. */
export const readingsOfServer: Pick<Engine, 'recordReading' | 'appealsWith'> = {
  recordReading: (db, reading) => recordOnServer(db, lineOf(reading)),
  appealsWith: (sought, key) => {
    const asked = askedOf(sought);
    if ('phones' in sought) return found(sql`appeals_of_phones(${asked}::text[])`, key);
    if ('caller' in sought) return found(sql`appeals_of_caller(${sought.caller})`, key);
    return key === undefined
      ? found(sql`appeals_with_text(${asked}::text[])`, key)
      : sql`select ${key} where has_text(${key}, ${asked}::text[])`;
  },
};

function found(from: Sql, key: Sql | undefined): Sql {
  return key === undefined
    ? sql`select found.id from ${from} as found (id)`
    : sql`select found.id from ${from} as found (id) where found.id = ${key}`;
}

/** What is sought, as the functions of the server are asked for it. */
function askedOf(sought: Sought): string[] {
  if ('phones' in sought) return [...sought.phones];
  return 'caller' in sought ? [sought.caller] : sought.text.map(likeOf);
}

/** A line of the record, as the server is given it. */
function lineOf(reading: Reading): readonly [kind: string, appeals: string, asked: readonly string[] | null] {
  if ('appeals' in reading)
    return reading.appeals === 'all'
      ? ['everything', '{(,)}', null]
      : ['appeals', spansOf(reading.appeals), null];
  if ('pieces' in reading) return ['words', '{}', [queryOf(reading.pieces, reading.how)]];
  const kind = 'phones' in reading ? 'phones' : 'caller' in reading ? 'caller' : 'text';
  return [kind, '{}', askedOf(reading)];
}

/** Numbers as the server writes a set of them: those that follow each other as one span. */
function spansOf(numbers: readonly number[]): string {
  const spans: [from: number, until: number][] = [];
  for (const number of [...new Set(numbers)].sort((a, b) => a - b)) {
    const last = spans.at(-1);
    if (last?.[1] === number) last[1] = number + 1;
    else spans.push([number, number + 1]);
  }
  return `{${spans.map(([from, until]) => `[${String(from)},${String(until)})`).join(',')}}`;
}

/** Lists what is on record, oldest first: of one appeal, by one login, between two instants. */
export async function listReadings(
  server: ServerConnection,
  { appealId, by, since, before }: ReadingFilter,
): Promise<ReadingEntry[]> {
  const { rows } = await server.query(
    `select to_char(at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at, login as by, kind,
       case when kind = 'appeals' then (select sum(upper(span) - lower(span)) from unnest(appeals) as span) end as appeals
     from text_reading
     where ($1::int8 is null or appeals @> $1::int8) and ($2::text is null or login = $2)
       and ($3::timestamptz is null or at >= $3) and ($4::timestamptz is null or at < $4)
     order by at`,
    [appealId ?? null, by ?? null, since ?? null, before ?? null],
  );
  return rows.map((row) => ({
    at: String(row['at']),
    by: String(row['by']),
    kind: row['kind'] as ReadingKind,
    appeals: typeof row['appeals'] === 'number' ? row['appeals'] : null,
  }));
}
