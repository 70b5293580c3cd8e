import { describe, expect, it } from 'vitest';
import type { Unit } from '../../src/domain/unit.ts';
import { makeUnitFinder } from '../../src/domain/unit-finder.ts';
import type { Counts } from '../../src/domain/volume.ts';
import { planVolumes } from '../../src/domain/volume-plan.ts';

const unit: Unit = {
  id: 1,
  code: 'DZ-001',
  name: '甲局',
  shortName: null,
  category: 'department',
  group: null,
  sort: 1,
  parentId: null,
  outsideReason: null,
  officeLimit: null,
  from: null,
  until: null,
};

/** What is pointed out of a unit's counts of 2021, where those of 2020 are in force. */
function warningsOf(before: Counts, counts: Counts): string[] {
  const { warnings, problems } = planVolumes(
    [{ place: { file: 'v.csv', row: 2 }, code: unit.code, year: 2021, counts }],
    {
      finder: makeUnitFinder([{ unit, names: [] }], '德州市'),
      units: [unit],
      countsOf: (_id, year) => (year === 2020 ? before : {}),
      successorsOf: () => [],
    },
    { addUnits: false, thisYear: 2022 },
  );
  expect(problems).toEqual([]);
  return warnings.map((one) =>
    one.kind === 'jump' ? `${String(one.before)} → ${String(one.now)}` : one.kind,
  );
}

describe('a volume beside that of the year before', () => {
  it.each<[string, Counts, Counts, string[]]>([
    ['just under three times', { total: 100 }, { total: 299 }, []],
    ['exactly three times', { total: 100 }, { total: 300 }, ['100 → 300']],
    ['just over three times', { total: 100 }, { total: 301 }, ['100 → 301']],
    ['just over a third', { total: 300 }, { total: 101 }, []],
    ['exactly a third', { total: 300 }, { total: 100 }, ['300 → 100']],
    ['just under a third', { total: 300 }, { total: 99 }, ['300 → 99']],
    [
      'exactly three times, of channels together',
      { hotline: 60, online: 40 },
      { hotline: 299, online: 1 },
      ['100 → 300'],
    ],
    ['from none', { total: 0 }, { total: 300 }, []],
  ])('%s', (_name, before, counts, expected) => {
    expect(warningsOf(before, counts)).toEqual(expected);
  });
});
