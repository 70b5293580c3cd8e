import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AppError } from '../../../errors.ts';
import type { Connection, Engine } from './connection.ts';

/** How often a file is read anew that somebody writes meanwhile. */
const attempts = 5;

/**
 * Reads a database into memory that can be read and no more: its folder takes no file, or the file itself may not be
 * written. SQLite would have to put files beside it, which must not be, or which would lock out whoever owns it.
 *
 * Errors: `database-locked` where it is written all the while.
 */
export function readCopy(engine: Engine, path: string, patience: number): Connection {
  for (let attempt = 1; attempt <= attempts; attempt += 1) {
    const before = stampOf(path);
    const file = readFileSync(path);
    const log = existsSync(`${path}-wal`) ? readFileSync(`${path}-wal`) : Buffer.alloc(0);
    if (before === stampOf(path))
      return engine.openInMemory(withoutLog(log.length === 0 ? file : playLog(engine, file, log)));
  }
  throw new AppError('database-locked', { path, seconds: patience });
}

/** Size and time of a file and of the log beside it. */
function stampOf(path: string): string {
  return [path, `${path}-wal`]
    .map((file) => {
      const stat = statSync(file, { throwIfNoEntry: false });
      return stat === undefined ? '-' : `${String(stat.size)} ${String(stat.mtimeMs)}`;
    })
    .join(' ');
}

/** Brings what stands in the log into the file, in a folder of its own that is gone at once. */
function playLog(engine: Engine, file: Buffer, log: Buffer): Buffer {
  const folder = mkdtempSync(join(tmpdir(), 'liaison-'));
  const copy = join(folder, 'copy.db');
  try {
    writeFileSync(copy, file, { mode: 0o600 });
    writeFileSync(`${copy}-wal`, log, { mode: 0o600 });
    const database = engine.open(copy, {});
    try {
      database.rows('pragma wal_checkpoint(truncate)');
    } finally {
      database.close();
    }
    return readFileSync(copy);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Where the header of a file says how it is written and read: 2 with a log beside it, 1 without. */
const [writeVersion, readVersion] = [18, 19];

/** The same database, as one that keeps no log: in memory there is nothing to keep it in. */
function withoutLog(file: Buffer): Buffer {
  for (const at of [writeVersion, readVersion]) if (file[at] === 2) file[at] = 1;
  return file;
}
