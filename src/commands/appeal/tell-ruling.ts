import type { Context, Session } from '../../cli/context.ts';
import { findRulingFor } from '../../operations/appeal/rulings.ts';

/** Says which ruling holds for the matter of an appeal that is with nobody, or with another unit than was ruled. */
export async function tellRuling(
  context: Context,
  { store, jurisdiction }: Pick<Session, 'store' | 'jurisdiction'>,
  appeal: { readonly number: string; readonly matter: string | null; readonly holderId: number | null },
): Promise<string | undefined> {
  const rule = await findRulingFor(store.db, jurisdiction, appeal.matter);
  if (rule === undefined || rule.lead.id === appeal.holderId) return undefined;
  const say = context.text.views.ruling;
  const matter = appeal.matter ?? '';
  const { number } = rule.ruling;
  context.warn(
    appeal.holderId === null
      ? say.follows(number, matter, rule.lead.name)
      : say.other(appeal.number, number, matter, rule.lead.name),
  );
  return rule.lead.code;
}
