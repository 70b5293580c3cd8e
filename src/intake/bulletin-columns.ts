import type { Printed } from '../domain/printed-value.ts';
import { parsePrinted } from '../domain/printed-value.ts';
import { AppError } from '../errors.ts';
import type { Place, Problem } from '../problems.ts';
import type { BulletinRow } from './bulletin-rows.ts';
import type { Parse, Reading } from './column.ts';
import { rankHeaders } from './column.ts';
import type { ReadTable } from './columns.ts';
import { parseTable } from './columns.ts';
import type { TableTerms } from './header.ts';
import { nearestHeader } from './header.ts';
import type { Sheet } from './sheet.ts';
import { parseText, parseWhole } from './values.ts';

/** Reads a figure as it is printed, as a person sees it. */
export const parsePrintedCell: Parse<Printed> = (text, column, place) => {
  const value = parsePrinted(text);
  if (value !== undefined) return { ok: true, value };
  return { ok: false, problem: { code: 'percentage-not-valid', place, details: { column, value: text } } };
};

/** Reads the parts of a sum: 36516+18190, 36,516 ＋ 18,190、261. */
const parseParts: Parse<readonly number[]> = (text, column, place) => {
  const readings = text
    .replace(/^=/u, '')
    .split(/[+＋、;；]/u)
    .map((part) => parseWhole(part.trim(), column, place));
  const values: number[] = [];
  for (const reading of readings) {
    if (!reading.ok) return reading;
    values.push(reading.value);
  }
  return { ok: true, value: values };
};

/** Reads a base, which is not below nought. */
export const parseBase: Parse<number> = (text, column, place): Reading<number> => {
  const reading = parseWhole(text, column, place);
  return reading.ok && reading.value < 0
    ? { ok: false, problem: { code: 'count-negative', place, details: { column, value: text } } }
    : reading;
};

const columns = rankHeaders({
  bulletin: {
    headers: ['bulletin', '通报', '通报名称', '简报', '月报', '期次', '期号'],
    parse: parseText,
    keepsTotals: true,
  },
  name: {
    headers: ['name', 'item', '名称', '项目', '指标', '类别', '诉求类别', '诉求类型', '事项', '渠道', '单位'],
    parse: parseText,
  },
  num: {
    headers: ['num', 'numerator', 'count', '分子', '件数', '数量', '受理量', '受理件数', '办件量'],
    parse: parseWhole,
  },
  den: {
    headers: ['den', 'denominator', 'base', '分母', '基数', '总数', '总量', '总件数'],
    parse: parseBase,
  },
  printed: {
    headers: [
      ...['printed', 'percentage', 'percent', 'share', 'rate', '%'],
      ...['印刷值', '占比', '占比(%)', '百分比', '百分比(%)', '比例', '比例(%)', '比率', '所占比例'],
    ],
    parse: parsePrintedCell,
  },
  parts: { headers: ['parts', '分项', '各分项', '分项之和', '各项', '构成'], parse: parseParts },
  total: { headers: ['total', 'sum', '合计', '总计', '合计数'], parse: parseWhole },
} as const);

/** A sheet read as rows of a bulletin. */
export type BulletinTable = ReadTable<typeof columns>;

const shareColumns = ['num', 'den', 'printed'] as const;
const sumColumns = ['parts', 'total'] as const;

/**
 * Reads a sheet as rows of percentages and of sums; a row may be both. A bulletin is named once, and the rows below are of it.
 *
 * Errors: those of `parseTable`, `header-not-found` where neither all columns of percentages nor all of sums are there.
 */
export function parseBulletinSheet(
  sheet: Sheet,
  terms: TableTerms | undefined,
  name: string | null,
): {
  readonly table: BulletinTable;
  readonly rows: readonly BulletinRow[];
  readonly problems: readonly Problem[];
} {
  const table = parseTable(sheet, columns, terms);
  const lacking = [shareColumns, sumColumns].map((wanted) => wanted.filter((key) => !table.found.has(key)));
  if (lacking.every((keys) => keys.length > 0)) {
    const [shares = [], sums = []] = lacking;
    // What comes nearest is what is meant: percentages lack one of three, sums one of two.
    const missing = shares.length <= sums.length ? shares : sums;
    const found = table.written.header.filter((header) => header.trim() !== '');
    throw new AppError('header-not-found', {
      file: sheet.file,
      wanted: missing.map((key) => [key, nameInChinese(key)].join(' / ')),
      found,
      nearest:
        table.unknownHeaders.length === 0
          ? []
          : missing.map((key) => nearestHeader(key, columns, table.unknownHeaders)),
    });
  }
  const problems: Problem[] = [...table.problems];
  const told = new Set(table.problems.map(({ place }) => placeKey(place)));
  let bulletin = name;
  const rows = table.rows.map((row): BulletinRow => {
    const { values: cells, place } = row;
    bulletin = cells.bulletin ?? bulletin;
    const { num, den, parts, total } = cells;
    const printed = cells.printed ?? findNone(table, place, row.at('printed'));
    const values = { num, den, printed, parts, total };
    // What could not be read is there all the same.
    const isThere = (key: FigureColumn): boolean =>
      values[key] !== undefined || told.has(placeKey(row.at(key)));
    for (const key of listWanted(isThere, table.found)) {
      const at = row.at(key);
      if (isThere(key)) continue;
      const column = headerOf(table, at) ?? nameInChinese(key);
      problems.push({ code: 'value-missing', place: at, details: { column } });
    }
    const own = cells.name ?? null;
    return {
      bulletin,
      ...(num === undefined || den === undefined || printed === undefined
        ? {}
        : { share: { name: own, num, den, printed } }),
      ...(parts === undefined || total === undefined ? {} : { sum: { name: own, parts, total } }),
    };
  });
  return { table, rows, problems };
}

type FigureColumn = (typeof shareColumns)[number] | (typeof sumColumns)[number];

/** The columns that a row is to fill: those of a percentage once one of them is there, of a sum once its parts are, or its total alone. */
function listWanted(
  isThere: (key: FigureColumn) => boolean,
  found: ReadonlySet<string>,
): readonly FigureColumn[] {
  const isShare = shareColumns.some(isThere);
  const isSum = isThere('parts') || (isThere('total') && !isShare);
  const hasShares = shareColumns.every((key) => found.has(key));
  const isNothing = !isShare && !isSum;
  return [
    ...((isShare || isNothing) && hasShares ? shareColumns : []),
    ...(isSum || (isNothing && !hasShares) ? sumColumns : []),
  ];
}

function placeKey(place: Place | undefined): string {
  return `${String(place?.row ?? 0)} ${String(place?.column ?? 0)}`;
}

function nameInChinese(key: keyof typeof columns): string {
  const names: readonly string[] = columns[key].headers;
  return names.find((header) => /\p{Script=Han}/u.test(header)) ?? key;
}

/** What a cell says that was read as nothing: — is what is printed where there is no base. */
function findNone({ written }: BulletinTable, { row }: Place, { column }: Place): Printed | undefined {
  if (row === undefined || column === undefined) return undefined;
  const text = written.cellsOf(row)[column - 1]?.trim() ?? '';
  const printed = text === '' ? undefined : parsePrinted(text);
  return printed?.number === null ? printed : undefined;
}

function headerOf({ written }: BulletinTable, { column }: Place): string | undefined {
  return column === undefined ? undefined : written.header[column - 1]?.trim();
}
