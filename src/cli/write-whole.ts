import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { AppError } from '../errors.ts';

/** Writes a file whole or not at all. */
export function writeWhole(path: string, content: string | Uint8Array): void {
  const draft = `${path}.partial`;
  try {
    writeFileSync(draft, content);
    renameSync(draft, path);
  } catch (error) {
    rmSync(draft, { force: true });
    const reason = error instanceof Error ? error.message : String(error);
    throw new AppError('file-not-writable', { file: path, reason }, { cause: error });
  }
}
