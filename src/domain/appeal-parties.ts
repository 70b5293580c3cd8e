import type { Assistant, CourseEvent } from './appeal-event.ts';
import { foldCourses } from './course.ts';

/** The part a unit, or one internal office of it, has in an appeal for some time; `until` is null while it goes on. */
export interface Party {
  readonly unitId: number;
  readonly role: 'lead' | 'assist';
  readonly office: string | null;
  readonly since: string;
  readonly until: string | null;
}

/** Who led and who assisted an appeal, and when, by its history. */
export function partiesOf(events: readonly CourseEvent[]): Party[] {
  const ended: Party[] = [];
  let lead: Party | undefined;
  let assists: Party[] = [];
  let before = '';
  for (const course of foldCourses(events)) {
    const { holder, lastAt: since } = course;
    if (lead?.unitId !== holder?.id) {
      if (lead !== undefined) ended.push({ ...lead, until: since });
      lead = holder === null ? undefined : makeParty(holder, 'lead', since);
    }
    const key = course.assists.map(assistantKey).join(' ');
    if (key !== before) {
      ended.push(...assists.map((one) => ({ ...one, until: since })));
      assists = course.assists.map((one) => makeParty(one, 'assist', since));
      before = key;
    }
  }
  return [...ended, ...(lead === undefined ? [] : [lead]), ...assists];
}

function makeParty({ id, office }: Assistant, role: Party['role'], since: string): Party {
  return { unitId: id, role, office: office ?? null, since, until: null };
}

/** Tells those who assist apart: a unit, and each office of it. */
export function assistantKey({ id, office }: Assistant): string {
  return `${String(id)}/${office ?? ''}`;
}
