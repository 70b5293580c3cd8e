import type { Db } from './database.ts';
import type { Jurisdiction } from '../domain/jurisdiction.ts';
import { AppError } from '../errors.ts';

function select(db: Db) {
  return db
    .selectFrom('jurisdiction')
    .select([
      'id',
      'code',
      'name',
      'level',
      'timeZone',
      'areaCode',
      'issuers',
      'recipients',
      'schemeCode',
      'unitLimit',
    ]);
}

type Row = Awaited<ReturnType<ReturnType<typeof select>['executeTakeFirstOrThrow']>>;

function read(row: Row): Jurisdiction {
  const { issuers, recipients, ...rest } = row;
  return {
    ...rest,
    issuers: JSON.parse(issuers) as string[],
    recipients: JSON.parse(recipients) as string[],
  };
}

export async function listJurisdictions(db: Db): Promise<Jurisdiction[]> {
  return (await select(db).orderBy('id').execute()).map(read);
}

/** Finds the jurisdiction of a code; without one the only one there is. Several and no code is an error that names them. */
export async function getJurisdiction(db: Db, code: string | undefined): Promise<Jurisdiction> {
  const all = await listJurisdictions(db);
  const codes = all.map((one) => one.code);
  if (code === undefined) {
    const [only, ...others] = all;
    if (only === undefined || others.length > 0) throw new AppError('jurisdiction-needed', { codes });
    return only;
  }
  const wanted = code.normalize('NFKC').toUpperCase();
  const found = all.find((one) => one.code.toUpperCase() === wanted || one.name === code);
  if (found === undefined) throw new AppError('jurisdiction-not-found', { code, codes });
  return found;
}

export async function insertJurisdiction(db: Db, values: Omit<Jurisdiction, 'id'>): Promise<Jurisdiction> {
  const { issuers, recipients, ...rest } = values;
  const row = await db
    .insertInto('jurisdiction')
    .values({
      ...rest,
      parentId: null,
      issuers: JSON.stringify(issuers),
      recipients: JSON.stringify(recipients),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return { ...values, id: row.id };
}
