import { expect, it } from 'vitest';
import type { DeskPerson, Role } from '../../src/domain/desk.ts';
import { pointsOf } from '../../src/domain/figure.ts';
import { countPersons, differenceOfPoints, volumePerPerson } from '../../src/domain/year-report.ts';

const part = (numerator: number, denominator: number) => ({ numerator, denominator });
const person = (role: Role, name: string): DeskPerson => ({
  role,
  name,
  post: null,
  phone: null,
  mobile: null,
});

it.each([
  [3517, 3, '1172.33'],
  [50, 3, '16.67'],
  // Half up: 0.125 and 0.375 exactly.
  [1, 8, '0.13'],
  [3, 8, '0.38'],
  [0, 2, '0.00'],
  [7, 0, null],
  [null, 3, null],
])('%s for %i people is %s a person', (volume, persons, expected) => {
  expect(volumePerPerson(volume, persons)).toBe(expected);
});

it('counts who has two roles once', () => {
  expect(
    countPersons([person('head', '王某'), person('liaison', '王 某'), person('leader-in-charge', '李某')]),
  ).toBe(2);
  expect(countPersons([])).toBe(0);
});

it('subtracts the changes themselves, not what is printed of them', () => {
  // 1/2 → 3/4 is +25.00; 1/2 → 2/3 is +16.67: 1/4 − 1/6 = 1/12 = 8.33.
  const own = { before: part(1, 2), after: part(3, 4) };
  const others = { before: part(1, 2), after: part(2, 3) };
  expect(differenceOfPoints(own, others)).toBe('8.33');
  expect(differenceOfPoints(others, own)).toBe('-8.33');
  // 1/3 → 2/3 is 33.33 and 1/6 → 1/6 is 0.00; 1/7 → 1/7 changes nothing of it.
  expect(differenceOfPoints({ before: part(1, 3), after: part(2, 3) }, { before: part(1, 7), after: part(1, 7) })).toBe('33.33'); // prettier-ignore
  // 0.005 points more and 0.005 less: each rounds away from nought, and both together are 0.01.
  const up = { before: part(10_000, 20_000), after: part(10_001, 20_000) };
  const down = { before: part(10_001, 20_000), after: part(10_000, 20_000) };
  expect([pointsOf(up.after, up.before), pointsOf(down.after, down.before)]).toEqual(['0.01', '-0.01']);
  expect(differenceOfPoints(up, down)).toBe('0.01');
});

it('has no difference where one of the four has no base', () => {
  const whole = { before: part(1, 2), after: part(1, 2) };
  expect(differenceOfPoints({ before: part(0, 0), after: part(1, 2) }, whole)).toBeNull();
  expect(differenceOfPoints(whole, { before: part(1, 2), after: part(0, 0) })).toBeNull();
});
