import { expect, it } from 'vitest';
import { grades, isSatisfied } from '../../src/domain/satisfaction.ts';

it('counts the three upper grades, and yes, as satisfied', () => {
  expect(grades.filter(isSatisfied)).toEqual(['very-satisfied', 'satisfied', 'basically-satisfied']);
  expect([true, false].map(isSatisfied)).toEqual([true, false]);
});
