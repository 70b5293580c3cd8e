/** A row that holds no data: a total over the rows above, a heading of a group of rows, or a note, a footer or who is to be called. */
export type AsideKind = 'total' | 'subtotal' | 'group' | 'note';

/** What a row that holds no data is, and by which cell it was told. */
export interface Aside {
  readonly kind: AsideKind;
  readonly label: string;
}

const total =
  /^(?:[^\d]{0,10}?(?:合计|总计|共计|累计)数?|总数|总和|grandtotal|total|sum)(?:\([^()]*\))?[:：]?$/iu;
const subtotal = /^(?:[^\d]{0,10}?小计|subtotal)(?:\([^()]*\))?[:：]?$/iu;
const note =
  /^(?:注|说明|备注|附注|填表|填报|制表|审核|复核|打印|导出|联系|统计|单位负责|负责|经办|数据来源|统计口径|note)s?(?:\d*[:：.、]|(?:人|单位|日期|时间|说明|电话|方式|人签字|人\(签字\)|人\(签章\))[:：]?)/iu;
const footer =
  /^(?:第\d+页|page\d+|-\d+-$|\d+\/\d+页?$|共\d+(?:页|条|家|个|行|件|户)|.{0,8}\(?(?:盖章|公章|签字|签章)\)?$|以下空白|\(?此页无正文)/iu;
/** How headings of groups are numbered: 一、 （二） 第三部分 II. */
const groupNumber =
  /^(?:[一二三四五六七八九十]+[、.．]|\([一二三四五六七八九十]+\)|第[一二三四五六七八九十]+(?:部分|类|组|章)|[ivx]+[.、])/iu;

/**
 * Tells rows that hold no data by their label, spaces aside.
 *
 * | label | row |
 * |---|---|
 * | 合计, 总 计, 全市合计, 合计数, 合计（件）, total | total over all rows |
 * | 小计, 市直小计, subtotal | total over the rows since the last one |
 * | 一、政府部门, （二）乡镇, alone in its row | heading of a group |
 * | 注：…, 说明：…, 填表人…, 联系电话：…, 第1页 共3页, alone in its row | note |
 */
export function findAside(cells: readonly string[]): Aside | undefined {
  // Most rows are data, told by their label alone; what a note would be is looked at only where few cells are filled.
  const filled = cells.filter((cell) => cell.trim() !== '');
  const label = filled.find((cell) => !/^\d+$/u.test(plainOf(cell)));
  if (label !== undefined) {
    const plain = plainOf(label);
    if (total.test(plain)) return { kind: 'total', label: label.trim() };
    if (subtotal.test(plain)) return { kind: 'subtotal', label: label.trim() };
  }
  const [first] = filled;
  if (first === undefined || filled.length > mostOfNote) return undefined;
  const plain = plainOf(first);
  if (filled.length === 1 && groupNumber.test(plain)) return { kind: 'group', label: first.trim() };
  const isNote =
    (filled.length <= 2 && note.test(plain)) ||
    (filled.length === 1 && footer.test(plain)) ||
    // Contacts stand beside each other: who, and how to reach them.
    filled.every((cell) => note.test(plainOf(cell)));
  return isNote ? { kind: 'note', label: first.trim() } : undefined;
}

/** So many cells are filled of a note at most. */
const mostOfNote = 4;

function plainOf(cell: string): string {
  return cell.normalize('NFKC').replace(/\s+/gu, '');
}
