import type { RosterLayout } from './layout.ts';

/**
 * Nothing is broken inside, every line names its unit and county, groups stand again on every page, and a unit that is no more
 * says who took over; the official page with letterhead, signatures and seals.
 */
export const layout3: RosterLayout = {
  number: 3,
  isArranged: true,
  write: (facts) => {
    const load = () => import('../documents.ts');
    return {
      html: async () => {
        const { makePaper, writeRosterPage } = await load();
        return writeRosterPage(makePaper(facts));
      },
      docx: async () => {
        const { makePaper, writeRosterDocx } = await load();
        return writeRosterDocx(makePaper(facts));
      },
      xlsx: async () => {
        const { makePaper, writeRosterWorkbook } = await load();
        return writeRosterWorkbook(makePaper(facts));
      },
      view: async () => (await load()).listingView(facts),
    };
  },
};
