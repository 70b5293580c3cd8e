import type { Action, EventData } from '../../domain/appeal-event.ts';
import type { HopReason } from '../../domain/appeal.ts';
import type { Instant } from '../../domain/time.ts';
import type { LocalWork } from '../kernel/transaction.ts';

/** What one event says, before it has its number in the history of its appeal. */
export interface EventTerms {
  readonly action: Action;
  readonly at: Instant;
  readonly fromUnitId: number | null;
  readonly toUnitId: number | null;
  readonly reason: HopReason | null;
  readonly rulingId: number | null;
  readonly data: EventData;
  /** Salted digests of the texts that were written with it, by field; those of the appeal itself under `appeal.…`. */
  readonly texts: Readonly<Record<string, string>>;
}

/** What an event says as it stands in its row; what it says of itself is one text. */
export interface EventContent extends Omit<EventTerms, 'data' | 'texts'> {
  readonly recordedAt: Instant;
  readonly by: string;
  readonly data: string;
}

/** Makes what stands in the row of an event. */
export function makeEventContent(
  { now, by }: Pick<LocalWork, 'now' | 'by'>,
  { action, at, fromUnitId, toUnitId, reason, rulingId, data, texts }: EventTerms,
): EventContent {
  const said = JSON.stringify({ ...data, texts });
  return { action, at, by, data: said, fromUnitId, reason, recordedAt: now, rulingId, toUnitId };
}

/** What the digest of an event covers, as JSON with its keys in order; put together by hand, for there may be a million of them. */
export function writeSealedContent(number: string, seq: number, content: EventContent): string {
  const { action, at, by, data, fromUnitId, reason, recordedAt, rulingId, toUnitId } = content;
  const who = JSON.stringify(by);
  const units = `"rulingId":${String(rulingId)},"seq":${String(seq)},"toUnitId":${String(toUnitId)}`;
  const times = `"reason":${reason === null ? 'null' : `"${reason}"`},"recordedAt":"${recordedAt}"`;
  return `{"action":"${action}","appeal":"${number}","at":"${at}","by":${who},"data":${JSON.stringify(data)},"fromUnitId":${String(fromUnitId)},${times},${units}}`;
}

/** What the digest of a personal text covers: it cannot be found out by trying. */
export function saltedText(salt: string, text: string): string {
  return `${salt}\n${text}`;
}

/** Under which name an event keeps the digest of a text that belongs to the appeal itself. */
export function appealTextField(field: string): string {
  return `appeal.${field}`;
}
