import type { ParseError } from 'jsonc-parser/lib/esm/main.js';
import { parse } from 'jsonc-parser/lib/esm/main.js';
import type * as v from 'valibot';
import type { Problem } from '../problems.ts';
import { AppError } from '../errors.ts';
import { decodeText } from './decode.ts';

/** Reads a JSON file in whatever encoding it is. Errors: `file-not-json` with the place, those of decoding. */
export function parseJsonFile(bytes: Uint8Array, file: string): unknown {
  return parseJsonText(decodeText(bytes, file, undefined).text, file);
}

/** Parses a JSON text. Errors: `file-not-json` with the place. */
export function parseJsonText(content: string, file: string): unknown {
  const deep = findTooDeep(content);
  if (deep !== undefined) throw new AppError('file-not-json', { file, ...deep });
  const faults: ParseError[] = [];
  const value = parse(content, faults, { disallowComments: true }) as unknown;
  const [first] = faults;
  if (first === undefined) return value;
  const before = content.slice(0, first.offset).split('\n');
  const column = (before.at(-1) ?? '').length + 1;
  throw new AppError('file-not-json', { file, row: before.length, column });
}

/** How deep lists and objects may stand in each other; files of the tool have five levels. */
const deepest = 100;

/** Where a JSON text goes deeper than any file of ours: the reader would run out of memory on it. */
function findTooDeep(content: string): { readonly row: number; readonly column: number } | undefined {
  let depth = 0;
  for (const { 0: sign, index } of content.matchAll(/"(?:[^"\\]|\\.)*"?|[[{}\]]/gsu)) {
    if (sign === '[' || sign === '{') depth += 1;
    else if (sign === ']' || sign === '}') depth -= 1;
    if (depth <= deepest) continue;
    const before = content.slice(0, index).split('\n');
    return { row: before.length, column: (before.at(-1) ?? '').length + 1 };
  }
  return undefined;
}

/** What is wrong with a JSON file at one place of it. */
export function makeIssueProblem(issue: v.BaseIssue<unknown>, file: string): Problem {
  const path = (issue.path ?? [])
    .map(({ key }) => (typeof key === 'number' ? `[${String(key)}]` : `.${String(key)}`))
    .join('')
    .replace(/^\./u, '');
  const place = { file, path };
  if (issue.expected === 'never') return { code: 'field-unknown', place, details: { field: path } };
  if (issue.received === 'undefined') return { code: 'field-missing', place, details: { field: path } };
  const value = JSON.stringify(issue.input);
  if (/\.(?:lower|upper)\b/u.test(path)) return { code: 'bound-not-valid', place, details: { value } };
  const allowed = /'|"/u.test(issue.expected ?? '')
    ? [...(issue.expected ?? '').matchAll(/"([^"]+)"/gu)].map(([, word = '']) => word)
    : /^[<>]=?\d+$/u.test(issue.expected ?? '')
      ? [issue.expected ?? '']
      : [];
  return { code: 'field-not-valid', place, details: { field: path, value, allowed } };
}
