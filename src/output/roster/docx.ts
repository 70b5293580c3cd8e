import type * as Docx from 'docx';
import { officialDay, openDay } from '../../domain/time.ts';
import { official } from '../../text/official.ts';
import { setUpPages } from '../papers/docx-pages.ts';
import { makeRun, makeTable, writeWord } from '../papers/docx-parts.ts';
import { acrossWidth, fonts, page, sizes } from '../papers/official-page.ts';
import { documentMarks } from './layout.ts';
import type { SignedNotice } from '../papers/notice-docx.ts';
import { writeClose } from '../papers/notice-close.ts';
import { writeNotice } from '../papers/notice-docx.ts';
import type { RosterPaper } from './paper.ts';
import { printRows } from './paper.ts';

/** Writes a roster as a Word document: the notice that is signed, the annex with the table, and with a letterhead what closes the last page. */
export async function writeRosterDocx(paper: RosterPaper): Promise<Uint8Array> {
  const docx = await import('docx');
  const { notice, edition, draft, day, arrangement } = paper;
  const marks = documentMarks(paper);
  const hasNotice = notice.paragraphs.length > 0;
  return writeWord(docx, {
    title: notice.title,
    creator: (edition ?? draft)?.issuers.join('、') ?? '',
    day,
    sections: [
      ...(hasNotice
        ? [
            {
              ...setUpPages(docx, { marks, isAcross: false }),
              children: writeNotice(docx, signedNotice(paper)),
            },
          ]
        : []),
      { ...setUpPages(docx, { marks, isAcross: true }), children: writeAnnex(docx, paper, hasNotice) },
      ...(hasNotice && arrangement.letterhead !== 'none' ? [writeLastPage(docx, paper, marks)] : []),
    ],
  });
}

/** The notice of an edition, or of a draft with its number and day left open. */
function signedNotice({ notice, edition, draft, day, copy, arrangement }: RosterPaper): SignedNotice {
  const { title, recipients, paragraphs, annex, remarks = [], copiesTo = [], printedBy = null } = notice;
  // What is for the office alone is not said to be public.
  const isPublic = copy === 'public';
  const { issuers, documentNo } = edition ?? draft ?? { issuers: [], documentNo: '' };
  const date = edition === null ? openDay(day.slice(0, 4)) : officialDay(edition.publishedOn);
  return {
    issuers,
    documentNo,
    date,
    title,
    recipients,
    paragraphs,
    annex,
    remarks: isPublic ? remarks : [],
    copiesTo,
    printedBy,
    arrangement,
  };
}

function writeLastPage(
  docx: typeof Docx,
  paper: RosterPaper,
  marks: readonly string[],
): Docx.ISectionOptions {
  const { properties, ...corners } = setUpPages(docx, { marks, isAcross: false });
  return {
    ...corners,
    properties: { ...properties, type: docx.SectionType.EVEN_PAGE },
    children: writeClose(docx, signedNotice(paper)),
  };
}

/** The annex, across: 附件 at the top left, its title on the third line, the table. */
function writeAnnex(
  docx: typeof Docx,
  paper: RosterPaper,
  hasNotice: boolean,
): (Docx.Paragraph | Docx.Table)[] {
  const { AlignmentType, LineRuleType, Paragraph } = docx;
  const { notice, edition, foot, columns, size, groups } = paper;
  const spacing = { line: page.line, lineRule: LineRuleType.EXACT, before: 0, after: 0 };
  const meta =
    edition === null ? '' : [official.edition(edition.number), officialDay(edition.publishedOn)].join('　');
  const between = () =>
    new Paragraph({
      spacing: { line: 120, lineRule: LineRuleType.EXACT, before: 0, after: 0 },
      children: [],
    });
  return [
    // Without a notice it is annexed to nothing.
    new Paragraph({
      spacing,
      children: [makeRun(docx, hasNotice ? official.annex : '', { font: fonts.black })],
    }),
    new Paragraph({ spacing, children: [] }),
    new Paragraph({
      spacing,
      alignment: AlignmentType.CENTER,
      children: [makeRun(docx, notice.annex, { font: fonts.title, size: sizes.title })],
    }),
    new Paragraph({
      spacing: { ...spacing, after: 80 },
      alignment: AlignmentType.CENTER,
      children: [makeRun(docx, meta, { size: sizes.page })],
    }),
    // A table for each group: its heading stands again where it goes on on another page.
    ...groups.flatMap((group) => [
      makeTable(docx, {
        columns,
        heading: group.heading,
        rows: printRows(paper, group),
        whole: acrossWidth,
        size,
      }),
      between(),
    ]),
    ...foot.map(
      (content) =>
        new Paragraph({
          spacing: { before: 60 },
          children: [makeRun(docx, content, { font: fonts.song, size: sizes.small })],
        }),
    ),
  ];
}
