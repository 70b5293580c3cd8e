import type { BulletinCheck } from '../../domain/printed-figures.ts';
import { checkBulletin } from '../../domain/bulletin-check.ts';
import { AppError } from '../../errors.ts';
import { parseBulletinFile } from '../../intake/bulletin-file.ts';
import { parseBulletinLine } from '../../intake/bulletin-lines.ts';
import type { SourceFile } from '../../intake/source-file.ts';
import type { ReadNotes } from '../import/import-file.ts';
import type { SourceOptions } from '../import/source-terms.ts';
import { parseSourceOptions } from '../import/source-terms.ts';

/** Printed bulletins that were checked, with what reading their tables found that a person is to be told. */
export interface VerifiedBulletins {
  readonly checks: readonly BulletinCheck[];
  readonly tables: readonly {
    readonly source: { readonly name: string };
    readonly encoding: string;
    readonly rows: number;
    readonly notes: ReadNotes;
  }[];
}

/**
 * Checks the percentages and sums of printed bulletins; no database is asked. Errors: `bulletin-rejected` with all places that cannot be
 * read, `file-no-rows` where there is no figure, those of `parseBulletinFile`.
 */
export async function verifyBulletins(
  source: SourceFile,
  options: SourceOptions,
): Promise<VerifiedBulletins> {
  const { name: file } = source;
  const read = await parseBulletinFile(source, parseSourceOptions(options));
  const { bulletins, encoding, tables } = read;
  const problems = read.problems.toSorted(
    (a, b) => (a.place?.row ?? 0) - (b.place?.row ?? 0) || (a.place?.column ?? 0) - (b.place?.column ?? 0),
  );
  if (problems.length > 0)
    throw new AppError('bulletin-rejected', { file, count: problems.length }, { problems });
  if (bulletins.length === 0) throw new AppError('file-no-rows', { file });
  return {
    checks: bulletins.map(checkBulletin),
    tables: tables.map((table) => ({
      // A — is a figure here.
      ...{
        source: { name: file },
        encoding: encoding ?? '',
        rows: table.rowCount,
        notes: { ...table, blanks: new Map() },
      },
    })),
  };
}

/** Whether a typed line says something that can be checked. */
export function isFigureLine(line: string): boolean {
  return parseBulletinLine(line) !== undefined;
}
