import { accessSync, constants, mkdtempSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Memory that Linux shows as a folder: what every test writes, and waits for to be on the disk, is there at once. */
const inMemory = '/dev/shm';

/** Bytes that the tests need at most. */
const needed = 4e9;

/** One temporary folder for the whole run of the tests; it goes when they have ended. */
export default function setUp(): () => void {
  const folder = mkdtempSync(join(hasRoom(inMemory) ? inMemory : tmpdir(), 'liaison-test-'));
  process.env['LIAISON_TEST_FOLDER'] = folder;
  return () => {
    rmSync(folder, { recursive: true, force: true });
  };
}

function hasRoom(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK);
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize > needed;
  } catch {
    return false;
  }
}
