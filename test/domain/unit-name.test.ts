import { describe, expect, it } from 'vitest';
import type { NamedUnit, NameKind } from '../../src/domain/unit.ts';
import { nameKey } from '../../src/domain/unit-name.ts';
import { makeUnitFinder } from '../../src/domain/unit-finder.ts';

function unit(id: number, name: string, ...more: [string, NameKind][]): NamedUnit {
  return {
    unit: {
      id,
      code: `DZ-00${String(id)}`,
      name,
      shortName: null,
      category: 'department',
      group: null,
      sort: id,
      parentId: null,
      outsideReason: null,
      officeLimit: null,
      from: null,
      until: null,
    },
    names: [
      { name, kind: 'official', from: null, until: null },
      ...more.map(([one, kind]) => ({ name: one, kind, from: null, until: null })),
    ],
  };
}

const finder = makeUnitFinder(
  [
    unit(1, '市卫生健康委员会', ['市卫健委', 'short']),
    unit(2, '市市场监督管理局'),
    unit(3, '市人力资源和社会保障局', ['市人社局', 'short']),
    unit(4, '市城市管理局（综合执法局）'),
  ],
  '德州市',
);

describe('finding a unit', () => {
  it.each([
    ['DZ-001', 1],
    ['dz-001', 1],
    ['市卫健委', 1],
    ['卫健委', 1],
    ['德州市卫生健康委员会', 1],
    ['卫生健康委员会', 1],
    [' 市卫生 健康委员会 ', 1],
    ['市场监督管理局', 2],
    ['德州市市场监督管理局', 2],
    ['市城市管理局(综合执法局)', 4],
    // By usual short and former names, and by another spelling.
    ['市场监管局', 2],
    ['市市监局', 2],
    ['人社', 3],
    ['市人力资源社会保障局', 3],
    ['卫健局', 1],
    ['市卫计委', 1],
    ['市城管局', 4],
  ])('finds %s', (written, id) => {
    expect(finder.find(written)).toMatchObject({ kind: 'found', unit: { id } });
  });

  it.each([
    ['人资社保局', '市人力资源和社会保障局'],
    ['场监局', '市市场监督管理局'],
    ['市建设局', undefined],
  ])('never guesses %s but suggests', (written, first) => {
    const match = finder.find(written);
    expect(match.kind).toBe('unknown');
    if (match.kind === 'unknown' && first !== undefined) expect(match.suggestions[0]).toBe(first);
  });

  it('names all units that match equally well', () => {
    const twins = makeUnitFinder([unit(1, '城区分局'), unit(2, '城区分局')], '德州市');
    expect(twins.find('城区分局')).toMatchObject({ kind: 'ambiguous', units: [{ id: 1 }, { id: 2 }] });
  });
});

it('takes full-width letters, brackets and spaces for the plain ones', () => {
  expect(nameKey('ＤＺ－００１　（甲）')).toBe('dz-001(甲)');
});
