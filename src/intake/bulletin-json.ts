import * as v from 'valibot';
import type { Bulletin, PrintedShare } from '../domain/printed-figures.ts';
import { AppError, isAppError } from '../errors.ts';
import type { Problem } from '../problems.ts';
import { parseBase, parsePrintedCell } from './bulletin-columns.ts';
import type { Parse } from './column.ts';
import { makeIssueProblem, parseJsonText } from './json-file.ts';
import { parseWhole } from './values.ts';

const figure = v.union([v.number(), v.string()]);
const list = <Item extends v.GenericSchema>(item: Item) => v.optional(v.nullable(v.array(item)), []);
const optionalName = v.optional(v.nullable(figure), null);
const optionalFigure = v.optional(v.nullable(figure), null);
const mean = v.object({ name: optionalName, num: figure, days: figure, printed: figure });

const bulletinSchema = v.object({
  bulletin: optionalName,
  identities: list(
    v.object({ name: optionalName, parts: v.pipe(v.array(figure), v.minLength(1)), total: figure }),
  ),
  percentages: list(v.object({ name: optionalName, num: figure, den: figure, printed: figure })),
  changes: list(
    v.object({ name: optionalName, num: optionalFigure, den: optionalFigure, printed: optionalFigure }),
  ),
  dailyMean: v.optional(v.nullable(v.union([mean, v.array(mean)])), null),
});

type BulletinForm = v.InferOutput<typeof bulletinSchema>;

/** What a bulletin may say in figures; an object with none of it is something else. */
const parts = ['identities', 'percentages', 'changes', 'dailyMean'] as const;

/** Bulletins of a file, with everything that is wrong with its form. */
export interface BulletinReading {
  readonly bulletins: readonly Bulletin[];
  readonly problems: readonly Problem[];
}

/**
 * Parses a JSON text as one bulletin or a list of them; fields that are not known are left out. Errors: `file-not-json` with the place,
 * `file-empty` for a list of none.
 */
export function parseBulletinJson(text: string, file: string): BulletinReading {
  const value = parseJson(text, file);
  const isList = Array.isArray(value);
  const items: readonly unknown[] = isList ? value : [value];
  if (items.length === 0) throw new AppError('file-empty', { file });
  const bulletins: Bulletin[] = [];
  const problems: Problem[] = [];
  items.forEach((item, at) => {
    const before = isList ? `[${String(at)}]` : '';
    const parsed = v.safeParse(bulletinSchema, item);
    if (!parsed.success) {
      problems.push(...parsed.issues.flatMap((issue) => makeFormProblem(issue, file, before)));
      return;
    }
    if (parts.every((part) => !Object.hasOwn(item as object, part))) {
      const place = { file, path: joinPath(before, 'percentages') };
      problems.push({ code: 'field-missing', place, details: { field: place.path } });
      return;
    }
    bulletins.push(new FormReader(file, before, problems).read(parsed.output));
  });
  return { bulletins, problems };
}

function parseJson(text: string, file: string): unknown {
  try {
    return parseJsonText(text, file);
  } catch (error) {
    if (!isAppError(error) || error.code !== 'file-not-json') throw error;
    const { row, column } = error.details as { row: number; column: number };
    throw new AppError('file-not-json', { file, row, column, of: 'bulletin' }, { cause: error });
  }
}

function joinPath(before: string, path: string): string {
  if (before === '' || path === '') return before + path;
  return path.startsWith('[') ? before + path : `${before}.${path}`;
}

function makeFormProblem(issue: v.BaseIssue<unknown>, file: string, before: string): Problem[] {
  const { code, place, details } = makeIssueProblem(issue, file);
  const path = joinPath(before, place?.path ?? '');
  return [{ code, place: { file, path }, details: { ...details, field: path } } as Problem];
}

/** Reads the figures of a bulletin, and gathers what is none. */
class FormReader {
  readonly #file: string;
  readonly #before: string;
  readonly #problems: Problem[];

  constructor(file: string, before: string, problems: Problem[]) {
    this.#file = file;
    this.#before = before;
    this.#problems = problems;
  }

  read({ bulletin, identities, percentages, changes, dailyMean }: BulletinForm): Bulletin {
    const means = dailyMean === null ? [] : Array.isArray(dailyMean) ? dailyMean : [dailyMean];
    const isList = Array.isArray(dailyMean);
    const withFigures = (changes ?? []).map((change, at) => ({ change, path: `changes[${String(at)}]` }));
    const checkable = withFigures.flatMap(({ change: { name, num, den, printed }, path }) =>
      num === null || den === null || printed === null ? [] : [{ path, form: { name, num, den, printed } }],
    );
    return {
      name: nameOf(bulletin),
      sums: (identities ?? []).flatMap(({ name, parts: each, total }, at) => {
        const path = `identities[${String(at)}]`;
        const whole = each.map((part, on) => this.#parse(parseWhole, part, `${path}.parts[${String(on)}]`));
        const sum = this.#parse(parseWhole, total, `${path}.total`);
        const known = whole.filter((part) => part !== undefined);
        return sum === undefined || known.length < whole.length
          ? []
          : [{ name: nameOf(name), parts: known, total: sum }];
      }),
      percentages: (percentages ?? []).flatMap((form, at) => this.#share(form, `percentages[${String(at)}]`)),
      changes: checkable.flatMap(({ form, path }) => this.#share(form, path)),
      means: means.flatMap(({ name, num, days, printed }, at) => {
        const path = isList ? `dailyMean[${String(at)}]` : 'dailyMean';
        const count = this.#parse(parseWhole, num, `${path}.num`);
        const over = this.#parse(parseBase, days, `${path}.days`);
        const shown = this.#parse(parsePrintedCell, printed, `${path}.printed`);
        return count === undefined || over === undefined || shown === undefined
          ? []
          : [{ name: nameOf(name), num: count, days: over, printed: shown }];
      }),
      unchecked: withFigures.length - checkable.length,
    };
  }

  #share(
    { name, num, den, printed }: NonNullable<BulletinForm['percentages']>[number],
    path: string,
  ): PrintedShare[] {
    const count = this.#parse(parseWhole, num, `${path}.num`);
    const base = this.#parse(parseBase, den, `${path}.den`);
    const shown = this.#parse(parsePrintedCell, printed, `${path}.printed`);
    return count === undefined || base === undefined || shown === undefined
      ? []
      : [{ name: nameOf(name), num: count, den: base, printed: shown }];
  }

  #parse<T>(parse: Parse<T>, value: string | number, path: string): T | undefined {
    const whole = joinPath(this.#before, path);
    const reading = parse(String(value), whole, { file: this.#file, path: whole });
    if (reading.ok) return reading.value;
    this.#problems.push(reading.problem);
    return undefined;
  }
}

function nameOf(name: string | number | null): string | null {
  return name === null || String(name).trim() === '' ? null : String(name).trim();
}
