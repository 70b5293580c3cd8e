import { existsSync, mkdirSync, readdirSync, readFileSync, rmdirSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { AppError } from '../errors.ts';
import { maskText } from '../domain/masking.ts';
import type { Context } from './context.ts';
import type { InputFile } from './disk-file.ts';
import { DiskFile } from './disk-file.ts';
import { writeOutput, writeOutputPieces } from './output-file.ts';
import { makeWriteFault } from './write-fault.ts';

/** From so many bytes on a file takes long. */
const largeFile = 4_000_000;

/** Reads a file a person named, `-` for stdin. Errors: `file-not-found`, `file-not-readable`. */
export async function readInputFile(context: Context, name: string): Promise<InputFile> {
  if (name === '-') {
    const parts: Buffer[] = [];
    for await (const part of context.host.stdin) parts.push(Buffer.from(part as Uint8Array | string));
    return { name: 'stdin', bytes: Buffer.concat(parts) };
  }
  try {
    const file = new DiskFile(shownName(name), context.resolvePath(name));
    if ((file.parts?.size ?? 0) > largeFile) context.host.expectLongWork();
    return file;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') {
      throw new AppError('file-not-found', { file: name }, { cause: error });
    }
    const reason = error instanceof Error ? error.message : String(error);
    throw new AppError('file-not-readable', { file: name, reason }, { cause: error });
  }
}

/** The name of a file as it is told and kept: it may hold whose appeals are in it. */
function shownName(path: string): string {
  return maskText(basename(path), { caller: null, phone: null });
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}

/** A folder that is read as one: its spreadsheets, and what else is in it by name. */
export interface InputFolder {
  readonly name: string;
  readonly files: readonly { readonly name: string; readonly bytes: Uint8Array }[];
  /** Folders, links and files of other kinds, which are not read. */
  readonly others: readonly string[];
}

/** Reads a folder of spreadsheets, in the order of their names; undefined for what is no folder. Errors: `folder-empty`. */
export function readInputFolder(context: Context, name: string): InputFolder | undefined {
  const folder = context.resolvePath(name);
  if (name === '-' || !isFolder(folder)) return undefined;
  // What begins with ~$ or . is a lock that Excel or LibreOffice leaves beside an open file, or a mark of the system.
  const entries = readdirSync(folder, { withFileTypes: true }).filter(
    (entry) => !/^(?:~\$|\.)|^(?:thumbs\.db|desktop\.ini)$/iu.test(entry.name),
  );
  const isSheet = (entry: (typeof entries)[number]): boolean =>
    entry.isFile() && /\.(?:xlsx|xlsm|xlsb|xls|et|ods|fods|csv|txt)$/iu.test(entry.name);
  const files = entries
    .filter(isSheet)
    .map((entry) => entry.name)
    .sort();
  if (files.length === 0) throw new AppError('folder-empty', { folder: name });
  return {
    others: entries
      .filter((entry) => !isSheet(entry))
      .map((entry) => `${shownName(entry.name)}${entry.isDirectory() ? '/' : ''}`)
      .sort(),
    name: shownName(folder),
    files: files.map((file) => ({ name: shownName(file), bytes: readFileSync(join(folder, file)) })),
  };
}

/** Refuses to write over a file that somebody may have worked on. Errors: `file-exists`. */
export function refuseThere(context: Context, name: string | undefined): void {
  if (name !== undefined && name !== '-' && existsSync(context.resolvePath(name)))
    throw new AppError('file-exists', { file: name });
}

/** A folder that files with personal data are written into: all of them or none. */
interface FolderDraft {
  readonly folder: string;
  /** Where a file goes, how it is named to a person, and on what terms it is written; it is taken back with the others. */
  readonly add: (file: string) => {
    readonly path: string;
    readonly shown: string;
    readonly terms: Parameters<typeof writeOutput>[4];
  };
  readonly takeBack: () => void;
}

function beginFolder(context: Context, name: string): FolderDraft {
  const folder = context.resolvePath(name);
  const isMade = makeFolder(folder, name);
  const written: string[] = [];
  const terms = { isPersonal: true, guarded: { database: context.databasePath, inputs: [] } };
  return {
    folder,
    add: (file) => {
      const path = join(folder, file);
      written.push(path);
      return { path, shown: join(name, file), terms };
    },
    takeBack: () => {
      for (const path of written) rmSync(path, { force: true });
      if (isMade) rmdirSync(folder);
    },
  };
}

/**
 * Writes files with personal data into a folder, which is made if need be: all of them or none. Files that are there are left
 * as they are.
 *
 * Errors: `file-exists`, `output-folder-missing`, `output-refused`, `file-not-writable`.
 */
export function writeFolder(
  context: Context,
  name: string,
  files: readonly { readonly name: string; readonly content: Uint8Array }[],
): void {
  const { folder, add, takeBack } = beginFolder(context, name);
  try {
    const there = files.find((file) => existsSync(join(folder, file.name)));
    if (there !== undefined) throw new AppError('file-exists', { file: join(name, there.name) });
    for (const file of files) {
      const { path, shown, terms } = add(file.name);
      writeOutput(context.host, shown, path, file.content, terms);
    }
  } catch (error) {
    takeBack();
    throw error;
  }
}

/** The content of a file, piece by piece. */
type Pieces = Iterable<string> | AsyncIterable<string>;

/**
 * Has files with personal data written into a folder of their own, each piece by piece: all of them or none, also where a person interrupts. The
 * folder is made, or is there and empty.
 *
 * Errors: `file-exists` for a folder that something lies in, `interrupted`, those of `writeFolder` and of the task.
 */
export async function writeWholeFolder<Result>(
  context: Context,
  name: string,
  task: (write: (file: string, pieces: Pieces) => Promise<void>) => Promise<Result>,
): Promise<Result> {
  const { host } = context;
  const { folder, add, takeBack } = beginFolder(context, name);
  const [first] = readdirSync(folder);
  if (first !== undefined) throw new AppError('file-exists', { file: join(name, first) });
  let isInterrupted = false;
  const release = host.onInterrupt(() => {
    isInterrupted = true;
  });
  async function* untilInterrupted(pieces: Pieces): AsyncGenerator<string> {
    for await (const piece of pieces) {
      yield piece;
      // Lets an interrupt come in.
      await new Promise((resolve) => setImmediate(resolve));
      if (isInterrupted) throw new AppError('interrupted', {});
    }
  }
  try {
    return await task(async (file, pieces) => {
      const { path, shown, terms } = add(file);
      await writeOutputPieces(host, shown, path, untilInterrupted(pieces), terms);
    });
  } catch (error) {
    takeBack();
    throw error;
  } finally {
    release();
  }
}

/** Makes a folder where there is none; whether it was made. */
function makeFolder(folder: string, name: string): boolean {
  if (isFolder(folder)) return false;
  if (existsSync(folder)) {
    throw new AppError('file-not-writable', { file: name, why: 'not-a-folder', reason: 'ENOTDIR' });
  }
  if (!isFolder(dirname(folder)))
    throw new AppError('output-folder-missing', { file: name, folder: dirname(name) });
  try {
    // Not recursive: Node goes round for ever where a folder cannot be made, as below /proc.
    mkdirSync(folder);
    return true;
  } catch (error) {
    throw makeWriteFault(error, name);
  }
}

/** Backups that migrations wrote beside a database. */
export function listBackupsBeside(path: string): string[] {
  const name = basename(path);
  return readdirSync(dirname(path)).filter(
    (file) => file.startsWith(`${name}.before-`) && file.endsWith('.bak'),
  );
}
