import type { BulletinContent, BulletinTable } from '../../domain/bulletin.ts';
import type { FiguresReport } from '../../domain/grid.ts';
import { officialDay } from '../../domain/time.ts';
import { bulletinWords } from '../../text/official-bulletin.ts';
import { zh } from '../../text/zh.ts';
import type { SignedNotice } from '../papers/notice-docx.ts';
import { plainArrangement } from '../papers/arrangement.ts';
import type { Table } from '../view.ts';
import { cellText } from '../view.ts';
import type { PrintedBulletin } from './bulletin-view.ts';
import { paragraphsOf } from './bulletin-view.ts';
import { definitionsOf, frameLines, makeSection } from './figures-report.ts';
import { writeMarkdown } from '../markdown.ts';
import type { Report, ReportSection } from './report.ts';

/** Writes the tables that go with a bulletin, and what their figures mean, as they are printed and sealed: in Chinese, whatever the language. */
export function writeBulletinAnnexes(
  reports: readonly FiguresReport[],
): Pick<BulletinContent, 'annexes' | 'definitions' | 'basis'> {
  const [first] = reports;
  const grids = reports.flatMap((report) => report.grids);
  return {
    annexes: reports.map(({ report, grids: own }) => ({
      title: zh.views.figures.reports[report],
      tables: own
        .filter(({ rows }) => rows.length > 0)
        .map((grid): BulletinTable => {
          const { title, table, notes = [] } = makeSection(grid, zh);
          return {
            ...{ title, notes, sums: table.sums ?? [] },
            columns: table.columns.map((column) => ({
              title: column.title,
              isNumber: column.align === 'right',
            })),
            rows: table.rows.map((row) => row.map(cellText)),
          };
        }),
    })),
    definitions: definitionsOf(grids, zh),
    basis: first === undefined ? [] : frameLines(first.frame, zh).slice(1),
  };
}

/** An issue as a paper that is signed. */
export function bulletinNotice({ publishedOn, documentNo, content }: PrintedBulletin): SignedNotice {
  return {
    ...{ issuers: content.issuers, documentNo, date: officialDay(publishedOn), title: content.title },
    ...{ recipients: [], paragraphs: paragraphsOf(content), hasHeadings: true, annex: bulletinWords.annex },
    ...{ remarks: [], copiesTo: [], printedBy: null, arrangement: plainArrangement },
  };
}

/** The tables of an issue as parts of a report. */
export function annexSections({ annexes }: BulletinContent): ReportSection[] {
  return annexes.flatMap(({ title, tables }) =>
    tables.map(({ title: name, columns, rows, sums, notes }) => ({
      title: bulletinWords.table(title, name),
      table: {
        columns: columns.map((column): Table['columns'][number] => ({
          title: column.title,
          align: column.isNumber ? 'right' : 'left',
        })),
        ...{ rows, sums },
      },
      notes,
    })),
  );
}

/** An issue as a report: for its workbook, its page, and its text. */
export function bulletinReport(printed: PrintedBulletin): Report {
  const { number, publishedOn, documentNo, content } = printed;
  const { title, issuers, basis, countedAt, head, definitions } = content;
  return {
    title,
    head: [
      bulletinWords.issue(number, documentNo, officialDay(publishedOn)),
      ...(issuers.length === 0 ? [] : [issuers.join('　')]),
      ...basis,
      zh.views.figures.counted(countedAt, head),
    ],
    sections: [
      {
        title: bulletinWords.text,
        table: {
          columns: [{ title: bulletinWords.text }],
          rows: paragraphsOf(content).map((line) => [line]),
        },
      },
      ...annexSections(content),
    ],
    definitions,
    definitionsTitle: zh.views.figures.definitionsTitle,
  };
}

/** An issue as text with its tables, in Markdown. */
export function bulletinText(printed: PrintedBulletin): string {
  const { title, head, sections, definitions, definitionsTitle } = bulletinReport(printed);
  const [, ...tables] = sections;
  return writeMarkdown([
    { kind: 'title', text: title },
    { kind: 'lines', lines: head },
    ...paragraphsOf(printed.content).map((line) => ({ kind: 'lines' as const, lines: [line] })),
    ...tables.flatMap(({ title: name, table, notes = [] }) => [
      { kind: 'title' as const, text: name },
      { kind: 'table' as const, table },
      ...(notes.length === 0 ? [] : [{ kind: 'lines' as const, lines: notes }]),
    ]),
    { kind: 'title', text: definitionsTitle },
    { kind: 'lines', lines: definitions.map(([name, meaning]) => `${name}：${meaning}`) },
  ]);
}
