import { AppError } from '../../errors.ts';
import { knownOf, maskOrderNumber, maskText } from '../../domain/masking.ts';
import { localDay, startOfDay } from '../../domain/time.ts';
import { listPersonalFields } from '../../store/plain-texts.ts';
import { compactSearch, deleteSearchWords } from '../../store/search-index.ts';
import type { PurgeTarget } from '../../store/purges.ts';
import {
  deletePersonal,
  listPurgeTargets,
  listSealedTexts,
  listTextsToGo,
  recordPurge,
} from '../../store/purges.ts';
import type { LocalWork } from '../kernel/transaction.ts';
import { transaction } from '../kernel/transaction.ts';

/** What a purge would remove, looked at before it is done. */
export interface PurgePlan {
  readonly before: string;
  readonly targets: readonly PurgeTarget[];
  readonly texts: number;
}

/** What a purge removed, and the proof that nothing of it is left in the file. */
export interface Purged {
  readonly appeals: number;
  readonly texts: number;
  /** Texts and salts that were looked for in the bytes of the file, and how many of them were found. */
  readonly lookedFor: number;
  readonly found: number;
}

/** Says whose personal texts a purge removes: those of appeals closed before a day. Errors: `purge-day-too-late`. */
export async function planPurge(
  { store, jurisdiction, now }: Pick<LocalWork, 'store' | 'jurisdiction' | 'now'>,
  before: string,
): Promise<PurgePlan> {
  if (before > localDay(now, jurisdiction.timeZone)) throw new AppError('purge-day-too-late', { before });
  const targets = await listPurgeTargets(
    store.db,
    jurisdiction.id,
    startOfDay(before, jurisdiction.timeZone),
  );
  return { before, targets, texts: targets.reduce((sum, { texts }) => sum + texts, 0) };
}

/**
 * Removes personal texts with their salts, phones, places and search words; the history, its digests and all counts stay.
 * Then the file is written anew and its bytes are searched for what was removed.
 *
 * Errors: `conflict` when other appeals were closed since the plan was shown, `database-locked`.
 */
export async function purgeTexts(asked: LocalWork, shown: PurgePlan): Promise<Purged> {
  const { store, jurisdiction } = asked;
  // Nothing is removed that could not be made unreadable at once.
  store.care.refuseUnscrubbable();
  const removed = await transaction(asked, async (trx, { id: operationId }, work) => {
    const { now: at, by } = work;
    const on = localDay(at, jurisdiction.timeZone);
    const { targets, texts } = await planPurge({ ...work, store: { ...store, db: trx } }, shown.before);
    if (targets.length !== shown.targets.length || texts !== shown.texts)
      throw new AppError('conflict', { what: shown.before });
    const ids = targets.map(({ id }) => id);
    const gone = await listTextsToGo(trx, ids);
    const places = targets.flatMap(({ place }) => (place === null ? [] : [place]));
    const personal = await listPersonalFields(trx, ids);
    for (const { id, matter, externalNumber } of targets) {
      const known = knownOf(personal.get(id));
      const plain = matter === null ? null : maskText(matter, known);
      // An order number of an older version may tell who it was; others stay, for by them it is found.
      const isTold = externalNumber !== null && maskOrderNumber(externalNumber, known) !== externalNumber;
      await deletePersonal(trx, id, {
        matter: plain,
        purgedOn: on,
        externalNumber: isTold ? null : externalNumber,
      });
    }
    await deleteSearchWords(trx, ids);
    await compactSearch(trx);
    await recordPurge(trx, {
      jurisdictionId: jurisdiction.id, beforeDay: shown.before, on, at, by, operationId,
      appeals: targets.map(({ id, lastSeq, texts: count }) => ({ appealId: id, untilSeq: lastSeq, texts: count })),
    }); // prettier-ignore
    const signs = [...gone.flatMap(({ text, salt }) => [text, salt]), ...places];
    const names = gone
      .filter(({ field }) => /(?:^|\.)(?:caller|phone)$/u.test(field))
      .map(({ text }) => text);
    return {
      result: { appeals: targets.length, texts, ids, signs, names },
      summary: { before: shown.before, appeals: targets.length, texts },
    };
  });
  store.care.scrub();
  const signs = [...new Set(removed.signs)];
  // What a row that is left says too stands in the file rightly, but for a name or phone that was sealed with these appeals.
  const names = new Set(removed.names);
  const sealed = await listSealedTexts(store.db, removed.ids);
  const isSealed = (sign: string): boolean => names.has(sign) && sealed.some((text) => text.includes(sign));
  const found = store.care.findInBytes(signs).filter((sign) => isSealed(sign) || !store.care.isInRows(sign));
  return { appeals: removed.appeals, texts: removed.texts, lookedFor: signs.length, found: found.length };
}
