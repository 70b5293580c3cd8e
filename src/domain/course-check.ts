import type { CourseEvent } from './appeal-event.ts';
import { foldCourses } from './course.ts';

/**
 * Says where a history does not hang together: events that are missing, that happened before the one they follow, and
 * hand-overs from a unit that did not lead. Each fault names the number of its event.
 */
export function hopFaults(events: readonly CourseEvent[], receivedAt: string): string[] {
  const [first] = events;
  if (first === undefined) return ['0'];
  const courses = foldCourses(events);
  const faults: string[] = first.action === 'log' && first.at === receivedAt ? [] : [String(first.seq)];
  events.forEach((event, at) => {
    const before = events[at - 1];
    const isNext = event.seq === at + 1;
    const isLater = before === undefined || event.at >= before.at;
    // An assignment names who led until then, and a recall whom it is taken from.
    const isHandOver = event.to !== null || event.action === 'recall' || event.action === 'release';
    const led = courses[at - 1]?.holder?.id ?? null;
    const isLedOn = !isHandOver || (event.from?.id ?? null) === led;
    if (!isNext || !isLater || !isLedOn) faults.push(String(event.seq));
  });
  return faults;
}
