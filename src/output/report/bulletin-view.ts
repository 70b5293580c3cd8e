import type { BulletinContent, BulletinCorrection } from '../../domain/bulletin.ts';
import { lastOfPeriod } from '../../domain/period.ts';
import { bulletinWords } from '../../text/official-bulletin.ts';
import type { Texts } from '../../text/shape.ts';
import type { View } from '../view.ts';

/** An issue as it is printed: its head, and what was sealed. */
export interface PrintedBulletin {
  readonly number: number;
  readonly publishedOn: string;
  readonly documentNo: string;
  readonly content: BulletinContent;
}

/** The paragraphs of an issue: what it sets right first, then its text. */
export function paragraphsOf({ corrects, corrections, lines }: BulletinContent): string[] {
  return [
    ...(corrects === null ? [] : [bulletinWords.corrects(corrects.number, corrects.documentNo)]),
    ...corrections.map(({ cell, before, after }) => bulletinWords.correction(cell, before, after)),
    ...lines.map(({ text }) => text),
  ];
}

/** An issue with what became of it. */
export interface KnownBulletin extends PrintedBulletin {
  readonly corrects: number | null;
  readonly correctedBy: number | null;
  readonly digest: string;
  readonly isIntact: boolean;
}

/** An issue as programs get it in a list. */
export interface ListedBulletinJson {
  readonly number: number;
  readonly from: string;
  readonly to: string;
  readonly publishedOn: string;
  readonly documentNo: string;
  readonly title: string;
  readonly corrects: number | null;
  readonly correctedBy: number | null;
}

export function listedBulletinJson({ content, ...issue }: KnownBulletin): ListedBulletinJson {
  const { number, publishedOn, documentNo, corrects, correctedBy } = issue;
  const { period, title } = content;
  return {
    ...{ number, from: period.from, to: lastOfPeriod(period) },
    ...{ publishedOn, documentNo, title, corrects, correctedBy },
  };
}

/** An issue as programs get it whole: what it prints, the figures its text refers to, and what it sets right. */
export interface BulletinJson extends ListedBulletinJson {
  readonly lines: readonly { readonly kind: string; readonly text: string }[];
  readonly cells: readonly {
    readonly name: string;
    readonly value: string;
    readonly numerator: number | null;
    readonly denominator: number | null;
  }[];
  readonly ownFigures: readonly string[];
  readonly corrections: readonly BulletinCorrection[];
  readonly hardCases: readonly string[];
  readonly countedAt: string;
  readonly head: string;
  readonly digest: string;
  readonly isIntact: boolean;
}

export function bulletinJson(issue: KnownBulletin): BulletinJson {
  const { content, digest, isIntact } = issue;
  const { lines, cells, ownFigures, corrections, hardCases, countedAt, head } = content;
  return {
    ...listedBulletinJson(issue),
    lines,
    cells: Object.entries(cells).map(([name, cell]) => ({ name, ...cell })),
    ...{ ownFigures, corrections, hardCases: hardCases.map(({ number }) => number) },
    ...{ countedAt, head, digest, isIntact },
  };
}

/** Issues as a table. */
export function bulletinListView(issues: readonly KnownBulletin[], text: Texts): View {
  const say = text.views.bulletin;
  return [
    { kind: 'title', text: say.title },
    {
      kind: 'table',
      table: {
        columns: [
          { title: say.columns.number, align: 'right' },
          ...(['period', 'publishedOn', 'documentNo', 'title', 'corrects'] as const).map((name) => ({
            title: say.columns[name],
          })),
        ],
        rows: issues.map(({ number, publishedOn, documentNo, content, corrects, correctedBy }) => [
          String(number),
          `${content.period.from}～${lastOfPeriod(content.period)}`,
          publishedOn,
          documentNo,
          content.title,
          [
            ...(corrects === null ? [] : [say.corrects(corrects)]),
            ...(correctedBy === null ? [] : [say.correctedBy(correctedBy)]),
          ].join('，'),
        ]),
      },
    },
  ];
}

/** An issue as a person reads it on a screen. */
export function bulletinView(issue: KnownBulletin, text: Texts): View {
  const say = text.views.bulletin;
  const { number, publishedOn, documentNo, content, corrects, correctedBy, digest, isIntact } = issue;
  const cells = Object.entries(content.cells);
  return [
    { kind: 'title', text: say.issue(number) },
    {
      kind: 'facts',
      rows: [
        [say.columns.title, content.title],
        [say.columns.documentNo, documentNo],
        [say.columns.publishedOn, publishedOn],
        [say.period, `${content.period.from}～${lastOfPeriod(content.period)}`],
        ...(corrects === null ? [] : [[say.columns.corrects, say.corrects(corrects)] as const]),
        ...(correctedBy === null ? [] : [[say.columns.corrects, say.correctedBy(correctedBy)] as const]),
        ...(content.ownFigures.length === 0 ? [] : [[say.own, content.ownFigures.join('、')] as const]),
        [
          say.digest,
          isIntact
            ? `${digest.slice(0, 12)} ${say.intact}`
            : { text: `${digest.slice(0, 12)} ${say.notIntact(number)}`, tone: 'bad' },
        ],
      ],
    },
    { kind: 'lines', lines: paragraphsOf(content) },
    ...(cells.length === 0
      ? []
      : [
          {
            kind: 'table' as const,
            table: {
              columns: [
                { title: say.cell },
                { title: say.value, align: 'right' as const },
                { title: say.part, align: 'right' as const },
              ],
              rows: cells.map(([name, { value, numerator, denominator }]) => [
                name,
                value,
                denominator === null ? '' : `${String(numerator)}/${String(denominator)}`,
              ]),
            },
          },
        ]),
  ];
}
