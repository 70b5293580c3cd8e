import { AppError } from '../../errors.ts';
import type { Documents } from '../../cli/result.ts';
import type { Copy, Grouping } from '../../domain/roster.ts';
import type { RosterCopy } from '../../operations/privacy/roster-copy.ts';
import { noticeOf } from '../../operations/roster/write-notice.ts';
import { arrangingOption } from '../arrangement-options.ts';
import { writeCsv } from '../../output/csv.ts';
import { writeMarkdown } from '../../output/markdown.ts';
import type { Arrangement } from '../../output/papers/arrangement.ts';
import type { RosterFacts, RosterLayout } from '../../output/roster/layout.ts';

/** What the paper of an edition is made of. */
export function editionFacts(
  { edition, entries, diffs }: Pick<RosterCopy, 'edition' | 'entries' | 'diffs'>,
  terms: {
    readonly copy: Copy;
    readonly by: Grouping;
    readonly foot: readonly string[];
    readonly arrangement: Arrangement;
  },
): RosterFacts {
  const notice = noticeOf(edition);
  return { ...terms, notice, edition, draft: null, day: edition.publishedOn, entries, diffs };
}

/** Every form in which a roster is printed, as its layout has it. */
export function rosterDocuments(layout: RosterLayout, facts: RosterFacts): Documents {
  const { html, docx, xlsx, view } = layout.write(facts);
  return {
    html,
    docx,
    xlsx,
    csv: async () => writeCsv(await view()),
    md: async () => writeMarkdown(await view()),
  };
}

/** Refuses a letterhead or seals for an edition whose layout knows none: it is printed as it was published. Errors: `print-not-arranged`. */
export function refuseOldArrangement(
  edition: { readonly number: number },
  layout: RosterLayout,
  arrangement: Arrangement,
): void {
  const option = arrangingOption(arrangement);
  if (layout.isArranged || option === undefined) return;
  throw new AppError('print-not-arranged', { edition: edition.number, option });
}
