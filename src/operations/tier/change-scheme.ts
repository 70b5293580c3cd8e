import { AppError } from '../../errors.ts';
import { canonicalJson } from '../../domain/canonical.ts';
import type { Jurisdiction } from '../../domain/jurisdiction.ts';
import type { SchemeDraft } from '../../domain/scheme-draft.ts';
import { parseScheme } from '../../domain/scheme-draft.ts';
import type { Scheme } from '../../domain/scheme.ts';
import type { SourceFile } from '../../intake/source-file.ts';
import type { Db } from '../../store/db.ts';
import {
  getScheme,
  insertScheme,
  insertSchemeUse,
  listSchemeCodes,
  listSchemes,
  listSchemeUses,
} from '../../store/schemes.ts';
import type { LocalWork } from '../kernel/transaction.ts';
import { transaction } from '../kernel/transaction.ts';

/** A scheme that was added, or was there with the same content. */
export interface AddedScheme {
  readonly scheme: Scheme;
  readonly isNew: boolean;
}

/**
 * Adds a scheme. A scheme never changes: one that is to read otherwise gets a code of its own and succeeds it. Without a
 * code it is named after its jurisdiction and its first volume year.
 *
 * Errors: `scheme-invalid` with every fault of its bands, `scheme-code-taken` when the code means another scheme.
 */
export async function addScheme(
  asked: LocalWork,
  draft: Omit<SchemeDraft, 'code'> & { readonly code?: string | undefined },
): Promise<AddedScheme> {
  const { store, jurisdiction } = asked;
  const codes = await listSchemeCodes(store.db);
  const own = `${jurisdiction.code.toLowerCase()}-${String(draft.fromVolumeYear)}`;
  const code = draft.code ?? findFreeCode(own, codes);
  const { scheme, problems } = parseScheme({ ...draft, code });
  if (problems.length > 0) throw new AppError('scheme-invalid', { code }, { problems });
  const there = (await listSchemes(store.db, jurisdiction.id)).find((one) => one.code === code);
  if (there !== undefined && canonicalJson(there) === canonicalJson(scheme)) return { scheme, isNew: false };
  return transaction(asked, async (trx, operation) => {
    const taken = await listSchemeCodes(trx);
    if (taken.includes(code))
      throw new AppError('scheme-code-taken', { code, free: findFreeCode(code, taken) });
    await operation.seal({ scheme });
    await insertScheme(trx, jurisdiction.id, scheme);
    return { result: { scheme, isNew: true }, summary: { scheme: code } };
  });
}

function findFreeCode(wanted: string, taken: readonly string[]): string {
  let code = wanted;
  for (let number = 2; taken.includes(code); number += 1) code = `${wanted}-${String(number)}`;
  return code;
}

/**
 * Adds a scheme from a JSON file, such as `scheme show --json` writes. Errors: `file-not-json`, `scheme-invalid` with the
 * place of each fault, `scheme-code-taken`.
 */
export async function importScheme(work: LocalWork, source: SourceFile): Promise<AddedScheme> {
  const { parseSchemeFile } = await import('../../intake/scheme-file.ts');
  const reading = parseSchemeFile(source);
  if ('problems' in reading) {
    throw new AppError('scheme-invalid', { code: source.name }, { problems: reading.problems });
  }
  return addScheme(work, reading.draft);
}

/**
 * Takes a scheme into use from a volume year on, its own first year unless said; adopted runs stay as they are.
 *
 * Errors: `scheme-not-found`, `scheme-year-too-early`.
 */
export async function takeScheme(
  asked: LocalWork,
  terms: { readonly code: string; readonly fromVolumeYear?: number | undefined },
): Promise<{ readonly scheme: Scheme; readonly fromVolumeYear: number }> {
  return transaction(asked, async (trx, operation, work) => {
    const { jurisdiction, now: at, by } = work;
    const scheme = await getScheme(trx, jurisdiction.id, terms.code);
    const fromVolumeYear = terms.fromVolumeYear ?? scheme.fromVolumeYear;
    refuseEarlier(scheme, fromVolumeYear);
    await operation.seal({ schemeUse: scheme.code, jurisdiction: jurisdiction.code, fromVolumeYear });
    await insertSchemeUse(trx, {
      jurisdictionId: jurisdiction.id,
      schemeCode: scheme.code,
      fromVolumeYear,
      at,
      by,
      operationId: operation.id,
    });
    return { result: { scheme, fromVolumeYear }, summary: { scheme: scheme.code, from: fromVolumeYear } };
  });
}

/**
 * The scheme of a volume year: the one named, else the one taken into use last from that year or an earlier one.
 *
 * Errors: `scheme-not-found`, `scheme-year-too-early` when none holds for so early a year.
 */
export async function getSchemeOfYear(
  db: Db,
  jurisdiction: Jurisdiction,
  year: number,
  code?: string,
): Promise<Scheme> {
  const uses = await listSchemeUses(db, jurisdiction.id);
  const used = uses.find((use) => use.fromVolumeYear <= year);
  const [first] = [...uses].sort((a, b) => a.fromVolumeYear - b.fromVolumeYear);
  if (code === undefined && used === undefined && first !== undefined) {
    throw new AppError('scheme-year-too-early', { code: first.schemeCode, from: first.fromVolumeYear, year });
  }
  const scheme = await getScheme(db, jurisdiction.id, code ?? used?.schemeCode ?? jurisdiction.schemeCode);
  refuseEarlier(scheme, year);
  return scheme;
}

/** Whether a scheme held for a volume year only because the tool began with it, and nobody decided it since; that another was decided is no matter. */
export async function isDefaultScheme(
  db: Db,
  jurisdictionId: number,
  { code, year }: { readonly code: string; readonly year: number },
): Promise<boolean> {
  const uses = (await listSchemeUses(db, jurisdictionId)).filter(
    (use) => use.schemeCode === code && use.fromVolumeYear <= year,
  );
  return uses.length > 0 && uses.every(({ isDefault }) => isDefault);
}

function refuseEarlier({ code, fromVolumeYear }: Scheme, year: number): void {
  if (year < fromVolumeYear)
    throw new AppError('scheme-year-too-early', { code, from: fromVolumeYear, year });
}
