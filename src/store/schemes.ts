import type { Db } from './database.ts';
import type { Scheme } from '../domain/scheme.ts';
import { AppError } from '../errors.ts';

/** Lists the schemes a jurisdiction can use, those the tool brings first. */
export async function listSchemes(db: Db, jurisdictionId: number): Promise<Scheme[]> {
  const rows = await db
    .selectFrom('scheme')
    .select('content')
    .where((eb) => eb.or([eb('jurisdictionId', 'is', null), eb('jurisdictionId', '=', jurisdictionId)]))
    .orderBy('id')
    .execute();
  return rows.map((row) => JSON.parse(row.content) as Scheme);
}

export async function getScheme(db: Db, jurisdictionId: number, code: string): Promise<Scheme> {
  const schemes = await listSchemes(db, jurisdictionId);
  const found = schemes.find((scheme) => scheme.code === code);
  if (found === undefined) {
    throw new AppError('scheme-not-found', { code, codes: schemes.map((scheme) => scheme.code) });
  }
  return found;
}

export async function insertScheme(db: Db, jurisdictionId: number | null, scheme: Scheme): Promise<void> {
  const { code, fromVolumeYear, source } = scheme;
  await db
    .insertInto('scheme')
    .values({ jurisdictionId, code, fromVolumeYear, source, content: JSON.stringify(scheme) })
    .execute();
}
