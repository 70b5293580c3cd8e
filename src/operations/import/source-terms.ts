import { AppError } from '../../errors.ts';
import type { Jurisdiction } from '../../domain/jurisdiction.ts';
import type { SourceTerms } from '../../intake/source.ts';
import type { BatchKind } from '../../store/batches.ts';
import { listHeaderMaps } from '../../store/header-maps.ts';
import type { Db } from '../../store/db.ts';

/** What a command says of how its file is to be read. */
export interface SourceOptions extends Omit<SourceTerms, 'headers'> {
  /** Pairs of header and column, `热线受理=hotline`. */
  readonly map?: readonly string[];
  readonly saveMap?: boolean;
}

/** How a file is to be read: as its command says, and as was said of earlier files of this kind. */
export async function makeSourceTerms(
  { store, jurisdiction }: { readonly store: { readonly db: Db }; readonly jurisdiction: Jurisdiction },
  kind: BatchKind,
  options: SourceOptions,
): Promise<SourceTerms> {
  const { encoding, tab, fillDown, map = [], saveMap = false } = options;
  if (saveMap && map.length === 0) throw new AppError('value-missing', { fields: ['map'] });
  const saved = await listHeaderMaps(store.db, jurisdiction.id, kind);
  return { encoding, tab, fillDown, headers: { map: new Map(map.map(parsePair)), saved } };
}

function parsePair(value: string): [header: string, column: string] {
  const at = value.lastIndexOf('=');
  const [header, column] = [value.slice(0, Math.max(at, 0)).trim(), value.slice(at + 1).trim()];
  if (header === '' || column === '') {
    throw new AppError('value-invalid', { field: 'map', value, example: '"热线受理=hotline"' });
  }
  return [header, column];
}
