import type { Documents } from '../../cli/context.ts';
import { writeCsv } from '../../output/csv.ts';
import { writeMarkdown } from '../../output/markdown.ts';
import type { RosterDocument } from '../../output/roster-document.ts';

/** Every form in which a roster is printed, from one document, as its layout has it. */
export function rosterDocuments(document: RosterDocument): Documents {
  const { write } = document.layout;
  return {
    html: () => write.html(document),
    docx: () => write.docx(document),
    xlsx: () => write.xlsx(document),
    csv: () => writeCsv(write.view(document)),
    md: () => writeMarkdown(write.view(document)),
  };
}
