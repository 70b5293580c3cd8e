import * as v from 'valibot';
import type { Problem } from '../problems.ts';
import { kinds, priorities } from '../domain/appeal.ts';
import type { DeadlineRules } from '../domain/deadline.ts';
import { parseRules } from '../domain/deadline-record.ts';
import { appealChannels } from '../domain/volume.ts';
import { parseJsonFile, makeIssueProblem } from './json-file.ts';
import type { SourceFile } from './source-file.ts';

const text = v.pipe(v.string(), v.trim(), v.minLength(1));
const days = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1000));
const unit = v.picklist(['working', 'calendar']);
const source = v.exactOptional(text);

const window = {
  days,
  unit: v.optional(unit, 'working'),
  start: v.optional(v.picklist(['next-day', 'same-day']), 'next-day'),
  source,
};
const several = <const Codes extends readonly string[]>(codes: Codes) =>
  v.exactOptional(v.pipe(v.array(v.picklist(codes)), v.minLength(1)));

const rulesSchema = v.strictObject({
  // What commands say beside rules when they print them.
  isInUse: v.optional(v.boolean()),
  isNew: v.optional(v.boolean()),
  code: v.pipe(text, v.regex(/^[\p{L}\p{N}][\p{L}\p{N}._-]*$/u)),
  name: text,
  source: text,
  cases: v.pipe(
    v.array(
      v.strictObject({
        kinds: several(kinds),
        channels: several(appealChannels),
        priorities: several(priorities),
        ...window,
      }),
    ),
    v.minLength(1),
  ),
  accept: v.optional(v.nullable(v.strictObject(window)), null),
  return: v.optional(v.nullable(v.strictObject(window)), null),
  extension: v.optional(
    v.nullable(v.strictObject({ times: days, days, unit: v.optional(unit, 'working'), source })),
    null,
  ),
  rework: v.optional(v.nullable(v.strictObject(window)), null),
  warning: v.optional(
    v.strictObject({
      yellow: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(100)),
      red: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(100)),
      source,
    }),
    { yellow: 1, red: 1 },
  ),
});

/** Deadline rules as a file says them, or everything that is wrong with the file's form. */
export type DeadlineReading = { readonly rules: DeadlineRules } | { readonly problems: readonly Problem[] };

/** Reads a JSON file as deadline rules, in the form that `deadline show --json` writes. Errors: `file-not-json` with the place, those of decoding. */
export function parseDeadlineFile({ name: file, bytes }: SourceFile): DeadlineReading {
  const parsed = v.safeParse(rulesSchema, parseJsonFile(bytes, file));
  if (parsed.success) {
    const { isInUse: _isInUse, isNew: _isNew, ...rules } = parsed.output;
    return { rules: parseRules(rules) };
  }
  return { problems: parsed.issues.map((issue) => makeIssueProblem(issue, file)) };
}
