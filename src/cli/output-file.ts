import {
  accessSync,
  closeSync,
  constants,
  fchmodSync,
  fsyncSync,
  lstatSync,
  openSync,
  readSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import type { Stats } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { ErrorDetails } from '../errors.ts';
import { AppError } from '../errors.ts';
import { draftName, draftOwner } from '../domain/draft-name.ts';
import { companions, removeLeftovers } from '../store/engine/sqlite/drafts.ts';
import type { Host } from './host.ts';
import { codeOf, makeWriteFault } from './write-fault.ts';

/** What an output must never be written over. */
export interface Guarded {
  /** The database of the command. */
  readonly database: string;
  /** Files and folders that the command reads. */
  readonly inputs: readonly string[];
}

/** Longest name of a file, in bytes, on every file system in use. */
const longestName = 255;

/**
 * Says whether a file may be written there, and whether one is there that it will replace; nothing is left behind. `name` is
 * what the person called it.
 *
 * Errors: `output-folder-missing`, `output-refused` for a database, an input, and what is no plain file, `file-not-writable`.
 */
export function checkOutput(host: Host, name: string, path: string, guarded: Guarded): boolean {
  const folder = dirname(path);
  if (statOf(folder)?.isDirectory() !== true)
    throw new AppError('output-folder-missing', { file: name, folder: dirname(name) });
  if (Buffer.byteLength(basename(path)) > longestName)
    throw new AppError('file-not-writable', { file: name, why: 'name-too-long', reason: 'ENAMETOOLONG' });
  const there = lstatOf(path);
  const why = findGuard(path, there, guarded);
  if (why !== undefined) throw new AppError('output-refused', { file: name, why });
  // Whether the folder takes files is found out by putting one there.
  const draft = openDraft(host, name, folder, 0o600);
  closeSync(draft.file);
  rmSync(draft.path, { force: true });
  return there !== undefined;
}

/** Refuses a folder for outputs under a name that belongs to a database. Errors: `output-refused`. */
export function checkFolder(name: string, path: string, guarded: Guarded): void {
  const why = findGuard(path, undefined, guarded);
  if (why !== undefined) throw new AppError('output-refused', { file: name, why });
}

/** What becomes of a file that is written. */
interface FileTerms {
  readonly isPersonal: boolean;
  readonly guarded: Guarded;
}

/**
 * Writes a file whole or not at all: into a new file of a name nobody had, then in place of what was there. One with personal
 * data is for its owner alone.
 *
 * Errors: `output-refused`, `file-not-writable`.
 */
export function writeOutput(
  host: Host,
  name: string,
  path: string,
  content: string | Uint8Array,
  terms: FileTerms,
): void {
  const draft = beginOutput(host, name, path, terms);
  try {
    draft.write(content);
    draft.put();
  } catch (error) {
    draft.discard();
    throw error;
  }
}

/** Writes a file as `writeOutput` does, of what comes piece by piece. Errors: the same, and whatever the pieces end with. */
export async function writeOutputPieces(
  host: Host,
  name: string,
  path: string,
  pieces: AsyncIterable<string> | Iterable<string>,
  terms: FileTerms,
): Promise<void> {
  const draft = beginOutput(host, name, path, terms);
  try {
    for await (const piece of pieces) draft.write(piece);
    draft.put();
  } catch (error) {
    draft.discard();
    throw error;
  }
}

/** A file that is begun: what is written into it stands under its own name once it is put there. */
interface OutputDraft {
  /** Errors of both: `file-not-writable`. */
  readonly write: (content: string | Uint8Array) => void;
  readonly put: () => void;
  readonly discard: () => void;
}

function beginOutput(
  host: Host,
  name: string,
  path: string,
  { isPersonal, guarded }: FileTerms,
): OutputDraft {
  const there = lstatOf(path);
  // Looked at again: the command itself may have put a file there since.
  const why = findGuard(path, there, guarded);
  if (why !== undefined) throw new AppError('output-refused', { file: name, why });
  const draft = openDraft(host, name, dirname(path), isPersonal ? 0o600 : 0o666);
  let isOpen = true;
  const close = (): void => {
    if (isOpen) closeSync(draft.file);
    isOpen = false;
  };
  const run = (task: () => void): void => {
    try {
      task();
    } catch (error) {
      throw makeWriteFault(error, name);
    }
  };
  return {
    write: (content) => {
      run(() => {
        writeFileSync(draft.file, content);
      });
    },
    put: () => {
      run(() => {
        // A file that is replaced keeps its rights.
        if (!isPersonal && there !== undefined) fchmodSync(draft.file, there.mode & 0o777);
        fsyncSync(draft.file);
        close();
        renameSync(draft.path, path);
      });
    },
    discard: () => {
      close();
      rmSync(draft.path, { force: true });
    },
  };
}

/** Makes a new file under a name that nobody had; what killed runs left in the folder goes. */
function openDraft(
  host: Host,
  name: string,
  folder: string,
  mode: number,
): { readonly path: string; readonly file: number } {
  try {
    removeLeftovers(folder, host);
    for (let count = 1; ; count += 1) {
      const path = join(folder, draftName(host.pid, count));
      try {
        return { path, file: openSync(path, 'wx', mode) };
      } catch (error) {
        if (codeOf(error) !== 'EEXIST') throw error;
      }
    }
  } catch (error) {
    throw makeWriteFault(error, name);
  }
}

/** What a file that is there is guarded as; undefined for one that may be replaced, and where there is none. */
function findGuard(
  path: string,
  there: Stats | undefined,
  { database, inputs }: Guarded,
): ErrorDetails['output-refused']['why'] | undefined {
  if (draftOwner(basename(path)) !== undefined) return 'draft';
  const own = [database, ...companions.map((ending) => database + ending)];
  const ending = companions.find((one) => path.endsWith(one));
  const isBeside = ending !== undefined && isDatabase(path.slice(0, -ending.length));
  if (own.some((file) => isSame(path, there, file))) return 'database';
  if (isBeside) return 'beside';
  if (inputs.some((file) => isSame(path, there, file))) return 'input';
  if (there === undefined) return undefined;
  if (!there.isFile()) return 'not-a-file';
  const folder = realpathSync(dirname(path));
  // A folder is read whole.
  if (inputs.some((file) => statOf(file)?.isDirectory() === true && realpathSync(file) === folder))
    return 'input';
  if (!isReadable(path)) return 'not-readable';
  return isDatabase(path) ? 'database' : undefined;
}

/** Whether what is in a file can be looked at. */
function isReadable(path: string): boolean {
  try {
    accessSync(path, constants.R_OK);
    return true;
  } catch {
    return false;
  }
}

/** Whether two names lead to one file, by whatever way; of a file that is not there yet, by its name. */
function isSame(path: string, there: Stats | undefined, other: string): boolean {
  if (path === other || placeOf(path) === placeOf(other)) return true;
  const second = statOf(other);
  return there !== undefined && second !== undefined && there.ino === second.ino && there.dev === second.dev;
}

/** A name by the folder it leads to, whatever links lead there. */
function placeOf(path: string): string {
  try {
    return join(realpathSync(dirname(path)), basename(path));
  } catch {
    return path;
  }
}

const signature = Buffer.from('SQLite format 3\0');

/** Whether a file is an SQLite database, whosever it is; one that cannot be read may be. */
function isDatabase(path: string): boolean {
  if (statOf(path)?.isFile() !== true) return false;
  const head = Buffer.alloc(signature.length);
  try {
    const file = openSync(path, 'r');
    try {
      readSync(file, head, 0, head.length, 0);
    } finally {
      closeSync(file);
    }
  } catch {
    return true;
  }
  return head.equals(signature);
}

function statOf(path: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}

function lstatOf(path: string): Stats | undefined {
  try {
    return lstatSync(path, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}
