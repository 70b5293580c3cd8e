import { bareCode } from '../../domain/plain-width.ts';
import { AppError } from '../../errors.ts';
import type { Appeal, PersonalFields } from '../../domain/appeal.ts';
import type { Excerpt } from '../../domain/excerpt.ts';
import { findExcerpt, holdsWord } from '../../domain/excerpt.ts';
import { maskName, maskPhone, maskText } from '../../domain/masking.ts';
import { phoneKeys } from '../../domain/phone.ts';
import { textLimits } from '../../domain/text-limits.ts';
import { foldText, markTitle, piecesToFind, writingsOf } from '../../domain/tokens.ts';
import { findExternalNumber, getAppeal } from '../../store/appeals.ts';
import { listAppeals } from '../../store/appeal-lists.ts';
import { listAppealsOfCaller, listAppealsOfPhone, listAppealsWithText } from '../../store/personal-texts.ts';
import type { ShownText } from '../../store/search-index.ts';
import { listShownTexts, countSearchMatches, matchSearchWords } from '../../store/search-index.ts';
import type { Db } from '../../store/db.ts';
import type { LocalWork } from '../kernel/transaction.ts';
import { bareName, keepAppealsOfCaller } from '../privacy/callers.ts';
import { maskAppeals } from '../privacy/gate.ts';
import { recordShown } from '../privacy/record-shown.ts';

/** An appeal that was found, and where the word stands in it. */
export interface Hit {
  readonly appeal: Appeal;
  readonly personal: PersonalFields;
  /** Absent where it was found by its number or a phone. */
  readonly at?: { readonly field: string; readonly seq: number | null; readonly excerpt: Excerpt };
}

export interface Found {
  readonly hits: readonly Hit[];
  /** How many there are in all; null where there are too many to look at each. */
  readonly total: number | null;
}

/** Candidates that are looked at one by one to tell how many appeals hold the words exactly. */
const countable = 1000;
/** Candidates whose texts are read in one go. */
const portion = 200;

/**
 * Finds appeals that hold all words in what everybody may see of their titles, texts, replies and notes: those with the words
 * in the title first, the newest first among equals; or the appeal of that number. Texts of confidential appeals are not looked into.
 *
 * Errors: `search-empty`.
 */
export async function searchAppeals(
  { store, jurisdiction }: Pick<LocalWork, 'store' | 'jurisdiction'>,
  terms: { readonly query: string; readonly limit: number },
): Promise<Found> {
  const { query } = terms;
  const words = foldText(query)
    .split(/\s+/u)
    .filter((word) => word !== '');
  if (words.length === 0) throw new AppError('search-empty', {});
  if (query.length > textLimits.search)
    throw new AppError('value-too-long', {
      field: 'words',
      length: query.length,
      limit: textLimits.search,
    });
  const { db } = store;
  const number = await findExternalNumber(db, jurisdiction.id, bareCode(query));
  if (number !== undefined) {
    const { id } = await getAppeal(db, jurisdiction.id, number);
    const hits = await describeHits(db, jurisdiction.id, [id], new Map());
    return { hits, total: hits.length };
  }
  const { candidates, total } = await listCandidates(db, jurisdiction.id, words, terms.limit);
  const found = new Map<number, Hit['at']>();
  const later = new Map<number, Hit['at']>();
  const isCounting = total === null && candidates.rest.length <= countable;
  const limit = isCounting ? Infinity : terms.limit;
  for (const [ids, isTitle] of [
    [candidates.inTitle, true],
    [candidates.rest, false],
  ] as const) {
    for (let at = 0; at < ids.length && found.size < limit; at += portion) {
      const some = ids.slice(at, at + portion).filter((id) => !found.has(id) && !later.has(id));
      const texts = await listShownTexts(db, some);
      for (const id of some) {
        const hit = findPlace(texts.get(id) ?? [], words);
        if (hit === undefined) continue;
        // A title that holds all words ranks first; pairs of letters may stand in it without the words.
        if (isTitle && hit.field !== 'title') later.set(id, hit);
        else if (found.size < limit) found.set(id, hit);
      }
    }
    for (const [id, hit] of isTitle ? [] : later) if (found.size < limit) found.set(id, hit);
  }
  const ids = [...found.keys()];
  const hits = await describeHits(db, jurisdiction.id, ids.slice(0, terms.limit), found);
  // Whoever found fewer than were asked for has looked at all.
  const isAll = isCounting || (total === null && ids.length < terms.limit);
  return { hits, total: isAll ? ids.length : total };
}

/** A word that is one piece of the index. */
const exactWord = /^\p{L}{1,2}$/u;
/** A word of signs that are written in one way, or full-width; others fold together in more. */
const plainWord = /^[\p{Script=Han}\d]+$/u;

/** Appeals that may hold the words, the newest first, and how many there are where that is certain. */
async function listCandidates(
  db: Db,
  jurisdictionId: number,
  words: readonly string[],
  limit: number,
): Promise<{
  readonly candidates: { readonly inTitle: readonly number[]; readonly rest: readonly number[] };
  readonly total: number | null;
}> {
  const pieces = [...new Set(words.flatMap(piecesToFind))];
  if (pieces.length === 0) {
    // Digits and signs are not indexed: every text is read.
    const rest = await listAppealsWithText(db, jurisdictionId, writingsOf(words[0] ?? ''));
    return { candidates: { inTitle: [], rest }, total: null };
  }
  const inTitle = await matchSearchWords(db, jurisdictionId, pieces.map(markTitle), {
    how: 'and',
    limit: countable,
  });
  const count = await countSearchMatches(db, jurisdictionId, pieces);
  // One piece for each word, and nothing but letters in it: what the index finds is what there is.
  const isExact = words.every((word) => exactWord.test(word));
  // Where the pieces do not make the word, the texts are asked for it: as it was written it holds at least what is shown of it.
  const holding = words.filter((word) => !exactWord.test(word) && plainWord.test(word)).map(writingsOf);
  // Where their number is known, no more are fetched than are shown, and some for what was masked since.
  const isLimited = isExact && count > countable && limit < countable;
  const rest = await matchSearchWords(db, jurisdictionId, pieces, {
    how: 'and',
    holding,
    ...(isLimited ? { limit: limit + inTitle.length + portion } : {}),
  });
  return { candidates: { inTitle, rest }, total: isExact && count > countable ? count : null };
}

/** Where the words stand: in the title if it holds them all, else in the first text that holds the first of them. */
function findPlace(texts: readonly ShownText[], words: readonly string[]): Hit['at'] | undefined {
  if (!words.every((word) => texts.some(({ text }) => holdsWord(text, word)))) return undefined;
  const [first = ''] = words;
  const [title] = texts;
  const isInTitle = title !== undefined && words.every((word) => holdsWord(title.text, word));
  const others = isInTitle ? texts : [...texts.slice(1), ...texts.slice(0, 1)];
  for (const { field, seq, text } of others) {
    const excerpt = findExcerpt(text, first);
    if (excerpt !== undefined) return { field, seq, excerpt };
  }
  return undefined;
}

async function describeHits(
  db: Db,
  jurisdictionId: number,
  ids: readonly number[],
  places: ReadonlyMap<number, Hit['at']>,
): Promise<Hit[]> {
  const appeals = new Map(
    (await listAppeals(db, jurisdictionId, { ids })).map((appeal) => [appeal.id, appeal]),
  );
  const sights = await maskAppeals(db, ids);
  return ids.flatMap((id): Hit[] => {
    const appeal = appeals.get(id);
    if (appeal === undefined) return [];
    const sight = sights(id);
    const at = places.get(id);
    return [
      {
        appeal: sight.row(appeal),
        personal: sight.personal,
        ...(at === undefined ? {} : { at }),
      },
    ];
  });
}

/** Finds the appeals of a phone, however it is written; that somebody looked for it is on record. Errors: `value-invalid`. */
export async function searchByPhone(
  work: LocalWork,
  terms: { readonly phone: string; readonly limit: number },
): Promise<Found> {
  const { phone } = terms;
  const { store, jurisdiction } = work;
  const digits = phoneKeys(phone, jurisdiction.areaCode);
  if (digits.length === 0)
    throw new AppError('value-invalid', {
      field: 'phone',
      value: maskPhone(phone),
      example: '19900000001',
    });
  const ids = await listAppealsOfPhone(store.db, jurisdiction.id, digits);
  await recordShown(work, { shown: 'phone-search', subject: maskPhone(phone), appealIds: ids });
  const hits = await describeHits(store.db, jurisdiction.id, ids.slice(0, terms.limit), new Map());
  return { hits, total: ids.length };
}

/**
 * Finds the appeals of a caller by the whole name, spaces aside; that somebody looked for it, and why, is on record. Errors:
 * `text-personal` for a reason that holds the name or what is personal of the appeals found.
 */
export async function searchByCaller(
  work: LocalWork,
  terms: { readonly caller: string; readonly reason: string; readonly limit: number },
): Promise<Found> {
  const { reason, limit } = terms;
  const { store, jurisdiction } = work;
  const caller = bareName(terms.caller);
  if (maskText(reason, { caller, phone: null }) !== reason)
    throw new AppError('text-personal', { field: 'reason' });
  const written = await listAppealsOfCaller(store.db, jurisdiction.id, caller);
  const ids = await keepAppealsOfCaller(store.db, written, caller);
  await recordShown(work, { shown: 'caller-search', subject: maskName(caller), reason, appealIds: ids });
  const hits = await describeHits(store.db, jurisdiction.id, ids.slice(0, limit), new Map());
  return { hits, total: ids.length };
}
