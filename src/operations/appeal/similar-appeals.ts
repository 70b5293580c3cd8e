import { listedTexts } from '../../domain/appeal.ts';
import type { Likeness } from '../../domain/likeness.ts';
import { maskText } from '../../domain/masking.ts';
import { phoneKeys } from '../../domain/phone.ts';
import { markTitle, piecesOf, shareOfPairs } from '../../domain/tokens.ts';
import { listAppealsAt } from '../../store/appeals.ts';
import { listAppeals } from '../../store/appeal-lists.ts';
import { listAppealsOfPhone } from '../../store/personal-texts.ts';
import { listShownTexts, matchSearchWords } from '../../store/search-index.ts';
import type { LocalWork } from '../kernel/transaction.ts';
import type { NewAppeal } from './log-appeal.ts';
import { recordShown } from '../privacy/record-shown.ts';

/** An open appeal that may be the same as another. */
export interface SimilarAppeal {
  readonly number: string;
  readonly receivedAt: string;
  readonly holder: string | null;
  /** Its title, masked; null for a confidential one. */
  readonly title: string | null;
  readonly why: readonly Likeness[];
}

/** From this share of equal pairs on two texts are alike. */
const alike = 0.6;
/** Appeals with alike titles whose texts are compared, the newest. */
const compared = 200;
const shown = 5;

/**
 * Finds open appeals that are like one that comes in: the same phone, the same place and matter, a text alike; the likest first. That
 * somebody was shown whose phone it is goes on record first.
 */
export async function findSimilar(
  work: LocalWork,
  {
    appeal,
    except,
  }: {
    readonly appeal: Pick<NewAppeal, 'phone' | 'place' | 'matter' | 'title' | 'text' | 'caller'>;
    readonly except?: string | undefined;
  },
): Promise<SimilarAppeal[]> {
  const { store, jurisdiction } = work;
  const { db } = store;
  const { phone, place, matter, title, text, caller } = appeal;
  const why = new Map<number, Likeness[]>();
  const add = (ids: readonly number[], likeness: Likeness): void => {
    for (const id of ids) why.set(id, [...(why.get(id) ?? []), likeness]);
  };
  if (phone !== undefined)
    add(await listAppealsOfPhone(db, jurisdiction.id, phoneKeys(phone, jurisdiction.areaCode)), 'phone');
  if (place !== undefined && matter !== undefined)
    add(await listAppealsAt(db, jurisdiction.id, { place, matter }), 'place');
  const known = { caller: caller ?? null, phone: phone ?? null };
  const own = `${maskText(title, known)} ${maskText(text ?? '', known)}`;
  const pairs = [...piecesOf(title)].filter((piece) => Array.from(piece).length === 2).slice(0, 30);
  // A title of a word or two is like too many.
  if (pairs.length > 3) {
    const terms = { how: 'or', isOpenOnly: true, limit: compared } as const;
    const ids = await matchSearchWords(db, jurisdiction.id, pairs.map(markTitle), terms);
    const texts = await listShownTexts(db, ids);
    const isAlike = (id: number): boolean => {
      const ofIt = (texts.get(id) ?? []).filter(({ seq }) => seq === null).map((one) => one.text);
      return shareOfPairs(own, ofIt.join(' ')) >= alike;
    };
    add(ids.filter(isAlike), 'text');
  }
  if (why.size === 0) return [];
  const open = await listAppeals(db, jurisdiction.id, {
    ids: [...why.keys()].slice(0, 500),
    states: ['unassigned', 'sent', 'accepted', 'replied'],
  });
  const texts = await listShownTexts(
    db,
    open.map(({ id }) => id),
  );
  const similar = open
    .filter(({ number }) => number !== except)
    .map((one) => ({
      id: one.id,
      number: one.number,
      receivedAt: one.receivedAt,
      holder: one.holder?.name ?? null,
      title: listedTexts(one, { title: texts.get(one.id)?.[0]?.text ?? null, text: null }).title,
      why: why.get(one.id) ?? [],
    }))
    .sort((a, b) => b.why.length - a.why.length || (a.receivedAt < b.receivedAt ? 1 : -1))
    .slice(0, shown);
  const ofPhone = similar.filter(({ why: likeness }) => likeness.includes('phone'));
  if (ofPhone.length > 0)
    await recordShown(work, {
      shown: 'similar',
      subject: except ?? '',
      appealIds: ofPhone.map(({ id }) => id),
    });
  return similar.map(({ id: _id, ...one }) => one);
}
