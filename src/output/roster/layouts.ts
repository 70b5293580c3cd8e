import { AppError } from '../../errors.ts';
import { layout3 } from './layout-3.ts';
import type { RosterLayout } from './layout.ts';

/** A layout of the first kind; what it is made of is loaded when something is printed in it. */
function makeFirst(number: 1 | 2): RosterLayout {
  return {
    number,
    isArranged: false,
    write: (facts) => {
      const load = async () => (await import('../documents.ts')).writeFirst(number, facts);
      return {
        html: async () => (await load()).html(),
        docx: async () => (await load()).docx(),
        xlsx: async () => (await load()).xlsx(),
        view: async () => (await load()).view(),
      };
    },
  };
}

/**
 * The layouts by their number. An edition is printed for ever in the one it was published with: what a layout writes is never
 * changed, other bytes are a new layout, which takes from the one before what stays.
 */
export const rosterLayouts: readonly RosterLayout[] = [makeFirst(1), makeFirst(2), layout3];

/** The layout in which a roster is drafted and published: the last. */
export function newestLayout(layouts: readonly RosterLayout[] = rosterLayouts): RosterLayout {
  return layouts.at(-1) ?? layout3;
}

/** Gets the layout an edition was published with. Errors: `layout-newer` for one that only a newer version of the tool has. */
export function getLayout(
  edition: { readonly number: number; readonly layout: number },
  layouts: readonly RosterLayout[] = rosterLayouts,
): RosterLayout {
  const layout = layouts.find(({ number }) => number === edition.layout);
  if (layout !== undefined) return layout;
  const known = newestLayout(layouts).number;
  throw new AppError('layout-newer', { edition: edition.number, layout: edition.layout, known });
}
