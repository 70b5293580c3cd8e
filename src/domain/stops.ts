import type { CourseEvent, UnitRef } from './appeal-event.ts';
import { eventsInForce, isSuccession } from './appeal-event.ts';

/** A stretch of time in which a unit was at an appeal; `until` is null while it goes on. */
export interface Stretch {
  readonly from: string;
  readonly until: string | null;
  /** When the unit accepted it, and who said so; null while it has not. */
  readonly acceptedAt: string | null;
  readonly acceptedBy: string | null;
}

/** A stay of an appeal at a unit that led it, or was to lead it until the hop was recalled. */
export interface Stop {
  readonly hop: number;
  readonly unit: UnitRef;
  readonly sentAt: string;
  readonly sentBy: string;
  /** When the unit accepted it; anew where it is to be done again. */
  readonly acceptedAt: string | null;
  readonly acceptedBy: string | null;
  /** Whether nobody told when, or whether at all, it was accepted: another system had it answered without. */
  readonly isAcceptUnknown: boolean;
  /** When it was handed on, recalled, or went back to the transfer desk; null where it is, or ended. */
  readonly leftAt: string | null;
  /** Whether its hop was recalled: a stop, and no visit. */
  readonly isRecalled: boolean;
  /** When the unit was at it: from sent to handed on, replied or closed, and anew when it was to be done again. */
  readonly stretches: readonly Stretch[];
}

/** The stops of an appeal in their order, each from sent over accepted to handed on. */
export function listStops(events: readonly CourseEvent[]): Stop[] {
  const stops: Stop[] = [];
  /** Place of the stop where the appeal is, or was last. */
  let place: number | undefined;
  /** The place before each hop, and the stop there as it stood. */
  const before: { readonly place: number | undefined; readonly stop: Stop | undefined }[] = [];
  const set = (stop: Stop | undefined): void => {
    if (stop !== undefined && place !== undefined) stops[place] = stop;
  };
  for (const event of eventsInForce(events)) {
    const { action, at, by, to, data } = event;
    const last = place === undefined ? undefined : stops[place];
    if (action === 'recall') {
      if (last !== undefined) set({ ...pause(last, at), leftAt: at, isRecalled: true });
      const back = before.pop();
      place = back?.place;
      set(back?.stop);
    } else if (action === 'accept' && last?.acceptedAt === null) {
      const accepted = { acceptedAt: at, acceptedBy: by };
      const stretches = last.stretches.map((one) =>
        one.acceptedAt === null && one.until === null ? { ...one, ...accepted } : one,
      );
      set({ ...last, ...accepted, isAcceptUnknown: data.source?.undated === true, stretches });
    } else if (action === 'reply' || action === 'close' || action === 'void') {
      const isUntold = last?.acceptedAt === null && data.source !== undefined;
      if (last !== undefined) set({ ...pause(last, at), isAcceptUnknown: last.isAcceptUnknown || isUntold });
    } else if (action === 'release') {
      if (last?.leftAt === null) set({ ...pause(last, at), leftAt: at });
    } else if (action === 'reopen' || data.review?.result === 'redo') {
      if (last?.leftAt === null)
        set({
          ...last,
          acceptedAt: null,
          acceptedBy: null,
          stretches: [
            ...pause(last, at).stretches,
            { from: at, until: null, acceptedAt: null, acceptedBy: null },
          ],
        });
    } else if (action === 'transfer' || action === 'rule' || action === 'decide') {
      if (to === null && data.decision !== 'uphold') continue;
      // A successor stands where its predecessor stood.
      const isTakenOver = last?.leftAt === null && isSuccession(event);
      before.push({ place, stop: last });
      if (last?.leftAt === null) set({ ...pause(last, at), leftAt: at });
      if (to === null) {
        before.pop();
        continue;
      }
      const accepted = isTakenOver
        ? { acceptedAt: last.acceptedAt, acceptedBy: last.acceptedBy }
        : { acceptedAt: null, acceptedBy: null };
      place = stops.length;
      stops.push({
        hop: place,
        unit: to,
        sentAt: at,
        sentBy: by,
        ...accepted,
        isAcceptUnknown: false,
        leftAt: null,
        isRecalled: false,
        stretches: [{ from: at, until: null, ...accepted }],
      });
    }
  }
  return stops;
}

/** The stop where an appeal is, or was last; undefined where no unit has led it. */
export function lastStop(events: readonly CourseEvent[]): Stop | undefined {
  return listStops(events).findLast(({ isRecalled }) => !isRecalled);
}

/** A stop whose stretch that goes on ends. */
function pause(stop: Stop, at: string): Stop {
  return { ...stop, stretches: stop.stretches.map((one) => ({ ...one, until: one.until ?? at })) };
}

/** Since when the unit that leads has had an appeal, or has it anew; null where none leads it. */
export function sentSince(events: readonly CourseEvent[]): string | null {
  const last = lastStop(events);
  return last?.leftAt === null ? (last.stretches.at(-1)?.from ?? null) : null;
}
