import type { Documents } from '../../cli/context.ts';
import { writeCsv } from '../../output/csv.ts';
import { writeMarkdown } from '../../output/markdown.ts';
import type { RosterDocument } from '../../output/roster-document.ts';
import { rosterDocumentView } from '../../output/roster-document.ts';
import { writeRosterPage } from '../../output/roster-page.ts';

/** Every form in which a roster is printed, from one document. */
export function rosterDocuments(document: RosterDocument): Documents {
  return {
    html: () => writeRosterPage(document),
    docx: async () => (await import('../../output/roster-docx.ts')).writeRosterDocx(document),
    xlsx: async () => (await import('../../output/roster-workbook.ts')).writeRosterWorkbook(document),
    csv: () => writeCsv(rosterDocumentView(document)),
    md: () => writeMarkdown(rosterDocumentView(document)),
  };
}
