import type { Problem } from '../errors.ts';
import { AppError } from '../errors.ts';
import type { VolumeRow } from '../domain/volume-plan.ts';
import type { Counts } from '../domain/volume.ts';
import { volumeChannels } from '../domain/volume.ts';
import type { Sheet } from './sheet.ts';
import type { ReadTable } from './columns.ts';
import { readTable } from './columns.ts';
import { readCount, readText, readYear } from './values.ts';

const columns = {
  code: { headers: ['code', '单位编码', '编码', '代码'], read: readText },
  name: {
    headers: ['name', '单位名称', '名称', '单位', '承办单位', '部门', 'unit', 'department'],
    read: readText,
  },
  year: { headers: ['year', '年度', '年份'], read: readYear },
  hotline: { headers: ['hotline', '热线', '热线办理量', '热线件数'], read: readCount, isSummed: true },
  online: {
    headers: ['online', '网办', '网办件数', '网上办理量', '网办办理量'],
    read: readCount,
    isSummed: true,
  },
  letter: { headers: ['letter', '来信', '来信件数'], read: readCount, isSummed: true },
  visit: { headers: ['visit', '来访', '来访件数'], read: readCount, isSummed: true },
  other: { headers: ['other', '其他', '其他件数'], read: readCount, isSummed: true },
  total: { headers: ['total', '合计', '年办理量', '年办件量', '总计'], read: readCount, isSummed: true },
} as const;

/** Headers of which a volume file needs at least one. */
const countHeaders = ['热线 / hotline', '网办 / online', '合计 / total'];

/**
 * Reads a sheet as yearly volumes. The year stands in a column or is said with the command; both must agree.
 *
 * Errors: `header-not-found` without a column of units or of counts, `years-several` is left to the caller.
 */
export function readVolumeRows(
  sheet: Sheet,
  askedYear: number | undefined,
): ReadTable<typeof columns> & { readonly volumes: readonly VolumeRow[]; readonly hasYear: boolean } {
  const table = readTable(sheet, columns);
  const hasUnit = table.found.has('code') || table.found.has('name');
  const hasCount = volumeChannels.some((channel) => table.found.has(channel));
  if (!hasUnit || !hasCount) {
    const wanted = [
      ...(hasUnit ? [] : ['单位名称 / name', '单位编码 / code']),
      ...(hasCount ? [] : countHeaders),
    ];
    const found = (sheet.rows[table.skipped]?.cells ?? []).filter((cell) => cell.trim() !== '');
    throw new AppError('header-not-found', { file: sheet.file, wanted, found });
  }
  const hasYear = table.found.has('year');
  const problems: Problem[] = [...table.problems];
  const volumes = table.rows.flatMap(({ place, values }): VolumeRow[] => {
    const { code, name } = values;
    const shown = name ?? code;
    if (shown === undefined) {
      problems.push({ code: 'value-missing', place, details: { column: '单位名称 / name' } });
      return [];
    }
    const counts: Counts = Object.fromEntries(
      volumeChannels.flatMap((channel) =>
        values[channel] === undefined ? [] : [[channel, values[channel]]],
      ),
    );
    const isRefused = table.problems.some((problem) => problem.place?.row === place.row);
    if (Object.keys(counts).length === 0) {
      if (!isRefused) problems.push({ code: 'volume-empty', place, details: { name: shown } });
      return [];
    }
    const year = values.year ?? askedYear;
    if (year === undefined) {
      if (!isRefused) problems.push({ code: 'value-missing', place, details: { column: '年度 / year' } });
      return [];
    }
    if (askedYear !== undefined && year !== askedYear) {
      problems.push({ code: 'years-differ', place, details: { year, asked: askedYear } });
      return [];
    }
    return [{ place, code, name, year, counts }];
  });
  return { ...table, problems, volumes, hasYear };
}
