import type { AppError, Problem } from '../errors.ts';
import { holdsPersonal, maskText } from '../domain/masking.ts';
import { showHidden } from '../output/visible.ts';
import type { Screen } from '../output/screen.ts';
import type { Texts } from '../text/shape.ts';
import type { ErrorText } from '../text/error-texts.ts';
import type { MadeChange } from '../store/database.ts';
import { wrapText } from '../output/wrap.ts';

/** Problems of one file shown at most; the rest are counted. In JSON all stand. */
const shownProblems = 40;

/** The sentence and the hint of an error, from its code and what it is about. */
function describeError(error: AppError, text: Texts): ErrorText {
  const describe = text.errors[error.code] as (details: unknown) => ErrorText;
  return describe(shield(error.details));
}

function describeProblem(problem: Problem, text: Texts): string {
  const describe = text.problems[problem.code] as (details: unknown) => string;
  return describe(shield(problem.details));
}

const nobody = { caller: null, phone: null };

/** Signs of one value that an error shows at most. */
const longestShown = 300;

/** What an error is about as it may be shown: personal numbers masked, whatever they stood in, and nothing that fills the screen. */
function shield(details: unknown): unknown {
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

/** Where a problem is, as editors and spreadsheets name it: `units.csv:17:3`, `units.xlsx C17`. */
function describePlace({ place }: Problem): string {
  if (place === undefined) return '';
  if (place.cell !== undefined)
    return `${place.file} ${place.tab === undefined ? '' : `${place.tab}!`}${place.cell}`;
  if (place.path !== undefined) return `${place.file} ${place.path}`;
  return [place.file, place.row, place.column].filter((part) => part !== undefined).join(':');
}

/** An error as text for a person: `error: sentence.`, the problems, `hint: what to do.` */
export function writeError(error: AppError, text: Texts, screen: Screen): string {
  const { message, hint, lines = [] } = describeError(error, text);
  const { red, yellow, dim } = screen.chalk;
  const shown = error.problems.slice(0, shownProblems).map((problem) => {
    const place = describePlace(problem);
    return `  ${place === '' ? '' : `${dim(showHidden(place))} `}${showHidden(describeProblem(problem, text))}`;
  });
  const rest = error.problems.length - shown.length;
  const all = [
    `${red(text.labels.error)} ${showHidden(message)}`,
    ...lines.map((line) => `  ${showHidden(line)}`),
    ...shown,
    ...(rest > 0 ? [`  ${text.labels.moreProblems(rest)}`] : []),
    ...(hint === undefined ? [] : [`${yellow(text.labels.hint)} ${showHidden(hint)}`]),
  ];
  return `${all.flatMap((line) => wrapIndented(line, screen.width)).join('\n')}\n`;
}

/** Wraps a line, what follows under its beginning, but never what holds a command to paste. */
function wrapIndented(line: string, width: number): string[] {
  if (line.includes('liaison ')) return [line];
  const indent = /^ */u.exec(line)?.[0] ?? '';
  return wrapText(line.slice(indent.length), Math.max(width, 60) - 2 * indent.length).map((part, at) =>
    at === 0 || indent === '' ? indent + part : `${indent}  ${part}`,
  );
}

/** An error as one JSON object. */
export function writeErrorJson(error: AppError, text: Texts): string {
  const { message, hint } = describeError(error, text);
  const problems = error.problems.map((problem) => ({
    code: problem.code,
    message: describeProblem(problem, text),
    ...(problem.place ?? {}),
  }));
  const document = {
    code: error.code,
    message,
    hint: hint ?? null,
    details: shield(error.details),
    problems,
  };
  return `${JSON.stringify({ error: document })}\n`;
}

/** A defect of the tool, with what is needed to report it, and what was done before it. */
export function writeDefect(
  error: unknown,
  text: Texts,
  asJson: boolean,
  changes: readonly MadeChange[],
): string {
  const { labels } = text;
  const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
  if (asJson) {
    const message = error instanceof Error ? error.message : String(error);
    const document = { code: 'defect', message, hint: labels.defectHint, problems: [], changes };
    return `${JSON.stringify({ error: document })}\n`;
  }
  const done = changes.map(({ operation, command }) => `${labels.doneBefore(command, operation)}\n`);
  return `${labels.error} ${labels.defect}\n${done.join('')}${showHidden(detail)}\n${labels.hint} ${labels.defectHint}\n`;
}
