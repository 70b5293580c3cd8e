import type { CourseEvent, EventData } from '../../domain/appeal-event.ts';
import type { RecordedEvent } from '../../domain/life.ts';
import type { Day } from '../../domain/time.ts';
import type { LocalWork } from '../kernel/transaction.ts';
import type { EventTerms } from './event-content.ts';

/** An event that names neither unit nor ruling. */
export const noUnits = { fromUnitId: null, toUnitId: null, reason: null, rulingId: null } as const;

/** Makes an event of a history of what another system recorded in a row; one that closes the appeal keeps the due day it has here. What takes a record back has no row. */
export function makeRecorded(
  { now: recordedAt, by }: Pick<LocalWork, 'now' | 'by'>,
  event: RecordedEvent,
  { seq, row, dueOn }: { readonly seq: number; readonly row: number | null; readonly dueOn: Day | null },
): CourseEvent {
  const { action, at, isUndated, isLog, from, to, reason, data } = event;
  const marks = {
    ...(isUndated ? { undated: true as const } : {}),
    ...(isLog === true ? { log: true as const } : {}),
  };
  const source = row === null ? {} : { source: { row, ...marks } };
  const due = action === 'close' && dueOn !== null ? { due: dueOn } : {};
  return {
    ...{ seq, at, recordedAt, by, action, from, to, reason, ruling: null, lead: null },
    data: { ...data, ...due, ...source },
  };
}

/** What stands in the row of such an event. */
export function describeRecorded(
  { action, at, from, to, reason }: RecordedEvent,
  data: EventData,
  texts: Readonly<Record<string, string>>,
): EventTerms {
  return {
    ...{ action, at, reason, data, texts, rulingId: null },
    ...{ fromUnitId: from?.id ?? null, toUnitId: to?.id ?? null },
  };
}
