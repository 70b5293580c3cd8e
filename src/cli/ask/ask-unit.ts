import type { Jurisdiction } from '../../domain/jurisdiction.ts';
import { makeUnitFinder } from '../../domain/unit-finder.ts';
import type { Db } from '../../store/db.ts';
import { listNamedUnits } from '../../store/units.ts';
import type { Context } from '../context.ts';
import { askText } from './prompts.ts';

/** The register that units are looked up in. */
interface Register {
  readonly db: Db;
  readonly jurisdiction: Jurisdiction;
}

/** Makes what says why a text leads to no unit; nothing where it does. */
export async function makeUnitCheck(
  { text }: Pick<Context, 'text'>,
  { db, jurisdiction }: Register,
): Promise<(name: string) => string | undefined> {
  const finder = makeUnitFinder(await listNamedUnits(db, jurisdiction.id), jurisdiction.name);
  const { errors } = text;
  return (name) => {
    const match = finder.find(name);
    if (match.kind === 'found') return undefined;
    if (match.kind === 'unknown')
      return errors['unit-not-found']({ name, suggestions: match.suggestions }).message;
    const matches = match.units.map((unit) => `${unit.code} ${unit.name}`);
    return errors['unit-name-ambiguous']({ name, matches }).message;
  };
}

/** Asks for a unit until the answer leads to one. Without a terminal it names the flag; an empty answer to an optional question is undefined. */
export async function askUnit(
  context: Context,
  register: Register,
  question: { readonly message: string; readonly option: string },
): Promise<string | undefined> {
  return askText(context, { ...question, check: await makeUnitCheck(context, register) });
}
