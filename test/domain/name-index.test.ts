import { describe, expect, it } from 'vitest';
import { makeNameIndex } from '../../src/domain/name-index.ts';
import { likeness } from '../../src/domain/unit-name.ts';

/** A row of numbers that is the same in every run. */
function makeRandom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const parts = [
  '市',
  '县',
  '人民',
  '公安',
  '教育',
  '交通运输',
  '城市管理',
  '综合执法',
  '卫生健康',
  '委',
  '局',
  '办',
  '𠮷',
  'Dept',
  '和',
  '局',
];

describe('an index of names', () => {
  it.each([1, 2, 3, 4, 5, 6])('names the same as holding a name against each of them, draw %d', (seed) => {
    const random = makeRandom(seed);
    const makeName = (): string =>
      Array.from({ length: 1 + random(5) }, () => parts[random(parts.length)] ?? '').join('');
    const known = Array.from({ length: 300 }, (_, owner) => ({
      owner,
      names: Array.from({ length: 1 + random(3) }, makeName),
    }));
    const index = makeNameIndex<number>();
    for (const { owner, names } of known) for (const name of names) index.add(name, owner);
    for (let turn = 0; turn < 200; turn += 1) {
      const wanted = makeName();
      const [least, count] = [[0.45, 0.2, 0.9][random(3)] ?? 0, 1 + random(4)];
      const compared = known
        .map(({ owner, names }) => ({ owner, how: Math.max(...names.map((name) => likeness(wanted, name))) }))
        .filter(({ how }) => how >= least)
        .sort((a, b) => b.how - a.how)
        .slice(0, count)
        .map(({ owner }) => owner);
      expect([wanted, index.nearest(wanted, { least, count })]).toEqual([wanted, compared]);
    }
  });

  it('finds an abbreviation among names that have more in common', () => {
    const index = makeNameIndex<string>();
    for (const name of ['人力资源和社会保障局', '人民武装部', '社会工作部']) index.add(name, name);
    expect(index.nearest('人社局', { least: 0.45, count: 1 })).toEqual(['人力资源和社会保障局']);
    expect(index.nearest('邮政', { least: 0.45, count: 1 })).toEqual([]);
  });
});
