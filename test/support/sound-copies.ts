import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TestDesk } from './desk.ts';
import { makeFolder } from './desk.ts';
import { copyDesk } from './seeds.ts';
import { testServer } from './test-server.ts';
import { setUpWritable } from './writing-verbs.ts';

/** A desk at which every writing verb goes through by itself, and what makes copies of it, each with a backup beside its folder. */
export async function keepSound(): Promise<{ readonly sound: TestDesk; readonly copySound: () => TestDesk }> {
  const sound = await setUpWritable();
  let backup = sound.database;
  if (testServer !== undefined) {
    backup = join(makeFolder(), 'sound.db');
    await sound.json('database', 'backup', backup);
  }
  return {
    sound,
    copySound: () => {
      const desk = copyDesk(sound);
      copyFileSync(backup, join(desk.folder, '..', 'sound.db'));
      return desk;
    },
  };
}
