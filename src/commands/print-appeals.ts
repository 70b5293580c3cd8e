import type { Context, Session } from '../cli/context.ts';
import { printList } from '../cli/print-list.ts';
import type { AppealLine } from '../operations/appeal/list-appeals.ts';
import { openAppealsOf } from '../operations/appeal/list-appeals.ts';
import { appealLineJson } from '../output/appeal-json.ts';
import type { AppealColumn } from '../output/appeal-list-view.ts';
import { appealListView } from '../output/appeal-list-view.ts';

/** Their number in the system they came from leads back to its file. */
const columns: readonly AppealColumn[] = ['number', 'external', 'received', 'title', 'state', 'holder'];

/** Lists appeals by their ids, those that are behind a figure; all are counted, whatever is shown. */
export async function printAppealsOf(
  context: Context,
  session: Session,
  list: { readonly title: string; readonly ids: readonly number[]; readonly limit: number | undefined },
): Promise<void> {
  const { title, ids, limit } = list;
  const { pages } = await openAppealsOf(session, ids.slice(0, limit));
  const { timeZone } = session.jurisdiction;
  const shown = { isQueue: false, found: ids.length, columns, timeZone, now: session.now };
  await printList(context, {
    pages,
    count: ids.length,
    json: appealLineJson,
    view: (lines: readonly AppealLine[]) => appealListView(title, lines, shown, context.text),
  });
}
