import { copyDatabase } from './test-server.ts';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeHardSet } from '../../fixtures/hard/make.ts';
import type { TestDesk } from './desk.ts';
import { makeFolder, setUpDesk } from './desk.ts';

let made: Promise<string> | undefined;

async function makeHard(): Promise<string> {
  const desk = setUpDesk({ folder: makeFolder() });
  const { files, commands } = makeHardSet();
  for (const [name, content] of Object.entries(files)) writeFileSync(join(desk.folder, name), content);
  for (const command of commands) await desk.json(...command, '--yes');
  return desk.database;
}

/** Sets up a desk with the hard set: its city (DZ) with a full edition and one of changes, and its three counties. */
export async function setUpHard(options: { readonly lang?: 'en' | 'zh' } = {}): Promise<TestDesk> {
  made ??= makeHard();
  const desk = setUpDesk(options);
  copyDatabase(await made, desk.database);
  return desk;
}
