import { AppError } from '../../errors.ts';
import type { Jurisdiction } from '../../domain/jurisdiction.ts';
import type { DayOrder } from '../../domain/time.ts';
import type { TableTerms, ValueMapping } from '../../intake/header.ts';
import type { Delimiter } from '../../intake/delimiter.ts';
import type { SourceChoice, SourceTerms } from '../../intake/source.ts';
import type { BatchKind } from '../../store/batches.ts';
import { listHeaderMaps } from '../../store/header-maps.ts';
import type { Db } from '../../store/db.ts';

export type { Delimiter, SourceChoice };

/** What a command says of how its file is to be read. */
export interface SourceOptions extends Omit<SourceTerms, 'headers' | 'delimiter'> {
  /** Pairs of header and column, `热线受理=hotline`; `二级分类=` sets a header aside. */
  readonly map?: readonly string[];
  /** Words of a column and what they stand for, `渠道:微信公众号=online`. */
  readonly mapValue?: readonly string[];
  /** What stands in every row of a column that the file lacks, `channel=hotline`. */
  readonly set?: readonly string[];
  readonly dates?: DayOrder;
  readonly delimiter?: Delimiter;
  readonly saveMap?: boolean;
}

/** How a file is to be read: as its command says, and as was said of earlier files of this kind. */
export async function makeSourceTerms(
  { store, jurisdiction }: { readonly store: { readonly db: Db }; readonly jurisdiction: Jurisdiction },
  kind: BatchKind,
  options: SourceOptions,
): Promise<SourceTerms> {
  const { map = [], mapValue = [], set = [], dates, saveMap = false } = options;
  if (saveMap && map.length + mapValue.length + set.length === 0 && dates === undefined)
    throw new AppError('value-missing', { fields: ['map'] });
  const saved = await listHeaderMaps(store.db, jurisdiction.id, kind);
  return parseSourceOptions(options, saved);
}

/** How a file is to be read as its command says. Errors: `value-invalid`. */
export function parseSourceOptions(
  { encoding, delimiter, tab, fillDown, dates, map = [], mapValue = [], set = [] }: SourceOptions,
  saved: TableTerms['saved'] = [],
): SourceTerms {
  const headers = {
    map: new Map(map.map((value) => parsePair('map', value, '"热线受理=hotline"'))),
    values: mapValue.map(parseValueMapping),
    constants: new Map(set.map((value) => parsePair('set', value, 'channel=hotline'))),
    saved,
    ...(dates === undefined ? {} : { dates }),
  };
  return { encoding, tab, fillDown, headers, ...(delimiter === undefined ? {} : { delimiter }) };
}

/** Cuts `热线受理=hotline`; what is behind the sign may be empty where that means something. */
function parsePair(field: 'map' | 'set', value: string, example: string): [name: string, given: string] {
  const at = value.lastIndexOf('=');
  const [name, given] = [value.slice(0, Math.max(at, 0)).trim(), value.slice(at + 1).trim()];
  if (at < 0 || name === '' || (given === '' && field === 'set'))
    throw new AppError('value-invalid', { field, value, example });
  return [name, given];
}

/** Cuts `渠道:微信公众号=online` into the column, the word and what it stands for. */
function parseValueMapping(value: string): ValueMapping {
  const [front, meaning] = [
    value.slice(0, Math.max(value.lastIndexOf('='), 0)),
    value.slice(value.lastIndexOf('=') + 1),
  ];
  const found = /^(?<header>[^:：]+)[:：](?<word>.+)$/su.exec(front)?.groups;
  const { header = '', word = '' } = found ?? {};
  if (header.trim() === '' || word.trim() === '')
    throw new AppError('value-invalid', { field: 'mapValue', value, example: '"渠道:微信公众号=online"' });
  return { header: header.trim(), value: word.trim(), meaning: meaning.trim() };
}
