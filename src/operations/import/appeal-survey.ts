import type { Problem } from '../../problems.ts';
import { GrowingNumbers } from '../../intake/growing-numbers.ts';
import type { AppealRow, AppealTable } from '../../intake/appeal-columns.ts';
import { earliestTime } from '../../domain/appeal.ts';
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
  /** The rows by their external numbers: their places among the lines. */
  readonly numbers = new Map<string, number>();
  /** Callers whose name may stand in the name of the file. */
  readonly callersInName = new Set<string>();
  readonly #work: Pick<LocalWork, 'now'>;
  readonly #table: AppealTable;
  readonly #fileName: string;
  readonly #finder: UnitFinder;
  readonly #placeOfWord = new Map<string, number>();
  /** Places of the lines that were met for the first time, of rows with something wrong too. */
  readonly #firstLines = new Map<string, number>();

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
    const externalNumber = ownText(row.externalNumber);
    if (holdsPersonal(externalNumber, knownIn(row))) {
      const at = this.#table.placeOf(line, 'externalNumber');
      this.problems.push({
        code: 'number-personal',
        place: at,
        details: { column: 'external number' },
      });
      return;
    }
    const first = this.numbers.get(externalNumber);
    const firstLine = first === undefined ? this.#firstLines.get(externalNumber) : this.lines.at(first);
    if (firstLine !== undefined) {
      const details = { unitCode: externalNumber, first: this.#table.placeOf(firstLine) };
      const at = this.#table.placeOf(line, 'externalNumber');
      this.problems.push({ code: 'code-twice', place: at, details });
      return;
    }
    const problem = this.#findTimeProblem(row);
    if (problem !== undefined) {
      this.#firstLines.set(externalNumber, line);
      this.problems.push(problem);
      return;
    }
    this.numbers.set(externalNumber, this.lines.length);
    this.lines.push(line);
    this.received.push(Date.parse(receivedAt) / 1000);
    this.units.push(row.unit === undefined ? noUnit : this.#findWord(row.unit, row));
  }

  #findTimeProblem({ place, receivedAt, sentAt = receivedAt }: AppealRow): Problem | undefined {
    const { now } = this.#work;
    if (receivedAt < earliestTime) {
      const at = this.#table.placeOf(place.row ?? 0, 'receivedAt');
      return { code: 'time-too-early', place: at, details: { earliest: earliestTime.slice(0, 10) } };
    }
    const isInOrder = receivedAt <= now && sentAt <= now && sentAt >= receivedAt;
    return isInOrder ? undefined : { code: 'times-not-in-order', place, details: {} };
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

  /** Places of rows in the order in which the appeals were received; undefined where that is the order of the file. */
  orderOf(places: readonly number[]): readonly number[] | undefined {
    const { received } = this;
    const isInOrder = places.every(
      (place, at) => at === 0 || received.at(places[at - 1] ?? 0) <= received.at(place),
    );
    if (isInOrder) return undefined;
    return places.toSorted((a, b) => received.at(a) - received.at(b));
  }
}

/** What is known to be personal of a row. */
function knownIn({ caller, phone }: AppealRow): Personal {
  return { caller: caller ?? null, phone: phone ?? null };
}

/** The same text apart from the long one that it was cut from, which would be kept with it. */
function ownText(text: string): string {
  return Buffer.from(text).toString();
}
