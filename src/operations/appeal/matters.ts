import { AppError } from '../../errors.ts';
import type { Jurisdiction } from '../../domain/jurisdiction.ts';
import type { Matter, MatterPlan } from '../../domain/matter.ts';
import { findMatter, planMatters } from '../../domain/matter.ts';
import { nameKey } from '../../domain/unit-name.ts';
import { parseMatterRows } from '../../intake/matter-columns.ts';
import type { SourceFile } from '../../intake/source-file.ts';
import type { SourceTerms } from '../../intake/source.ts';
import { parseFittingSheet, parseSource } from '../../intake/source.ts';
import type { Db } from '../../store/db.ts';
import { countByMatter, insertMatter, listMatters } from '../../store/matters.ts';
import type { ImportTask } from '../import/import-file.ts';
import { describeRead, forEachRow } from '../import/import-file.ts';
import type { LocalWork } from '../kernel/transaction.ts';

/** Reads a file as the list of matters and says how it takes the place of the one in force. */
export async function prepareMatterImport(
  work: LocalWork,
  terms: SourceTerms & { readonly source: SourceFile },
): Promise<ImportTask<MatterPlan>> {
  const { jurisdiction } = work;
  const { source } = terms;
  const read = await parseSource(source, terms);
  const table = parseFittingSheet(read, (sheet) => parseMatterRows(sheet, terms.headers));
  return {
    ...describeRead('matters', source, read, table),
    plan: async (db) => planMatters(table.matters, await listMatters(db, jurisdiction.id)),
    count: ({ added, changed, gone }) => ({
      added: added.length,
      changed: changed.length,
      gone: gone.length,
    }),
    apply: (trx, { matters }, batch, _operation, tick) =>
      forEachRow(matters, tick, (matter) => insertMatter(trx, jurisdiction.id, batch.id, matter)),
  };
}

/** The matter that a person means, as the list writes it; what was written where the city has no list. Errors: `matter-unknown`. */
export async function getMatter(
  db: Db,
  jurisdiction: Jurisdiction,
  written: string | undefined,
): Promise<string | undefined> {
  if (written === undefined) return undefined;
  const matters = await listMatters(db, jurisdiction.id);
  if (matters.length === 0) return written;
  const match = findMatter(matters, written);
  if (match.kind === 'found') return match.matter.name;
  throw new AppError('matter-unknown', { matter: written, suggestions: match.suggestions });
}

/** A matter with how many appeals of it were received. */
export interface CountedMatter extends Matter {
  readonly appeals: number;
  /** Whether it stands on the list; one that does not came with an appeal. */
  readonly isListed: boolean;
}

/** Lists the matters with their appeals; after the list what appeals have that is not on it. */
export async function listCountedMatters(db: Db, jurisdiction: Jurisdiction): Promise<CountedMatter[]> {
  const counts = await countByMatter(db, jurisdiction.id);
  const listed = (await listMatters(db, jurisdiction.id)).map((matter) => ({
    ...matter,
    appeals: counts.get(nameKey(matter.name)) ?? 0,
    isListed: true,
  }));
  const keys = new Set(listed.map(({ name }) => nameKey(name)));
  const others = [...counts]
    .filter(([key]) => !keys.has(key))
    .map(([name, appeals]) => ({ group: null, name, appeals, isListed: false }));
  return [...listed, ...others];
}
