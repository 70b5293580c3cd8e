import type { CourseEvent } from '../../domain/appeal-event.ts';
import { inOrder } from '../../domain/appeal-event.ts';
import { partiesOf } from '../../domain/appeal-parties.ts';
import { makeTakingBack } from '../../domain/continue-life.ts';
import { dueOf, unlessMissing } from '../../domain/counting-rules.ts';
import type { CountingRules } from '../../domain/counting-rules.ts';
import { standingOf } from '../../domain/course.ts';
import type { RecordedEvent } from '../../domain/life.ts';
import { foldFacts } from '../../domain/rounds.ts';
import type { Appeal } from '../../domain/appeal.ts';
import type { Day } from '../../domain/time.ts';
import { listEventsOf } from '../../store/appeal-events.ts';
import { listAppealsOfNumbers, updateCourse } from '../../store/appeals.ts';
import { replaceParties } from '../../store/appeal-parties.ts';
import { replaceFacts } from '../../store/appeal-facts.ts';
import type { BulkEvents } from '../../store/bulk-events.ts';
import { eventColumns, openBulkEvents } from '../../store/bulk-events.ts';
import type { Trx } from '../../store/db.ts';
import type { NewPersonalText } from '../../store/personal-texts.ts';
import { insertManyTexts } from '../../store/personal-texts.ts';
import { indexAppeals } from '../../store/search-index.ts';
import { hasEnded } from '../../domain/span.ts';
import type { Digests } from '../kernel/digest.ts';
import { openDigests } from '../kernel/digest.ts';
import type { LocalWork, Operation } from '../kernel/transaction.ts';
import { countingRulesIn } from './counting-rules.ts';
import { makeEventContent, saltedText, writeSealedContent } from './event-content.ts';
import { decideMoment } from './hand-over.ts';
import { getActedAppeal } from './record-event.ts';
import { leaveEnded } from './take-over-appeal.ts';
import { describeRecorded, makeRecorded } from './recorded-event.ts';

/** Appeals that are written in one go. */
const portion = 500;

/** What is told of an appeal by a file: the events, and where each stands. */
export interface ToldCourse {
  readonly number: string;
  readonly added: readonly (RecordedEvent & { readonly row: number | null })[];
}

/** Adds to the histories of appeals what rows of a file tell further of them. */
export async function recordContinued(
  trx: Trx,
  work: LocalWork,
  operation: Operation,
  terms: {
    readonly appeals: readonly {
      readonly number: string;
      readonly row: number;
      readonly added: readonly RecordedEvent[];
    }[];
    readonly tick: (done: number) => Promise<void> | undefined;
  },
): Promise<void> {
  const appeals = terms.appeals.map(({ number, row, added }) => ({
    number,
    added: added.map((event) => ({ ...event, row })),
  }));
  await recordCourses(trx, work, operation, { ...terms, appeals });
}

/**
 * Adds what another system recorded to the histories of many appeals; where each stands, who has a part in it, its due day and the words it is
 * found by are then read from its history anew.
 *
 * `tick` is told after each portion how many are written.
 */
export async function recordCourses(
  trx: Trx,
  work: LocalWork,
  operation: Operation,
  {
    appeals,
    tick,
  }: {
    readonly appeals: readonly ToldCourse[];
    readonly tick?: ((done: number) => Promise<void> | undefined) | undefined;
  },
): Promise<void> {
  if (appeals.length === 0) return;
  const recorder = new CourseRecorder(trx, work, operation, {
    counting: await countingRulesIn(trx, operation, work.jurisdiction),
    digests: await openDigests(),
    rows: await openBulkEvents(trx),
  });
  for (let from = 0; from < appeals.length; from += portion) {
    const some = appeals.slice(from, from + portion);
    await recorder.write(some);
    await leaveEndedUnits(trx, work, operation, some);
    await tick?.(from + some.length);
  }
}

/** Nobody leads who is no more: open appeals that stand with a unit that has ended go on to whoever took over. */
async function leaveEndedUnits(
  trx: Trx,
  work: LocalWork,
  operation: Operation,
  told: readonly ToldCourse[],
): Promise<void> {
  const numbers = told.map(({ number }) => number);
  for (const { number, holder, state, isVoided } of await listAppealsOfNumbers(
    trx,
    work.jurisdiction.id,
    numbers,
  )) {
    const isOpen = !isVoided && (state === 'sent' || state === 'accepted');
    if (holder === null || !isOpen || !hasEnded(holder)) continue;
    const acted = await getActedAppeal(trx, work.jurisdiction, number);
    const at = decideMoment(work, undefined, acted.course.lastAt);
    await leaveEnded(trx, work, operation, acted, at);
  }
}

/** Takes events of appeals back that an import told: their histories read as if it had not been. */
export async function takeBackRecords(
  trx: Trx,
  work: LocalWork,
  operation: Operation,
  terms: {
    readonly appeals: readonly { readonly number: string; readonly seqs: readonly number[] }[];
    readonly tick?: ((done: number) => Promise<void> | undefined) | undefined;
  },
): Promise<void> {
  const appeals = terms.appeals.map(({ number, seqs }) => ({
    number,
    added: [{ ...makeTakingBack(seqs, work.now), row: null }],
  }));
  await recordCourses(trx, work, operation, { ...terms, appeals });
}

class CourseRecorder {
  readonly #trx: Trx;
  readonly #work: LocalWork;
  readonly #operation: Operation;
  readonly #counting: CountingRules;
  readonly #digests: Digests;
  readonly #rows: BulkEvents;

  constructor(
    trx: Trx,
    work: LocalWork,
    operation: Operation,
    tools: { readonly counting: CountingRules; readonly digests: Digests; readonly rows: BulkEvents },
  ) {
    this.#trx = trx;
    this.#work = work;
    this.#operation = operation;
    this.#counting = tools.counting;
    this.#digests = tools.digests;
    this.#rows = tools.rows;
  }

  #findDue(appeal: Appeal, events: readonly CourseEvent[]): Day | null {
    return unlessMissing(() => dueOf(this.#counting, appeal, events), null)?.on ?? null;
  }

  /** Writes what is told of some appeals. */
  async write(told: readonly ToldCourse[]): Promise<void> {
    const trx = this.#trx;
    const numbers = told.map(({ number }) => number);
    const found = await listAppealsOfNumbers(trx, this.#work.jurisdiction.id, numbers);
    const appeals = new Map(found.map((appeal) => [appeal.number, appeal]));
    const ids = found.map(({ id }) => id);
    const histories = await listEventsOf(trx, ids);
    const kept: string[] = [];
    const texts: NewPersonalText[] = [];
    const grown: { readonly appeal: Appeal; readonly events: readonly CourseEvent[] }[] = [];
    for (const { number, added } of told) {
      const appeal = appeals.get(number);
      if (appeal === undefined) throw new Error(`appeal ${number} is gone`);
      const events = [...(histories.get(appeal.id) ?? [])];
      for (const event of added) {
        const seq = events.length + 1;
        const { row } = event;
        const before = event.action === 'close' ? inOrder(events).filter(({ at }) => at <= event.at) : [];
        const dueOn = before.length === 0 ? null : this.#findDue(appeal, before);
        const made = makeRecorded(this.#work, event, { seq, row, dueOn });
        const digests: Record<string, string> = {};
        for (const { field, text } of event.texts) {
          const salt = this.#digests.makeSalt();
          digests[field] = this.#digests.sha256(saltedText(salt, text));
          texts.push({ appealId: appeal.id, eventSeq: seq, field, text, salt });
        }
        const content = makeEventContent(this.#work, describeRecorded(event, made.data, digests));
        const digest = this.#digests.sha256(writeSealedContent(number, seq, content));
        kept.push(digest);
        this.#rows.add({ ...content, appealId: appeal.id, seq, digest, operationId: this.#operation.id });
        events.push(made);
      }
      grown.push({ appeal, events });
    }
    await this.#operation.keep(kept);
    await this.#operation.seals.add('appealEvent', eventColumns, await this.#rows.write());
    await insertManyTexts(trx, texts);
    for (const { appeal, events } of grown) {
      await updateCourse(trx, appeal.id, { ...standingOf(events), dueOn: this.#findDue(appeal, events) });
    }
    await replaceFacts(
      trx,
      ids,
      grown.map(({ appeal, events }) => {
        const facts = foldFacts(this.#counting, appeal, events);
        return { appeal: { ...appeal, jurisdictionId: this.#work.jurisdiction.id }, facts };
      }),
    );
    await replaceParties(trx, new Map(grown.map(({ appeal, events }) => [appeal.id, partiesOf(events)])));
    await indexAppeals(trx, [...new Set(texts.map(({ appealId }) => appealId))]);
  }
}
