import { copyFileSync, cpSync } from 'node:fs';
import { join } from 'node:path';
import type { TestDesk } from './desk.ts';
import { makeFolder, setUpDesk } from './desk.ts';
import { copyOf, freshAddress, testServer } from './test-server.ts';

export const fixtures = join(import.meta.dirname, '..', '..', 'fixtures');

/** Path of a fixture of the city. */
export function dezhou(name: string): string {
  return join(fixtures, 'dezhou', name);
}

const commands: readonly (readonly string[])[] = [
  ['init', '--name', '德州市', '--code', 'DZ', '--area-code', '0534', '--issuer', '中共德州市委组织部'],
  ['unit', 'import', dezhou('units.csv')],
  ['volume', 'import', dezhou('volumes-2021.csv')],
  ['tier', 'classify', '--year', '2021'],
  ['tier', 'adopt', '1', '--document-no', '德编〔2022〕1号', '--date', '2022-01-17'],
  ['desk', 'import', dezhou('desks.csv')],
  ['office', 'import', dezhou('offices.csv')],
  ['roster', 'publish', '--document-no', '德组字〔2022〕3号', '--date', '2022-01-18'],
];

/** How far the city's year has come: a database there is, units, volumes, a draft, a run in force, desks, offices, an edition. */
export const stages = [
  'init',
  'units',
  'volumes',
  'draft',
  'adopted',
  'desks',
  'offices',
  'published',
] as const;
export type Stage = (typeof stages)[number];

const made = new Map<Stage, Promise<string>>();

async function makeStage(stage: Stage): Promise<string> {
  const kept = testServer === undefined ? {} : { address: freshAddress(testServer, true) };
  const desk = setUpDesk({ folder: makeFolder(), ...kept });
  for (const command of commands.slice(0, stages.indexOf(stage) + 1)) {
    const { code, err } = await desk.liaison(...command, '--lang', 'en');
    if (code !== 0) throw new Error(`${command.join(' ')}: ${err}`);
  }
  return desk.database;
}

/** Sets up a desk with the city's year come as far as the stage; the database is a copy of the desk's own. */
export async function setUpDezhou(
  stage: Stage,
  options: { readonly lang?: 'en' | 'zh' } = {},
): Promise<TestDesk> {
  let database = made.get(stage);
  if (database === undefined) {
    database = makeStage(stage);
    made.set(stage, database);
  }
  if (testServer !== undefined) {
    return setUpDesk({ ...options, address: copyOf(testServer, await database) });
  }
  const desk = setUpDesk(options);
  copyFileSync(await database, desk.database);
  return desk;
}

/** A desk of its own with all that stands in the folder of another, its database among it. */
export function copyDesk(sound: TestDesk): TestDesk {
  const folder = join(makeFolder(), 'desk');
  cpSync(sound.folder, folder, { recursive: true });
  const address = testServer === undefined ? undefined : copyOf(testServer, sound.database);
  return setUpDesk({ folder, ...(address === undefined ? {} : { address }) });
}
