import type { Column } from './column.ts';
import type { CellFlaw } from './sheet.ts';
import { isStoredReader } from './values.ts';

/** Words that spreadsheets show in place of a value that could not be computed, in any file. */
const errorWord =
  /^#(?:N\/A|REF!|VALUE!|DIV\/0!|NAME\?|NULL!|NUM!|SPILL!|CALC!|GETTING_DATA|名称\?|引用!)$|^Err:\d{3}$/iu;

/** What keeps a cell from being read: no stored value, an error, a number that is no day, a truth where a number is looked for, or a day where a text is. */
export function findFlaw(
  text: string,
  flaw: CellFlaw | undefined,
  { parse, isSummed = false }: Pick<Column<unknown>, 'parse' | 'isSummed'>,
): 'cell-not-computed' | 'cell-error' | 'cell-no-day' | 'cell-truth' | 'cell-day' | 'count-day' | undefined {
  const isStored = isStoredReader(parse);
  if (flaw === 'not-computed') return 'cell-not-computed';
  if (flaw === 'error' || errorWord.test(text)) return 'cell-error';
  if (flaw === 'no-day') return 'cell-no-day';
  if (flaw === 'truth' && isStored) return 'cell-truth';
  if (flaw === 'day' && isSummed) return 'count-day';
  return flaw === 'day' && !isStored ? 'cell-day' : undefined;
}
