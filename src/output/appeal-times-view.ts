import type { AppealTimes, Stint } from '../domain/appeal-times.ts';
import type { Stop } from '../domain/stops.ts';
import type { CountedDay, DueStep, Light } from '../domain/deadline.ts';
import { nextDay } from '../domain/time.ts';
import type { Texts } from '../text/shape.ts';
import type { Cell, Tone } from './view.ts';

/** Minutes of working hours as a table shows them, `3:20`; nothing where they cannot be counted. */
export function writeHours(minutes: number | null): string {
  if (minutes === null) return '';
  return `${String(Math.floor(minutes / 60))}:${String(minutes % 60).padStart(2, '0')}`;
}

const tones: Readonly<Record<Light, Tone>> = { green: 'plain', yellow: 'warning', red: 'bad' };

/** A due day in the colour of its warning; in words where no colour is shown, a remark. */
export function dueCell(dueOn: string | null, light: Light | null, text: Texts): Cell {
  if (dueOn === null) return text.labels.none;
  if (light === null || light === 'green') return dueOn;
  return { text: dueOn, tone: tones[light], mark: text.views.times.marks[light] };
}

/** When a unit accepted and how long it took; marked where it was late. */
export function acceptCell(
  { acceptedAt, acceptedBy, stretches }: Pick<Stop, 'acceptedAt' | 'acceptedBy' | 'stretches'>,
  stint: Stint | undefined,
  time: (at: string) => string,
  text: Texts,
): Cell {
  const say = text.views.times;
  const hours = writeHours(stint?.minutesToAccept ?? null);
  const isLate = stint?.isAcceptedLate === true && stint.acceptBy !== null;
  // What was done again was accepted before.
  const earlier = stretches
    .slice(0, -1)
    .flatMap((one) =>
      one.acceptedAt === null ? [] : [text.views.appeal.doneAt(time(one.acceptedAt), one.acceptedBy ?? '')],
    );
  const lines = [
    ...earlier,
    ...(acceptedAt === null ? [] : [text.views.appeal.doneAt(time(acceptedAt), acceptedBy ?? '')]),
    ...(hours === '' || (acceptedAt === null && !isLate)
      ? []
      : [acceptedAt === null ? say.notAccepted(hours) : say.acceptedAfter(hours)]),
    ...(isLate ? [say.acceptedLate(stint.acceptBy)] : []),
  ];
  return { text: lines.join('\n'), tone: isLate ? 'warning' : 'plain' };
}

/** The clocks of an appeal as facts: the due day, how it came about unless it is to be brief, and how long the citizen waits. */
export function clockRows(clocks: AppealTimes, text: Texts, isBrief = false): [string, Cell][] {
  const say = text.views.times;
  const { due, missingYear, light, daysLeft, answeredAt, isAnswered, isAnswerUndated, minutes } = clocks;
  const rows: [string, Cell][] = [];
  if (due === null) {
    rows.push([
      say.due,
      missingYear === null ? say.noDue : { text: say.noCalendar(missingYear), tone: 'warning' },
    ]);
  } else {
    const isLate = isAnswered && answeredAt !== null && daysLeft !== null && daysLeft < 0;
    const remark =
      daysLeft === null ? '' : answeredAt === null ? say.left(daysLeft) : isLate ? say.late(daysLeft) : '';
    const tone: Tone = isLate ? 'bad' : light === null ? 'plain' : tones[light];
    const lamp = light === null ? '' : say.lights[light];
    const remarks = [lamp, remark].filter((one) => one !== '');
    const first = remarks.length === 0 ? due.on : text.labels.remark(due.on, text.labels.list(remarks));
    rows.push([
      say.due,
      {
        text: [first, ...(isBrief ? [] : due.steps.map((step) => describeStep(step, text)))].join('\n'),
        tone,
      },
    ]);
  }
  if (isAnswerUndated) rows.push([say.citizen, say.undated]);
  if (minutes !== null) {
    const hours = say.hours(Math.floor(minutes / 60), minutes % 60);
    rows.push([
      say.citizen,
      answeredAt === null ? say.waiting(hours) : isAnswered ? say.answered(hours) : say.ended(hours),
    ]);
  }
  return rows;
}

/** One step to a due day in words: what it is counted from, by how much, and which days do not count. */
export function describeStep({ why, from, window, due, days }: DueStep, text: Texts): string {
  const say = text.views.deadline;
  const line = say.until(say.why[why](from, say.window(window.days, window.dayKind, window.start)), due);
  const isCalendar = window.dayKind === 'calendar';
  // Every day of the calendar counts; only a last day that is off moves on.
  const off = isCalendar ? [] : days.filter(({ count }) => count === null);
  const counted = days.findLast(({ count }) => count !== null)?.day ?? due;
  const worked = isCalendar
    ? []
    : days.filter(({ sort, count }) => sort === 'weekend-worked' && count !== null);
  const remarks = [
    ...(isCalendar && counted !== due ? [say.movedOn(counted, due)] : []),
    ...(off.length === 0 ? [] : [say.leftOut(describeSpans(off, text))]),
    ...(worked.length === 0 ? [] : [say.workedToo(describeSpans(worked, text))]),
  ];
  return remarks.length === 0 ? line : `${line}\n${text.labels.clauses(remarks)}`;
}

/** Days in words, those that follow each other for the same reason as one span. */
function describeSpans(days: readonly CountedDay[], text: Texts): string {
  const say = text.views.deadline;
  const spans: { from: string; to: string; name: string; next: string }[] = [];
  for (const { day, name, sort } of days) {
    const called = name ?? (sort === 'weekend' ? say.sorts.weekend : '');
    const last = spans.at(-1);
    const next = nextDay(day);
    if (last !== undefined && last.next === day && last.name === called)
      Object.assign(last, { to: day, next });
    else spans.push({ from: day, to: day, name: called, next });
  }
  return text.labels.list(spans.map(({ from, to, name }) => say.span(from, to, name)));
}
