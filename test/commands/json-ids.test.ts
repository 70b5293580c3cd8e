import { copyFileSync, cpSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import type { TestDesk } from '../support/desk.ts';
import { makeFolder, setUpDesk } from '../support/desk.ts';
import { asked, readingVerbs, setUpWritable, writingVerbs } from '../support/writing-verbs.ts';

let sound: TestDesk;
beforeAll(async () => {
  sound = await setUpWritable();
});

/** Names of fields that hold numbers of rows, wherever they stand. */
function findIds(document: unknown, path = ''): string[] {
  if (Array.isArray(document)) return document.flatMap((one) => findIds(one, `${path}[]`));
  if (typeof document !== 'object' || document === null) return [];
  return Object.entries(document).flatMap(([name, value]) => [
    ...(/^id$|Id$/u.test(name) ? [`${path}.${name}`] : []),
    ...findIds(value, `${path}.${name}`),
  ]);
}

it('finds a number of a row that is planted', () => {
  expect(findIds([{ unit: { id: 1, parentId: null } }])).toEqual(['[].unit.id', '[].unit.parentId']);
});

it.each([...readingVerbs.map((verb) => [verb, asked[verb] ?? []] as const), ...Object.entries(writingVerbs)])(
  '%s tells programs no number of a row',
  async (verb, args) => {
    const folder = join(makeFolder(), 'desk');
    cpSync(sound.folder, folder, { recursive: true });
    copyFileSync(sound.database, join(folder, '..', 'sound.db'));
    const { code, out, err } = await setUpDesk({ folder }).liaison(...verb.split(' '), ...args, '--json');
    expect([verb, [0, 7].includes(code), err]).toEqual([verb, true, '']);
    expect(findIds(JSON.parse(out))).toEqual([]);
  },
);
