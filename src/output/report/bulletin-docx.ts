import { setUpPages } from '../papers/docx-pages.ts';
import { writeWord } from '../papers/docx-parts.ts';
import { writeNotice } from '../papers/notice-docx.ts';
import type { PrintedBulletin } from './bulletin-view.ts';
import { annexSections, bulletinNotice, bulletinReport } from './bulletin-report.ts';
import { writeAnnex, writeAnnexHead, writeHeadLines, writeSections } from './report-docx.ts';

/** Writes an issue as a Word document after GB/T 9704: its text upright, its tables and definitions as the annex, lying. */
export async function writeBulletinDocx(printed: PrintedBulletin): Promise<Uint8Array> {
  const docx = await import('docx');
  const { content, publishedOn } = printed;
  const { head, definitions, definitionsTitle } = bulletinReport(printed);
  const notice = bulletinNotice(printed);
  return writeWord(docx, {
    title: content.title,
    creator: content.issuers.join('、'),
    day: publishedOn,
    sections: [
      { ...setUpPages(docx, { marks: [], isAcross: false }), children: writeNotice(docx, notice) },
      {
        ...setUpPages(docx, { marks: [], isAcross: true }),
        children: [
          ...writeAnnexHead(docx, notice.annex ?? ''),
          ...writeHeadLines(docx, head),
          ...writeSections(docx, annexSections(content)),
          ...writeAnnex(docx, { definitions, definitionsTitle }, { isMarked: false }),
        ],
      },
    ],
  });
}
