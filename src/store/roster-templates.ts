import type { TemplateKind } from '../domain/roster-template.ts';
import type { Db, Trx } from './db.ts';

/** Finds the text of a kind that a jurisdiction took into use last; undefined where it uses the one the tool brings. */
export async function findTemplate(
  db: Db,
  jurisdictionId: number,
  kind: TemplateKind,
): Promise<string | undefined> {
  const row = await db
    .selectFrom('rosterTemplate')
    .select('content')
    .where('jurisdictionId', '=', jurisdictionId)
    .where('kind', '=', kind)
    .orderBy('id', 'desc')
    .executeTakeFirst();
  return row?.content;
}

export async function insertTemplate(
  trx: Trx,
  template: {
    readonly jurisdictionId: number;
    readonly kind: TemplateKind;
    readonly content: string;
    readonly at: string;
    readonly by: string;
    readonly operationId: number;
  },
): Promise<void> {
  await trx.insertInto('rosterTemplate').values(template).execute();
}
