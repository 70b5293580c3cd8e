import type { Outcome, State } from '../domain/appeal.ts';
import type { Party } from '../domain/appeal-parties.ts';
import { BulkFacts } from './appeal-facts.ts';
import type { NewAppealRow } from './appeals.ts';
import type { Trx } from './db.ts';
import type { Value } from './engine/bulk.ts';
import { insertRows, nextNumber } from './engine/bulk.ts';
import type { BulkEvents } from './bulk-events.ts';
import { openBulkEvents } from './bulk-events.ts';
import type { SearchLine } from './engine/search.ts';
import { manySearchWords } from './engine/search.ts';

/** The row of an appeal that comes in with many others: with where it stands once it is handed over. */
interface BulkAppeal extends NewAppealRow {
  readonly jurisdictionId: number;
  readonly state: State;
  readonly holderId: number | null;
  readonly outcome: Outcome | null;
  readonly reworks: number;
  readonly returnPending: boolean;
  readonly dueOn: string | null;
  readonly hopCount: number;
  readonly standingSince: string;
  readonly sentSince: string | null;
}

const appealColumns = [
  'id', 'jurisdictionId', 'year', 'serial', 'number', 'externalNumber', 'kind', 'channel', 'matter', 'place', 'confidential', 'receivedAt', 'state',
  'holderId', 'dueOn', 'priority', 'hopCount', 'standingSince', 'deadline', 'sentSince',
  'outcome', 'reworks', 'returnPending',
] as const; // prettier-ignore

const textColumns = ['appealId', 'eventSeq', 'field', 'text', 'salt'] as const;
const partyColumns = ['appealId', 'unitId', 'role', 'office', 'since', 'until'] as const;
const phoneColumns = ['appealId', 'digits'] as const;

/** A personal text with the salt of its digest. */
export interface BulkText {
  readonly field: string;
  readonly text: string;
  readonly salt: string;
}

/** Gathers the rows of many appeals, the values of one behind those of the other, and writes them by the table. */
export class BulkAppeals {
  readonly #trx: Trx;
  readonly events: BulkEvents;
  /** What reports count of them. */
  readonly facts = new BulkFacts();
  #appealId: number;
  #appeals: Value[] = [];
  #texts: Value[] = [];
  #parties: Value[] = [];
  #phones: Value[] = [];
  #words: SearchLine[] = [];

  constructor(trx: Trx, next: number, events: BulkEvents) {
    this.#trx = trx;
    this.#appealId = next;
    this.events = events;
  }

  /** Takes an appeal in and gives the number it has in its table. */
  addAppeal(one: BulkAppeal): number {
    const id = this.#appealId;
    this.#appealId += 1;
    this.#appeals.push(
      id, one.jurisdictionId, one.year, one.serial, one.number, one.externalNumber, one.kind, one.channel, one.matter, one.place,
      one.confidential ? 1 : 0, one.receivedAt, one.state, one.holderId, one.dueOn, one.priority, one.hopCount, one.standingSince, one.deadline,
      one.sentSince, one.outcome, one.reworks, one.returnPending ? 1 : 0,
    ); // prettier-ignore
    return id;
  }

  /** Takes a text in that was written with an event, or belongs to an appeal itself. */
  addText(appealId: number, seq: number | null, { field, text, salt }: BulkText): void {
    this.#texts.push(appealId, seq, field, text, salt);
  }

  addParty(appealId: number, { unitId, role, office, since, until }: Party): void {
    this.#parties.push(appealId, unitId, role, office, since, until);
  }

  addPhones(appealId: number, digits: readonly string[]): void {
    for (const one of new Set(digits)) this.#phones.push(appealId, one);
  }

  addWords(appealId: number, words: string): void {
    this.#words.push([appealId, words]);
  }

  /** Writes what was gathered; gives the values of the events, as they now stand in their table. */
  async write(): Promise<readonly Value[]> {
    const trx = this.#trx;
    await insertRows(trx, { table: 'appeal', columns: appealColumns }, this.#appeals);
    await insertRows(trx, { table: 'personalText', columns: textColumns }, this.#texts);
    await insertRows(trx, { table: 'appealPhone', columns: phoneColumns }, this.#phones);
    const events = await this.events.write();
    await insertRows(trx, { table: 'appealParty', columns: partyColumns }, this.#parties);
    await this.facts.write(trx);
    await manySearchWords.add(trx, this.#words);
    this.#appeals = [];
    this.#texts = [];
    this.#parties = [];
    this.#phones = [];
    this.#words = [];
    return events;
  }

  /** Ends the writing, once all was written. */
  async end(): Promise<void> {
    await manySearchWords.end(this.#trx);
  }
}

/** Begins to write many appeals within a transaction. */
export async function openBulkAppeals(trx: Trx): Promise<BulkAppeals> {
  await manySearchWords.begin(trx);
  return new BulkAppeals(trx, await nextNumber(trx, 'appeal'), await openBulkEvents(trx));
}
