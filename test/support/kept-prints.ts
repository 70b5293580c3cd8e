import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { TestDesk } from './desk.ts';
import { setUpDesk } from './desk.ts';
import { fixtures } from './seeds.ts';

const folder = join(fixtures, 'prints');

/**
 * Digests of what was printed at the time. Those of editions are not written anew: what differs from them is a fault, or needs
 * a layout of its own. A slip is on record nowhere; whoever changes it on purpose takes its digests anew.
 */
export function readPrints(name: 'layout-1' | 'layout-2' | 'layout-3' | 'slip'): Record<string, string> {
  return JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8')) as Record<string, string>;
}

/** The city with edition 1, one of what changed after it, and an appeal: the database as it was when the digests of a layout were taken. */
export function setUpKept(layout: 'layout-1' | 'layout-2' | 'layout-3' = 'layout-1'): TestDesk {
  const desk = setUpDesk();
  writeFileSync(desk.database, gunzipSync(readFileSync(join(folder, `${layout}.db.gz`))));
  return desk;
}
