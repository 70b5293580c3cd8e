import type { RosterLayout } from './layout.ts';
import { listingView } from './listing.ts';
import { makePaper } from './paper.ts';
import { writeRosterPage } from './page.ts';

/**
 * Nothing is broken inside, every line names its unit and county, groups stand again on every page, and a unit that is no more
 * says who took over; the official page with letterhead, signatures and seals.
 */
export const layout3: RosterLayout = {
  number: 3,
  isArranged: true,
  write: (facts) => {
    const paper = makePaper(facts);
    return {
      html: () => writeRosterPage(paper),
      docx: async () => (await import('./docx.ts')).writeRosterDocx(paper),
      xlsx: async () => (await import('./workbook.ts')).writeRosterWorkbook(paper),
      view: () => listingView(facts),
    };
  },
};
