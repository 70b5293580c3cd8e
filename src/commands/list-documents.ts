import type { Documents } from '../cli/result.ts';
import type { ListFacts } from '../output/lists/list-paper.ts';
import type { BandChart, View } from '../output/view.ts';
import type { Texts } from '../text/shape.ts';

/** A chart that stands above a list, and what is said where the form has none. */
export interface ListChart {
  readonly make: (zh: Texts) => BandChart;
  readonly tellNone: () => void;
}

/** What a list is handed in as: its view in Chinese, what stands around it, and a chart where it has one. */
export interface ListTerms {
  readonly view: (zh: Texts) => View;
  readonly facts: ListFacts;
  readonly chart?: ListChart | undefined;
}

/** A list as papers that can be handed in, in Chinese whatever the language of who makes them; all they take is loaded when one is asked for. */
export function listDocuments({ view, facts, chart }: ListTerms): Documents {
  const load = async () => {
    const { zh } = await import('../text/zh.ts');
    const makers = await import('../output/documents.ts');
    return { ...makers, paper: makers.makeListPaper(view(zh), facts), drawn: chart?.make(zh) };
  };
  return {
    html: async () => {
      const { paper, drawn, writeBandSvg, writeListPage } = await load();
      return writeListPage(paper, drawn === undefined ? '' : await writeBandSvg(drawn));
    },
    docx: async () => {
      const { paper, drawn, writeListDocx } = await load();
      return writeListDocx(paper, drawn);
    },
    xlsx: async () => {
      const { paper, writeListWorkbook } = await load();
      chart?.tellNone();
      return writeListWorkbook(paper);
    },
  };
}
