import type { CourseEvent } from '../../domain/course.ts';

/** One event of an appeal as JSON, units by code and name. */
export function eventDocument(event: CourseEvent & { readonly text: string | null }): object {
  const { from, to, lead, assists, ...rest } = event;
  const unit = (ref: CourseEvent['to']): object | null =>
    ref === null ? null : { code: ref.code, name: ref.name };
  return { ...rest, from: unit(from), to: unit(to), lead: unit(lead), assists: assists.map(unit) };
}
