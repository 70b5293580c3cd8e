/** A row that holds no data: a total over the rows above, or a note below the table. */
export type AsideKind = 'total' | 'subtotal' | 'note';

const total = /^(?:全市|全县|全区|市直)?(?:合计|总计|共计|总和|total|grandtotal|sum)[:：]?$/iu;
const subtotal = /^(?:小计|subtotal)[:：]?$/iu;
const note =
  /^(?:注|说明|备注|附注|填表|填报|制表|审核|数据来源|统计口径|note)s?(?:\d*[:：.、]|人|单位|日期|时间|说明)/iu;

/**
 * Tells rows that hold no data by their label, spaces aside.
 *
 * | label | row |
 * |---|---|
 * | 合计, 总 计, 全市合计, total | total over all rows |
 * | 小计, subtotal | total over the rows since the last one |
 * | 注：…, 说明：…, 填表人…, 制表日期…, alone in its row | note |
 */
export function findAside(
  cells: readonly string[],
): { readonly kind: AsideKind; readonly label: string } | undefined {
  const filled = cells
    .map((cell) => ({ text: cell.trim(), plain: cell.normalize('NFKC').replace(/\s+/gu, '') }))
    .filter(({ plain }) => plain !== '');
  const label = filled.find(({ plain }) => !/^\d+$/u.test(plain));
  if (label !== undefined && total.test(label.plain)) return { kind: 'total', label: label.text };
  if (label !== undefined && subtotal.test(label.plain)) return { kind: 'subtotal', label: label.text };
  const [first] = filled;
  const isNote = first !== undefined && filled.length <= 2 && note.test(first.plain);
  return isNote ? { kind: 'note', label: first.text } : undefined;
}

/** Words that stand for an empty cell in columns of counts, days, phones and codes; in columns of text they are text. */
const blanks = new Set(['-', '--', '—', '——', '/', '无', 'na', 'n/a', 'null']);

export function isBlankWord(text: string): boolean {
  return blanks.has(text.normalize('NFKC').trim().toLowerCase());
}
