import { AppError } from '../../errors.ts';
import { knownOf, maskOrderNumber, maskText } from '../../domain/masking.ts';
import type { Day } from '../../domain/time.ts';
import { localDay, startOfDay } from '../../domain/time.ts';
import type { Trx } from '../../store/db.ts';
import { listPersonalFields } from '../../store/plain-texts.ts';
import { compactSearch, deleteSearchWords } from '../../store/search-index.ts';
import type { PurgeTarget } from '../../store/purges.ts';
import {
  deletePersonal,
  listPurgeTargets,
  listSealedTexts,
  listTextsToGo,
  recordPurge,
  SignSet,
  updateLeft,
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
  /** Whether all bytes could be searched: on a server, nobody sees all that keeps them. */
  readonly isProven: boolean;
  /** Whether the tables were written anew without what was removed: on a server only the owner can. */
  readonly isScrubbed: boolean;
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

/** Appeals whose texts are removed in one go. */
const portion = 500;

/** What is looked for in the file once it is removed. */
interface Removed {
  readonly appeals: number;
  readonly texts: number;
  readonly ids: readonly number[];
  readonly signs: SignSet;
  /** Places of the signs that name somebody, or are a phone. */
  readonly names: ReadonlySet<number>;
}

/**
 * Removes personal texts with their salts, phones, places and search words; the history, its digests and all counts stay.
 * Then the file is written anew and its bytes are searched for what was removed. `tick` is told how many appeals are done.
 *
 * Errors: `conflict` when other appeals were closed since the plan was shown, `database-locked`.
 */
export async function purgeTexts(
  asked: LocalWork,
  {
    shown,
    tick,
  }: {
    readonly shown: PurgePlan;
    readonly tick?: (done: number, total: number) => Promise<void> | undefined;
  },
): Promise<Purged> {
  const { store, jurisdiction } = asked;
  // Nothing is removed that could not be made unreadable at once.
  await store.care.refuseUnscrubbable();
  const removed = await transaction(asked, async (trx, { id: operationId }, work) => {
    const { now: at, by } = work;
    const on = localDay(at, jurisdiction.timeZone);
    const { targets, texts } = await planPurge({ ...work, store: { ...store, db: trx } }, shown.before);
    if (targets.length !== shown.targets.length || texts !== shown.texts)
      throw new AppError('conflict', { what: shown.before });
    const signs = new SignSet();
    const names = new Set<number>();
    for (let from = 0; from < targets.length; from += portion) {
      await removeSome(trx, targets.slice(from, from + portion), { on, signs, names });
      await tick?.(Math.min(from + portion, targets.length), targets.length);
    }
    await compactSearch(trx);
    await recordPurge(trx, {
      jurisdictionId: jurisdiction.id, beforeDay: shown.before, on, at, by, operationId,
      appeals: targets.map(({ id, lastSeq, texts: count }) => ({ appealId: id, untilSeq: lastSeq, texts: count })),
    }); // prettier-ignore
    const ids = targets.map(({ id }) => id);
    return {
      result: { appeals: targets.length, texts, ids, signs, names } satisfies Removed,
      summary: { before: shown.before, appeals: targets.length, texts },
    };
  });
  const isScrubbed = await store.care.scrub();
  const found = await countLeft(asked, removed);
  const isProven = store.care.bytes !== undefined;
  const { appeals, texts, signs } = removed;
  return { appeals, texts, lookedFor: signs.count, found, isProven, isScrubbed };
}

/** Removes what is personal of some appeals, and keeps by what it is found. */
async function removeSome(
  trx: Trx,
  targets: readonly PurgeTarget[],
  { on, signs, names }: { readonly on: Day; readonly signs: SignSet; readonly names: Set<number> },
): Promise<void> {
  const ids = targets.map(({ id }) => id);
  for (const { field, text, salt } of await listTextsToGo(trx, ids)) {
    const place = signs.add(text);
    if (place !== undefined && /(?:^|\.)(?:caller|phone)$/u.test(field)) names.add(place);
    signs.add(salt);
  }
  const personal = await listPersonalFields(trx, ids);
  await deletePersonal(trx, ids, on);
  await deleteSearchWords(trx, ids);
  for (const { id, place, matter, externalNumber } of targets) {
    if (place !== null) signs.add(place);
    const known = knownOf(personal.get(id));
    const plain = matter === null ? null : maskText(matter, known);
    // An order number of an older version may tell who it was; others stay, for by them it is found.
    const isTold = externalNumber !== null && maskOrderNumber(externalNumber, known) !== externalNumber;
    if (plain === matter && !isTold) continue;
    await updateLeft(trx, id, { matter: plain, externalNumber: isTold ? null : externalNumber });
  }
}

/**
 * How many signs are still in the file that should be gone. What a row that is left says too stands there rightly, but for a name or phone that was
 * sealed with these appeals.
 */
async function countLeft({ store }: LocalWork, { ids, signs, names }: Removed): Promise<number> {
  const { bytes } = store.care;
  if (bytes === undefined) return 0;
  const inBytes = await bytes.find(signs);
  if (inBytes.size === 0) return 0;
  const inRows = await bytes.findInRows(signs);
  const sealed = new Set<number>();
  if ([...inBytes].some((place) => names.has(place)))
    for (let from = 0; from < ids.length; from += portion) {
      const texts = await listSealedTexts(store.db, ids.slice(from, from + portion));
      for (const place of signs.findIn([Buffer.from(texts.join('\0'))])) sealed.add(place);
    }
  return [...inBytes].filter((place) => (names.has(place) && sealed.has(place)) || !inRows.has(place)).length;
}
