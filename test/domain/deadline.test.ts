import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CalendarYear, SpecialDay } from '../../src/domain/calendar.ts';
import { addWorkingDays, countWorkingDays, makeCalendar } from '../../src/domain/calendar.ts';
import { foldTimes, isUnacceptedLate, lateDays } from '../../src/domain/appeal-times.ts';
import type { CourseEvent } from '../../src/domain/appeal-event.ts';
import { deadlinePresets } from '../../src/domain/deadline-presets.ts';
import type { DeadlineRules, Due, Window } from '../../src/domain/deadline.ts';
import {
  countWindow,
  decideExtension,
  findCase,
  findDue,
  findLight,
  isOverdue,
} from '../../src/domain/deadline.ts';
import { builtInYears } from '../../src/domain/holidays/built-in.ts';
import { addDays, weekdayOf } from '../../src/domain/time.ts';
import { parseWorkingHours, workingMinutes } from '../../src/domain/working-hours.ts';
import { AppError } from '../../src/errors.ts';

const calendar = makeCalendar(builtInYears);
const timeZone = 'Asia/Shanghai';
const [shandong, guangdong] = deadlinePresets as readonly [DeadlineRules, DeadlineRules];

describe('the calendars the tool brings', () => {
  it('are the files beside them, 2019 to 2026, each with its notice', () => {
    const folder = join(import.meta.dirname, '..', '..', 'src', 'domain', 'holidays');
    const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
    expect(files.sort()).toEqual(builtInYears.map(({ year }) => `${String(year)}.json`));
    for (const file of files) {
      const { year, papers, days } = JSON.parse(readFileSync(join(folder, file), 'utf8')) as {
        year: number;
        papers: string[];
        days: { date: string; name: string; isOffDay: boolean }[];
      };
      const ours = builtInYears.find((one) => one.year === year);
      expect(ours?.source).toBe(papers.join(' '));
      expect(ours?.source).toContain('gov.cn');
      expect(ours?.days.map(({ day, name, kind }) => [day, name, kind === 'off'])).toEqual(
        days.map(({ date, name, isOffDay }) => [date, name, isOffDay]),
      );
    }
  });

  it('refuse a year without a notice', () => {
    expect(() => calendar.isWorking('2027-01-04')).toThrow(AppError);
    expect(() => calendar.isWorking('2018-12-31')).toThrow('calendar-missing');
  });
});

describe('counting a window', () => {
  it.each<[Window['dayKind'], Window['start'], number, string, string]>([
    ['working', 'next-day', 1, '2022-02-07', '2022-02-08'],
    ['working', 'same-day', 1, '2022-02-07', '2022-02-07'],
    // Received on a day off, the next worked day is the first.
    ['working', 'same-day', 2, '2022-02-05', '2022-02-08'],
    ['calendar', 'next-day', 3, '2022-02-07', '2022-02-10'],
    ['calendar', 'same-day', 3, '2022-02-07', '2022-02-09'],
    // The last day is a Saturday, or lies in a holiday: it moves to the next worked day.
    ['calendar', 'next-day', 5, '2022-02-07', '2022-02-14'],
    ['calendar', 'next-day', 5, '2022-01-27', '2022-02-07'],
  ])('%s days, %s: %i from %s is %s', (dayKind, start, days, from, due) => {
    expect(countWindow(calendar, from, { dayKind, start, days }).due).toBe(due);
  });

  it('tells every day on the way', () => {
    const { days } = countWindow(calendar, '2022-01-28', { days: 3, dayKind: 'working', start: 'next-day' });
    expect(days.map(({ day, sort, name, count }) => `${day} ${sort} ${name ?? ''} ${String(count ?? '')}`.trim())).toEqual([
      '2022-01-29 weekend-worked 春节 1',
      '2022-01-30 weekend-worked 春节 2',
      ...['2022-01-31', '2022-02-01', '2022-02-02', '2022-02-03', '2022-02-04', '2022-02-05', '2022-02-06'].map((day) => `${day} off 春节`),
      '2022-02-07 worked  3',
    ]); // prettier-ignore
  });
});

describe('the presets', () => {
  it('of Guangdong differ by kind, those of Shandong do not', () => {
    const days = (
      rules: DeadlineRules,
      kind: 'consultation' | 'request' | 'complaint' | 'tipoff' | 'suggestion' | 'praise',
    ) => findCase(rules, { kind, channel: 'hotline', priority: 'normal' })?.days;
    const kinds = ['consultation', 'request', 'complaint', 'tipoff', 'suggestion', 'praise'] as const;
    expect(kinds.map((kind) => days(guangdong, kind))).toEqual([2, 10, 15, 15, 10, 10]);
    expect(kinds.map((kind) => days(shandong, kind))).toEqual([5, 5, 5, 5, 5, 5]);
  });
});

describe('where the calendar ends', () => {
  const hours = parseWorkingHours('08:30-12:00,13:30-17:30') ?? [];
  const window = { dayKind: 'working', start: 'next-day', days: 1 } as const;

  it('the last day that it covers is counted, and the next one nobody can tell', () => {
    expect(calendar.isWorking('2026-12-31')).toBe(true);
    expect(countWindow(calendar, '2026-12-30', window).due).toBe('2026-12-31');
    expect(() => calendar.isWorking('2027-01-01')).toThrow('calendar-missing');
    expect(() => countWindow(calendar, '2026-12-31', window)).toThrow('calendar-missing');
  });

  it.each([
    [
      'the last day has a due day, with a light and the days left',
      '2026-12-24',
      '2026-12-31',
      1,
      'yellow',
      null,
    ],
    [
      'the first day after has none, and the year that is missing is named',
      '2026-12-25',
      null,
      null,
      null,
      2027,
    ],
  ] as const)('an appeal due on %s', (_name, received, on, daysLeft, light, missingYear) => {
    const counting = {
      calendar,
      hoursOn: () => hours,
      timeZone,
      rulesOn: () => shandong.code,
      rules: () => shandong,
      allRules: [shandong],
    };
    const log = event(1, received, {});
    const timesOn = (day: string) =>
      foldTimes(counting, { ...appeal, receivedAt: log.at }, [log], `${day}T02:00:00Z`);
    const times = timesOn('2026-12-30');
    expect({ ...times, on: times.due?.on ?? null }).toMatchObject({ on, daysLeft, light, missingYear });
    // That the day is over needs no calendar.
    expect(timesOn('2027-01-01').light).toBe(on === null ? null : 'red');
  });

  it('the last day has its light as long as it is not over', () => {
    const on = '2026-12-31';
    const light = (today: string) => findLight(calendar, { yellow: 1, red: 1 }, on, today);
    expect(['2026-12-29', '2026-12-30', '2026-12-31'].map(light)).toEqual(['green', 'yellow', 'yellow']);
    expect(() => light('2027-01-01')).toThrow('calendar-missing');
  });
});

/** An event of a history, as far as due days go. */
function event(seq: number, day: string, more: Partial<CourseEvent>): CourseEvent {
  return {
    seq,
    at: `${day}T02:00:00Z`,
    recordedAt: `${day}T02:00:00Z`,
    by: 'x',
    action: 'log',
    from: null,
    to: null,
    reason: null,
    ruling: null,
    lead: null,
    data: {},
    ...more,
  };
}

const appeal = { kind: 'request', channel: 'hotline', priority: 'normal' } as const;
const dueOf = (events: readonly CourseEvent[], rules = shandong, by = calendar): Due => {
  const due = findDue({ calendar: by, rules, timeZone }, appeal, events);
  if (due === null) throw new Error('no due day');
  return due;
};

describe('the due day of a history', () => {
  it('moves by an extension, and begins anew when the work does', () => {
    const log = event(1, '2022-02-07', {});
    expect(dueOf([log]).on).toBe('2022-02-14');
    const extended = [log, event(2, '2022-02-10', { action: 'extend', data: { extension: { days: 10, unit: 'working' } } })];
    expect(dueOf(extended).on).toBe('2022-02-28');
    const reopened = [...extended, event(3, '2022-03-10', { action: 'reopen' })];
    expect(dueOf(reopened)).toMatchObject({ on: '2022-03-17', steps: [{ why: 'redo', from: '2022-03-10' }] });
    const redone = event(3, '2022-03-10', { action: 'review', data: { review: { askedBy: 'citizen', result: 'redo' } } });
    expect(dueOf([...extended, redone]).on).toBe('2022-03-17');
  }); // prettier-ignore

  it('allows an extension before expiry, as often and as long as the rules say', () => {
    const due = dueOf([event(1, '2022-02-07', {})]);
    const ask = (days: number, today: string, rules = shandong, of = due) =>
      decideExtension(rules, of, { days, today });
    expect(ask(10, '2022-02-14')).toEqual({ kind: 'allowed' });
    expect(ask(1, '2022-02-15')).toEqual({ kind: 'expired', due: '2022-02-14' });
    expect(ask(11, '2022-02-14')).toEqual({ kind: 'too-long', days: 10, dayKind: 'working', left: 10 });
    expect(ask(1, '2022-02-14', guangdong)).toEqual({ kind: 'none' });
    const twice = { ...shandong, extension: { times: 2, days: 10, dayKind: 'working' } } as const;
    const once = dueOf(
      [
        event(1, '2022-02-07', {}),
        event(2, '2022-02-08', { action: 'extend', data: { extension: { days: 7, unit: 'working' } } }),
      ],
      twice,
    );
    expect(ask(4, '2022-02-14', twice, once)).toEqual({
      kind: 'too-long',
      days: 10,
      dayKind: 'working',
      left: 3,
    });
    expect(ask(1, '2022-02-14', shandong, once)).toEqual({ kind: 'too-often', times: 1 });
  });

  it('is overdue from the day after, worked or not', () => {
    const days = ['2022-02-10', '2022-02-11', '2022-02-12', '2022-02-14'];
    expect(days.map((today) => isOverdue('2022-02-11', today))).toEqual([false, false, true, true]);
  });

  it('turns yellow a working day before, red on the first working day after', () => {
    const light = (today: string) => findLight(calendar, { yellow: 1, red: 1 }, '2022-02-11', today);
    expect(['2022-02-09', '2022-02-10', '2022-02-11', '2022-02-13', '2022-02-14'].map(light)).toEqual([
      'green',
      'yellow',
      'yellow',
      'yellow',
      'red',
    ]);
  });
});

describe('laws of due days', () => {
  const day = fc.integer({ min: 0, max: 2000 }).map((offset) => addDays('2020-01-01', offset));
  const window = fc.record({
    days: fc.integer({ min: 1, max: 20 }),
    dayKind: fc.constantFrom('working', 'calendar'),
    start: fc.constantFrom('next-day', 'same-day'),
  }) as fc.Arbitrary<Window>;
  const withDay = (special: SpecialDay) =>
    makeCalendar(
      builtInYears.map((notice): CalendarYear => {
        if (notice.year !== Number(special.day.slice(0, 4))) return notice;
        return { ...notice, days: [...notice.days.filter((one) => one.day !== special.day), special] };
      }),
    );

  it('a holiday more never makes a due day earlier', () => {
    fc.assert(
      fc.property(day, window, fc.integer({ min: -3, max: 40 }), (from, limit, offset) => {
        const other = withDay({ day: addDays(from, offset), kind: 'off', name: '试' });
        expect(countWindow(other, from, limit).due >= countWindow(calendar, from, limit).due).toBe(true);
      }),
      { numRuns: 3000 },
    );
  });

  it('a worked weekend more never makes a due day later', () => {
    fc.assert(
      fc.property(day, window, fc.integer({ min: -3, max: 40 }), (from, limit, offset) => {
        const special = addDays(from, offset);
        fc.pre(weekdayOf(special) > 5);
        const other = withDay({ day: special, kind: 'work', name: '试' });
        expect(countWindow(other, from, limit).due <= countWindow(calendar, from, limit).due).toBe(true);
      }),
      { numRuns: 3000 },
    );
  });

  it('hand-overs never move it', () => {
    const moves = fc.array(
      fc.constantFrom<CourseEvent['action']>('transfer', 'accept', 'recall', 'return', 'decide', 'rule', 'assist', 'note', 'remind', 'reply', 'callback', 'close', 'correct', 'link'),
      { maxLength: 30 },
    ); // prettier-ignore
    fc.assert(
      fc.property(day, moves, (from, actions) => {
        const log = event(1, from, {});
        const unit = { id: 1, code: 'A', name: 'A' };
        const events = actions.map((action, at) => event(at + 2, addDays(from, at), { action, to: unit }));
        expect(dueOf([log, ...events]).on).toBe(dueOf([log]).on);
      }),
      { numRuns: 1000 },
    );
  });

  it('counting there and back agree', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 30 }), (from, days) => {
        const there = addWorkingDays(calendar, from, days);
        expect(countWorkingDays(calendar, from, there)).toBe(days);
      }),
    );
  });
});

describe('working hours', () => {
  const hours = parseWorkingHours('08:30-12:00,13:30-17:30') ?? [];
  const minutes = (from: string, until: string) =>
    workingMinutes({ calendar, hoursOn: () => hours, timeZone }, from, until);

  it.each([
    ['16:50 to 09:10 next morning', '2022-02-07T08:50:00Z', '2022-02-08T01:10:00Z', 80],
    ['over noon', '2022-02-07T03:30:00Z', '2022-02-07T06:00:00Z', 60],
    ['a weekend', '2022-02-11T09:00:00Z', '2022-02-14T01:00:00Z', 60],
    ['a worked Sunday', '2022-01-30T00:00:00Z', '2022-01-30T10:00:00Z', 450],
    ['Spring Festival', '2022-01-30T09:30:00Z', '2022-02-07T00:30:00Z', 0],
    ['backwards', '2022-02-08T01:10:00Z', '2022-02-07T08:50:00Z', 0],
  ])('%s', (_what, from, until, expected) => {
    expect(minutes(from, until)).toBe(expected);
  });

  it.each(['', '8', '9:00-8:00', '08:00-12:00,11:00-13:00', '08:00-25:00', 'a-b'])('%j is none', (text) => {
    expect(parseWorkingHours(text)).toBeUndefined();
  });
});

describe('the days of which everything that was sent is late by now', () => {
  const years = [2019, 2020, 2022, 2023, 2024, 2026];
  const gapped = makeCalendar(builtInYears.filter(({ year }) => years.includes(year)));
  const counting = {
    calendar: gapped,
    hoursOn: () => [],
    timeZone,
    rulesOn: () => shandong.code,
    rules: () => shandong,
    allRules: [shandong],
  };
  const windows: readonly (Window | null)[] = [
    null,
    { days: 1, dayKind: 'working', start: 'next-day' },
    { days: 2, dayKind: 'working', start: 'same-day' },
    { days: 5, dayKind: 'calendar', start: 'next-day' },
    { days: 40, dayKind: 'calendar', start: 'same-day' },
  ];

  it.each(['2022-01-05', '2022-12-31', '2023-01-03', '2025-06-01', '2026-02-24', '2027-03-01'])(
    'are on %s those of which the rule says so of each appeal, with years without a calendar between',
    (today) => {
      const now = `${today}T04:00:00Z`;
      for (const window of windows) {
        const spans = lateDays(counting, window, now);
        for (let day = '2018-12-20'; day <= today; day = addDays(day, 1)) {
          // Once, and no more: what is counted span by span is added up.
          const times = spans.filter(({ from, until }) => from <= day && day <= until).length;
          const said = isUnacceptedLate(counting, `${day}T03:00:00Z`, window, now);
          expect([day, window, times]).toEqual([day, window, said ? 1 : 0]);
        }
      }
    },
  );
});
