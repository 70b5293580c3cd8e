import { expect, it } from 'vitest';
import { compareRuns, hasChanged } from '../../src/domain/comparison.ts';
import type { RunUnit } from '../../src/domain/run.ts';
import { schemePresets } from '../../src/domain/scheme-presets.ts';
import type { Tier } from '../../src/domain/scheme.ts';
import type { Succession } from '../../src/domain/succession.ts';
import { makeLineage } from '../../src/domain/succession.ts';

const [preset] = schemePresets;
if (preset === undefined) throw new Error('the presets are missing');
const scheme = preset;

function unit(unitId: number, name: string, volume: number | null, tier: Tier | null): RunUnit {
  const code = `U${String(unitId)}`;
  return {
    unitId, code, name, category: 'department', group: null, sort: unitId, outsideReason: null,
    counts: {}, sources: [], volume, tier, onBound: false,
  }; // prettier-ignore
}

const merged = (fromId: number, toId: number): Succession => ({
  fromId,
  toId,
  on: '2021-01-01',
  how: 'merged',
});

function compare(first: RunUnit[], second: RunUnit[], successions: Succession[] = []) {
  const units = compareRuns({ scheme, units: first }, { scheme, units: second }, makeLineage(successions));
  return units.map(({ name, move, difference, isRenamed, cameOf, wentInto, ...one }) => ({
    name, move, difference, isRenamed, told: hasChanged({ name, move, difference, isRenamed, cameOf, wentInto, ...one }),
    cameOf: cameOf.map((other) => other.name),
    wentInto: wentInto.map((other) => other.name),
  })); // prettier-ignore
}

const plain = { isRenamed: false, cameOf: [], wentInto: [] };

it.each([
  ['up a tier', unit(1, '甲', 40, 'designated'), unit(1, '甲', 60, 'attached'), 'raised', 20],
  ['down two', unit(1, '甲', 1200, 'dedicated'), unit(1, '甲', 10, 'designated'), 'lowered', -1190],
  ['in the same', unit(1, '甲', 60, 'attached'), unit(1, '甲', 70, 'attached'), 'same', 10],
  ['counted at last', unit(1, '甲', null, null), unit(1, '甲', 70, 'attached'), 'entered', null],
  ['without a count now', unit(1, '甲', 70, 'attached'), unit(1, '甲', null, null), 'left', null],
] as const)('a unit that is %s', (_what, before, after, move, difference) => {
  expect(compare([before], [after])).toEqual([
    { name: '甲', move, difference, told: move !== 'same', ...plain },
  ]);
});

it('a unit that stands outside the scheme in one run', () => {
  const outside = { ...unit(1, '甲', null, null), outsideReason: '垂管' };
  expect(compare([unit(1, '甲', 70, 'attached')], [outside])).toMatchObject([{ move: 'left' }]);
  expect(compare([outside], [unit(1, '甲', null, null)])).toMatchObject([{ move: 'same' }]);
});

it('a unit that is called otherwise is the same unit', () => {
  expect(compare([unit(1, '甲局', 60, 'attached')], [unit(1, '乙局', 60, 'attached')])).toEqual([
    { name: '乙局', move: 'same', difference: 0, told: true, ...plain, isRenamed: true },
  ]);
});

it('a merger is told from both sides, over several steps', () => {
  const first = [unit(1, '甲', 60, 'attached'), unit(2, '乙', 10, 'designated')];
  expect(compare(first, [unit(3, '丙', 70, 'attached')], [merged(1, 2), merged(2, 3)])).toEqual([
    {
      name: '丙',
      move: 'new',
      difference: null,
      told: true,
      isRenamed: false,
      cameOf: ['乙', '甲'],
      wentInto: [],
    },
    {
      name: '甲',
      move: 'gone',
      difference: null,
      told: true,
      isRenamed: false,
      cameOf: [],
      wentInto: ['丙'],
    },
    {
      name: '乙',
      move: 'gone',
      difference: null,
      told: true,
      isRenamed: false,
      cameOf: [],
      wentInto: ['丙'],
    },
  ]);
});

it('a part that was split off is new and tells of what, the rest goes on', () => {
  const split: Succession = { fromId: 1, toId: 2, on: '2021-01-01', how: 'split' };
  const after = [unit(1, '甲', 960, 'attached'), unit(2, '乙', 170, 'attached')];
  expect(compare([unit(1, '甲', 1250, 'dedicated')], after, [split])).toMatchObject([
    { name: '甲', move: 'lowered', cameOf: [] },
    { name: '乙', move: 'new', cameOf: ['甲'] },
  ]);
});

it('what happened after both runs does not show in them', () => {
  const both = [unit(1, '甲', 60, 'attached'), unit(2, '乙', 70, 'attached')];
  expect(compare(both, both, [merged(1, 2)]).filter(({ told }) => told)).toEqual([]);
});
