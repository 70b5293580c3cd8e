import { AppError } from '../../errors.ts';
import type {
  BulletinCells,
  BulletinContent,
  BulletinCorrection,
  BulletinFault,
  BulletinTable,
} from '../../domain/bulletin.ts';
import { checkWritten, parseBulletin, refillBulletin } from '../../domain/bulletin.ts';
import { documentNoKey } from '../../domain/document-number.ts';
import { draftBulletin } from '../../domain/bulletin-draft.ts';
import { likeness } from '../../domain/unit-name.ts';
import type { FiguresReport } from '../../domain/grid.ts';
import type { Period } from '../../domain/period.ts';
import { spanPeriod } from '../../domain/period.ts';
import type { Day } from '../../domain/time.ts';
import { localDay, localTime } from '../../domain/time.ts';
import { decodeText } from '../../intake/decode.ts';
import type { SourceFile } from '../../intake/source-file.ts';
import type { Problem } from '../../problems.ts';
import { insertBulletin, listBulletins } from '../../store/bulletins.ts';
import { canonicalJson } from '../../domain/canonical.ts';
import type { LocalWork } from '../kernel/transaction.ts';
import { transaction } from '../kernel/transaction.ts';
import { refuseNumbers } from '../privacy/refuse-personal.ts';
import type { BulletinFacts } from './gather-bulletin.ts';
import { gatherBulletin } from './gather-bulletin.ts';
import type { PublishedBulletin } from './published-bulletins.ts';
import { getPublishedBulletin, sealedBulletin } from './published-bulletins.ts';
import { findHead } from './report-setting.ts';

/** Drafts the text of a bulletin: the tool's own, or an older text with the figures of this period in its cells. Errors: those of decoding. */
export async function draftOfPeriod(
  asked: LocalWork,
  { period, template }: { readonly period: Period; readonly template: SourceFile | undefined },
): Promise<string> {
  const facts = await gatherBulletin(asked, period);
  const own = draftBulletin(facts.draft);
  if (template === undefined) return own;
  return fillTemplate(decodeText(template.bytes, template.name).text, own, facts.draft.cells);
}

/** An older text with the figures of this period: its head, its hot matters and its advice are those of the new draft, for they are of the month they were written for. */
function fillTemplate(text: string, own: string, cells: BulletinCells): string {
  const isHead = (line: string): boolean => /^\s*(统计期|标题)\s*[:：]/u.test(line);
  const partOf = (lines: readonly string[], heading: RegExp): readonly [number, number] => {
    const from = lines.findIndex((line) => heading.test(line));
    const next = lines.findIndex((line, at) => at > from && /^[一二三四五六七八九十]+、/u.test(line));
    return [from, from < 0 ? -1 : next < 0 ? lines.length : next];
  };
  const ownLines = own.trimEnd().split('\n');
  let lines = text
    .trimEnd()
    .split(/\r?\n/u)
    .filter((line) => !isHead(line));
  for (const heading of [/^[一二三四五六七八九十]+、热点诉求/u, /^[一二三四五六七八九十]+、工作建议/u]) {
    const [from, until] = partOf(lines, heading);
    const [ownFrom, ownUntil] = partOf(ownLines, heading);
    if (from < 0 || ownFrom < 0) continue;
    lines = [...lines.slice(0, from + 1), ...ownLines.slice(ownFrom + 1, ownUntil), ...lines.slice(until)];
  }
  return [...ownLines.slice(0, 2), refillBulletin(lines.join('\n'), cells), ''].join('\n');
}

/** The tables that go with a bulletin and what their figures mean, as they are printed. */
export interface BulletinAnnexes {
  readonly annexes: BulletinContent['annexes'];
  readonly definitions: BulletinContent['definitions'];
  readonly basis: BulletinContent['basis'];
}

/** An issue that was just published, and the numbers typed by hand that are figures of its period. */
export interface PublishedNow {
  readonly issue: PublishedBulletin;
  readonly typed: readonly (readonly [value: string, name: string])[];
}

/** A line without the phones of offices, which a bulletin ends with: landlines and short numbers are nobody's own. */
function withoutOfficePhones(text: string): string {
  return text.replaceAll(/(?<!\d)(?:[（(]?0\d{2,3}[）)]?[-－ ]?)?[2-8]\d{6,7}(?!\d)/gu, '');
}

/** How an issue is published. */
export interface PublishBulletinTerms {
  readonly source: SourceFile;
  readonly documentNo: string;
  readonly on?: Day | undefined;
  readonly allowOwnFigures: boolean;
  /** The issue that is set right. */
  readonly corrects?: number | undefined;
  /** Writes the tables of the reports as they are printed. */
  readonly writeAnnexes: (reports: readonly FiguresReport[]) => BulletinAnnexes;
}

/**
 * Publishes an edited draft as the next issue: its cells are held against the figures, numbers typed by hand are pointed out, and all that it prints
 * is sealed. A correction names every figure of the earlier issue that it sets right.
 *
 * Errors: `bulletin-head-missing`, `bulletin-period-invalid`, `bulletin-unfinished`, `bulletin-faults` with each place, `bulletin-no-taken`, `bulletin-period-taken`,
 * `time-in-future`, `bulletin-not-found`, `bulletin-corrected-already`, `bulletin-corrects-nothing`, `bulletin-other-period`, `text-personal`.
 */
export async function publishBulletin(asked: LocalWork, terms: PublishBulletinTerms): Promise<PublishedNow> {
  const { source, documentNo } = terms;
  const written = parseBulletin(decodeText(source.bytes, source.name).text);
  if ('missing' in written)
    throw new AppError('bulletin-head-missing', { file: source.name, missing: written.missing });
  const period = parseHeadPeriod(written.period, source.name);
  for (const { text } of written.lines) refuseNumbers({ text: withoutOfficePhones(text) });
  refuseNumbers({ title: written.title });
  return transaction(asked, async (trx, operation, work) => {
    const { jurisdiction, now } = work;
    const inside: LocalWork = { ...work, store: { ...work.store, db: trx } };
    const facts = await gatherBulletin(inside, period);
    const { cells: known } = facts.draft;
    if (!facts.frame.isOver) throw new AppError('bulletin-unfinished', { until: facts.frame.upTo });
    const quoted = quotedIn(facts);
    const { title, lines, used, typed, faults } = checkWritten(written, known, quoted);
    const counting = faults.filter(({ kind }) => kind !== 'own-figure' || !terms.allowOwnFigures);
    if (counting.length > 0) {
      const problems = counting.map((fault) => tellFault(fault, source.name, known));
      throw new AppError('bulletin-faults', { file: source.name }, { problems });
    }
    const issues = await listBulletins(trx, jurisdiction.id);
    const taken = issues.find((issue) => documentNoKey(issue.documentNo) === documentNoKey(documentNo));
    if (taken !== undefined) throw new AppError('bulletin-no-taken', { documentNo, number: taken.number });
    const today = localDay(now, jurisdiction.timeZone);
    const publishedOn = terms.on ?? today;
    if (publishedOn > today) throw new AppError('time-in-future', { time: publishedOn });
    if (publishedOn < period.until) throw new AppError('bulletin-unfinished', { until: publishedOn });
    const cells = Object.fromEntries(
      used.flatMap((name) => {
        const cell = known.get(name);
        return cell === undefined ? [] : [[name, cell] as const];
      }),
    );
    const number = (issues.at(-1)?.number ?? 0) + 1;
    const same = issues.findLast(
      ({ periodFrom, periodUntil }) => periodFrom === period.from && periodUntil === period.until,
    );
    if (same !== undefined && terms.corrects === undefined)
      throw new AppError('bulletin-period-taken', { number: same.number });
    const wrong = await findWrong(inside, { corrects: terms.corrects, period });
    const { annexes, definitions, basis } = terms.writeAnnexes(facts.reports);
    const ownFigures = faults.flatMap((fault) => (fault.kind === 'own-figure' ? [fault.value] : []));
    const content: BulletinContent = {
      ...{ layout: 1, title, issuers: jurisdiction.issuers, period, lines, cells },
      ...{ ownFigures, annexes, basis, definitions, hardCases: facts.draft.hardCases },
      countedAt: localTime(now, jurisdiction.timeZone),
      head: (await findHead(trx)).slice(0, 12),
      corrects: wrong === null ? null : { number: wrong.number, documentNo: wrong.documentNo },
      corrections: wrong === null ? [] : listCorrections(wrong, { title, cells, annexes, lines }),
    };
    const row = { number, periodFrom: period.from, periodUntil: period.until, publishedOn, documentNo };
    const sealed = sealedBulletin(row, content);
    const digest = await operation.seal(sealed);
    const correctsId = issues.find((issue) => issue.number === wrong?.number)?.id ?? null;
    await insertBulletin(trx, {
      ...{ ...row, jurisdictionId: jurisdiction.id, correctsId, digest },
      ...{ content: canonicalJson(content), at: now, by: work.by, operationId: operation.id },
    });
    return {
      result: { issue: await getPublishedBulletin(trx, jurisdiction.id, number), typed },
      summary: { bulletin: number, from: period.from, to: period.until, corrects: wrong?.number ?? null },
    };
  });
}

/** What the tool itself writes into a draft word for word: names and decisions may have numbers of their own. */
function quotedIn({ reports, draft }: BulletinFacts): string[] {
  const names = reports
    .flatMap(({ grids }) => grids.flatMap(({ rows }) => rows))
    .flatMap(({ key, subject }) =>
      subject.kind === 'unit' ? [subject.name] : subject.kind === 'matter' ? [key, subject.name ?? ''] : [],
    );
  const matters = [...draft.hardCases, ...draft.carried, ...draft.problems].flatMap(
    ({ matter }) => matter ?? [],
  );
  const own = [draft.jurisdiction, ...names, ...matters, ...draft.studies.map(({ decision }) => decision)];
  return own.flatMap((text) => (text === '' ? [] : [text, text.replaceAll('/', '－')]));
}

function parseHeadPeriod(text: string, file: string): Period {
  const [, from = '', last = ''] =
    /^(\d{4}-\d{2}-\d{2})\s*(?:至|到|~|～|—|–)\s*(\d{4}-\d{2}-\d{2})$/u.exec(text) ?? [];
  const period = spanPeriod(from, last);
  if (period === undefined) throw new AppError('bulletin-period-invalid', { file, value: text });
  return period;
}

/** What is wrong at a place of the text, as a problem of its file. */
function tellFault(fault: BulletinFault, file: string, cells: BulletinCells): Problem {
  const { row, column } = fault;
  const place = row === 0 ? { file } : { file, row, column };
  switch (fault.kind) {
    case 'cell-unknown': {
      const names = [...cells.keys()].map((name) => ({ name, near: likeness(name, fault.name) }));
      const suggestions = names.sort((a, b) => b.near - a.near).slice(0, 3);
      return {
        code: 'bulletin-cell-unknown',
        place,
        details: { name: fault.name, suggestions: suggestions.map(({ name }) => name) },
      };
    }
    case 'cell-differs':
      return {
        code: 'bulletin-cell-differs',
        place,
        details: { name: fault.name, said: fault.said, is: fault.is },
      };
    case 'own-figure':
      return { code: 'bulletin-own-figure', place, details: { value: fault.value } };
    case 'other-way':
      return { code: 'bulletin-other-way', place, details: { value: fault.value } };
    case 'brace-broken':
      return { code: 'bulletin-brace-broken', place, details: {} };
  }
}

async function findWrong(
  { store, jurisdiction }: LocalWork,
  { corrects, period }: { readonly corrects: number | undefined; readonly period: Period },
): Promise<PublishedBulletin | null> {
  if (corrects === undefined) return null;
  const wrong = await getPublishedBulletin(store.db, jurisdiction.id, corrects);
  if (wrong.correctedBy !== null)
    throw new AppError('bulletin-corrected-already', { number: corrects, by: wrong.correctedBy });
  if (wrong.periodFrom !== period.from || wrong.periodUntil !== period.until)
    throw new AppError('bulletin-other-period', {
      number: corrects,
      from: wrong.periodFrom,
      until: wrong.periodUntil,
    });
  return wrong;
}

/** What an issue says otherwise than the one it sets right: figures of its text by their names, cells of its tables by table, row and column. Errors: `bulletin-corrects-nothing`. */
function listCorrections(
  { number, content }: PublishedBulletin,
  now: Pick<BulletinContent, 'title' | 'cells' | 'annexes' | 'lines'>,
): BulletinCorrection[] {
  const inText = Object.entries(now.cells).flatMap(([cell, { value: after }]): BulletinCorrection[] => {
    const before = content.cells[cell]?.value;
    return before === undefined || before === after ? [] : [{ cell, before, after }];
  });
  const tablesOf = (annexes: BulletinContent['annexes']): ReadonlyMap<string, string> =>
    new Map(annexes.flatMap(({ title, tables }) => tables.flatMap((table) => namedCells(title, table))));
  const earlier = tablesOf(content.annexes);
  const inTables = [...tablesOf(now.annexes)].flatMap(([cell, after]): BulletinCorrection[] => {
    const before = earlier.get(cell);
    return before === undefined || before === after ? [] : [{ cell, before, after }];
  });
  // What was written beside the figures is set right line by line: taken out, put in, or put in its place.
  const [was, is] = [linesOf(content), linesOf(now)];
  const gone = was.filter(({ pattern }) => !is.some((line) => line.pattern === pattern));
  const added = is.filter(({ pattern }) => !was.some((line) => line.pattern === pattern));
  const inLines = Array.from(
    { length: Math.max(gone.length, added.length) },
    (_, at): BulletinCorrection => ({
      cell: '正文',
      before: gone[at]?.text ?? '',
      after: added[at]?.text ?? '',
    }),
  );
  const all = [...inText, ...inTables, ...inLines];
  if (all.length === 0) throw new AppError('bulletin-corrects-nothing', { number });
  return all;
}

/** What somebody wrote: the title, and every line. */
function linesOf({ title, lines }: Pick<BulletinContent, 'title' | 'lines'>) {
  return [{ text: title, pattern: title }, ...lines];
}

function namedCells(title: string, table: BulletinTable): (readonly [string, string])[] {
  return table.rows.flatMap((row) =>
    row
      .slice(1)
      .map(
        (value, at) =>
          [
            `${title}/${table.title}/${(row[0] ?? '').trim()}/${table.columns[at + 1]?.title ?? ''}`,
            value,
          ] as const,
      ),
  );
}
