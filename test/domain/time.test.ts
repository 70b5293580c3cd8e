import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  daysBetween,
  localDay,
  localTime,
  officialDay,
  parseDay,
  parseLocalTime,
  toInstant,
} from '../../src/domain/time.ts';

describe('local times', () => {
  it.each([
    ['2022-02-07 09:30', '2022-02-07T01:30:00Z'],
    ['2022/2/7 9:30', '2022-02-07T01:30:00Z'],
    ['2022年2月7日9时30分', '2022-02-07T01:30:00Z'],
    ['２０２２－０２－０７　０９：３０', '2022-02-07T01:30:00Z'],
    ['2022-02-07T09:30:15', '2022-02-07T01:30:15Z'],
    ['2022-02-07', '2022-02-06T16:00:00Z'],
    ['2022-02-30 09:30', undefined],
    ['2022-02-07 25:00', undefined],
    ['gestern', undefined],
  ])('%s in Shanghai', (written, instant) => {
    expect(parseLocalTime(written, 'Asia/Shanghai')).toBe(instant);
  });

  it('are found again across a change of offset', () => {
    const instant = parseLocalTime('2022-03-13 03:30', 'America/New_York');
    expect(instant).toBe('2022-03-13T07:30:00Z');
    expect(parseLocalTime('2022-03-13 02:30', 'America/New_York')).toBeUndefined();
  });

  it('belong to the day of the jurisdiction', () => {
    expect(localDay('2022-02-06T16:00:00Z', 'Asia/Shanghai')).toBe('2022-02-07');
    expect(localTime('2022-02-06T15:59:59Z', 'Asia/Shanghai')).toBe('2022-02-06 23:59');
  });
});

it('reads and writes days as papers do', () => {
  expect(parseDay('2022年1月18日')).toBe('2022-01-18');
  expect(parseDay('2022.1.18')).toBe('2022-01-18');
  expect(parseDay('2022-1-18 10:00')).toBeUndefined();
  expect(officialDay('2022-01-08')).toBe('2022年1月8日');
  expect(daysBetween('2022-01-10', '2022-07-09')).toBe(180);
});

it('the clock of China is the one the engine knows, before and after its years of summer time', () => {
  const engine = new Intl.DateTimeFormat('sv-SE', {
    timeZone: 'Asia/Shanghai',
    dateStyle: 'short',
    timeStyle: 'short',
  });
  fc.assert(
    fc.property(
      fc.date({ min: new Date('1985-01-01'), max: new Date('2040-01-01'), noInvalidDate: true }),
      (date) => {
        const instant = toInstant(date);
        expect(localTime(instant, 'Asia/Shanghai')).toBe(engine.format(new Date(instant)));
      },
    ),
    { numRuns: 2000 },
  );
});
