import { AppError } from '../../errors.ts';
import type { Context } from '../../cli/context.ts';
import { getStatus } from '../../operations/overview/status.ts';
import { listAppealLines } from '../../operations/appeal/list-appeals.ts';

/** Something that is due, and the command that does it. */
export interface NextChoice {
  readonly command: readonly string[];
  readonly label: string;
}

/** What comes next, most pressing first: the step of the year, what waits and what is late, changes that are not published. */
export async function listNextChoices(context: Context): Promise<NextChoice[]> {
  const { menu, views } = context.text;
  try {
    const session = await context.session('menu');
    const { year, step, due, unpublished, edition, appeals } = await getStatus(session);
    // Which year is asked for, where none is at hand.
    const walk = ['annual', ...(year === null ? [] : [String(year)])];
    const { found } = await listAppealLines(session, { isQueue: true, limit: 1 });
    const waiting = found ?? 0;
    const late = due.overdue;
    return [
      ...(step === 'done' ? [] : [{ command: walk, label: menu.next(views.annual.steps[step]) }]),
      ...(waiting === 0 ? [] : [{ command: ['appeal', 'work'], label: menu.queue(waiting) }]),
      ...(late === 0 ? [] : [{ command: ['appeal', 'list', '--overdue'], label: menu.overdue(late) }]),
      ...(edition === null || (unpublished ?? 0) === 0
        ? []
        : [{ command: ['roster', 'publish', '--changes'], label: menu.unpublished(unpublished ?? 0) }]),
      ...(Object.keys(appeals).length + (edition === null ? 0 : 1) === 0
        ? []
        : [{ command: ['appeal', 'log'], label: menu.log }]),
    ];
  } catch (error) {
    if (error instanceof AppError)
      return error.code === 'database-not-found' ? [{ command: ['annual'], label: menu.begin }] : [];
    throw error;
  }
}
