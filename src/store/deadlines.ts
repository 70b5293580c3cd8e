import { AppError } from '../errors.ts';
import { deadlinePresets, usualRules } from '../domain/deadline-presets.ts';
import type { DeadlineRules } from '../domain/deadline.ts';
import type { Day } from '../domain/time.ts';
import type { Db } from './database.ts';

/** Lists the deadline rules a jurisdiction can use: those the tool brings, then those it imported. */
export async function listDeadlineRules(db: Db, jurisdictionId: number): Promise<DeadlineRules[]> {
  const rows = await db
    .selectFrom('deadlineRules')
    .select('content')
    .where('jurisdictionId', '=', jurisdictionId)
    .orderBy('id')
    .execute();
  return [...deadlinePresets, ...rows.map(({ content }) => JSON.parse(content) as DeadlineRules)];
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
  db: Db,
  row: {
    readonly jurisdictionId: number;
    readonly rules: DeadlineRules;
    readonly at: string;
    readonly by: string;
    readonly operationId: number;
  },
): Promise<void> {
  const { rules, ...rest } = row;
  await db
    .insertInto('deadlineRules')
    .values({ ...rest, code: rules.code, content: JSON.stringify(rules) })
    .execute();
}

/** That a jurisdiction uses deadline rules for what it receives from a day on, until it takes others. */
export interface DeadlineUse {
  readonly code: string;
  readonly fromDay: Day;
  readonly at: string;
  readonly by: string;
}

/** Lists which deadline rules a jurisdiction took into use, the newest decision first. */
export async function listDeadlineUses(db: Db, jurisdictionId: number): Promise<DeadlineUse[]> {
  return db
    .selectFrom('deadlineUse')
    .select(['code', 'fromDay', 'at', 'by'])
    .where('jurisdictionId', '=', jurisdictionId)
    .orderBy('id', 'desc')
    .execute();
}

export async function insertDeadlineUse(
  db: Db,
  use: DeadlineUse & { readonly jurisdictionId: number; readonly operationId: number },
): Promise<void> {
  await db.insertInto('deadlineUse').values(use).execute();
}

/** Code of the rules for what is received on a day: those taken into use last from that day or an earlier one, else the usual ones. */
export function rulesCodeOn(uses: readonly DeadlineUse[], day: Day): string {
  return uses.find(({ fromDay }) => fromDay <= day)?.code ?? usualRules;
}
