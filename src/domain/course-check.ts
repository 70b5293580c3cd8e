import type { CourseEvent } from './appeal-event.ts';
import { inOrder } from './appeal-event.ts';
import { foldCourses } from './course.ts';

/**
 * Says where a history does not hang together: events that are missing, that happened before the one they follow, and
 * hand-overs from a unit that did not lead. Each fault names the number of its event. What another system recorded may be told later than it
 * happened, and a gap in it is marked as such.
 */
export function hopFaults(history: readonly CourseEvent[], receivedAt: string): string[] {
  const [first] = history;
  if (first === undefined) return ['0'];
  const faults = new Set<number>();
  if (first.action !== 'log' || first.at !== receivedAt) faults.add(first.seq);
  /** When the last thing was done here. */
  let last = '';
  history.forEach(({ seq, at, data }, place) => {
    // What takes a record back is no part of the story.
    const isRecord = data.source !== undefined || data.ofRecord === true;
    const isLater = at >= (isRecord ? receivedAt : last);
    if (seq !== place + 1 || !isLater) faults.add(seq);
    if (!isRecord) last = at;
  });
  const events = inOrder(history);
  const courses = foldCourses(history);
  events.forEach((event, place) => {
    // An assignment names who led until then, and a recall whom it is taken from.
    const isHandOver = event.to !== null || event.action === 'recall' || event.action === 'release';
    if (!isHandOver || event.data.gap === true) return;
    const led = courses[place - 1]?.holder?.id ?? null;
    if ((event.from?.id ?? null) !== led) faults.add(event.seq);
  });
  return [...faults].sort((a, b) => a - b).map(String);
}
