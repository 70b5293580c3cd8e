import type { AppError } from '../errors.ts';
import type { Place } from '../problems.ts';
import type { ProblemGroup } from '../output/problem-groups.ts';
import { groupProblems, wordOf } from '../output/problem-groups.ts';
import { describeProblem, shield } from '../output/problem-text.ts';
import { escapeHidden, showHidden } from '../output/visible.ts';
import type { Screen } from '../output/screen.ts';
import { commandsInChinese } from './command-words.ts';
import type { CommandWords } from '../text/command-words.ts';
import type { Texts } from '../text/shape.ts';
import type { ErrorText } from '../text/error-texts.ts';
import type { MadeChange } from '../store/database.ts';
import { wrapText } from '../output/wrap.ts';

/** Sorts of problems told one by one; of the rest the words are named, and what is left is counted. In JSON all stand. */
const shownProblems = 14;
/** Words of the rest that are named, for each sort of problem. */
const shownWords = 12;
/** Sorts of which words are named. */
const shownSorts = 3;
/** Other places that are named of what is wrong several times. */
const shownPlaces = 2;

/** The sentence and the hint of an error, from its code and what it is about. */
export function describeError(error: AppError, text: Texts): ErrorText {
  const describe = text.errors[error.code] as (details: unknown) => ErrorText;
  return describe(shield(error.details));
}

/** Signs of a word that is one of many. */
const longestWord = 20;

/** Names the words of problems that are not told one by one, sort by sort; says how many problems that are. */
function describeRest(
  groups: readonly ProblemGroup[],
  text: Texts,
): { readonly lines: readonly string[]; readonly count: number } {
  let count = 0;
  const lines: string[] = [];
  for (const ofCode of [...Map.groupBy(groups, ({ problem }) => problem.code).values()].slice(
    0,
    shownSorts,
  )) {
    const named = ofCode.filter(({ problem }) => wordOf(problem) !== '');
    const [first] = named;
    if (first === undefined || named.length < 2) continue;
    const rows = named.reduce((sum, one) => sum + one.count, 0);
    const words = named.slice(0, shownWords).map(({ problem }) => {
      const word = String(shield(wordOf(problem)));
      return word.length > longestWord ? `${word.slice(0, longestWord)}…` : word;
    });
    const list = text.labels.list(named.length > shownWords ? [...words, '…'] : words);
    lines.push(`  ${text.labels.moreValues(named.length, rows, showHidden(list))}`);
    count += rows;
  }
  return { lines, count };
}

/** Where in the file something is wrong once more: a line, or a cell. */
function describeSpot({ cell, row }: Place): string {
  return cell ?? String(row ?? '');
}

/** Where a problem is, as editors and spreadsheets name it: `units.csv:17:3`, `units.xlsx C17`. */
function describePlace(place: Place | undefined): string {
  if (place === undefined) return '';
  if (place.cell !== undefined)
    return `${place.file} ${place.tab === undefined ? '' : `${place.tab}!`}${place.cell}`;
  if (place.path !== undefined) return `${place.file} ${place.path}`;
  return [place.file, place.row, place.column].filter((part) => part !== undefined).join(':');
}

/** An error as text for a person: `error: sentence.`, the problems, `hint: what to do.` */
export function writeError(
  error: AppError,
  text: Texts,
  screen: Screen,
  spoken: CommandWords | null = null,
): string {
  const { message, hint: told, lines = [] } = describeError(error, text);
  // What can be pasted stands in the words of the reader.
  const hint = told === undefined || spoken === null ? told : commandsInChinese(told, spoken);
  const { red, yellow, dim } = screen.chalk;
  const groups = groupProblems(error.problems);
  // One more than fits is told rather than counted.
  const first = groups.length <= shownProblems + 1 ? groups : groups.slice(0, shownProblems);
  const shown = first.map(({ problem, places, count }) => {
    const place = describePlace(problem.place);
    const others = places.slice(1, 1 + shownPlaces).map(describeSpot);
    const more = count > 1 + others.length ? [...others, '…'] : others;
    const times = count === 1 ? '' : ` ${text.labels.problemTimes(count, text.labels.list(more))}`;
    return `  ${place === '' ? '' : `${dim(showHidden(place))} `}${showHidden(describeProblem(problem, text))}${times}`;
  });
  const left = groups.slice(first.length);
  const words = describeRest(left, text);
  const rest = left.reduce((sum, { count }) => sum + count, 0) - words.count;
  const all = [
    `${red(text.labels.error)} ${showHidden(message)}`,
    ...lines.map((line) => `  ${showHidden(line)}`),
    ...shown,
    ...words.lines,
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
    groups: groupProblems(error.problems).map(({ problem, places, count }) => ({
      code: problem.code,
      message: describeProblem(problem, text),
      count,
      first: places[0] ?? null,
    })),
  };
  return `${escapeHidden(JSON.stringify({ error: document }))}\n`;
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
    return `${escapeHidden(JSON.stringify({ error: document }))}\n`;
  }
  const done = changes.map(({ operation, command }) => `${labels.doneBefore(command, operation)}\n`);
  return `${labels.error} ${labels.defect}\n${done.join('')}${showHidden(detail)}\n${labels.hint} ${labels.defectHint}\n`;
}
