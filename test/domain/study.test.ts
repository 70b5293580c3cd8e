import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isLateOn, isOpenOn } from '../../src/domain/study.ts';
import { addDays } from '../../src/domain/time.ts';

const open = { on: '2022-03-01', until: '2022-03-10', closedOn: null };
const closed = { ...open, closedOn: '2022-03-20' };

describe('a decision on a day', () => {
  it.each([
    ['the day before the meeting', open, '2022-02-28', false, false],
    ['the day of the meeting', open, '2022-03-01', true, false],
    ['the last day it is to be carried out by', open, '2022-03-10', true, false],
    ['the day after that', open, '2022-03-11', true, true],
    ['long after', open, '2032-03-11', true, true],
    ['the day before it was carried out', closed, '2022-03-19', true, true],
    ['the day it was carried out', closed, '2022-03-20', false, false],
    ['after it was carried out', closed, '2022-03-21', false, false],
    ['carried out on the day of the meeting', { ...open, closedOn: open.on }, '2022-03-01', false, false],
    ['to be carried out on the day of the meeting', { ...open, until: open.on }, '2022-03-01', true, false],
    ['the day after such a meeting', { ...open, until: open.on }, '2022-03-02', true, true],
  ])('%s', (_when, study, day, isOpen, isLate) => {
    expect([isOpenOn(study, day), isLateOn(study, day)]).toEqual([isOpen, isLate]);
  });

  it('is open in one stretch that the meeting begins and the closing ends, and late at its end alone', () => {
    const day = fc.integer({ min: 0, max: 40 }).map((days) => addDays('2022-02-20', days));
    const study = fc
      .record({ on: day, more: fc.nat(20), closed: fc.option(fc.nat(30)) })
      .map(({ on, more, closed: days }) => ({
        on,
        until: addDays(on, more),
        closedOn: days === null ? null : addDays(on, days),
      }));
    fc.assert(
      fc.property(study, (one) => {
        const days = Array.from({ length: 80 }, (_, at) => addDays('2022-02-15', at));
        const signs = days.map((at) => (isLateOn(one, at) ? 'l' : isOpenOn(one, at) ? 'o' : '-')).join('');
        expect(signs).toMatch(/^-+o*l*-*$/u);
        const length = (sign: string): number => signs.split(sign).length - 1;
        const held = days.filter((at) => at >= one.on && (one.closedOn === null || at < one.closedOn));
        expect(length('o') + length('l')).toBe(held.length);
        expect(length('l')).toBe(held.filter((at) => at > one.until).length);
      }),
    );
  });
});
