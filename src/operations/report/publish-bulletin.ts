import { AppError } from '../../errors.ts';
import type {
  BulletinContent,
  BulletinCorrection,
  BulletinFault,
  BulletinTable,
} from '../../domain/bulletin.ts';
import { checkBulletin, parseBulletin, refillBulletin } from '../../domain/bulletin.ts';
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
  const own = draftBulletin({ ...facts.draft, ...facts });
  if (template === undefined) return own;
  const { text } = decodeText(template.bytes, template.name);
  // The head is that of this period; the rest stays what somebody made of it.
  const body = text.split(/\r?\n/u).filter((line) => !/^\s*(统计期|标题)\s*[:：]/u.test(line));
  return [...own.split('\n').slice(0, 2), refillBulletin(body.join('\n'), facts.cells)].join('\n');
}

/** The tables that go with a bulletin and what their figures mean, as they are printed. */
export interface BulletinAnnexes {
  readonly annexes: BulletinContent['annexes'];
  readonly definitions: BulletinContent['definitions'];
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
 * Errors: `bulletin-head-missing`, `bulletin-period-invalid`, `bulletin-unfinished`, `bulletin-faults` with each place, `document-no-taken`,
 * `time-in-future`, `bulletin-not-found`, `bulletin-corrected-already`, `bulletin-corrects-nothing`, `bulletin-other-period`, `text-personal`.
 */
export async function publishBulletin(
  asked: LocalWork,
  terms: PublishBulletinTerms,
): Promise<PublishedBulletin> {
  const { source, documentNo } = terms;
  const written = parseBulletin(decodeText(source.bytes, source.name).text);
  if ('missing' in written)
    throw new AppError('bulletin-head-missing', { file: source.name, missing: written.missing });
  const period = parseHeadPeriod(written.period, source.name);
  refuseNumbers({ text: written.lines.map(({ text }) => text).join('\n'), title: written.title });
  return transaction(asked, async (trx, operation, work) => {
    const { jurisdiction, now } = work;
    const inside: LocalWork = { ...work, store: { ...work.store, db: trx } };
    const facts = await gatherBulletin(inside, period);
    if (!facts.summary.frame.isOver)
      throw new AppError('bulletin-unfinished', { until: facts.summary.frame.upTo });
    const quoted = facts.draft.studies.map(({ decision }) => decision);
    const { lines, used, faults } = checkBulletin(written, facts.cells, quoted);
    const counting = faults.filter(({ kind }) => kind !== 'own-figure' || !terms.allowOwnFigures);
    if (counting.length > 0) {
      const problems = counting.map((fault) => tellFault(fault, source.name, facts));
      throw new AppError('bulletin-faults', { file: source.name }, { problems });
    }
    const issues = await listBulletins(trx, jurisdiction.id);
    const key = (text: string): string => text.normalize('NFKC').replaceAll(/[\s\p{P}]/gu, '');
    const taken = issues.find((issue) => key(issue.documentNo) === key(documentNo));
    if (taken !== undefined) throw new AppError('bulletin-no-taken', { documentNo, number: taken.number });
    const today = localDay(now, jurisdiction.timeZone);
    const publishedOn = terms.on ?? today;
    if (publishedOn > today) throw new AppError('time-in-future', { time: publishedOn });
    if (publishedOn < period.until) throw new AppError('bulletin-unfinished', { until: publishedOn });
    const cells = Object.fromEntries(
      used.flatMap((name) => {
        const cell = facts.cells.get(name);
        return cell === undefined ? [] : [[name, cell] as const];
      }),
    );
    const number = (issues.at(-1)?.number ?? 0) + 1;
    const wrong = await findWrong(inside, { corrects: terms.corrects, period });
    const { annexes, definitions } = terms.writeAnnexes(facts.reports);
    const ownFigures = faults.flatMap((fault) => (fault.kind === 'own-figure' ? [fault.value] : []));
    const content: BulletinContent = {
      ...{
        layout: 1,
        title: titleOf(written.title, facts),
        issuers: jurisdiction.issuers,
        period,
        lines,
        cells,
      },
      ...{ ownFigures, annexes, definitions, hardCases: facts.draft.hardCases },
      countedAt: localTime(now, jurisdiction.timeZone),
      head: (await findHead(trx)).slice(0, 12),
      corrects: wrong === null ? null : { number: wrong.number, documentNo: wrong.documentNo },
      corrections: wrong === null ? [] : listCorrections(wrong, { cells, annexes, lines }),
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
      result: await getPublishedBulletin(trx, jurisdiction.id, number),
      summary: { bulletin: number, from: period.from, to: period.until, corrects: wrong?.number ?? null },
    };
  });
}

function titleOf(title: string, { cells }: BulletinFacts): string {
  return (
    checkBulletin({ title, period: '', lines: [{ row: 0, text: title }] }, cells).lines[0]?.text ?? title
  );
}

function parseHeadPeriod(text: string, file: string): Period {
  const [, from = '', last = ''] =
    /^(\d{4}-\d{2}-\d{2})\s*(?:至|到|~|～|—|–)\s*(\d{4}-\d{2}-\d{2})$/u.exec(text) ?? [];
  const period = spanPeriod(from, last);
  if (period === undefined) throw new AppError('bulletin-period-invalid', { file, value: text });
  return period;
}

/** What is wrong at a place of the text, as a problem of its file. */
function tellFault(fault: BulletinFault, file: string, { cells }: BulletinFacts): Problem {
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
  now: Pick<BulletinContent, 'cells' | 'annexes' | 'lines'>,
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
  // What was written beside the figures is set right line by line.
  const inLines = now.lines.flatMap(({ text: after }, at): BulletinCorrection[] => {
    const before = content.lines[at]?.text;
    const isSame = before === undefined || before === after;
    return isSame || now.lines.length !== content.lines.length || inText.length > 0
      ? []
      : [{ cell: `正文第${String(at + 1)}段`, before, after }];
  });
  const all = [...inText, ...inTables, ...inLines];
  if (all.length === 0) throw new AppError('bulletin-corrects-nothing', { number });
  return all;
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
