import type { Context, Session } from '../../cli/context.ts';
import { findRulingFor } from '../../operations/appeal/rulings.ts';
import type { UsualUnit } from '../../operations/appeal/usual-unit.ts';
import { findUsualUnit } from '../../operations/appeal/usual-unit.ts';

/** Says with which unit most appeals of a matter ended, where no ruling says who leads and that unit does not lead it now. */
export async function tellUsual(
  context: Context,
  { store, jurisdiction }: Pick<Session, 'store' | 'jurisdiction'>,
  appeal: { readonly matter: string | null; readonly holderId: number | null },
): Promise<UsualUnit | undefined> {
  const { matter, holderId } = appeal;
  if ((await findRulingFor(store.db, jurisdiction, matter)) !== undefined) return undefined;
  const usual = await findUsualUnit(store.db, jurisdiction, matter);
  if (usual === undefined || usual.unit.id === holderId) return undefined;
  context.say(context.text.views.report.byMatter(usual.unit.name, usual.held, usual.all));
  return usual;
}

/** A unit that is proposed, as programs get it. */
export interface ProposedJson {
  readonly code: string;
  readonly name: string;
  readonly held: number;
  readonly of: number;
}

export function proposedJson(usual: UsualUnit | undefined): ProposedJson | null {
  if (usual === undefined) return null;
  const { unit, held, all } = usual;
  return { code: unit.code, name: unit.name, held, of: all };
}
