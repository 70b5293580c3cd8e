import { maskText } from '../domain/masking.ts';
import { indexWords } from '../domain/tokens.ts';
import type { Db, Trx } from './db.ts';
import { listEventTextsOf, listPersonalFields } from './plain-texts.ts';
import { manySearchWords, writeSearchWords } from './engine/search.ts';

/** Appeals whose words are written in one go. */
const portion = 500;

/** A text of an appeal as everybody may see it, and where it stands. */
export interface ShownText {
  /** `title`, `text`, or the field of an event: `text`, `reply`, `note`, `basis`. */
  readonly field: string;
  /** Number of the event it was written with; null for what belongs to the appeal itself. */
  readonly seq: number | null;
  readonly text: string;
}

/** Reads the texts of appeals in which words are looked for, masked; the title first. Appeals without texts are absent. */
export async function listShownTexts(
  db: Db,
  appealIds: readonly number[],
): Promise<Map<number, readonly ShownText[]>> {
  const personal = await listPersonalFields(db, appealIds);
  const written = await listEventTextsOf(db, appealIds);
  const shown = new Map<number, readonly ShownText[]>();
  for (const id of appealIds) {
    const fields = personal.get(id);
    const events = written.get(id) ?? [];
    if (fields === undefined && events.length === 0) continue;
    const { title = '', text = null, caller = null, phone = null, former } = fields ?? {};
    const known = { caller, phone, former };
    shown.set(id, [
      { field: 'title', seq: null, text: maskText(title, known) },
      ...(text === null ? [] : [{ field: 'text', seq: null, text: maskText(text, known) }]),
      ...events.map((one) => ({ ...one, text: maskText(one.text, known) })),
    ]);
  }
  return shown;
}

/** Reads by which words appeals are found, as the index takes them in; of what masking hides nothing is among them. */
export async function listTokens(db: Db, appealIds: readonly number[]): Promise<Map<number, string>> {
  const words = new Map<number, string>();
  for (const [appealId, [title, ...others]] of await listShownTexts(db, appealIds)) {
    const texts = others.map(({ text }) => text);
    words.set(appealId, indexWords(title?.text ?? '', texts));
  }
  return words;
}

/** Writes by which words appeals are found, in place of what was there. */
export async function indexAppeals(trx: Trx, appealIds: readonly number[]): Promise<void> {
  for (let at = 0; at < appealIds.length; at += portion)
    await writeSearchWords(trx, [...(await listTokens(trx, appealIds.slice(at, at + portion)))]);
}

/** Writes anew by which words every appeal is found. */
export async function indexAll(trx: Trx): Promise<void> {
  await manySearchWords.begin(trx);
  for (let last = 0; ;) {
    const rows = await trx
      .selectFrom('appeal')
      .select('id')
      .where('id', '>', last)
      .orderBy('id')
      .limit(portion)
      .execute();
    await indexAppeals(
      trx,
      rows.map(({ id }) => id),
    );
    last = rows.at(-1)?.id ?? last;
    if (rows.length < portion) break;
  }
  await manySearchWords.end(trx);
}

// What the engine itself knows of the index, and finds in it.
export {
  compactSearch,
  countSearchMatches,
  deleteSearchWords,
  listSearchSizes,
  matchSearchWords,
} from './engine/search.ts';
