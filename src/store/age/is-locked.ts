import { closeSync, openSync, readSync } from 'node:fs';

/** How a locked file begins. */
const head = 'age-encryption.org/v1\n';

/** Whether a file is locked by a passphrase, by how it begins. */
export function isLocked(path: string): boolean {
  let file: number | undefined;
  try {
    file = openSync(path, 'r');
    const bytes = Buffer.alloc(head.length);
    readSync(file, bytes, 0, bytes.length, 0);
    return bytes.toString('latin1') === head;
  } catch {
    return false;
  } finally {
    if (file !== undefined) closeSync(file);
  }
}
