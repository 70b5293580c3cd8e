import { statfsSync } from 'node:fs';
import { dirname } from 'node:path';
import { AppError, isAppError } from '../../../errors.ts';

/** Seconds for which a write waits for another process, as the error about it says. */
let patience = 5;

export function setPatience(seconds: number): void {
  patience = seconds;
}

function codeOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? code : '';
}

/** Turns what the engine throws into an error for people where they can do something about it; else gives it back. */
export function makeFault(error: unknown, path: string): unknown {
  const code = codeOf(error);
  const reason = error instanceof Error ? error.message : String(error);
  const cause = { cause: error };
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED')) {
    return new AppError('database-locked', { path, seconds: patience }, cause);
  }
  if (code.startsWith('SQLITE_READONLY')) return new AppError('database-read-only', { path }, cause);
  if (code === 'SQLITE_NOTADB') return new AppError('database-foreign', { path }, cause);
  if (code === 'SQLITE_FULL' || code === 'ENOSPC' || code === 'EDQUOT' || isForWantOfRoom(code, path))
    return new AppError('disk-full', { path }, cause);
  if (code.startsWith('SQLITE_CORRUPT')) return new AppError('database-damaged', { path, reason }, cause);
  if (
    code.startsWith('SQLITE_CANTOPEN') ||
    code.startsWith('SQLITE_IOERR') ||
    code === 'SQLITE_PERM' ||
    code === 'EACCES' ||
    code === 'ENOENT' ||
    code === 'ENAMETOOLONG' ||
    code === 'ENOTDIR' ||
    code === 'ELOOP' ||
    code === 'EPERM' ||
    code === 'EROFS'
  ) {
    return new AppError('database-not-openable', { path, reason }, cause);
  }
  return error;
}

/** The same for what is thrown as a file is opened: whatever else the engine says of it then, it is not one that it can read. */
export function makeOpenFault(error: unknown, path: string): unknown {
  const fault = makeFault(error, path);
  if (isAppError(fault) || !codeOf(error).startsWith('SQLITE_')) return fault;
  const reason = error instanceof Error ? error.message : String(error);
  return new AppError('database-damaged', { path, reason }, { cause: error });
}

/** Bytes that SQLite needs beside a database even to read it. */
const smallestRoom = 65_536;

/** Whether SQLite could not make or fill a file beside the database because there is no room for it. */
function isForWantOfRoom(code: string, path: string): boolean {
  if (!code.startsWith('SQLITE_IOERR') && !code.startsWith('SQLITE_CANTOPEN')) return false;
  try {
    const { bavail, bsize } = statfsSync(dirname(path));
    return bavail * bsize < smallestRoom;
  } catch {
    return false;
  }
}
