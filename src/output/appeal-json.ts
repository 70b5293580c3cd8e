import type { Appeal, PersonalFields, Wait } from '../domain/appeal.ts';
import { isEscalated, listedTexts } from '../domain/appeal.ts';
import type { AppealTimes, Stint } from '../domain/appeal-times.ts';
import type { Course } from '../domain/course.ts';
import type { CourseEvent, EventData, Link, ToldEvent, UnitRef } from '../domain/appeal-event.ts';
import type { Stop } from '../domain/stops.ts';
import { originalOf } from '../domain/course.ts';
import type { WrittenStep } from '../domain/deadline-record.ts';
import { writeSteps } from '../domain/deadline-record.ts';
import type { Light } from '../domain/deadline.ts';
import type { Excerpt } from '../domain/excerpt.ts';
import type { Day } from '../domain/time.ts';

/** A unit as programs get it. */
export interface UnitRefJson {
  readonly code: string;
  readonly name: string;
}

/** A unit that an event names, by code and name. */
export function unitRefJson(unit: UnitRef): UnitRefJson {
  return { code: unit.code, name: unit.name };
}

const unitOrNull = (unit: UnitRef | null): UnitRefJson | null => (unit === null ? null : unitRefJson(unit));

/** An appeal's own row as programs get it. */
export type AppealJson = Omit<Appeal, 'id' | 'rulesCode' | 'holder'> & {
  /** Code of the deadline rules it was received under. */
  readonly deadline: string;
  readonly holder: string | null;
  readonly holderCode: string | null;
  /** Redone three times or more. */
  readonly escalated: boolean;
};

function appealJson({ id: _id, rulesCode, holder, ...appeal }: Appeal): AppealJson {
  return {
    ...appeal,
    deadline: rulesCode,
    holder: holder?.name ?? null,
    holderCode: holder?.code ?? null,
    escalated: isEscalated(appeal),
  };
}

/** An appeal in a list, what is confidential left out. */
export type ListedAppealJson = AppealJson & {
  readonly title: string | null;
  readonly caller: string | null;
  readonly phone: string | null;
};

function listedAppealJson(appeal: Appeal, personal: PersonalFields): ListedAppealJson {
  const { title, matter, place } = listedTexts(appeal, personal);
  const { caller, phone } = personal;
  return { ...appealJson(appeal), place, matter, title, caller, phone };
}

/** The clocks of an appeal, without the single days. */
export interface TimesJson extends Omit<AppealTimes, 'due' | 'stints'> {
  readonly dueOn: Day | null;
  readonly rules: string | null;
  readonly steps: readonly Omit<WrittenStep, 'days'>[];
  readonly stints: readonly Stint[];
}

function timesJson({ due, stints, ...times }: AppealTimes): TimesJson {
  return {
    ...times,
    dueOn: due?.on ?? null,
    rules: due?.rules ?? null,
    steps: due === null ? [] : writeSteps(due).map(({ days: _days, ...step }) => step),
    stints,
  };
}

/** One event of an appeal, units by code and name, what was written with it by field. */
export type EventJson = Omit<CourseEvent, 'from' | 'to' | 'lead' | 'data'> &
  Omit<EventData, 'assists' | 'proposed'> & {
    readonly from: UnitRefJson | null;
    readonly to: UnitRefJson | null;
    readonly lead: UnitRefJson | null;
    readonly assists?: readonly (UnitRefJson & { readonly office: string | null })[];
    readonly proposed?: UnitRefJson | null;
    /** The import that told it, for one of another system. */
    readonly import?: { readonly number: number; readonly file: string; readonly tab: string | null };
    readonly texts: Readonly<Record<string, string>>;
  };

function eventJson(event: ToldEvent): EventJson {
  const { from, to, lead, data, texts, batch, ...rest } = event;
  const { assists, proposed, ...more } = data;
  return {
    ...rest,
    from: unitOrNull(from),
    to: unitOrNull(to),
    lead: unitOrNull(lead),
    ...(assists === undefined
      ? {}
      : { assists: assists.map((one) => ({ ...unitRefJson(one), office: one.office ?? null })) }),
    ...(proposed === undefined ? {} : { proposed: unitOrNull(proposed) }),
    ...more,
    ...(batch === undefined ? {} : { import: batch }),
    texts: Object.fromEntries(texts.map(({ field, text }) => [field, text])),
  };
}

/** A line of `appeal list`. */
export type AppealLineJson = ListedAppealJson & {
  readonly wait: Wait | null;
  readonly light: Light | null;
  readonly clocks?: TimesJson;
};

/** Appeals as `appeal list` gives them to programs. */
export function appealLineJson(line: {
  readonly appeal: Appeal;
  readonly personal: PersonalFields;
  readonly wait: Wait | undefined;
  readonly light: Light | null;
  readonly clocks: AppealTimes | undefined;
}): AppealLineJson {
  const { appeal, personal, wait, light, clocks } = line;
  return {
    ...listedAppealJson(appeal, personal),
    wait: wait ?? null,
    light,
    ...(clocks === undefined ? {} : { clocks: timesJson(clocks) }),
  };
}

/** A hit of `appeal search`: `at` is where the word stands, null where it was found by its number or a phone. */
export type HitJson = ListedAppealJson & {
  readonly at: ({ readonly field: string; readonly event: number | null } & Excerpt) | null;
};

/** An appeal that was found as `appeal search` gives it to programs. */
export function hitJson(hit: {
  readonly appeal: Appeal;
  readonly personal: PersonalFields;
  readonly at?:
    { readonly field: string; readonly seq: number | null; readonly excerpt: Excerpt } | undefined;
}): HitJson {
  const { appeal, personal, at } = hit;
  return {
    ...listedAppealJson(appeal, personal),
    at: at === undefined ? null : { field: at.field, event: at.seq, ...at.excerpt },
  };
}

/** What `appeal show` says. */
export type AppealDetailsJson = AppealJson & {
  readonly caller: string | null;
  readonly phone: string | null;
  readonly title: string;
  readonly text: string | null;
  readonly outcome: string | null;
  /** Codes of the units that assist. */
  readonly assists: readonly string[];
  readonly pendingReturn: boolean;
  readonly reworks: number;
  readonly reminders: number;
  readonly duplicateOf: string | null;
  readonly links: readonly Link[];
  readonly linkedFrom: readonly Link[];
  readonly hops: number;
  readonly clocks: TimesJson;
  readonly rulings: readonly {
    readonly number: number;
    readonly basis: string;
    readonly on: string;
    readonly by: string;
  }[];
  readonly allowed: readonly string[];
  readonly events: readonly EventJson[];
};

/** An appeal with its course as `appeal show` gives it to programs. */
export function appealDetailsJson(details: {
  readonly appeal: Appeal;
  readonly personal: PersonalFields;
  readonly course: Course;
  readonly events: readonly ToldEvent[];
  readonly rulings: AppealDetailsJson['rulings'];
  readonly linkedFrom: readonly Link[];
  readonly allowed: readonly string[];
  readonly clocks: AppealTimes;
}): AppealDetailsJson {
  const { appeal, personal, course, events, rulings, linkedFrom, allowed, clocks } = details;
  return {
    ...appealJson(appeal),
    caller: personal.caller,
    phone: personal.phone,
    title: personal.title,
    text: personal.text,
    outcome: course.outcome,
    assists: course.assists.map((unit) => unit.code),
    pendingReturn: course.pendingReturn !== null,
    reworks: course.reworks,
    reminders: course.reminders,
    duplicateOf: originalOf(course),
    links: course.links,
    linkedFrom,
    hops: course.hops.length,
    clocks: timesJson(clocks),
    rulings: rulings.map(({ number, basis, on, by }) => ({ number, basis, on, by })),
    allowed,
    events: events.map(eventJson),
  };
}

/** What `appeal trace` says. */
export interface TraceJson {
  readonly number: string;
  readonly state: string;
  readonly outcome: string | null;
  readonly clocks: TimesJson;
  readonly stops: readonly (Omit<Stop, 'unit'> & {
    readonly unit: UnitRefJson;
    readonly liaison: string | null;
  })[];
  readonly events: readonly EventJson[];
}

/** The course of an appeal as `appeal trace` gives it to programs. */
export function traceJson(
  { appeal, course, events, clocks }: Parameters<typeof appealDetailsJson>[0],
  stops: readonly (Stop & { readonly liaison: string | null })[],
): TraceJson {
  return {
    number: appeal.number,
    state: appeal.state,
    outcome: course.outcome,
    clocks: timesJson(clocks),
    stops: stops.map(({ unit, ...stop }) => ({ ...stop, unit: unitRefJson(unit) })),
    events: events.map(eventJson),
  };
}
