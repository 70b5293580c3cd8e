import type { Kind, Priority } from '../../domain/appeal.ts';
import { appealNumber } from '../../domain/appeal.ts';
import type { CountingRules } from '../../domain/counting-rules.ts';
import { dueOf, unlessMissing } from '../../domain/counting-rules.ts';
import { freshStanding, standingOf } from '../../domain/course.ts';
import type { CourseEvent } from '../../domain/appeal-event.ts';
import { partiesOf } from '../../domain/appeal-parties.ts';
import type { RecordedEvent } from '../../domain/life.ts';
import { maskText } from '../../domain/masking.ts';
import { phoneKeys } from '../../domain/phone.ts';
import { endOfDay, foldFacts, freshFacts } from '../../domain/rounds.ts';
import type { DeadlineFacts } from '../../domain/deadline.ts';
import type { Day, Instant } from '../../domain/time.ts';
import { localDay } from '../../domain/time.ts';
import { indexWords } from '../../domain/tokens.ts';
import type { Channel } from '../../domain/volume.ts';
import type { BulkAppeals } from '../../store/bulk-appeals.ts';
import { openBulkAppeals } from '../../store/bulk-appeals.ts';
import { eventColumns } from '../../store/bulk-events.ts';
import type { Trx } from '../../store/db.ts';
import type { Digests } from '../kernel/digest.ts';
import { openDigests } from '../kernel/digest.ts';
import type { LocalWork, Operation } from '../kernel/transaction.ts';
import { countingRulesIn } from './counting-rules.ts';
import type { EventTerms } from './event-content.ts';
import { appealTextField, makeEventContent, saltedText, writeSealedContent } from './event-content.ts';
import { describeRecorded, makeRecorded, noUnits } from './recorded-event.ts';
import type { NewAppeal } from './log-appeal.ts';
import { describeAppeal } from './log-appeal.ts';
import { takeSerial } from './serials.ts';

/** An appeal that comes in with others: as it was received, and the unit it was handed to, if any. */
export interface IncomingAppeal {
  readonly appeal: NewAppeal;
  readonly receivedAt: Instant;
  readonly sent: { readonly unitId: number; readonly at: Instant; readonly isUndated: boolean } | null;
  /** What became of it since, its hand-over included; null where that is no more than the hand-over. */
  readonly life: readonly (RecordedEvent & { readonly row?: number })[] | null;
  /** Its row in the file. */
  readonly row: number;
}

/** Appeals that are written in one go. */
const portion = 500;

/**
 * Writes many new appeals, each with its number, its first event and its hand-over: the same rows, digests and seals as if they were taken in
 * one by one, in the order in which they come. That their external numbers are new, and that their units have not ended, was seen to before.
 *
 * `tick` is told after each portion how many are written.
 */
export async function recordAppeals(
  trx: Trx,
  work: LocalWork,
  operation: Operation,
  appeals: Iterable<IncomingAppeal>,
  tick: (done: number) => Promise<void> | undefined,
): Promise<void> {
  const recorder = new AppealRecorder(trx, work, operation, {
    counting: await countingRulesIn(trx, operation, work.jurisdiction),
    digests: await openDigests(),
    rows: await openBulkAppeals(trx),
  });
  let waiting = 0;
  let done = 0;
  for (const one of appeals) {
    await recorder.add(one);
    waiting += 1;
    done += 1;
    if (waiting < portion) continue;
    await recorder.write();
    waiting = 0;
    await tick(done);
  }
  await recorder.write();
  await recorder.end();
}

class AppealRecorder {
  readonly #trx: Trx;
  readonly #work: LocalWork;
  readonly #operation: Operation;
  readonly #counting: CountingRules;
  readonly #digests: Digests;
  readonly #rows: BulkAppeals;
  /** Digests of events that wait to be kept. */
  #kept: string[] = [];
  /** Due days, by what decides them. */
  readonly #dues = new Map<string, Day | null>();

  constructor(
    trx: Trx,
    work: LocalWork,
    operation: Operation,
    tools: { readonly counting: CountingRules; readonly digests: Digests; readonly rows: BulkAppeals },
  ) {
    this.#trx = trx;
    this.#work = work;
    this.#operation = operation;
    this.#counting = tools.counting;
    this.#digests = tools.digests;
    this.#rows = tools.rows;
  }

  async add({ appeal, receivedAt, sent, life, row }: IncomingAppeal): Promise<void> {
    const { jurisdiction } = this.#work;
    const { received, texts } = describeAppeal(appeal);
    const { kind, channel, priority } = received;
    const receivedOn = localDay(receivedAt, jurisdiction.timeZone);
    const year = Number(receivedOn.slice(0, 4));
    const serial = await takeSerial(this.#trx, this.#operation, jurisdiction.id, year);
    const number = appealNumber(year, serial);
    const deadline = this.#counting.rulesOn(receivedOn);
    const sort = { kind, channel, priority };
    const firstDue = this.#findDue({ ...sort, receivedAt, receivedOn, deadline });
    const data = { deadline, received, source: { row } };
    const events =
      life === null ? null : this.#makeLife(this.#makeLog(receivedAt, data), life, { row, sort, firstDue });
    const dueOn =
      events === null || !events.some(({ action }) => action === 'reopen')
        ? firstDue
        : this.#countDue(sort, events);
    const standing = events === null ? this.#makeFresh(receivedAt, sent) : standingOf(events);
    const id = this.#rows.addAppeal({
      jurisdictionId: jurisdiction.id,
      year,
      serial,
      number,
      ...received,
      place: appeal.place ?? null,
      receivedAt,
      ...standing,
      dueOn,
      deadline,
    });
    this.#rows.facts.add({
      appeal: { id, jurisdictionId: jurisdiction.id, kind, channel, matter: received.matter },
      facts:
        events === null
          ? freshFacts(receivedAt, sent, dueOn === null ? null : endOfDay(dueOn, jurisdiction.timeZone))
          : foldFacts(this.#counting, sort, events),
    });
    const textDigests: Record<string, string> = {};
    for (const { field, text } of texts) {
      const salt = this.#digests.makeSalt();
      textDigests[appealTextField(field)] = this.#digests.sha256(saltedText(salt, text));
      this.#rows.addText(id, null, { field, text, salt });
    }
    this.#addEvent(id, number, 1, { ...noUnits, action: 'log', at: receivedAt, data, texts: textDigests });
    const { title, text, caller = null, phone = null } = appeal;
    const known = { caller, phone };
    const shown = text === undefined ? [] : [maskText(text, known)];
    if (sent !== null) {
      const { unitId: toUnitId, at, isUndated } = sent;
      const said = { source: { row, ...(isUndated ? { undated: true as const } : {}) } };
      this.#addEvent(id, number, 2, {
        ...noUnits,
        ...{ action: 'transfer', at, toUnitId, data: said, texts: {} },
      });
      this.#rows.addParty(id, { unitId: toUnitId, role: 'lead', office: null, since: at, until: null });
    }
    if (events !== null) {
      for (const [place, event] of (life ?? []).entries()) {
        const seq = place + 2;
        const said = events[place + 1]?.data ?? {};
        this.#addEvent(id, number, seq, describeRecorded(event, said, this.#writeTexts(id, seq, event)));
        for (const written of event.texts) shown.push(maskText(written.text, known));
      }
      for (const party of partiesOf(events)) this.#rows.addParty(id, party);
    }
    if (phone !== null) this.#rows.addPhones(id, phoneKeys(phone, jurisdiction.areaCode));
    this.#rows.addWords(id, indexWords(maskText(title, known), shown));
  }

  #makeFresh(receivedAt: Instant, sent: IncomingAppeal['sent']) {
    const { state, hopCount, lastAt, sentSince } = freshStanding(receivedAt, sent);
    const none = { outcome: null, reworks: 0, returnPending: false };
    return { ...none, state, hopCount, sentSince, standingSince: lastAt, holderId: sent?.unitId ?? null };
  }

  #makeLog(at: Instant, data: CourseEvent['data']): CourseEvent {
    const { now: recordedAt, by } = this.#work;
    return {
      ...{ seq: 1, at, recordedAt, by, action: 'log', from: null, to: null, reason: null, ruling: null },
      ...{ lead: null, data },
    };
  }

  /** The history of an appeal; one that was closed after it was done again keeps the due day of that. */
  #makeLife(
    log: CourseEvent,
    life: NonNullable<IncomingAppeal['life']>,
    terms: { readonly row: number; readonly sort: DeadlineFacts; readonly firstDue: Day | null },
  ): CourseEvent[] {
    const { row, sort, firstDue } = terms;
    const events = [log];
    let isRedone = false;
    for (const event of life) {
      isRedone ||= event.action === 'reopen';
      const dueOn = isRedone && event.action === 'close' ? this.#countDue(sort, events) : firstDue;
      const seq = events.length + 1;
      events.push(makeRecorded(this.#work, event, { seq, row: event.row ?? row, dueOn }));
    }
    return events;
  }

  #countDue(sort: DeadlineFacts, events: readonly CourseEvent[]): Day | null {
    return unlessMissing(() => dueOf(this.#counting, sort, events), null)?.on ?? null;
  }

  #writeTexts(id: number, seq: number, { texts }: RecordedEvent): Record<string, string> {
    const digests: Record<string, string> = {};
    for (const { field, text } of texts) {
      const salt = this.#digests.makeSalt();
      digests[field] = this.#digests.sha256(saltedText(salt, text));
      this.#rows.addText(id, seq, { field, text, salt });
    }
    return digests;
  }

  #addEvent(appealId: number, number: string, seq: number, terms: EventTerms): void {
    const content = makeEventContent(this.#work, terms);
    const digest = this.#digests.sha256(writeSealedContent(number, seq, content));
    this.#kept.push(digest);
    this.#rows.events.add({ ...content, appealId, seq, digest, operationId: this.#operation.id });
  }

  /** The due day of an appeal, which is that of every other of its sort received on the same day. */
  #findDue(terms: {
    readonly kind: Kind;
    readonly channel: Channel;
    readonly priority: Priority;
    readonly receivedAt: Instant;
    readonly receivedOn: Day;
    readonly deadline: string;
  }): Day | null {
    const { kind, channel, priority, receivedAt, receivedOn, deadline } = terms;
    const key = [receivedOn, kind, channel, priority].join(' ');
    const there = this.#dues.get(key);
    if (there !== undefined) return there;
    const log = this.#makeLog(receivedAt, { deadline });
    const due = this.#countDue({ kind, channel, priority }, [log]);
    this.#dues.set(key, due);
    return due;
  }

  /** Writes what was added since the last time. */
  async write(): Promise<void> {
    await this.#operation.keep(this.#kept);
    this.#kept = [];
    const events = await this.#rows.write();
    await this.#operation.seals.add('appealEvent', eventColumns, events);
  }

  async end(): Promise<void> {
    await this.#rows.end();
  }
}
