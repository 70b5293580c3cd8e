import type { BatchKind } from './batches.ts';
import type { Db, Trx } from './db.ts';

/** What was said of files of one shape: columns by header, what words of columns stand for, and what stands in columns they lack. */
export interface KeptTerms {
  readonly map: Readonly<Record<string, string>>;
  readonly values: readonly { readonly header: string; readonly value: string; readonly meaning: string }[];
  readonly constants: Readonly<Record<string, string>>;
  readonly dates?: 'ymd' | 'mdy' | 'dmy';
}

/** Older versions kept nothing but columns by header. */
function parseKept(json: string): KeptTerms {
  const kept = JSON.parse(json) as Partial<KeptTerms> | Record<string, string>;
  return typeof kept.map === 'object'
    ? { values: [], constants: {}, ...(kept as Partial<KeptTerms>), map: kept.map }
    : { map: kept as Record<string, string>, values: [], constants: {} };
}

/** Lists what was said of earlier files of a kind, by their shape. */
export async function listHeaderMaps(
  db: Db,
  jurisdictionId: number,
  kind: BatchKind,
): Promise<(KeptTerms & { readonly shape: string })[]> {
  const rows = await db
    .selectFrom('headerMap')
    .select(['shape', 'map'])
    .where('jurisdictionId', '=', jurisdictionId)
    .where('kind', '=', kind)
    .execute();
  return rows.map(({ shape, map }) => ({ ...parseKept(map), shape }));
}

/** Keeps what was said of files of one shape; what was kept of that shape gives way. */
export async function replaceHeaderMap(
  trx: Trx,
  jurisdictionId: number,
  { said, ...row }: { kind: BatchKind; shape: string; said: KeptTerms; at: string; by: string },
): Promise<void> {
  await trx
    .deleteFrom('headerMap')
    .where('jurisdictionId', '=', jurisdictionId)
    .where('kind', '=', row.kind)
    .where('shape', '=', row.shape)
    .execute();
  await trx
    .insertInto('headerMap')
    .values({ ...row, jurisdictionId, map: JSON.stringify(said) })
    .execute();
}
