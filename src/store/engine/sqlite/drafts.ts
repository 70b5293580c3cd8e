import { existsSync, linkSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { AppError } from '../../../errors.ts';
import { draftName, draftOwner, isOlderDraft } from '../../../domain/draft-name.ts';
import { findNetworkFileSystem } from './place.ts';

/** Who makes files: the number of a process, and whether one of a number runs. */
export interface Maker {
  readonly pid: number;
  readonly isRunning: (pid: number) => boolean;
}

/** What SQLite keeps beside a database under its name. */
export const companions = ['-wal', '-shm', '-journal'] as const;

/** What is there under the name of a database: its file, or what SQLite would take for its log; undefined where the name is free. */
export function findTaken(path: string): string | undefined {
  return ['', ...companions].map((ending) => path + ending).find((file) => existsSync(file));
}

/** Refuses a name that SQLite gives to what it keeps beside a database that is there. Errors: `output-refused`. */
function refuseCompanion(path: string): void {
  const ending = companions.find((one) => path.endsWith(one));
  if (ending !== undefined && existsSync(path.slice(0, -ending.length)))
    throw new AppError('output-refused', { file: path, why: 'beside' });
}

/**
 * Gives a name, not taken yet, under which a file is written until it is whole; what killed runs left in its folder goes. Errors: `output-refused` for a
 * name beside another database.
 */
export function claimDraft(path: string, maker: Maker): string {
  refuseCompanion(path);
  const folder = dirname(path);
  removeLeftovers(folder, maker);
  for (let count = 1; ; count += 1) {
    const draft = join(folder, draftName(maker.pid, count));
    if (findTaken(draft) === undefined) return draft;
  }
}

/** Removes what killed runs were writing in a folder. */
export function removeLeftovers(folder: string, maker: Maker): void {
  for (const file of readdirSync(folder)) {
    const owner = draftOwner(file);
    if (owner !== undefined && isLeft(owner, maker) && isOurs(join(folder, file)))
      rmSync(join(folder, file), { force: true });
  }
}

/** Whether a draft is one of this machine: on a network it may be written by another, whose processes nobody knows here. */
function isOurs(path: string): boolean {
  return findNetworkFileSystem(path) === null;
}

/** Makes a folder of its owner's own for what must not lie elsewhere; gives the name of a file in it. */
export function makePrivateFolder(): string {
  return join(mkdtempSync(join(tmpdir(), 'liaison-')), 'copy.db');
}

/** Removes a folder that was made so, by the file in it. */
export function discardPrivateFolder(path: string): void {
  rmSync(dirname(path), { recursive: true, force: true });
}

/** Names of the files in the folder of a database that killed runs were writing, those of an older version too. */
export function listLeftovers(path: string, maker: Maker): string[] {
  return readdirSync(dirname(path)).filter((file) => {
    const owner = draftOwner(file);
    return owner === undefined ? isOlderDraft(file) && file !== basename(path) : isLeft(owner, maker);
  });
}

/** Names of what lies in a folder. Errors: those of the system. */
export function listFolder(folder: string): string[] {
  return readdirSync(folder);
}

/** A file in a folder, as the system writes it. */
export function inFolder(folder: string, name: string): string {
  return join(folder, name);
}

function isLeft(owner: number, { pid, isRunning }: Maker): boolean {
  return owner !== pid && !isRunning(owner);
}

/** Moves a finished file to its place; one that is there is not touched, even if it came at the last moment. */
export function placeFile(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'EEXIST' || existsSync(to))
      throw new AppError('file-exists', { file: to }, { cause: error });
    // A file system without links (FAT).
    renameSync(from, to);
    return;
  }
  rmSync(from, { force: true });
}

/** Removes a file that could not be made, and what SQLite put beside it. */
export function discardFile(path: string): void {
  for (const ending of ['', ...companions]) rmSync(`${path}${ending}`, { force: true });
}
