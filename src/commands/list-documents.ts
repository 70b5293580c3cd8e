import type { Documents } from '../cli/context.ts';
import type { ListPaper } from '../output/lists/list-paper.ts';
import { writeListPage } from '../output/lists/list-page.ts';
import type { Texts } from '../text/shape.ts';

/** A list as papers that can be handed in, in Chinese whatever the language of who makes them; each is made when it is asked for. */
export function listDocuments(
  make: (zh: Texts) => ListPaper,
  chart: () => Promise<string> = () => Promise.resolve(''),
): Documents & { readonly html: () => Promise<string> } {
  const paper = async (): Promise<ListPaper> => make((await import('../text/zh.ts')).zh);
  return {
    html: async () => writeListPage(await paper(), await chart()),
    docx: async () => (await import('../output/lists/list-docx.ts')).writeListDocx(await paper()),
    xlsx: async () => (await import('../output/lists/list-workbook.ts')).writeListWorkbook(await paper()),
  };
}
