import { beforeAll, expect, it } from 'vitest';
import type { TestDesk } from '../support/desk.ts';
import { keepSound } from '../support/sound-copies.ts';
import { asked, readingVerbs, writingVerbs } from '../support/writing-verbs.ts';

let copySound: () => TestDesk;
beforeAll(async () => {
  ({ copySound } = await keepSound());
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
    const { code, out, err } = await copySound().liaison(...verb.split(' '), ...args, '--json');
    expect([verb, [0, 7].includes(code), err]).toEqual([verb, true, '']);
    expect(findIds(JSON.parse(out))).toEqual([]);
  },
);
