import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { AppError } from '../errors.ts';
import type { Context } from './context.ts';
import { writeWhole } from './write-whole.ts';

/** Reads a file a person named, `-` for stdin. Errors: `file-not-found`, `file-not-readable`. */
export async function readInputFile(
  context: Context,
  name: string,
): Promise<{ name: string; bytes: Uint8Array }> {
  if (name === '-') {
    const parts: Buffer[] = [];
    for await (const part of context.host.stdin) parts.push(Buffer.from(part as Uint8Array | string));
    return { name: 'stdin', bytes: Buffer.concat(parts) };
  }
  try {
    return { name: basename(name), bytes: readFileSync(resolve(context.host.cwd, name)) };
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') {
      throw new AppError('file-not-found', { file: name }, { cause: error });
    }
    const reason = error instanceof Error ? error.message : String(error);
    throw new AppError('file-not-readable', { file: name, reason }, { cause: error });
  }
}

/** A folder of spreadsheets, in the order of their names; undefined for what is no folder. Errors: `folder-empty`. */
export function readInputFolder(
  { host }: Context,
  name: string,
): { readonly name: string; readonly files: { name: string; bytes: Uint8Array }[] } | undefined {
  const folder = resolve(host.cwd, name);
  if (name === '-' || statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true) return undefined;
  // What begins with ~$ or . is a lock that Excel or LibreOffice leaves beside an open file.
  const files = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => entry.name)
    .filter((file) => /^(?!~\$|\.).*\.(?:xlsx|xlsm|xls|ods|csv|txt)$/iu.test(file))
    .sort();
  if (files.length === 0) throw new AppError('folder-empty', { folder: name });
  return {
    name: basename(folder),
    files: files.map((file) => ({ name: file, bytes: readFileSync(join(folder, file)) })),
  };
}

/** Writes files into a folder, which is made if need be. Files that are there are left as they are: then none is written. Errors: `file-exists`, `file-not-writable`. */
export function writeFolder(
  { host }: Context,
  name: string,
  files: readonly { readonly name: string; readonly content: Uint8Array }[],
): void {
  const folder = resolve(host.cwd, name);
  const there = files.find((file) => existsSync(join(folder, file.name)));
  if (there !== undefined) throw new AppError('file-exists', { file: join(name, there.name) });
  try {
    // Not recursive: Node goes round for ever where a folder cannot be made, as below /proc.
    if (!existsSync(folder)) mkdirSync(folder);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new AppError('file-not-writable', { file: name, reason }, { cause: error });
  }
  const written: string[] = [];
  try {
    for (const file of files) {
      const path = join(folder, file.name);
      writeWhole(path, file.content);
      written.push(path);
    }
  } catch (error) {
    for (const path of written) rmSync(path, { force: true });
    throw error;
  }
}

/** Backups that migrations wrote beside a database. */
export function listBackupsBeside(path: string): string[] {
  const name = basename(path);
  return readdirSync(dirname(path)).filter(
    (file) => file.startsWith(`${name}.before-`) && file.endsWith('.bak'),
  );
}
