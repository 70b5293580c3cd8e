import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** One temporary folder for the whole run of the tests; it goes when they have ended. */
export default function setUp(): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'liaison-test-'));
  process.env['LIAISON_TEST_FOLDER'] = folder;
  return () => {
    rmSync(folder, { recursive: true, force: true });
  };
}
