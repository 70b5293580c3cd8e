import type * as Docx from 'docx';
import { official } from '../../text/official.ts';
import type { Arrangement } from './arrangement.ts';
import { makeFrame, makeRun } from './docx-parts.ts';
import type { RunStyle } from './docx-parts.ts';
import { wrapText } from '../wrap.ts';
import { printedWidth } from './fit-columns.ts';
import { titleLines } from './notice-title.ts';
import { charactersOf, fonts, mm, page, sizes, textWidth } from './official-page.ts';

/** Characters of a line, and the width of one in twentieths of a point. */
const lineCharacters = 28;
const character = textWidth / lineCharacters;
/** Taken off between characters of 16 pt, so that 28 of them fill a line of 156 mm. */
const bodySpacing = -5;
/** Red of official heads. */
const red = 'E60012';

/** A notice that is signed: who issues it, its number and day as far as they are known, and what it says. */
export interface SignedNotice {
  readonly issuers: readonly string[];
  readonly documentNo: string;
  /** The day as an official paper writes it, or leaves it open. */
  readonly date: string;
  readonly title: string;
  readonly recipients: readonly string[];
  readonly paragraphs: readonly string[];
  /** Whether paragraphs that begin with 一、 and （一） are headings, and set as such. */
  readonly hasHeadings?: boolean;
  /** Name of what is annexed; null where nothing is. */
  readonly annex: string | null;
  /** Below the date, in brackets. */
  readonly remarks: readonly string[];
  readonly copiesTo: readonly string[];
  readonly printedBy: string | null;
  readonly arrangement: Arrangement;
}

type LineOptions = Omit<Docx.IParagraphOptions, 'children' | 'text' | 'spacing'> & {
  readonly height?: number;
};

/** Makes lines of the official page: each takes its share of the 22. */
function makeLine(docx: typeof Docx) {
  return (text: string, style: RunStyle = {}, { height = page.line, ...options }: LineOptions = {}) =>
    new docx.Paragraph({
      spacing: { line: height, lineRule: docx.LineRuleType.EXACT, before: 0, after: 0 },
      // Figures stand as close to Chinese as Chinese does, so that 28 characters fill a line.
      autoSpaceEastAsianText: false,
      ...options,
      children: [makeRun(docx, text, { spacing: bodySpacing, ...style })],
    });
}

/** Writes the notice: letterhead, number, title, recipients, text, annex note, issuers and date, remarks. */
export function writeNotice(docx: typeof Docx, notice: SignedNotice): (Docx.Paragraph | Docx.Table)[] {
  const { AlignmentType } = docx;
  const line = makeLine(docx);
  const first = { firstLine: Math.round(2 * character) };
  const [last] = notice.paragraphs.slice(-1);
  return [
    ...writeLetterhead(docx, notice),
    ...titleLines(notice.title, notice.issuers).map(
      (text) =>
      line(text, { font: fonts.title, size: sizes.title, spacing: 0 }, { alignment: AlignmentType.CENTER, height: mm(12) }), // prettier-ignore
    ),
    line(''),
    ...(notice.recipients.length === 0 ? [] : [line(official.contents(notice.recipients.join('、')))]),
    // What is signed stays with the last of what it signs.
    ...notice.paragraphs.map((text) => {
      const font = notice.hasHeadings === true ? headingFont(text) : undefined;
      const keepNext = text === last || font !== undefined;
      return line(text, font === undefined ? {} : { font }, { indent: first, keepNext, widowControl: true });
    }),
    ...(notice.annex === null
      ? []
      : [
          line('', {}, { keepNext: true }),
          line(official.annexNote(notice.annex), {}, { indent: first, keepNext: true, keepLines: true }),
        ]),
    line('', {}, { keepNext: true }),
    ...(notice.arrangement.isSealed ? writeSealed(docx, notice) : writeUnsealed(docx, notice)),
    ...notice.remarks.map((text) => line(inBrackets(text), {}, { indent: first })),
  ];
}

/** Headings of GB/T 9704: 一、 in 黑体, （一） in 楷体 where it stands alone; nothing else is one. */
function headingFont(text: string): RunStyle['font'] {
  if (/^[一二三四五六七八九十]+、/u.test(text)) return fonts.black;
  return /^（[一二三四五六七八九十]+）[^。：]*$/u.test(text) ? fonts.kai : undefined;
}

/** Lines that stand on a page. */
const pageLines = 22;

/** On which page of its own a notice ends, reckoned with figures as wide as they may be, and how much is left below it there, in twentieths of a point. */
export function endOfNotice(notice: SignedNotice): { readonly page: number; readonly left: number } {
  const { issuers, documentNo, arrangement, annex, remarks, recipients, paragraphs, title } = notice;
  const lines = (text: string): number => wrapText(text, 2 * lineCharacters, printedWidth).length;
  const head =
    arrangement.letterhead === 'none'
      ? page.line * (documentNo === '' ? 1 : 3)
      : mm(25) + markHeight(issuers) * Math.max(1, issuers.length) + 5 * page.line;
  const signed = arrangement.isSealed
    ? Math.max(1, Math.ceil(issuers.length / sealsInRow)) * 3 + 1
    : issuers.length + 1;
  const indented = paragraphs.map((text) => lines(`\u3000\u3000${text}`));
  // The last paragraph stays with what is below it.
  const kept = (indented.at(-1) ?? 0) + (annex === null ? 0 : 1 + lines(`\u3000\u3000${official.annexNote(annex)}`)) + 1 + signed + remarks.length; // prettier-ignore
  const running = [
    1 + (recipients.length === 0 ? 0 : lines(official.contents(recipients.join('、')))),
    ...indented.slice(0, -1),
  ].reduce((sum, count) => sum + count, 0);
  const whole = pageLines * page.line;
  const before = head + titleLines(title, issuers).length * mm(12) + running * page.line;
  const used = before % whole;
  const fits = used + kept * page.line <= whole;
  return {
    page: Math.floor(before / whole) + (fits ? 1 : 2),
    left: whole - (fits ? used : 0) - kept * page.line,
  };
}

/** A remark stands in brackets. */
function inBrackets(text: string): string {
  return /^[（(].*[）)]$/u.test(text) ? text : `（${text}）`;
}

/** The head: all of it in red, its place on paper that has it printed, or the number alone. */
function writeLetterhead(
  docx: typeof Docx,
  { arrangement: { letterhead }, issuers, documentNo }: SignedNotice,
): (Docx.Paragraph | Docx.Table)[] {
  const { AlignmentType, BorderStyle } = docx;
  const line = makeLine(docx);
  const number = (options: LineOptions = {}) => line(documentNo, {}, { alignment: AlignmentType.CENTER, ...options }); // prettier-ignore
  if (letterhead === 'none') return [...(documentNo === '' ? [] : [number(), line('')]), line('')];
  const height = markHeight(issuers);
  const mark = letterhead === 'full' ? writeMark(docx, issuers) : line('', {}, { height: height * Math.max(1, issuers.length) }); // prettier-ignore
  const rule =
    letterhead === 'full' ? { border: { bottom: { style: BorderStyle.SINGLE, size: 12, space: 10, color: red } } } : {}; // prettier-ignore
  return [
    // From the upper edge of the text to that of the mark.
    line('', {}, { height: mm(35) - mm(10) }),
    mark,
    line(''),
    line(''),
    number(rule),
    line(''),
    line(''),
  ];
}

/** Points that the marks of all issuing bodies may take down the page. */
const markRoom = 170;

/** Half points of the issuing bodies' mark: as large as the longest name, and their number, allow. */
function markSize(issuers: readonly string[]): number {
  const longest = Math.max(1, ...issuers.map(charactersOf));
  const [wide, high] = [textWidth / 20 / (longest + 3), markRoom / 1.5 / Math.max(1, issuers.length)];
  return 2 * Math.floor(Math.min(48, wide, high));
}

function markHeight(issuers: readonly string[]): number {
  return Math.round(markSize(issuers) * 10 * 1.5);
}

/** The issuing bodies in red, one below the other, with 文件 beside them all. */
function writeMark(docx: typeof Docx, issuers: readonly string[]): Docx.Table {
  const { AlignmentType } = docx;
  const size = markSize(issuers);
  const line = makeLine(docx);
  const style = { font: fonts.title, size, color: red, spacing: 0 };
  const height = markHeight(issuers);
  const word = Math.round(size * 10 * 2.6);
  const names = (issuers.length === 0 ? [''] : issuers).map((name) =>
    line(name, style, {
      alignment: issuers.length > 1 ? AlignmentType.DISTRIBUTE : AlignmentType.RIGHT,
      height,
    }),
  );
  const paper = line(official.paper, style, { alignment: AlignmentType.CENTER, height });
  return makeFrame(docx, [
    { width: textWidth - word, children: names, at: 'center' },
    { width: word, children: [paper], at: 'center' },
  ]);
}

/** Without seals: issuers two characters from the right, one below the other, the date two characters right of the last one's first. */
function writeUnsealed(docx: typeof Docx, { issuers, date, remarks }: SignedNotice): Docx.Paragraph[] {
  const line = makeLine(docx);
  const [issuer, day] = [charactersOf(issuers.at(-1) ?? ''), charactersOf(date)];
  // A date that is longer than what is left beside the issuer stands two characters from the right, and the issuer gives way.
  const issuerRight = issuers.length === 0 ? 2 : Math.max(2, day + 4 - issuer);
  const kept = (right: number) => ({
    alignment: docx.AlignmentType.RIGHT,
    indent: { right: Math.round(right * character) },
    keepLines: true,
    keepNext: remarks.length > 0,
  });
  return [
    ...issuers.map((name) => line(name, {}, { ...kept(issuerRight), keepNext: true })),
    issuers.length === 0
      ? line(date, {}, kept(2))
      : line(date, {}, { keepLines: true, keepNext: remarks.length > 0, indent: { left: Math.round((lineCharacters - issuerRight - issuer + 2) * character), right: -Math.round(3 * character) } }), // prettier-ignore
  ];
}

/** Issuers beside each other that one row of seals takes. */
const sealsInRow = 3;

/** With seals: the date four characters from the right, the last issuer centred over it, the others beside it, with room for a seal on each. */
function writeSealed(
  docx: typeof Docx,
  { issuers, date, remarks }: SignedNotice,
): (Docx.Paragraph | Docx.Table)[] {
  const line = makeLine(docx);
  const right = docx.AlignmentType.RIGHT;
  const day = charactersOf(date);
  const [last = ''] = issuers.slice(-1);
  /** From the right edge of the text to the middle of the last issuer and of the date. */
  const middle = Math.max(4 + day / 2, (charactersOf(last) + 1) / 2);
  const indent = (width: number) => ({ right: Math.round((middle - width / 2) * character) });
  const kept = { alignment: right, keepNext: true, keepLines: true };
  const room = [line('', {}, { keepNext: true }), line('', {}, { keepNext: true })];
  const dated = line(
    date,
    {},
    { alignment: right, keepLines: true, keepNext: remarks.length > 0, indent: indent(day) },
  );
  if (issuers.length <= 1)
    return [
      ...room,
      ...(last === '' ? [] : [line(last, {}, { ...kept, indent: indent(charactersOf(last)) })]),
      dated,
    ];
  const rows = Array.from({ length: Math.ceil(issuers.length / sealsInRow) }, (_, at) =>
    issuers.slice(at * sealsInRow, (at + 1) * sealsInRow),
  );
  return [...rows.flatMap((names) => [...room, writeSealRow(docx, names, middle * 2)]), dated];
}

/** Issuers beside each other, the last as wide as twice its middle lies from the right, unless the others lack the room. */
function writeSealRow(docx: typeof Docx, names: readonly string[], wanted: number): Docx.Table {
  const { AlignmentType } = docx;
  const line = makeLine(docx);
  const need = names.slice(0, -1).reduce((sum, name) => sum + charactersOf(name) + 1, 0);
  const lastWidth = need + wanted > lineCharacters ? lineCharacters / names.length : wanted;
  const others = (lineCharacters - lastWidth) / Math.max(1, names.length - 1);
  const widths = names.map((_, at) =>
    Math.floor((names.length === 1 || at === names.length - 1 ? lastWidth : others) * character),
  );
  return makeFrame(
    docx,
    names.map((name, at) => ({
      width: widths[at] ?? 0,
      children: [line(name, {}, { alignment: AlignmentType.CENTER, keepNext: true, keepLines: true })],
      at: 'bottom',
    })),
    AlignmentType.RIGHT,
  );
}
