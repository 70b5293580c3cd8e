import type { Db, Trx } from './db.ts';
import type { Scheme } from '../domain/scheme.ts';
import { AppError } from '../errors.ts';
import { presetFor } from '../domain/scheme-presets.ts';
import { undoneOperations } from './operation-changes.ts';

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

/** Lists the codes of the schemes of all jurisdictions: a code names one scheme in a database. */
export async function listSchemeCodes(db: Db): Promise<string[]> {
  return (await db.selectFrom('scheme').select('code').execute()).map(({ code }) => code);
}

export async function insertScheme(trx: Trx, jurisdictionId: number | null, scheme: Scheme): Promise<void> {
  const { code, fromVolumeYear, source } = scheme;
  await trx
    .insertInto('scheme')
    .values({ jurisdictionId, code, fromVolumeYear, source, content: JSON.stringify(scheme) })
    .execute();
}

/** That a jurisdiction uses a scheme from a volume year on, until it takes another. */
export interface SchemeUse {
  readonly schemeCode: string;
  readonly fromVolumeYear: number;
  readonly at: string;
  readonly by: string;
  /** Whether nobody decided it: the tool began with it. */
  readonly isDefault: boolean;
}

/** Lists which schemes a jurisdiction took into use, the newest decision first; none that was undone. */
export async function listSchemeUses(db: Db, jurisdictionId: number): Promise<SchemeUse[]> {
  const rows = await db
    .selectFrom('schemeUse')
    .innerJoin('jurisdiction', 'jurisdiction.id', 'schemeUse.jurisdictionId')
    .leftJoin('operation', 'operation.id', 'schemeUse.operationId')
    .select([
      'schemeUse.schemeCode',
      'schemeUse.fromVolumeYear',
      'schemeUse.at',
      'schemeUse.by',
      'operation.command',
      'operation.summary',
      'jurisdiction.level',
    ])
    .where('schemeUse.jurisdictionId', '=', jurisdictionId)
    .where('schemeUse.operationId', 'not in', undoneOperations(db))
    .orderBy('schemeUse.id', 'desc')
    .execute();
  return rows.map(({ command, summary, level, ...use }) => ({
    ...use,
    // Older versions did not record that a scheme was said; one that is not the tool's for the level was.
    isDefault: isDefaultUse(command, summary) && use.schemeCode === presetFor(level),
  }));
}

/** Whether a use was only begun with: by what sets up a jurisdiction, and no scheme was said. */
function isDefaultUse(command: string | null, summary: string | null): boolean {
  const isSetUp = command === 'init' || command === 'jurisdiction add';
  return isSetUp && (JSON.parse(summary ?? '{}') as { readonly scheme?: string }).scheme === undefined;
}

export async function insertSchemeUse(
  trx: Trx,
  use: Omit<SchemeUse, 'isDefault'> & { readonly jurisdictionId: number; readonly operationId: number },
): Promise<void> {
  await trx.insertInto('schemeUse').values(use).execute();
}
