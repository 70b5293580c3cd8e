import type { CalendarRow } from '../domain/calendar-plan.ts';
import type { SourceFile } from './source-file.ts';

/**
 * Reads the JSON form in which calendars of the State Council's notices are passed on (`year`, `days` with `date`, `name`,
 * `isOffDay`), as the tool's own are kept. Undefined for a file that is none. Errors: `file-not-json` for one that is broken.
 */
export async function parseHolidayFile({
  name: file,
  bytes,
}: SourceFile): Promise<readonly CalendarRow[] | undefined> {
  const first = new TextDecoder()
    .decode(bytes.subarray(0, 64))
    .replace(/^\ufeff/u, '')
    .trimStart();
  if (!/^[{[]/u.test(first)) return undefined;
  const [{ parseJsonFile, makeIssueProblem }, v] = await Promise.all([
    import('./json-file.ts'),
    import('valibot'),
  ]);
  const schema = v.object({
    year: v.number(),
    days: v.pipe(
      v.array(
        v.object({
          date: v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}$/u)),
          name: v.string(),
          isOffDay: v.boolean(),
        }),
      ),
      v.minLength(1),
    ),
  });
  const parsed = v.safeParse(schema, parseJsonFile(bytes, file));
  if (!parsed.success) {
    const { AppError } = await import('../errors.ts');
    const problems = parsed.issues.map((issue) => makeIssueProblem(issue, file));
    throw new AppError('input-rejected', { file, count: problems.length }, { problems });
  }
  return parsed.output.days.map(({ date, name, isOffDay }, at) => ({
    place: { file, path: `days[${String(at)}]` },
    day: date,
    until: date,
    kind: isOffDay ? 'off' : 'work',
    name,
  }));
}
