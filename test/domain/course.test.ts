import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { outcomes, states } from '../../src/domain/appeal.ts';
import type { Course } from '../../src/domain/course.ts';
import type { CourseEvent, UnitRef } from '../../src/domain/appeal-event.ts';
import { listStops } from '../../src/domain/stops.ts';
import { reworksToEscalate } from '../../src/domain/appeal.ts';
import { foldCourse } from '../../src/domain/course.ts';
import type { CourseVerb } from '../../src/domain/course-rules.ts';
import {
  allowedVerbs,
  decideHop,
  outcomesOf,
  refuseVerb,
  verbStates,
} from '../../src/domain/course-rules.ts';
import { makeLineage } from '../../src/domain/succession.ts';

const units: UnitRef[] = ['甲局', '乙局', '丙局', '丁局', '戊局'].map((name, id) => ({
  id,
  code: `U-${String(id)}`,
  name,
}));
const [a, b, c, d] = units as [UnitRef, UnitRef, UnitRef, UnitRef];
const terms = { unitLimit: 3, byRuling: false, lineage: makeLineage([]), hasEnded: () => false };

function event(seq: number, more: Partial<CourseEvent>): CourseEvent {
  const at = new Date(Date.UTC(2022, 1, 7, 0, 0, seq)).toISOString();
  return {
    seq,
    at,
    recordedAt: at,
    by: 'tester',
    action: 'transfer',
    from: null,
    to: null,
    reason: null,
    ruling: null,
    lead: null,
    data: {},
    ...more,
  };
}

/** The course of an appeal that was logged and handed to the units in turn. */
function courseThrough(...chain: UnitRef[]): Course {
  const hops = chain.map((to, at) => event(at + 2, { from: chain[at - 1] ?? null, to }));
  return foldCourse([event(1, { action: 'log' }), ...hops]);
}

/** The course of an appeal after these events. */
function courseOf(...events: Partial<CourseEvent>[]): Course {
  return foldCourse([{ action: 'log' as const }, ...events].map((one, at) => event(at + 1, one)));
}

describe('reading a course', () => {
  it('is at the transfer desk until a unit leads', () => {
    expect(courseThrough()).toMatchObject({ state: 'unassigned', holder: null, hops: [], visited: [] });
  });

  it('numbers hops from 0 and keeps the order of first visits', () => {
    const course = courseThrough(a, b);
    expect(course.hops.map(({ hop, from, to }) => [hop, from?.name, to.name])).toEqual([
      [0, undefined, '甲局'],
      [1, '甲局', '乙局'],
    ]);
    expect(course.visited).toEqual([a, b]);
    expect(course.holder).toEqual(b);
  });

  it('puts a recalled hop back: no visit, but a stop, one of the limit, and once a unit', () => {
    const course = courseOf(
      { to: a },
      { action: 'accept' },
      { from: a, to: b },
      { action: 'recall', from: b, to: a },
    );
    expect(course).toMatchObject({ state: 'accepted', holder: a, visited: [a], hops: [{ to: a }] });
    expect(decideHop(course, b, terms).kind).toBe('hop');
    const again = courseOf({ to: a }, { action: 'recall', from: a }, { to: a });
    expect(refuseVerb(again, 'recall')).toEqual({ kind: 'recalled-already' });
    const others = [b, c].flatMap((to) => [{ to }, { action: 'recall' as const, from: to }]);
    expect(decideHop(courseOf(...others, { to: a }), d, terms).kind).toBe('unit-limit');
    expect(decideHop(courseOf(...others, { to: a }), b, terms).kind).toBe('hop');
    const first = courseOf({ to: a }, { action: 'recall', from: a });
    expect(first).toMatchObject({ state: 'unassigned', holder: null, visited: [], hops: [] });
  });

  it('leaves the unit in the lead until its return is decided', () => {
    const asked = [{ to: a }, { action: 'return' as const, data: { proposed: b } }];
    expect(courseOf(...asked)).toMatchObject({ holder: a, pendingReturn: { unit: a, proposed: b } });
    expect(refuseVerb(courseOf(...asked), 'reply')).toEqual({ kind: 'state' });
    expect(refuseVerb(courseOf(...asked), 'transfer')).toEqual({ kind: 'return-pending' });
    const rejected = courseOf(...asked, { action: 'decide', data: { decision: 'reject' } });
    expect(rejected).toMatchObject({ holder: a, pendingReturn: null });
    expect(refuseVerb(rejected, 'return')).toEqual({ kind: 'returned-already' });
    const upheld = courseOf(...asked, { action: 'decide', from: a, data: { decision: 'uphold' } });
    expect(upheld).toMatchObject({ state: 'unassigned', holder: null, visited: [a] });
    expect(decideHop(upheld, a, terms).kind).toBe('circle');
  });

  it('begins again where it was done, no new visit, and escalates at the third time', () => {
    const done = [
      { action: 'accept' },
      { action: 'reply' },
      { action: 'close', data: { outcome: 'solved' } },
    ] as const;
    const again = [{ action: 'reopen' }, ...done] as const;
    const course = courseOf({ to: a }, ...done, ...again, ...again, { action: 'reopen' });
    expect(course).toMatchObject({
      state: 'sent',
      holder: a,
      visited: [a],
      reworks: reworksToEscalate,
      outcome: null,
    });
    expect(courseOf({ to: a }, ...done, { action: 'review', data: { review: { askedBy: 'citizen', result: 'redo' } } })).toMatchObject({
      state: 'sent',
      holder: a,
      reworks: 1,
    }); // prettier-ignore
  });

  it('tells its stops from sent over accepted to handed on, those recalled as what they are', () => {
    const events = [
      { action: 'log' as const },
      { to: a },
      { action: 'accept' as const },
      { from: a, to: b },
      { action: 'recall' as const, from: b, to: a },
      { from: a, to: c },
      { action: 'return' as const },
      { action: 'decide' as const, from: c, data: { decision: 'uphold' as const } },
    ].map((one, at) => event(at + 1, one));
    const time = (seq: number): string => events[seq - 1]?.at ?? '';
    expect(listStops(events)).toMatchObject([
      { hop: 0, unit: a, sentAt: time(2), acceptedAt: time(3), leftAt: time(6) },
      { hop: 1, unit: b, sentAt: time(4), acceptedAt: null, leftAt: time(5), isRecalled: true },
      { hop: 2, unit: c, sentAt: time(6), acceptedAt: null, leftAt: time(8), isRecalled: false },
    ]);
  });
});

describe('deciding a hop', () => {
  it.each([
    ['the first', courseThrough(), a, 'hop'],
    ['the next', courseThrough(a), b, 'hop'],
    ['to the unit that leads', courseThrough(a), a, 'held-already'],
    ['back to a unit that led', courseThrough(a, b), a, 'circle'],
    ['to one unit more than the limit', courseThrough(a, b, c), d, 'unit-limit'],
    ['back beyond the limit', courseThrough(a, b, c), a, 'circle'],
  ] as const)('%s', (_name, course, to, kind) => {
    expect(decideHop(course, to, terms).kind).toBe(kind);
  });

  it.each([
    ['back to a unit that led', a],
    ['beyond the limit', d],
  ])('passes any hand-over by a ruling: %s', (_name, to) => {
    expect(decideHop(courseThrough(a, b, c), to, { ...terms, byRuling: true })).toMatchObject({
      kind: 'hop',
      hop: 3,
      from: c,
    });
  });

  it('forgets no visit at the transfer desk, where nobody leads', () => {
    const back = { action: 'decide' as const, from: b, data: { decision: 'uphold' as const } };
    const course = courseOf({ to: a }, { from: a, to: b }, { action: 'return' }, back);
    expect(course.holder).toBeNull();
    expect([a, b, c].map((to) => decideHop(course, to, terms).kind)).toEqual(['circle', 'circle', 'hop']);
  });

  describe('where 甲局 has ended and 丁局 came of it', () => {
    const lineage = makeLineage([{ fromId: a.id, toId: d.id, on: '2022-02-07', how: 'merged' }]);
    const ended = { ...terms, lineage, hasEnded: (id: number) => id === a.id };
    /** 甲局 led, 丁局 took over from it, and 乙局 was next. */
    const takenOver = courseOf(
      { to: a },
      { from: a, to: d, reason: 'reorganised', data: { succession: true } },
      { from: d, to: b },
    );

    it('takes over what 甲局 led, whatever the limit is', () => {
      expect(decideHop(courseThrough(b, c, a), d, { ...ended, unitLimit: 1 })).toMatchObject({
        kind: 'hop',
        isTakeOver: true,
      });
    });

    it('a hand-over to 丁局 after 甲局 has led is a circle', () => {
      expect(decideHop(courseThrough(a, b), d, ended).kind).toBe('circle');
      // One that goes on beside its part is another unit.
      expect(decideHop(courseThrough(a, b), d, { ...ended, hasEnded: () => false }).kind).toBe('hop');
    });

    it('both count as one of the limit', () => {
      expect(takenOver.visited).toEqual([a, d, b]);
      expect(decideHop(takenOver, c, ended).kind).toBe('hop');
      expect(decideHop(takenOver, c, terms).kind).toBe('unit-limit');
      expect(decideHop(takenOver, c, { ...ended, unitLimit: 2 })).toEqual({ kind: 'unit-limit', limit: 2 });
    });
  });

  it('counts a recalled hop as a stop, and not as a visit', () => {
    const recalled = courseOf({ to: a }, { from: a, to: b }, { action: 'recall', from: b, to: a });
    expect(recalled).toMatchObject({ visited: [a], recalledHops: [{ to: b }] });
    // No visit: it may be sent there again, as hop 2, for the recalled one keeps its number.
    expect(decideHop(recalled, b, terms)).toMatchObject({ kind: 'hop', hop: 2 });
    // A stop: with 甲局 and 丙局 it makes three.
    expect(decideHop(recalled, c, terms).kind).toBe('hop');
    expect(decideHop(recalled, c, { ...terms, unitLimit: 2 }).kind).toBe('unit-limit');
  });

  it('binds the lead of a ruling for its stint: it neither transfers nor returns', () => {
    const ruled = courseOf(
      { to: a },
      { action: 'rule', from: a, to: b, ruling: 7, lead: b, data: { assists: [a] } },
    );
    expect(ruled).toMatchObject({ holder: b, boundBy: 7, assists: [a] });
    expect(refuseVerb(ruled, 'transfer')).toEqual({ kind: 'bound', ruling: 7 });
    expect(refuseVerb(ruled, 'return')).toEqual({ kind: 'bound', ruling: 7 });
    expect(refuseVerb(ruled, 'recall')).toEqual({ kind: 'not-recallable' });
  });
});

const enNames = states;
const zhNames = ['在转办席', '已派单', '已签收', '已答复', '已办结'];
const zhOutcomes = ['已解决', '已解释', '直接答复', '不予受理', '撤回', '重复件'];

describe('the table of states and verbs', () => {
  it.each([
    ['en', { verb: 'verb', outcome: 'outcome', yes: 'yes' }, enNames, outcomes],
    ['zh', { verb: '操作', outcome: '办理结果', yes: '可' }, zhNames, zhOutcomes],
  ] as const)(
    'stands in docs/%s/appeals.md as the rules have it',
    (language, words, stateNames, outcomeNames) => {
      const verbs = Object.keys(verbStates) as CourseVerb[];
      const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
      const head = (first: string): (readonly string[])[] => [
        [first, ...stateNames],
        ['---', ...states.map(() => '---')],
      ];
      const table = [
        ...head(words.verb),
        ...verbs.map((verb) => [
          `\`${verb}\``,
          ...states.map((state) => (verbStates[verb].includes(state) ? words.yes : '–')),
        ]),
      ].map(row);
      const outcomeTable = [
        ...head(words.outcome),
        ...outcomes.map((one, at) => [
          outcomeNames[at] ?? '',
          ...states.map((state) => (outcomesOf[state].includes(one) ? words.yes : '–')),
        ]),
      ].map(row);
      const path = join(import.meta.dirname, '..', '..', 'docs', language, 'appeals.md');
      const page = readFileSync(path, 'utf8');
      const shown = page.split('\n').map((line) => line.replaceAll(/ +/gu, ' ').replaceAll(/-{3,}/gu, '---'));
      const at = shown.indexOf(table[0] ?? '');
      expect(shown.slice(at, at + table.length)).toEqual(table);
      const next = shown.indexOf(outcomeTable[0] ?? '');
      expect(shown.slice(next, next + outcomeTable.length)).toEqual(outcomeTable);
    },
  );
});

/** One try of a person at an appeal; whether it is allowed is the rules' to say. */
interface Try {
  readonly verb: CourseVerb;
  readonly to: UnitRef;
  readonly isYes: boolean;
}

const tries = fc.array(
  fc.record({
    verb: fc.constantFrom(...(Object.keys(verbStates) as CourseVerb[])),
    to: fc.constantFrom(...units),
    isYes: fc.boolean(),
  }),
  { maxLength: 40 },
);

/** The event of a try, where it is allowed. */
function tryIt(course: Course, { verb, to, isYes }: Try, seq: number): CourseEvent | undefined {
  if (refuseVerb(course, verb) !== undefined) return undefined;
  const hop = (byRuling: boolean): Partial<CourseEvent> | undefined => {
    const verdict = decideHop(course, to, { ...terms, byRuling });
    return verdict.kind === 'hop' ? { from: verdict.from, to } : undefined;
  };
  const make = (more: Partial<CourseEvent> | undefined): CourseEvent | undefined =>
    more === undefined ? undefined : event(seq, { action: verb, ...more });
  switch (verb) {
    case 'transfer':
      return make(hop(false));
    case 'rule':
      return make({ ruling: seq, lead: to, ...(course.holder?.id === to.id ? {} : hop(true)) });
    case 'recall':
      return make({ from: course.holder, to: course.hops.at(-1)?.from ?? null });
    case 'decide': {
      if (!isYes) return make({ data: { decision: 'reject' } });
      const target = hop(false);
      return make({ ...(target ?? { from: course.holder }), data: { decision: 'uphold' } });
    }
    case 'review':
      return make({ data: { review: { askedBy: 'citizen', result: isYes ? 'redo' : 'upheld' } } });
    case 'close':
      return make({ data: { outcome: outcomesOf[course.state][0] ?? 'withdrawn' } });
    case 'assist':
      return make({ data: { assists: isYes ? [to] : [] } });
    default:
      return make({});
  }
}

describe('any sequence of verbs', () => {
  it('keeps one holder at every moment, a chain of hops, and no second visit without a ruling', () => {
    fc.assert(
      fc.property(tries, (sequence) => {
        const events = [event(1, { action: 'log' })];
        for (const one of sequence) {
          const before = foldCourse(events);
          const next = tryIt(before, one, events.length + 1);
          if (next === undefined) continue;
          events.push(next);
          const course = foldCourse(events);
          // A unit leads, or it is at the transfer desk.
          const isAtDesk = course.holder === null;
          if (course.state === 'unassigned') expect(isAtDesk).toBe(true);
          if (['sent', 'accepted', 'replied'].includes(course.state)) expect(isAtDesk).toBe(false);
          course.hops.forEach((hop, at) => {
            const last = course.hops[at - 1];
            expect(hop.hop).toBeGreaterThan(last?.hop ?? -1);
            // From the unit that led, or from the transfer desk after a return that was upheld.
            if (hop.from !== null) expect(hop.from).toEqual(last?.to);
          });
          const last = course.hops.at(-1);
          if (course.holder !== null) expect(last?.to).toEqual(course.holder);
          const led = new Set<number>();
          for (const hop of course.hops) {
            if (hop.ruling === null) expect(led.has(hop.to.id)).toBe(false);
            led.add(hop.to.id);
          }
          const free = course.hops.filter((hop) => hop.ruling === null).length;
          if (course.hops.every((hop) => hop.ruling === null))
            expect(free).toBeLessThanOrEqual(terms.unitLimit);
          // What is allowed is never nothing, and only what the state allows.
          const allowed = allowedVerbs(course);
          expect(allowed.length).toBeGreaterThan(0);
          for (const verb of allowed) expect(verbStates[verb]).toContain(course.state);
          // From no unit is it recalled twice.
          const recalled = course.recalledHops.map(({ to }) => to.id);
          expect(new Set(recalled).size).toBe(recalled.length);
        }
      }),
      { numRuns: 1000 },
    );
  });
});
