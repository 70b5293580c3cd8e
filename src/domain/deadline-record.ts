import type { DeadlineCase, DeadlineRules, Due, DueStep, Window } from './deadline.ts';

/** A window as files, the database and JSON have it: which days it counts stands under `unit`. */
type Written<W extends { readonly dayKind: Window['dayKind'] }> = Omit<W, 'dayKind'> & {
  readonly unit: Window['dayKind'];
};

/** Deadline rules as files, the database and JSON have them. */
export type WrittenRules = Omit<DeadlineRules, 'cases' | 'accept' | 'return' | 'extension' | 'rework'> & {
  readonly cases: readonly Written<DeadlineCase>[];
  readonly accept: Written<Window> | null;
  readonly return: Written<Window> | null;
  readonly extension: Written<NonNullable<DeadlineRules['extension']>> | null;
  readonly rework: Written<Window> | null;
};

/** A step to a due day as JSON has it. */
export type WrittenStep = Omit<DueStep, 'window'> & { readonly window: Written<Window> };

function renameKey(value: object, from: string, to: string): object {
  return Object.fromEntries(Object.entries(value).map(([key, held]) => [key === from ? to : key, held]));
}

function write<W extends { readonly dayKind: Window['dayKind'] }>(window: W): Written<W> {
  return renameKey(window, 'dayKind', 'unit') as Written<W>;
}

function parse<W extends { readonly dayKind: Window['dayKind'] }>(written: Written<W>): W {
  return renameKey(written, 'unit', 'dayKind') as W;
}

/** Writes deadline rules as files, the database and JSON have them. */
export function writeRules(rules: DeadlineRules): WrittenRules {
  const { cases, accept, extension, rework } = rules;
  return {
    ...rules,
    cases: cases.map((one) => write(one)),
    accept: accept && write(accept),
    return: rules.return && write(rules.return),
    extension: extension && write(extension),
    rework: rework && write(rework),
  };
}

/** Parses deadline rules as files and the database have them. */
export function parseRules(written: WrittenRules): DeadlineRules {
  const { cases, accept, extension, rework } = written;
  return {
    ...written,
    cases: cases.map((one) => parse<DeadlineCase>(one)),
    accept: accept && parse<Window>(accept),
    return: written.return && parse<Window>(written.return),
    extension: extension && parse<NonNullable<DeadlineRules['extension']>>(extension),
    rework: rework && parse<Window>(rework),
  };
}

/** Writes the steps to a due day as JSON has them. */
export function writeSteps({ steps }: Due): WrittenStep[] {
  return steps.map((step) => ({ ...step, window: write(step.window) }));
}
