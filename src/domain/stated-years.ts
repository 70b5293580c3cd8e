import { plainWidth } from './plain-width.ts';

/** What a title, a tab or the name of a file says of the time its counts are of. */
export interface StatedTime {
  /** The years it names. */
  readonly years: readonly number[];
  /** The words by which it says that they are of some months only: 1—11月, 上半年. */
  readonly part: string | undefined;
}

const dash = '[-—–~～至到]+';
/** A day on which something was filled in or printed: nothing of what the counts are of. */
const date =
  /\d{4}年\d{1,2}月\d{1,2}日|\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|(?:日期|时间)[:：]?\s*\d{4}年\d{1,2}月/gu;
const span = new RegExp(`((?:19|20)\\d{2})年?度?${dash}((?:19|20)\\d{2})年`, 'gu');
const months = new RegExp(`(?<!\\d)(\\d{1,2})月?份?${dash}(?:(?:19|20)\\d{2}年)?(\\d{1,2})月`, 'u');
const part =
  /[上下]半年|前?[一二三四1-4]个?季度|第[一二三四1-4]季度|截[至止]\d{0,4}年?\d{1,2}月|(?<=年)\d{1,2}月份?(?!\d|日|[-—–~～至到])/u;

/**
 * Finds the years and months that a text names.
 *
 * | text | years | part |
 * |---|---|---|
 * | 2021年度群众诉求办理量, 2021年（1-12月） | 2021 | |
 * | 2019—2021年 | 2019, 2020, 2021 | |
 * | 2021年1—11月, 2021年上半年, 截至2021年11月, 2021年11月 | 2021 | 1—11月 … |
 * | 填报日期：2022年1月5日 | | |
 */
export function findStatedTime(text: string): StatedTime {
  const plain = plainWidth(text).replaceAll(/\s+/gu, '').replaceAll(date, ' ');
  const years = new Set<number>();
  for (const [, from, until] of plain.matchAll(span)) {
    for (let year = Number(from); year <= Number(until) && years.size < 100; year += 1) years.add(year);
  }
  for (const [, year] of plain.matchAll(/(?<!\d)((?:19|20)\d{2})年/gu)) years.add(Number(year));
  const range = months.exec(plain);
  if (range !== null) {
    const isWhole = Number(range[1]) === 1 && Number(range[2]) === 12;
    return { years: [...years], part: isWhole ? undefined : range[0] };
  }
  return { years: [...years], part: part.exec(plain)?.[0] };
}

/** Where a file says of what time it is, and that this is another than what is asked for. */
export interface TimeDoubt {
  readonly kind: 'other-year' | 'part-of-year';
  readonly where: 'title' | 'tab' | 'file';
  readonly text: string;
}

/**
 * What in a file speaks against its counts being those of whole years: a title, a tab or a name of the file that names years without them,
 * or that says some months only. What stands nearer to the counts is believed: a name of the file is asked only where title and tab say
 * nothing.
 */
export function findTimeDoubts(
  file: { readonly titles: readonly string[]; readonly tab: string | undefined; readonly name: string },
  years: readonly number[],
): TimeDoubt[] {
  const check = (where: TimeDoubt['where'], text: string): { doubt?: TimeDoubt; isSaid: boolean } => {
    const stated = findStatedTime(text);
    if (stated.part !== undefined) return { doubt: { kind: 'part-of-year', where, text }, isSaid: true };
    if (stated.years.length === 0) return { isSaid: false };
    const isOther = years.some((year) => !stated.years.includes(year));
    return { isSaid: true, ...(isOther ? { doubt: { kind: 'other-year', where, text } } : {}) };
  };
  const title = check('title', file.titles.join(' '));
  const tab = check('tab', file.tab ?? '');
  const near = [title, tab].flatMap(({ doubt }) => doubt ?? []);
  const isSaid = title.isSaid || tab.isSaid || findYearOfTab(file.tab) !== undefined;
  if (near.length > 0 || isSaid) return near.length > 0 ? near : doubtTab(file.tab, years);
  return [check('file', file.name)].flatMap(({ doubt }) => doubt ?? []);
}

/** The year a tab is called by, without a word beside it. */
function findYearOfTab(tab: string | undefined): number | undefined {
  const year = Number(/^\s*((?:19|20)\d{2})\s*$/u.exec(tab ?? '')?.[1]);
  return Number.isNaN(year) ? undefined : year;
}

function doubtTab(tab: string | undefined, years: readonly number[]): TimeDoubt[] {
  const year = findYearOfTab(tab);
  return year === undefined || years.every((one) => one === year)
    ? []
    : [{ kind: 'other-year', where: 'tab', text: tab ?? '' }];
}
