import * as v from 'valibot';
import type { Problem } from '../problems.ts';
import type { Bound } from '../domain/bound.ts';
import { parseLowerBound, parseUpperBound } from '../domain/bound.ts';
import type { SchemeDraft } from '../domain/scheme-draft.ts';
import { tiers } from '../domain/scheme.ts';
import { categories } from '../domain/unit.ts';
import { appealChannels, earliestYear, latestYear } from '../domain/volume.ts';
import { parseJsonFile, makeIssueProblem } from './json-file.ts';
import type { SourceFile } from './source-file.ts';

/** A bound as `scheme show --json` writes it, or in the words people type: `"1000+"`, `"over:1000"`. */
function boundSchema(read: (text: string) => Bound | undefined) {
  return v.union([
    v.strictObject({ number: v.pipe(v.number(), v.safeInteger(), v.minValue(0)), included: v.boolean() }),
    v.pipe(
      v.string(),
      v.check((text) => read(text) !== undefined),
      v.transform((text): Bound => read(text) ?? { number: 0, included: true }),
    ),
  ]);
}

const text = v.pipe(v.string(), v.trim(), v.minLength(1));
const tier = v.picklist(tiers);

const schemeSchema = v.strictObject({
  // What commands say beside a scheme when they print one.
  isNew: v.optional(v.boolean()),
  inUse: v.optional(v.boolean()),
  code: v.optional(v.pipe(text, v.regex(/^[\p{L}\p{N}][\p{L}\p{N}._-]*$/u))),
  source: text,
  fromVolumeYear: v.pipe(v.number(), v.integer(), v.minValue(earliestYear), v.maxValue(latestYear)),
  channels: v.optional(v.pipe(v.array(v.picklist(appealChannels)), v.minLength(1)), ['hotline', 'online']),
  categories: v.optional(v.pipe(v.array(v.picklist(categories)), v.minLength(1)), [...categories]),
  bands: v.array(
    v.strictObject({
      tier,
      lower: boundSchema(parseLowerBound),
      upper: v.optional(v.nullable(boundSchema(parseUpperBound))),
    }),
  ),
  categoryTiers: v.optional(v.record(v.picklist(categories), tier), {}),
});

/** A scheme as a file says it, or everything that is wrong with the file's form. */
export type SchemeReading =
  | { readonly draft: Omit<SchemeDraft, 'code'> & { readonly code?: string | undefined } }
  | { readonly problems: readonly Problem[] };

/** Reads a JSON file as a scheme, in the form that `scheme show --json` writes. Errors: `file-not-json` with the place, those of decoding. */
export function parseSchemeFile({ name: file, bytes }: SourceFile): SchemeReading {
  const parsed = v.safeParse(schemeSchema, parseJsonFile(bytes, file));
  if (parsed.success) {
    const { isNew: _isNew, inUse: _inUse, ...draft } = parsed.output;
    return { draft };
  }
  return { problems: parsed.issues.map((issue) => makeIssueProblem(issue, file)) };
}
