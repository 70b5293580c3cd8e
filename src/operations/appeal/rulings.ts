import { AppError } from '../../errors.ts';
import type { UnitRef } from '../../domain/appeal-event.ts';
import type { Jurisdiction } from '../../domain/jurisdiction.ts';
import { makeLineage } from '../../domain/succession.ts';
import { localDay } from '../../domain/time.ts';
import type { Unit } from '../../domain/unit.ts';
import { isOfMatter } from '../../domain/matter.ts';
import { endedAmong } from '../../domain/unit.ts';
import type { Db, Trx } from '../../store/db.ts';
import type { RegisteredRuling } from '../../store/rulings.ts';
import { insertRuling, listRulings, nextRulingNumber } from '../../store/rulings.ts';
import { listSuccessions, listUnits } from '../../store/units.ts';
import { maskAppeals } from '../privacy/gate.ts';
import { refuseNumbers } from '../privacy/refuse-personal.ts';
import type { LocalWork, Operation } from '../kernel/transaction.ts';
import { transaction } from '../kernel/transaction.ts';
import { getUnitByName, refuseRetired } from '../unit/find-unit.ts';
import { referTo } from './hand-over.ts';
import { getMatter } from './matters.ts';

/** A ruling with its units: of a unit that was merged, the one it went into. */
export interface RulingDetails {
  readonly ruling: RegisteredRuling;
  readonly lead: Unit;
  /** The unit that was ruled to lead, where that has gone into another since. */
  readonly ruledLead: Unit | null;
  readonly assists: readonly Unit[];
}

/** Reads the units that are to assist. Errors: `ruling-lead-assists`. */
export async function getAssists(
  db: Db,
  { jurisdiction }: Pick<LocalWork, 'jurisdiction'>,
  lead: Unit,
  names: readonly string[],
): Promise<Unit[]> {
  const assists: Unit[] = [];
  for (const name of names) {
    const unit = await getUnitByName(db, jurisdiction, name);
    await refuseRetired(db, jurisdiction, unit);
    if (!assists.some(({ id }) => id === unit.id)) assists.push(unit);
  }
  if (assists.some((unit) => unit.id === lead.id))
    throw new AppError('ruling-lead-assists', { unit: lead.name });
  return assists;
}

/** Writes a ruling: on one appeal, for a matter, or both. */
export async function recordRuling(
  trx: Trx,
  work: LocalWork,
  operation: Operation,
  ruling: {
    readonly appealId: number | null;
    readonly matter: string | null;
    readonly lead: Unit;
    readonly assists: readonly Unit[];
    readonly basis: string;
    readonly at: string;
    readonly isPrecedent: boolean;
    readonly supersedesId?: number;
  },
): Promise<{ id: number; number: number; lead: UnitRef }> {
  const { jurisdiction, now, by } = work;
  const { appealId, matter, lead, assists, basis, at, isPrecedent, supersedesId } = ruling;
  const number = await nextRulingNumber(trx, jurisdiction.id);
  const content = {
    number,
    appealId,
    matter,
    leadId: lead.id,
    assists: assists.map((unit) => unit.id),
    basis,
    on: localDay(at, jurisdiction.timeZone),
    at: now,
    by,
  };
  // What is absent is not sealed, so that rulings of an older version keep their digests.
  const digest = await operation.seal({
    ...content,
    ...(isPrecedent ? { isPrecedent } : {}),
    ...(supersedesId === undefined ? {} : { supersedesId }),
  });
  const id = await insertRuling(trx, {
    ...content,
    isPrecedent,
    supersedesId: supersedesId ?? null,
    jurisdictionId: jurisdiction.id,
    digest,
    operationId: operation.id,
  });
  return { id, number, lead: referTo(lead) };
}

/** Reads every ruling with its units of today. */
export async function listRulingDetails(db: Db, jurisdiction: Jurisdiction): Promise<RulingDetails[]> {
  const units = new Map((await listUnits(db, jurisdiction.id)).map((unit) => [unit.id, unit]));
  const { heirOf } = makeLineage(await listSuccessions(db, jurisdiction.id));
  const today = (id: number): Unit[] => {
    const unit = units.get(heirOf(id, endedAmong(units)) ?? id);
    return unit === undefined ? [] : [unit];
  };
  const rulings = await listRulings(db, jurisdiction.id);
  const sights = await maskAppeals(
    db,
    rulings.flatMap(({ appealId }) => appealId ?? []),
  );
  return rulings.flatMap((ruling) => {
    const [lead] = today(ruling.leadId);
    if (lead === undefined) return [];
    const ruledLead = lead.id === ruling.leadId ? null : (units.get(ruling.leadId) ?? null);
    const assists = new Map(ruling.assists.flatMap(today).map((unit) => [unit.id, unit]));
    assists.delete(lead.id);
    // The basis of an older version was not looked at for what is personal.
    const shown = { ...ruling, basis: sights(ruling.appealId ?? 0).text(ruling.basis) };
    return [{ ruling: shown, lead, ruledLead, assists: [...assists.values()] }];
  });
}

/** The ruling that holds for a matter: the precedent that no other supersedes; undefined where there is none. */
export async function findRulingFor(
  db: Db,
  jurisdiction: Jurisdiction,
  matter: string | null | undefined,
): Promise<RulingDetails | undefined> {
  if (matter === null || matter === undefined) return undefined;
  return (await listRulingDetails(db, jurisdiction)).findLast(
    ({ ruling }) =>
      ruling.isPrecedent && ruling.supersededBy === null && isOfMatter(matter, ruling.matter ?? ''),
  );
}

/** Refuses a second ruling for a matter that has one. Errors: `matter-missing`, `ruling-there`. */
export async function refuseSecondRuling(
  db: Db,
  jurisdiction: Jurisdiction,
  matter: string | null,
  number: string,
): Promise<void> {
  if (matter === null) throw new AppError('matter-missing', { number });
  const there = await findRulingFor(db, jurisdiction, matter);
  if (there !== undefined) {
    throw new AppError('ruling-there', { matter, ruling: there.ruling.number, lead: there.lead.name });
  }
}

/** What a ruling for a matter says. */
export interface RulingTerms {
  readonly lead: string;
  readonly assists: readonly string[];
  readonly basis: string;
}

/** Rules for a matter who leads it and who assists. Errors: `matter-unknown`, `ruling-there`, `unit-retired`, `ruling-lead-assists`. */
export async function addRuling(
  asked: LocalWork,
  terms: RulingTerms & { readonly matter: string },
): Promise<RulingDetails> {
  return transaction(asked, async (trx, operation, work) => {
    const matter = (await getMatter(trx, work.jurisdiction, terms.matter)) ?? terms.matter;
    await refuseSecondRuling(trx, work.jurisdiction, matter, '');
    return writeRuling(trx, work, operation, { ...terms, matter, supersedesId: undefined });
  });
}

/** Rules anew for the matter of a ruling, which stays on record. Errors: `ruling-not-found`, `ruling-superseded-already`. */
export async function supersedeRuling(
  asked: LocalWork,
  terms: RulingTerms & { readonly number: number },
): Promise<RulingDetails> {
  const { number } = terms;
  return transaction(asked, async (trx, operation, work) => {
    const { ruling } = await getRuling(trx, work.jurisdiction, number);
    const { matter, supersededBy, id } = ruling;
    if (supersededBy !== null) throw new AppError('ruling-superseded-already', { number, by: supersededBy });
    if (matter === null || !ruling.isPrecedent) throw new AppError('ruling-of-one-appeal', { number });
    return writeRuling(trx, work, operation, { ...terms, matter, supersedesId: id });
  });
}

async function writeRuling(
  trx: Trx,
  work: LocalWork,
  operation: Operation,
  terms: RulingTerms & { readonly matter: string; readonly supersedesId: number | undefined },
) {
  const { jurisdiction, now: at } = work;
  const lead = await getUnitByName(trx, jurisdiction, terms.lead);
  const assists = await getAssists(trx, work, lead, terms.assists);
  await refuseRetired(trx, jurisdiction, lead);
  const { matter, basis, supersedesId } = terms;
  refuseNumbers({ basis, matter });
  const { number } = await recordRuling(trx, work, operation, {
    appealId: null,
    matter,
    lead,
    assists,
    basis,
    at,
    isPrecedent: true,
    ...(supersedesId === undefined ? {} : { supersedesId }),
  });
  const result = await getRuling(trx, jurisdiction, number);
  return { result, summary: { ruling: number, lead: lead.code } };
}

/** Gets one ruling. Errors: `ruling-not-found`. */
export async function getRuling(db: Db, jurisdiction: Jurisdiction, number: number): Promise<RulingDetails> {
  const rulings = await listRulingDetails(db, jurisdiction);
  const found = rulings.find(({ ruling }) => ruling.number === number);
  if (found === undefined) {
    throw new AppError('ruling-not-found', { number, there: rulings.map(({ ruling }) => ruling.number) });
  }
  return found;
}
