import type { Place, Problem } from '../problems.ts';
import { AppError } from '../errors.ts';
import { maskHeaders } from '../domain/masking.ts';
import type { VolumeRow } from '../domain/volume-plan.ts';
import type { VolumeChannel } from '../domain/volume.ts';
import { volumeChannels } from '../domain/volume.ts';
import { volumeChannelWords } from '../domain/input-words.ts';
import type { Sheet } from './sheet.ts';
import type { ReadTable } from './columns.ts';
import type { Column, RowValues } from './column.ts';
import { parseTable } from './columns.ts';
import type { TableTerms } from './header.ts';
import { nearestHeader, noTableTerms } from './header.ts';
import { channelColumnHeaders, unitHeaders } from './usual-headers.ts';
import { countReader, parseCode, parseUnitWord, parseYear, wordReader } from './values.ts';
import type { YearColumn } from './year-columns.ts';
import { channelHeaders, countHeaders, findYearColumns } from './year-columns.ts';

/** How a sheet of volumes is to be read. */
export interface VolumeTerms {
  /** The year said with the command. */
  readonly year?: number | undefined;
  /** Whether counts such as 9.67万 are taken, and marked. */
  readonly allowRounded?: boolean;
  readonly headers?: TableTerms | undefined;
}

/** A sheet read as yearly volumes. */
export interface VolumeTable {
  readonly table: ReadTable<Record<string, Column<unknown>>>;
  readonly volumes: readonly VolumeRow[];
  readonly hasYear: boolean;
}

/**
 * Reads a sheet as yearly volumes: a row per unit with a column per channel; a row per unit with a column per year; or a
 * row per unit, year and channel. The year stands in the file or is said with the command; both must agree.
 *
 * Errors: `header-not-found` without a column of units or of counts, `header-in-doubt` where forms are mixed.
 */
export function parseVolumeRows(sheet: Sheet, terms: VolumeTerms = {}): VolumeTable {
  const rounded = new Set<string>();
  const parseCount = countReader((place) => {
    if (terms.allowRounded !== true) return false;
    rounded.add(cellKey(place));
    return true;
  });
  const years = findYearColumns(sheet);
  const columns = makeColumns(parseCount, years);
  const table = parseTable(sheet, columns, terms.headers ?? noTableTerms);
  const { found } = table;
  const allYears = [...years].filter(([key]) => found.has(key));
  const wide = allYears.filter(([, { year }]) => terms.year === undefined || terms.year === year);
  const isLong = found.has('channel') && (found.has('count') || found.has('total'));
  const hasUnit = found.has('code') || found.has('name');
  const hasCount = wide.length > 0 || found.has('count') || volumeChannels.some((one) => found.has(one));
  if (!hasUnit || !hasCount) {
    const wanted = [
      ...(hasUnit ? [] : ['单位名称 / name', '单位编码 / code']),
      ...(hasCount ? [] : countsWanted(allYears.length > 0 ? terms.year : undefined)),
    ];
    const shown = maskHeaders(table.written.header);
    const missing = [...(hasUnit ? [] : ['name']), ...(hasCount ? [] : ['hotline', 'total'])];
    const unread = shown.filter((header) => !isRead(table.written.header, header, table));
    const nearest = missing.map((key) => nearestHeader(key, columns, unread));
    throw new AppError('header-not-found', { file: sheet.file, wanted, found: shown, nearest });
  }
  const seen = table.unknownHeaders.filter((header) => !table.hiddenHeaders.includes(header));
  refuseUnreadChannels(sheet, seen);
  refuseMixedForms(sheet, found, allYears);
  const problems: Problem[] = [...table.problems];
  const gather = new Gatherer(problems, rounded);
  const refusedRows = new Set(table.problems.map((problem) => problem.place?.row));
  for (const { place, values, at } of table.rows) {
    const isRefused = refusedRows.has(place.row);
    const { code, name } = values as RowValues<ReturnType<typeof baseColumns>>;
    const shown = name ?? code;
    if (shown === undefined) {
      if (!isRefused) problems.push({ code: 'value-missing', place, details: { column: '单位名称 / name' } });
      continue;
    }
    const counts = listCounts(values, wide, isLong, terms.year);
    if (counts.length === 0) {
      if (!isRefused) problems.push({ code: 'volume-empty', place, details: { name: shown } });
      continue;
    }
    for (const { year, channel, count, column } of counts) {
      if (year === undefined) {
        if (!isRefused) problems.push({ code: 'value-missing', place, details: { column: '年度 / year' } });
        break;
      }
      if (terms.year !== undefined && year !== terms.year) {
        problems.push({ code: 'years-differ', place, details: { year, asked: terms.year } });
        break;
      }
      const namePlace = at(name === undefined ? 'code' : 'name');
      gather.add({ place, namePlace, code, name, year }, { channel, count, cell: at(column), isLong });
    }
  }
  const hasYear = found.has('year') || allYears.length > 0;
  return { table: { ...table, problems }, volumes: gather.rows(), hasYear };
}

/** Whether a header is that of a column which was read. */
function isRead(
  header: readonly string[],
  one: string,
  { unknownHeaders }: { readonly unknownHeaders: readonly string[] },
): boolean {
  return header.includes(one) && !unknownHeaders.includes(one);
}

/** Words that stand in the headers of channels, whatever else does; a phone to be called is none of them. */
const channelMarks: Readonly<Record<Exclude<VolumeChannel, 'total' | 'other'>, RegExp>> = {
  hotline: /热线|12345|来电|电话(?!号)|hotline|phone|\bcalls?\b/iu,
  online:
    /网办|网上|网络|网站|网民|互联网|线上|微信|微博|小程序|客户端|信箱|邮箱|邮件|短信|\bapp\b|online|website|wechat|e-?mail/iu,
  letter: /来信|信件|信函|letter/iu,
  visit: /来访|走访|接访|visit/iu,
};
const contacts = /联系|办公电话|值班|手机|传真|负责|contact|fax/iu;

/** Refuses headers that hold the word of a channel and were not read: the counts under them would be missing. Errors: `channel-unread`. */
function refuseUnreadChannels(sheet: Sheet, unknown: readonly string[]): void {
  const headers = unknown.flatMap((header) => {
    const channel = Object.entries(channelMarks).find(([, mark]) => mark.test(header))?.[0];
    return channel === undefined || contacts.test(header) ? [] : [{ header, column: channel }];
  });
  if (headers.length > 0) throw new AppError('channel-unread', { file: sheet.file, headers });
}

/** What is looked for where no column holds counts: those of a year, or of any channel. */
function countsWanted(year: number | undefined): string[] {
  return year === undefined
    ? ['热线 / hotline', '网办 / online', '合计 / total']
    : [`${String(year)}年 / ${String(year)}`];
}

function baseColumns(countCell: ReturnType<typeof countReader>) {
  return {
    code: { headers: ['code', '单位编码', '编码', '代码', '单位代码'], parse: parseCode },
    name: { headers: unitHeaders, parse: parseUnitWord },
    year: { headers: ['year', '年度', '年份'], parse: parseYear },
    channel: { headers: channelColumnHeaders, parse: wordReader(volumeChannelWords) },
    count: {
      headers: countHeaders,
      groups: [...countHeaders, '年办理量', '年办件量'],
      parse: countCell,
      isSummed: true,
    },
  } as const;
}

function makeColumns(
  countCell: ReturnType<typeof countReader>,
  years: ReadonlyMap<string, YearColumn>,
): Record<string, Column<unknown>> {
  const counted = (headers: readonly string[]) => ({ headers, parse: countCell, isSummed: true });
  return {
    ...baseColumns(countCell),
    ...Object.fromEntries(volumeChannels.map((channel) => [channel, counted(channelHeaders[channel])])),
    total: { ...counted(channelHeaders.total), isTotal: true },
    ...Object.fromEntries([...years].map(([key, { headers }]) => [key, counted(headers)])),
  };
}

/** A file has one form; where two are mixed nobody can say what a count belongs to. */
function refuseMixedForms(
  sheet: Sheet,
  found: ReadonlySet<string>,
  wide: readonly (readonly [string, YearColumn])[],
): void {
  const [first] = wide;
  const hasOther = ['year', 'channel', 'count', ...volumeChannels].some((key) => found.has(key));
  if (first === undefined || !hasOther) return;
  throw new AppError('header-in-doubt', {
    file: sheet.file,
    header: first[1].headers[0] ?? first[0],
    row: sheet.rows.head[0]?.line ?? 1,
  });
}

interface CellCount {
  readonly year: number | undefined;
  readonly channel: VolumeChannel;
  readonly count: number;
  /** Key of the column it stands in. */
  readonly column: string;
}

function listCounts(
  values: Readonly<Record<string, unknown>>,
  wide: readonly (readonly [string, YearColumn])[],
  isLong: boolean,
  asked: number | undefined,
): CellCount[] {
  const count = (column: string): number | undefined => values[column] as number | undefined;
  if (wide.length > 0) {
    return wide.flatMap(([column, { year, channel }]): CellCount[] => {
      const value = count(column);
      return value === undefined ? [] : [{ year, channel, count: value, column }];
    });
  }
  const year = (values['year'] as number | undefined) ?? asked;
  if (isLong) {
    const column = count('count') === undefined ? 'total' : 'count';
    const value = count(column);
    const channel = values['channel'] as VolumeChannel | undefined;
    return value === undefined || channel === undefined ? [] : [{ year, channel, count: value, column }];
  }
  const counts = volumeChannels.flatMap((channel): CellCount[] => {
    const value = count(channel);
    return value === undefined ? [] : [{ year, channel, count: value, column: channel }];
  });
  const value = count('count');
  if (counts.length === 0 && value !== undefined) {
    counts.push({ year, channel: 'total', count: value, column: 'count' });
  }
  return counts;
}

/** A row that is still being gathered. */
interface Gathered extends VolumeRow {
  readonly counts: Partial<Record<VolumeChannel, number>>;
  readonly places: Partial<Record<VolumeChannel, Place>>;
  readonly rounded: VolumeChannel[];
}

/** Gathers the counts of one unit and year: from the cells of a row, or in a long file from several rows. */
class Gatherer {
  readonly #problems: Problem[];
  readonly #rounded: ReadonlySet<string>;
  readonly #rows: VolumeRow[] = [];
  readonly #byKey = new Map<string, Gathered>();

  constructor(problems: Problem[], rounded: ReadonlySet<string>) {
    this.#problems = problems;
    this.#rounded = rounded;
  }

  add(
    row: Omit<VolumeRow, 'counts'>,
    cell: { channel: VolumeChannel; count: number; cell: Place; isLong: boolean },
  ): void {
    const { channel, count } = cell;
    // Only the rows of a long file belong together; elsewhere a unit that stands twice is found when it is planned.
    const key = JSON.stringify([row.code, row.name, row.year, cell.isLong ? '' : row.place.row]);
    let there = this.#byKey.get(key);
    if (there === undefined) {
      there = { ...row, counts: {}, places: {}, rounded: [] };
      this.#byKey.set(key, there);
      this.#rows.push(there);
    }
    const first = there.places[channel];
    if (first !== undefined) {
      const details = { name: row.name ?? row.code ?? '', first };
      this.#problems.push({ code: 'unit-twice', place: row.place, details });
      return;
    }
    there.counts[channel] = count;
    there.places[channel] = row.place;
    if (this.#rounded.has(cellKey(cell.cell))) there.rounded.push(channel);
  }

  rows(): readonly VolumeRow[] {
    return this.#rows;
  }
}

function cellKey({ row, column }: Place): string {
  return `${String(row)}:${String(column)}`;
}
