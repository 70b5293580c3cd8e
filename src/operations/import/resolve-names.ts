import type { Problem } from '../../problems.ts';
import type { Jurisdiction } from '../../domain/jurisdiction.ts';
import type { NameAnswer } from '../../domain/name-answer.ts';
import type { Unit } from '../../domain/unit.ts';
import { nameKey } from '../../domain/unit-name.ts';
import type { Trx } from '../../store/db.ts';
import { insertUnitName, listNamedUnits } from '../../store/units.ts';
import { recordUnit, refuseTakenName } from '../unit/add-unit.ts';
import { recordMerger, recordRename } from '../unit/change-unit.ts';
import { getUnitByName } from '../unit/find-unit.ts';

/** Writes what the names of a file stand for, in their order, before the file itself is planned. */
export async function resolveNames(
  trx: Trx,
  jurisdiction: Jurisdiction,
  answers: readonly NameAnswer[],
  today: string,
): Promise<void> {
  for (const answer of answers) await settleName(trx, jurisdiction, answer, today);
}

async function settleName(
  trx: Trx,
  jurisdiction: Jurisdiction,
  answer: NameAnswer,
  today: string,
): Promise<void> {
  const { name } = answer;
  const find = (unit: string): Promise<Unit> => getUnitByName(trx, jurisdiction, unit);
  switch (answer.kind) {
    case 'alias': {
      const unit = await find(answer.unit);
      const registered = await listNamedUnits(trx, jurisdiction.id);
      refuseTakenName(registered, name, { city: jurisdiction.name, own: unit });
      await insertUnitName(trx, unit.id, name, 'alias');
      return;
    }
    case 'renamed': {
      const unit = await find(answer.unit);
      await recordRename(trx, unit, { to: name }, answer.on);
      return;
    }
    case 'merged': {
      const into = await find(answer.into);
      const unit = await recordUnit(trx, jurisdiction, { name }, today, { isNew: true });
      await recordMerger(trx, unit, into, answer.on);
      return;
    }
    case 'new':
      await recordUnit(trx, jurisdiction, namesOf(answer), today, { isNew: true });
      return;
    case 'outside': {
      const unit = { ...namesOf(answer), outsideReason: answer.reason };
      await recordUnit(trx, jurisdiction, unit, today, { isNew: true });
    }
  }
}

/** The names of a new unit: where its full one is another than that of the file, that is its short one. */
function namesOf({ name, fullName = name }: { readonly name: string; readonly fullName?: string }): {
  readonly name: string;
  readonly shortName?: string;
} {
  return nameKey(fullName) === nameKey(name) ? { name } : { name: fullName, shortName: name };
}

/** Names of a file that no unit answers to, each once, with the row it first stands in. */
export function listUnknownNames(
  problems: readonly Problem[],
): { name: string; suggestions: readonly string[]; row: number | undefined }[] {
  const found = new Map<string, { name: string; suggestions: readonly string[]; row: number | undefined }>();
  for (const { code, details, place } of problems) {
    if (code !== 'unit-unknown') continue;
    const { name, suggestions } = details;
    if (!found.has(nameKey(name))) found.set(nameKey(name), { name, suggestions, row: place?.row });
  }
  return [...found.values()];
}
