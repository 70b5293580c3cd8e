import { it } from 'vitest';
import { testServer } from './test-server.ts';

/** A test of what is in files, looks into one as SQLite has it, or needs one that an older version wrote: not held on a server. */
export const itOnFiles = it.skipIf(testServer !== undefined);
