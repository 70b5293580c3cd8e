import type { Problem } from '../../problems.ts';
import { GrowingNumbers } from '../../intake/growing-numbers.ts';
import { MetTexts } from '../../intake/met-texts.ts';
import type { AppealRow, AppealTable } from '../../intake/appeal-columns.ts';
import { earliestTime } from '../../domain/appeal.ts';
import type { LifeRow } from '../../domain/life.ts';
import { findCode } from '../../domain/input-words.ts';
import { transferDeskWords } from '../../domain/file-words.ts';
import { findLifeFault, lastOfClosed } from '../../domain/life.ts';
import type { Personal } from '../../domain/masking.ts';
import { holdsPersonal, maskCell, maskText } from '../../domain/masking.ts';
import type { UnitFinder } from '../../domain/unit-finder.ts';
import type { LocalWork } from '../kernel/transaction.ts';

/** A word by which units are named in a file, and how a message may show it. */
export interface UnitWord {
  readonly word: string;
  /** A row that is shifted has the citizen where the unit is looked for. */
  readonly shown: string;
}

/** Some of the rows of a long file, by their places: a byte each. */
export class Marks {
  readonly #marks: Uint8Array;
  count = 0;

  constructor(rows: number) {
    this.#marks = new Uint8Array(rows);
  }

  has(place: number): boolean {
    return this.#marks[place] === 1;
  }

  mark(place: number): void {
    if (!this.has(place)) this.count += 1;
    this.#marks[place] = 1;
  }
}

/** No unit is named. */
const noUnit = -1;

/**
 * What a file of appeals holds, as far as it takes to plan and to write it: a few numbers of each row, what is personal in none. However long the
 * file is, its rows are read once more where they are written.
 */
export class AppealSurvey {
  readonly problems: Problem[] = [];
  /** The words by which units are named, each once. */
  readonly words: UnitWord[] = [];
  /** Of each row that can be taken in: its line, the moment it was received as seconds, and the place of its unit among the words. */
  readonly lines = new GrowingNumbers('counts');
  readonly received = new GrowingNumbers('any');
  readonly units = new GrowingNumbers('signed');
  /** The moment at which it was over, as seconds; 0 for one that is open. */
  readonly closed = new GrowingNumbers('any');
  /** The places of the words of units that assist, by the place of the row; few rows have them. */
  readonly assists = new Map<number, readonly number[]>();
  /** Callers whose name may stand in the name of the file. */
  readonly callersInName = new Set<string>();
  readonly #work: Pick<LocalWork, 'now'>;
  readonly #table: AppealTable;
  readonly #fileName: string;
  readonly #finder: UnitFinder;
  readonly #placeOfWord = new Map<string, number>();
  /** The external numbers that were met, of rows with something wrong too, and the line of each where it was met first. */
  readonly #numbers = new MetTexts();
  readonly #firstLines = new GrowingNumbers('counts');

  constructor(
    work: Pick<LocalWork, 'now'>,
    terms: { readonly table: AppealTable; readonly fileName: string; readonly finder: UnitFinder },
  ) {
    this.#work = work;
    this.#table = terms.table;
    this.#fileName = terms.fileName;
    this.#finder = terms.finder;
  }

  /** Takes a row in, and notes what is wrong with it by itself or beside the rows before it. */
  add(row: AppealRow): void {
    const { place, caller, receivedAt } = row;
    const line = place.row ?? 0;
    if (caller !== undefined) this.#noteCaller(caller);
    const { externalNumber } = row;
    if (holdsPersonal(externalNumber, knownIn(row))) {
      const at = this.#table.placeOf(line, 'externalNumber');
      this.problems.push({
        code: 'number-personal',
        place: at,
        details: { column: 'external number' },
      });
      return;
    }
    const met = this.#numbers.meet(externalNumber);
    if (met !== undefined) {
      const first = this.#table.placeOf(this.#firstLines.at(met));
      const at = this.#table.placeOf(line, 'externalNumber');
      this.problems.push({ code: 'code-twice', place: at, details: { unitCode: externalNumber, first } });
      return;
    }
    this.#firstLines.push(line);
    const problem = this.#findLifeProblem(row);
    if (problem !== undefined) {
      this.problems.push(problem);
      return;
    }
    const assists = listAssists(row);
    if (assists.length > 0)
      this.assists.set(
        this.lines.length,
        assists.map((word) => this.#findWord(word, row)),
      );
    this.lines.push(line);
    this.received.push(Date.parse(receivedAt) / 1000);
    const closed = row.life === undefined ? undefined : lastOfClosed(row.life);
    this.closed.push(closed === undefined ? 0 : Date.parse(closed) / 1000);
    const isHeld = row.unit !== undefined && !this.#isDesk(row.unit);
    this.units.push(isHeld ? this.#findWord(row.unit, row) : noUnit);
  }

  #findLifeProblem(row: AppealRow): Problem | undefined {
    const { place, receivedAt, unit } = row;
    const { now } = this.#work;
    const line = place.row ?? 0;
    if (receivedAt < earliestTime) {
      const at = this.#table.placeOf(line, 'receivedAt');
      return { code: 'time-too-early', place: at, details: { earliest: earliestTime.slice(0, 10) } };
    }
    const fault = findLifeFault(lifeOf(row), { hasUnit: unit !== undefined, now });
    switch (fault?.kind) {
      case undefined:
        return undefined;
      case 'order': {
        const { earlier, later } = fault;
        return {
          code: 'times-not-in-order',
          place: this.#table.placeOf(line, later),
          details: { earlier, later },
        };
      }
      case 'no-unit':
        return { code: 'life-without-unit', place: this.#table.placeOf(line, 'unit'), details: {} };
      case 'status': {
        const { state, reached } = fault;
        return {
          code: 'status-behind-times',
          place: this.#table.placeOf(line, 'state'),
          details: { state, reached },
        };
      }
    }
  }

  /** Whether a unit that a row names is the hotline itself: no register has it, and what it has is at the transfer desk. */
  #isDesk(word: string): boolean {
    const isNamed = findCode(transferDeskWords, word) !== undefined || /12345|热线/u.test(word);
    return isNamed && this.#finder.find(word).kind === 'unknown';
  }

  /** Only those that can be in the name of the file: names are looked for in every writing, which takes its time. */
  #noteCaller(caller: string): void {
    if (
      this.#fileName.includes(Array.from(caller).slice(-2).join('')) ||
      this.#fileName.includes(caller.slice(0, 2))
    )
      this.callersInName.add(caller);
  }

  #findWord(word: string, row: AppealRow): number {
    const there = this.#placeOfWord.get(word);
    if (there !== undefined) return there;
    if (this.#finder.find(word).kind === 'found') return this.#keepWord(word, { word, shown: word });
    // Of a name that nobody knows, each writing of what may be shown of it stands for itself.
    const shown = maskText(maskCell(word), knownIn(row));
    const key = `${word}\n${shown}`;
    return this.#placeOfWord.get(key) ?? this.#keepWord(key, { word, shown });
  }

  #keepWord(key: string, word: UnitWord): number {
    this.words.push(word);
    this.#placeOfWord.set(ownText(key), this.words.length - 1);
    return this.words.length - 1;
  }

  /** Places of rows but some, in the order in which the appeals were received; undefined where that is the order of the file. */
  orderWithout(left: Marks): Iterable<number> | undefined {
    const { received, lines } = this;
    let last = -Infinity;
    let isInOrder = true;
    for (let place = 0; isInOrder && place < lines.length; place += 1) {
      if (left.has(place)) continue;
      isInOrder = last <= received.at(place);
      last = received.at(place);
    }
    if (isInOrder) return undefined;
    const places = Uint32Array.from({ length: lines.length }, (_, place) => place);
    return places
      .filter((place) => !left.has(place))
      .sort((a, b) => received.at(a) - received.at(b) || a - b);
  }
}

/** The life that a row tells, where it tells no more than that it was received, and sent, that. */
export function lifeOf({ life, receivedAt, sentAt }: AppealRow): LifeRow {
  return life ?? { receivedAt, sentAt };
}

/** The units that assist, as a row names them. */
function listAssists({ life }: AppealRow): string[] {
  const names = life?.assists?.split(/[、，,;；\n]+/u).map((name) => name.trim()) ?? [];
  return [...new Set(names.filter((name) => name !== ''))];
}

/** What is known to be personal of a row. */
function knownIn({ caller, phone }: AppealRow): Personal {
  return { caller: caller ?? null, phone: phone ?? null };
}

/** The same text apart from the long one that it was cut from, which would be kept with it. */
function ownText(text: string): string {
  return Buffer.from(text).toString();
}
