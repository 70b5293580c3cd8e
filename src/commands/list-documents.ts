import type { Documents } from '../cli/result.ts';
import type { ListPaper } from '../output/lists/list-paper.ts';
import { writeListPage } from '../output/lists/list-page.ts';
import { official } from '../text/official.ts';
import type { BandChart } from '../output/view.ts';
import type { Texts } from '../text/shape.ts';

/** A chart that stands above a list, and what is said where the form has none. */
export interface ListChart {
  readonly make: (zh: Texts) => BandChart;
  readonly tellNone: () => void;
}

/** A list as papers that can be handed in, in Chinese whatever the language of who makes them; each is made when it is asked for. */
export function listDocuments(
  make: (zh: Texts) => ListPaper,
  chart?: ListChart,
): Documents & Required<Pick<Documents, 'html' | 'docx' | 'xlsx'>> {
  const load = async () => {
    const { zh } = await import('../text/zh.ts');
    return { paper: make(zh), drawn: chart?.make(zh) };
  };
  return {
    html: async () => {
      const { paper, drawn } = await load();
      if (drawn === undefined) return writeListPage(paper);
      const { writeBandSvg } = await import('../output/charts/band-svg.ts');
      return writeListPage(paper, writeBandSvg(drawn), official.chart.bands);
    },
    docx: async () => {
      const { paper, drawn } = await load();
      return (await import('../output/lists/list-docx.ts')).writeListDocx(paper, drawn);
    },
    xlsx: async () => {
      const { paper } = await load();
      chart?.tellNone();
      return (await import('../output/lists/list-workbook.ts')).writeListWorkbook(paper);
    },
  };
}
