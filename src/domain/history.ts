import type { HopReason, State } from './appeal.ts';
import type { CourseEvent, UnitRef, WouldRefuse } from './appeal-event.ts';
import type { Course } from './course.ts';
import { foldCourse } from './course.ts';
import { decideHop } from './course-rules.ts';
import type { RecordedEvent } from './life.ts';
import type { Lineage } from './succession.ts';
import type { Instant } from './time.ts';

/** What a line of another system's log says was done (环节). */
export const historyActions = [
  'log',
  'transfer',
  'accept',
  'return',
  'reply',
  'close',
  'callback',
  'redo',
  'extend',
  'remind',
  'assist',
  'hold',
  'note',
] as const;
export type HistoryAction = (typeof historyActions)[number];

/** A unit as a line names it: one of the register, the transfer desk, or nothing. */
export type NamedUnit = UnitRef | 'desk' | undefined;

/** One line of the log of an appeal. It says what was done, from whom to whom, or else where the appeal stood at that time. */
export interface HistoryLine {
  readonly row: number;
  readonly at: Instant;
  readonly action?: HistoryAction | undefined;
  /** Who did it, or handed over. */
  readonly from?: NamedUnit;
  readonly to?: NamedUnit;
  /** Who had it from then on, in a log that says no more. */
  readonly holder?: NamedUnit;
  readonly state?: State | undefined;
  readonly reason?: HopReason | undefined;
  /** Whether no unit has it after that: a log ends at the transfer desk, which calls back and files it. */
  readonly isLast?: boolean | undefined;
  /** What was written with it; personal. */
  readonly text?: string | undefined;
  /** Who did it at that unit. */
  readonly person?: string | undefined;
}

/** What is wrong with a line in its chain. */
export type HistoryFault =
  /** The unit that acts did not lead it then; `holder` did, null for the transfer desk. */
  | {
      readonly kind: 'gap';
      readonly row: number;
      readonly unit: string | null;
      readonly holder: string | null;
    }
  /** A hand-over to nobody. */
  | { readonly kind: 'no-target'; readonly row: number };

/** The events of a chain, each with its row, and what is wrong with it. */
export interface HistoryChain {
  readonly events: readonly (RecordedEvent & { readonly row: number })[];
  readonly faults: readonly HistoryFault[];
  /** What they amount to. */
  readonly course: Course;
}

/** What decides whether this tool would have made a hand-over too. */
export interface HistoryTerms {
  readonly receivedAt: Instant;
  /** What logs told of it before the first of these lines. */
  readonly before?: readonly CourseEvent[] | undefined;
  readonly unitLimit: number;
  readonly lineage: Lineage;
  readonly hasEnded: (unitId: number) => boolean;
}

/**
 * Makes the events of what another system's log says of one appeal, its lines in their order. Nothing is refused: a hand-over that this tool
 * would not have made is marked, and so is one from a unit that did not lead, which is a fault besides.
 *
 * A return that is followed by a hand-over was upheld by it; one after which the unit goes on was rejected.
 */
export function makeChain(lines: readonly HistoryLine[], terms: HistoryTerms): HistoryChain {
  const chain = new ChainMaker(terms);
  const lastHeld = lines.findLastIndex(({ holder, state }) => isUnit(holder) || state === 'unassigned');
  lines.forEach((line, at) => {
    chain.take({ ...line, isLast: at > lastHeld });
  });
  const last = lines.at(-1);
  if (last !== undefined) chain.end(last);
  return chain;
}

function isUnit(unit: NamedUnit): unit is UnitRef {
  return unit !== undefined && unit !== 'desk';
}

class ChainMaker implements HistoryChain {
  readonly events: (RecordedEvent & { readonly row: number })[] = [];
  readonly faults: HistoryFault[] = [];
  readonly #terms: HistoryTerms;
  readonly #history: CourseEvent[];
  #course: Course;

  get course(): Course {
    return this.#course;
  }

  constructor(terms: HistoryTerms) {
    this.#terms = terms;
    const at = terms.receivedAt;
    this.#history = [
      {
        ...{ seq: 1, at, recordedAt: at, by: '', action: 'log', from: null, to: null, reason: null },
        ...{ ruling: null, lead: null, data: {} },
      },
      ...(terms.before ?? []).map((event, place) => ({ ...event, seq: place + 2 })),
    ];
    this.#course = foldCourse(this.#history);
  }

  take(line: HistoryLine): void {
    if (line.action === undefined || line.action === 'hold') this.#takeStanding(line);
    else this.#takeAction(line, line.action);
  }

  /** What the hotline answered by itself, without a unit, is over by that. */
  end(last: HistoryLine): void {
    const { state, holder } = this.#course;
    if (state === 'replied' && holder === null)
      this.#add(last, { action: 'close', data: { outcome: 'answered' }, isBare: true, isUndated: true });
  }

  /** A line that says where the appeal stood: who had it, and in which state. */
  #takeStanding(line: HistoryLine): void {
    const { state } = line;
    const holder = line.holder ?? line.to ?? line.from;
    const led = this.#course.holder;
    if (holder === 'desk' || (holder === undefined && state === 'unassigned')) {
      // At the desk before any unit is named is where it began, whatever an earlier log told.
      const isBefore = line.at < (this.#history.at(-1)?.at ?? '');
      if (led !== null && line.isLast !== true && !isBefore)
        this.#add(line, { action: 'decide', data: { decision: 'uphold' }, from: led });
    } else if (holder !== undefined && holder.id !== led?.id) this.#handOver(line, holder);
    const { state: was } = this.#course;
    if (state === undefined || state === was) return;
    const isBack = was === 'closed' || was === 'replied';
    if (isBack && state !== 'closed' && state !== 'replied') this.#add(line, { action: 'reopen' });
    if (state === 'accepted' && this.#course.holder !== null) this.#add(line, { action: 'accept' });
    if (state === 'replied' && this.#course.holder !== null) this.#add(line, { action: 'reply' });
    if (state === 'closed') this.#add(line, { action: 'close' });
  }

  #takeAction(line: HistoryLine, action: HistoryAction): void {
    const { from, to, reason = null } = line;
    switch (action) {
      case 'log':
      case 'hold':
        return;
      case 'transfer':
        if (to === 'desk') this.#sendBack(line);
        else if (to === undefined) this.faults.push({ kind: 'no-target', row: line.row });
        else this.#handOver(line, to);
        return;
      case 'return': {
        const isGap = this.#isGap(line, from);
        if (isGap && this.#course.holder === null) {
          this.#add(line, { action: 'note', isGap });
          return;
        }
        const proposed = to === undefined || to === 'desk' ? {} : { proposed: to };
        this.#add(line, { action: 'return', reason, data: proposed, isGap });
        return;
      }
      case 'assist': {
        if (to === undefined || to === 'desk') {
          this.faults.push({ kind: 'no-target', row: line.row });
          return;
        }
        const others = this.#course.assists.filter(({ id }) => id !== to.id);
        this.#add(line, { action: 'assist', data: { assists: [...others, to] } });
        return;
      }
      case 'accept':
      case 'reply': {
        const isDesk = from === 'desk' || (from === undefined && action === 'reply');
        // The transfer desk accepts nothing, and may answer by itself.
        if (isDesk && action === 'accept') return;
        const isGap = !isDesk && this.#isGap(line, from ?? to);
        this.#goOn(line);
        // Where nobody leads, nobody can have accepted or answered.
        const isNobodys = isGap && this.#course.holder === null;
        this.#add(line, { action: isNobodys ? 'note' : action, isGap });
        return;
      }
      case 'redo':
        this.#add(line, { action: 'reopen' });
        if (to !== undefined && to !== 'desk' && to.id !== this.#course.holder?.id) this.#handOver(line, to);
        return;
      case 'callback':
        this.#add(line, { action: 'callback', data: { callback: { reached: true } } });
        return;
      case 'extend':
        this.#add(line, { action: 'told', data: { told: { extended: true } } });
        return;
      case 'close':
      case 'remind':
      case 'note':
        this.#add(line, { action });
    }
  }

  /** A hand-over to the transfer desk is a return that was upheld at once. */
  #sendBack(line: HistoryLine): void {
    const { from } = line;
    const isGap = from !== undefined && from !== 'desk' && this.#isGap(line, from);
    const { holder } = this.#course;
    if (holder === null) return;
    if (this.#course.pendingReturn === null)
      this.#add(line, { action: 'return', reason: line.reason ?? null, isGap });
    this.#add(line, { action: 'decide', data: { decision: 'uphold' }, from: holder, isBare: true });
  }

  #handOver(line: HistoryLine, to: UnitRef): void {
    const { from } = line;
    const { holder, pendingReturn } = this.#course;
    // The transfer desk may take it from whoever leads.
    const isGap = from === undefined || from === 'desk' ? false : this.#isGap(line, from);
    const isBack = pendingReturn !== null && holder?.id === to.id;
    if (isBack) {
      this.#add(line, { action: 'decide', data: { decision: 'reject' } });
      return;
    }
    const wouldRefuse = this.#findRefusal(to);
    const marks = wouldRefuse === undefined ? {} : { wouldRefuse };
    const stated = isGap && from !== undefined && from !== 'desk' ? from : holder;
    const isUpheld = pendingReturn !== null;
    this.#add(line, {
      action: isUpheld ? 'decide' : 'transfer',
      from: stated,
      ...{ to, isGap, reason: line.reason ?? null },
      data: { ...marks, ...(isUpheld ? { decision: 'uphold' as const } : {}) },
    });
  }

  /** A unit that goes on with an appeal it asked to return was told no. */
  #goOn(line: HistoryLine): void {
    if (this.#course.pendingReturn !== null)
      this.#add(line, { action: 'decide', data: { decision: 'reject' }, isBare: true });
  }

  #findRefusal(to: UnitRef): WouldRefuse | undefined {
    const { unitLimit, lineage, hasEnded } = this.#terms;
    const verdict = decideHop(this.#course, to, { unitLimit, byRuling: false, lineage, hasEnded });
    return verdict.kind === 'circle' || verdict.kind === 'unit-limit' ? verdict.kind : undefined;
  }

  /** Whether the unit a line says acted is another than the one that led; then it is a fault. */
  #isGap(line: HistoryLine, unit: NamedUnit): boolean {
    const { holder } = this.#course;
    const isSame = unit === undefined || unit === 'desk' ? holder !== null : unit.id === holder?.id;
    if (isSame) return false;
    const name = unit === undefined || unit === 'desk' ? null : unit.name;
    this.faults.push({ kind: 'gap', row: line.row, unit: name, holder: holder?.name ?? null });
    return true;
  }

  #add(
    { row, at, text, person }: HistoryLine,
    event: Partial<Pick<RecordedEvent, 'from' | 'to' | 'reason' | 'data'>> &
      Pick<RecordedEvent, 'action'> & {
        readonly isGap?: boolean;
        readonly isBare?: boolean;
        readonly isUndated?: boolean;
      },
  ): void {
    const {
      action,
      from = null,
      to = null,
      reason = null,
      isGap = false,
      isBare = false,
      isUndated = false,
    } = event;
    const data = { ...event.data, ...(isGap ? { gap: true as const } : {}) };
    const last = this.events.at(-1);
    // One line may be several events; what was written stands with the first.
    const texts =
      isBare || last?.row === row
        ? []
        : [
            ...(text === undefined ? [] : [{ field: action === 'reply' ? 'reply' : 'text', text }]),
            ...(person === undefined ? [] : [{ field: 'person', text: person }]),
          ];
    this.events.push({ ...{ action, at, from, to, reason, data, texts, row }, isUndated, isLog: true });
    const seq = this.#history.length + 1;
    this.#history.push({
      ...{ seq, at, recordedAt: at, by: '', action, from, to, reason, data },
      ...{ ruling: null, lead: null },
    });
    this.#course = foldCourse(this.#history);
  }
}
