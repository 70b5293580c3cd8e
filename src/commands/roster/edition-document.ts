import type { Copy, Grouping } from '../../domain/roster.ts';
import type { RosterCopy } from '../../operations/privacy/roster-copy.ts';
import { noticeOf } from '../../operations/roster/write-notice.ts';
import type { RosterDocument, RosterLayout } from '../../output/roster-document.ts';
import { makeChangesDocument, makeRosterDocument } from '../../output/roster-document.ts';
import { getLayout, rosterLayouts } from '../../output/roster-layouts.ts';

/** Makes the document of an edition in the layout it was published with: the roster, or what changed. Errors: `layout-newer`. */
export function makeEditionDocument(
  { edition, entries, diffs }: Pick<RosterCopy, 'edition' | 'entries' | 'diffs'>,
  terms: { readonly copy: Copy; readonly by: Grouping; readonly foot: readonly string[] },
  layouts: readonly RosterLayout[] = rosterLayouts,
): RosterDocument {
  const { copy, by, foot } = terms;
  const layout = getLayout(edition, layouts);
  const facts = { layout, notice: noticeOf(edition), edition, day: edition.publishedOn, copy, foot };
  return diffs === null
    ? makeRosterDocument({ ...facts, by, entries })
    : makeChangesDocument({ ...facts, diffs });
}
