import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Course, CourseEvent, UnitRef } from '../../src/domain/course.ts';
import { makeLineage } from '../../src/domain/succession.ts';
import { decideHop, readCourse } from '../../src/domain/course.ts';

const units: UnitRef[] = ['甲局', '乙局', '丙局', '丁局', '戊局'].map((name, id) => ({
  id,
  code: `U-${String(id)}`,
  name,
}));
const [a, b, c, d] = units as [UnitRef, UnitRef, UnitRef, UnitRef];
const terms = { unitLimit: 3, byRuling: false, lineage: makeLineage([]) };

function event(seq: number, more: Partial<CourseEvent>): CourseEvent {
  const at = `2022-02-07T00:00:${String(seq).padStart(2, '0')}Z`;
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
    assists: [],
    ...more,
  };
}

/** The course of an appeal that was logged and handed to the units in turn. */
function courseThrough(...chain: UnitRef[]): Course {
  const hops = chain.map((to, at) => event(at + 2, { from: chain[at - 1] ?? null, to }));
  return readCourse([event(1, { action: 'log' }), ...hops]);
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

  it('passes any hand-over by a ruling', () => {
    expect(decideHop(courseThrough(a, b, c), a, { ...terms, byRuling: true })).toMatchObject({
      kind: 'hop',
      hop: 3,
      from: c,
    });
  });

  it('binds the lead of a ruling, and nobody after another ruling', () => {
    const ruled = readCourse([
      event(1, { action: 'log' }),
      event(2, { to: a }),
      event(3, { action: 'rule', from: a, to: b, ruling: 7, lead: b, assists: [a] }),
    ]);
    expect(ruled).toMatchObject({ holder: b, boundBy: 7, assists: [a] });
    expect(decideHop(ruled, c, terms)).toEqual({ kind: 'bound', ruling: 7 });
  });

  it('never lets a unit lead twice without a ruling', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...units), { maxLength: 12 }), (tries) => {
        const chain: UnitRef[] = [];
        for (const to of tries)
          if (decideHop(courseThrough(...chain), to, terms).kind === 'hop') chain.push(to);
        expect(new Set(chain).size).toBe(chain.length);
        expect(chain.length).toBeLessThanOrEqual(terms.unitLimit);
      }),
    );
  });
});
