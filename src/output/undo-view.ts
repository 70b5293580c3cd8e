import type { MovedDue } from '../domain/calendar-plan.ts';
import type { Effect } from '../domain/register.ts';
import { localTime } from '../domain/time.ts';
import type { Texts } from '../text/shape.ts';
import { effectsView } from './batch-view.ts';
import { movedDuesView } from './calendar-view.ts';
import type { Cell, View } from './view.ts';

/** What holds no longer, or again, beside the register. */
interface Part {
  readonly of: 'run' | 'ruling' | 'study' | 'study-closing' | 'scheme' | 'deadline';
  readonly name: number | string;
  readonly from: number | string | null;
  readonly holds: boolean;
}

/** What undoing an operation puts back, what stays as it is, and what is to be looked at. */
export function operationUndoView(
  plan: {
    readonly operation: {
      readonly operation: number;
      readonly at: string;
      readonly by: string;
      readonly command: string;
    };
    readonly effects: readonly Effect[];
    readonly nameOf: (unitId: number) => string;
    readonly parts: readonly Part[];
    readonly appeals: { readonly back: readonly string[]; readonly stay: readonly string[] };
    readonly moved: readonly MovedDue[];
    readonly later: {
      readonly runs: readonly number[];
      readonly editions: readonly number[];
      readonly imports: readonly number[];
    };
  },
  timeZone: string,
  text: Texts,
): View {
  const say = text.views.undo;
  const { list } = text.labels;
  const { operation: done, effects, nameOf, parts, appeals, moved, later } = plan;
  const numbers = (all: readonly number[]): string => list(all.map(String));
  const lines: Cell[] = [
    ...parts.map((part) => describePart(part, text)),
    ...(appeals.back.length === 0 ? [] : [say.back(list(appeals.back))]),
    ...(appeals.stay.length === 0 ? [] : [{ text: say.stay(list(appeals.stay)), tone: 'warning' as const }]),
    ...(later.runs.length === 0 ? [] : [say.runsStay(numbers(later.runs))]),
    ...(later.editions.length === 0 ? [] : [say.editionsStay(numbers(later.editions))]),
    ...(later.imports.length === 0
      ? []
      : [{ text: say.importsLook(numbers(later.imports)), tone: 'warning' as const }]),
  ];
  return [
    {
      kind: 'title',
      text: say.title(done.operation, done.command, done.by, localTime(done.at, timeZone)),
    },
    ...effectsView(effects, nameOf, [text.views.import.now, text.views.import.back], text),
    ...(lines.length === 0 ? [] : [{ kind: 'lines', lines } as const]),
    ...movedDuesView(moved, text),
  ];
}

function describePart({ of, name, from, holds }: Part, text: Texts): string {
  const say = text.views.undo;
  switch (of) {
    case 'run':
      return holds ? say.runAgain(Number(name)) : say.runGone(Number(name));
    case 'ruling':
      return holds ? say.rulingAgain(Number(name)) : say.rulingGone(Number(name));
    case 'study':
      return holds ? say.studyAgain(Number(name)) : say.studyGone(Number(name));
    case 'study-closing':
      return holds ? say.studyClosedAgain(Number(name)) : say.studyOpenAgain(Number(name));
    case 'scheme':
      return holds ? say.schemeAgain(String(name), Number(from)) : say.schemeGone(String(name), Number(from));
    case 'deadline':
      return holds ? say.rulesAgain(String(name), String(from)) : say.rulesGone(String(name), String(from));
  }
}
