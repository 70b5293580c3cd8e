import { AppError } from '../errors.ts';

/** The code of the system behind an error, as ENOSPC; nothing where there is none. */
export function codeOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? code : '';
}

const reasons: Readonly<Record<string, 'no-rights' | 'name-too-long' | 'disk-full' | 'read-only'>> = {
  EACCES: 'no-rights',
  EPERM: 'no-rights',
  ENAMETOOLONG: 'name-too-long',
  ENOSPC: 'disk-full',
  EDQUOT: 'disk-full',
  EROFS: 'read-only',
};

/** Turns what writing a file threw into an error for people. */
export function makeWriteFault(error: unknown, file: string): unknown {
  const code = codeOf(error);
  if (code === '') return error;
  const reason = error instanceof Error ? error.message : code;
  return new AppError('file-not-writable', { file, why: reasons[code] ?? 'other', reason }, { cause: error });
}
