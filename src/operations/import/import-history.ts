import type { Problem } from '../../problems.ts';
import type { HistoryRow, HistoryTable } from '../../intake/history-columns.ts';
import { parseHistory } from '../../intake/history-columns.ts';
import type { SourceFile } from '../../intake/source-file.ts';
import type { SourceTerms } from '../../intake/source.ts';
import { parseFittingSheet, parseSource } from '../../intake/source.ts';
import type { Appeal, HopReason } from '../../domain/appeal.ts';
import type { CourseEvent } from '../../domain/appeal-event.ts';
import { eventsInForce } from '../../domain/appeal-event.ts';
import { listEventsOf } from '../../store/appeal-events.ts';
import type { HistoryChain, HistoryLine, HistoryTerms, NamedUnit } from '../../domain/history.ts';
import { makeChain } from '../../domain/history.ts';
import { findCode, reasonWords } from '../../domain/input-words.ts';
import { transferDeskWords } from '../../domain/file-words.ts';
import { holdsPersonal, maskCell, maskText } from '../../domain/masking.ts';
import { hasEnded } from '../../domain/span.ts';
import { makeLineage } from '../../domain/succession.ts';
import { localDay } from '../../domain/time.ts';
import type { NameReading, UnitFinder, UnitMatch } from '../../domain/unit-finder.ts';
import { makeUnitFinder } from '../../domain/unit-finder.ts';
import { listAppealsNumbered, listAppealsOfNumbers } from '../../store/appeals.ts';
import type { Db } from '../../store/db.ts';
import { listNamedUnits } from '../../store/units.ts';
import { listSuccessions } from '../../store/units.ts';
import { referTo } from '../appeal/hand-over.ts';
import type { IncomingAppeal } from '../appeal/record-appeals.ts';
import { recordAppeals } from '../appeal/record-appeals.ts';
import type { ToldCourse } from '../appeal/record-courses.ts';
import { recordCourses } from '../appeal/record-courses.ts';
import type { LocalWork } from '../kernel/transaction.ts';
import type { SuccessorNames } from '../unit/find-unit.ts';
import { findSuccessorNames } from '../unit/find-unit.ts';
import type { CourseDifference } from '../privacy/continue-appeals.ts';
import { mergeHistories } from '../privacy/continue-appeals.ts';
import type { ImportTask, Tick } from './import-file.ts';
import { describeRead } from './import-file.ts';
import { listUnitProblems } from './import-appeals.ts';

/** How a log of hand-overs is taken in. */
export interface HistoryOptions {
  /** Lines of a unit that did not lead are taken in, marked. */
  readonly allowsGaps: boolean;
  /** Appeals that are not in the register are taken in with nothing but their number. */
  readonly addsMissing: boolean;
}

/** What an import of hand-overs writes. */
export interface HistoryPlan {
  /** Appeals that were not in the register, with what the log says of them. */
  readonly added: readonly IncomingAppeal[];
  /** What the log adds to the histories of appeals. */
  readonly courses: readonly ToldCourse[];
  readonly differences: readonly CourseDifference[];
  /** Numbers of the appeals whose course was recorded here: they stay as they are. */
  readonly ours: readonly string[];
  readonly unchanged: number;
  /** How many hand-overs this tool would not have made, and how many lines do not hold together. */
  readonly marks: {
    readonly hops: number;
    readonly circle: number;
    readonly unitLimit: number;
    readonly gaps: number;
  };
  readonly problems: readonly Problem[];
  readonly readings: readonly NameReading[];
}

/** A unit that is no more. */
interface UnitEnd {
  readonly name: string;
  readonly until: string;
}

/** Appeals that are looked up in one go. */
const portion = 500;

/**
 * Reads a log of hand-overs (流转记录) of another system, and says what it adds to the histories of appeals. It records what was done there,
 * circles included, and marks what this tool would have refused.
 */
export async function prepareHistoryImport(
  work: LocalWork,
  terms: SourceTerms & HistoryOptions & { readonly source: SourceFile },
): Promise<ImportTask<HistoryPlan>> {
  const { source } = terms;
  const { jurisdiction } = work;
  const read = await parseSource(source, terms);
  const table = parseFittingSheet(read, (sheet) => parseHistory(sheet, jurisdiction.timeZone, terms.headers));
  const { notes } = table;
  return {
    ...describeRead('history', source, read, { ...notes, rows: { length: notes.rowCount } }),
    plan: (db, tick) => planHistory(db, work, { table, options: terms, tick }),
    count: ({ added, courses }) => ({ added: added.length, continued: courses.length }),
    apply: async (trx, plan, _batch, operation, tick) => {
      const { added, courses } = plan;
      const all = added.length + courses.length;
      await recordAppeals(trx, work, operation, added, (done) => tick(done, all));
      await recordCourses(trx, work, operation, {
        appeals: courses,
        tick: (done) => tick(added.length + done, all),
      });
    },
  };
}

interface HistoryFile {
  readonly table: HistoryTable;
  readonly options: HistoryOptions;
  readonly tick: Tick | undefined;
}

async function planHistory(db: Db, work: LocalWork, file: HistoryFile): Promise<HistoryPlan> {
  const planner = await openPlanner(db, work, file);
  const chains = await groupRows(db, work, file.table.rows);
  for (let from = 0; from < chains.length; from += portion) {
    await planner.take(db, chains.slice(from, from + portion));
    await file.tick?.(Math.min(from + portion, chains.length), chains.length);
  }
  return planner.end();
}

/** The lines of each appeal, whichever of its numbers they have: its own leads to the one it has elsewhere. */
async function groupRows(
  db: Db,
  work: LocalWork,
  rows: readonly HistoryRow[],
): Promise<(readonly [string, readonly HistoryRow[]])[]> {
  const groups = Map.groupBy(rows, ({ externalNumber }) => externalNumber);
  const own = [...groups.keys()].filter((number) => /^\d{4}-\d{6}$/u.test(number));
  const elsewhere = new Map<string, string>();
  for (let from = 0; from < own.length; from += portion) {
    const some = own.slice(from, from + portion);
    for (const { number, externalNumber } of await listAppealsOfNumbers(db, work.jurisdiction.id, some))
      if (externalNumber !== null) elsewhere.set(number, externalNumber);
  }
  if (elsewhere.size === 0) return [...groups];
  return [...Map.groupBy(rows, ({ externalNumber: number }) => elsewhere.get(number) ?? number)];
}

async function openPlanner(db: Db, work: LocalWork, file: HistoryFile): Promise<HistoryPlanner> {
  const { jurisdiction } = work;
  const units = await listNamedUnits(db, jurisdiction.id);
  return new HistoryPlanner(work, file, {
    finder: makeUnitFinder(units, jurisdiction.name),
    successorsOf: await findSuccessorNames(db, jurisdiction),
    lineage: makeLineage(await listSuccessions(db, jurisdiction.id)),
    ended: new Map(units.flatMap(({ unit }) => (hasEnded(unit) ? [[unit.id, unit]] : []))),
  });
}

/** Whether a line names a unit: only then it says who had the appeal. */
function namesUnit({ action, from, to, holder }: HistoryLine): boolean {
  return action !== 'log' && [from, to, holder].some((unit) => unit !== undefined && unit !== 'desk');
}

class HistoryPlanner {
  readonly #work: LocalWork;
  readonly #file: HistoryFile;
  readonly #finder: UnitFinder;
  readonly #successorsOf: SuccessorNames;
  readonly #chainTerms: Omit<HistoryTerms, 'receivedAt'>;
  readonly #ended: ReadonlyMap<number, UnitEnd>;
  readonly #matches = new Map<string, UnitMatch>();
  readonly #added: IncomingAppeal[] = [];
  readonly #courses: ToldCourse[] = [];
  readonly #differences: CourseDifference[] = [];
  readonly #ours: string[] = [];
  readonly #problems: Problem[] = [];
  readonly #marks = { hops: 0, circle: 0, unitLimit: 0, gaps: 0 };
  #unchanged = 0;

  constructor(
    work: LocalWork,
    file: HistoryFile,
    known: {
      readonly finder: UnitFinder;
      readonly successorsOf: SuccessorNames;
      readonly lineage: HistoryTerms['lineage'];
      readonly ended: ReadonlyMap<number, UnitEnd>;
    },
  ) {
    this.#work = work;
    this.#file = file;
    this.#finder = known.finder;
    this.#successorsOf = known.successorsOf;
    const { unitLimit } = work.jurisdiction;
    this.#chainTerms = { unitLimit, lineage: known.lineage, hasEnded: (id) => known.ended.has(id) };
    this.#ended = known.ended;
  }

  /** Plans the chains of some appeals. */
  async take(db: Db, chains: readonly (readonly [string, readonly HistoryRow[]])[]): Promise<void> {
    const appeals = await this.#findAppeals(
      db,
      chains.map(([number]) => number),
    );
    const histories = await listEventsOf(
      db,
      [...appeals.values()].map(({ id }) => id),
    );
    const logs: { appeal: Appeal; events: HistoryChain['events'] }[] = [];
    for (const [number, rows] of chains) {
      const before = this.#problems.length;
      const lines = this.#readLines(rows);
      const appeal = appeals.get(number);
      // Where a unit is not known, nothing can be said of the chain.
      if (this.#problems.length > before) continue;
      if (appeal === undefined) this.#takeUnknown(number, rows, lines);
      else {
        const known = eventsInForce(histories.get(appeal.id) ?? []);
        const since = lines.find(namesUnit)?.at ?? '';
        // What a log told of the time before goes on from there.
        const before = known.filter(({ at, data }) => data.source?.log === true && at < since);
        logs.push({ appeal, events: this.#makeEvents(appeal.receivedAt, lines, before) });
      }
    }
    const { continued, differences, ours } = await mergeHistories(db, this.#work, logs);
    this.#courses.push(...continued);
    this.#differences.push(...differences);
    this.#ours.push(...ours);
    const others = new Set([...ours, ...[...continued, ...differences].map(({ number }) => number)]);
    this.#unchanged += logs.filter(({ appeal }) => !others.has(appeal.number)).length;
  }

  end(): HistoryPlan {
    return {
      ...{ added: this.#added, courses: this.#courses, differences: this.#differences, ours: this.#ours },
      ...{ unchanged: this.#unchanged, marks: this.#marks, problems: this.#problems },
      readings: this.#finder.readings(),
    };
  }

  /** The appeals that lines speak of: by their number elsewhere, else by their own. */
  async #findAppeals(db: Db, numbers: readonly string[]): Promise<ReadonlyMap<string, Appeal>> {
    const { id } = this.#work.jurisdiction;
    const found = new Map<string, Appeal>();
    for (const appeal of await listAppealsOfNumbers(db, id, numbers))
      if (!appeal.isVoided) found.set(appeal.number, appeal);
    for (const appeal of await listAppealsNumbered(db, id, numbers))
      if (appeal.externalNumber !== null) found.set(appeal.externalNumber, appeal);
    return found;
  }

  /** Takes an appeal in of which nothing but the log is known, where that is wanted. */
  #takeUnknown(number: string, rows: readonly HistoryRow[], lines: readonly HistoryLine[]): void {
    const line = rows[0]?.place.row ?? 0;
    const place = this.#file.table.placeOf(line, 'externalNumber');
    const [first] = lines;
    if (holdsPersonal(number, { caller: null, phone: null }))
      this.#problems.push({ code: 'number-personal', place, details: { column: 'external number' } });
    else if (!this.#file.options.addsMissing)
      this.#problems.push({ code: 'appeal-not-known', place, details: { number } });
    else if (first !== undefined) {
      const receivedAt = first.at;
      const life = this.#makeEvents(receivedAt, lines);
      const appeal = { kind: 'other', channel: 'other', confidential: false, title: number } as const;
      this.#added.push({
        appeal: { ...appeal, externalNumber: number },
        ...{ receivedAt, sent: null, life, row: first.row },
      });
    }
  }

  /** The lines of an appeal in the order in which it happened. */
  #readLines(rows: readonly HistoryRow[]): HistoryLine[] {
    const [first] = rows;
    const last = rows.at(-1);
    // Where the newest stands first, it does so within a minute too.
    const isReversed = first !== undefined && last !== undefined && first.at > last.at;
    const sorted = (isReversed ? rows.toReversed() : rows).toSorted((a, b) =>
      a.at < b.at ? -1 : a.at > b.at ? 1 : 0,
    );
    return sorted.map((row) => {
      const line = row.place.row ?? 0;
      const { action, at, state, reason: text, person } = row;
      const code = text === undefined ? undefined : findCode(reasonWords, text);
      const reason = code ?? this.#usualReason(row);
      return {
        ...{ row: line, at, action, state, reason, person },
        text: code === undefined ? text : undefined,
        from: this.#findUnit(row, 'from'),
        to: this.#findUnit(row, 'to'),
        holder: this.#findUnit(row, 'holder'),
      };
    });
  }

  /** What a reason in words stands for where it is none of the list. */
  #usualReason({ action, reason }: HistoryRow): HopReason | undefined {
    const hasReason = reason !== undefined && (action === 'return' || action === 'transfer');
    return hasReason || action === 'return' ? 'other' : undefined;
  }

  #findUnit(row: HistoryRow, column: 'from' | 'to' | 'holder'): NamedUnit {
    const word = row[column];
    if (word === undefined) return undefined;
    const match = this.#matches.get(word) ?? this.#finder.find(word);
    this.#matches.set(word, match);
    const place = this.#file.table.placeOf(row.place.row ?? 0, column);
    if (match.kind === 'found') {
      const { unit } = match;
      const isThere = !hasEnded(unit) || localDay(row.at, this.#work.jurisdiction.timeZone) < unit.until;
      if (!isThere)
        this.#problems.push(...listUnitProblems(match, { shown: word, at: place }, this.#successorsOf));
      return referTo(unit);
    }
    // What names no unit and speaks of the hotline is the desk of that.
    const isHotline = findCode(transferDeskWords, word) !== undefined || /12345|热线/u.test(word);
    if (match.kind === 'unknown' && isHotline) return 'desk';
    const shown = maskText(maskCell(word), { caller: null, phone: null });
    this.#problems.push(...listUnitProblems(match, { shown, at: place }, this.#successorsOf));
    return undefined;
  }

  #makeEvents(receivedAt: string, lines: readonly HistoryLine[], before: readonly CourseEvent[] = []) {
    const { now } = this.#work;
    const { table, options } = this.#file;
    const inTime = lines.map((line) => {
      // The receipt of a log that has no seconds, or a moment before that of the appeal.
      const at =
        line.at < receivedAt && line.at.slice(0, 16) >= receivedAt.slice(0, 16) ? receivedAt : line.at;
      const isEarly = at < receivedAt && line.action !== 'log';
      if (isEarly || at > now) {
        const earlier = isEarly ? ('receivedAt' as const) : ('now' as const);
        const place = table.placeOf(line.row, 'at');
        this.#problems.push({ code: 'times-not-in-order', place, details: { earlier, later: 'sentAt' } });
      }
      return { ...line, at };
    });
    const { events, faults, course } = makeChain(inTime, { ...this.#chainTerms, receivedAt, before });
    const holder = this.#ended.get(course.holder?.id ?? 0);
    if (holder !== undefined && (course.state === 'sent' || course.state === 'accepted')) {
      const { name, until } = holder;
      const successors = this.#successorsOf(course.holder?.id ?? 0);
      const place = table.placeOf(events.at(-1)?.row ?? 0);
      this.#problems.push({ code: 'unit-ended', place, details: { name, until, successors } });
    }
    for (const fault of faults) {
      const { row } = fault;
      if (fault.kind === 'no-target')
        this.#problems.push({ code: 'history-no-target', place: table.placeOf(row, 'to'), details: {} });
      else if (options.allowsGaps) this.#marks.gaps += 1;
      else {
        const { unit, holder } = fault;
        this.#problems.push({
          code: 'history-gap',
          place: table.placeOf(row, 'from'),
          details: { unit, holder },
        });
      }
    }
    for (const { to, data } of events) {
      if (to !== null) this.#marks.hops += 1;
      if (data.wouldRefuse === 'circle') this.#marks.circle += 1;
      if (data.wouldRefuse === 'unit-limit') this.#marks.unitLimit += 1;
    }
    return events;
  }
}
