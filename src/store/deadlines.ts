import { AppError } from '../errors.ts';
import { deadlinePresets } from '../domain/deadline-presets.ts';
import type { DeadlineRules, DeadlineUse } from '../domain/deadline.ts';
import type { WrittenRules } from '../domain/deadline-record.ts';
import { parseRules, writeRules } from '../domain/deadline-record.ts';
import type { Db, Trx } from './db.ts';
import { undoneOperations } from './operation-changes.ts';

/** A jurisdiction and the city it belongs to. */
async function listOwnAndParent(db: Db, jurisdictionId: number): Promise<number[]> {
  const { parentId } = await db
    .selectFrom('jurisdiction')
    .select('parentId')
    .where('id', '=', jurisdictionId)
    .executeTakeFirstOrThrow();
  return parentId === null ? [jurisdictionId] : [jurisdictionId, parentId];
}

/** Lists the deadline rules a jurisdiction can use: those the tool brings, then those it or its city imported. */
export async function listDeadlineRules(db: Db, jurisdictionId: number): Promise<DeadlineRules[]> {
  const rows = await db
    .selectFrom('deadlineRules')
    .select(['jurisdictionId', 'code', 'content'])
    .where('jurisdictionId', 'in', await listOwnAndParent(db, jurisdictionId))
    .orderBy('id')
    .execute();
  const own = new Set(rows.filter((row) => row.jurisdictionId === jurisdictionId).map(({ code }) => code));
  const usable = rows.filter((row) => row.jurisdictionId === jurisdictionId || !own.has(row.code));
  return [
    ...deadlinePresets,
    ...usable.map(({ content }) => parseRules(JSON.parse(content) as WrittenRules)),
  ];
}

/** Gets deadline rules by their code. Errors: `deadline-not-found`. */
export async function getDeadlineRules(db: Db, jurisdictionId: number, code: string): Promise<DeadlineRules> {
  const all = await listDeadlineRules(db, jurisdictionId);
  const found = all.find((rules) => rules.code === code);
  if (found === undefined)
    throw new AppError('deadline-not-found', { code, codes: all.map((one) => one.code) });
  return found;
}

/** Adds deadline rules, which never change from then on. */
export async function insertDeadlineRules(
  trx: Trx,
  row: {
    readonly jurisdictionId: number;
    readonly rules: DeadlineRules;
    readonly at: string;
    readonly by: string;
    readonly operationId: number;
  },
): Promise<void> {
  const { rules, ...rest } = row;
  await trx
    .insertInto('deadlineRules')
    .values({ ...rest, code: rules.code, content: JSON.stringify(writeRules(rules)) })
    .execute();
}

/** Lists which deadline rules a jurisdiction took into use, the newest decision first; after its own those of the city it belongs to. */
export async function listDeadlineUses(db: Db, jurisdictionId: number): Promise<DeadlineUse[]> {
  const rows = await db
    .selectFrom('deadlineUse')
    .select(['jurisdictionId', 'code', 'fromDay', 'at', 'by'])
    .where('jurisdictionId', 'in', await listOwnAndParent(db, jurisdictionId))
    .where('operationId', 'not in', undoneOperations(db))
    .orderBy('id', 'desc')
    .execute();
  const isOwn = (row: (typeof rows)[number]): boolean => row.jurisdictionId === jurisdictionId;
  return [...rows.filter(isOwn), ...rows.filter((row) => !isOwn(row))].map(
    ({ jurisdictionId: _owner, ...use }) => use,
  );
}

export async function insertDeadlineUse(
  trx: Trx,
  use: DeadlineUse & { readonly jurisdictionId: number; readonly operationId: number },
): Promise<void> {
  await trx.insertInto('deadlineUse').values(use).execute();
}
