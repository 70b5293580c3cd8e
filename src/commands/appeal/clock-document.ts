import type { AppealTimes } from '../../domain/appeal-times.ts';

/** The clocks of an appeal as JSON, without the single days. */
export function clockDocument({ due, stints, ...clocks }: AppealTimes): object {
  return {
    ...clocks,
    dueOn: due?.on ?? null,
    rules: due?.rules ?? null,
    steps: (due?.steps ?? []).map(({ days: _days, ...step }) => step),
    stints,
  };
}
