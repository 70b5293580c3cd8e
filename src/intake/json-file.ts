import type { ParseError } from 'jsonc-parser/lib/esm/main.js';
import { parse } from 'jsonc-parser/lib/esm/main.js';
import type * as v from 'valibot';
import type { Problem } from '../errors.ts';
import { AppError } from '../errors.ts';
import { decodeText } from './decode.ts';

/** Reads a JSON file in whatever encoding it is. Errors: `file-not-json` with the place, those of decoding. */
export function parseJsonFile(bytes: Uint8Array, file: string): unknown {
  const content = decodeText(bytes, file, undefined).text;
  const faults: ParseError[] = [];
  const value = parse(content, faults, { disallowComments: true }) as unknown;
  const [first] = faults;
  if (first === undefined) return value;
  const before = content.slice(0, first.offset).split('\n');
  const column = (before.at(-1) ?? '').length + 1;
  throw new AppError('file-not-json', { file, row: before.length, column });
}

/** What is wrong with a JSON file at one place of it. */
export function readIssue(issue: v.BaseIssue<unknown>, file: string): Problem {
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
