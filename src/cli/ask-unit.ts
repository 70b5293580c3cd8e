import type { Jurisdiction } from '../domain/jurisdiction.ts';
import { makeUnitFinder } from '../domain/unit-finder.ts';
import type { Db } from '../store/db.ts';
import { listNamedUnits } from '../store/units.ts';
import type { Context } from './context.ts';
import { askText } from './prompts.ts';

/** Asks for a unit until the answer leads to one. Without a terminal it names the flag; an empty answer to an optional question is undefined. */
export async function askUnit(
  context: Context,
  { db, jurisdiction }: { readonly db: Db; readonly jurisdiction: Jurisdiction },
  question: {
    readonly message: string;
    readonly option: string;
    readonly isOptional?: boolean;
    readonly initial?: string | undefined;
  },
): Promise<string | undefined> {
  const finder = makeUnitFinder(await listNamedUnits(db, jurisdiction.id), jurisdiction.name);
  const { errors } = context.text;
  const check = (answer: string): string | undefined => {
    const match = finder.find(answer);
    if (match.kind === 'found') return undefined;
    if (match.kind === 'unknown')
      return errors['unit-not-found']({ name: answer, suggestions: match.suggestions }).message;
    const matches = match.units.map((unit) => `${unit.code} ${unit.name}`);
    return errors['unit-name-ambiguous']({ name: answer, matches }).message;
  };
  return askText(context, { ...question, check });
}
