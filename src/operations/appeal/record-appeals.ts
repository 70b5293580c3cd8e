import type { Kind, Priority } from '../../domain/appeal.ts';
import { appealNumber } from '../../domain/appeal.ts';
import type { CountingRules } from '../../domain/counting-rules.ts';
import { dueOf, unlessMissing } from '../../domain/counting-rules.ts';
import { freshStanding } from '../../domain/course.ts';
import { maskText } from '../../domain/masking.ts';
import { phoneKeys } from '../../domain/phone.ts';
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
import type { NewAppeal } from './log-appeal.ts';
import { describeAppeal } from './log-appeal.ts';
import { takeSerial } from './serials.ts';

/** An appeal that comes in with others: as it was received, and the unit it was handed to, if any. */
export interface IncomingAppeal {
  readonly appeal: NewAppeal;
  readonly receivedAt: Instant;
  readonly sent: { readonly unitId: number; readonly at: Instant } | null;
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

  async add({ appeal, receivedAt, sent }: IncomingAppeal): Promise<void> {
    const { jurisdiction } = this.#work;
    const { received, texts } = describeAppeal(appeal);
    const { kind, channel, priority } = received;
    const receivedOn = localDay(receivedAt, jurisdiction.timeZone);
    const year = Number(receivedOn.slice(0, 4));
    const serial = await takeSerial(this.#trx, this.#operation, jurisdiction.id, year);
    const number = appealNumber(year, serial);
    const deadline = this.#counting.rulesOn(receivedOn);
    const { state, hopCount, lastAt, sentSince } = freshStanding(receivedAt, sent);
    const id = this.#rows.addAppeal({
      jurisdictionId: jurisdiction.id,
      year,
      serial,
      number,
      ...received,
      place: appeal.place ?? null,
      receivedAt,
      state,
      holderId: sent?.unitId ?? null,
      dueOn: this.#findDue({ kind, channel, priority, receivedAt, receivedOn, deadline }),
      hopCount,
      standingSince: lastAt,
      deadline,
      sentSince,
    });
    const textDigests: Record<string, string> = {};
    for (const { field, text } of texts) {
      const salt = this.#digests.makeSalt();
      textDigests[appealTextField(field)] = this.#digests.sha256(saltedText(salt, text));
      this.#rows.addText(id, field, text, salt);
    }
    const none = { fromUnitId: null, toUnitId: null, reason: null, rulingId: null };
    const data = { deadline, received };
    this.#addEvent(id, number, 1, { ...none, action: 'log', at: receivedAt, data, texts: textDigests });
    if (sent !== null) {
      const { unitId: toUnitId, at } = sent;
      this.#addEvent(id, number, 2, { ...none, toUnitId, action: 'transfer', at, data: {}, texts: {} });
      this.#rows.addLead(id, toUnitId, at);
    }
    const { title, text, caller = null, phone = null } = appeal;
    if (phone !== null) this.#rows.addPhones(id, phoneKeys(phone, jurisdiction.areaCode));
    const known = { caller, phone };
    const shown = text === undefined ? [] : [maskText(text, known)];
    this.#rows.addWords(id, indexWords(maskText(title, known), shown));
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
    const log = {
      seq: 1,
      at: receivedAt,
      recordedAt: this.#work.now,
      by: this.#work.by,
      action: 'log' as const,
      from: null,
      to: null,
      reason: null,
      ruling: null,
      lead: null,
      data: { deadline },
    };
    const due =
      unlessMissing(() => dueOf(this.#counting, { kind, channel, priority }, [log]), null)?.on ?? null;
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
