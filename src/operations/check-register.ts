import { overlap, isBackward } from '../domain/span.ts';
import type { Db } from '../store/database.ts';
import type { OperationRow } from '../store/operations.ts';
import { listOperations } from '../store/operations.ts';
import { listSuccessionChanges } from '../store/batches.ts';
import { listUnitSpans } from '../store/spans.ts';
import { listAllSuccessions } from '../store/units.ts';
import type { Report } from './check-database.ts';

/** Holds what may change against what the log tells of it: who came of whom, and what holds from when to when. */
export async function checkRegister(db: Db, report: Report): Promise<void> {
  await checkSuccessions(db, report);
  await checkSpans(db, report);
}

/**
 * Every succession was made by an operation of the log, or by an import, and none that was made is missing. The log tells units by their
 * codes alone; two jurisdictions may have the same.
 */
async function checkSuccessions(db: Db, report: Report): Promise<void> {
  const made = new Map<string, number>();
  const add = (line: string, count: number): void => {
    made.set(line, (made.get(line) ?? 0) + count);
  };
  for (const line of (await listOperations(db)).flatMap(readSuccessions)) add(line, 1);
  for (const { from, to, how, isThere } of await listSuccessionChanges(db))
    add(`${from} → ${to} ${how}`, isThere ? 1 : -1);
  for (const { from, to, how } of await listAllSuccessions(db)) {
    const line = `${from} → ${to} ${how}`;
    if ((made.get(line) ?? 0) < 1) report('succession-differs', line, 'added');
    made.delete(line);
    // A unit that was split off a part may have gone into that part whole later: one row tells of both.
    made.delete(`${from} → ${to} ${how === 'merged' ? 'split' : 'merged'}`);
  }
  for (const [line, count] of made) if (count > 0) report('succession-differs', line, 'missing');
}

/** What an operation of the log says of who came of whom, a line for each. */
function readSuccessions({ command, summary }: OperationRow): string[] {
  const said = JSON.parse(summary) as {
    readonly units?: readonly string[];
    readonly unit?: string;
    readonly into?: string | readonly string[];
  };
  const { units = [], unit, into } = said;
  if (command === 'unit merge' && typeof into === 'string')
    return units.map((from) => `${from} → ${into} merged`);
  if (command === 'unit split' && unit !== undefined && typeof into === 'object')
    return into.filter((to) => to !== unit).map((to) => `${unit} → ${to} split`);
  return [];
}

/** What holds for a unit ends no earlier than it begins, and there is one of a kind at a time. */
async function checkSpans(db: Db, report: Report): Promise<void> {
  const spans = await listUnitSpans(db);
  for (const [key, own] of Map.groupBy(spans, ({ table, jurisdiction, unit, role }) =>
    `${table} ${jurisdiction} ${unit} ${role}`.trim(),
  )) {
    const sorted = own.toSorted((a, b) => (a.from < b.from ? -1 : 1));
    for (const [at, span] of sorted.entries()) {
      if (isBackward(span)) report('span-broken', key, `${span.from} – ${span.until ?? ''}`);
      const other = sorted.slice(at + 1).find((one) => overlap(span, one));
      if (other !== undefined) report('span-broken', key, `${span.from}, ${other.from}`);
    }
  }
}
