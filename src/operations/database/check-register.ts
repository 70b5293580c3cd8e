import { overlap, isBackward } from '../../domain/span.ts';
import type { Db } from '../../store/db.ts';
import type { OperationRow } from '../../store/operations.ts';
import { listUndoneOperations } from '../../store/operation-changes.ts';
import { listOperations } from '../../store/operations.ts';
import { listSuccessionChanges } from '../../store/batches.ts';
import { listDeskTiers, listUnitCodes } from '../../store/register-codes.ts';
import { categories } from '../../domain/unit.ts';
import { tiers } from '../../domain/scheme.ts';
import { listUnitSpans } from '../../store/spans.ts';
import { findNameClashes } from '../../domain/unit-finder.ts';
import { listJurisdictions } from '../../store/jurisdictions.ts';
import { listAllSuccessions, listNamedUnits } from '../../store/units.ts';
import type { Report } from './check-findings.ts';

/** Holds what may change against what the log tells of it: who came of whom, and what holds from when to when. */
export async function checkRegister(db: Db, report: Report): Promise<void> {
  await checkSuccessions(db, report);
  await checkSpans(db, report);
  await checkCodes(db, report);
  await checkNames(db, report);
}

/** No unit answers to what another is officially called; older versions let an alias take a name away. */
async function checkNames(db: Db, report: Report): Promise<void> {
  for (const { id, code, name } of await listJurisdictions(db)) {
    for (const { alias, unit, other } of findNameClashes(await listNamedUnits(db, id), name))
      report('names-clash', `${code} ${alias}`, `${unit.code} ${unit.name}, ${other.code} ${other.name}`);
  }
}

/** That one unit came of another, as the log or a row says. */
interface Descent {
  readonly from: string;
  readonly to: string;
  readonly how: string;
  readonly on: string;
}

/**
 * Every succession was made by an operation of the log, or by an import, and none that was made is missing. The log tells units by their
 * codes alone; where two jurisdictions have the same, each row must be one of those that were made.
 */
async function checkSuccessions(db: Db, report: Report): Promise<void> {
  const made = new Map<string, Descent[]>();
  const pairOf = ({ from, to }: Pick<Descent, 'from' | 'to'>): string => `${from} → ${to}`;
  const add = (one: Descent): void => {
    made.set(pairOf(one), [...(made.get(pairOf(one)) ?? []), one]);
  };
  // First what imports wrote: they do so for units that were not there before, so that whatever else is said of them came later.
  for (const { isThere, ...one } of await listSuccessionChanges(db)) {
    if (isThere) add(one);
    else made.get(pairOf(one))?.pop();
  }
  const undone = await listUndoneOperations(db);
  for (const operation of await listOperations(db)) {
    if (undone.has(operation.id)) continue;
    for (const one of parseDescents(operation)) add(one);
    const again = parseRevival(operation);
    // A unit that is there again has not gone into another whole.
    for (const own of made.values())
      for (const [at, one] of own.entries()) if (one.from === again) own[at] = { ...one, how: 'split' };
  }
  const rows = Map.groupBy(await listAllSuccessions(db), pairOf);
  for (const [pair, own] of rows) {
    const said = made.get(pair) ?? [];
    // A unit that was split off a part may have gone into that part whole later: the row tells what was said last.
    const allowed = own.length === 1 ? said.slice(-1) : said;
    const isSaid = (row: Descent): boolean => allowed.some(({ how, on }) => how === row.how && on === row.on);
    if (own.length > said.length || !own.every(isSaid))
      report('succession-differs', `${pair} ${own.at(-1)?.how ?? ''}`, 'added');
  }
  for (const [pair, said] of made)
    if (said.length > 0 && !rows.has(pair))
      report('succession-differs', `${pair} ${said.at(-1)?.how ?? ''}`, 'missing');
}

/** What an operation of the log says of who came of whom. */
function parseDescents({ command, summary }: OperationRow): Descent[] {
  const said = JSON.parse(summary) as {
    readonly units?: readonly string[];
    readonly unit?: string;
    readonly into?: string | readonly string[];
    readonly on?: string;
  };
  const { units = [], unit, into, on = '' } = said;
  if (command === 'unit merge' && typeof into === 'string')
    return units.map((from) => ({ from, to: into, how: 'merged', on }));
  if (command === 'unit split' && unit !== undefined && typeof into === 'object')
    return into.filter((to) => to !== unit).map((to) => ({ from: unit, to, how: 'split', on }));
  return [];
}

/** The unit that an operation of the log has go on again. */
function parseRevival({ command, summary }: OperationRow): string | undefined {
  if (command !== 'unit add') return undefined;
  const { unit, identity } = JSON.parse(summary) as { readonly unit?: string; readonly identity?: string };
  return identity === 'same' ? unit : undefined;
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

/** Codes of the register are such as commands write: it is not sealed, and what reads it trusts them. */
async function checkCodes(db: Db, report: Report): Promise<void> {
  const known: ReadonlySet<string> = new Set(categories);
  for (const { code, category, undone } of await listUnitCodes(db)) {
    if (!known.has(category)) report('value-impossible', code, `category ${category}`);
    if (undone !== 0 && undone !== 1) report('value-impossible', code, `undone ${String(undone)}`);
  }
  const tierNames: ReadonlySet<string> = new Set(tiers);
  for (const { code, form } of await listDeskTiers(db))
    if (!tierNames.has(form)) report('value-impossible', code, `form ${form}`);
}
