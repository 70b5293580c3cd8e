import type { TableTerms } from './header.ts';
import type { Sheet } from './sheet.ts';
import type { ReadTable } from './columns.ts';
import { parseTable } from './columns.ts';
import type { Problem } from '../problems.ts';
import type { UnitRow } from '../domain/unit-plan.ts';
import { clearableUnitFields } from '../domain/unit-plan.ts';
import { unitColumnHeaders } from '../domain/unit-headers.ts';
import { parseCode, parseCount, parseName, parseText, parseUnitWord, wordReader } from './values.ts';
import { categoryWords } from '../domain/input-words.ts';

const columns = {
  code: { headers: unitColumnHeaders.code, parse: parseCode },
  name: { headers: unitColumnHeaders.name, parse: parseName, isRequired: true },
  shortName: { headers: unitColumnHeaders.shortName, parse: parseName, isClearable: true },
  category: { headers: unitColumnHeaders.category, parse: wordReader(categoryWords) },
  group: { headers: unitColumnHeaders.group, parse: parseText, isClearable: true },
  sort: { headers: unitColumnHeaders.sort, parse: parseCount },
  parent: {
    headers: unitColumnHeaders.parent,
    parse: parseUnitWord,
    isClearable: true,
  },
  leader: {
    headers: unitColumnHeaders.leader,
    parse: parseName,
    isClearable: true,
  },
  leaderTitle: { headers: unitColumnHeaders.leaderTitle, parse: parseText, isClearable: true },
  officeLimit: {
    headers: unitColumnHeaders.officeLimit,
    parse: parseCount,
    isClearable: true,
  },
  outsideReason: {
    headers: unitColumnHeaders.outsideReason,
    parse: parseText,
  },
} as const;

/** How names of bodies end. */
const bodyEnd =
  /(?:局|委|委员会|办|办公室|部|厅|院|所|站|队|处|科|会|社|行|馆|库|场|厂|校|园|港|段|党校|学校|学院|大学|中心|公司|集团|政府|街道|镇|乡|县|区|市|旗|村|社区|银行|医院|法院|检察院|联合会|协会|工会|总队|支队|大队|基地|机关|小组|服务站|管委会|指挥部)(?:[(（][^()（）]*[)）])?$/u;

/** Words for bodies of a sort, which are no name of one: 县（市、区）, 乡镇、街道. */
const sorts = /^各?(?:县|市|区|旗|乡|镇|街道|村|社区|[、，,/()（）及和与])+$/u;

/**
 * Rows of nothing but a name that is no body's, in a list whose other rows have more: they may be headings of groups, and no unit is made of
 * them unseen.
 */
function findHeadings(table: ReadTable<typeof columns>): Problem[] {
  const filled = table.rows.map(({ values }) => Object.keys(values).length);
  const fuller = filled.filter((count) => count > 1).length;
  if (table.rows.length < 3 || fuller < table.rows.length / 2) return [];
  return table.rows.flatMap(({ values: { name }, at }, index): Problem[] =>
    filled[index] !== 1 || name === undefined || (bodyEnd.test(name) && !sorts.test(name))
      ? []
      : [{ code: 'row-maybe-heading', place: at('name'), details: { name } }],
  );
}

/** Reads a sheet as a list of units. */
export function parseUnitRows(
  sheet: Sheet,
  terms?: TableTerms,
): ReadTable<typeof columns> & { readonly units: readonly UnitRow[] } {
  const table = parseTable(sheet, columns, terms);
  const units = table.rows.flatMap(({ place, values, cleared: gone }): UnitRow[] => {
    if (values.name === undefined) return [];
    const cleared = clearableUnitFields.filter((field) => gone.includes(field));
    return [{ ...values, place, name: values.name, ...(cleared.length === 0 ? {} : { cleared }) }];
  });
  return { ...table, units, problems: [...table.problems, ...findHeadings(table)] };
}
