import fc from 'fast-check';
import { expect, it } from 'vitest';
import { guardFormula, unguardFormula } from '../../src/domain/formula-guard.ts';

it.each([
  '=1+1', '+86 138', '-x', '@SUM(A1)', '\t=1', '\r=1', '＝1+1', '＋86 138', '－5', '＠SUM(A1)', "'=1", "''＝1", "'＠x",
])('guards %j', (cell) => {
  expect(guardFormula(cell)).toBe(`'${cell}`);
}); // prettier-ignore

it.each(['', '-5', '-5.25', '007', '1=2', '电话＋86', "'老王'", "'", ' =1'])('leaves %j as it is', (cell) => {
  expect(guardFormula(cell)).toBe(cell);
  expect(unguardFormula(cell)).toBe(cell);
});

it('gives every cell back as it was, however often it was guarded', () => {
  const cell = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 12 }),
    fc.string({ unit: fc.constantFrom("'", '=', '＝', '+', '＋', '-', '－', '@', '＠', '\t', '\r', '5', '.', '甲'), maxLength: 6 }),
  );
  fc.assert(
    fc.property(cell, fc.integer({ min: 1, max: 3 }), (text, times) => {
      let guarded = text;
      for (let time = 0; time < times; time += 1) guarded = guardFormula(guarded);
      expect(guarded).not.toMatch(/^[=+@＝＋－＠\t\r]/u);
      for (let time = 0; time < times; time += 1) guarded = unguardFormula(guarded);
      expect(guarded).toBe(text);
    }),
  );
}); // prettier-ignore
