import type { Unit } from '../../domain/unit.ts';
import type { LocalWork } from '../kernel/transaction.ts';
import { transaction } from '../kernel/transaction.ts';
import { getUnitByName, refuseRetired } from '../unit/find-unit.ts';
import { decideHandOver, decideMoment, refuseNow, referTo } from './hand-over.ts';
import type { EventInput } from './record-event.ts';
import { getActedAppeal, recordEvent } from './record-event.ts';
import { refusePersonal } from '../privacy/refuse-personal.ts';
import { getAssists, recordRuling, refuseSecondRuling } from './rulings.ts';

/** A ruling that was made on an appeal. */
export interface AppealRuling {
  readonly number: string;
  readonly ruling: number;
  /** Number of the hop it made; null where the lead led already. */
  readonly hop: number | null;
  readonly unit: Unit;
  readonly assists: readonly Unit[];
}

/**
 * Rules who leads an appeal and who assists, and hands it over in the same step; binds the lead for this stint.
 *
 * Errors: `text-personal`, `ruling-lead-assists`, `appeal-verb-refused`, `unit-retired`; of a precedent `matter-missing`, `ruling-there`.
 */
export async function ruleAppeal(
  asked: LocalWork,
  terms: {
    readonly number: string;
    readonly lead: string;
    readonly basis: string;
    readonly assists: readonly string[];
    readonly isPrecedent?: boolean;
    readonly time?: string;
  },
): Promise<AppealRuling> {
  const { number } = terms;
  const { jurisdiction } = asked;
  return transaction(asked, async (trx, operation, work) => {
    const acted = await getActedAppeal(trx, jurisdiction, number);
    const { appeal, course } = acted;
    refuseNow(acted, 'rule');
    await refusePersonal(trx, [appeal.id], { basis: terms.basis, matter: appeal.matter });
    const lead = await getUnitByName(trx, jurisdiction, terms.lead);
    await refuseRetired(trx, jurisdiction, lead);
    const assists = await getAssists(trx, work, lead, terms.assists);
    const at = decideMoment(work, terms.time, course.lastAt);
    const { basis, isPrecedent = false } = terms;
    const { matter } = appeal;
    if (isPrecedent) await refuseSecondRuling(trx, jurisdiction, matter, appeal.number);
    const ruling = await recordRuling(trx, work, operation, {
      appealId: appeal.id, matter, lead, assists, basis, at, isPrecedent,
    }); // prettier-ignore
    const event = {
      action: 'rule' as const,
      at,
      reason: 'ruling' as const,
      ruling,
      data: { assists: assists.map(referTo) },
    };
    const isHeld = course.holder?.id === lead.id;
    const input: EventInput = isHeld ? event : await decideHandOver(trx, work, acted, { ...event, to: lead });
    const after = await recordEvent(trx, work, operation, acted, input);
    const hop = isHeld ? null : (after.course.hops.at(-1)?.hop ?? null);
    return {
      result: { number: appeal.number, ruling: ruling.number, hop, unit: lead, assists },
      summary: { appeal: appeal.number, ruling: ruling.number, lead: lead.code, hop },
    };
  });
}
