import { plainWidth } from './plain-width.ts';

/** Words that stand for nothing, in every column: what people put into a cell that is to stay empty, and what programs do. */
const blanks = new Set(
  ['-', '--', '—', '——', '/', '无', 'na', 'n/a', 'null', '(null)', '<null>', 'nil', 'none', 'nan', 'undefined', '\\n'],
); // prettier-ignore

/** How they begin, full-width and behind spaces too. */
const begin = /^[\s\-—/无n(<u\\\uff01-\uff5e]/iu;

/** Whether a text stands for nothing: -, /, 无, NULL, None. */
export function isBlankWord(text: string): boolean {
  if (!begin.test(text)) return false;
  return blanks.has(plainWidth(text).trim().toLowerCase());
}
