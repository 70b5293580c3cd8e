import type { Db, Trx } from './db.ts';
import type { Jurisdiction } from '../domain/jurisdiction.ts';
import { AppError } from '../errors.ts';
import { undoneOperations } from './operation-changes.ts';

function select(db: Db) {
  return db
    .selectFrom('jurisdiction as j')
    .leftJoin('jurisdiction as parent', 'parent.id', 'j.parentId')
    .innerJoin('schemeUse as use', 'use.jurisdictionId', 'j.id')
    .select([
      'j.id',
      'j.code',
      'j.name',
      'j.level',
      'parent.code as parent',
      'j.timeZone',
      'j.areaCode',
      'j.issuers',
      'j.recipients',
      'use.schemeCode',
      'j.unitLimit',
      'j.workHours',
    ])
    .where('use.id', '=', (eb) =>
      eb
        .selectFrom('schemeUse')
        .select(({ fn }) => fn.max('schemeUse.id').as('newest'))
        .whereRef('schemeUse.jurisdictionId', '=', 'j.id')
        .where('schemeUse.operationId', 'not in', undoneOperations(db)),
    );
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
  return (await select(db).orderBy('j.id').execute()).map(read);
}

/** Finds the jurisdiction of a code or name; without one the usual one, or the only one there is. Several and no code is an error that names them. */
export async function getJurisdiction(db: Db, code: string | undefined): Promise<Jurisdiction> {
  const all = await listJurisdictions(db);
  const codes = all.map((one) => one.code);
  if (code === undefined) {
    const [only, ...others] = all;
    const usual = others.length === 0 ? undefined : await findUsual(db);
    const meant = all.find(({ id }) => id === usual);
    if (meant !== undefined) return meant;
    if (only === undefined || others.length > 0) throw new AppError('jurisdiction-needed', { codes });
    return only;
  }
  const wanted = code.normalize('NFKC').toUpperCase();
  const found = all.find((one) => one.code.toUpperCase() === wanted || one.name === code);
  if (found === undefined) throw new AppError('jurisdiction-not-found', { code, codes });
  return found;
}

/** Id of the jurisdiction that is meant where none is named; undefined where nobody said. */
export async function findUsual(db: Db): Promise<number | undefined> {
  const row = await db
    .selectFrom('jurisdiction')
    .select('id')
    .where('usualBy', 'is not', null)
    .orderBy('usualBy', 'desc')
    .executeTakeFirst();
  return row?.id;
}

/** Makes a jurisdiction the one that is meant where none is named. */
export async function markUsual(trx: Trx, id: number, operationId: number): Promise<void> {
  await trx.updateTable('jurisdiction').set({ usualBy: operationId }).where('id', '=', id).execute();
}

/** What the row of a jurisdiction holds. */
export type JurisdictionValues = Omit<Jurisdiction, 'id' | 'parent' | 'schemeCode'> & {
  readonly parentId: number | null;
};

function toColumns<Values extends Partial<JurisdictionValues>>(values: Values) {
  const { issuers, recipients, ...rest } = values;
  return {
    ...rest,
    ...(issuers === undefined ? {} : { issuers: JSON.stringify(issuers) }),
    ...(recipients === undefined ? {} : { recipients: JSON.stringify(recipients) }),
  };
}

/** Adds a jurisdiction; gives its id. It can be read once it has a scheme. */
export async function insertJurisdiction(trx: Trx, values: JurisdictionValues): Promise<number> {
  const { issuers, recipients, ...rest } = values;
  const { id } = await trx
    .insertInto('jurisdiction')
    .values({ ...rest, issuers: JSON.stringify(issuers), recipients: JSON.stringify(recipients) })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export async function updateJurisdiction(
  trx: Trx,
  id: number,
  values: Partial<Omit<JurisdictionValues, 'code'>>,
): Promise<void> {
  await trx.updateTable('jurisdiction').set(toColumns(values)).where('id', '=', id).execute();
}
