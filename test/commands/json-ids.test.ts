import { copyFileSync, cpSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import type { TestDesk } from '../support/desk.ts';
import { makeFolder, setUpDesk } from '../support/desk.ts';
import { readingVerbs, setUpWritable, writingVerbs } from '../support/writing-verbs.ts';

let sound: TestDesk;
beforeAll(async () => {
  sound = await setUpWritable();
});

/** What the verbs that read are asked for; the others of them need nothing. */
const asked: Readonly<Record<string, readonly string[]>> = {
  'unit show': ['市公安局'],
  'scheme show': ['dezhou-2022'],
  'tier list': ['--year', '2021'],
  'tier explain': ['市公安局'],
  'tier compare': ['--runs', '1', '1', '--all'],
  'tier simulate': ['--year', '2021', '--dedicated', 'over:800'],
  'desk show': ['市公安局'],
  'roster show': ['1'],
  'roster find': ['市公安局'],
  'roster template show': ['notice'],
  'appeal search': ['灯'],
  'ruling show': ['1'],
  'deadline show': ['shandong-2020'],
  'deadline explain': ['2022-000001'],
  'import show': ['1'],
  'log show': ['1'],
};

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
