import { holdsPersonal, maskText } from '../domain/masking.ts';
import type { Problem } from '../problems.ts';
import type { Texts } from '../text/shape.ts';

/** The sentence of a problem, from its code and what it is about. */
export function describeProblem(problem: Problem, text: Texts): string {
  const describe = text.problems[problem.code] as (details: unknown) => string;
  return describe(shield(problem.details));
}

const nobody = { caller: null, phone: null };

/** Signs of one value that an error shows at most. */
const longestShown = 300;

/** What an error is about as it may be shown: personal numbers masked, whatever they stood in, and nothing that fills the screen. */
export function shield(details: unknown): unknown {
  if (typeof details === 'string') {
    const masked = maskText(details.slice(0, 2 * longestShown), nobody);
    return masked.length > longestShown ? `${masked.slice(0, longestShown)}…` : masked;
  }
  if (Array.isArray(details)) return details.map(shield);
  if (typeof details !== 'object' || details === null) return details;
  return Object.fromEntries(
    Object.entries(details).map(([name, value]) => [
      name,
      name === 'example' ? value : numberNames.has(name) ? shieldNumber(value) : shield(value),
    ]),
  );
}

/** What holds the number of an order or a code: nobody's phone, and of no use when it is masked. */
const numberNames: ReadonlySet<string> = new Set(['externalNumber', 'unitCode']);

function shieldNumber(value: unknown): unknown {
  return typeof value === 'string' && value.length <= longestShown && !holdsPersonal(value, nobody)
    ? value
    : shield(value);
}
